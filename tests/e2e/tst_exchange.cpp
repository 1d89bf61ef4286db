// SPDX-License-Identifier: GPL-3.0-or-later
// marquee-cli against a sandbox of another process: outcomes and exit codes for each fault, batches that are killed and
// resumed, mutual TLS, and secrets that are nowhere afterwards.
#include "support/Authority.h"
#include "support/Films.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <csignal>

using namespace marquee::test;
using namespace Qt::StringLiterals;
using Json = nlohmann::json;

namespace {

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

/// A sandbox in a process of its own.
class Partner
{
public:
    explicit Partner(const QStringList &options = {})
    {
        m_process.start(QStringLiteral(MARQUEE_CLI), QStringList{u"sandbox"_s} + options);
        if (m_process.waitForReadyRead(20000))
            m_url
                = Json::parse(m_process.readLine().toStdString(), nullptr, false).value("prime", std::string()).c_str();
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

class TestExchange : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    void start(QProcess &process, const QStringList &arguments)
    {
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(MARQUEE_CLI), arguments);
    }

    Run cli(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        start(process, arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(120000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    void environment(const QByteArray &url, const QByteArray &more = {})
    {
        QVERIFY(writeFile(path(u"marquee.json"_s),
            "{\"environments\":[{\"name\":\"local\",\"proxy\":\"none\",\"prime\":{\"baseUrl\":\"" + url
                + "\",\"ratePerSecond\":0,\"connections\":8" + more + "}}]}"));
    }

    static QString text(const Json &json, const char *name)
    {
        const auto found = json.is_object() ? json.find(name) : json.end();
        return found == json.end() || !found->is_string() ? QString()
                                                          : QString::fromStdString(found->get<std::string>());
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("MARQUEE_HOME", path(u"home"_s).toLocal8Bit());
        QVERIFY(writeFile(path(u"window.json"_s), windowOfFilm("w1")));
        QVERIFY(writeFile(path(u"full.json"_s), windowOfFilm("w1", "2028-01-01T00:00:00Z", "FullExtract")));
        QVERIFY(writeFile(path(u"batch.json"_s),
            "{\"requestItems\":[" + batchItem("a", "w1", windowOfFilm("w1")) + ','
                + batchItem("b", "w2", windowOfFilm("w2")) + "]}"));
    }

    void faults_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QStringList>("call");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("exit");
        QTest::addColumn<int>("attempts");
        const auto row = [](const char *fault, const char *call, const char *outcome, int exit, int attempts) {
            QTest::addRow("%s: %s", fault, call) << QString::fromLatin1(fault) << QString::fromLatin1(call).split(u' ')
                                                 << QString::fromLatin1(outcome) << exit << attempts;
        };
        row("500x1", "put-full full.json", "accepted", 0, 2);
        row("500", "put-full full.json --retries 0", "failed", 4, 1);
        row("503", "put-full full.json --retries 1", "failed", 4, 2);
        row("429x1", "put-full full.json", "accepted", 0, 2);
        row("401", "put-full full.json", "failed", 6, 1);
        row("reset:put-full", "put-full full.json --retries 1", "unknown", 5, 2);
        row("reset:put-full", "put-full full.json --retries 0 --settle", "accepted", 0, 1);
        row("refuse:put-full", "put-full full.json --retries 0 --settle", "failed", 4, 1);
        row("stall:put-full", "put-full full.json --retries 0 --timeout 0.5", "unknown", 5, 1);
        row("stall:put-full", "put-full full.json --retries 0 --timeout 0.5 --settle", "failed", 4, 1);
        row("slow:put-full", "put-full full.json --retries 0 --timeout 0.5 --settle", "accepted", 0, 1);
        row("truncate:put-full", "put-full full.json --retries 0", "unknown", 5, 1);
        row("garbage", "put-full full.json", "unknown", 5, 1);
        row("html", "put-full full.json", "unknown", 5, 1);
        row("html", "get-full full.json", "failed", 4, 1);
        row("redirect", "put-full full.json", "failed", 4, 1);
        row("partial", "batch-put batch.json", "rejected", 1, 1);
        row("reset", "batch-put batch.json", "unknown", 5, 1);
        row("reset:batch-put", "batch-put batch.json --settle", "accepted", 0, 1);
        row("500", "batch-put batch.json", "failed", 4, 1);
    }
    void faults()
    {
        QFETCH(QString, fault);
        QFETCH(QStringList, call);
        QFETCH(QString, outcome);
        QFETCH(int, exit);
        QFETCH(int, attempts);
        const Partner partner({u"--fault"_s, fault});
        environment(partner.url());
        const Run run = cli(QStringList{u"call"_s} + call + QStringList{u"--env"_s, u"local"_s});
        QVERIFY2(run.exit == exit, qPrintable(QString::number(run.exit) + u' ' + QString::fromUtf8(run.err)));
        const Json line = run.outcome();
        QCOMPARE(text(line, "outcome"), outcome);
        QCOMPARE(line["attempts"].get<int>(), attempts);
        QVERIFY(!text(line, "message").isEmpty());
        const Run history = cli({u"history"_s, u"--limit"_s, u"5"_s, u"--env"_s, u"local"_s});
        bool found = false;
        for (const Json &row : history.lines())
            found = found
                || (text(row, "operation") == call.front() && text(row, "outcome") == outcome
                    && row["attempts"] == Json(attempts));
        QVERIFY2(found, history.out.constData());
    }

    void notReached()
    {
        QByteArray url;
        {
            const Partner partner;
            url = partner.url();
        }
        environment(url);
        const Run run = cli({u"call"_s, u"put-full"_s, u"full.json"_s, u"--env"_s, u"local"_s});
        QCOMPARE(run.exit, 4);
        QCOMPARE(text(run.outcome(), "outcome"), u"failed"_s);
    }

    void history()
    {
        const Run all = cli({u"history"_s, u"--limit"_s, u"3"_s});
        QCOMPARE(all.exit, 0);
        QCOMPARE(all.lines().size(), std::size_t{3});
        const QString id = QString::number(all.lines().front()["id"].get<long long>());
        const Run one = cli({u"history"_s, u"--show"_s, id});
        QVERIFY(one.lines().front()["request"]["body"].get<std::string>().find("NF-1") != std::string::npos);
        QCOMPARE(cli({u"history"_s, u"--find"_s, u"no such text anywhere"_s}).out, QByteArray());
        QCOMPARE(cli({u"history"_s, u"--har"_s, u"h.har"_s}).exit, 0);
        QFile har(path(u"h.har"_s));
        QVERIFY(har.open(QIODevice::ReadOnly));
        QVERIFY(Json::parse(har.readAll().toStdString())["log"]["entries"].size() > 3);
    }

    void mutualTls_data()
    {
        QTest::addColumn<QByteArray>("certificates");
        QTest::addColumn<int>("exit");
        QTest::newRow("right") << QByteArray(",\"clientCertificate\":\"tls/client.crt\",\"clientKey\":\"tls/"
                                             "client.key\",\"caCertificate\":\"tls/ca.crt\"")
                               << 0;
        QTest::newRow("PKCS#12") << QByteArray(
            ",\"clientCertificate\":\"tls/client.p12\",\"clientKeyPassword\":{\"variable\":\"MARQUEE_P12\"},"
            "\"caCertificate\":\"tls/ca.crt\"")
                                 << 0;
        QTest::newRow("no certificate") << QByteArray(",\"caCertificate\":\"tls/ca.crt\"") << 6;
        QTest::newRow("no authority") << QByteArray(
            ",\"clientCertificate\":\"tls/client.crt\",\"clientKey\":\"tls/client.key\"")
                                      << 6;
        QTest::newRow("swapped") << QByteArray(",\"clientCertificate\":\"tls/client.key\",\"clientKey\":\"tls/"
                                               "client.crt\",\"caCertificate\":\"tls/ca.crt\"")
                                 << 6;
        QTest::newRow("another's key") << QByteArray(",\"clientCertificate\":\"tls/client.crt\",\"clientKey\":\"tls/"
                                                     "server.key\",\"caCertificate\":\"tls/ca.crt\"")
                                       << 6;
    }
    void mutualTls()
    {
        QFETCH(QByteArray, certificates);
        QFETCH(int, exit);
        static Authority authority;
        if (!QFileInfo::exists(path(u"tls/ca.crt"_s))) {
            QVERIFY2(authority.isGood() && authority.issue(u"server"_s) && authority.issue(u"client"_s),
                "the openssl command is needed");
            QVERIFY(authority.openssl({u"pkcs12"_s, u"-export"_s, u"-in"_s, authority.file("client.crt"), u"-inkey"_s,
                authority.file("client.key"), u"-out"_s, authority.file("client.p12"), u"-passout"_s,
                u"pass:open-sesame"_s}));
            QVERIFY(QDir().mkpath(path(u"tls"_s)));
            for (const char *name : {"ca.crt", "client.crt", "client.key", "client.p12", "server.key"})
                QVERIFY(QFile::copy(authority.file(name), path(u"tls/"_s + QLatin1StringView(name))));
        }
        qputenv("MARQUEE_P12", "open-sesame");
        const Partner partner({u"--tls"_s, authority.file("server.crt"), authority.file("server.key"), u"--client-ca"_s,
            authority.file("ca.crt")});
        QVERIFY(partner.url().startsWith("https://127.0.0.1:"));
        environment(partner.url(), certificates);
        const Run run = cli({u"call"_s, u"put-full"_s, u"full.json"_s, u"--env"_s, u"local"_s, u"--retries"_s, u"0"_s});
        QVERIFY2(run.exit == exit, qPrintable(QString::number(run.exit) + u' ' + QString::fromUtf8(run.err)));
        QVERIFY(!run.err.contains("open-sesame"));
    }

    /// What was planted is nowhere in what was printed or written.
    void noSecretAnywhere()
    {
        const QByteArray secret = "pl4nted/s3cret+of=ours";
        qputenv("MARQUEE_PLANTED", secret);
        const Partner partner({u"--api-key"_s, QString::fromLatin1(secret)});
        environment(partner.url(), ",\"apiKey\":{\"variable\":\"MARQUEE_PLANTED\"}");
        QByteArray printed;
        const auto add = [&printed](const Run &run) { printed += run.out + run.err; };
        const QStringList to{u"--env"_s, u"local"_s};
        const Run put = cli(QStringList{u"call"_s, u"put-full"_s, u"full.json"_s} + to);
        QCOMPARE(put.exit, 0);
        add(put);
        for (const QString &as : {u"http"_s, u"curl"_s})
            add(cli(QStringList{u"call"_s, u"put-full"_s, u"full.json"_s, u"--dry-run"_s, u"--as"_s, as} + to));
        const Run batch = cli(QStringList{u"batch"_s, u"put"_s, u"window.json"_s, u"--report"_s, u"r.json"_s,
                                  u"--report"_s, u"r.csv"_s, u"--report"_s, u"r.xml"_s}
            + to);
        QCOMPARE(batch.exit, 0);
        add(batch);
        add(cli({u"history"_s, u"--limit"_s, u"100"_s}));
        add(cli({u"history"_s, u"--limit"_s, u"100"_s, u"--har"_s, u"all.har"_s}));
        add(cli(QStringList{u"call"_s, u"get-full"_s, u"full.json"_s, u"--proxy"_s,
                    u"http://me:pr0xy-s3cret@127.0.0.1:1"_s, u"--timeout"_s, u"2"_s}
            + to));
        const QList<QByteArray> never{secret, secret.toBase64(), secret.toPercentEncoding(), "pr0xy-s3cret",
            QByteArray("me:pr0xy-s3cret").toBase64()};
        for (const QByteArray &spelling : never)
            QVERIFY2(!printed.contains(spelling), spelling.constData());
        QDirIterator files(m_folder.path(), QDir::Files, QDirIterator::Subdirectories);
        int looked = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const QByteArray &spelling : never)
                QVERIFY2(!bytes.contains(spelling), qPrintable(file.fileName()));
            ++looked;
        }
        QVERIFY(looked >= 7);
    }

