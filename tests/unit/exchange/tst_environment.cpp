// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Environment.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::exchange;
using namespace Qt::StringLiterals;

class TestEnvironment : public QObject
{
    Q_OBJECT

private:
    static Expected<std::vector<Environment>> reading(const QByteArray &text)
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"marquee.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the temporary folder can't be written");
        file.close();
        return readEnvironments(folder.path());
    }

private Q_SLOTS:
    void asWritten()
    {
        const auto environments = reading(
            "{\"environments\":[{\"name\":\"production\",\"protected\":true,\"colour\":\"#b3261e\",\"prime\":{\"baseUrl\":"
            "\"https://partner.example/v1\",\"licensor\":\"mgm\",\"apiKey\":{\"variable\":\"MARQUEE_TEST_KEY\"},\"ratePerSecond\":10},"
            "\"showtime\":{}},{\"name\":\"test\"}]}");
        QVERIFY(environments.has_value());
        QCOMPARE(environments->size(), std::size_t{2});
        const Environment &production = environments->front();
        QVERIFY(production.isProtected);
        QCOMPARE(production.primeUrl, QUrl(u"https://partner.example/v1"_s));
        QCOMPARE(production.licensor, u"mgm"_s);
        QCOMPARE(production.primeKey.name, u"MARQUEE_TEST_KEY"_s);
        qunsetenv("MARQUEE_TEST_KEY");
        QVERIFY(!resolve(production.primeKey).has_value());
        qputenv("MARQUEE_TEST_KEY", "k1");
        QCOMPARE(resolve(production.primeKey).value(), QByteArray("k1"));
        QCOMPARE(resolve({}).value(), QByteArray());
        QVERIFY(!resolve({SecretSource::Kind::Keychain, u"x"_s}).has_value());
    }

    void folderWithoutFile()
    {
        const QTemporaryDir folder;
        QCOMPARE(readEnvironments(folder.path()).value().size(), std::size_t{0});
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("environment");
        QTest::newRow("secret written out")
            << QByteArray("{\"name\":\"a\",\"prime\":{\"baseUrl\":\"https://x.example/v1\",\"apiKey\":\"s3cret\"}}");
        QTest::newRow("secret in an object")
            << QByteArray("{\"name\":\"a\",\"prime\":{\"baseUrl\":\"https://x.example/v1\",\"apiKey\":{\"value\":\"s3cret\"}}}");
        QTest::newRow("no name") << QByteArray("{\"prime\":{}}");
        QTest::newRow("the sandbox's name") << QByteArray("{\"name\":\"sandbox\"}");
        QTest::newRow("no address") << QByteArray("{\"name\":\"a\",\"prime\":{\"baseUrl\":\"partner\"}}");
        QTest::newRow("a file's address") << QByteArray("{\"name\":\"a\",\"prime\":{\"baseUrl\":\"file:///x/y\"}}");
        QTest::newRow("twice") << QByteArray("{\"name\":\"a\"},{\"name\":\"a\"}");
        QTest::newRow("not JSON") << QByteArray("{");
        QTest::newRow("a number as name") << QByteArray("{\"name\":1}");
    }
    void refused()
    {
        QFETCH(QByteArray, environment);
        const auto environments = reading("{\"environments\":[" + environment + "]}");
        QVERIFY(!environments.has_value());
        QVERIFY(!environments.error().message.isEmpty());
        QVERIFY(!environments.error().message.contains(u"s3cret"_s));
    }
};

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
