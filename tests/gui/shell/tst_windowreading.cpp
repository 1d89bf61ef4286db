// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what partners answer, in the whole window: the inspector, what may be shown, comparing, masking, making the partner match,
// and Atom Tickets' productions, over the real sandbox.
#include "WindowTest.h"

#include "ask/AskPage.h"
#include "changes/ChangesModel.h"
#include "compare/CompareView.h"
#include "inspector/InspectorView.h"
#include "masks/MaskDialog.h"
#include "production/ProductionQueryView.h"
#include "production/ProductionsView.h"
#include "reconcile/ReconcileDesk.h"
#include "reconcile/ReconcilePage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using compare::CompareView;
using compare::Side;
using inspector::Inspection;
using inspector::InspectorView;

namespace {

template <class Page>
Page *inFront(const Window &window)
{
    return qobject_cast<Page *>(window->documents().currentPage());
}

} // namespace

class TestWindowReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// An answer from the exchanges' dock, with its headers and its time; closed as a document is.
    void anAnswerIsInspected()
    {
        Window window;
        window.good();
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        window.keys("exchange.get");
        QTRY_VERIFY(window.ended() && window.count() == 2);
        auto *inspect = window->findChild<QPushButton *>(u"exchangeInspect"_s);
        QVERIFY(inspect && inspect->isEnabled());
        inspect->click();
        auto *page = inFront<InspectorView>(window);
        QVERIFY(page);
        QTRY_COMPARE(page->inspection()->phase(), Inspection::Phase::Ready);
        QCOMPARE(page->inspection()->bytes(), window.last()->reply.body);
        QCOMPARE(page->inspection()->source().status, 200);
        QVERIFY(!page->inspection()->source().headers.empty());
        QVERIFY(page->goTo(place("/avail/Transaction/0/End")));
        QCOMPARE(page->page(), InspectorView::PageId::Tree);
        picture(window, u"inspector"_s);
        window.keys("file.close");
        QVERIFY(!inFront<InspectorView>(window));
        QCOMPARE(window.count(), 2);
    }

    /// A file of any kind, however it is broken: shown as it is, nothing is opened as a document.
    void aFileIsInspected()
    {
        Window window;
        window.dialogs.opens << QStringList{window.home.write(u"login.json"_s, "<html><body>Sign in</body>"), window.home.write(u"list.json"_s, "[{\"a\":1},{\"a\":2}]")};
        window.keys("tools.inspectFile");
        auto *list = inFront<InspectorView>(window);
        QVERIFY(list);
        QTRY_COMPARE(list->inspection()->phase(), Inspection::Phase::Ready);
        QCOMPARE(window.count(), 0);
        window.trigger("view.previousTab");
        auto *page = inFront<InspectorView>(window);
        QVERIFY(page && page != list);
        QTRY_COMPARE(page->inspection()->phase(), Inspection::Phase::Malformed);
        QCOMPARE(page->inspection()->bytes(), QByteArray("<html><body>Sign in</body>"));
        window.keys("file.close");
        window.keys("file.close");
        QTRY_VERIFY(seen<QAbstractButton>(window, u"welcome-file.new"_s));
    }

    /// The page of a document follows its edits, and leads back to its fields.
    void aDocumentIsInspected()
    {
        Window window;
        OpenDocument *document = window.good();
        window.keys("tools.inspect");
        auto *page = inFront<InspectorView>(window);
        QVERIFY(page);
        QTRY_COMPARE(page->inspection()->phase(), Inspection::Phase::Ready);
        QVERIFY(document->apply(payload::Edit::set(place("/avail/ALID"), "\"NF-2\"")));
        QTRY_COMPARE(page->inspection()->bytes(), document->bytes());
        Q_EMIT page->placeWanted(place("/avail/Transaction/0/End"));
        QCOMPARE(window.current(), document);
        QVERIFY2(window.placeShown().startsWith(u"/avail/Transaction/0/End"_s), qPrintable(window.placeShown()));
        window.keys("tools.inspect"); // the same page again, not another
        QCOMPARE(inFront<InspectorView>(window), page);
    }

    /// Of a reply without a form, its page offers the inspector.
    void aReplyOffersTheInspector()
    {
        Window window;
        window.open(window.home.write(u"reply.json"_s, "{\"productionDetails\":[]}"));
        press(window, u"inspectText"_s);
        QVERIFY(inFront<InspectorView>(window));
    }

    void whatMayBeShown()
    {
        Window window;
        window.good();
        window.keys("tools.ask");
        auto *page = inFront<ask::AskPage>(window);
        QVERIFY(page);
        const auto question = [](const char *on, const char *territory) {
            return ask::readQuestion(QString::fromLatin1(on), QString::fromLatin1(territory), {}, {}, rulebook()).value();
        };
        page->setQuestion(question("2027-03-14", "US"));
        QTRY_COMPARE(page->model().allowed(), 1);
        picture(window, u"ask"_s);
        page->setQuestion(question("2029-03-14", "US"));
        QTRY_VERIFY(page->model().count() == 1 && page->model().allowed() == 0);
        // What stands against it is a click from its field.
        Q_EMIT page->placeWanted(page->model().key(page->model().index(0, 0)), place("/avail/Transaction/0/End"));
        QVERIFY(window.current());
        QVERIFY2(window.placeShown().startsWith(u"/avail/Transaction/0/End"_s), qPrintable(window.placeShown()));
    }

    /// An answer that is asked opens once, however often one goes to its fields.
    void anAnswerIsAsked()
    {
        Window window;
        window.good();
        window.keys("tools.inspect");
        auto *inspected = inFront<InspectorView>(window);
        QTRY_COMPARE(inspected->inspection()->phase(), Inspection::Phase::Ready);
        Q_EMIT inspected->askWanted();
        auto *page = inFront<ask::AskPage>(window);
        QVERIFY(page);
        QCOMPARE(page->scope(), ask::Scope::Reply);
        page->setQuestion(ask::readQuestion(u"2029-03-14"_s, u"US"_s, {}, {}, rulebook()).value());
        QTRY_COMPARE(page->model().count(), 1);
        const QString key = page->model().key(page->model().index(0, 0));
        Q_EMIT page->placeWanted(key, place("/avail/Transaction/0/End"));
        QTRY_COMPARE(window.count(), 2);
        const OpenDocument *answer = window.current();
        Q_EMIT page->placeWanted(key, place("/avail/ALID"));
        QCOMPARE(window.current(), answer);
        QVERIFY2(window.placeShown().startsWith(u"/avail/ALID"_s), qPrintable(window.placeShown()));
        QCOMPARE(window.count(), 2);
    }

    void theWholeWorkspaceIsAsked()
    {
        Window window;
        window.home.write(u"avails/a.json"_s, test::avail(test::window()));
        window.home.write(u"avails/b.json"_s, test::avail(test::window({{"Territory", "[{\"country\":\"GB\"}]"}}), {}, "FullExtract", "NF-2"));
        window->files().openFolder(window.home.folder.filePath(u"avails"_s));
        window.keys("tools.ask");
        auto *page = inFront<ask::AskPage>(window);
        page->chooseScope(ask::Scope::Workspace);
        page->setQuestion(ask::readQuestion(u"2027-03-14"_s, u"GB"_s, {}, {}, rulebook()).value());
        press(window, u"askStart"_s);
        QTRY_COMPARE(page->model().count(), 2);
        QTRY_COMPARE(page->model().allowed(), 1);
    }

    /// A document against the partner's answer, which is fetched for it.
    void theSameCallIsCompared()
    {
        Window window;
        window.good();
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        QVERIFY(window.current()->apply(payload::Edit::set(place("/avail/Transaction/0/End"), "\"2029-01-01T00:00:00Z\"")));
        window.trigger("tools.compare");
        auto *page = inFront<CompareView>(window);
        QVERIFY(page);
        QTRY_VERIFY(!page->chosen(Side::Before).isEmpty());
        auto *call = page->findChild<QPushButton *>(u"compareSameCall"_s);
        QTRY_VERIFY(call && call->isEnabled());
        call->click();
        QTRY_VERIFY(!page->chosen(Side::After).isEmpty() && !page->isBusy() && page->model().rowCount() == 1);
        picture(window, u"compare"_s);
        const QString report = window.home.folder.filePath(u"report.html"_s);
        window.dialogs.saves << report;
        Q_EMIT page->saveWanted("<html></html>", u"report.html"_s);
        QCOMPARE(Home::read(report), QByteArray("<html></html>"));
    }

    void aMaskedCopy()
    {
        Window window;
        OpenDocument *document = window.good();
        const QByteArray before = document->bytes();
        window.trigger("tools.mask");
        auto *dialog = window->findChild<masks::MaskDialog *>();
        QTRY_VERIFY(dialog && dialog->isVisible() && !dialog->isBusy() && !dialog->masked().isEmpty());
        picture(*dialog, u"mask"_s);
        QVERIFY(!dialog->masked().contains("Night Ferry"));
        const QByteArray masked = dialog->masked();
        press(*dialog, u"maskCopy"_s);
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), masked);
        Q_EMIT dialog->openWanted(masked, u"masked"_s);
        QTRY_COMPARE(window.count(), 2);
        QCOMPARE(window.current()->bytes(), masked);
        QCOMPARE(document->bytes(), before);
        dialog->close();
    }

    /// What the partner has differs in one window: it is shown, and sent after the question.
    void thePartnerMatches()
    {
        Window window;
        window.good(test::window() + ',' + test::window({{"_TransactionID", "\"w2\""}, {"FormatProfile", "{\"value\":\"SD\"}"}}));
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        QVERIFY(window.current()->apply(payload::Edit::set(place("/avail/Transaction/1/End"), "\"2029-01-01T00:00:00Z\"")));
        window.keys("exchange.reconcile");
        auto *page = inFront<reconcile::ReconcilePage>(window);
        auto *desk = window->findChild<reconcile::ReconcileDesk *>();
        QVERIFY(page && desk);
        press(window, u"reconcileFirstFetch"_s);
        QTRY_COMPARE(desk->state(), reconcile::ReconcileDesk::State::Ready);
        QCOMPARE(desk->avails().size(), 1U);
        picture(window, u"reconcile"_s);
        press(window, u"reconcileDryRun"_s);
        QTRY_VERIFY(desk->isPlanned());
        QCOMPARE(desk->requests().size(), 1U);
        press(window, u"reconcileSend"_s);
        QTRY_VERIFY(desk->wasSent() && desk->state() == reconcile::ReconcileDesk::State::Ready);
        // Nothing differs any more.
        window.keys("view.previousTab");
        window.keys("exchange.get");
        QTRY_VERIFY(window.ended() && window.last() && window.last()->operation == partners::Operation::GetFull);
        QVERIFY(window.last()->reply.body.contains("2029-01-01T00:00:00Z"));
    }

    /// From a name to a production, its answer in the inspector.
    void productionsAreAsked()
    {
        Window window;
        window.keys("exchange.productions");
        auto *page = inFront<production::ProductionsView>(window);
        QVERIFY(page);
        QVERIFY(page->setQuery("{\"ids\":[\"B0000000001\",\"B0000000002\",\"B9999999999\"]}"));
        QVERIFY(page->query()->mayAsk());
        // The dock shows what would be sent.
        QVERIFY(window.preview()->text().toByteArray().contains("B9999999999"));
        page->query()->ask();
        auto *table = window.table(u"productionsTable"_s);
        QTRY_VERIFY(table && table->isVisible() && table->model()->rowCount() == 2);
        picture(window, u"productions"_s);
        QCOMPARE(window.last()->operation, partners::Operation::ProductionByIds);
        Q_EMIT page->placeWanted(place("/productionDetails/1/name"));
        auto *inspected = inFront<InspectorView>(window);
        QVERIFY(inspected);
        QTRY_COMPARE(inspected->inspection()->phase(), Inspection::Phase::Ready);
        QCOMPARE(inspected->inspection()->source().askedIds.size(), 3);
    }

    /// A venue's productions go straight into their details; all pages.
    void aVenuesProductions()
    {
        Window window;
        window.keys("exchange.productions");
        auto *page = inFront<production::ProductionsView>(window);
        QVERIFY(page->setQuery("{\"venueId\":\"C0000000001\",\"localStartDate\":\"2027-03-14T00:00:00\",\"localEndDate\":\"2027-03-15T00:00:00\"}"));
        press(window, u"andDetails"_s);
        page->query()->ask();
        auto *table = window.table(u"productionsTable"_s);
        QTRY_VERIFY(table && table->isVisible() && table->model()->rowCount() > 0);
        QVERIFY(window.exchanges.rowCount() >= 2);
    }

    /// A question of the workspace leads to the productions' page.
    void aQuestionIsOpened()
    {
        Window window;
        window.open(window.home.write(u"question.json"_s, "{\"ids\":[\"B0000000001\"],\"marketplaceId\":\"US\"}"));
        press(window, u"askQuestion"_s);
        auto *page = inFront<production::ProductionsView>(window);
        QVERIFY(page);
        QCOMPARE(page->query()->target().ids, QStringList{u"B0000000001"_s});
    }
};

QTEST_MAIN(TestWindowReading)
#include "tst_windowreading.moc"