    void batchLines()
    {
        const Partner partner({u"--fault"_s, u"partial:batch-put"_s});
        environment(partner.url());
        const Run run = cli({u"batch"_s, u"put"_s, u"batch.json"_s, u"window.json"_s, u"--env"_s, u"local"_s});
        QCOMPARE(run.exit, 1);
        const std::vector<Json> lines = run.lines();
        QCOMPARE(lines.size(), std::size_t{4});
        for (std::size_t i = 0; i < 3; ++i) {
            for (const char *name : {"run", "item", "file", "transaction", "outcome", "status", "attempts", "message"})
                QVERIFY2(lines[i].contains(name), name);
        }
        QCOMPARE(text(lines[0], "item"), u"a"_s);
        QCOMPARE(text(lines[1], "outcome"), u"rejected"_s);
        for (const char *name : {"run", "items", "accepted", "rejected", "failed", "unknown", "seconds"})
            QVERIFY2(lines[3].contains(name), name);
        QCOMPARE(lines[3]["items"].get<int>(), 3);
    }

    void pathsFromStandardInput()
    {
        const Partner partner;
        environment(partner.url());
        const Run run = cli({u"batch"_s, u"put"_s, u"-"_s, u"--env"_s, u"local"_s}, "window.json\n\nfull.json\n");
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.lines().back()["accepted"].get<int>(), 2);
    }

