// SPDX-License-Identifier: GPL-3.0-or-later
// Sending from the window: what holds it back, how it ends, and where that is said.
#include "WindowTest.h"

#include <QHeaderView>
#include <QMenu>
#include <QToolButton>
#include <QTreeWidget>

using namespace marquee;
using namespace marquee::test;
using partners::Outcome;
using shell::Dialogs;

namespace {

sandbox::SandboxOptions with(const char *fault)
{
    sandbox::SandboxOptions options;
    options.faults.push_back(sandbox::parseFault(fault).value());
    return options;
}

/// Our rules find an error; the partner finds two.
QByteArray bad()
{
    return test::window({{"End", "\"2026-12-01T00:00:00Z\""}});
}

/// A workspace's file with one environment.
QByteArray environment(
    const QByteArray &name, const QByteArray &address, const QByteArray &ofPrime, const QByteArray &more = {})
{
    return "{\"environments\":[{\"name\":\"" + name + "\"," + more + "\"prime\":{\"baseUrl\":\"" + address
        + "\",\"licensor\":\"Lantern Pictures\"" + (ofPrime.isEmpty() ? QByteArray() : QByteArray(',' + ofPrime))
        + "}}]}";
}

} // namespace

class TestWindowExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorsHoldItBack()
    {
        Window window;
        OpenDocument *document = window.good(bad());
        window.dialogs.held << Dialogs::HeldAnswer::Cancel;
        window.keys("exchange.put");
        QCOMPARE(window.dialogs.lastHeld.errors, 1);
        QCOMPARE(window.dialogs.lastHeld.messages.size(), 1);
        QVERIFY2(window.dialogs.lastHeld.messages.front().contains(u"End"_s),
            qPrintable(window.dialogs.lastHeld.messages.front()));
        QCOMPARE(window.exchanges.rowCount(), 0);
        QVERIFY(window.ended());

        window.dialogs.held << Dialogs::HeldAnswer::ShowProblems;
        window.keys("exchange.put");
        QCOMPARE(window.exchanges.rowCount(), 0);
        QVERIFY(window.table(u"problemsTable"_s)->isVisible());
        QVERIFY(cursor() && (cursorName() == u"problemsTable"_s || cursorName() == u"End"_s));

        window.dialogs.held << Dialogs::HeldAnswer::SendAnyway;
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        QCOMPARE(window.last()->outcome.kind, Outcome::Kind::Rejected);
        QCOMPARE(window.last()->request.body, document->bytes());
    }

    void warningsDoNot()
    {
        Window window;
        OpenDocument *document = window.good(test::window({{"LicenseType", "\"VODD\""}}));
        QVERIFY(document->counts().errors == 0 && document->counts().warnings > 0);
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        QCOMPARE(window.last()->outcome.kind, Outcome::Kind::Accepted);
    }
    void fetchingIsNeverHeld()
    {
        Window window;
        window.good(bad());
        window.keys("exchange.get");
        QTRY_VERIFY(window.ended() && window.last());
        QCOMPARE(window.last()->outcome.kind, Outcome::Kind::Rejected); // 404
        QVERIFY(window.message().contains(u"404"_s));
        QCOMPARE(window.count(), 1); // nothing opens
    }

    void validateChangesNothingThere()
    {
        Window window;
        window.good();
        window.keys("exchange.validate");
        QTRY_VERIFY(window.ended() && window.last());
        QCOMPARE(window.last()->outcome.kind, Outcome::Kind::Accepted);
        window.keys("exchange.get");
        QTRY_VERIFY(window.ended() && window.exchanges.rowCount() == 2);
        QCOMPARE(window.last()->reply.status, 404);
    }

    void deleteAsks()
    {
        Window window;
        OpenDocument *document = window.good();
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        window.dialogs.confirmed << false;
        window.trigger("exchange.delete");
        QVERIFY(window.dialogs.asked.last().contains(document->title()));
        QCOMPARE(window.exchanges.rowCount(), 1);
        window.dialogs.confirmed << true;
        window.trigger("exchange.delete");
        QTRY_VERIFY(window.ended() && window.exchanges.rowCount() == 2);
        QCOMPARE(window.last()->outcome.kind, Outcome::Kind::Accepted);
        QVERIFY(window.current() == document); // here it stays
        window.keys("exchange.get");
        QTRY_VERIFY(window.ended() && window.exchanges.rowCount() == 3);
        QCOMPARE(window.last()->reply.status, 404);
    }

    void oneWindowAlone()
    {
        Window window;
        window.good();
        window.trigger("exchange.getWindow");
        QTRY_VERIFY(window.ended() && window.last());
        QCOMPARE(window.last()->operation, partners::Operation::GetPartial);
        QVERIFY(window.last()->request.url.path().endsWith(u"/w1"_s));
        window.good(test::window({{"_TransactionID", ""}}));
        window.trigger("exchange.getWindow");
        QCOMPARE(window.exchanges.rowCount(), 1);
        QVERIFY(window.message().contains(u"no ID"_s));
    }

    void cancelEndsWhatStalls()
    {
        Window window(with("stall"));
        OpenDocument *document = window.good();
        window.keys("exchange.put");
        QTRY_VERIFY(window.bar()->isBusy());
        // The window lives on meanwhile.
        window.keys("document.showTitle");
        fill(window, u"ALID"_s, u"NF-2"_s);
        QCOMPARE(window.at("/avail/ALID"), u"\"NF-2\""_s);
        QVERIFY(window.bar()->isBusy());
        window.keys("exchange.put"); // one at a time
        QCOMPARE(window.exchanges.rowCount(), 1);
        QVERIFY(window.message().contains(u"Still sending"_s));
        press(*window.bar(), u"messageCancel"_s);
        QTRY_VERIFY(window.ended());
        QVERIFY2(window.message().contains(u"Cancelled"_s), qPrintable(window.message()));
        QVERIFY(window.last()->outcome.kind == Outcome::Kind::Unknown
            || window.last()->outcome.kind == Outcome::Kind::Failed);
        QVERIFY(document->isModified());
    }

    void partnersErrorsLeadToTheirField()
    {
        Window window;
        window.good(bad());
        window.keys("document.showTitle");
        window.dialogs.held << Dialogs::HeldAnswer::SendAnyway;
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        QCOMPARE(window.last()->outcome.errors.size(), std::size_t(1));
        press(*window.bar(), u"messageAction"_s);
        auto *errors = window->findChild<QTreeWidget *>(u"partnerErrors"_s);
        QTRY_VERIFY(errors->isVisible());
        errors->setFocus();
        errors->setCurrentItem(errors->topLevelItem(0));
        QTest::keyClick(errors, Qt::Key_Return);
        QCOMPARE(cursorName(), u"End"_s);
        QVERIFY(window.placeShown().startsWith(u"/avail/Transaction/0/End"_s));
    }

    void partnersErrorsStandBesideTheirField()
    {
        Window window;
        OpenDocument *document = window.good(bad());
        window.keys("document.showWindows");
        window.dialogs.held << Dialogs::HeldAnswer::SendAnyway;
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        const auto beside = [&window] {
            QStringList all;
            for (const QLabel *label : window->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().startsWith(u"The partner: "_s))
                    all << label->text();
            }
            return all;
        };
        QTRY_COMPARE(beside(), QStringList{u"The partner: "_s + window.last()->outcome.errors.front().message});
        // It speaks of what was sent: another field keeps it, its own ends it.
        const payload::Pointer first = payload::Pointer().child("avail").child("Transaction").child(0U);
        QVERIFY(document->apply(payload::Edit::set(first.child("Start"), "\"2019-04-02T00:00:00Z\"")).value());
        QTRY_COMPARE(beside().size(), 1);
        QVERIFY(document->apply(payload::Edit::set(first.child("End"), "\"2030-04-02T00:00:00Z\"")).value());
        QTRY_COMPARE(beside(), QStringList());
    }

    void theDocumentMayBeClosedMeanwhile()
    {
        Window window(with("stall"));
        window.good();
        window.keys("exchange.put");
        QTRY_VERIFY(window.bar()->isBusy());
        window.keys("file.close");
        QCOMPARE(window.count(), 0);
        press(*window.bar(), u"messageCancel"_s);
        QTRY_VERIFY(window.ended());
        QCOMPARE(window.exchanges.rowCount(), 1);
    }

    void aKeyIsAskedForAndNeverShown()
    {
        sandbox::SandboxOptions options;
        options.apiKey = "s3cret";
        Window window(options);
        const QByteArray address = window.partner->primeUrl().toEncoded();
        window.home.write(
            u"work/marquee.json"_s, environment("Keyed", address, "\"apiKey\":{\"variable\":\"MARQUEE_TEST_KEY\"}"));
        window->files().openFolder(window.home.folder.filePath(u"work"_s));
        QVERIFY(window.environments.choose(u"Keyed"_s));
        window.good();
        qunsetenv("MARQUEE_TEST_KEY");
        window.keys("exchange.put");
        QTRY_VERIFY2(window.message().contains(u"MARQUEE_TEST_KEY"_s), qPrintable(window.message()));
        QVERIFY(window.ended());
        qputenv("MARQUEE_TEST_KEY", "s3cret");
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last() && window.last()->outcome.kind == Outcome::Kind::Accepted);
        for (const preview::PayloadView *view : window->findChildren<preview::PayloadView *>())
            QVERIFY(!view->text().toByteArray().contains("s3cret"));
        qunsetenv("MARQUEE_TEST_KEY");
    }

    void aProtectedEnvironmentShowsAndAsks()
    {
        Window window;
        const QByteArray address = window.partner->primeUrl().toEncoded();
        window.home.write(
            u"work/marquee.json"_s, environment("Live", address, {}, "\"protected\":true,\"colour\":\"#aa2200\","));
        const auto *stripe = window->findChild<QWidget *>(u"protectedStripe"_s);
        QVERIFY(!stripe->isVisible());
        window->files().openFolder(window.home.folder.filePath(u"work"_s));
        // By the picker, as a user does.
        auto *button = window->findChild<QToolButton *>(u"environmentButton"_s);
        QAction *live = nullptr;
        for (QAction *action : button->menu()->actions()) {
            if (action->text().contains(u"Live"_s))
                live = action;
        }
        QVERIFY(live);
        live->trigger();
        QCOMPARE(window.environments.current().name, u"Live"_s);
        QTRY_VERIFY(stripe->isVisible());
        QCOMPARE(stripe->palette().color(QPalette::Window), QColor(0xaa, 0x22, 0x00));
        QVERIFY(button->accessibleName().contains(u"Live"_s));
        const auto *send = window->findChild<QToolButton *>(u"exchange.putTool"_s);
        QVERIFY(send->styleSheet().contains(u"#aa2200"_s));

        window.good();
        window.dialogs.confirmed << false;
        window.keys("exchange.put");
        QVERIFY(window.dialogs.asked.last().startsWith(u"protected: Live"_s));
        QCOMPARE(window.exchanges.rowCount(), 0);
        window.dialogs.confirmed << true;
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        QCOMPARE(window.last()->environment, u"Live"_s);
        window.keys("exchange.get"); // changes nothing there: isn't asked
        QTRY_VERIFY(window.ended() && window.exchanges.rowCount() == 2);

        QVERIFY(window.environments.choose(QLatin1StringView(exchange::Environment::SandboxName)));
        QTRY_VERIFY(!stripe->isVisible());
        QVERIFY(!send->styleSheet().contains(u"#aa2200"_s));
    }

    void undoGoesOnPastSending()
    {
        Window window;
        OpenDocument *document = window.good();
        window.keys("document.showTitle");
        fill(window, u"Asset/0/Metadata/TitleInternalAlias"_s, u"Other"_s);
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        window.keys("edit.undo");
        QCOMPARE(document->bytes(), availOf(test::window()));
        window.keys("edit.redo");
        QVERIFY(document->bytes().contains("Other"));
    }

    void whatIsHalfTypedIsSent()
    {
        // A date that the editor reads when the cursor leaves: Ctrl+Return comes first.
        Window window;
        OpenDocument *document = window.good();
        window.keys("document.showWindows");
        fill(window, u"End"_s, u"5 March 2028"_s);
        window.dialogs.held << Dialogs::HeldAnswer::SendAnyway;
        const int before = document->counts().errors;
        window.keys("exchange.put");
        if (document->counts().errors == before) // it read as a date
            window.dialogs.held.clear();
        QTRY_VERIFY(window.ended() && window.last());
        QVERIFY(
            window.last()->request.body.contains("2028-03-05") || window.last()->request.body.contains("5 March 2028"));
        QCOMPARE(window.last()->request.body, document->bytes());
    }
};

QTEST_MAIN(TestWindowExchange)
#include "tst_windowexchange.moc"
