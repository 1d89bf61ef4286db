// SPDX-License-Identifier: GPL-3.0-or-later
// BatchDesk: runs for the window, on the dispatcher's thread, against the real sandbox.
#include "exchange/BatchDesk.h"
#include "exchange/RowKeep.h"
#include "payload/Document.h"
#include "sandbox/Sandbox.h"
#include "support/Films.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::exchange;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using State = BatchDesk::State;

namespace {

Expected<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    Error error;
    error.code = Error::Code::NotFound;
    error.message = path;
    return tl::unexpected(error);
}

/// Everything that a run needs, and a desk that a test can replace: another process, as it were.
struct Stage
{
    explicit Stage(const QStringList &faults = {})
    {
        sandbox::SandboxOptions options;
        for (const QString &fault : faults)
            options.faults.push_back(sandbox::parseFault(fault.toStdString()).value());
        partner = sandbox::Sandbox::start(options).value();
        environment.name = QString::fromLatin1(Environment::SandboxName);
        environment.prime = PrimeSide{};
        environment.prime->baseUrl = partner->primeUrl();
        renew();
    }

    void renew()
    {
        desk.reset();
        desk = std::make_unique<BatchDesk>(dispatcher, book, readFile, folder.filePath(u"journal.sqlite"_s));
        RetryPolicy retry;
        retry.firstWaitMs = 5;
        retry.retries = 1;
        desk->setRetryPolicy(retry);
    }

    QString films(int count) const
    {
        const QString path = folder.filePath(u"films"_s);
        if (!writeFilms(path, count))
            qFatal("The films can't be written.");
        return path;
    }

    bool start(int count, const BatchOptions &options) { return desk->start({films(count)}, options, environment); }
    bool isFinished() const { return desk->state() == State::Finished; }

    QTemporaryDir folder;
    rules::Rulebook book = rules::Rulebook::load().value();
    std::unique_ptr<sandbox::Sandbox> partner;
    Environment environment;
    ExchangeList list;
    Dispatcher dispatcher{list, folder.filePath(u"journal.sqlite"_s)};
    std::unique_ptr<BatchDesk> desk;
};

BatchOptions options(const char *operation, int chunk = 100)
{
    BatchOptions options;
    options.operationName = QString::fromLatin1(operation);
    options.operation = BatchOperation::named(operation).value();
    options.chunk = chunk;
    return options;
}

} // namespace

class TestBatchDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts()
    {
        Stage stage;
        const QString films = stage.films(3);
        QVERIFY(writeFile(QDir(films).filePath(u"other.json"_s), "[1]"));
        int told = 0;
        Expected<BatchDesk::Preview> last = tl::unexpected(Error());
        const auto count = [&](const QStringList &inputs) {
            stage.desk->count(inputs, [&](const Expected<BatchDesk::Preview> &preview) {
                ++told;
                last = preview;
            });
        };
        count({films + u"/00000.json"_s}); // the next one takes its place
        count({films});
        QTRY_COMPARE(told, 1);
        QVERIFY(last);
        QCOMPARE(last->items, 3);
        QCOMPARE(last->notes.size(), 1);
        count({stage.folder.filePath(u"none"_s)});
        QTRY_COMPARE(told, 2);
        QVERIFY(!last && last.error().code == Error::Code::NotFound);
        QCOMPARE(stage.desk->state(), State::None);
    }

    void runs_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<int>("chunk");
        QTest::addColumn<QList<int>>("sums"); // accepted, rejected, failed, unknown
        QTest::newRow("accepted, together") << QString() << u"put"_s << 10 << QList<int>{25, 0, 0, 0};
        QTest::newRow("accepted, each alone") << QString() << u"put"_s << 0 << QList<int>{25, 0, 0, 0};
        QTest::newRow("validated") << QString() << u"validate"_s << 100 << QList<int>{25, 0, 0, 0};
        QTest::newRow("every second") << u"partial"_s << u"put"_s << 10 << QList<int>{13, 12, 0, 0};
        QTest::newRow("full extracts wanted") << QString() << u"put-full"_s << 10 << QList<int>{0, 25, 0, 0};
        QTest::newRow("applied, reply lost") << u"reset:batch-put"_s << u"put"_s << 100 << QList<int>{0, 0, 0, 25};
    }
    void runs()
    {
        QFETCH(QString, fault);
        QFETCH(QString, operation);
        QFETCH(int, chunk);
        QFETCH(QList<int>, sums);
        Stage stage(fault.isEmpty() ? QStringList() : QStringList{fault});
        QSignalSpy reset(stage.desk.get(), &BatchDesk::itemsReset);
        QVERIFY(stage.start(25, options(qPrintable(operation), chunk)));
        QCOMPARE(stage.desk->state(), State::Preparing);
        QVERIFY(!stage.start(25, options("put"))); // one at a time
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        QCOMPARE(stage.desk->problem(), QString());
        QCOMPARE(reset.size(), 1);
        const BatchCounts &counts = stage.desk->counts();
        if (fault != "partial"_L1)
            QCOMPARE((QList<int>{counts.accepted, counts.rejected, counts.failed, counts.unknown}), sums);
        QCOMPARE(counts.done(), 25);
        int accepted = 0;
        for (int i = 0; i < stage.desk->size(); ++i) {
            QCOMPARE(stage.desk->item(i).state, BatchItem::State::Done);
            accepted += stage.desk->item(i).outcome == partners::Outcome::Kind::Accepted ? 1 : 0;
            QVERIFY(stage.desk->file(i).endsWith(u".json"_s));
        }
        QCOMPARE(accepted, counts.accepted); // the picture is the run
        if (fault == "partial"_L1)
            QVERIFY(counts.accepted > 0 && counts.rejected > 0 && counts.accepted + counts.rejected == 25);
    }

    void dryRun()
    {
        Stage stage;
        BatchOptions dry = options("put");
        dry.dryRun = true;
        QVERIFY(stage.start(5, dry));
        QTRY_VERIFY(stage.isFinished());
        QCOMPARE(stage.desk->counts().sending, 5);
        QCOMPARE(stage.desk->item(4).transaction, u"w4"_s);
        QVERIFY(!stage.desk->canRetry() && !stage.desk->canGoOn());
        QVERIFY(!QFile::exists(stage.folder.filePath(u"journal.sqlite"_s)));
    }

    void pauseAndGoOn()
    {
        Stage stage;
        QVERIFY(stage.start(400, options("put", 1)));
        QSignalSpy changed(stage.desk.get(), &BatchDesk::itemsChanged);
        QTRY_VERIFY_WITH_TIMEOUT(stage.desk->counts().done() > 0 || stage.isFinished(), 30000);
        QVERIFY(!stage.isFinished());
        stage.desk->pause();
        QTRY_COMPARE_WITH_TIMEOUT(stage.desk->state(), State::Paused, 30000);
        QTRY_COMPARE(stage.desk->counts().sending, 0);
        QVERIFY(stage.desk->counts().waiting > 0 && stage.desk->canGoOn());
        stage.desk->goOn();
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 120000);
        QCOMPARE(stage.desk->counts().accepted, 400);
    }

    void stopAndGoOn()
    {
        Stage stage;
        QVERIFY(stage.start(400, options("put", 1)));
        QTRY_VERIFY_WITH_TIMEOUT(stage.desk->counts().done() > 0, 30000);
        stage.desk->stop();
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        QVERIFY(stage.desk->counts().waiting > 0);
        QCOMPARE(stage.desk->counts().sending, 0);
        const QString run = stage.desk->record().name;
        stage.renew(); // as after a new start of the program

        std::vector<RunRecord> runs;
        stage.desk->list([&](const std::vector<RunRecord> &found) { runs = found; });
        QTRY_COMPARE(runs.size(), std::size_t(1));
        QCOMPARE(runs[0].name, run);
        Environment other = stage.environment;
        other.name = u"other"_s;
        QVERIFY(stage.desk->resume(run, other));
        QTRY_VERIFY(stage.isFinished());
        QVERIFY(stage.desk->problem().contains(u"sandbox"_s));

        QVERIFY(stage.desk->resume(run, stage.environment));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 120000);
        QCOMPARE(stage.desk->problem(), QString());
        QCOMPARE(stage.desk->counts().accepted, 400);
        QVERIFY(!stage.desk->canGoOn());
    }

    void stoppedBeforeItBegan()
    {
        Stage stage;
        QVERIFY(stage.start(20, options("put")));
        stage.desk->stop();
        QCOMPARE(stage.desk->state(), State::Finished);
        QVERIFY(!stage.desk->problem().isEmpty());
        QVERIFY(stage.start(20, options("put")));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 30000);
        QCOMPARE(stage.desk->counts().accepted, 20);
    }

    void retryFailed()
    {
        Stage stage({u"500:put-partial@1x8"_s});
        QVERIFY(stage.start(10, options("put", 0)));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        const int before = stage.desk->counts().accepted;
        QVERIFY(before < 10 && stage.desk->canRetry());
        stage.desk->retryFailed();
        QVERIFY(stage.desk->isActive());
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        QCOMPARE(stage.desk->counts().accepted, 10);
        QVERIFY(!stage.desk->canRetry());
    }

    void stopsAtTheFirstError()
    {
        Stage stage({u"partial"_s});
        BatchOptions stopping = options("put", 4);
        stopping.stopOnError = true;
        QVERIFY(stage.start(40, stopping));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        QVERIFY(stage.desk->counts().rejected > 0 && stage.desk->counts().waiting > 0);
    }

    void reports()
    {
        Stage stage;
        QByteArray csv;
        stage.desk->report(ReportFormat::Csv, [&](const QByteArray &bytes) { csv = bytes; }); // there is no run
        QVERIFY(stage.start(3, options("put")));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 30000);
        QCOMPARE(csv, QByteArray());
        stage.desk->report(ReportFormat::Csv, [&](const QByteArray &bytes) { csv = bytes; });
        QTRY_VERIFY(csv.contains("accepted"));
        QByteArray junit;
        stage.desk->report(ReportFormat::Junit, [&](const QByteArray &bytes) { junit = bytes; });
        QTRY_VERIFY(junit.contains("<testsuite"));
    }

    void tellsWhatCantBegin()
    {
        Stage stage;
        QVERIFY(stage.desk->start({stage.folder.filePath(u"none"_s)}, options("put"), stage.environment));
        QTRY_VERIFY(stage.isFinished());
        QVERIFY(!stage.desk->problem().isEmpty());
        QCOMPARE(stage.desk->size(), 0);
        Environment nowhere;
        nowhere.name = u"nowhere"_s;
        QVERIFY(stage.desk->start({stage.films(1)}, options("put"), nowhere));
        QTRY_VERIFY(stage.isFinished());
        QVERIFY2(stage.desk->problem().contains(u"nowhere"_s), qPrintable(stage.desk->problem()));
        QVERIFY(!stage.desk->canGoOn());
    }

    void endsWhileItRuns()
    {
        Stage stage;
        QVERIFY(stage.start(400, options("put", 1)));
        QTRY_VERIFY_WITH_TIMEOUT(stage.desk->counts().done() > 0, 30000);
        const QString run = stage.desk->record().name;
        stage.renew();
        QVERIFY(stage.desk->resume(run, stage.environment));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 120000);
        QCOMPARE(stage.desk->counts().rejected, 0); // that somebody left isn't taken for something wrong with an item
        QCOMPARE(stage.desk->counts().accepted, 400);
    }

    /// Rows that were pasted: kept beside the journal, and gone on with by another process, with what was matched by
    /// hand.
    void rowsResumed()
    {
        Stage stage;
        QByteArray rows = "Window ID,Was\n";
        for (int i = 0; i < 40; ++i)
            rows += "w" + QByteArray::number(i) + ",8." + QByteArray::number(10 + i) + '\n';
        const auto document = payload::Document::read(windowOfFilm("w")).value();
        RowMapping mapping = RowMapping::byName({u"Window ID"_s, u"Was"_s}, *document, *stage.book.catalog);
        for (std::size_t i = 0; i < mapping.places.size(); ++i) {
            if (mapping.places[i].term && mapping.places[i].term->name == "SRP" && !mapping.places[i].isCurrency)
                mapping.columns[1] = static_cast<int>(i);
        }
        QVERIFY(mapping.columns[1] >= 0);
        connect(stage.desk.get(), &BatchDesk::progressed, stage.desk.get(), [&] {
            if (stage.desk->counts().accepted > 0)
                stage.desk->stop();
        });
        const RowInput input{u"Pasted rows"_s, rows, windowOfFilm("w")};
        QVERIFY(stage.desk->startRows(input, mapping, options("put", 1), stage.environment));
        QVERIFY(!stage.desk->startRows(input, mapping, options("put", 1), stage.environment)); // one goes on
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        QVERIFY2(stage.desk->problem().isEmpty(), qPrintable(stage.desk->problem()));
        QCOMPARE(stage.desk->size(), 40);
        QVERIFY(stage.desk->file(0).endsWith(u"/Pasted rows"_s));
        QVERIFY(stage.desk->rowDocument(3).value().contains("8.13"));
        const QString name = stage.desk->record().name;
        stage.renew();
        QVERIFY(stage.desk->resume(name, stage.environment));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished() && stage.desk->counts().accepted == 40, 60000);
        QVERIFY(stage.desk->rowDocument(3).value().contains("8.13"));
        QCOMPARE(stage.partner->holdings().windows, 40);
    }

    void rowsWithProblems()
    {
        Stage stage;
        const QByteArray rows = "Window ID,Price,Expected\nw1,9.90,accepted\nw2,much,\nw3,9.90,rejected\n";
        const auto document = payload::Document::read(windowOfFilm("w")).value();
        const RowMapping mapping
            = RowMapping::byName({u"Window ID"_s, u"Price"_s, u"Expected"_s}, *document, *stage.book.catalog);
        BatchOptions dry = options("put");
        dry.dryRun = true;
        const RowInput input{u"rows.csv"_s, rows, windowOfFilm("w")};
        QVERIFY(stage.desk->startRows(input, mapping, dry, stage.environment));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        QCOMPARE(stage.desk->counts().sending, 2); // ready to send
        QVERIFY(!QFileInfo::exists(rowsFolder(stage.folder.filePath(u"journal.sqlite"_s)))); // nothing is kept
        QVERIFY(stage.desk->startRows(input, mapping, options("put"), stage.environment));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        QCOMPARE(stage.desk->counts().accepted, 2);
        QVERIFY2(stage.desk->item(1).message.startsWith(u"line 3, Price: "_s), qPrintable(stage.desk->item(1).message));
        QCOMPARE(stage.desk->counts().met, 1);
        QCOMPARE(stage.desk->counts().missed, 1);
        QVERIFY(!stage.desk->startRows({u"x"_s, "a,b\n\"1", {}}, mapping, options("put"), stage.environment)
            || QTest::qWaitFor([&] { return stage.isFinished(); }));
        QVERIFY(!stage.desk->problem().isEmpty());
    }

    /// Where the partner found its first fault is kept with the item, and comes back with the run.
    void errorPaths()
    {
        Stage stage;
        BatchOptions elsewhere = options("put", 0);
        elsewhere.target.licensor = u"Other"_s; // the partner finds another in the document
        QVERIFY(stage.start(2, elsewhere));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        QCOMPARE(stage.desk->counts().rejected, 2);
        const QString path = stage.desk->item(0).errorPath;
        QCOMPARE(path, u"avail.Licensor.DisplayName"_s);
        const QString name = stage.desk->record().name;
        stage.renew();
        QVERIFY(stage.desk->resume(name, stage.environment));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        QCOMPARE(stage.desk->item(0).errorPath, path);
    }
};

QTEST_GUILESS_MAIN(TestBatchDesk)
#include "tst_batchdesk.moc"