    void rowsIntoRequests()
    {
        const Partner partner;
        environment(partner.url());
        QVERIFY(writeFile(path(u"rows.csv"_s),
            "Window ID;End;Mood;SRP\nr1;2029-01-01T00:00:00Z;blue;0.10\nr2;2026-01-01T00:00:00Z;;1\nr3;;;9,90\n"));
        const Run run
            = cli({u"batch"_s, u"put"_s, u"rows.csv"_s, u"--template"_s, u"window.json"_s, u"--env"_s, u"local"_s});
        QCOMPARE(run.exit, 1);
        QVERIFY(run.err.contains("“Mood”"));
        const std::vector<Json> lines = run.lines();
        QCOMPARE(lines.back()["accepted"].get<int>(), 1);
        QStringList told;
        for (const Json &line : lines)
            told << text(line, "transaction") + u' ' + text(line, "outcome") + u' ' + text(line, "message");
        QVERIFY(told.filter(u"r2 rejected line 3, End: AV101"_s).size() == 1);
        QVERIFY(told.filter(u"r3 rejected line 4, SRP: "_s).size() == 1);
        const Run got = cli(
            {u"call"_s, u"get-partial"_s, u"window.json"_s, u"--transaction-id"_s, u"r1"_s, u"--env"_s, u"local"_s});
        QVERIFY(got.out.contains("\"value\":0.10"));
    }

