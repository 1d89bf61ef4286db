// SPDX-License-Identifier: GPL-3.0-or-later
// The page of productions: what was answered as a table and in full, pictures when asked for, and what went wrong in
// words.
#include "PictureBytes.h"
#include "Replies.h"

#include "gui/Looks.h"

#include "production/IdsField.h"
#include "production/PictureBox.h"
#include "production/ProductionPage.h"
#include "production/ProductionQueryView.h"
#include "production/ProductionsPage.h"
#include "production/ProductionsTable.h"
#include "production/ProductionsView.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QMainWindow>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QThreadPool>

using namespace marquee;
using namespace marquee::production;
using namespace marquee::test;
using exchange::ProductionAnswer;
using partners::AtomTarget;
using partners::Operation;
using partners::Outcome;

namespace {

QByteArray reply(const QByteArrayList &productions, const QByteArray &pageInfo = {})
{
    return "{\"productionDetails\":[" + productions.join(',') + ']'
        + (pageInfo.isEmpty() ? QByteArray() : ",\"pageInfo\":" + pageInfo) + '}';
}

ProductionAnswer answered(
    const QByteArray &body, const QStringList &asked = {}, Operation operation = Operation::ProductionByIds)
{
    ProductionAnswer answer;
    answer.operation = operation;
    answer.asked.ids = asked;
    answer.outcome.kind = Outcome::Kind::Accepted;
    answer.reply.status = 200;
    answer.reply.body = body;
    answer.pages = 1;
    return answer;
}

} // namespace

class TestProductionsView : public QObject
{
    Q_OBJECT

    std::unique_ptr<ProductionsView> m_view;

