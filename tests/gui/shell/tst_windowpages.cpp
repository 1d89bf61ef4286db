// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that the window opens beside avails: a batch document's form, and the sandbox.
#include "WindowTest.h"

#include "avail/AvailView.h"
#include "batchdocument/BatchDocumentView.h"
#include "sandbox/SandboxDialog.h"
#include "timeline/TimelinePage.h"

#include <QCheckBox>
#include <QDialog>
#include <QPushButton>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using batchdocument::BatchDocumentView;

class TestWindowPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// From nothing to a batch that the partner took: avails added, ids and paths made, sent, undone.
    void aBatchOfAvails()
    {
        Window window;
        window.trigger("file.newBatch");
        QTRY_VERIFY(window->documents().currentBatch());
        OpenDocument *batch = window.current();
        QVERIFY(batch->isModified());
        const QString one = window.home.write(u"one.json"_s, test::avail(test::window(), {}, "PartialExtract"));
        const QString two = window.home.write(u"two.json"_s,
            test::avail(test::window({{"_TransactionID", "\"w2\""}}) + ',' + test::window({{"_TransactionID", "\"w3\""}, {"FormatProfile", "{\"value\":\"SD\"}"}})));
        window.dialogs.opens << QStringList{one, two};
        window.trigger("item.addDocuments");
        QTRY_COMPARE(batch->payload().root().member("requestItems").size(), 3U);
        QCOMPARE(window.at("/requestItems/1/path"), u"\"/avails/Lantern%20Pictures/partial-extract/transactions/w2\""_s);
        QCOMPARE(batch->counts().errors, 0);
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        QCOMPARE(window.last()->operation, partners::Operation::BatchPut);
        QCOMPARE(window.last()->outcome.kind, partners::Outcome::Kind::Accepted);
        window.keys("edit.undo");
        QCOMPARE(batch->payload().root().member("requestItems").size(), 0U);
        window.keys("edit.redo");
        window->documents().currentBatch()->items()->selectItem(2);
        window.trigger("item.moveUp");
        QCOMPARE(window.at("/requestItems/1/path"), u"\"/avails/Lantern%20Pictures/partial-extract/transactions/w3\""_s);
        window.trigger("item.remove");
        QCOMPARE(batch->payload().root().member("requestItems").size(), 2U);
    }

    /// A problem's place leads into the item's field.
    void aProblemLeadsToItsItem()
    {
        Window window;
        window.open(window.home.write(u"batch.json"_s,
            "{\"requestItems\":[{\"requestItemId\":\"a\",\"path\":\"/avails/L/partial-extract/transactions/w1\"},"
            "{\"requestItemId\":\"a\",\"path\":\"/avails/L/partial-extract/transactions/w2\"}]}"));
        window.keys("document.nextProblem");
        window.keys("document.nextProblem");
        QVERIFY2(window.placeShown().startsWith(u"/requestItems/1/requestItemId"_s), qPrintable(window.placeShown()));
        QCOMPARE(window->documents().currentBatch()->items()->currentItem(), 1);
    }

    /// Windows that overlap: the fix shows them on the timeline, whose selection is the table's.
    void overlapsOnTheTimeline()
    {
        Window window;
        window.good(test::window() + ',' + test::window({{"_TransactionID", "\"w2\""}}));
        window.keys("document.showWindows");
        window->documents().currentAvail()->windows()->selectWindow(1);
        QPushButton *show = nullptr; // of the window that is shown, not of the one that was
        const auto find = [&] {
            for (QPushButton *button : window->findChildren<QPushButton *>(u"fix-AV103-timeline"_s))
                show = button->isVisible() ? button : show;
            return show != nullptr;
        };
        QTRY_VERIFY(find());
        QTest::mouseClick(show, Qt::LeftButton);
        auto *timeline = window->findChild<timeline::TimelinePage *>();
        QTRY_VERIFY(timeline->isVisible());
        QCOMPARE(window->documents().currentAvail()->windows()->selectedWindows(), QList<int>{1});
        Q_EMIT timeline->windowsSelected({0});
        QCOMPARE(window->documents().currentAvail()->windows()->selectedWindows(), QList<int>{0});
        Q_EMIT timeline->windowActivated(1);
        QCOMPARE(window->documents().currentAvail()->windows()->currentWindow(), 1);
        QVERIFY(!timeline->isVisible());
        // Its picture is saved as any other.
        window.keys("document.showTimeline");
        QVERIFY(timeline->isVisible());
        window.dialogs.saves << window.home.folder.filePath(u"timeline.svg"_s);
        Q_EMIT timeline->exportWanted("<svg/>", u"svg"_s);
        QCOMPARE(Home::read(window.home.folder.filePath(u"timeline.svg"_s)), QByteArray("<svg/>"));
    }

    /// What goes wrong on purpose is said in the window, and meets what is sent.
    void faultsOnPurpose()
    {
        Window window;
        window.good();
        window.trigger("exchange.sandbox");
        auto *page = window->findChild<sandbox::SandboxDialog *>();
        QTRY_VERIFY(page && page->isVisible());
        auto *fault = page->findChild<QCheckBox *>(u"fault-500"_s);
        QVERIFY(fault);
        fault->click();
        const auto status = [&window] { return window->findChild<QLabel *>(u"statusEnvironment"_s)->text(); };
        QVERIFY2(status().contains(u"1 fault"_s), qPrintable(status()));
        window.dispatcher.setRetryPolicy({0});
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        QCOMPARE(window.last()->reply.status, 500);
        fault->click();
        QVERIFY(!status().contains(u"fault"_s));
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.exchanges.rowCount() == 2);
        QCOMPARE(window.last()->outcome.kind, partners::Outcome::Kind::Accepted);
    }
};

QTEST_MAIN(TestWindowPages)
#include "tst_windowpages.moc"