    void shardsTogetherAreAll()
    {
        QVERIFY(writeFilms(path(u"many"_s), 60));
        const Partner partner;
        environment(partner.url());
        int sum = 0;
        QSet<QString> files;
        for (int k = 1; k <= 3; ++k) {
            const Run run
                = cli({u"batch"_s, u"put"_s, u"many"_s, u"--env"_s, u"local"_s, u"--shard"_s, u"%1/3"_s.arg(k)});
            QCOMPARE(run.exit, 0);
            for (const Json &line : run.lines())
                files << text(line, "file");
            sum += run.lines().back()["accepted"].get<int>();
        }
        files.remove(QString());
        QCOMPARE(sum, 60);
        QCOMPARE(files.size(), 60);
    }

    void namedRunGoesOn()
    {
        const Partner partner;
        environment(partner.url());
        const QStringList batch{u"batch"_s, u"put"_s, u"many"_s, u"--env"_s, u"local"_s, u"--run"_s, u"nightly-7"_s};
        QCOMPARE(cli(batch).lines().size(), std::size_t{61});
        const Run again = cli(batch);
        QCOMPARE(again.exit, 0);
        QCOMPARE(again.lines().size(), std::size_t{1}); // nothing left to send
        QCOMPARE(again.lines().back()["accepted"].get<int>(), 60);
    }

    void retryFailed()
    {
        const Partner partner({u"--fault"_s, u"500:put-partial@2x1"_s});
        environment(partner.url());
        const QStringList batch{
            u"batch"_s, u"put"_s, u"many"_s, u"--chunk"_s, u"0"_s, u"--env"_s, u"local"_s, u"--retries"_s, u"0"_s};
        const Run first = cli(batch);
        QCOMPARE(first.exit, 4);
        QCOMPARE(first.lines().back()["failed"].get<int>(), 1);
        const Run second = cli(batch + QStringList{u"--retry-failed"_s, text(first.lines().back(), "run")});
        QCOMPARE(second.exit, 0);
        QCOMPARE(second.lines().size(), std::size_t{2}); // the one, and the sum
        QCOMPARE(second.lines().back()["accepted"].get<int>(), 60);
    }

