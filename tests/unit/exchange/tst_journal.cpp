// SPDX-License-Identifier: GPL-3.0-or-later
// Journal and JournalReader: written ahead, found again, limited, and never with a secret in it.
#include "exchange/Journal.h"
#include "exchange/JournalReader.h"

#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace marquee;
using namespace marquee::exchange;
using namespace Qt::StringLiterals;

namespace {

JournalRequest request(const QString &subject, const QByteArray &body = "{\"avail\":1}")
{
    JournalRequest request;
    request.started = QDateTime::currentDateTimeUtc();
    request.environment = u"test"_s;
    request.operation = u"put-full"_s;
    request.document = u"a.json"_s;
    request.subject = subject;
    request.method = "PUT";
    request.url = "https://x.example/v1/avails/L/full-extract/" + subject.toUtf8() + "?territory=US";
    request.headers = {{"Content-Type", "application/json"}, {"x-api-key", "$KEY"}};
    request.body = body;
    return request;
}

JournalReply reply(const QString &outcome, const QByteArray &body = "{\"success\":true}")
{
    JournalReply reply;
    reply.ended = QDateTime::currentDateTimeUtc();
    reply.outcome = outcome;
    reply.message = u"The partner took it."_s;
    reply.status = 200;
    reply.attempts = 2;
    reply.elapsedMs = 12;
    reply.headers = {{"x-request-id", "r-1"}};
    reply.body = body;
    return reply;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    JournalOptions fresh()
    {
        JournalOptions options;
        options.path = m_folder.filePath(u"%1/journal.sqlite"_s.arg(++m_files));
        return options;
    }

    static qint64 begin(Journal &journal, const JournalRequest &request)
    {
        std::optional<Expected<qint64>> row;
        journal.begin(request, {}, [&row](const Expected<qint64> &result) { row = result; });
        [&row] { QTRY_VERIFY(row.has_value()); }();
        return row && *row ? **row : 0;
    }

private Q_SLOTS:
    void places()
    {
        qputenv("MARQUEE_HOME", "/tmp/mh");
        QCOMPARE(Journal::defaultPath(), u"/tmp/mh/journal.sqlite"_s);
        qunsetenv("MARQUEE_HOME");
        QVERIFY(Journal::defaultPath().endsWith(u"/marquee/journal.sqlite"_s));
        QCOMPARE(JournalReader::open(u"/nonexistent/j.sqlite"_s).error().code, Error::Code::NotFound);
        JournalOptions options;
        options.path = u"/proc/nothing/journal.sqlite"_s;
        QVERIFY(!Journal::open(options).has_value());
        options.path = m_folder.filePath(u"text"_s);
        QFile file(options.path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8192, 'x')) > 0);
        file.close();
        QVERIFY(!Journal::open(options).has_value()); // somebody else's file
    }

    void roundTrip()
    {
        const JournalOptions options = fresh();
        const auto journal = Journal::open(options).value();
        const qint64 id = begin(*journal, request(u"NF-1"_s));
        QVERIFY(id > 0);
        const auto reader = JournalReader::open(options.path).value();
        const JournalRecord open = reader->find(id).value();
        QCOMPARE(open.reply.outcome, u"unknown"_s);
        QVERIFY(open.isRunning && !open.reply.ended.isValid());
        QCOMPARE(open.request.body, QByteArray("{\"avail\":1}"));

        bool written = false;
        journal->end(
            id, reply(u"accepted"_s), 0, {}, [&written](const Expected<void> &done) { written = done.has_value(); });
        QTRY_VERIFY(written);
        const JournalRecord done = reader->find(id).value();
        QCOMPARE(done.reply.outcome, u"accepted"_s);
        QCOMPARE(done.reply.attempts, 2);
        QCOMPARE(done.request.headers.size(), std::size_t{2});
        QCOMPARE(done.reply.headers.front().second, QByteArray("r-1"));
        QCOMPARE(done.reply.body, QByteArray("{\"success\":true}"));
        QVERIFY(!reader->find(id + 1).has_value());
        QCOMPARE(QFile::permissions(options.path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void filters_data()
    {
        QTest::addColumn<QString>("environment");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("all") << QString() << QString() << QString() << QStringList{u"C"_s, u"B"_s, u"A"_s};
        QTest::newRow("environment") << u"other"_s << QString() << QString() << QStringList{u"B"_s};
        QTest::newRow("outcome") << QString() << u"accepted"_s << QString() << QStringList{u"A"_s};
        QTest::newRow("no end") << QString() << u"unknown"_s << QString() << QStringList{u"C"_s, u"B"_s};
        QTest::newRow("in the address") << QString() << QString() << u"EXTRACT/b"_s << QStringList{u"B"_s};
        QTest::newRow("in what was sent") << QString() << QString() << u"Night Ferry"_s << QStringList{u"C"_s};
        QTest::newRow("in what came") << QString() << QString() << u"success"_s << QStringList{u"A"_s};
        QTest::newRow("a quote") << QString() << QString() << u"' OR 1=1 --"_s << QStringList{};
        QTest::newRow("nowhere") << QString() << QString() << u"zebra"_s << QStringList{};
    }
    void filters()
    {
        QFETCH(QString, environment);
        QFETCH(QString, outcome);
        QFETCH(QString, text);
        QFETCH(QStringList, found);
        const JournalOptions options = fresh();
        const auto journal = Journal::open(options).value();
        const qint64 a = begin(*journal, request(u"A"_s));
        JournalRequest b = request(u"B"_s);
        b.environment = u"other"_s;
        begin(*journal, b);
        begin(*journal, request(u"C"_s, "{\"t\":\"Night Ferry\"}"));
        journal->end(a, reply(u"accepted"_s), 0, {}, {});
        journal->flush();
        JournalFilter filter;
        filter.environment = environment;
        filter.outcome = outcome;
        filter.text = text;
        QStringList subjects;
        for (const JournalRecord &record : JournalReader::open(options.path).value()->list(filter))
            subjects << record.request.subject;
        QCOMPARE(subjects, found);
    }

    void groups()
    {
        const JournalOptions options = fresh();
        const auto journal = Journal::open(options).value();
        std::vector<qint64> rows;
        for (int i = 0; i < 500; ++i)
            journal->begin(
                request(QString::number(i)), {}, [&rows](const Expected<qint64> &row) { rows.push_back(row.value()); });
        QTRY_COMPARE(rows.size(), std::size_t{500});
        QVERIFY(std::is_sorted(rows.begin(), rows.end()));
    }

    /// A disk that is full fails as a value, and what was there stays.
    void fullDisk()
    {
        JournalOptions options = fresh();
        options.pageLimit = 40;
        const auto journal = Journal::open(options).value();
        std::optional<Error> error;
        int good = 0;
        for (int i = 0; i < 50; ++i)
            journal->begin(request(QString::number(i), QByteArray(8000, 'x')), {}, [&](const Expected<qint64> &row) {
                if (row)
                    ++good;
                else
                    error = row.error();
            });
        QTRY_VERIFY(error.has_value());
        QCOMPARE(error->code, Error::Code::WriteFailed);
        QVERIFY(error->message.contains(u"full"_s) && !error->nextStep.isEmpty());
        journal->flush();
        QCoreApplication::processEvents();
        QVERIFY(good > 0 && good < 50);
        JournalFilter filter;
        filter.limit = 1000;
        QCOMPARE(static_cast<int>(JournalReader::open(options.path).value()->list(filter).size()), good);
    }

    void limits()
    {
        JournalOptions options = fresh();
        options.days = 30;
        {
            const auto journal = Journal::open(options).value();
            JournalRequest old = request(u"old"_s);
            old.started = old.started.addDays(-31);
            begin(*journal, old);
            begin(*journal, request(u"new"_s));
        }
        const auto journal = Journal::open(options).value();
        const auto reader = JournalReader::open(options.path).value();
        QTRY_COMPARE(reader->list({}).size(), std::size_t{1});
        QCOMPARE(reader->list({}).front().request.subject, u"new"_s);
        QTRY_COMPARE(reader->dropped().count, qint64{1});
    }

    void sizeLimit()
    {
        JournalOptions options = fresh();
        {
            const auto journal = Journal::open(options).value();
            for (int i = 0; i < 100; ++i)
                journal->begin(request(QString::number(i), QByteArray(20000, 'x')), {}, {});
        }
        options.largestSize = 500000;
        const auto journal = Journal::open(options).value();
        const auto reader = JournalReader::open(options.path).value();
        QTRY_VERIFY(reader->dropped().count > 0);
        JournalFilter filter;
        filter.limit = 1000;
        const auto left = reader->list(filter);
        QVERIFY(left.size() < 100 && !left.empty());
        QCOMPARE(left.front().request.subject, u"99"_s); // the oldest went
    }

    void largeBodies()
    {
        JournalOptions options = fresh();
        options.largestBody = 1000;
        const auto journal = Journal::open(options).value();
        const qint64 id = begin(*journal, request(u"A"_s, QByteArray(5000, 'x')));
        const JournalRecord record = JournalReader::open(options.path).value()->find(id).value();
        QCOMPARE(record.request.body.size(), 1000);
        QVERIFY(record.bodiesCut);
    }

    void runs()
    {
        const JournalOptions options = fresh();
        const auto journal = Journal::open(options).value();
        std::vector<RunItem> items(3);
        for (int i = 0; i < 3; ++i) {
            items[static_cast<std::size_t>(i)].position = i;
            items[static_cast<std::size_t>(i)].id = u"i%1"_s.arg(i);
            items[static_cast<std::size_t>(i)].file = u"f.json"_s;
        }
        qint64 run = 0;
        journal->createRun({0, u"r1"_s, QDateTime::currentDateTimeUtc(), u"test"_s, u"put"_s, u"{}"_s}, items,
            [&run](const Expected<qint64> &number) { run = number.value(); });
        QTRY_VERIFY(run > 0);
        JournalRequest sent = request(u"A"_s);
        sent.run = run;
        qint64 id = 0;
        journal->begin(sent, {0}, [&id](const Expected<qint64> &row) { id = row.value(); });
        QTRY_VERIFY(id > 0);
        qint64 second = 0;
        journal->begin(sent, {1}, [&second](const Expected<qint64> &row) { second = row.value(); });
        QTRY_VERIFY(second > 0);
        items[0].outcome = u"accepted"_s;
        items[0].transaction = u"w1"_s;
        items[0].errorPath = u"avail.ALID"_s;
        journal->end(id, reply(u"accepted"_s), run, {items[0]}, {});
        journal->flush();
        const auto reader = JournalReader::open(options.path).value();
        const auto found = reader->items(reader->run(u"r1"_s).value().number);
        QCOMPARE(found.size(), std::size_t{3});
        QCOMPARE(found[0].outcome, u"accepted"_s);
        QCOMPARE(found[0].transaction, u"w1"_s);
        QCOMPARE(found[0].errorPath, u"avail.ALID"_s);
        QVERIFY(found[1].errorPath.isEmpty());
        QVERIFY(found[1].outcome.isEmpty() && found[1].exchange == second); // on its way
        QVERIFY(found[2].exchange == 0);
        QVERIFY(!reader->run(u"r2"_s).has_value());
        QCOMPARE(reader->runs().size(), std::size_t{1});
    }

    /// A file from before items had a place of their first fault is read as it is, and gets the column when it is
    /// written to.
    void withoutErrorPaths()
    {
        const JournalOptions options = fresh();
        const auto item = [](const QString &path) {
            RunItem one;
            one.id = u"i"_s;
            one.outcome = u"rejected"_s;
            one.errorPath = path;
            return one;
        };
        const auto make = [&](const QString &name, const QString &path) {
            const auto journal = Journal::open(options).value();
            qint64 run = 0;
            journal->createRun({0, name, QDateTime::currentDateTimeUtc(), u"test"_s, u"put"_s, u"{}"_s}, {item({})},
                [&run](const Expected<qint64> &number) { run = number.value(); });
            QTRY_VERIFY(run > 0);
            journal->end(0, {}, run, {item(path)}, {});
            journal->flush();
        };
        make(u"old"_s, {});
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"old"_s);
            database.setDatabaseName(options.path);
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(u"ALTER TABLE items DROP COLUMN error_path"_s));
        }
        QSqlDatabase::removeDatabase(u"old"_s);
        {
            const auto reader = JournalReader::open(options.path).value();
            const auto found = reader->items(reader->run(u"old"_s).value().number);
            QCOMPARE(found.size(), std::size_t{1});
            QCOMPARE(found[0].outcome, u"rejected"_s);
            QVERIFY(found[0].errorPath.isEmpty());
        }
        make(u"new"_s, u"avail.ALID"_s);
        const auto reader = JournalReader::open(options.path).value();
        QCOMPARE(reader->items(reader->run(u"new"_s).value().number)[0].errorPath, u"avail.ALID"_s);
        QCOMPARE(reader->items(reader->run(u"old"_s).value().number).size(), std::size_t{1});
    }

    void twoProcesses()
    {
        const JournalOptions options = fresh();
        const auto one = Journal::open(options).value();
        const auto two = Journal::open(options).value();
        int rows = 0;
        for (int i = 0; i < 100; ++i) {
            one->begin(request(u"1"_s), {}, [&rows](const Expected<qint64> &row) { rows += row ? 1 : 0; });
            two->begin(request(u"2"_s), {}, [&rows](const Expected<qint64> &row) { rows += row ? 1 : 0; });
        }
        QTRY_COMPARE(rows, 200);
    }

    void har()
    {
        const JournalOptions options = fresh();
        const auto journal = Journal::open(options).value();
        const qint64 id = begin(*journal, request(u"A"_s));
        journal->end(id, reply(u"accepted"_s, "\xff not text"), 0, {}, {});
        journal->flush();
        JournalFilter filter;
        filter.withBodies = true;
        const auto json
            = nlohmann::json::parse(toHar(JournalReader::open(options.path).value()->list(filter)).toStdString());
        const auto &entry = json["log"]["entries"][0];
        QCOMPARE(entry["request"]["postData"]["text"].get<std::string>(), std::string("{\"avail\":1}"));
        QCOMPARE(entry["request"]["queryString"][0]["value"].get<std::string>(), std::string("US"));
        QCOMPARE(entry["request"]["headers"][1]["value"].get<std::string>(), std::string("$KEY"));
        QCOMPARE(entry["response"]["status"].get<int>(), 200);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
