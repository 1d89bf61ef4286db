// SPDX-License-Identifier: GPL-3.0-or-later
// marquee-cli as a contract: what it prints, where, and what it ends with.
#include "workspace/Files.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <unistd.h>

using namespace marquee;
using namespace Qt::StringLiterals;
using Json = nlohmann::json;

namespace {

struct Run
{
    int exit = -1;
    QByteArray out;
    QByteArray err;
    Json json() const { return Json::parse(out.toStdString()); }
};

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    Run cli(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(MARQUEE_CLI), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    QByteArray film(const QByteArray &end = "2028-01-01T00:00:00Z") const
    {
        return "{\"avail\":{\"ALID\":\"NF-1\",\"Disposition\":{\"EntryType\":\"FullExtract\"},\"Licensor\":{"
               "\"DisplayName\":\"L\"},"
               "\"Asset\":[{\"_contentID\":\"NF-1\",\"WorkType\":\"Movie\",\"Metadata\":{\"TitleInternalAlias\":["
               "\"Night Ferry\"]}}],"
               "\"Transaction\":[{\"_TransactionID\":\"w1\",\"LicenseType\":\"EST\",\"Territory\":[{\"country\":\"US\"}"
               "],"
               "\"FormatProfile\":{\"value\":\"HD\"},\"Start\":\"2027-01-01T00:00:00Z\",\"End\":\""
            + end + "\",\"Terms\":[{\"_termName\":\"SRP\",\"Money\":{\"value\":9.90,\"_currency\":\"USD\"}}]}]}}";
    }

    void put(const QString &name, const QByteArray &bytes)
    {
        QVERIFY(workspace::saveFile(m_folder.filePath(name), bytes).has_value());
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("MARQUEE_HOME", m_folder.filePath(u"home"_s).toLocal8Bit());
        put(u"good.json"_s, film());
        put(u"wrong.json"_s, film("2026-01-01T00:00:00Z"));
        put(u"broken.json"_s, "{\"avail\": {\n\"ALID\": \"x\"\n");
        put(u"latin.json"_s, "{\"a\": \"Z\xfcrich\"}");
    }

    void exits_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exit");
        QTest::newRow("nothing") << QStringList{} << 2;
        QTest::newRow("no such verb") << QStringList{u"dance"_s} << 2;
        QTest::newRow("version") << QStringList{u"--version"_s} << 0;
        QTest::newRow("help") << QStringList{u"validate"_s, u"--help"_s} << 0;
        QTest::newRow("good") << QStringList{u"validate"_s, u"good.json"_s} << 0;
        QTest::newRow("wrong") << QStringList{u"validate"_s, u"wrong.json"_s} << 1;
        QTest::newRow("broken") << QStringList{u"validate"_s, u"broken.json"_s} << 3;
        QTest::newRow("Latin-1") << QStringList{u"validate"_s, u"latin.json"_s} << 3;
        QTest::newRow("not there") << QStringList{u"validate"_s, u"none.json"_s} << 3;
        QTest::newRow("a folder") << QStringList{u"validate"_s, u"."_s} << 3;
        QTest::newRow("the worst wins") << QStringList{u"validate"_s, u"good.json"_s, u"wrong.json"_s, u"broken.json"_s}
                                        << 3;
        QTest::newRow("unknown format") << QStringList{u"validate"_s, u"--format"_s, u"pdf"_s, u"good.json"_s} << 2;
        QTest::newRow("format a broken one") << QStringList{u"format"_s, u"broken.json"_s} << 3;
        QTest::newRow("unknown template") << QStringList{u"new"_s, u"nothing"_s} << 2;
        QTest::newRow("unknown rule") << QStringList{u"rules"_s, u"XX001"_s} << 2;
        QTest::newRow("unknown operation")
            << QStringList{u"call"_s, u"put"_s, u"good.json"_s, u"--env"_s, u"sandbox"_s} << 2;
        QTest::newRow("unknown environment")
            << QStringList{u"call"_s, u"put-full"_s, u"good.json"_s, u"--env"_s, u"moon"_s} << 2;
        QTest::newRow("errors aren't sent")
            << QStringList{u"call"_s, u"put-full"_s, u"wrong.json"_s, u"--env"_s, u"sandbox"_s} << 1;
        QTest::newRow("retries that aren't a number") << QStringList{u"call"_s, u"put-full"_s, u"good.json"_s,
            u"--env"_s, u"sandbox"_s, u"--retries"_s, u"often"_s}
                                                      << 2;
        QTest::newRow("no proxy") << QStringList{u"batch"_s, u"put"_s, u"good.json"_s, u"--env"_s, u"moon"_s,
            u"--proxy"_s, u"ftp://x"_s}
                                  << 2;
        QTest::newRow("no such exchange") << QStringList{u"history"_s, u"--show"_s, u"99999"_s} << 2;
        QTest::newRow("probe") << QStringList{u"probe"_s, u"good.json"_s, u"--env"_s, u"sandbox"_s} << 0;
        QTest::newRow("probe of what isn't good")
            << QStringList{u"probe"_s, u"wrong.json"_s, u"--env"_s, u"sandbox"_s} << 1;
        QTest::newRow("history") << QStringList{u"history"_s} << 0;
        QTest::newRow("batch of nothing") << QStringList{u"batch"_s, u"put"_s, u"--env"_s, u"sandbox"_s} << 2;
        QTest::newRow("batch of what isn't there")
            << QStringList{u"batch"_s, u"put"_s, u"none.json"_s, u"--env"_s, u"sandbox"_s} << 3;
        QTest::newRow("batch operation") << QStringList{u"batch"_s, u"dance"_s, u"good.json"_s, u"--env"_s,
            u"sandbox"_s} << 2;
        QTest::newRow("shard") << QStringList{u"batch"_s, u"put"_s, u"good.json"_s, u"--env"_s, u"sandbox"_s,
            u"--shard"_s, u"3/2"_s}
                               << 2;
        QTest::newRow("report") << QStringList{u"batch"_s, u"put"_s, u"good.json"_s, u"--env"_s, u"sandbox"_s,
            u"--report"_s, u"r.pdf"_s}
                                << 2;
        QTest::newRow("no such run") << QStringList{u"batch"_s, u"put"_s, u"--env"_s, u"sandbox"_s, u"--resume"_s,
            u"x"_s} << 2;
        QTest::newRow("batch") << QStringList{u"batch"_s, u"put"_s, u"good.json"_s, u"--env"_s, u"sandbox"_s} << 0;
        QTest::newRow("batch with errors")
            << QStringList{u"batch"_s, u"put"_s, u"good.json"_s, u"wrong.json"_s, u"--env"_s, u"sandbox"_s} << 1;
        QTest::newRow("batch with a broken one")
            << QStringList{u"batch"_s, u"put"_s, u"good.json"_s, u"broken.json"_s, u"--env"_s, u"sandbox"_s} << 3;
        QTest::newRow("dry batch") << QStringList{u"batch"_s, u"put"_s, u"wrong.json"_s, u"--env"_s, u"sandbox"_s,
            u"--dry-run"_s} << 1;
        QTest::newRow("sandbox without a certificate")
            << QStringList{u"sandbox"_s, u"--tls"_s, u"none.crt"_s, u"none.key"_s} << 6;
        QTest::newRow("sent") << QStringList{u"call"_s, u"put-full"_s, u"good.json"_s, u"--env"_s, u"sandbox"_s} << 0;
        QTest::newRow("not there yet") << QStringList{u"call"_s, u"get-full"_s, u"good.json"_s, u"--env"_s,
            u"sandbox"_s} << 1;
        QTest::newRow("no ID") << QStringList{u"call"_s, u"get-partial"_s, u"--env"_s, u"sandbox"_s} << 2;
        QTest::newRow("demo") << QStringList{u"demo"_s} << 0;
        QTest::newRow("diff of the same") << QStringList{u"diff"_s, u"good.json"_s, u"good.json"_s} << 0;
        QTest::newRow("diff") << QStringList{u"diff"_s, u"good.json"_s, u"wrong.json"_s} << 1;
        QTest::newRow("diff with a broken one") << QStringList{u"diff"_s, u"good.json"_s, u"broken.json"_s} << 3;
        QTest::newRow("diff with what isn't there") << QStringList{u"diff"_s, u"none.json"_s, u"good.json"_s} << 3;
        QTest::newRow("diff of one") << QStringList{u"diff"_s, u"good.json"_s} << 2;
        QTest::newRow("diff of standard input with itself") << QStringList{u"diff"_s, u"-"_s, u"-"_s} << 2;
        QTest::newRow("diff in an unknown format")
            << QStringList{u"diff"_s, u"--format"_s, u"xml"_s, u"good.json"_s, u"good.json"_s} << 2;
    }
    void exits()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exit);
        const Run run = cli(arguments);
        QVERIFY2(run.exit == exit,
            qPrintable(u"%1\n%2%3"_s.arg(run.exit).arg(QString::fromUtf8(run.out), QString::fromUtf8(run.err))));
        if (exit > 1)
            QVERIFY(!run.err.isEmpty() || run.out.contains("PL00"));
    }

    void validateAsJson()
    {
        const Json json = cli({u"validate"_s, u"--format"_s, u"json"_s, u"wrong.json"_s, u"broken.json"_s}).json();
        QVERIFY((json["summary"] == Json{{"files", 2}, {"errors", 2}, {"warnings", 1}, {"hints", 0}}));
        const Json &problem = json["files"][0]["problems"][0];
        QVERIFY(json["files"][0]["kind"] == Json("avail"));
        QVERIFY(problem["rule"] == Json("AV101"));
        QVERIFY(problem["severity"] == Json("error"));
        QVERIFY(problem["pointer"] == Json("/avail/Transaction/0/End"));
        QVERIFY(problem["line"] == Json(1));
        QCOMPARE(problem["column"].get<int>(), static_cast<int>(film("2026").indexOf("\"2026\"")) + 1);
        QVERIFY(problem["fixes"][0]["id"] == Json("swap"));
        const Json &broken = json["files"][1]["problems"][0];
        QVERIFY(broken["rule"] == Json("PL001"));
        QVERIFY(broken["line"] == Json(3));
    }

    void validateFromStandardInput()
    {
        QCOMPARE(cli({u"validate"_s, u"-"_s}, film()).exit, 0);
        const Run junit = cli({u"validate"_s, u"--format"_s, u"junit"_s, u"-"_s}, film("2026-01-01T00:00:00Z"));
        QVERIFY(junit.out.contains("<failure type=\"AV101\""));
    }

    void workspaceChangesSeverities()
    {
        put(u"marquee.json"_s, "{\"rules\":{\"AV102\":\"off\",\"AV101\":\"hint\",\"AV001\":\"off\"}}");
        const Run run = cli({u"validate"_s, u"--format"_s, u"json"_s, u"wrong.json"_s});
        QVERIFY(QFile::remove(m_folder.filePath(u"marquee.json"_s)));
        QCOMPARE(run.exit, 0);
        QVERIFY(run.json()["summary"]["hints"] == Json(1));
        QVERIFY(run.err.contains("AV001")); // can't be muted, and says so
    }

    void formatTwice()
    {
        const QByteArray once = cli({u"format"_s, u"good.json"_s}).out;
        QVERIFY(once.startsWith("{\n  \"avail\": {\n    \"ALID\": \"NF-1\",\n"));
        QVERIFY(once.contains("\"value\": 9.90,"));
        QCOMPARE(cli({u"format"_s, u"-"_s}, once).out, once);
    }

    void fixing()
    {
        const Run run = cli({u"fix"_s, u"wrong.json"_s, u"--rule"_s, u"AV101"_s});
        QCOMPARE(run.exit, 0);
        QCOMPARE(
            run.out, film().replace("2027-01-01", "X").replace("2028-01-01", "2027-01-01").replace("X", "2026-01-01"));
        QVERIFY(run.err.contains("AV101 /avail/Transaction/0/End"));
        const Run repaired = cli({u"fix"_s, u"broken.json"_s, u"--rule"_s, u"PL001"_s});
        QCOMPARE(repaired.exit, 0);
        QCOMPARE(repaired.out, QByteArray("{\"avail\": {\n\"ALID\": \"x\"}}\n"));
    }

    /// As nobody: root may do everything, and a file that can't be read or written is the case.
    void withoutPermission()
    {
        QTemporaryDir folder;
        QFile::setPermissions(folder.path(), QFile::Permissions(0x7755));
        const QString closed = folder.filePath(u"closed.json"_s);
        const QString guarded = folder.filePath(u"guarded.json"_s);
        QVERIFY(workspace::saveFile(closed, film()).has_value() && workspace::saveFile(guarded, film()).has_value());
        QFile::setPermissions(closed, {});
        QFile::setPermissions(guarded, QFile::Permissions(0x4444));
        const auto asNobody = [&](const QStringList &arguments) -> Run {
            QProcess process;
            process.setWorkingDirectory(folder.path());
            process.setChildProcessModifier([] {
                if (getuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
                    _exit(126);
            });
            process.start(QStringLiteral(MARQUEE_CLI), arguments);
            if (!process.waitForStarted() || !process.waitForFinished(60000) || process.exitCode() == 126)
                return {};
            return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
        };
        const Run open = asNobody({u"validate"_s, u"guarded.json"_s});
        if (open.exit < 0)
            QSKIP("the program can't be run as nobody here");
        QCOMPARE(open.exit, 0);
        const Run unread = asNobody({u"validate"_s, u"closed.json"_s});
        QCOMPARE(unread.exit, 3);
        QVERIFY2(unread.err.contains("closed.json"), unread.err.constData());
        const Run unwritten = asNobody({u"format"_s, u"guarded.json"_s, u"-o"_s, u"guarded.json"_s});
        QCOMPARE(unwritten.exit, 3);
        QVERIFY2(unwritten.err.contains("guarded.json"), unwritten.err.constData());
        QCOMPARE(workspace::readFile(guarded).value(), film());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2); // and nothing half-written beside it
    }

    /// A fix that makes several documents needs to know where they go, and takes no file's place.
    void splitting()
    {
        const QString wide = m_folder.filePath(u"wide.json"_s);
        const QByteArray both = film().replace("[{\"country\":\"US\"}]", "[{\"country\":\"US\"},{\"country\":\"CA\"}]");
        QVERIFY(workspace::saveFile(wide, both).has_value());
        const QStringList fix{u"fix"_s, u"wide.json"_s, u"--rule"_s, u"AV108"_s};
        const Run nowhere = cli(fix);
        QCOMPARE(nowhere.exit, 1);
        QCOMPARE(nowhere.out, both);
        QVERIFY(nowhere.err.contains("-o"));
        QCOMPARE(cli(fix + QStringList{u"-o"_s, u"one.json"_s}).exit, 0);
        QCOMPARE(workspace::readFile(m_folder.filePath(u"one.json"_s)).value(), film());
        const QByteArray second = workspace::readFile(m_folder.filePath(u"one-2.json"_s)).value();
        QVERIFY(second.contains("[{\"country\":\"CA\"}]") && !second.contains("\"w1\""));
        QCOMPARE(cli(fix + QStringList{u"-o"_s, u"one.json"_s}).exit, 2); // one-2.json is there
        QCOMPARE(workspace::readFile(m_folder.filePath(u"one-2.json"_s)).value(), second);
        QFile::remove(wide);
    }

    void newDocuments()
    {
        const Run run = cli({u"new"_s, u"fvod-film"_s, u"--set"_s, u"/avail/ALID=NF-9"_s, u"--set"_s,
            u"/avail/Transaction/0/ContractID=CPH"_s});
        QCOMPARE(run.exit, 0);
        QVERIFY(run.json()["avail"]["ALID"] == Json("NF-9"));
        const qsizetype contract = run.out.indexOf("ContractID");
        QVERIFY(contract > run.out.indexOf("LicenseRightsDescription") && contract < run.out.indexOf("AssetLanguage"));
        QVERIFY(cli({u"new"_s, u"--list"_s}).out.contains("tvod-film"));
        QCOMPARE(cli({u"new"_s, u"fvod-film"_s, u"--set"_s, u"ALID"_s}).exit, 2);
    }

    void rulesAreListed()
    {
        const Json rules = cli({u"rules"_s, u"--format"_s, u"json"_s}).json()["rules"];
        QVERIFY(rules.size() >= 55);
        for (const Json &rule : rules)
            QVERIFY(!rule["why"].get<std::string>().empty() && !rule["source"].get<std::string>().empty());
    }

    void dryRunShowsNoSecret()
    {
        put(u"marquee.json"_s,
            "{\"environments\":[{\"name\":\"test\",\"prime\":{\"baseUrl\":\"https://partner.example/v1\","
            "\"apiKey\":{\"variable\":\"MARQUEE_TEST_KEY\"}}}]}");
        qputenv("MARQUEE_TEST_KEY", "s3cret");
        for (const QString &as : {u"http"_s, u"curl"_s}) {
            const Run run
                = cli({u"call"_s, u"put-full"_s, u"good.json"_s, u"--env"_s, u"test"_s, u"--dry-run"_s, u"--as"_s, as});
            QCOMPARE(run.exit, 0);
            QVERIFY(run.out.contains("$MARQUEE_TEST_KEY"));
            QVERIFY(run.out.contains("/v1/avails/L/full-extract/NF-1"));
            QVERIFY(!run.out.contains("s3cret") && !run.err.contains("s3cret"));
        }
        QVERIFY(QFile::remove(m_folder.filePath(u"marquee.json"_s)));
    }

    /// A sandbox of its own, asked by another process, until SIGTERM.
    void sandboxAsAProcess()
    {
        QProcess sandbox;
        sandbox.start(QStringLiteral(MARQUEE_CLI), {u"sandbox"_s, u"--fault"_s, u"429:put-full@1x1"_s});
        QVERIFY(sandbox.waitForReadyRead(20000));
        const Json line = Json::parse(sandbox.readLine().toStdString());
        put(u"marquee.json"_s,
            "{\"environments\":[{\"name\":\"local\",\"prime\":{\"baseUrl\":\""
                + QByteArray::fromStdString(line["prime"].get<std::string>()) + "\"}}]}");
        const QStringList call{u"call"_s, u"put-full"_s, u"good.json"_s, u"--env"_s, u"local"_s};
        const Run first = cli(call + QStringList{u"--retries"_s, u"0"_s});
        QCOMPARE(first.exit, 4);
        const Run second = cli(call);
        QCOMPARE(second.exit, 0);
        QCOMPARE(second.out, QByteArray("{\"success\":true,\"validationErrors\":[]}"));
        const Json outcome = Json::parse(second.err.toStdString());
        QVERIFY(outcome["outcome"] == Json("accepted"));
        QVERIFY(outcome["bytes_sent"] == Json(film().size()));
        QVERIFY(QFile::remove(m_folder.filePath(u"marquee.json"_s)));
        sandbox.terminate();
        QVERIFY(sandbox.waitForFinished(20000));
        QCOMPARE(sandbox.exitStatus(), QProcess::NormalExit);
        QCOMPARE(sandbox.exitCode(), 0);
    }

    void diffInWords()
    {
        const Run run = cli({u"diff"_s, u"good.json"_s, u"wrong.json"_s});
        QCOMPARE(run.exit, 1);
        QCOMPARE(QString::fromUtf8(run.out),
            u"~ Window w1 › End: 2028-01-01T00:00:00Z → 2026-01-01T00:00:00Z  [/avail/Transaction/0/End]\n"
            "1 differences: 0 added, 0 removed, 1 changed\n"_s);
        QVERIFY(run.err.isEmpty());
    }

    /// Against what comes in: members in another order, a number spelt otherwise, an envelope, and a window more.
    void diffForPrograms()
    {
        QByteArray reply = film();
        reply.replace("{\"avail\":{\"ALID\":\"NF-1\",", "{\"success\":true,\"avail\":{");
        reply.replace("\"Disposition\":{\"EntryType\":\"FullExtract\"},", "");
        reply.replace("9.90", "9.9");
        reply.chop(3);
        reply += ",{\"LicenseType\":\"VOD\",\"Price\":1.50}],\"ALID\":\"NF-1\"}}";
        const Run run = cli({u"diff"_s, u"good.json"_s, u"-"_s, u"--format"_s, u"json"_s}, reply);
        QCOMPARE(run.exit, 1);
        QVERIFY(run.out.contains("1.50"));
        const Json found = run.json();
        QVERIFY(found["summary"] == Json({{"added", 1}, {"removed", 0}, {"changed", 0}}));
        QVERIFY(found["differences"].size() == 1);
        const Json &one = found["differences"][0];
        QVERIFY(one["kind"] == Json("added"));
        QVERIFY(one["pointer_a"].is_null() && one["a"].is_null());
        QVERIFY(one["pointer_b"] == Json("/avail/Transaction/1"));
        QVERIFY(one["place"] == Json("Window 2"));
        QVERIFY(one["b"] == Json({{"LicenseType", "VOD"}, {"Price", 1.5}}));
        const Run same = cli({u"diff"_s, u"--format"_s, u"json"_s, u"-"_s, u"good.json"_s}, film());
        QCOMPARE(same.exit, 0);
        QVERIFY(same.json()["differences"].empty());
    }

    void publishedExamples()
    {
        const QDir folder(QStringLiteral(MARQUEE_SHARED "/examples/prime"));
        if (!folder.exists())
            QSKIP("the published examples aren't beside this checkout");
        QStringList arguments{u"validate"_s, u"--format"_s, u"json"_s};
        for (const QFileInfo &file : folder.entryInfoList({u"*.json"_s}, QDir::Files))
            arguments << file.filePath();
        const Run run = cli(arguments);
        QCOMPARE(run.exit, 3); // two of them are malformed
        QVERIFY(run.json()["summary"]["errors"] == Json(2));
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
