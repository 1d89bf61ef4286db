// SPDX-License-Identifier: GPL-3.0-or-later
// marquee-cli inspect as a contract: what it prints, where, and what it ends with.
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using Json = nlohmann::json;

class TestInspect : public QObject
{
    Q_OBJECT

private:
    struct Run
    {
        int exit = -1;
        QByteArray out;
        QByteArray err;
        Json json() const { return Json::parse(out.toStdString(), nullptr, false); }
    };

    QTemporaryDir m_folder;

    Run cli(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(MARQUEE_CLI), QStringList(u"inspect"_s) + arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    static QString data(const char *name)
    {
        return QStringLiteral(MARQUEE_TEST_DATA "/replies/") + QString::fromUtf8(name);
    }

private Q_SLOTS:
    void initTestCase() { qputenv("MARQUEE_HOME", m_folder.filePath(u"home"_s).toLocal8Bit()); }

    void exits_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exit");
        QTest::newRow("no file") << QStringList{} << 2;
        QTest::newRow("help") << QStringList{u"--help"_s} << 0;
        QTest::newRow("not there") << QStringList{u"none.json"_s} << 3;
        QTest::newRow("good") << QStringList{data("productions.json")} << 0;
        QTest::newRow("with warnings") << QStringList{data("avail-reply.json")} << 0;
        QTest::newRow("with errors") << QStringList{data("avail-reply-flawed.json")} << 1;
        QTest::newRow("broken off") << QStringList{data("truncated.json")} << 3;
        QTest::newRow("a page") << QStringList{data("html.html")} << 3;
        QTest::newRow("a well-formed page") << QStringList{data("xhtml.html")} << 3;
        QTest::newRow("found") << QStringList{data("productions.json"), u"--path"_s, u"$..name"_s} << 0;
        QTest::newRow("nothing found") << QStringList{data("productions.json"), u"--path"_s, u"$..nowhere"_s} << 0;
        QTest::newRow("no text found") << QStringList{data("productions.json"), u"--find"_s, u"nowhere"_s} << 0;
        QTest::newRow("found, with errors") << QStringList{data("avail-reply-flawed.json"), u"--path"_s, u"$"_s} << 1;
        QTest::newRow("no query") << QStringList{data("productions.json"), u"--path"_s, u"$["_s} << 2;
        QTest::newRow("no query, in a broken file") << QStringList{data("truncated.json"), u"--path"_s, u"$["_s} << 2;
        QTest::newRow("a query, in a broken file") << QStringList{data("truncated.json"), u"--path"_s, u"$..a"_s} << 3;
        QTest::newRow("an empty query") << QStringList{data("productions.json"), u"--path"_s, QString()} << 2;
        QTest::newRow("nothing to find") << QStringList{data("productions.json"), u"--find"_s, QString()} << 2;
        QTest::newRow("both") << QStringList{data("productions.json"), u"--find"_s, u"a"_s, u"--path"_s, u"$"_s} << 2;
        QTest::newRow("XPath") << QStringList{data("callback.xml"), u"--path"_s, u"//Response"_s} << 0;
        QTest::newRow("no XPath") << QStringList{data("callback.xml"), u"--path"_s, u"//Response["_s} << 2;
        QTest::newRow("no function of XPath") << QStringList{data("callback.xml"), u"--path"_s, u"foo()"_s} << 2;
        QTest::newRow("a limit below zero") << QStringList{data("productions.json"), u"--limit"_s, u"-1"_s} << 2;
        QTest::newRow("another format") << QStringList{data("productions.json"), u"--format"_s, u"pdf"_s} << 2;
    }

