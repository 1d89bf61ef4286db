// SPDX-License-Identifier: GPL-3.0-or-later
// Batch runs in the whole window: from the action to the report.
#include "WindowTest.h"

#include "batch/BatchDialog.h"
#include "exchange/BatchDesk.h"
#include "support/Films.h"

using namespace marquee;
using namespace marquee::test;
using State = exchange::BatchDesk::State;

class TestWindowBatch : public QObject
{
    Q_OBJECT

private:
    static exchange::BatchDesk *desk(const Window &window) { return window->findChild<exchange::BatchDesk *>(); }

    /// The dialog that the action opens, when it has counted.
    static batch::BatchDialog *ask(Window &window)
    {
        window.keys("exchange.batch");
        auto *dialog = window->findChild<batch::BatchDialog *>();
        if (!dialog)
            return nullptr;
        const auto *begin = dialog->findChild<QAbstractButton *>(u"batchStart"_s);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(begin->isEnabled(), 20000); }();
        return dialog;
    }
    static void begin(batch::BatchDialog *dialog)
    {
        QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"batchStart"_s), Qt::LeftButton);
    }
    static QString films(Window &window, int count)
    {
        const QString folder = window.home.folder.filePath(u"films"_s);
        [&] { QVERIFY(writeFilms(folder, count)); }();
        window->files().openFolder(folder);
        return folder;
    }

private Q_SLOTS:
    void fromTheActionToTheReport()
    {
        Window window;
        films(window, 6);
        begin(ask(window));
        QTRY_COMPARE_WITH_TIMEOUT(desk(window)->state(), State::Finished, 30000);
        QCOMPARE(desk(window)->counts().accepted, 6);
        QTableView *table = window.table(u"batchTable"_s);
        QTRY_VERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 6);
        if (const QString shots = qEnvironmentVariable("MARQUEE_SHOTS"); !shots.isEmpty())
            window.window->grab().save(shots + u"/batch-window.png"_s);

        const QString report = window.home.folder.filePath(u"run.csv"_s);
        window.dialogs.saves << report;
        window->findChild<QAction *>(u"batchCsv"_s)->trigger();
        QTRY_VERIFY(Home::read(report).contains("accepted"));
        QVERIFY(window.dialogs.suggested.endsWith(u".csv"_s));

        // The item's document, at its window.
        const QPoint place = table->visualRect(table->model()->index(1, 1)).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
        QTRY_COMPARE_WITH_TIMEOUT(window.count(), 1, 20000);
        QTRY_VERIFY(window.current());
        QCOMPARE(QFileInfo(window.current()->path()).fileName(), u"00001.json"_s);
    }

    void closingAsksWhileARunGoesOn()
    {
        Window window;
        films(window, 4000); // more than a fast machine sends before it can be told to pause
        batch::BatchDialog *dialog = ask(window);
        dialog->findChild<QComboBox *>(u"batchWay"_s)->setCurrentIndex(1);
        begin(dialog);
        QTRY_COMPARE_WITH_TIMEOUT(desk(window)->state(), State::Running, 30000);
        desk(window)->pause();
        QTRY_COMPARE_WITH_TIMEOUT(desk(window)->state(), State::Paused, 30000);
        window.keys("exchange.batch"); // one at a time
        QVERIFY(window.message().contains(u"batch run"_s));
        window.dialogs.confirmed << false << true;
        window->close();
        QVERIFY(window->isVisible());
        window->close();
        QTRY_VERIFY(!window->isVisible());
    }
};

QTEST_MAIN(TestWindowBatch)
#include "tst_windowbatch.moc"