    void interrupted()
    {
        const Partner partner({u"--fault"_s, u"stall:put-partial@20"_s});
        environment(partner.url());
        QProcess process;
        start(process,
            {u"batch"_s, u"put"_s, u"many"_s, u"--chunk"_s, u"0"_s, u"--env"_s, u"local"_s, u"--timeout"_s, u"1"_s,
                u"--retries"_s, u"0"_s});
        QByteArray out;
        while (out.count('\n') < 19 && process.waitForReadyRead(20000))
            out += process.readAllStandardOutput();
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 130);
        out += process.readAllStandardOutput();
        const Json sum = Json::parse(out.trimmed().split('\n').last().toStdString());
        QCOMPARE(sum["accepted"].get<int>(), 19);
        QVERIFY(sum["unknown"].get<int>() <= 1);
    }

    /// Killed anywhere, again and again, and resumed: every item ends accepted, and none that was confirmed is sent
    /// once more.
    void killed_data()
    {
        QTest::addColumn<QString>("chunk");
        QTest::addColumn<int>("kills");
        QTest::newRow("each alone") << u"0"_s << 60;
        QTest::newRow("by the batch endpoint") << u"4"_s << 40;
    }
    void killed()
    {
        QFETCH(QString, chunk);
        QFETCH(int, kills);
        qputenv("MARQUEE_HOME", path(u"home-"_s + chunk).toLocal8Bit());
        QVERIFY(writeFilms(path(u"lots"_s), 900));
        const Partner partner;
        environment(partner.url());
        QStringList batch{
            u"batch"_s, u"put"_s, u"lots"_s, u"--chunk"_s, chunk, u"--jobs"_s, u"3"_s, u"--env"_s, u"local"_s};
        QSet<QString> confirmed;
        QString run;
        int killedInTime = 0;
        for (int kill = 0; kill <= kills; ++kill) {
            QProcess process;
            start(process, run.isEmpty() ? batch : batch + QStringList{u"--resume"_s, run});
            QByteArray out;
            const int after = 1 + kill * 7 % 11; // lines
            while (process.state() != QProcess::NotRunning && (kill == kills || out.count('\n') < after)
                && process.waitForReadyRead(60000))
                out += process.readAllStandardOutput();
            if (kill < kills && process.state() != QProcess::NotRunning) {
                process.kill(); // SIGKILL
                ++killedInTime;
            }
            QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(60000));
            out += process.readAllStandardOutput();
            for (const QByteArray &line : out.left(out.lastIndexOf('\n') + 1).split('\n')) {
                const Json json = Json::parse(line.toStdString(), nullptr, false);
                if (!json.is_object() || json.contains("items"))
                    continue;
                run = text(json, "run");
                QCOMPARE(text(json, "outcome"), u"accepted"_s);
                QVERIFY2(
                    !confirmed.contains(text(json, "transaction")), qPrintable(text(json, "transaction"))); // told once
                confirmed << text(json, "transaction");
            }
            if (kill == kills) {
                QCOMPARE(process.exitCode(), 0);
                const Json sum = Json::parse(out.trimmed().split('\n').last().toStdString());
                QCOMPARE(sum["accepted"].get<int>(), 900);
            }
        }
        QVERIFY(killedInTime > kills / 2);
        // What the partner had confirmed in one process's journal was put once and no more.
        const Run history = cli({u"history"_s, u"--limit"_s, u"100000"_s});
        QHash<QString, int> sent;
        for (const Json &row : history.lines()) {
            if (text(row, "operation") == u"put-partial"_s && text(row, "outcome") == u"accepted"_s)
                ++sent[text(row, "subject")];
        }
        for (auto it = sent.begin(); it != sent.end(); ++it)
            QVERIFY2(it.value() == 1, qPrintable(it.key()));
    }
};

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
