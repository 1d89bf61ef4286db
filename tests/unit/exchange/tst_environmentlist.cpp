// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/EnvironmentList.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace Qt::StringLiterals;
using exchange::EnvironmentList;

namespace {

void write(const QTemporaryDir &folder, const QByteArray &text)
{
    QFile file(folder.filePath(u"marquee.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("the temporary folder can't be written");
}

const QByteArray two = "{\"environments\":[{\"name\":\"test\",\"prime\":{\"baseUrl\":\"https://t.example/v1\","
                       "\"apiKey\":{\"variable\":\"MARQUEE_LIST_KEY\"}}},{\"name\":\"bare\"}]}";

} // namespace

class TestEnvironmentList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSandboxIsAlwaysThere()
    {
        EnvironmentList list;
        QCOMPARE(list.all().size(), std::size_t{1});
        QVERIFY(list.isSandbox());
        QVERIFY(!list.prime()); // it doesn't listen yet
        QSignalSpy changed(&list, &EnvironmentList::changed);
        list.setSandbox(QUrl(u"http://127.0.0.1:4711/v1"_s));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(list.prime()->baseUrl, QUrl(u"http://127.0.0.1:4711/v1"_s));
        QVERIFY(list.prime()->apiKey.isEmpty());
        QVERIFY(!list.showtime() && !list.atom());
        list.setSandbox(QUrl(u"http://127.0.0.1:4711/v1"_s), {}, QUrl(u"http://127.0.0.1:4711"_s));
        QCOMPARE(list.atom()->baseUrl, QUrl(u"http://127.0.0.1:4711"_s));
        QVERIFY(list.atom()->apiKey.isEmpty());
    }

    void atomsKeyIsShownByItsName()
    {
        const QTemporaryDir folder;
        write(folder,
            "{\"environments\":[{\"name\":\"beta\",\"atom\":{\"baseUrl\":\"https://a.example\",\"apiKey\":{\"keychain\":\"atom-beta\"}}},"
            "{\"name\":\"films\",\"prime\":{\"baseUrl\":\"https://p.example/v1\"}}]}");
        EnvironmentList list;
        QVERIFY(list.load(folder.path()));
        QVERIFY(list.choose(u"beta"_s));
        QCOMPARE(list.atom()->apiKeyName, "atom_beta"); // as a shell could call it
        QVERIFY(!list.prime());
        QVERIFY(list.choose(u"films"_s));
        QVERIFY(!list.atom());
        QVERIFY(list.atom().error().nextStep.contains(u"atom"_s));
    }

    void chosenStaysChosen()
    {
        const QTemporaryDir folder;
        write(folder, two);
        EnvironmentList list;
        list.setSandbox(QUrl(u"http://127.0.0.1:4711/v1"_s));
        QSignalSpy changed(&list, &EnvironmentList::changed);
        QVERIFY(list.load(folder.path()));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(list.all().size(), std::size_t{3});
        QVERIFY(list.isSandbox());
        QVERIFY(list.choose(u"test"_s));
        QVERIFY(!list.choose(u"Test"_s));
        QCOMPARE(list.current().name, u"test"_s);
        QVERIFY(list.load(folder.path()));
        QCOMPARE(list.current().name, u"test"_s);
        QCOMPARE(EnvironmentList::primeUrl(list.all().front()), QUrl(u"http://127.0.0.1:4711/v1"_s)); // goes on listening
        write(folder, R"({"environments":[{"name":"bare"}]})");
        QVERIFY(list.load(folder.path()));
        QVERIFY(list.isSandbox()); // what was chosen is gone
    }

    void aBrokenFileLeavesTheSandbox()
    {
        const QTemporaryDir folder;
        write(folder, two);
        EnvironmentList list;
        QVERIFY(list.load(folder.path()));
        QVERIFY(list.choose(u"test"_s));
        write(folder, "{");
        QSignalSpy changed(&list, &EnvironmentList::changed);
        const auto loaded = list.load(folder.path());
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, Error::Code::Malformed);
        QCOMPARE(list.all().size(), std::size_t{1});
        QVERIFY(list.isSandbox());
        QCOMPARE(changed.size(), 1);
    }

    void keys()
    {
        const QTemporaryDir folder;
        write(folder, two);
        EnvironmentList list;
        QVERIFY(list.load(folder.path()));
        QVERIFY(list.choose(u"test"_s));
        qunsetenv("MARQUEE_LIST_KEY");
        const auto shown = list.prime(); // to be shown: the key by its name
        QVERIFY(shown);
        QCOMPARE(shown->apiKeyName, QByteArray("MARQUEE_LIST_KEY"));
        qputenv("MARQUEE_LIST_KEY", "s3cret");
        QVERIFY(list.prime()->apiKey != "s3cret");
        QVERIFY(list.choose(u"bare"_s));
        const auto none = list.prime();
        QVERIFY(!none);
        QVERIFY(none.error().message.contains(u"bare"_s));
        QVERIFY(!none.error().nextStep.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEnvironmentList)
#include "tst_environmentlist.moc"
