// SPDX-License-Identifier: GPL-3.0-or-later
// marquee-cli with messages of performances, against the sandbox of another process: outcomes and exit codes, numbers
// that are never used twice, what is held back, batches that are killed and resumed, and secrets that are nowhere
// afterwards.
#include "support/Films.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <csignal>

using namespace marquee::test;
using namespace Qt::StringLiterals;
using Json = nlohmann::json;

namespace {

const QByteArray planted = "tR0ub4dor-planted";

QByteArray message(const QByteArray &sequence, const QByteArray &time = "19:30")
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ShowTimeAnalytics dataSupplierId=\"SUP-01\" messageSequence=\""
        + sequence
        + "\">\n  <Performances>\n    <Performance id=\"P-1\" siteId=\"S-1\">\n      "
          "<EventId><![CDATA[E-1]]></EventId>\n"
          "      <Date>2027-03-14</Date>\n      <Time>"
        + time
        + "</Time>\n      <PrintFormats><PrintFormat><![CDATA[3D]]></PrintFormat></PrintFormats>\n      "
          "<RunWeek>1</RunWeek>\n"
          "      <HallId><![CDATA[H-1]]></HallId>\n    </Performance>\n  </Performances>\n</ShowTimeAnalytics>\n";
}

struct Run
{
    int exit = -1;
    QByteArray out;
    QByteArray err;

    std::vector<Json> lines() const
    {
        std::vector<Json> all;
        for (const QByteArray &line : out.split('\n')) {
            if (!line.isEmpty())
                all.push_back(Json::parse(line.toStdString(), nullptr, false));
        }
        return all;
    }
    /// The line of a call's outcome: the last on standard error.
    Json outcome() const { return Json::parse(err.trimmed().split('\n').last().toStdString(), nullptr, false); }
};

QString text(const Json &json, const char *name)
{
    const auto found = json.is_object() ? json.find(name) : json.end();
    return found == json.end() || !found->is_string() ? QString() : QString::fromStdString(found->get<std::string>());
}

/// A sandbox in a process of its own.
class Partner
{
public:
    explicit Partner(const QStringList &options = {})
    {
        m_process.start(QStringLiteral(MARQUEE_CLI), QStringList{u"sandbox"_s} + options);
        if (m_process.waitForReadyRead(20000))
            m_url = text(Json::parse(m_process.readLine().toStdString(), nullptr, false), "showtime").toLatin1();
    }
    ~Partner()
    {
        m_process.terminate();
        m_process.waitForFinished(20000);
    }
    QByteArray url() const { return m_url; }

private:
    QProcess m_process;
    QByteArray m_url;
};

} // namespace