    QString label(const QString &name) const
    {
        auto *found = seen<QLabel>(*m_view, name);
        return found ? found->text() : QString();
    }
    ProductionsTable *table() const { return seen<ProductionsTable>(*m_view, u"productionsTable"_s); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            all << cell(row, productions::ProductionsModel::NameColumn);
        return all;
    }
    void clickRow(int row) const
    {
        QTest::mouseClick(
            table()->viewport(), Qt::LeftButton, {}, table()->visualRect(table()->model()->index(row, 1)).center());
    }
    void clickHeading(int column) const
    {
        QHeaderView *header = table()->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
            QPoint(header->sectionViewportPosition(column) + header->sectionSize(column) / 2, header->height() / 2));
    }
    void showProductions(
        const QByteArrayList &productions = {nightFerry, harbour, paper}, const QStringList &asked = {})
    {
        m_view->showAnswer(answered(reply(productions), asked));
        QTRY_VERIFY(table());
    }

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<ProductionsView>(rulebook(), lookup());
        m_view->setEnvironment(u"beta"_s, false, true);
        show(*m_view, {1280, 860});
    }
    void cleanup()
    {
        m_view.reset();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }

    void empty()
    {
        QVERIFY(label(u"productionMessageText"_s).contains(u"type an ID, or choose a venue"_s));
        QVERIFY(!seen<QPushButton>(*m_view, u"productionOpenAnswer"_s));
        m_view->query()->focusFirst();
        QCOMPARE(cursorName(), u"ids"_s);
    }

    void theWindowGoesWhileSomebodyTypes_data()
    {
        QTest::addColumn<bool>("isInner");
        QTest::newRow("the page itself") << false;
        QTest::newRow("a window around it") << true;
    }

    void theWindowGoesWhileSomebodyTypes()
    {
        QFETCH(bool, isInner);
        auto window = std::make_unique<QMainWindow>();
        if (isInner) {
            m_view->setParent(window.get());
            window->setCentralWidget(m_view.release());
            show(*window);
        }
        const QWidget &in = isInner ? static_cast<QWidget &>(*window) : *m_view;
        QPlainTextEdit *ids = seen<QPlainTextEdit>(in, u"ids"_s);
        ids->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(ids, u"B1 B1"_s);
        m_view.reset();
        window.reset();
    }

    void thereIsRoomForEveryQuestion()
    {
        const auto *scroll = seen<QScrollArea>(*m_view, u"productionQueryScroll"_s);
        for (const QByteArray &query : {QByteArray("{\"ids\":[\"B00934205701\",\"B00934205701\"],\"pageSize\":101}"),
                 QByteArray("{\"venueId\":\"C1\",\"isoStartDate\":\"2026-03-14T00:00:00\",\"isoEndDate\":\"2026-03-"
                            "30T00:00:00.5Z\"}")}) {
            QVERIFY(m_view->setQuery(query));
            QCoreApplication::processEvents();
            QVERIFY2(m_view->query()->minimumSizeHint().width() <= scroll->viewport()->width(), query.constData());
        }
    }

    void theTable()
    {
        showProductions();
        const QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(
            names(), (QStringList{u"Night Ferry"_s, u"Harbour Lights"_s, u"Paper Lanterns"_s})); // the answer's order
        QCOMPARE(label(u"answerWords"_s), u"3 production(s)"_s);
        QCOMPARE(label(u"productionTitle"_s), u"Night Ferry"_s);
        clickRow(2);
        QCOMPARE(label(u"productionTitle"_s), u"Paper Lanterns"_s);
    }

    void sorting()
    {
        showProductions();
        clickHeading(productions::ProductionsModel::ScoreColumn); // as numbers: 8.1, 9.5, 11
        QCOMPARE(names(), (QStringList{u"Night Ferry"_s, u"Paper Lanterns"_s, u"Harbour Lights"_s}));
        clickHeading(productions::ProductionsModel::ScoreColumn);
        QCOMPARE(names().first(), u"Harbour Lights"_s);
        clickHeading(productions::ProductionsModel::ScoreColumn);
        QCOMPARE(names().first(), u"Night Ferry"_s); // the answer's order again
        QCOMPARE(names().at(1), u"Harbour Lights"_s);
    }

    void filtering()
    {
        showProductions();
        fill(*m_view, u"productionsFilter"_s, u"lantern"_s); // a distributor, a name
        QCOMPARE(names(), (QStringList{u"Night Ferry"_s, u"Paper Lanterns"_s}));
        QCOMPARE(label(u"productionsCount"_s), u"2 of 3"_s);
        fill(*m_view, u"productionsFilter"_s, u"lantern paper"_s);
        QCOMPARE(names(), QStringList{u"Paper Lanterns"_s});
        QCOMPARE(label(u"productionTitle"_s), u"Paper Lanterns"_s);
        fill(*m_view, u"productionsFilter"_s, u"submarine"_s);
        QVERIFY(names().isEmpty());
        QVERIFY(seen<QLabel>(*m_view, u"productionNothing"_s));
        fill(*m_view, u"productionsFilter"_s, {});
        QCOMPARE(names().size(), 3);
    }

    void columnsAndCopying()
    {
        showProductions({nightFerry, paper});
        auto *menu = m_view->findChild<QMenu *>(u"productionsColumnsMenu"_s);
        QVERIFY(menu);
        Q_EMIT menu->aboutToShow();
        for (const int column :
            {productions::ProductionsModel::NotesColumn, productions::ProductionsModel::DistributorColumn,
                productions::ProductionsModel::ImagesColumn, productions::ProductionsModel::TrailersColumn})
            menu->findChild<QAction *>(u"column-%1"_s.arg(column))->trigger();
        QVERIFY(table()->isColumnHidden(productions::ProductionsModel::NotesColumn));
        QVERIFY(!menu->findChild<QAction *>(u"column-0"_s)->isEnabled());

        press(*m_view, u"productionsCopy"_s);
        QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 3); // one is selected, and all are meant
        clickRow(1);
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(),
            u"ID\tName\tRelease\tRating\tRuntime\tScore\nB00000000003\tPaper Lanterns\t\t\t61 min\t9.5\n"_s);
    }

    void tabsInNamesStayInTheirCell()
    {
        showProductions({"{\"id\":\"B1\",\"name\":\"Night\\tFerry\\nII\"}"});
        QVERIFY(table()->rowsAsText().contains(u"\tNight Ferry II\t"_s));
    }

    void facts()
    {
        showProductions();
        const auto *facts = seen<QWidget>(*m_view, u"productionFacts"_s);
        QStringList said;
        for (const QLabel *fact : facts->findChildren<QLabel *>())
            said << fact->text();
        for (const QString &wanted :
            {u"PG-13"_s, u"2 h 5 min"_s, u"14 Mar 2026"_s, u"8.1 of 10"_s, u"Lantern Pictures"_s})
            QVERIFY2(said.contains(wanted), qPrintable(wanted));
        QVERIFY(label(u"productionSynopsis"_s).startsWith(u"The last boat"_s));
        QCOMPARE(label(u"productionGenres"_s), u"Drama · Mystery"_s);
        const auto *cast = seen<QWidget>(*m_view, u"productionCast"_s);
        QCOMPARE(cast->findChildren<QLabel *>(u"productionCredit"_s).size(), 2);
        QCOMPARE(cast->findChild<QLabel *>(u"productionRole"_s)->text(), u"The captain"_s);
        QVERIFY(seen<QWidget>(*m_view, u"productionCrew"_s));
    }

    void runtimes_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("text");
        QTest::newRow("short") << 59 << u"59 min"_s;
        QTest::newRow("an hour") << 60 << u"1 h"_s;
        QTest::newRow("more") << 61 << u"1 h 1 min"_s;
        QTest::newRow("nothing") << 0 << u"0 min"_s;
    }

    void runtimes()
    {
        QFETCH(int, minutes);
        QTEST(runtimeInWords(minutes), "text");
    }

    void linksAreForTheBrowser()
    {
        showProductions();
        QSignalSpy opened(m_view.get(), &ProductionsView::openLinkWanted);
        for (const QString &link : {u"productionImdb"_s, u"productionUrl"_s, u"productionTrailer-0"_s}) {
            auto *button = seen<QPushButton>(*m_view, link);
            QVERIFY2(button, qPrintable(link));
            button->setFocus(Qt::TabFocusReason);
            QTest::keyClick(button, Qt::Key_Space);
        }
        QCOMPARE(opened.count(), 3);
        QCOMPARE(opened.at(0).first().toUrl(), QUrl(u"https://www.imdb.com/title/tt0000001/"_s));
        QCOMPARE(opened.at(2).first().toUrl(), QUrl(u"https://video.example/ferry?x=1&y=2"_s));
        QVERIFY(!seen<QPushButton>(*m_view, u"productionTrailer-1"_s)); // javascript: is no address
        QVERIFY(label(u"productionNoLink"_s).contains(u"no web address"_s));
    }

    void poster()
    {
        showProductions();
        auto *poster = seen<PictureBox>(*m_view, u"productionPoster"_s);
        QCOMPARE(poster->said(), u"Not loaded"_s); // nothing is fetched by itself
        QSignalSpy wanted(m_view.get(), &ProductionsView::imageWanted);
        press(*m_view, u"productionLoadPoster"_s);
        QCOMPARE(wanted.count(), 1);
        const QUrl url = wanted.first().first().toUrl();
        QCOMPARE(url, QUrl(u"https://images.example/ferry.jpg?a=1&b=2"_s));
        m_view->showImage(url, pictureBytes({400, 600}), {});
        QTRY_COMPARE(poster->said(), u"Loaded"_s);
        QVERIFY(!seen<QPushButton>(*m_view, u"productionLoadPoster"_s)); // there is nothing left to load
        clickRow(1);
        clickRow(0); // it is kept
        QCOMPARE(seen<PictureBox>(*m_view, u"productionPoster"_s)->said(), u"Loaded"_s);
        QCOMPARE(wanted.count(), 1);
    }

    void badPictures_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("said");
        QTest::newRow("text") << QByteArray("I am a picture.") << QString() << u"isn't a picture"_s;
        QTest::newRow("500 MB") << claimingPng(12500, 10000) << QString() << u"too large"_s;
        QTest::newRow("not fetched") << QByteArray() << u"The server said 404."_s << u"404"_s;
    }

    void badPictures()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, problem);
        QFETCH(QString, said);
        showProductions();
        press(*m_view, u"productionLoadPoster"_s);
        m_view->showImage(QUrl(u"https://images.example/ferry.jpg?a=1&b=2"_s), bytes, problem);
        auto *poster = seen<PictureBox>(*m_view, u"productionPoster"_s);
        QTRY_VERIFY2(poster->said().contains(said), qPrintable(poster->said()));
        QVERIFY(seen<QPushButton>(*m_view, u"productionLoadPoster"_s)); // it may be tried again
    }

    void promoImages()
    {
        showProductions();
        QSignalSpy wanted(m_view.get(), &ProductionsView::imageWanted);
        press(*m_view, u"productionLoadImages"_s);
        QCOMPARE(wanted.count(), 1); // file: isn't fetched
        QCOMPARE(wanted.first().first().toUrl(), QUrl(u"https://images.example/ferry-1.png"_s));
    }

    void protectedEnvironments()
    {
        m_view->setEnvironment(u"production"_s, true, true);
        showProductions();
        QVERIFY(!seen<QPushButton>(*m_view, u"productionLoadPoster"_s));
        QVERIFY(!seen<QPushButton>(*m_view, u"productionLoadImages"_s));
        QVERIFY(label(u"productionImagesOffWords"_s).contains(u"off by default"_s));
        QSignalSpy allowed(m_view.get(), &ProductionsView::imagesAllowedChanged);
        press(*m_view, u"productionAllowImages"_s);
        QCOMPARE(allowed.count(), 1);
        QVERIFY(seen<QPushButton>(*m_view, u"productionLoadPoster"_s));
        QVERIFY(!seen<QLabel>(*m_view, u"productionImagesOffWords"_s));
        m_view->setImagesAllowed(false);
        QVERIFY(!seen<QPushButton>(*m_view, u"productionLoadPoster"_s));
    }

    void whatIsNotAsDocumented()
    {
        showProductions();
        clickRow(1);
        QStringList problems;
        for (const QLabel *problem : m_view->findChildren<QLabel *>(u"productionProblem"_s)) {
            if (problem->isVisible())
                problems << problem->text();
        }
        QCOMPARE(problems.size(), 3); // score, runtime, date
        QSignalSpy placed(m_view.get(), &ProductionsView::placeWanted);
        press(*m_view, u"undocumented-atomVendorId"_s);
        QCOMPARE(placed.last().first().value<Pointer>(), place("/productionDetails/1/atomVendorId"));
        QVERIFY(seen<QPushButton>(*m_view, u"undocumented-isHot"_s));
        press(*m_view, u"missing-distributor"_s);
        QCOMPARE(placed.last().first().value<Pointer>(), place("/productionDetails/1"));
        press(*m_view, u"missing-productionMedia/imageData/coverImageUrl"_s);
        QCOMPARE(placed.last().first().value<Pointer>(), place("/productionDetails/1/productionMedia/imageData"));
        press(*m_view, u"productionShowInTree"_s);
        QCOMPARE(placed.last().first().value<Pointer>(), place("/productionDetails/1"));
    }

    void askedAndAnswered()
    {
        showProductions({nightFerry, nightFerry, harbour}, {u"B00000000001"_s, u"B00000000009"_s});
        QCOMPARE(label(u"answerWords"_s), u"3 production(s) · 2 ID(s) asked for"_s);
        QVERIFY(!seen<QWidget>(*m_view, u"answerList"_s));
        press(*m_view, u"answerMissing"_s);
        QCOMPARE(label(u"answerListIds"_s), u"B00000000009"_s);
        press(*m_view, u"answerExtra"_s);
        QCOMPARE(label(u"answerListIds"_s), u"B00000000002"_s);
        press(*m_view, u"answerDoubled"_s);
        QCOMPARE(label(u"answerListIds"_s), u"B00000000001"_s);
        press(*m_view, u"answerDoubled"_s);
        QVERIFY(!seen<QWidget>(*m_view, u"answerList"_s));
        press(*m_view, u"answerMissing"_s);
        press(*m_view, u"answerCopyIds"_s);
        QCOMPARE(QApplication::clipboard()->text(), u"B00000000009\n"_s);
        QSignalSpy asked(m_view.get(), &ProductionsView::askWanted);
        press(*m_view, u"answerAskAgain"_s);
        QCOMPARE(asked.first().at(1).value<AtomTarget>().ids, QStringList{u"B00000000009"_s});
    }

    void allAsAsked()
    {
        showProductions({nightFerry}, {u"B00000000001"_s});
        for (const QString &chip : {u"answerMissing"_s, u"answerExtra"_s, u"answerDoubled"_s})
            QVERIFY(!seen<QWidget>(*m_view, chip));
    }

    void pagesAndNotes()
    {
        ProductionAnswer answer = answered(
            reply({nightFerry}, "{\"page\":1,\"pageSize\":1,\"totalPages\":4}"), {u"B00000000001"_s, u"B2"_s});
        answer.notes << u"Page 3 holds the same productions as page 2."_s;
        m_view->showAnswer(answer);
        QTRY_VERIFY(table());
        QVERIFY(label(u"answerWords"_s).contains(u"page 1 of 4"_s));
        QVERIFY(label(u"answerNotes"_s).contains(u"Page 3"_s));
        QCOMPARE(seen<QPushButton>(*m_view, u"answerMissing"_s)->text(), u"1 not on this page"_s);
        answer.pages = 4;
        answer.notes.clear();
        m_view->showAnswer(answer);
        QTRY_VERIFY(label(u"answerWords"_s).contains(u"from 4 page(s)"_s));
        QCOMPARE(seen<QPushButton>(*m_view, u"answerMissing"_s)->text(), u"1 missing"_s);
        QVERIFY(label(u"answerNotes"_s).isEmpty());
    }

    void idsOfAVenue()
    {
        ProductionAnswer answer = answered("{\"ids\":[\"B2\",\"B1\",\"B3\"]}", {}, Operation::ProductionIdsByVenue);
        answer.asked.venue = u"C001"_s;
        answer.asked.marketplace = u"CA"_s;
        m_view->showAnswer(answer);
        QTRY_VERIFY(seen<QListView>(*m_view, u"idsList"_s));
        QVERIFY(label(u"idsWords"_s).contains(u"C001"_s));
        auto *list = seen<QListView>(*m_view, u"idsList"_s);
        const QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy asked(m_view.get(), &ProductionsView::askWanted);
        press(*m_view, u"idsDetails"_s);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).value<Operation>(), Operation::ProductionByIds);
        auto target = asked.first().at(1).value<AtomTarget>();
        QCOMPARE(target.ids, (QStringList{u"B2"_s, u"B1"_s, u"B3"_s}));
        QCOMPARE(target.marketplace, u"CA"_s);
        QVERIFY(asked.first().at(2).toBool());
        QCOMPARE(seen<QPlainTextEdit>(*m_view, u"ids"_s)->toPlainText(), u"B2\nB1\nB3"_s); // and seen at the left
        m_view->showIdle();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
        press(*m_view, u"idsDetails"_s);
        target = asked.last().at(1).value<AtomTarget>();
        QCOMPARE(target.ids, QStringList{u"B1"_s});
    }

    void andGetTheirDetails()
    {
        QVERIFY(m_view->setQuery("{\"venueId\":\"C001\",\"isoStartDate\":\"2026-03-14T00:00:00Z\",\"isoEndDate\":"
                                 "\"2026-03-15T00:00:00Z\"}"));
        auto *box = seen<QCheckBox>(*m_view, u"andDetails"_s);
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        QSignalSpy asked(m_view.get(), &ProductionsView::askWanted);
        press(*m_view, u"productionAsk"_s);
        QCOMPARE(asked.count(), 1);
        ProductionAnswer answer = answered("{\"ids\":[\"B2\",\"B1\"]}", {}, Operation::ProductionIdsByVenue);
        m_view->showAnswer(answer);
        QTRY_COMPARE(asked.count(), 2);
        QCOMPARE(asked.last().at(1).value<AtomTarget>().ids, (QStringList{u"B2"_s, u"B1"_s}));
        // None at the venue: there is nothing to ask for.
        QVERIFY(m_view->setQuery("{\"venueId\":\"C001\",\"isoStartDate\":\"2026-03-14T00:00:00Z\",\"isoEndDate\":"
                                 "\"2026-03-15T00:00:00Z\"}"));
        m_view->showIdle();
        press(*m_view, u"productionAsk"_s);
        QCOMPARE(asked.count(), 3);
        answer.reply.body = "{\"ids\":[]}";
        m_view->showAnswer(answer);
        QTRY_VERIFY(seen<QListView>(*m_view, u"idsList"_s));
        QCOMPARE(asked.count(), 3);
        QVERIFY(!seen<QPushButton>(*m_view, u"idsDetails"_s)->isEnabled());
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("hasAnswer");
        QTest::newRow("an answer") << QByteArray("{\"message\":\"Forbidden\"}") << true;
        QTest::newRow("none") << QByteArray() << false;
    }

    void failures()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, hasAnswer);
        ProductionAnswer answer = answered(body);
        answer.outcome.kind = Outcome::Kind::Failed;
        answer.outcome.message = u"The partner refused the key. Look at it in the environment."_s;
        m_view->query()->addIds({u"B1"_s});
        m_view->query()->ask();
        m_view->showAnswer(answer);
        QVERIFY(!m_view->query()->isAsking());
        QVERIFY(label(u"productionMessageText"_s).contains(u"refused the key"_s));
        QCOMPARE(seen<QPushButton>(*m_view, u"productionOpenAnswer"_s) != nullptr, hasAnswer);
        if (hasAnswer) {
            QSignalSpy inspected(m_view.get(), &ProductionsView::inspectWanted);
            press(*m_view, u"productionOpenAnswer"_s);
            QCOMPARE(inspected.count(), 1);
        }
    }

    void otherAnswers_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a page") << QByteArray("<!DOCTYPE html><html><body>Sign in</body></html>");
        QTest::newRow("cut off") << QByteArray("{\"productionDetails\":[{\"id\":");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("something else") << QByteArray("{\"productions\":[]}");
        QTest::newRow("a list") << QByteArray("[1,2]");
    }

    void otherAnswers()
    {
        QFETCH(QByteArray, body);
        m_view->showAnswer(answered(body));
        QTRY_VERIFY(label(u"productionMessageHeading"_s).contains(u"expected"_s));
        QVERIFY(!label(u"productionMessageText"_s).isEmpty());
        QVERIFY(seen<QPushButton>(*m_view, u"productionOpenAnswer"_s));
    }

    void noProductions()
    {
        m_view->showAnswer(answered(reply({}), {u"B1"_s}));
        QTRY_VERIFY(table());
        QVERIFY(label(u"answerWords"_s).startsWith(u"No productions"_s));
        QVERIFY(seen<QPushButton>(*m_view, u"answerMissing"_s));
    }

    void theKeyIsGood()
    {
        ProductionAnswer answer = answered({}, {}, Operation::AtomPing);
        answer.outcome.message = u"Atom Tickets took the key."_s;
        m_view->showAnswer(answer);
        QCOMPARE(label(u"productionMessageHeading"_s), u"The key is good"_s);
        answer.outcome.kind = Outcome::Kind::Failed;
        m_view->showAnswer(answer);
        QCOMPARE(label(u"productionMessageHeading"_s), u"The key wasn't taken"_s);
    }

    void theLastAnswerCounts()
    {
        m_view->showAnswer(answered(reply({nightFerry})));
        m_view->showAnswer(answered(reply({harbour})));
        QTRY_VERIFY(table());
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(names(), QStringList{u"Harbour Lights"_s});
    }

    void saving()
    {
        showProductions({nightFerry});
        QSignalSpy saved(m_view.get(), &ProductionsView::saveWanted);
        press(*m_view, u"productionsSave"_s);
        QCOMPARE(saved.first().at(0).toByteArray(), reply({nightFerry})); // the bytes as they came
        QCOMPARE(saved.first().at(1).toString(), u"productions.json"_s);
    }

    void wordsOfThePartnerAreText()
    {
        showProductions({"{\"id\":\"B1\",\"name\":\"<b>Night</b> & Ferry <img "
                         "src='file:///etc/passwd'>\",\"synopsis\":\"<i>x</i>\"}"});
        QVERIFY(label(u"productionTitle"_s).startsWith(u"<b>Night</b> &"_s));
        QCOMPARE(seen<QLabel>(*m_view, u"productionTitle"_s)->textFormat(), Qt::PlainText);
        const QString tip
            = table()->model()->index(0, productions::ProductionsModel::NameColumn).data(Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains(u"<img"_s) && tip.contains(u"&lt;img"_s));
    }

    void muchOfEverything()
    {
        QByteArrayList cast;
        QByteArrayList urls;
        for (int i = 0; i < 500; ++i) {
            cast << "{\"name\":\"Extra " + QByteArray::number(i) + "\"}";
            urls << "\"https://images.example/" + QByteArray::number(i) + ".png\"";
        }
        showProductions({"{\"id\":\"B1\",\"name\":\"" + QByteArray(5000, 'x') + "\",\"synopsis\":\""
            + QByteArray(20000, 'y') + "\",\"contributors\":{\"cast\":[" + cast.join(',')
            + "],\"crew\":[]},\"productionMedia\":{\"imageData\":{\"promoImageUrls\":[" + urls.join(',') + "]}}}"});
        QVERIFY(label(u"productionTitle"_s).size() < 400);
        QVERIFY(label(u"productionSynopsis"_s).size() < 5000);
        QCOMPARE(label(u"productionMoreCredits"_s), u"and 460 more"_s);
        QCOMPARE(label(u"productionMoreImages"_s), u"and 480 more"_s);
    }

    void everyWidgetHasAName()
    {
        showProductions({nightFerry, nightFerry, harbour}, {u"B9"_s});
        press(*m_view, u"answerMissing"_s);
        for (QWidget *widget : m_view->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || qobject_cast<QHeaderView *>(widget))
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            const auto *caption = qobject_cast<QAbstractButton *>(widget);
            const bool isArea
                = qobject_cast<QAbstractScrollArea *>(widget) && !qobject_cast<QAbstractItemView *>(widget);
            QVERIFY2(isArea || !widget->accessibleName().isEmpty() || (caption && !caption->text().isEmpty()),
                qPrintable(widget->objectName()));
        }
    }

    void looks()
    {
        const auto make = [](const QByteArrayList &productions, const QStringList &asked, bool isProtected) {
            auto view = std::make_unique<ProductionsView>(rulebook(), lookup());
            view->setEnvironment(u"Atom beta"_s, isProtected, true);
            show(*view, {theme::scaled(1280), theme::scaled(860)});
            if (!asked.isEmpty()) {
                view->addIds(asked);
                view->showAnswer(answered(reply(productions), asked));
                [&] { QTRY_VERIFY(seen<ProductionsTable>(*view, u"productionsTable"_s)); }();
            }
            return view;
        };
        const QStringList asked{u"B00000000001"_s, u"B00000000002"_s, u"B00000000003"_s, u"B00000000009"_s};
        marquee::test::looks(u"productions"_s, [&] {
            auto view = make({nightFerry, harbour, paper}, asked, false);
            press(*view, u"productionLoadPoster"_s);
            view->showImage(QUrl(u"https://images.example/ferry.jpg?a=1&b=2"_s), pictureBytes({400, 600}), {});
            press(*view, u"answerMissing"_s);
            QTest::qWait(50);
            return view;
        });
        marquee::test::looks(u"productions-other"_s, [&] {
            auto view = make({harbour, nightFerry, paper}, asked, false);
            return view;
        });
        marquee::test::looks(u"productions-protected"_s, [&] {
            return make({nightFerry, harbour, paper}, asked, true);
        });
        marquee::test::looks(u"productions-venue"_s, [&] {
            auto view = make({}, {}, false);
            view->setQuery("{\"venueId\":\"C001\",\"isoStartDate\":\"2026-03-14T00:00:00\",\"isoEndDate\":\"2026-03-"
                           "30T00:00:00Z\"}");
            ProductionAnswer answer = answered("{\"ids\":[\"B1\",\"B2\",\"B3\"]}", {}, Operation::ProductionIdsByVenue);
            answer.asked.venue = u"C001"_s;
            view->showAnswer(answer);
            [&] { QTRY_VERIFY(seen<QListView>(*view, u"idsList"_s)); }();
            return view;
        });
        marquee::test::looks(u"productions-failed"_s, [&] {
            auto view = make({}, {}, false);
            ProductionAnswer answer = answered("{}");
            answer.outcome.kind = Outcome::Kind::Failed;
            answer.outcome.message
                = u"Atom Tickets refused the key (403). Look at the key in the environment, and check it there."_s;
            view->showAnswer(answer);
            view->setEnvironment(u"Prime only"_s, false, false);
            return view;
        });
        marquee::test::looks(u"productions-empty"_s, [&] { return make({}, {}, false); });
    }
};

QTEST_MAIN(TestProductionsView)
#include "tst_productionsview.moc"
