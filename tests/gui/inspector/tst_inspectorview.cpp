// SPDX-License-Identifier: GPL-3.0-or-later
// The inspector with real events: every page, find with counts across pages, a filter that stays, and what can't be
// read.
#include "gui/Looks.h"
#include "unit/inspector/Given.h"

#include "inspector/BytesPage.h"
#include "inspector/InspectorView.h"
#include "inspector/PayloadTree.h"
#include "inspector/TableModel.h"
#include "inspector/TablePage.h"
#include "inspector/TreeModel.h"
#include "inspector/TreePage.h"
#include "preview/PayloadView.h"
#include "shell/theme/ElidedLabel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>

using namespace marquee;
using namespace marquee::inspector;
using namespace Qt::StringLiterals;
using Phase = Inspection::Phase;
using PageId = InspectorView::PageId;

namespace {

QByteArray availReply()
{
    QByteArray windows;
    for (int i = 0; i < 6; ++i) {
        const QByteArray number = QByteArray::number(i);
        windows += (i > 0 ? "," : "")
            + test::window({{"_TransactionID", "\"NF-W" + number + '"'},
                {"FormatProfile", i % 2 ? "{\"value\":\"UHD\"}" : "{\"value\":\"HD\"}"},
                {"Territory", i % 3 ? "[{\"country\":\"US\"}]" : "[{\"country\":\"CA\"}]"}});
    }
    QByteArray text = test::availOf(windows);
    text.chop(1);
    return text + ",\"success\":true}";
}

QByteArray dataFile(const char *name)
{
    QFile file(QString::fromUtf8(MARQUEE_TEST_DATA) + u"/replies/"_s + QString::fromUtf8(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Source answer()
{
    Source source;
    source.origin = u"Answer to Get · sandbox"_s;
    source.headers = {{"Content-Type", "application/json"}, {"Date", "Mon, 01 Jun 2026 00:00:00 GMT"},
        {"x-api-key", "***"}, {"X-Request-Id", "7f3a"}};
    source.status = 200;
    source.attempts = 1;
    source.began = QDateTime::fromSecsSinceEpoch(test::fixedClock(), Qt::UTC);
    source.waitedMs = 12;
    source.elapsedMs = 184;
    source.bytesSent = 412;
    source.bytesReceived = 3'912;
    return source;
}

} // namespace

class TestInspectorView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Inspection> m_inspection;
    std::unique_ptr<InspectorView> m_view;

    template <class T>
    T *child(const char *name) const
    {
        return m_view->findChild<T *>(QString::fromLatin1(name));
    }
    void give(const QByteArray &bytes, const Source &source = answer())
    {
        m_inspection->begin(source, bytes);
        QTRY_VERIFY_WITH_TIMEOUT(!m_inspection->isBusy(), 20'000);
    }
    QTabBar *tabs() const { return child<QTabBar>("inspectorTabs"); }
    TreePage *tree() const { return child<TreePage>("inspectorTreePage"); }
    TablePage *table() const { return child<TablePage>("inspectorTablePage"); }
    QString standing() const { return child<QLabel>("inspectorStandingTitle")->text(); }
    bool isStanding() const { return child<QWidget>("inspectorStanding")->isVisible(); }
    void find(const QString &text)
    {
        if (!child<QLineEdit>("findText")->isVisible())
            m_view->openFind();
        auto *line = m_view->findChild<QWidget *>(u"inspectorFind"_s)->findChild<QLineEdit *>(u"findText"_s);
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    QString findCount() const
    {
        return m_view->findChild<QWidget *>(u"inspectorFind"_s)->findChild<QLabel *>(u"findCount"_s)->text();
    }
    void filter(const QString &query)
    {
        auto *line = child<QLineEdit>("inspectorFilter");
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, query);
        QTest::keyClick(line, Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nothing();
    void head();
    void summaryGoesToPlaces();
    void summaryOfManyParts();
    void links();
    void treeByKeys();
    void treeLevels();
    void places();
    void tableOfAList();
    void tableColumnsStay();
    void tableByKeys();
    void tableOfManyRows();
    void prettyAndRaw();
    void headersAndTiming();
    void findCountsOnAllPages();
    void findSteps_data();
    void findSteps();
    void findClosesByEscape();
    void filterStays();
    void filterProblem();
    void filterOfTexts();
    void filterComesToANumber();
    void malformed();
    void html();
    void empty();
    void unreadable();
    void cancelled();
    void chosenPageStays();
    void largeGoesToTheTree();
    void goTo();
    void saving();
    void goes();
    void named();
    void xml();
    void pictures();
};

void TestInspectorView::initTestCase()
{
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
}

void TestInspectorView::init()
{
    m_inspection = std::make_unique<Inspection>();
    m_view = std::make_unique<InspectorView>(test::rulebook());
    m_view->inspect(m_inspection.get());
    test::show(*m_view, {1100, 760});
}

void TestInspectorView::cleanup()
{
    m_view.reset();
    m_inspection.reset();
}

void TestInspectorView::nothing()
{
    QVERIFY(isStanding());
    QVERIFY(!standing().isEmpty());
    QVERIFY(!child<QPushButton>("inspectorSave")->isEnabled());
    m_view->inspect(nullptr);
    for (int page = 0; page < InspectorView::PageCount; ++page) {
        tabs()->setCurrentIndex(page);
        QVERIFY(isStanding());
    }
    m_view->openFind();
    m_view->findNext();
}

void TestInspectorView::head()
{
    give(availReply());
    QVERIFY(child<QLabel>("inspectorKind")->isVisible());
    QVERIFY(child<QLabel>("inspectorStatus")->text().contains(u"200"_s));
    QTRY_VERIFY(child<theme::ElidedLabel>("inspectorTitle")->text().contains(u"Night Ferry"_s));
    const QString facts = child<theme::ElidedLabel>("inspectorFacts")->text();
    QVERIFY2(facts.startsWith(u"Answer to Get · sandbox · NF-1"_s), qPrintable(facts));
    QVERIFY(child<QPushButton>("inspectorAsk")->isVisible());
    QSignalSpy ask(m_view.get(), &InspectorView::askWanted);
    QSignalSpy compare(m_view.get(), &InspectorView::compareWanted);
    test::press(*m_view, u"inspectorAsk"_s);
    test::press(*m_view, u"inspectorCompare"_s);
    QCOMPARE(ask.count(), 1);
    QCOMPARE(compare.count(), 1);
    give("{\"message\": \"Forbidden\"}");
    QVERIFY(!child<QPushButton>("inspectorAsk")->isVisible());
}

void TestInspectorView::summaryGoesToPlaces()
{
    give(availReply());
    QCOMPARE(m_view->page(), PageId::Summary);
    QTRY_VERIFY(test::seen<QFrame>(*m_view, u"inspectorCard"_s));
    auto *go = test::seen<QToolButton>(*m_view, u"inspectorGo"_s);
    QVERIFY(go);
    QTest::mouseClick(go, Qt::LeftButton);
    QCOMPARE(m_view->page(), PageId::Tree);
    QVERIFY(!tree()->currentPath().isEmpty());
    QSignalSpy timeline(m_view.get(), &InspectorView::timelineWanted);
    m_view->showPage(PageId::Summary);
    test::press(*m_view, u"inspectorTimeline"_s);
    QCOMPARE(timeline.count(), 1);
}

void TestInspectorView::summaryOfManyParts()
{
    QByteArray windows;
    for (int i = 0; i < 40; ++i) // equal windows: many problems
        windows += (i > 0 ? "," : "") + test::window({{"_TransactionID", "\"W" + QByteArray::number(i) + '"'}});
    give(test::availOf(windows));
    QTRY_VERIFY(test::seen<QFrame>(*m_view, u"inspectorCard"_s));
    QTRY_VERIFY(test::seen<QPushButton>(*m_view, u"inspectorMoreRows"_s));
    auto *more = test::seen<QPushButton>(*m_view, u"inspectorMoreRows"_s);
    const auto values = m_view->findChildren<QLabel *>(u"inspectorValue"_s).size();
    more->click();
    QVERIFY(m_view->findChildren<QLabel *>(u"inspectorValue"_s).size() > values);
    // What isn't made yet is found all the same.
    find(u"overlaps"_s);
    const auto hits = [this] { return tabs()->tabText(static_cast<int>(PageId::Summary)).section(u' ', 1).toInt(); };
    QTRY_VERIFY(hits() > 0);
    m_view->findPrevious();
    QTRY_COMPARE(findCount(), u"%1 of %1"_s.arg(hits()));
}

void TestInspectorView::links()
{
    const QByteArray productions = dataFile("productions.json");
    QVERIFY(!productions.isEmpty());
    give(productions);
    QTRY_VERIFY(test::seen<QFrame>(*m_view, u"inspectorCard"_s));
    QSignalSpy link(m_view.get(), &InspectorView::openLinkWanted);
    auto *open = m_view->findChild<QPushButton *>(u"inspectorLink"_s);
    if (!open)
        QSKIP("the summary of productions has no link");
    open->click();
    QCOMPARE(link.count(), 1);
    QVERIFY(link.first().first().toUrl().scheme().startsWith(u"http"_s));
}

void TestInspectorView::treeByKeys()
{
    give(availReply());
    m_view->showPage(PageId::Tree);
    auto *list = child<PayloadTree>("inspectorTree");
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(list->currentIndex().data().toString(), u"avail"_s);
    const bool was = list->isExpanded(list->currentIndex());
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(list->isExpanded(list->currentIndex()), !was);
    QTest::keyClick(list, Qt::Key_Asterisk);
    QVERIFY(list->isExpanded(list->currentIndex()));
    QCOMPARE(list->currentIndex().data().toString(), u"avail"_s);
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"$['avail']"_s);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"NF-1"_s);
}

void TestInspectorView::treeLevels()
{
    give(availReply());
    m_view->showPage(PageId::Tree);
    auto *list = child<PayloadTree>("inspectorTree");
    const QList<QAction *> levels = child<QMenu>("inspectorOpenMenu")->actions();
    QCOMPARE(levels.size(), 4);
    const auto avail = [list] { return list->model()->index(0, 0, list->model()->index(0, 0)); };
    levels.at(0)->trigger();
    QVERIFY(list->isExpanded(list->model()->index(0, 0)));
    QVERIFY(!list->isExpanded(avail()));
    levels.at(1)->trigger();
    QVERIFY(list->isExpanded(avail()));
    levels.at(3)->trigger();
    const QModelIndex windows
        = tree()->model()->indexOf(test::pathTo(m_inspection->snapshot(), "/avail/Transaction/5/Terms/0"));
    QVERIFY(list->isExpanded(windows));
    test::press(*m_view, u"inspectorCloseAll"_s);
    QVERIFY(!list->isExpanded(avail()));
}

void TestInspectorView::places()
{
    give(availReply());
    m_view->showPage(PageId::Tree);
    QVERIFY(tree()->goTo(test::pathTo(m_inspection->snapshot(), "/avail/Transaction/2/FormatProfile/value")));
    QVERIFY(child<QLabel>("inspectorWay")->accessibleName().endsWith(u"Transaction › [2] › FormatProfile › value"_s));
    test::press(*m_view, u"inspectorCopyPointer"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"/avail/Transaction/2/FormatProfile/value"_s);
    test::press(*m_view, u"inspectorCopyQuery"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"$['avail']['Transaction'][2]['FormatProfile']['value']"_s);
    test::press(*m_view, u"inspectorCopyValue"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"HD"_s);
    Q_EMIT child<QLabel>("inspectorWay")->linkActivated(u"3"_s);
    QCOMPARE(tree()->currentPath(), test::pathTo(m_inspection->snapshot(), "/avail/Transaction/2"));
}

void TestInspectorView::tableOfAList()
{
    give(availReply());
    m_view->showPage(PageId::Table);
    TableModel *model = table()->model();
    QTRY_COMPARE(model->rowCount(), 6);
    auto *list = child<QComboBox>("inspectorList");
    QVERIFY(list->currentText().startsWith(u"avail › Transaction"_s));
    QVERIFY(list->count() > 1);
    auto *words = child<QLineEdit>("inspectorWords");
    QTest::keyClicks(words, u"UHD"_s);
    QTRY_COMPARE(model->rowCount(), 3);
    QVERIFY(child<QLabel>("inspectorTableCount")->text().contains(u"3"_s));
    words->clear();
    QTRY_COMPARE(model->rowCount(), 6);
    auto *view = child<QTableView>("inspectorTable");
    view->sortByColumn(0, Qt::DescendingOrder);
    QTRY_COMPARE(model->index(0, 0).data().toString(), u"NF-W5"_s);
    QTest::keyClicks(words, u"no such"_s);
    QTRY_COMPARE(model->rowCount(), 0);
    QVERIFY(child<QLabel>("inspectorTableNone")->isVisible());
}

void TestInspectorView::tableColumnsStay()
{
    give(availReply());
    m_view->showPage(PageId::Table);
    QTRY_COMPARE(table()->model()->rowCount(), 6);
    auto *view = child<QTableView>("inspectorTable");
    auto *menu = child<QMenu>("inspectorColumnsMenu");
    menu->popup(QPoint(0, 0));
    auto *columns = menu->findChild<QListWidget *>(u"inspectorColumnsList"_s);
    QVERIFY(columns);
    QCOMPARE(columns->item(1)->text(), u"LicenseType"_s);
    columns->setFocus();
    columns->setCurrentRow(1);
    QTest::keyClick(columns, Qt::Key_Space);
    QVERIFY(view->isColumnHidden(1));
    menu->close();
    give(availReply()); // the same list of another answer
    m_view->showPage(PageId::Table);
    QTRY_COMPARE(table()->model()->rowCount(), 6);
    QVERIFY(view->isColumnHidden(1));
    QVERIFY(!view->isColumnHidden(0));
    test::press(*m_view, u"inspectorCopyTable"_s);
    QVERIFY(!QGuiApplication::clipboard()->text().startsWith(u"_TransactionID\tLicenseType"_s));
    table()->setColumnHidden(1, false);
    test::press(*m_view, u"inspectorCopyTable"_s);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"_TransactionID\tLicenseType"_s));
}

void TestInspectorView::tableByKeys()
{
    give(availReply());
    m_view->showPage(PageId::Table);
    QTRY_COMPARE(table()->model()->rowCount(), 6);
    auto *view = child<QTableView>("inspectorTable");
    view->setFocus();
    view->setCurrentIndex(table()->model()->index(1, 0));
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 2);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"NF-W2"_s));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(m_view->page(), PageId::Tree);
    QCOMPARE(tree()->currentPath(), test::pathTo(m_inspection->snapshot(), "/avail/Transaction/2"));
    QVERIFY(child<QWidget>("inspectorTree")->hasFocus());
}

