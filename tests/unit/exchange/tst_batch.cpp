// SPDX-License-Identifier: GPL-3.0-or-later
// BatchPlan, BatchSource, BatchRun and BatchReport: what is sent, how it ends, and what is left to send.
#include "exchange/BatchReport.h"
#include "exchange/BatchRun.h"
#include "exchange/JournalReader.h"
#include "sandbox/Sandbox.h"
#include "support/Films.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <nlohmann/json.hpp>

using namespace marquee;
using namespace marquee::exchange;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using partners::Outcome;

namespace {

Expected<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    Error error;
    error.code = file.exists() ? Error::Code::ReadFailed : Error::Code::NotFound;
    error.message = path;
    return tl::unexpected(error);
}

} // namespace

class TestBatch : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    rules::Rulebook m_book = rules::Rulebook::load().value();
    int m_number = 0;

    QString fresh() { return m_folder.filePath(QString::number(++m_number)); }

    struct Stage
    {
        std::unique_ptr<sandbox::Sandbox> partner;
        std::unique_ptr<Journal> journal;
        std::unique_ptr<Courier> courier;
        std::shared_ptr<Channel> channel;
    };

    Stage stage(const QStringList &faults = {}, int pageLimit = 0)
    {
        sandbox::SandboxOptions options;
        for (const QString &fault : faults)
            options.faults.push_back(sandbox::parseFault(fault.toStdString()).value());
        JournalOptions journal;
        journal.path = fresh() + u".sqlite"_s;
        journal.pageLimit = pageLimit;
        Stage stage;
        stage.partner = sandbox::Sandbox::start(options).value();
        stage.journal = Journal::open(journal).value();
        stage.courier = std::make_unique<Courier>(*stage.journal);
        stage.channel = sandboxChannel(stage.partner->primeUrl());
        return stage;
    }

    static BatchOptions options(const char *operation, int chunk = 100)
    {
        BatchOptions options;
        options.operationName = QString::fromLatin1(operation);
        options.operation = BatchOperation::named(operation).value();
        options.chunk = chunk;
        options.retry.firstWaitMs = 5;
        options.timeoutMs = 20000;
        return options;
    }

    std::unique_ptr<BatchRun> make(const Stage &stage, BatchPlan plan, const BatchOptions &options)
    {
        auto source = std::make_unique<DocumentSource>(options.operation, readFile, m_book, rules::Severities());
        return std::make_unique<BatchRun>(
            stage.courier.get(), stage.channel, std::move(source), std::move(plan), options);
    }

    static void finish(BatchRun &run) { QTRY_VERIFY_WITH_TIMEOUT(run.state() == BatchRun::State::Finished, 60000); }

    /// Outcomes by item, "accepted" and so on; "" for none.
    static QStringList outcomes(const BatchRun &run)
    {
        QStringList list;
        for (const BatchItem &item : run.plan().items)
            list << (item.state == BatchItem::State::Done ? QString(partners::outcomeName(item.outcome)) : QString());
        return list;
    }

    BatchPlan films(int count)
    {
        const QString folder = fresh();
        [&] { QVERIFY(writeFilms(folder, count)); }();
        return BatchPlan::fromInputs({folder}, readFile).value();
    }