class TestMessageCalls : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    void start(QProcess &process, const QStringList &arguments) const
    {
        process.setWorkingDirectory(m_folder->path());
        process.start(QStringLiteral(MARQUEE_CLI), arguments);
    }

    Run cli(const QString &words) const
    {
        QProcess process;
        start(process, words.split(u' '));
        process.closeWriteChannel();
        if (!process.waitForFinished(120000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    void environment(const QByteArray &url) const
    {
        QVERIFY(writeFile(path(u"marquee.json"_s),
            "{\"environments\":[{\"name\":\"local\",\"proxy\":\"none\",\"showtime\":{\"baseUrl\":\"" + url
                + "\",\"user\":\"anna\",\"password\":{\"variable\":\"SHOW_PASSWORD\"}}},"
                  "{\"name\":\"films\",\"prime\":{\"baseUrl\":\"http://127.0.0.1:1/v1\"}}]}"));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("MARQUEE_HOME", path(u"home"_s).toLocal8Bit());
        qputenv("SHOW_PASSWORD", planted);
        QVERIFY(writeFile(path(u"a.xml"_s), message("1001")));
        QVERIFY(writeFile(path(u"wrong.xml"_s), message("1001", "25:30")));
        QVERIFY(writeFile(path(u"torn.xml"_s), "<ShowTimeAnalytics>"));
        QVERIFY(writeFile(path(u"avail.json"_s), windowOfFilm("w1")));
    }

    void faults_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("more");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("exit");
        QTest::addColumn<int>("attempts");
        const auto row = [](const char *fault, const char *more, const char *outcome, int exit, int attempts) {
            QTest::addRow("%s %s", fault, more) << QString::fromLatin1(fault) << QString::fromLatin1(more)
                                                << QString::fromLatin1(outcome) << exit << attempts;
        };
        row("", "", "accepted", 0, 1);
        row("503x1", "", "accepted", 0, 2);
        row("503", "--retries 1", "failed", 4, 2);
        row("429x1", "", "accepted", 0, 2);
        row("500", "", "failed", 4, 1);
        row("401", "", "failed", 6, 1);
        row("reset", "--settle", "unknown", 5, 1);
        row("refuse", "", "unknown", 5, 1);
        row("truncate", "", "unknown", 5, 1);
        row("html", "", "unknown", 5, 1);
        row("garbage", "", "unknown", 5, 1);
        row("redirect", "", "failed", 4, 1);
        row("stall", "--timeout 0.5", "unknown", 5, 1);
        row("503:put-full", "", "accepted", 0, 1); // another operation's
        row("503:post-performancex1", "", "accepted", 0, 2);
    }
    void faults()
    {
        QFETCH(QString, fault);
        QFETCH(QString, more);
        QFETCH(QString, outcome);
        QFETCH(int, exit);
        QFETCH(int, attempts);
        const Partner partner(fault.isEmpty() ? QStringList() : QStringList{u"--fault"_s, fault});
        environment(partner.url());
        const Run run = cli(u"call post-performance a.xml --env local "_s + more.trimmed()
            + (more.isEmpty() ? u"--retries 3"_s : u""_s));
        const Json line = run.outcome();
        QCOMPARE(text(line, "outcome"), outcome);
        QCOMPARE(run.exit, exit);
        QCOMPARE(line.value("attempts", -1), attempts);
        QCOMPARE(text(line, "operation"), u"post-performance"_s);
        QCOMPARE(text(line, "transaction"), u"SUP-01/1001"_s);
        QVERIFY(outcome != "unknown"_L1 || text(line, "message").contains(u"callback"_s));
        QVERIFY(outcome != "accepted"_L1 || text(line, "message").contains(u"Queued"_s));
    }

    void heldBack()
    {
        const Partner partner;
        environment(partner.url());
        QCOMPARE(cli(u"call post-performance a.xml --env local"_s).exit, 0);
        const Run again = cli(u"call post-performance a.xml --env local"_s);
        QCOMPARE(again.exit, 1);
        QVERIFY(again.err.contains("PF012"));
        QVERIFY(again.out.isEmpty());
        QCOMPARE(cli(u"call post-performance a.xml --env local --force"_s).exit, 0);
        const Run next = cli(u"call post-performance a.xml --env local --next-sequence"_s);
        QCOMPARE(next.exit, 0);
        QCOMPARE(text(next.outcome(), "transaction"), u"SUP-01/1002"_s);
        QCOMPARE(text(cli(u"call post-performance a.xml --env local --next-sequence"_s).outcome(), "transaction"),
            u"SUP-01/1003"_s);
        QFile file(path(u"a.xml"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), message("1001")); // it stays as it is
        const Run wrong = cli(u"call post-performance wrong.xml --env local --next-sequence"_s);
        QCOMPARE(wrong.exit, 1);
        QVERIFY(wrong.err.contains("PF004"));
        QCOMPARE(text(cli(u"call post-performance a.xml --env local --next-sequence"_s).outcome(), "transaction"),
            u"SUP-01/1004"_s);
        const Run history = cli(u"history --limit 1"_s);
        QCOMPARE(text(history.lines().front(), "subject"), u"SUP-01/1004"_s);
        QCOMPARE(text(history.lines().front(), "operation"), u"post-performance"_s);
        const Run shown = cli(u"history --show %1"_s.arg(history.lines().front().value("id", 0)));
        QVERIFY(shown.out.contains("messageSequence=\\\"1004\\\""));
        QCOMPARE(cli(u"history --find SUP-01/1002"_s).lines().size(), std::size_t{1});
    }

    void usage_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("exit");
        QTest::newRow("no file") << u"call post-performance --env local"_s << 2;
        QTest::newRow("no such file") << u"call post-performance no.xml --env local"_s << 3;
        QTest::newRow("ill-formed") << u"call post-performance torn.xml --env local"_s << 3;
        QTest::newRow("ill-formed, numbered")
            << u"call post-performance torn.xml --env local --force --next-sequence"_s << 3;
        QTest::newRow("an avail") << u"call post-performance avail.json --env local"_s << 1;
        QTest::newRow("a message as an avail") << u"call put-full a.xml --env films"_s << 1;
        QTest::newRow("no Showtime there") << u"call post-performance a.xml --env films"_s << 2;
        QTest::newRow("no such environment") << u"call post-performance a.xml --env nowhere"_s << 2;
        QTest::newRow("number for an avail") << u"call put-full avail.json --env films --next-sequence"_s << 2;
        QTest::newRow("not there") << u"call post-performance a.xml --env local --retries 0"_s << 4;
        QTest::newRow("batch: number for avails") << u"batch put avail.json --env films --next-sequence"_s << 2;
        QTest::newRow("batch: template") << u"batch post-performance a.xml --env local --template a.xml"_s << 2;
        QTest::newRow("batch: unreadable") << u"batch post-performance torn.xml --env local"_s << 3;
        QTest::newRow("batch: an avail") << u"batch post-performance avail.json --env local"_s << 1;
    }
    void usage()
    {
        QFETCH(QString, words);
        QFETCH(int, exit);
        environment("http://127.0.0.1:1/data/pos/");
        const Run run = cli(words);
        QVERIFY2(run.exit == exit, run.err.constData());
        QVERIFY(!run.err.isEmpty() || !run.out.isEmpty());
    }

    void dryRun()
    {
        environment("https://circuit.example/data/pos/");
        qunsetenv("SHOW_PASSWORD"); // it isn't needed
        const Run http = cli(u"call post-performance a.xml --env local --dry-run"_s);
        QCOMPARE(http.exit, 0);
        QVERIFY(http.out.startsWith("POST /data/pos/ HTTP/1.1\r\nHost: circuit.example\r\n"));
        QVERIFY(http.out.contains("$SHOW_PASSWORD"));
        QVERIFY(http.out.endsWith(QByteArray("\r\n\r\n" + message("1001"))));
        const Run curl = cli(u"call post-performance a.xml --env local --dry-run --as curl --next-sequence"_s);
        QCOMPARE(curl.exit, 0);
        QVERIFY(curl.out.contains("messageSequence=\"1\"")); // shown, and not used up
        QVERIFY(curl.out.contains("--user 'anna:'\"$SHOW_PASSWORD\""));
        QVERIFY(cli(u"call post-performance a.xml --env local --dry-run --next-sequence"_s)
                    .out.contains("messageSequence=\"1\""));
        QVERIFY(!QFile::exists(path(u"home/journal.sqlite"_s)));
    }

    void secrets()
    {
        const Partner partner;
        environment(partner.url());
        const Run call = cli(u"--verbose call post-performance a.xml --env local"_s);
        const Run batch = cli(u"batch post-performance a.xml --env local --next-sequence --report r.json"_s);
        const Run history = cli(u"history --har all.har"_s);
        const Run shown = cli(u"history --show 1"_s);
        QCOMPARE(call.exit + batch.exit + history.exit + shown.exit, 0);
        QByteArray all = call.out + call.err + batch.out + batch.err + history.out + shown.out;
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile any(files.next());
            QVERIFY(any.open(QIODevice::ReadOnly));
            all += any.readAll();
        }
        QVERIFY(all.contains("$SHOW_PASSWORD"));
        for (const QByteArray &secret : {planted, planted.toBase64(), QByteArray("anna:" + planted).toBase64()})
            QVERIFY2(!all.contains(secret), secret.constData());
    }

    void damagedNumbers()
    {
        const Partner partner;
        environment(partner.url());
        QCOMPARE(cli(u"call post-performance a.xml --env local --next-sequence"_s).exit, 0);
        QDirIterator files(path(u"home/sequences"_s), {u"*.txt"_s}, QDir::Files);
        QVERIFY(files.hasNext());
        const QString file = files.next();
        QVERIFY(writeFile(file, "marquee-sequence 1\n"));
        const Run run = cli(u"call post-performance a.xml --env local --next-sequence"_s);
        QVERIFY(run.exit != 0);
        QVERIFY(run.err.contains(QFileInfo(file).fileName().toUtf8()));
        QVERIFY(QFile::remove(file));
        QCOMPARE(text(cli(u"call post-performance a.xml --env local --next-sequence"_s).outcome(), "transaction"),
            u"SUP-01/2"_s);
    }

    void batch()
    {
        const Partner partner({u"--fault"_s, u"500:post-performance@2"_s});
        environment(partner.url());
        for (const char *number : {"1", "2", "3"})
            QVERIFY(writeFile(path(u"in/%1.xml"_s.arg(QLatin1StringView(number))), message(number)));
        QVERIFY(writeFile(path(u"in/4.xml"_s), message("4", "25:30")));
        const Run run = cli(u"batch post-performance in --env local --report r.csv --report r.xml --retries 0"_s);
        QCOMPARE(run.exit, 4);
        const std::vector<Json> lines = run.lines();
        QCOMPARE(lines.size(), std::size_t{5});
        QHash<QString, Json> items; // what isn't sent may be told before what was sent in front of it
        for (const Json &line : lines)
            items.insert(text(line, "transaction"), line);
        QCOMPARE(text(items.value(u"SUP-01/1"_s), "outcome"), u"accepted"_s);
        QCOMPARE(text(items.value(u"SUP-01/2"_s), "outcome"), u"failed"_s);
        QCOMPARE(text(items.value(u"SUP-01/4"_s), "outcome"), u"rejected"_s);
        QCOMPARE(items.value(u"SUP-01/4"_s).value("attempts", -1), 0);
        QCOMPARE(lines[4].value("accepted", -1), 2);
        QVERIFY(QFile::exists(path(u"r.csv"_s)) && QFile::exists(path(u"r.xml"_s)));
        const QString name = text(lines[4], "run");
        const Run again = cli(u"batch post-performance --env local --retry-failed "_s + name);
        QCOMPARE(again.exit, 1); // the wrong one is as wrong as it was
        QCOMPARE(again.lines().back().value("accepted", -1), 3);
    }

    /// Whatever was on its way when it was killed is unknown afterwards; nothing goes twice, and no number is used
    /// twice.
    void killedAndResumed()
    {
        const Partner partner;
        environment(partner.url());
        constexpr int count = 60;
        for (int i = 0; i < count; ++i)
            QVERIFY(writeFile(path(u"in/%1.xml"_s.arg(i, 3, 10, QLatin1Char('0'))), message("1")));
        const QString words = u"batch post-performance in --env local --next-sequence --run night"_s;
        for (int told = 3; told < 12; told += 4) {
            QProcess process;
            start(process, words.split(u' '));
            QByteArray said;
            while (said.count('\n') < told && process.waitForReadyRead(20000))
                said += process.readAllStandardOutput();
            QVERIFY(said.count('\n') >= told);
            ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
            process.waitForFinished(20000);
        }
        const Run run = cli(words);
        QVERIFY2(run.exit == 0 || run.exit == 5, run.err.constData());
        const Json sum = run.lines().back();
        QCOMPARE(sum.value("accepted", -1) + sum.value("unknown", -1), count);
        QVERIFY(sum.value("unknown", -1) <= 3);
        QStringList sent;
        for (const Json &line : cli(u"history --limit 500"_s).lines())
            sent << text(line, "subject");
        QVERIFY(sent.size() >= count);
        QCOMPARE(sent.removeDuplicates(), 0);
    }
};

QTEST_GUILESS_MAIN(TestMessageCalls)
#include "tst_messagecalls.moc"