    void exits()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, exit);
        const Run run = cli(arguments);
        QVERIFY2(run.exit == exit, run.err.constData());
        QVERIFY(exit < 2 || !run.err.isEmpty());
    }

    void tellsAsJson()
    {
        const Run run = cli({data("productions.json"), u"--format"_s, u"json"_s});
        const Json json = run.json();
        QVERIFY2(json.is_object(), run.out.constData());
        QCOMPARE(json["file"].get<std::string>(), data("productions.json").toStdString());
        QCOMPARE(json["kind"].get<std::string>(), "production-reply");
        QCOMPARE(json["bytes"].get<qint64>(), QFile(data("productions.json")).size());
        QCOMPARE(json["counts"]["productions"].get<int>(), 2);
        QCOMPARE(json["counts"]["totalPages"].get<int>(), 3);
        QCOMPARE(json["problems"]["errors"].get<int>(), 0);
        QVERIFY(json["problems"].contains("warnings") && json["problems"].contains("hints"));
        QCOMPARE(json["found"].size(), 0U);
        QCOMPARE(json["total"].get<int>(), 0);
    }

    void tellsWhatAQuerySelects()
    {
        const Run run = cli({data("avail-reply.json"), u"--format"_s, u"json"_s, u"--path"_s, u"$..Money.value"_s,
            u"--limit"_s, u"2"_s});
        const Json json = run.json();
        QCOMPARE(json["total"].get<int>(), 3);
        QCOMPARE(json["found"].size(), 2U);
        QCOMPARE(
            json["found"][0]["path"].get<std::string>(), "$['avail']['Transaction'][0]['Terms'][0]['Money']['value']");
        QCOMPARE(json["found"][0]["pointer"].get<std::string>(), "/avail/Transaction/0/Terms/0/Money/value");
        QVERIFY(json["found"][0]["line"].get<int>() > 1);
        QVERIFY(run.out.contains("\"value\": 9.99}")); // its own digits
        const Run text = cli({data("avail-reply.json"), u"--path"_s, u"$.avail.ALID"_s});
        QVERIFY(text.out.contains("$['avail']['ALID']  \"NF-1\"\n"));
        QVERIFY(text.out.contains("1 found"));
    }

    /// No digit is lost on the way.
    void keepsDigits()
    {
        const Run run = cli({data("numbers.json"), u"--format"_s, u"json"_s, u"--path"_s, u"$.long"_s});
        QVERIFY(run.out.contains("\"value\": 123456789012345678901234567890}"));
        QVERIFY(cli({data("numbers.json"), u"--path"_s, u"$.large"_s}).out.contains("1e400"));
    }

    void tellsWhatXPathComesTo()
    {
        const Run run = cli({data("callback.xml"), u"--format"_s, u"json"_s, u"--path"_s, u"count(//Response)"_s});
        QCOMPARE(run.json()["value"].get<std::string>(), "2");
        QVERIFY(cli({data("callback.xml"), u"--path"_s, u"count(//Response)"_s}).out.endsWith("\n2\n"));
    }

    void findsText()
    {
        const Json json
            = cli({data("productions.json"), u"--format"_s, u"json"_s, u"--find"_s, u"harbour lights"_s}).json();
        QCOMPARE(json["total"].get<int>(), 1);
        QCOMPARE(json["found"][0]["pointer"].get<std::string>(), "/productionDetails/1/name");
        QVERIFY(json["found"][0]["value"].get<std::string>().find("Harbour Lights") != std::string::npos);
        const Json counted
            = cli({data("productions.json"), u"--format"_s, u"json"_s, u"--find"_s, u"example"_s, u"--limit"_s, u"0"_s})
                  .json();
        QCOMPARE(counted["total"].get<int>(), 8);
        QCOMPARE(counted["found"].size(), 0U);
        const Json limited
            = cli({data("productions.json"), u"--format"_s, u"json"_s, u"--find"_s, u"example"_s, u"--limit"_s, u"3"_s})
                  .json();
        QCOMPARE(limited["total"].get<int>(), 8);
        QCOMPARE(limited["found"].size(), 3U);
    }

    /// In what broke off one looks for where it broke off.
    void findsTextInBrokenFiles()
    {
        const Run run = cli({data("truncated.json"), u"--format"_s, u"json"_s, u"--find"_s, u"LicenseType"_s});
        QCOMPARE(run.exit, 3);
        const Json json = run.json();
        QCOMPARE(json["kind"].get<std::string>(), "unknown");
        QCOMPARE(json["total"].get<int>(), 1);
        QCOMPARE(json["found"][0]["line"].get<int>(), 1);
        QVERIFY(json["found"][0]["column"].get<int>() > 90);
        QVERIFY(json.contains("error"));
    }

    void saysThatAPageIsAPage()
    {
        for (const char *file : {"html.html", "xhtml.html"}) {
            const Run run = cli({data(file), u"--format"_s, u"json"_s});
            QVERIFY(run.err.contains("This is an HTML page"));
            QCOMPARE(run.json()["kind"].get<std::string>(), "unknown");
        }
    }

    void readsStandardInput()
    {
        const Run run = cli({u"-"_s, u"--path"_s, u"$.success"_s}, "{\"success\": true}");
        QCOMPARE(run.exit, 0);
        QVERIFY(run.out.contains("true"));
    }

    void tellsInWords()
    {
        const Run run = cli({data("avail-reply.json")});
        QVERIFY(run.out.contains("Night Ferry"));
        QVERIFY(run.out.contains("Licensor: Lantern Pictures"));
    }
};

QTEST_GUILESS_MAIN(TestInspect)
#include "tst_inspect.moc"
