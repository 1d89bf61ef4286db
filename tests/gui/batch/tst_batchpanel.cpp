// SPDX-License-Identifier: GPL-3.0-or-later
// BatchModel, BatchPanel and BatchDialog against the real sandbox.
#include "batch/BatchDialog.h"
#include "batch/BatchPanel.h"
#include "exchange/RowKeep.h"
#include "payload/Document.h"
#include "sandbox/Sandbox.h"
#include "shell/theme/Theme.h"
#include "support/Films.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using batch::BatchDialog;
using batch::BatchModel;
using batch::BatchPanel;
using exchange::BatchDesk;
using State = BatchDesk::State;

namespace {

Expected<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    Error error;
    error.code = Error::Code::NotFound;
    error.message = u"“%1” isn't there."_s.arg(path);
    return tl::unexpected(error);
}

struct Stage
{
    explicit Stage(const QStringList &faults = {})
    {
        sandbox::SandboxOptions options;
        for (const QString &fault : faults)
            options.faults.push_back(sandbox::parseFault(fault.toStdString()).value());
        partner = sandbox::Sandbox::start(options).value();
        environment.name = QString::fromLatin1(exchange::Environment::SandboxName);
        environment.prime = exchange::PrimeSide{};
        environment.prime->baseUrl = partner->primeUrl();
        exchange::RetryPolicy retry;
        retry.firstWaitMs = 5;
        retry.retries = 1;
        desk.setRetryPolicy(retry);
    }

    QString films(int count) const
    {
        const QString path = folder.filePath(u"films"_s);
        if (!writeFilms(path, count))
            qFatal("The films can't be written.");
        return path;
    }

    void start(int count, const char *operation, int chunk)
    {
        exchange::BatchOptions options;
        options.operationName = QString::fromLatin1(operation);
        options.operation = exchange::BatchOperation::named(operation).value();
        options.chunk = chunk;
        QVERIFY(desk.start({films(count)}, options, environment));
    }
    bool isFinished() const { return desk.state() == State::Finished; }

    BatchDialog::Stage choices() const
    {
        BatchDialog::Stage choices;
        choices.folder = folder.filePath(u"films"_s);
        choices.environment = environment;
        choices.environmentTitle = u"Sandbox"_s;
        choices.environmentColour = theme::color(theme::Token::Good);
        return choices;
    }

    QTemporaryDir folder;
    std::unique_ptr<sandbox::Sandbox> partner;
    exchange::Environment environment;
    exchange::ExchangeList list;
    exchange::Dispatcher dispatcher{list, folder.filePath(u"journal.sqlite"_s)};
    BatchDesk desk{dispatcher, rules::Rulebook::load().value(), readFile, folder.filePath(u"journal.sqlite"_s)};
};

template <class Widget = QPushButton>
Widget *in(const QWidget &parent, const QString &name)
{
    auto *found = parent.findChild<Widget *>(name);
    if (!found)
        qFatal("There is no %s.", qPrintable(name));
    return found;
}

void click(QWidget *widget)
{
    QTest::mouseClick(widget, Qt::LeftButton);
}

void show(QWidget &widget, const QSize &size)
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

/// For looking at: where MARQUEE_SHOTS names a folder, pictures are left there.
void shoot(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("MARQUEE_SHOTS");
    if (folder.isEmpty())
        return;
    for (const auto &[mode, percent, suffix] : {std::tuple(theme::Mode::Light, 100, u"light"_s),
             {theme::Mode::Dark, 100, u"dark"_s}, {theme::Mode::Light, 150, u"large"_s}}) {
        theme::Theme::instance().apply(*qApp, mode, percent);
        QTest::qWait(50);
        widget.grab().save(folder + u'/' + name + u'-' + suffix + u".png"_s);
    }
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
}

} // namespace

class TestBatchPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }

    void emptyState()
    {
        Stage stage;
        BatchPanel panel(stage.desk);
        show(panel, {900, 260});
        QVERIFY(in<QLabel>(panel, u"batchEmpty"_s)->isVisible());
        QSignalSpy wanted(&panel, &BatchPanel::newBatchWanted);
        click(in(panel, u"batchBegin"_s));
        QCOMPARE(wanted.size(), 1);
        shoot(panel, u"batch-empty"_s);
    }

    void acceptedRun()
    {
        Stage stage;
        BatchPanel panel(stage.desk);
        const auto *table = in<QTableView>(panel, u"batchTable"_s);
        QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        show(panel, {1100, 320});
        stage.start(25, "put", 10);
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        QTRY_COMPARE(in(panel, u"batchAccepted"_s)->text(), u"25 accepted"_s);
        QCOMPARE(in<QLabel>(panel, u"batchHeadline"_s)->text(), u"All 25 done"_s);
        QCOMPARE(in<QProgressBar>(panel, u"batchProgress"_s)->value(), 25);
        QCOMPARE(table->model()->rowCount(), 25);
        const auto cell = [&](int row, int column) { return table->model()->index(row, column).data().toString(); };
        QCOMPARE(cell(3, BatchModel::Number), u"4"_s);
        QCOMPARE(cell(3, BatchModel::Document), u"00003.json"_s);
        QCOMPARE(cell(3, BatchModel::Transaction), u"w3"_s);
        QCOMPARE(cell(3, BatchModel::Outcome), u"Accepted"_s);
        QCOMPARE(cell(3, BatchModel::Attempts), u"1"_s);
        QVERIFY(!in(panel, u"batchPause"_s)->isEnabled() && !in(panel, u"batchStop"_s)->isEnabled());
        QVERIFY(!in(panel, u"batchRetry"_s)->isEnabled() && in(panel, u"batchExport"_s)->isEnabled());
    }

    void rejectedAndFiltered()
    {
        Stage stage({u"partial"_s});
        BatchPanel panel(stage.desk);
        auto *table = in<QTableView>(panel, u"batchTable"_s);
        QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        show(panel, {1100, 360});
        click(in(panel, u"batchRejected"_s)); // a new run shows everything again
        stage.start(20, "put", 5);
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        const int rejected = stage.desk.counts().rejected;
        QVERIFY(rejected > 0 && rejected < 20);
        QCOMPARE(table->model()->rowCount(), 20);
        shoot(panel, u"batch-partial"_s);
        click(in(panel, u"batchRejected"_s));
        QCOMPARE(table->model()->rowCount(), rejected);
        for (int row = 0; row < rejected; ++row)
            QCOMPARE(table->model()->index(row, BatchModel::Outcome).data().toString(), u"Rejected"_s);
        QVERIFY(!table->model()->index(0, BatchModel::Message).data().toString().isEmpty());
        click(in(panel, u"batchAccepted"_s));
        QCOMPARE(table->model()->rowCount(), 20);
        click(in(panel, u"batchAccepted"_s));
        click(in(panel, u"batchRejected"_s));
        click(in(panel, u"batchFailed"_s));
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(in<QLabel>(panel, u"batchNone"_s)->isVisible());
        click(in(panel, u"batchFailed"_s));

        QSignalSpy open(&panel, &BatchPanel::openItemWanted);
        table->setCurrentIndex(table->model()->index(2, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(open.size(), 1);
        QVERIFY(open[0][0].toString().endsWith(u"/00002.json"_s));
        QCOMPARE(open[0][1].toString(), u"w2"_s);
        const QPoint place = table->visualRect(table->model()->index(1, BatchModel::Document)).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(open.size(), 2);
        QCOMPARE(open[1][1].toString(), u"w1"_s);
    }

    /// While a run goes on, with a filter on: rows come and go one by one.
    void filteredWhileItRuns()
    {
        Stage stage({u"500:put-partial@3x4"_s});
        BatchPanel panel(stage.desk);
        auto *table = in<QTableView>(panel, u"batchTable"_s);
        QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        show(panel, {1100, 320});
        stage.start(120, "put", 0);
        QTRY_VERIFY(stage.desk.size() == 120);
        click(in(panel, u"batchAccepted"_s));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        QCOMPARE(table->model()->rowCount(), stage.desk.counts().accepted);
        click(in(panel, u"batchAccepted"_s));
        click(in(panel, u"batchFailed"_s));
        click(in(panel, u"batchUnknown"_s));
        QVERIFY(table->model()->rowCount() > 0);
        QVERIFY(in(panel, u"batchRetry"_s)->isEnabled());
        click(in(panel, u"batchRetry"_s));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished() && stage.desk.counts().accepted == 120, 60000);
        QCOMPARE(table->model()->rowCount(), 0);
    }

    void pauseGoOnAndStop()
    {
        Stage stage;
        BatchPanel panel(stage.desk);
        show(panel, {1100, 320});
        auto *pause = in(panel, u"batchPause"_s);
        stage.start(600, "put", 1);
        QTRY_VERIFY_WITH_TIMEOUT(stage.desk.counts().done() > 0, 30000);
        QCOMPARE(pause->text(), u"Pause"_s);
        click(pause);
        QTRY_COMPARE_WITH_TIMEOUT(stage.desk.state(), State::Paused, 30000);
        QCOMPARE(pause->text(), u"Go on"_s);
        QVERIFY(in<QLabel>(panel, u"batchHeadline"_s)->text().startsWith(u"Paused"_s));
        shoot(panel, u"batch-paused"_s);
        click(pause);
        QTRY_COMPARE_WITH_TIMEOUT(stage.desk.state(), State::Running, 30000);
        click(in(panel, u"batchStop"_s));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        QVERIFY(in<QLabel>(panel, u"batchHeadline"_s)->text().startsWith(u"Stopped"_s));
        QVERIFY(pause->isEnabled()); // goes on with what waits
        click(pause);
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished() && stage.desk.counts().accepted == 600, 120000);
    }

    void exports_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("csv") << u"batchCsv"_s << QByteArray("accepted");
        QTest::newRow("json") << u"batchJson"_s << QByteArray("\"accepted\"");
        QTest::newRow("junit") << u"batchJunit"_s << QByteArray("<testcase");
    }
    void exports()
    {
        QFETCH(QString, action);
        QFETCH(QByteArray, part);
        Stage stage;
        BatchPanel panel(stage.desk);
        stage.start(2, "put", 10);
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 30000);
        QByteArray report;
        connect(&panel, &BatchPanel::exportWanted, &panel, [&](exchange::ReportFormat format) {
            stage.desk.report(format, [&](const QByteArray &bytes) { report = bytes; });
        });
        in<QMenu>(panel, u"batchExports"_s)->findChild<QAction *>(action)->trigger();
        QTRY_VERIFY2(report.contains(part), report.constData());
    }

    void earlierRuns()
    {
        Stage stage;
        BatchPanel panel(stage.desk);
        show(panel, {900, 260});
        auto *menu = in<QMenu>(panel, u"batchEarlierMenu"_s);
        Q_EMIT menu->aboutToShow();
        QTRY_COMPARE(menu->actions().front()->text(), u"There is none"_s);
        stage.start(2, "put", 10);
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 30000);
        Q_EMIT menu->aboutToShow();
        QTRY_VERIFY(menu->actions().front()->isEnabled());
        QSignalSpy wanted(&panel, &BatchPanel::resumeWanted);
        menu->actions().front()->trigger();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), stage.desk.record().name);
    }

    /// After the first run of a session, too, one can begin another or go on with an earlier one.
    void runsMenu()
    {
        Stage stage;
        BatchPanel panel(stage.desk);
        show(panel, {1100, 260});
        stage.start(2, "put", 10);
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 30000);
        auto *runs = in(panel, u"batchRuns"_s);
        QVERIFY(runs->isVisible() && runs->isEnabled());
        QSignalSpy wanted(&panel, &BatchPanel::resumeWanted);
        QSignalSpy another(&panel, &BatchPanel::newBatchWanted);
        auto *menu = in<QMenu>(panel, u"batchRunsMenu"_s);
        runs->setFocus();
        QTimer::singleShot(0, menu, [&] { // the button waits for its menu
            QVERIFY(menu->isVisible());
            QTRY_VERIFY(menu->actions().size() == 3 && menu->actions().last()->isEnabled());
            QTest::keyClick(menu, Qt::Key_Up); // the last one
            QTest::keyClick(menu, Qt::Key_Return);
        });
        QTest::keyClick(runs, Qt::Key_Space);
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), stage.desk.record().name);
        menu->findChild<QAction *>(u"batchNew"_s)->trigger();
        QCOMPARE(another.size(), 1);
    }

    /// Green where the outcome is the one that was expected, even a rejection; red where it isn't.
    void expectations()
    {
        Stage stage;
        const QString films = stage.films(3);
        QVERIFY(writeFile(films + u"/00000.expect"_s, "accepted"));
        QVERIFY(writeFile(films + u"/00001.expect"_s, "rejected"));
        QVERIFY(writeFile(films + u"/00003.json"_s, windowOfFilm("w3", "2026-01-01T00:00:00Z")));
        QVERIFY(writeFile(films + u"/00003.expect"_s, "rejected: End"));
        BatchPanel panel(stage.desk);
        show(panel, {1100, 260});
        exchange::BatchOptions options;
        options.operationName = u"put"_s;
        QVERIFY(stage.desk.start({films}, options, stage.environment));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 30000);
        const auto *table = in<QTableView>(panel, u"batchTable"_s);
        const auto outcome = [&](int row) { return table->model()->index(row, BatchModel::Outcome); };
        QCOMPARE(outcome(0).data().toString(), u"Accepted, as expected"_s);
        QCOMPARE(outcome(1).data().toString(), u"Accepted, not as expected"_s);
        QCOMPARE(outcome(2).data().toString(), u"Accepted"_s);
        QCOMPARE(outcome(3).data().toString(), u"Rejected, as expected"_s);
        QCOMPARE(outcome(3).data(Qt::ToolTipRole).toString(), u"Expected: rejected: End"_s);
        const auto picture
            = [&](int row) { return outcome(row).data(Qt::DecorationRole).value<QIcon>().pixmap(16, 16).toImage(); };
        QCOMPARE(picture(3), picture(0)); // green, both
        QVERIFY(picture(1) != picture(0));
        auto *verdict = in<QLabel>(panel, u"batchVerdict"_s);
        QVERIFY(verdict->isVisible());
        QCOMPARE(verdict->text(), u"2 as expected, 1 not"_s);
        QCOMPARE(verdict->property("badge").toString(), u"error"_s);
        shoot(panel, u"batch-expected"_s);
    }

    /// Opening an item says where the partner complained; an item of rows opens what its row makes.
    void opensAtTheComplaint()
    {
        Stage stage;
        BatchPanel panel(stage.desk);
        show(panel, {1100, 260});
        auto *table = in<QTableView>(panel, u"batchTable"_s);
        exchange::BatchOptions options;
        options.operationName = u"put"_s;
        options.chunk = 0;
        options.target.licensor = u"Other"_s;
        QVERIFY(stage.desk.start({stage.films(1)}, options, stage.environment));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 30000);
        QSignalSpy open(&panel, &BatchPanel::openItemWanted);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(open.size(), 1);
        QCOMPARE(open[0][2].toString(), u"avail.Licensor.DisplayName"_s);

        const rules::Rulebook book = rules::Rulebook::load().value();
        const auto document = payload::Document::read(windowOfFilm("w")).value();
        const auto mapping = exchange::RowMapping::byName({u"Window ID"_s}, *document, *book.catalog);
        QVERIFY(stage.desk.startRows(
            {u"autumn.csv"_s, "Window ID\nw7\n", windowOfFilm("w")}, mapping, options, stage.environment));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished() && stage.desk.size() == 1, 30000);
        QCOMPARE(table->model()->index(0, BatchModel::Document).data().toString(), u"autumn.csv · 1"_s);
        QSignalSpy row(&panel, &BatchPanel::openRowWanted);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(row.size(), 1);
        QVERIFY(row[0][0].toByteArray().contains("\"w7\""));
        QCOMPARE(row[0][2].toString(), u"avail.Licensor.DisplayName"_s);
        QCOMPARE(open.size(), 1);
    }

    /// A hundred thousand items of one batch document: each page costs what is in sight.
    void manyRows()
    {
        Stage stage;
        QByteArray text = "{\"requestItems\":[";
        for (int i = 0; i < 100000; ++i)
            text += (i > 0 ? "," : "") + batchItem("i" + QByteArray::number(i), "w" + QByteArray::number(i), {});
        const QString path = stage.folder.filePath(u"many.json"_s);
        QVERIFY(writeFile(path, text + "]}"));
        BatchPanel panel(stage.desk);
        auto *table = in<QTableView>(panel, u"batchTable"_s);
        show(panel, {1100, 400});
        exchange::BatchOptions options;
        options.operationName = u"get"_s;
        options.operation.verb = exchange::BatchVerb::Get;
        options.dryRun = true;
        QVERIFY(stage.desk.start({path}, options, stage.environment));
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 100000, 60000);
        QSignalSpy changed(&stage.desk, &BatchDesk::itemsChanged);
        QScrollBar *bar = table->verticalScrollBar();
        int pages = 0;
        for (int at = 0; at <= bar->maximum(); at += std::max(1, bar->maximum() / 50), ++pages) {
            bar->setValue(at);
            table->viewport()->repaint();
            QApplication::processEvents();
        }
        QVERIFY(pages >= 50);
        table->scrollToBottom();
        table->viewport()->repaint();
        QVERIFY(table->visualRect(table->model()->index(99999, 0)).isValid());
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 200000);
        QCOMPARE(stage.desk.counts().items, 100000);
        QCOMPARE(table->model()->index(99999, BatchModel::Transaction).data().toString(), u"w99999"_s);
        shoot(panel, u"batch-many"_s);
    }

    void dialogCounts()
    {
        Stage stage;
        stage.films(7);
        BatchDialog dialog(stage.desk, stage.choices());
        auto *begin = in(dialog, u"batchStart"_s);
        QVERIFY(!begin->isEnabled()); // it counts
        show(dialog, dialog.sizeHint());
        QTRY_VERIFY(begin->isEnabled());
        QCOMPARE(begin->text(), u"Send 7"_s);
        QVERIFY(in<QLabel>(dialog, u"batchSum"_s)->text().contains(u"7"_s));
        QVERIFY(!in<QRadioButton>(dialog, u"batchOpenFiles"_s)->isEnabled());
        shoot(dialog, u"batch-dialog"_s);

        auto *operation = in<QComboBox>(dialog, u"batchOperation"_s);
        operation->setFocus();
        QTest::keyClick(operation, Qt::Key_Down);
        QCOMPARE(begin->text(), u"Validate 7"_s);
        QTest::keyClick(operation, Qt::Key_End);
        QCOMPARE(begin->text(), u"Delete 7"_s);
        in<QComboBox>(dialog, u"batchWay"_s)->setCurrentIndex(1);
        QVERIFY(!in<QSpinBox>(dialog, u"batchChunk"_s)->isEnabled());
        in<QCheckBox>(dialog, u"batchDryRun"_s)->click();
        in<QCheckBox>(dialog, u"batchStopOnError"_s)->click();
        in<QSpinBox>(dialog, u"batchJobs"_s)->setValue(99);
        QCOMPARE(begin->text(), u"Look at 7"_s);
        const exchange::BatchOptions options = dialog.options();
        QCOMPARE(options.operation.verb, exchange::BatchVerb::Delete);
        QCOMPARE(options.chunk, 0);
        QCOMPARE(options.jobs, 5); // the environment's connections
        QVERIFY(options.dryRun && options.stopOnError);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        click(begin);
        QCOMPARE(accepted.size(), 1);
    }

    void dialogChoosesFiles()
    {
        Stage stage;
        const QString films = stage.films(4);
        BatchDialog::Stage choices = stage.choices();
        choices.folder.clear();
        QList<QStringList> answers{{}, {films + u"/00001.json"_s}, {films + u"/none.json"_s}};
        choices.chooseFiles = [&] { return answers.takeFirst(); };
        BatchDialog dialog(stage.desk, choices);
        show(dialog, dialog.sizeHint());
        auto *begin = in(dialog, u"batchStart"_s);
        auto *sum = in<QLabel>(dialog, u"batchSum"_s);
        QVERIFY(in<QRadioButton>(dialog, u"batchChosenFiles"_s)->isChecked());
        click(in(dialog, u"batchChoose"_s)); // given up
        QCOMPARE(sum->text(), u"Choose the files to send."_s);
        click(in(dialog, u"batchChoose"_s));
        QTRY_COMPARE(begin->text(), u"Send 1"_s);
        QCOMPARE(dialog.inputs(), QStringList{films + u"/00001.json"_s});
        click(in(dialog, u"batchChoose"_s));
        QTRY_VERIFY2(sum->text().contains(u"none.json"_s), qPrintable(sum->text()));
        QVERIFY(!begin->isEnabled());
        QVERIFY(answers.isEmpty());
    }

    void dialogAsksForTheNameOfAProtectedOne()
    {
        Stage stage;
        stage.films(2);
        BatchDialog::Stage choices = stage.choices();
        choices.environment.name = u"production"_s;
        choices.environment.isProtected = true;
        choices.environmentTitle = u"production"_s;
        choices.environmentColour = theme::color(theme::Token::Error);
        choices.openFiles = QStringList{choices.folder + u"/00000.json"_s};
        choices.unsaved = 1;
        BatchDialog dialog(stage.desk, choices);
        show(dialog, dialog.sizeHint());
        auto *begin = in(dialog, u"batchStart"_s);
        auto *name = in<QLineEdit>(dialog, u"batchEnvironmentName"_s);
        QTRY_COMPARE(begin->text(), u"Send 2"_s);
        QVERIFY(name->isVisible() && !begin->isEnabled());
        shoot(dialog, u"batch-protected"_s);
        QTest::keyClicks(name, u"Production"_s);
        QVERIFY(!begin->isEnabled());
        name->clear();
        QTest::keyClicks(name, u"production"_s);
        QVERIFY(begin->isEnabled());
        name->clear();
        in<QCheckBox>(dialog, u"batchDryRun"_s)->click(); // sends nothing
        QVERIFY(!name->isVisible() && begin->isEnabled());
        in<QCheckBox>(dialog, u"batchDryRun"_s)->click();
        in<QComboBox>(dialog, u"batchOperation"_s)->setCurrentIndex(1); // changes nothing there
        QVERIFY(!name->isVisible() && begin->isEnabled());
    }
};

QTEST_MAIN(TestBatchPanel)
#include "tst_batchpanel.moc"
