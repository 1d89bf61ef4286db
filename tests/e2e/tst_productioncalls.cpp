// SPDX-License-Identifier: GPL-3.0-or-later
// marquee-cli asks Atom Tickets for productions, against the sandbox of another process: outcomes and exit codes, every
// page in one reply, what isn't sent, and secrets that are nowhere afterwards.
#include "support/Films.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace marquee::test;
using namespace Qt::StringLiterals;
using Json = nlohmann::json;

namespace {

const QByteArray planted = "pl4nted-atom-key";

struct Run
{
    int exit = -1;
    QByteArray out;
    QByteArray err;

    Json body() const { return Json::parse(out.toStdString(), nullptr, false); }
    /// The line of a call's outcome: the last on standard error.
    Json outcome() const { return Json::parse(err.trimmed().split('\n').last().toStdString(), nullptr, false); }
};

QString text(const Json &json, const char *name)
{
    const auto found = json.is_object() ? json.find(name) : json.end();
    return found == json.end() || !found->is_string() ? QString() : QString::fromStdString(found->get<std::string>());
}

int number(const Json &json, const char *name)
{
    const auto found = json.is_object() ? json.find(name) : json.end();
    return found == json.end() || !found->is_number() ? -1 : found->get<int>();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A sandbox in a process of its own.
class Partner
{
public:
    explicit Partner(const QStringList &options = {})
    {
        m_process.start(QStringLiteral(MARQUEE_CLI), QStringList{u"sandbox"_s} + options);
        if (m_process.waitForReadyRead(20000))
            m_url = text(Json::parse(m_process.readLine().toStdString(), nullptr, false), "atom").toLatin1();
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

/// `count` ids of the sandbox's catalogue, from `first` on.
QByteArray someIds(int first, int count, const QByteArray &between = ",")
{
    QByteArrayList ids;
    for (int i = first; i < first + count; ++i)
        ids << "B" + QByteArray::number(i).rightJustified(10, '0');
    return ids.join(between);
}

} // namespace

class TestProductionCalls : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    Run call(const QString &words, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        process.start(QStringLiteral(MARQUEE_CLI), QStringList{u"call"_s} + words.split(u' '));
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(120000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    void environment(const QByteArray &url) const
    {
        QVERIFY(writeFile(path(u"marquee.json"_s),
            "{\"environments\":[{\"name\":\"local\",\"proxy\":\"none\",\"atom\":{\"baseUrl\":\"" + url
                + "\",\"apiKey\":{\"variable\":\"ATOM_TEST_KEY\"},\"partner\":\"acme\"}},"
                  "{\"name\":\"films\",\"prime\":{\"baseUrl\":\"http://127.0.0.1:1/v1\"}}]}"));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("MARQUEE_HOME", path(u"home"_s).toLocal8Bit());
        qputenv("ATOM_TEST_KEY", planted);
        environment("http://127.0.0.1:1");
    }

    void asks_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QByteArray>("holds");
        const auto row = [](const char *words, const char *outcome, int exit, const char *holds) {
            QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(outcome) << exit
                                 << QByteArray(holds);
        };
        row("atom-ping", "accepted", 0, "");
        row("production-by-ids --ids B0000000001,B0000000002", "accepted", 0, "\"id\":\"B0000000002\"");
        row("production-by-ids --ids B0000000001 --marketplace US --page-size 1", "accepted", 0, "B0000000001");
        row("production-by-ids --ids B9999999999", "accepted", 0, "\"productionDetails\":[]");
        row("productions-by-name --name ferry", "accepted", 0, "Night Ferry");
        row("productions-by-name --name nothing-is-called-that", "accepted", 0, "\"productionDetails\":[]");
        row("productions-by-vendor-id --vendor-id HO005000", "accepted", 0, "productionDetails");
        row("production-ids-by-venue --venue C0000000001 --start 2027-03-14T00:00:00Z --end 2027-03-15T00:00:00+01:00",
            "accepted", 0, "\"ids\":[");
        row("production-ids-by-venue --venue C0000000001 --local --start 2027-03-14T00:00:00 --end 2027-03-15T00:00:00",
            "accepted", 0, "\"ids\":[");
        row("production-ids-by-venue --venue C9 --start 2027-03-14T00:00:00Z --end 2027-03-15T00:00:00Z", "rejected", 1,
            "no such venue");
    }

    void asks()
    {
        QFETCH(const QString, words);
        QFETCH(const QByteArray, holds);
        const Run run = call(words + u" --env sandbox"_s);
        const Json line = run.outcome();
        QTEST(text(line, "outcome"), "outcome");
        QTEST(run.exit, "exit");
        QCOMPARE(text(line, "operation"), words.section(u' ', 0, 0));
        QVERIFY2(run.out.contains(holds), run.out.left(500).constData());
        QCOMPARE(number(line, "bytes_received"), static_cast<int>(run.out.size()));
    }

    void idsComeFromAnywhere()
    {
        QVERIFY(writeFile(path(u"ids.txt"_s), someIds(1, 3, "\n") + "\n"));
        QVERIFY(writeFile(path(u"query.json"_s), "{\"ids\": [\"B0000000004\"], \"pageSize\": 5, \"mine\": 1.50}"));
        QCOMPARE(call(u"production-by-ids --ids @ids.txt --env sandbox"_s).body()["productionDetails"].size(), 3u);
        QCOMPARE(call(u"production-by-ids --ids - --env sandbox"_s, "{\"ids\":[\"B0000000009\"]}")
                     .body()["productionDetails"]
                     .size(),
            1u);
        QCOMPARE(call(u"production-by-ids query.json --env sandbox"_s).body()["productionDetails"].size(), 1u);
        const QByteArray sent = call(u"production-by-ids query.json --env sandbox --dry-run"_s).out;
        QVERIFY(sent.endsWith("\r\n\r\n{\"ids\": [\"B0000000004\"], \"pageSize\": 5, \"mine\": 1.50}"));
        const QByteArray changed
            = call(u"production-by-ids query.json --page 0 --page-size 7 --env sandbox --dry-run"_s).out;
        QVERIFY2(changed.contains("\"pageSize\": 7, \"mine\": 1.50, \"page\": 0"), changed.constData());
        const Run missing = call(u"production-by-ids --ids @nowhere.txt --env sandbox"_s);
        QCOMPARE(missing.exit, 3);
        const Run torn = call(u"production-by-ids - --env sandbox"_s, "{\"ids\":[");
        QCOMPARE(torn.exit, 3);
    }

    void aVenuesDocumentIsAsked()
    {
        QVERIFY(writeFile(path(u"venue.json"_s),
            "{\"venueId\":\"C0000000001\",\"isoStartDate\":\"2027-03-14T00:00:00Z\",\"isoEndDate\":"
            "\"2027-03-15T00:00:00Z\"}"));
        const Run run = call(u"production-ids-by-venue venue.json --env sandbox"_s);
        QCOMPARE(run.exit, 0);
        // what a venue answers with can be asked for as it stands
        QCOMPARE(call(u"production-by-ids - --page-size 100 --env sandbox"_s, run.out).exit, 0);
    }

    void everyPage()
    {
        const Partner partner; // one: its replies link to itself
        environment(partner.url());
        const Run one = call(u"production-by-ids --ids %1 --env local"_s.arg(QString::fromLatin1(someIds(1, 60))));
        QCOMPARE(one.body()["productionDetails"].size(), 25u);
        QVERIFY(one.err.contains("--all-pages"));
        const Run all
            = call(u"production-by-ids --ids %1 --all-pages --env local"_s.arg(QString::fromLatin1(someIds(1, 60))));
        QCOMPARE(all.exit, 0);
        QCOMPARE(number(all.outcome(), "pages"), 3);
        QCOMPARE(number(all.outcome(), "attempts"), 3);
        const Json list = all.body()["productionDetails"];
        QCOMPARE(list.size(), 60u);
        for (std::size_t i = 0; i < list.size(); ++i)
            QCOMPARE(text(list[i], "id").toLatin1(), someIds(static_cast<int>(i) + 1, 1));
        // whose numbers are written as they were sent
        QVERIFY(all.out.startsWith(one.out.left(one.out.indexOf("\"pageInfo\"") - 2)));
        const Run again = call(u"production-by-ids --ids %1 --all-pages --page-size 100 --env local"_s.arg(
            QString::fromLatin1(someIds(1, 60))));
        QCOMPARE(number(again.outcome(), "pages"), 1);
    }

    void aLostPageKeepsNothing()
    {
        const Partner partner({u"--fault"_s, u"500:production-by-ids@2x9"_s});
        environment(partner.url());
        const Run run = call(u"production-by-ids --ids %1 --all-pages --env local --retries 0"_s.arg(
            QString::fromLatin1(someIds(1, 60))));
        QCOMPARE(run.exit, 4);
        QCOMPARE(text(run.outcome(), "outcome"), u"failed"_s);
        QVERIFY(!run.out.contains("B0000000001"));
    }

    void faults_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("exit");
        QTest::addColumn<int>("attempts");
        const auto row = [](const char *fault, const char *outcome, int exit, int attempts) {
            QTest::newRow(fault) << QString::fromLatin1(fault) << QString::fromLatin1(outcome) << exit << attempts;
        };
        row("429x1", "accepted", 0, 2);
        row("503x1", "accepted", 0, 2);
        row("500x1", "accepted", 0, 2);
        row("500", "failed", 4, 2);
        row("401", "failed", 6, 1);
        row("resetx1", "accepted", 0, 2);
        row("reset", "failed", 4, 2);
        row("refuse", "failed", 4, 2);
        row("truncate", "failed", 4, 2);
        row("garbage", "failed", 4, 1);
        row("html", "failed", 4, 1);
        row("redirect", "failed", 4, 1);
    }

    void faults()
    {
        QFETCH(const QString, fault);
        const Partner partner({u"--fault"_s, fault.contains(u'x') ? fault : fault + u"x99"_s});
        environment(partner.url());
        const Run run = call(u"production-by-ids --ids B0000000001 --env local --retries 1"_s);
        const Json line = run.outcome();
        QTEST(text(line, "outcome"), "outcome");
        QTEST(run.exit, "exit");
        QTEST(number(line, "attempts"), "attempts");
    }

    void theKey()
    {
        const Partner partner({u"--api-key"_s, QString::fromLatin1(planted)});
        environment(partner.url());
        QCOMPARE(call(u"atom-ping --env local"_s).exit, 0);
        QCOMPARE(call(u"production-by-ids --ids B0000000001 --env local"_s).exit, 0);
        for (const QString &as : {u"http"_s, u"curl"_s}) {
            const Run shown = call(u"productions-by-name --name a+b --env local --dry-run --as "_s + as);
            QCOMPARE(shown.exit, 0);
            QVERIFY(shown.out.contains("$ATOM_TEST_KEY") && shown.out.contains("X-Atom-Partner: acme"));
            QVERIFY(shown.out.contains("name=a%2Bb"));
            QVERIFY(!shown.out.contains(planted));
        }
        qputenv("ATOM_TEST_KEY", "another");
        QCOMPARE(call(u"atom-ping --env local"_s).exit, 6);
        for (QDirIterator files(path(u"home"_s), QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
            QVERIFY2(!read(files.next()).contains(planted), qPrintable(files.filePath()));
    }

    void notSent_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *words, int exit, const char *says) {
            QTest::newRow(words) << QString::fromLatin1(words) << exit << QByteArray(says);
        };
        row("production-by-ids --env local", 2, "--ids");
        row("productions-by-name --env local", 2, "--name");
        row("productions-by-vendor-id --circuit 1 --env local", 2, "--vendor-id");
        row("production-ids-by-venue --env local", 2, "--venue");
        row("production-by-ids --ids B1 --page-size 101 --env local", 1, "AT003");
        row("production-by-ids --ids B1 --page-size 0 --env local", 1, "AT003");
        row("production-by-ids --ids B1 --page=-1 --env local", 1, "AT003");
        row("production-ids-by-venue --venue C1 --env local", 1, "AT005");
        row("production-ids-by-venue --venue C1 --start 2027-03-14T00:00:00 --end 2027-03-15T00:00:00 --env local", 1,
            "AT005");
        row("production-ids-by-venue --venue C1 --local --start 2027-03-14T00:00:00Z --end 2027-03-15T00:00:00Z --env "
            "local",
            1, "AT005");
        row("atom-ping --env films", 2, "Atom Tickets");
        row("atom-ping --env nowhere", 2, "nowhere");
        row("production-by-ids --ids B1 --page many --env local", 2, "page");
    }

    void notSent()
    {
        QFETCH(const QByteArray, says);
        QFETCH(const QString, words);
        const Run run = call(words);
        QTEST(run.exit, "exit");
        QVERIFY2(run.err.contains(says), run.err.constData());
        QVERIFY(run.out.isEmpty());
    }

    void forced()
    {
        const Run run = call(u"production-by-ids --ids B0000000001 --page-size 101 --env sandbox --force"_s);
        QVERIFY(run.exit == 0 || run.exit == 1); // whatever the partner says to it
        QVERIFY(!text(run.outcome(), "outcome").isEmpty());
    }

    void notReached() { QCOMPARE(call(u"atom-ping --env local --retries 0"_s).exit, 4); }
};

QTEST_GUILESS_MAIN(TestProductionCalls)
#include "tst_productioncalls.moc"
