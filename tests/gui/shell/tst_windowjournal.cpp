// SPDX-License-Identifier: GPL-3.0-or-later
// What was sent, found again: the journal in the window, asked back, sent anew, exported; and runs from rows and the probe.
#include "WindowTest.h"

#include "batch/RowsDialog.h"
#include "exchanges/ExchangesPanel.h"
#include "probe/ProbePanel.h"

#include <QClipboard>
#include <QComboBox>
#include <QPushButton>
#include <QToolButton>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using exchanges::ExchangesPanel;
using partners::Outcome;

namespace {

sandbox::SandboxOptions with(const char *fault)
{
    sandbox::SandboxOptions options;
    options.faults.push_back(sandbox::parseFault(fault).value());
    return options;
}

/// The last one was sent and ended.
void put(Window &window)
{
    const int before = window.exchanges.rowCount();
    window.keys("exchange.put");
    QTRY_VERIFY(window.ended() && window.exchanges.rowCount() > before);
}

} // namespace

class TestWindowJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The reply is lost: unknown, and one click asks the partner, who has it.
    void unknownIsAskedBack()
    {
        Window window(with("reset:put-full@1x1"));
        window.dispatcher.setRetryPolicy({0});
        window.good();
        put(window);
        QCOMPARE(window.last()->outcome.kind, Outcome::Kind::Unknown);
        press(*window.bar(), u"messageAction"_s);
        QAbstractButton *ask = nullptr;
        QTRY_VERIFY((ask = window->findChild<QAbstractButton *>(u"exchangeAsk"_s)) && ask->isVisible());
        QTest::mouseClick(ask, Qt::LeftButton);
        QTRY_COMPARE(window.last()->outcome.kind, Outcome::Kind::Accepted);
        QTRY_VERIFY(window.ended());
    }

    /// What an earlier session sent is a document again.
    void sentAgain()
    {
        Window window;
        window.good();
        put(window);
        const QByteArray sent = window.last()->request.body;
        const int before = window.count();
        auto *panel = window->findChild<ExchangesPanel *>();
        Q_EMIT panel->sendAgainWanted(*window.last());
        QTRY_COMPARE(window.count(), before + 1);
        QCOMPARE(window.current()->bytes(), sent);
        QVERIFY(window.current()->isModified()); // it has no file
        put(window);
        QCOMPARE(window.last()->outcome.kind, Outcome::Kind::Accepted);
        // What has no body goes at once, and to delete is asked about.
        window.dialogs.confirmed << true;
        window.keys("document.validate");
        window.trigger("exchange.delete");
        QTRY_VERIFY(window.ended());
        const int rows = window.exchanges.rowCount();
        window.dialogs.confirmed << false;
        Q_EMIT panel->sendAgainWanted(*window.last());
        QCOMPARE(window.exchanges.rowCount(), rows);
    }

    /// Rows of a spreadsheet with the document in front as their template, sent as one run.
    void rowsBecomeRequests()
    {
        Window window;
        window.open(window.home.write(u"template.json"_s, test::avail(test::window(), {}, "PartialExtract")));
        window.trigger("exchange.rows");
        auto *dialog = window->findChild<batch::RowsDialog *>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        dialog->setRows({u"autumn.csv"_s, "Transaction ID,Contract ID\nr1,007\nr2,008\n"});
        auto *begin = dialog->findChild<QPushButton *>(u"rowsBegin"_s);
        QVERIFY(begin);
        QTRY_VERIFY(begin->isEnabled());
        QTest::mouseClick(begin, Qt::LeftButton);
        auto *table = window.table(u"batchTable"_s);
        QVERIFY(table);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QTRY_VERIFY(window.said().contains(u"ended"_s));
    }

    /// The partner judges what our rules say; nothing is changed there.
    void aProbe()
    {
        Window window;
        window.good();
        window.trigger("exchange.probe");
        auto *panel = window->findChild<probe::ProbePanel *>();
        QTRY_VERIFY(panel && panel->isVisible());
        auto *begin = panel->findChild<QPushButton *>(u"probeBegin"_s);
        QVERIFY(begin && begin->isEnabled());
        QTest::mouseClick(begin, Qt::LeftButton);
        auto *table = panel->findChild<QTableView *>(u"probeTable"_s);
        QVERIFY(table);
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 20, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(begin->isEnabled(), 20000);
    }
};

QTEST_MAIN(TestWindowJournal)
#include "tst_windowjournal.moc"