private Q_SLOTS:
    void operations_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        for (const std::string &name : BatchOperation::names())
            QTest::newRow(name.c_str()) << QString::fromStdString(name) << true;
        for (const char *name : {"", "puts", "put-", "batch-", "post-performances", "post"})
            QTest::addRow("not %s", name) << QString::fromLatin1(name) << false;
    }
    void operations()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        QCOMPARE(BatchOperation::named(name.toStdString()).has_value(), good);
    }

    void shards()
    {
        QVERIFY(!Shard::parse("0/3") && !Shard::parse("4/3") && !Shard::parse("1") && !Shard::parse("1/0")
            && !Shard::parse("a/b") && !Shard::parse("1/3x"));
        const QString folder = fresh();
        QVERIFY(writeFilms(folder, 200));
        QSet<QString> all;
        int sum = 0;
        for (int k = 1; k <= 7; ++k) {
            const Shard shard{k, 7};
            const BatchPlan plan = BatchPlan::fromInputs({folder}, readFile, shard).value();
            sum += static_cast<int>(plan.items.size());
            QVERIFY(plan.items.size() > 5);
            for (const BatchItem &item : plan.items)
                all << plan.files[item.file] + u'#' + item.id;
        }
        QCOMPARE(sum, 200);
        QCOMPARE(all.size(), 200);
        // The same on every machine and for ever: SHA-1 of the name.
        for (int k = 1; k <= 4; ++k)
            QCOMPARE((Shard{k, 4}.holds(u"0000.json"_s)), k == 3);
    }

    void inputs()
    {
        const QString folder = fresh();
        QVERIFY(writeFile(folder + u"/b.json"_s, windowOfFilm("wb")));
        QVERIFY(writeFile(folder + u"/a/deep.json"_s, windowOfFilm("wa")));
        QVERIFY(writeFile(folder + u"/batch.json"_s,
            "{\"requestItems\":[" + batchItem("r1", "w1", windowOfFilm("w1")) + ','
                + batchItem("r2", "w2", windowOfFilm("w2")) + "]}"));
        QVERIFY(writeFile(folder + u"/photo.png"_s, "x"));
        QVERIFY(writeFile(folder + u"/reply.json"_s, "{\"success\":true}"));
        QVERIFY(writeFile(folder + u"/marquee.json"_s, "{\"environments\":[]}"));
        QVERIFY(writeFile(folder + u"/broken.json"_s, "{"));
        QVERIFY(writeFile(folder + u"/b.expect"_s, "rejected: dates\n"));
        const BatchPlan plan = BatchPlan::fromInputs({folder}, readFile).value();
        QStringList items;
        for (const BatchItem &item : plan.items)
            items << QFileInfo(plan.files[item.file]).fileName() + u' ' + item.id + u' ' + item.transaction + u' '
                    + item.expectation;
        QCOMPARE(items,
            (QStringList{u"deep.json 1 wa "_s, u"b.json 2 wb rejected: dates"_s, u"batch.json r1 w1 "_s,
                u"batch.json r2 w2 "_s, u"broken.json 5  "_s}));
        QCOMPARE(plan.notes.size(), 3);
        QVERIFY(plan.hasUnreadable);
        QVERIFY(!BatchPlan::fromInputs({folder + u"/none.json"_s}, readFile).has_value());
        QVERIFY(writeFile(folder + u"/b.expect"_s, "perhaps"));
        QCOMPARE(BatchPlan::fromInputs({folder}, readFile).error().code, Error::Code::Invalid);
    }

    void runs_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<int>("chunk");
        QTest::addColumn<bool>("settle");
        QTest::addColumn<QList<int>>("counts"); // accepted, rejected, failed, unknown of 7
        const auto row
            = [](const char *fault, const char *operation, int chunk, bool settle, const QList<int> &counts) {
                  QTest::addRow("%s %s by %d%s", fault, operation, chunk, settle ? " settled" : "")
                      << QString::fromLatin1(fault) << QString::fromLatin1(operation) << chunk << settle << counts;
              };
        row("", "put", 100, false, {7, 0, 0, 0});
        row("", "put", 3, false, {7, 0, 0, 0});
        row("", "put", 0, false, {7, 0, 0, 0});
        row("", "put-partial", 0, false, {7, 0, 0, 0});
        row("", "put-full", 0, false, {0, 7, 0, 0}); // they are windows
        row("", "validate", 100, false, {7, 0, 0, 0});
        row("", "validate", 0, false, {7, 0, 0, 0});
        row("", "get", 100, false, {0, 7, 0, 0});
        row("", "delete", 0, false, {0, 7, 0, 0});
        row("partial:batch-put", "put", 100, false, {4, 3, 0, 0});
        row("reset:batch-put@1x1", "put", 3, false, {4, 0, 0, 3});
        row("reset:batch-put@1x1", "put", 3, true, {7, 0, 0, 0});
        row("refuse:batch-put@1x1", "put", 3, true, {4, 0, 3, 0});
        row("503:batch-put@1x1", "put", 3, false, {7, 0, 0, 0});
        row("500:batch-put@2x1", "put", 3, false, {4, 0, 3, 0});
        row("500:put-partial@2x1", "put", 0, false, {7, 0, 0, 0});
        row("401", "put", 0, false, {0, 0, 7, 0});
        row("truncate:batch-putx1", "put", 3, false, {4, 0, 0, 3});
        row("html:batch-putx1", "put", 3, false, {4, 0, 0, 3});
        row("redirect", "put", 3, false, {0, 0, 7, 0});
        row("reset:put-partial@1x4", "put", 0, true, {7, 0, 0, 0});
    }
    void runs()
    {
        QFETCH(QString, fault);
        QFETCH(QString, operation);
        QFETCH(int, chunk);
        QFETCH(bool, settle);
        QFETCH(QList<int>, counts);
        const Stage stage = this->stage(fault.isEmpty() ? QStringList() : QStringList{fault});
        BatchOptions how = options(operation.toLatin1().constData(), chunk);
        how.settle = settle;
        const auto run = make(stage, films(7), how);
        int told = 0;
        int ended = 0;
        QSet<int> changed;
        connect(run.get(), &BatchRun::itemDone, run.get(), [&] { ++told; });
        connect(run.get(), &BatchRun::finished, run.get(), [&] { ++ended; });
        connect(run.get(), &BatchRun::itemsChanged, run.get(), [&](const QList<int> &indices) {
            for (const int index : indices)
                changed << index;
        });
        run->start();
        finish(*run);
        const BatchCounts &got = run->counts();
        QCOMPARE((QList<int>{got.accepted, got.rejected, got.failed, got.unknown}), counts);
        QCOMPARE(told, 7);
        QCOMPARE(ended, 1);
        QCOMPARE(changed.size(), 7);
        QVERIFY(got.waiting == 0 && got.sending == 0 && got.done() == 7);
        // The journal says the same.
        const auto reader = JournalReader::open(stage.journal->path()).value();
        QStringList kept;
        for (const RunItem &item : reader->items(run->record().number))
            kept << item.outcome;
        QCOMPARE(kept, outcomes(*run));
    }

    /// Errors aren't sent, and the items around them are.
    void errorsStay()
    {
        const QString folder = fresh();
        QVERIFY(writeFilms(folder, 3));
        QVERIFY(writeFile(folder + u"/00001.json"_s, windowOfFilm("w1", "2026-01-01T00:00:00Z")));
        const Stage stage = this->stage();
        const auto run = make(stage, BatchPlan::fromInputs({folder}, readFile).value(), options("put"));
        run->start();
        finish(*run);
        QCOMPARE(outcomes(*run), (QStringList{u"accepted"_s, u"rejected"_s, u"accepted"_s}));
        QCOMPARE(run->item(1).attempts, 0);
        QVERIFY(run->item(1).message.startsWith(u"AV101 "_s));
        QCOMPARE(run->item(1).exitCode, 1);
    }

    void batchDocuments_data()
    {
        QTest::addColumn<QByteArray>("items");
        QTest::addColumn<QStringList>("expected");
        const QByteArray good = batchItem("a", "w1", windowOfFilm("w1"));
        QTest::newRow("two") << QByteArray(good + ',' + batchItem("b", "w2", windowOfFilm("w2")))
                             << QStringList{u"accepted"_s, u"accepted"_s};
        QTest::newRow("one id twice") << QByteArray(good + ',' + batchItem("a", "w2", windowOfFilm("w2")))
                                      << QStringList{u"rejected"_s, u"rejected"_s};
        QTest::newRow("no body") << QByteArray(good + ',' + batchItem("b", "w2", {}))
                                 << QStringList{u"accepted"_s, u"rejected"_s};
        QTest::newRow("another window") << QByteArray(good + ',' + batchItem("b", "w3", windowOfFilm("w2")))
                                        << QStringList{u"accepted"_s, u"rejected"_s};
        QTest::newRow("wrong dates") << QByteArray(batchItem("b", "w2", windowOfFilm("w2", "2026-01-01T00:00:00Z"))
            + ',' + good) << QStringList{u"rejected"_s, u"accepted"_s};
    }
    void batchDocuments()
    {
        QFETCH(QByteArray, items);
        QFETCH(QStringList, expected);
        const QString file = fresh() + u"/b.json"_s;
        QVERIFY(writeFile(file, "{\"requestItems\":[" + items + "]}"));
        for (const int chunk : {100, 0}) {
            const Stage stage = this->stage();
            const auto run = make(stage, BatchPlan::fromInputs({file}, readFile).value(), options("put", chunk));
            run->start();
            finish(*run);
            QCOMPARE(outcomes(*run), expected);
        }
    }

    /// More than a batch holds, and ids that stand in two documents.
    void manyAndAlike()
    {
        const QString folder = fresh();
        for (const char *name : {"/a.json", "/b.json"}) {
            QByteArray items;
            for (int i = 0; i < 60; ++i)
                items += (i == 0 ? "" : ",")
                    + batchItem("r" + QByteArray::number(i), "w" + QByteArray::number(i),
                        windowOfFilm("w" + QByteArray::number(i)));
            QVERIFY(writeFile(folder + QLatin1StringView(name), "{\"requestItems\":[" + items + "]}"));
        }
        const Stage stage = this->stage();
        const auto run = make(stage, BatchPlan::fromInputs({folder}, readFile).value(), options("put"));
        run->start();
        finish(*run);
        QCOMPARE(run->counts().accepted, 120);
        JournalFilter filter;
        filter.limit = 1000;
        QCOMPARE(JournalReader::open(stage.journal->path()).value()->list(filter).size(),
            std::size_t{2}); // an id once in each
    }

    void wholeRoundOfAWindow()
    {
        const Stage stage = this->stage();
        const BatchPlan plan = films(5);
        for (const char *operation : {"put", "get", "delete"}) {
            const auto run = make(stage, plan, options(operation));
            run->start();
            finish(*run);
            QCOMPARE(run->counts().accepted, 5);
        }
    }

    void fullExtracts()
    {
        const QString folder = fresh();
        QVERIFY(writeFile(folder + u"/full.json"_s, windowOfFilm("w1", "2028-01-01T00:00:00Z", "FullExtract")));
        QVERIFY(writeFile(folder + u"/part.json"_s, windowOfFilm("w2")));
        const Stage stage = this->stage();
        const auto run = make(stage, BatchPlan::fromInputs({folder}, readFile).value(), options("put"));
        run->start();
        finish(*run);
        QCOMPARE(run->counts().accepted, 2);
        QCOMPARE(run->item(0).transaction, u"NF-1"_s);
        JournalFilter filter;
        QStringList sent;
        for (const JournalRecord &record : JournalReader::open(stage.journal->path()).value()->list(filter))
            sent << record.request.operation;
        QCOMPARE(sent, (QStringList{u"batch-put"_s, u"put-full"_s}));
    }

    void stopOnError()
    {
        const Stage stage = this->stage({u"500:put-partial@3x4"_s});
        BatchOptions how = options("put", 0);
        how.stopOnError = true;
        const auto run = make(stage, films(10), how);
        run->start();
        finish(*run);
        QCOMPARE(run->counts().accepted, 2);
        QCOMPARE(run->counts().failed, 1);
        QVERIFY(run->counts().waiting >= 6);
        QCOMPARE(run->retryFailed(), 1);
        run->resume(run->record());
        finish(*run);
        QCOMPARE(run->counts().accepted, 10);
        QCOMPARE(run->item(2).attempts, 5);
    }

    void pauseAndGoOn()
    {
        const Stage stage = this->stage();
        const auto run = make(stage, films(20), options("put", 0));
        connect(run.get(), &BatchRun::itemDone, run.get(), [&run] {
            if (run->counts().done() == 5)
                run->pause();
        });
        run->start();
        QTRY_COMPARE(run->state(), BatchRun::State::Paused);
        QTRY_COMPARE(run->counts().sending, 0);
        const int done = run->counts().done();
        QVERIFY(done < 20 && run->pauseReason().isEmpty());
        run->goOn();
        finish(*run);
        QCOMPARE(run->counts().accepted, 20);
    }

    /// What an earlier process left: done, on its way, not begun.
    void resume_data()
    {
        QTest::addColumn<int>("chunk");
        QTest::addColumn<bool>("wasTaken"); // what was on its way had arrived
        QTest::newRow("alone") << 0 << true;
        QTest::newRow("batch, arrived") << 100 << true;
        QTest::newRow("batch, not arrived") << 100 << false;
    }
    void resume()
    {
        QFETCH(int, chunk);
        QFETCH(bool, wasTaken);
        const Stage stage = this->stage();
        BatchPlan plan = films(6);
        if (wasTaken) {
            const auto earlier = make(stage, plan, options("put"));
            earlier->start();
            finish(*earlier);
        }
        std::vector<RunItem> kept = plan.toJournal();
        kept[0].outcome = u"accepted"_s;
        kept[1].outcome = u"rejected"_s;
        kept[2].exchange = kept[3].exchange = 77;
        RunRecord record{
            0, newRunName(), QDateTime::currentDateTimeUtc(), u"sandbox"_s, u"put"_s, options("put", chunk).toJson()};
        stage.journal->createRun(
            record, plan.toJournal(), [&record](const Expected<qint64> &number) { record.number = number.value(); });
        QTRY_VERIFY(record.number > 0);
        JournalFilter filter;
        filter.limit = 1000;
        const auto reader = JournalReader::open(stage.journal->path()).value();
        const std::size_t before = reader->list(filter).size();
        const auto run = make(stage, BatchPlan::fromJournal(kept), BatchOptions::fromJson(u"put"_s, record.options));
        run->resume(record);
        finish(*run);
        QCOMPARE(outcomes(*run),
            (QStringList{u"accepted"_s, u"rejected"_s, u"accepted"_s, u"accepted"_s, u"accepted"_s, u"accepted"_s}));
        QStringList sent;
        for (const JournalRecord &one : reader->list(filter))
            sent << one.request.operation;
        sent = sent.mid(0, sent.size() - static_cast<qsizetype>(before));
        QCOMPARE(sent.count(u"get-partial"_s), chunk == 0 ? 0 : 2); // asked back, not sent twice
        QCOMPARE(sent.count(u"put-partial"_s), chunk == 0 ? 4 : 0);
        QVERIFY(run->item(0).attempts == 0 && run->item(1).attempts == 0);
    }

    void expectations_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<bool>("met");
        const QByteArray good = "2028-01-01T00:00:00Z";
        const QByteArray bad = "2026-01-01T00:00:00Z";
        QTest::newRow("accepted, and it is") << u"accepted"_s << good << true;
        QTest::newRow("accepted, and it isn't") << u"Accepted"_s << bad << false;
        QTest::newRow("rejected, and it is") << u"rejected"_s << bad << true;
        QTest::newRow("rejected, and it isn't") << u"rejected"_s << good << false;
        QTest::newRow("with these words") << u"rejected: av101"_s << bad << true;
        QTest::newRow("with other words") << u"rejected: territory"_s << bad << false;
    }
    void expectations()
    {
        QFETCH(QString, words);
        QFETCH(QByteArray, end);
        QFETCH(bool, met);
        const QString folder = fresh();
        QVERIFY(writeFile(folder + u"/a.json"_s, windowOfFilm("w1", end)));
        QVERIFY(writeFile(folder + u"/a.expect"_s, words.toUtf8()));
        const Stage stage = this->stage();
        const auto run = make(stage, BatchPlan::fromInputs({folder}, readFile).value(), options("put"));
        run->start();
        finish(*run);
        QCOMPARE(run->item(0).verdict, met ? BatchItem::Verdict::Met : BatchItem::Verdict::Missed);
        QBuffer junit;
        QVERIFY(junit.open(QIODevice::WriteOnly) && writeReport(*run, ReportFormat::Junit, junit));
        QCOMPARE(junit.data().contains("<failure"), !met);
        QVERIFY(itemLine(*run, 0).contains(met ? "\"met\":true" : "\"met\":false"));
    }

    void reports()
    {
        QCOMPARE(reportFormatOf(u"a.XML"_s), ReportFormat::Junit);
        QVERIFY(!reportFormatOf(u"a.pdf"_s));
        const Stage stage = this->stage({u"partial:batch-put"_s});
        const auto run = make(stage, films(4), options("put"));
        run->start();
        finish(*run);
        QBuffer json;
        QBuffer csv;
        QBuffer junit;
        QVERIFY(json.open(QIODevice::WriteOnly) && writeReport(*run, ReportFormat::Json, json));
        QVERIFY(csv.open(QIODevice::WriteOnly) && writeReport(*run, ReportFormat::Csv, csv));
        QVERIFY(junit.open(QIODevice::WriteOnly) && writeReport(*run, ReportFormat::Junit, junit));
        const auto parsed = nlohmann::json::parse(json.data().toStdString());
        QCOMPARE(parsed["summary"]["rejected"].get<int>(), 2);
        QCOMPARE(parsed["items"].size(), std::size_t{4});
        QCOMPARE(csv.data().count("\r\n"), 5);
        QVERIFY(csv.data().contains("\"The partner rejected it: Rejected on purpose.")
            || csv.data().contains("The partner rejected it: Rejected on purpose."));
        QXmlStreamReader xml(junit.data());
        int cases = 0;
        int failures = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement) {
                cases += xml.name() == u"testcase"_s ? 1 : 0;
                failures += xml.name() == u"failure"_s ? 1 : 0;
            }
        }
        QVERIFY(!xml.hasError());
        QCOMPARE(cases, 4);
        QCOMPARE(failures, 2);
    }

    void dryRun()
    {
        BatchOptions how = options("put");
        how.dryRun = true;
        auto source = std::make_unique<DocumentSource>(how.operation, readFile, m_book, rules::Severities());
        BatchRun run(nullptr, nullptr, std::move(source), films(3), how);
        run.start();
        finish(run);
        QCOMPARE(outcomes(run), (QStringList{QString(), QString(), QString()}));
        QCOMPARE(run.counts().done(), 0);
    }

    /// A full disk under the journal holds the run up; with room again it goes on, and nothing is sent twice.
    void fullDisk()
    {
        const Stage stage = this->stage({}, 34);
        const auto run = make(stage, films(200), options("put", 0));
        run->start();
        QTRY_COMPARE(run->state(), BatchRun::State::Paused);
        QVERIFY(run->pauseReason().contains(u"full"_s));
        const int done = run->counts().done();
        QVERIFY(done > 0 && done < 200);
        run->stop();
        finish(*run);
        QVERIFY(run->counts().done() < 200);
    }
};

QTEST_GUILESS_MAIN(TestBatch)
#include "tst_batch.moc"
