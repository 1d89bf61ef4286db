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
        const auto environments
            = reading("{\"environments\":[{\"name\":\"production\",\"protected\":true,\"colour\":\"#b3261e\",\"prime\":"
                      "{\"baseUrl\":"
                      "\"https://partner.example/"
                      "v1\",\"licensor\":\"mgm\",\"apiKey\":{\"variable\":\"MARQUEE_TEST_KEY\"},\"ratePerSecond\":10},"
                      "\"showtime\":{}},{\"name\":\"test\"}]}");
        QVERIFY(environments.has_value());
        QCOMPARE(environments->size(), std::size_t{2});
        const Environment &production = environments->front();
        QVERIFY(production.isProtected);
        QCOMPARE(production.prime->baseUrl, QUrl(u"https://partner.example/v1"_s));
        QCOMPARE(production.prime->licensor, u"mgm"_s);
        QCOMPARE(production.prime->apiKey, (SecretSource{SecretSource::Kind::Variable, u"MARQUEE_TEST_KEY"_s}));
        QVERIFY(!environments->back().prime);
    }

    void folderWithoutFile()
    {
        const QTemporaryDir folder;
        QCOMPARE(readEnvironments(folder.path()).value().size(), std::size_t{0});
    }

    static QByteArray contract()
    {
        return QByteArray("{ 'environments': [ {\n"
                          "    'name': 'production', 'protected': true, 'colour': '#b3261e',\n"
                          "    'prime':    { 'baseUrl': 'https://partnerapi.primevideo.com/v1', 'licensor': 'mgm',\n"
                          "                  'apiKey': {'keychain': 'prime-production'},\n"
                          "                  'clientCertificate': 'certs/client.crt', 'clientKey': 'certs/client.key', "
                          "'caCertificate': 'certs/ca.crt',\n"
                          "                  'ratePerSecond': 10, 'connections': 5, 'x-note': 9.90 },\n"
                          "    'showtime': { 'baseUrl': 'https://circuit.example/data/pos/', 'user': 'me', 'password': "
                          "{'variable': 'SHOWTIME_PASSWORD'},\n"
                          "                  'dataSupplierId': '77', 'callbackUrl': 'https://cb.example/x', "
                          "'contentType': 'text/xml; charset=UTF-8' },\n"
                          "    'atom':     { 'baseUrl': 'https://api-beta.atomtickets.com', 'apiKey': {'variable': "
                          "'ATOM_KEY'}, 'partner': 'p',\n"
                          "                  'ratePerSecond': 25, 'burst': 50 } } ],\n"
                          "  'rules': { 'AV112': 'off', 'TM007': 'error' }, 'ours': [1,  2] }\n")
            .replace('\'', '"');
    }

    void everySection()
    {
        const auto environments = reading(contract());
        QVERIFY2(environments.has_value(), environments ? "" : qPrintable(environments.error().message));
        const Environment &all = environments->front();
        QCOMPARE(all.colour, u"#b3261e"_s);
        QCOMPARE(all.timeoutSeconds, 30.0);
        QCOMPARE(all.proxy.mode, ProxySettings::Mode::System);
        QCOMPARE(all.prime->clientCertificate, u"certs/client.crt"_s);
        QVERIFY(all.pathOf(all.prime->clientKey).endsWith(u"/certs/client.key"_s)
            && all.pathOf(all.prime->clientKey).startsWith(u'/'));
        QCOMPARE(all.pathOf(u"/etc/x"_s), u"/etc/x"_s);
        QCOMPARE(all.pathOf({}), QString());
        QCOMPARE(all.prime->connections, 5);
        QCOMPARE(all.showtime->password, (SecretSource{SecretSource::Kind::Variable, u"SHOWTIME_PASSWORD"_s}));
        QCOMPARE(all.showtime->dataSupplierId, u"77"_s);
        QCOMPARE(all.atom->burst, 50);
        QCOMPARE(all.atom->partner, u"p"_s);
    }

    void written()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"marquee.json"_s);
        const auto text = [&path] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(contract()) > 0);
        file.close();
        auto environments = readEnvironments(folder.path()).value();
        QVERIFY(saveEnvironments(folder.path(), environments).has_value());
        QCOMPARE(text(), contract()); // nothing differs, not a blank

        environments[0].prime->ratePerSecond = 4;
        environments[0].prime->clientKeyPassword = {SecretSource::Kind::Keychain, u"key-password"_s};
        environments[0].prime->caCertificate.clear();
        environments[0].atom.reset();
        environments[0].proxy = {ProxySettings::Mode::Manual, QUrl(u"http://p.example:3128"_s), u"me"_s,
            {SecretSource::Kind::Variable, u"PP"_s}};
        Environment added;
        added.name = u"test"_s;
        added.prime = PrimeSide{};
        added.prime->baseUrl = QUrl(u"https://beta.example/v1"_s);
        environments.push_back(added);
        QVERIFY(saveEnvironments(folder.path(), environments).has_value());
        const QByteArray saved = text();
        QVERIFY2(saved.contains("\"ratePerSecond\": 4, \"connections\": 5, \"x-note\": 9.90"), saved.constData());
        QVERIFY(saved.contains("\"ours\": [1,  2] }"));
        QVERIFY(saved.contains("\"showtime\": { \"baseUrl\": \"https://circuit.example/data/pos/\", \"user\""));
        QVERIFY(!saved.contains("atom") && !saved.contains("ca.crt"));
        auto again = readEnvironments(folder.path()).value();
        QCOMPARE(again.size(), std::size_t{2});
        QCOMPARE(*again[0].prime, *environments[0].prime);
        QCOMPARE(again[0].proxy, environments[0].proxy);
        QCOMPARE(*again[1].prime, *added.prime);

        again[1].name = u"beta"_s; // renamed, and the first taken out
        again.erase(again.begin());
        QVERIFY(saveEnvironments(folder.path(), again).has_value());
        const auto last = readEnvironments(folder.path()).value();
        QCOMPARE(last.size(), std::size_t{1});
        QCOMPARE(last[0].name, u"beta"_s);
        QVERIFY(text().contains("\"rules\": { \"AV112\": \"off\", \"TM007\": \"error\" }"));
    }

    void notWritten()
    {
        const QTemporaryDir folder;
        Environment environment;
        environment.name = u"a"_s;
        QVERIFY(saveEnvironments(folder.path(), {environment}).has_value()); // a file where there was none
        const auto one = readEnvironments(folder.path()).value();
        QCOMPARE(one.size(), std::size_t{1});
        environment.prime = PrimeSide{};
        environment.prime->baseUrl = QUrl(u"ftp://x"_s);
        QVERIFY(!saveEnvironments(folder.path(), {environment}).has_value());
        QCOMPARE(readEnvironments(folder.path()).value().size(), std::size_t{1}); // as it was
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("environment");
        QTest::newRow("secret written out")
            << QByteArray("{\"name\":\"a\",\"prime\":{\"baseUrl\":\"https://x.example/v1\",\"apiKey\":\"s3cret\"}}");
        QTest::newRow("secret in an object") << QByteArray(
            "{\"name\":\"a\",\"prime\":{\"baseUrl\":\"https://x.example/v1\",\"apiKey\":{\"value\":\"s3cret\"}}}");
        QTest::newRow("no name") << QByteArray("{\"prime\":{}}");
        QTest::newRow("the sandbox's name") << QByteArray("{\"name\":\"sandbox\"}");
        QTest::newRow("no address") << QByteArray("{\"name\":\"a\",\"prime\":{\"baseUrl\":\"partner\"}}");
        QTest::newRow("a file's address") << QByteArray("{\"name\":\"a\",\"prime\":{\"baseUrl\":\"file:///x/y\"}}");
        QTest::newRow("twice") << QByteArray("{\"name\":\"a\"},{\"name\":\"a\"}");
        QTest::newRow("an address with a password")
            << QByteArray("{\"name\":\"a\",\"prime\":{\"baseUrl\":\"https://me:s3cret@x.example/v1\"}}");
        QTest::newRow("no connections") << QByteArray(
            "{\"name\":\"a\",\"prime\":{\"baseUrl\":\"https://x.example/v1\",\"connections\":0}}");
        QTest::newRow("a rate below none")
            << QByteArray("{\"name\":\"a\",\"prime\":{\"baseUrl\":\"https://x.example/v1\",\"ratePerSecond\":-1}}");
        QTest::newRow("no proxy's address") << QByteArray("{\"name\":\"a\",\"proxy\":\"proxy.example\"}");
        QTest::newRow("a proxy's password written out") << QByteArray(
            "{\"name\":\"a\",\"proxy\":{\"url\":\"http://p.example:1\",\"user\":\"u\",\"password\":\"s3cret\"}}");
        QTest::newRow("Showtime's password written out")
            << QByteArray("{\"name\":\"a\",\"showtime\":{\"password\":\"s3cret\"}}");
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