void TestInspectorView::tableOfManyRows()
{
    give(test::listOf(200'000, false));
    m_view->showPage(PageId::Table);
    TableModel *model = table()->model();
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 200'000, 20'000);
    auto *view = child<QTableView>("inspectorTable");
    view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum());
    QVERIFY(view->indexAt(QPoint(80, view->viewport()->height() - 20)).row() > 199'000);
    view->setCurrentIndex(model->index(150'000, 0));
    view->sortByColumn(1, Qt::AscendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(!model->order().empty(), 30'000);
    QCOMPARE(model->sourceRow(view->currentIndex().row()), 150'000U);
}

void TestInspectorView::prettyAndRaw()
{
    const QByteArray bytes = "{\"a\":9.90,\"b\":[1]}";
    give(bytes);
    m_view->showPage(PageId::Raw);
    auto *raw = child<preview::PayloadView>("inspectorRaw");
    QVERIFY(raw->isVisible());
    QCOMPARE(raw->text().toByteArray(), bytes);
    m_view->showPage(PageId::Pretty);
    auto *pretty = child<preview::PayloadView>("inspectorPretty");
    QTRY_COMPARE(pretty->text().toByteArray(), QByteArray("{\n  \"a\": 9.90,\n  \"b\": [\n    1\n  ]\n}\n"));
    QTRY_VERIFY(pretty->isVisible());
    give("\xEF\xBB\xBF[]");
    QVERIFY(child<QLabel>("inspectorRawBannerWords")->text().contains(u"byte-order"_s));
}

void TestInspectorView::headersAndTiming()
{
    give(availReply());
    m_view->showPage(PageId::Headers);
    auto *headers = child<QTreeWidget>("inspectorHeaders");
    QCOMPARE(headers->topLevelItemCount(), 4);
    QCOMPARE(headers->topLevelItem(2)->text(1), u"***"_s);
    headers->setFocus();
    headers->setCurrentItem(headers->topLevelItem(3));
    QTest::keyClick(headers, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"X-Request-Id: 7f3a\n"_s);
    m_view->showPage(PageId::Timing);
    QVERIFY(child<QTreeWidget>("inspectorTiming")->topLevelItemCount() >= 6);
    give("[]", {});
    QVERIFY(child<QLabel>("inspectorTimingNone")->isVisible());
}

void TestInspectorView::findCountsOnAllPages()
{
    give(availReply());
    m_view->showPage(PageId::Table);
    QTRY_COMPARE(table()->model()->rowCount(), 6);
    m_view->showPage(PageId::Tree);
    QTest::keyClick(child<QWidget>("inspectorTree"), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(child<QWidget>("inspectorFind")->isVisible());
    find(u"uhd"_s);
    QTRY_COMPARE(tabs()->tabText(static_cast<int>(PageId::Tree)), u"Tree 3"_s);
    QTRY_COMPARE(tabs()->tabText(static_cast<int>(PageId::Raw)), u"Raw 3"_s);
    QTRY_COMPARE(tabs()->tabText(static_cast<int>(PageId::Table)), u"Table 3"_s);
    QCOMPARE(tabs()->tabText(static_cast<int>(PageId::Headers)), u"Headers 0"_s);
    find(u"json"_s);
    QTRY_COMPARE(tabs()->tabText(static_cast<int>(PageId::Headers)), u"Headers 1"_s);
    find(u"nowhere"_s);
    QTRY_COMPARE(findCount(), u"Not found"_s);
}

void TestInspectorView::findSteps_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("tree") << static_cast<int>(PageId::Tree);
    QTest::newRow("table") << static_cast<int>(PageId::Table);
    QTest::newRow("raw") << static_cast<int>(PageId::Raw);
    QTest::newRow("pretty") << static_cast<int>(PageId::Pretty);
}

void TestInspectorView::findSteps()
{
    QFETCH(int, page);
    give(availReply());
    m_view->showPage(static_cast<PageId>(page));
    QTRY_VERIFY(!isStanding());
    find(u"UHD"_s);
    QTRY_VERIFY(findCount().endsWith(u"of 3"_s) || findCount().startsWith(u"3"_s));
    auto *line = m_view->findChild<QWidget *>(u"inspectorFind"_s)->findChild<QLineEdit *>(u"findText"_s);
    const bool isText = page >= static_cast<int>(PageId::Pretty);
    if (!isText)
        QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(findCount(), u"1 of 3"_s); // a text goes to its first hit by itself
    QTest::keyClick(line, Qt::Key_F3);
    QTRY_COMPARE(findCount(), u"2 of 3"_s);
    QTest::keyClick(line, Qt::Key_F3, Qt::ShiftModifier);
    QTRY_COMPARE(findCount(), u"1 of 3"_s);
    QTest::keyClick(line, Qt::Key_F3, Qt::ShiftModifier);
    QTRY_COMPARE(findCount(), u"3 of 3"_s);
    if (static_cast<PageId>(page) == PageId::Tree)
        QCOMPARE(
            tree()->currentPath(), test::pathTo(m_inspection->snapshot(), "/avail/Transaction/5/FormatProfile/value"));
}

void TestInspectorView::findClosesByEscape()
{
    give(availReply());
    m_view->showPage(PageId::Raw);
    child<QWidget>("inspectorRaw")->setFocus();
    QTest::keyClick(child<QWidget>("inspectorRaw"), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(child<QWidget>("inspectorFind")->isVisible());
    find(u"UHD"_s);
    auto *line = m_view->findChild<QWidget *>(u"inspectorFind"_s)->findChild<QLineEdit *>(u"findText"_s);
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(!child<QWidget>("inspectorFind")->isVisible());
    QCOMPARE(tabs()->tabText(static_cast<int>(PageId::Tree)), u"Tree"_s);
    QVERIFY(child<QWidget>("inspectorRaw")->hasFocus());
}

void TestInspectorView::filterStays()
{
    give(availReply());
    m_view->showPage(PageId::Tree);
    filter(u"$.avail.Transaction[?@.FormatProfile.value == 'UHD']"_s);
    QTRY_VERIFY(child<QLabel>("inspectorFilterCount")->text().startsWith(u"3 "_s));
    QCOMPARE(tree()->model()->rowCount(), 3);
    QCOMPARE(tree()->model()->index(0, 0).data().toString(), u"$['avail']['Transaction'][1]"_s);
    m_view->showPage(PageId::Table);
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    m_view->showPage(PageId::Pretty);
    auto *pretty = child<preview::PayloadView>("inspectorPretty");
    QTRY_VERIFY(pretty->text().toByteArray().startsWith("[\n  {\n    \"_TransactionID\": \"NF-W1\""));
    m_view->showPage(PageId::Raw);
    QCOMPARE(child<preview::PayloadView>("inspectorRaw")->marks().size(), 3U);
    m_view->showPage(PageId::Summary);
    QVERIFY(child<QWidget>("inspectorSummaryFilter")->isVisible());
    test::press(*m_view, u"inspectorSummaryClear"_s);
    QVERIFY(m_view->filterQuery().isEmpty());
    QVERIFY(!child<QWidget>("inspectorSummaryFilter")->isVisible());
    m_view->showPage(PageId::Tree);
    QCOMPARE(tree()->model()->rowCount(), 1);
    QCOMPARE(child<preview::PayloadView>("inspectorRaw")->marks().size(), 0U);
}

void TestInspectorView::filterProblem()
{
    give(availReply());
    filter(u"$.avail[?"_s);
    auto *problem = child<QLabel>("inspectorFilterProblem");
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(!problem->text().isEmpty());
    QCOMPARE(child<QLineEdit>("inspectorFilter")->property("severity").toString(), u"error"_s);
    QTest::keyClick(child<QLineEdit>("inspectorFilter"), Qt::Key_Escape);
    QVERIFY(child<QLineEdit>("inspectorFilter")->text().isEmpty());
    QVERIFY(!problem->isVisible());
}

void TestInspectorView::filterOfTexts()
{
    give(availReply());
    filter(u"$..country"_s);
    QTRY_VERIFY(child<QLabel>("inspectorFilterCount")->text().startsWith(u"6 "_s));
    m_view->showPage(PageId::Table);
    QTRY_VERIFY(child<QLabel>("inspectorTableNone")->isVisible());
    QVERIFY(!child<QLabel>("inspectorTableNone")->text().isEmpty());
    filter(u"$.no"_s);
    QTRY_VERIFY(child<QLabel>("inspectorFilterCount")->text().startsWith(u"0 "_s));
    QCOMPARE(tree()->model()->rowCount(), 0);
    m_view->showPage(PageId::Tree);
    QVERIFY(!isStanding());
}

void TestInspectorView::filterComesToANumber()
{
    give("<Report><Performance id=\"P-1\"/><Performance id=\"P-2\"/></Report>");
    filter(u"count(//Performance)"_s);
    QTRY_COMPARE(child<QLabel>("inspectorFilterCount")->text(), u"= 2"_s);
    QCOMPARE(tree()->model()->rowCount(), 1);
}

void TestInspectorView::malformed()
{
    const QByteArray bytes = "{\n  \"a\": [1, 2\n";
    give(bytes);
    QCOMPARE(m_inspection->phase(), Phase::Malformed);
    QCOMPARE(m_view->page(), PageId::Raw);
    auto *raw = child<preview::PayloadView>("inspectorRaw");
    QCOMPARE(raw->text().toByteArray(), bytes);
    QCOMPARE(raw->marks().size(), 1U);
    const QString words = child<QLabel>("inspectorRawBannerWords")->text();
    QVERIFY2(words.contains(u"ine 2"_s) || words.contains(u"ine 3"_s), qPrintable(words));
    QVERIFY2(words.contains(u"cut off"_s), qPrintable(words));
    QCOMPARE(tree()->model()->rowCount(), 0);
    for (const PageId page : {PageId::Summary, PageId::Tree, PageId::Table, PageId::Pretty}) {
        m_view->showPage(page);
        QVERIFY(isStanding());
        QVERIFY(standing().contains(u"well-formed"_s));
    }
    test::press(*m_view, u"inspectorStandingButton"_s);
    QCOMPARE(m_view->page(), PageId::Raw);
    QVERIFY(raw->hasFocus());
    m_view->showPage(PageId::Headers);
    QVERIFY(!isStanding());
}

void TestInspectorView::html()
{
    give("<!DOCTYPE html><html><body>Sign in</body></html>");
    QVERIFY(child<QLabel>("inspectorRawBannerWords")->text().contains(u"This is an HTML page, not JSON."_s));
}

void TestInspectorView::empty()
{
    Source source = answer();
    source.status = 204;
    give({}, source);
    QVERIFY(isStanding());
    QVERIFY(standing().contains(u"204"_s));
    m_view->showPage(PageId::Headers);
    QVERIFY(!isStanding());
    give("  ");
    m_view->showPage(PageId::Tree);
    QVERIFY(standing().contains(u"empty"_s));
}

void TestInspectorView::unreadable()
{
    m_inspection->beginFile(u"/nowhere/at-all.json"_s);
    QTRY_COMPARE(m_inspection->phase(), Phase::Unreadable);
    QVERIFY(isStanding());
    QVERIFY(!standing().isEmpty());
    QVERIFY(child<QPushButton>("inspectorStandingButton")->isVisible());
}

void TestInspectorView::cancelled()
{
    m_inspection->begin(answer(), test::listOf(200'000));
    m_inspection->cancel();
    QVERIFY(isStanding());
    QVERIFY(standing().contains(u"stopped"_s));
    test::press(*m_view, u"inspectorStandingButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_inspection->phase(), Phase::Ready, 20'000);
    // While it is read, the button in sight cancels.
    m_view->showPage(PageId::Table);
    m_inspection->begin(answer(), test::listOf(400'000));
    QTRY_VERIFY_WITH_TIMEOUT(standing().contains(u"Reading"_s) || m_inspection->phase() == Phase::Ready, 20'000);
    if (m_inspection->isBusy()) {
        test::press(*m_view, u"inspectorStandingButton"_s);
        QCOMPARE(m_inspection->phase(), Phase::Cancelled);
    }
}

void TestInspectorView::chosenPageStays()
{
    give(availReply());
    QCOMPARE(m_view->page(), PageId::Summary);
    m_view->showPage(PageId::Timing);
    give("[1, 2");
    QCOMPARE(m_view->page(), PageId::Timing);
    Inspection another;
    m_view->inspect(&another);
    another.begin(answer(), "{}");
    QTRY_COMPARE(another.phase(), Phase::Ready);
    QCOMPARE(m_view->page(), PageId::Timing);
    m_view->inspect(nullptr);
}

void TestInspectorView::largeGoesToTheTree()
{
    m_inspection->begin(answer(), test::listOf(200'000));
    QCOMPARE(m_view->page(), PageId::Tree);
    QTRY_VERIFY_WITH_TIMEOUT(tree()->model()->rowCount() == 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_inspection->phase(), Phase::Ready, 20'000);
    const QModelIndex list = tree()->model()->indexOf(test::pathTo(m_inspection->snapshot(), "/list"));
    QCOMPARE(tree()->model()->valueOf(list).size(), 200'000U);
    QVERIFY(child<PayloadTree>("inspectorTree")->isExpanded(list));
}

void TestInspectorView::goTo()
{
    give(availReply());
    filter(u"$.avail.ALID"_s);
    QTRY_COMPARE(tree()->model()->rowCount(), 1);
    QTRY_VERIFY(tree()->model()->isFiltered());
    QVERIFY(m_view->goTo(*payload::Pointer::parse("/avail/Transaction/1/End")));
    QCOMPARE(m_view->page(), PageId::Tree);
    QVERIFY(m_view->filterQuery().isEmpty());
    QCOMPARE(tree()->currentPath(), test::pathTo(m_inspection->snapshot(), "/avail/Transaction/1/End"));
    QVERIFY(!m_view->goTo(*payload::Pointer::parse("/avail/Nothing")));
}

void TestInspectorView::saving()
{
    QSignalSpy save(m_view.get(), &InspectorView::saveWanted);
    m_view->save();
    QCOMPARE(save.count(), 0);
    Source source = answer();
    source.title = u"NF/1: \"ferry\""_s;
    give("<html></html>", source);
    test::press(*m_view, u"inspectorSave"_s);
    QCOMPARE(save.count(), 1);
    QCOMPARE(save.first().first().toByteArray(), QByteArray("<html></html>"));
    QCOMPARE(save.first().at(1).toString(), u"NF-1- -ferry-.html"_s);
}

void TestInspectorView::goes()
{
    give(availReply());
    QTRY_VERIFY(test::seen<QFrame>(*m_view, u"inspectorCard"_s));
    m_inspection.reset();
    QVERIFY(!m_view->inspection());
    QVERIFY(isStanding());
}

void TestInspectorView::named()
{
    give(availReply());
    QTRY_VERIFY(test::seen<QFrame>(*m_view, u"inspectorCard"_s));
    for (int page = 0; page < InspectorView::PageCount; ++page)
        m_view->showPage(static_cast<PageId>(page));
    for (QWidget *widget : m_view->findChildren<QWidget *>()) {
        const QString kind = QString::fromLatin1(widget->metaObject()->className());
        const bool isUsed
            = widget->focusPolicy() != Qt::NoFocus && !qobject_cast<QLabel *>(widget) && !qobject_cast<QMenu *>(widget);
        const bool isQts = widget->objectName().startsWith(u"qt_"_s) || qobject_cast<QHeaderView *>(widget)
            || kind.startsWith(u"QLineEdit"_s) != bool(qobject_cast<QLineEdit *>(widget))
            || kind == u"QTableCornerButton"_s || kind.contains(u"IconButton"_s) || kind.contains(u"Container"_s)
            || kind == u"QComboBoxListView"_s;
        if (!isUsed || isQts || widget->isHidden() || qobject_cast<QAbstractScrollArea *>(widget->parentWidget()))
            continue;
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(kind));
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(kind + u' ' + widget->objectName()));
    }
}

void TestInspectorView::xml()
{
    give("<ShowTimeAnalytics><Supplier>lantern</Supplier><Performances><Performance "
         "id=\"P-1\"><Hall>1</Hall></Performance>"
         "<Performance id=\"P-2\"><Hall>2</Hall></Performance></Performances></ShowTimeAnalytics>");
    m_view->showPage(PageId::Table);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    filter(u"//Performance[@id='P-2']"_s);
    QTRY_VERIFY(child<QLabel>("inspectorFilterCount")->text().startsWith(u"1 "_s));
    m_view->showPage(PageId::Tree);
    QCOMPARE(tree()->model()->index(0, 0).data().toString(), u"/ShowTimeAnalytics/Performances/Performance[2]"_s);
}

void TestInspectorView::pictures()
{
    test::looks(u"inspector"_s, [] {
        struct Shown : QWidget
        {
            Inspection inspection;
            InspectorView view{test::rulebook(), this};
        };
        auto shown = std::make_unique<Shown>();
        shown->view.inspect(&shown->inspection);
        shown->view.resize(1100, 760);
        shown->resize(1100, 760);
        shown->inspection.begin(answer(), availReply());
        shown->show();
        (void)QTest::qWaitFor([&] { return !shown->inspection.isBusy(); });
        QTest::qWait(400);
        const QString look
            = theme::Theme::instance().isDark() ? u"dark"_s : QString::number(theme::Theme::instance().percent());
        for (const auto &[page, name] :
            {std::pair(PageId::Tree, u"tree"_s), {PageId::Table, u"table"_s}, {PageId::Raw, u"raw"_s},
                {PageId::Headers, u"headers"_s}, {PageId::Timing, u"timing"_s}, {PageId::Pretty, u"pretty"_s}}) {
            shown->view.showPage(page);
            QTest::qWait(250);
            test::picture(*shown, u"inspector-"_s + name + u'-' + look);
        }
        shown->view.showPage(PageId::Tree);
        shown->view.setFilterQuery(u"$.avail.Transaction[?@.FormatProfile.value == 'UHD']"_s);
        shown->view.openFind();
        shown->view.findChild<QWidget *>(u"inspectorFind"_s)->findChild<QLineEdit *>(u"findText"_s)->setText(u"uhd"_s);
        QTest::qWait(300);
        test::picture(*shown, u"inspector-filtered-"_s + look);
        shown->view.setFilterQuery(u"$.avail[?"_s);
        QTest::qWait(300);
        test::picture(*shown, u"inspector-problem-"_s + look);
        shown->view.setFilterQuery({});
        shown->view.showPage(PageId::Raw);
        shown->inspection.begin(
            answer(), "{\n  \"avail\": {\n    \"ALID\": \"NF-1\",\n    \"Transaction\": [1, 2\n  }\n}\n");
        QTest::qWait(300);
        test::picture(*shown, u"inspector-malformed-"_s + look);
        shown->view.showPage(PageId::Tree);
        QTest::qWait(100);
        test::picture(*shown, u"inspector-malformed-tree-"_s + look);
        shown->inspection.begin(answer(), availReply());
        shown->view.showPage(PageId::Summary);
        QTest::qWait(500);
        return shown;
    });
}

QTEST_MAIN(TestInspectorView)
#include "tst_inspectorview.moc"
