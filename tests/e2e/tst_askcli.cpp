// SPDX-License-Identifier: GPL-3.0-or-later
// ask, mask, and what diff leaves out and reports, as contracts: what they print and end with.
#include "workspace/Files.h"

#include <QDir>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

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

class TestAskCli : public QObject
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

    static QByteArray film(const QByteArray &country = "US", const QByteArray &price = "9.90")
    {
        return "{\"avail\":{\"ALID\":\"NF-1\",\"Licensor\":{\"DisplayName\":\"L\"},\"Asset\":[{\"_contentID\":\"NF-1\","
               "\"WorkType\":\"Movie\",\"Metadata\":{\"TitleInternalAlias\":[\"Night Ferry\"]}}],\"Transaction\":[{"
               "\"_TransactionID\":\"w1\",\"LicenseType\":\"EST\",\"ContractID\":\"LP-7\",\"Territory\":[{\"country\":"
               "\""
            + country
            + "\"}],\"FormatProfile\":{\"value\":\"HD\"},\"Start\":\"2027-01-01T00:00:00Z\",\"End\":\"2028-01-01T00:00:"
              "00Z\","
              "\"HoldbackLanguage\":[{\"value\":\"fr-CA\"}],\"Terms\":[{\"_termName\":\"SRP\",\"Money\":{\"value\":"
            + price + ",\"_currency\":\"USD\"}}]}]}}";
    }

    void put(const QString &name, const QByteArray &bytes)
    {
        QVERIFY(workspace::saveFile(m_folder.filePath(name), bytes).has_value());
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("MARQUEE_HOME", m_folder.filePath(u"home"_s).toLocal8Bit());
        QVERIFY(QDir(m_folder.path()).mkpath(u"avails/deep"_s));
        put(u"film.json"_s, film());
        put(u"broken.json"_s, "{");
        put(u"avails/us.json"_s, film());
        put(u"avails/deep/ca.json"_s, film("CA"));
        put(u"other.json"_s, film("US", "8.90"));
    }

    void exits_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("exit");
        const auto row = [](const char *name, const char *arguments, int exit) {
            QTest::newRow(name) << QString::fromLatin1(arguments) << exit;
        };
        row("yes", "ask film.json --on 2027-03-14 --territory US", 0);
        row("no", "ask film.json --on 2029-03-14 --territory US", 1);
        row("one of two says yes", "ask avails --on 2027-03-14 --territory CA", 0);
        row("format", "ask film.json --on 2027-03-14 --territory US --format-profile HD", 0);
        row("other format", "ask film.json --on 2027-03-14 --territory US --format-profile UHD", 1);
        row("held back", "ask film.json --on 2027-03-14 --territory US --language fr-CA", 1);
        row("another language", "ask film.json --on 2027-03-14 --territory US --language fr-FR", 0);
        row("no day", "ask film.json --territory US", 2);
        row("a day that isn't", "ask film.json --on 2027-02-30 --territory US", 2);
        row("no territory", "ask film.json --on 2027-03-14", 2);
        row("a territory that isn't", "ask film.json --on 2027-03-14 --territory XQ", 2);
        row("a tag that isn't", "ask film.json --on 2027-03-14 --territory US --language fr/CA", 2);
        row("no file", "ask --on 2027-03-14 --territory US", 2);
        row("unknown format", "ask film.json --on 2027-03-14 --territory US --format xml", 2);
        row("broken", "ask broken.json --on 2027-03-14 --territory US", 3);
        row("not there", "ask none.json --on 2027-03-14 --territory US", 3);
        row("the worst wins", "ask film.json broken.json --on 2027-03-14 --territory US", 3);
        row("help", "ask --help", 0);
        row("mask", "mask film.json", 0);
        row("mask a broken one", "mask broken.json", 3);
        row("mask what isn't there", "mask none.json", 3);
        row("mask at a pointer that isn't", "mask film.json --member /a~2", 2);
        row("mask nothing", "mask", 2);
        row("mask help", "mask --help", 0);
        row("diff with less", "diff film.json other.json --ignore Money", 0);
        row("diff with a pointer", "diff film.json other.json --ignore /avail/Transaction/*/Terms/*/Money/value", 0);
        row("diff with commas", "diff film.json other.json --ignore End,value", 0);
        row("diff with something else", "diff film.json other.json --ignore End", 1);
        row("diff with a pointer that isn't", "diff film.json other.json --ignore /a~2", 2);
        row("a report of no kind", "diff film.json other.json --report changes.pdf", 2);
    }

    void exits()
    {
        QFETCH(QString, arguments);
        QFETCH(int, exit);
        const Run run = cli(arguments.split(u' '));
        QVERIFY2(run.exit == exit, run.err.constData());
        if (exit == 2 || exit == 3)
            QVERIFY(!run.err.isEmpty() || !run.out.isEmpty());
    }

    void answersForPrograms()
    {
        const Run run = cli({u"ask"_s, u"avails"_s, u"broken.json"_s, u"--on"_s, u"2027-03-14"_s, u"--territory"_s,
            u"us"_s, u"--format-profile"_s, u"hd"_s, u"--format"_s, u"json"_s});
        QCOMPARE(run.exit, 3);
        const Json all = run.json();
        QVERIFY(all["on"] == "2027-03-14");
        QVERIFY(all["territory"] == "US");
        QVERIFY(all["formatProfile"] == "HD");
        QVERIFY(all["language"].is_null());
        QVERIFY(all["allowed"] == true);
        QCOMPARE(all["avails"].size(), std::size_t(2)); // the others are answered all the same
        const Json &no = all["avails"][0];
        QVERIFY(QString::fromStdString(no["file"].get<std::string>()).endsWith(u"deep/ca.json"_s));
        QVERIFY(no["allowed"] == false);
        QVERIFY(no["against"][0]["reason"] == "other-territory");
        QVERIFY(no["against"][0]["transactionId"] == "w1");
        QVERIFY(no["against"][0]["pointer"] == "/avail/Transaction/0/Territory/0/country");
        const Json &yes = all["avails"][1];
        QVERIFY(yes["alid"] == "NF-1");
        QVERIFY(yes["title"] == "Night Ferry");
        QVERIFY(yes["windows"][0]["pointer"] == "/avail/Transaction/0");
        QVERIFY(yes["windows"][0]["start"] == "2027-01-01T00:00:00Z");
        QVERIFY(yes["windows"][0]["price"] == "9.90 USD");
        QVERIFY(yes["against"].empty());
    }

    void answersInWords()
    {
        const Run run = cli({u"ask"_s, u"-"_s, u"--on"_s, u"2027-03-14"_s, u"--territory"_s, u"US"_s}, film());
        QCOMPARE(run.exit, 0);
        QVERIFY2(run.out.contains("-: Yes: Night Ferry may be shown in"), run.out.constData());
        QVERIFY(run.out.contains("[/avail/Transaction/0]"));
    }

    void masksByDefault()
    {
        const Run run = cli({u"mask"_s, u"film.json"_s});
        QCOMPARE(run.exit, 0);
        QByteArray expected = film("US", "1.10");
        expected.replace("Night Ferry", "Title 1").replace("LP-7", "CONTRACT-001");
        QCOMPARE(run.out, expected);
        QCOMPARE(cli({u"mask"_s, u"-"_s}, run.out).out, expected);
        QCOMPARE(cli({u"mask"_s, u"--contracts"_s, u"-"_s}, film()).out, film().replace("LP-7", "CONTRACT-001"));
        const Run all
            = cli({u"mask"_s, u"film.json"_s, u"--all"_s, u"--member"_s, u"country"_s, u"-o"_s, u"masked.json"_s});
        QCOMPARE(all.exit, 0);
        QVERIFY(all.out.isEmpty());
        const QByteArray written = workspace::readFile(m_folder.filePath(u"masked.json"_s)).value();
        QVERIFY(!written.contains("NF-1"));
        QVERIFY(written.contains("\"country\":\"Text 1\""));
    }

    void reports()
    {
        QCOMPARE(cli({u"diff"_s, u"film.json"_s, u"other.json"_s, u"--report"_s, u"r.html"_s, u"--report"_s, u"r.md"_s})
                     .exit,
            1);
        const QByteArray html = workspace::readFile(m_folder.filePath(u"r.html"_s)).value();
        QVERIFY(html.startsWith("<!DOCTYPE html>") && html.contains("9.90") && html.contains("other.json"));
        QVERIFY(workspace::readFile(m_folder.filePath(u"r.md"_s)).value().contains("| Changed |"));
        QCOMPARE(cli({u"diff"_s, u"-"_s, u"-"_s}).exit, 2);
        const Run order = cli({u"diff"_s, u"-"_s, u"film.json"_s, u"--ignore-order"_s}, film());
        QCOMPARE(order.exit, 0);
    }
};

QTEST_GUILESS_MAIN(TestAskCli)
#include "tst_askcli.moc"
