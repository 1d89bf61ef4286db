// SPDX-License-Identifier: GPL-3.0-or-later
// A message in the editor: the heading, the strip, the pages, the table and what is done in it.
#include "PerformanceTest.h"

#include "performance/SizeMeter.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLabel>

using namespace marquee;
using namespace marquee::test;
using performance::PerformanceView;

class TestPerformanceView : public PerformanceTest
{
    Q_OBJECT

    QString label(const char *name) const
    {
        auto *found = m_view->findChild<QLabel *>(QLatin1StringView(name));
        return found && found->isVisible() ? found->text() : QString();
    }

private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { forget(); }

    void heading()
    {
        load(namedPerformance("a") + namedPerformance("b", {{"Date", "<Date>soon</Date>"}}));
        QVERIFY(label("errorBadge").startsWith(u"1 "_s));
        QVERIFY(label("messageState").isEmpty());
        m_view->setState(u"Queued"_s, PerformanceView::Standing::Hint);
        QCOMPARE(label("messageState"), u"Queued"_s);
        m_view->setState({}, PerformanceView::Standing::None);
        QVERIFY(label("messageState").isEmpty());
        const QString size = m_view->findChild<performance::SizeMeter *>()->words();
        QVERIFY2(size.endsWith(u"of 256 KB"_s), qPrintable(size));
        QCOMPARE(m_view->findChild<QTabWidget *>(u"performancePages"_s)->tabText(0), u"Performances 2"_s);
    }

    void strip()
    {
        load(namedPerformance("a"));
        fill(*m_view, u"@dataSupplierId"_s, u"SUP-77"_s);
        fill(*m_view, u"@messageSequence"_s, u"12"_s);
        fill(*m_view, u"CallbackUrl"_s, u"https://example.test/cb"_s);
        leave();
        QVERIFY2(text().contains("dataSupplierId=\"SUP-77\" messageSequence=\"12\""), text().constData());
        QVERIFY(text().contains("<CallbackUrl><![CDATA[https://example.test/cb]]></CallbackUrl>"));
        QVERIFY(text().indexOf("<CallbackUrl>") < text().indexOf("<Performances>"));
        fill(*m_view, u"@messageSequence"_s, {});
        leave();
        QVERIFY(!text().contains("messageSequence"));
        QCOMPARE(line(*m_view, u"@messageSequence"_s)->placeholderText(), u"next on sending"_s);
    }

    void selecting()
    {
        load(namedPerformance("a") + namedPerformance("b", {{"EventId", "<EventId>E-2</EventId>"}}));
        QCOMPARE(m_view->performances()->current(), 0);
        click(1);
        QCOMPARE(shown("EventId"), u"E-2"_s);
        m_view->focusField(place("/ShowTimeAnalytics/Performances/Performance/0/HallId"));
        QCOMPARE(m_view->performances()->current(), 0);
        QCOMPARE(cursorName(), u"HallId"_s);
        m_view->focusField(place("/ShowTimeAnalytics/@dataSupplierId"));
        QCOMPARE(cursorName(), u"@dataSupplierId"_s);
        m_view->focusField(place("/ShowTimeAnalytics/Performances/Performance/1/PrintFormats/PrintFormat/0"));
        QCOMPARE(cursorName(), u"PrintFormats"_s);
        m_view->focusField(place("/ShowTimeAnalytics/Performances/Performance/1"));
        QCOMPARE(cursorName(), u"performancesTable"_s);
    }

    void addAndRemove()
    {
        load(namedPerformance("a") + namedPerformance("b"));
        press("performance.addButton");
        QCOMPARE(count(), 3);
        QCOMPARE(m_view->performances()->current(), 1);
        QCOMPARE(cursorName(), u"EventId"_s);
        QCOMPARE(says(1, "@siteId"), u"S-1"_s);
        press("performance.duplicateButton");
        QCOMPARE(count(), 4);
        table()->setFocus();
        click(1);
        click(2, Qt::ControlModifier);
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(ids(), (QStringList{u"a"_s, u"b"_s}));
        m_document->undo();
        QCOMPARE(count(), 4);
    }

    void allGone()
    {
        load(namedPerformance("a"));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(count(), 0);
        QVERIFY(seen<QWidget>(*m_view, u"noPerformances"_s));
        press("addFirstPerformance");
        QCOMPARE(count(), 1);
        QVERIFY(!seen<QWidget>(*m_view, u"noPerformances"_s));
        m_document->undo();
        m_document->undo();
        QCOMPARE(ids(), QStringList{u"a"_s});
    }

    void moving()
    {
        load(namedPerformance("a") + namedPerformance("b") + namedPerformance("c"));
        table()->setFocus();
        click(2);
        QTest::keyClick(table(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(ids(), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
        QTest::keyClick(table(), Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(table(), Qt::Key_Up, Qt::AltModifier); // it stands there already
        QCOMPARE(ids(), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
        QCOMPARE(m_view->performances()->current(), 0);
        QSignalSpy refused(m_view.get(), &PerformanceView::refused);
        table()->sortByColumn(1, Qt::DescendingOrder);
        m_view->performances()->movePerformances(1);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(ids(), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
    }

    void filtering()
    {
        load(namedPerformance("a") + namedPerformance("b", {{"HallId", "<HallId>H-7</HallId>"}}));
        m_view->performances()->focusFilter();
        QTest::keyClicks(cursor(), u"h-7"_s);
        QCOMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(m_view->performances()->current(), 1);
        QCOMPARE(label("performancesCount"), u"1 of 2"_s);
        m_view->focusField(place("/ShowTimeAnalytics/Performances/Performance/0/EventId"));
        QCOMPARE(table()->model()->rowCount(), 2);
    }

    void sorting()
    {
        load(namedPerformance("P-10") + namedPerformance("P-9")
            + namedPerformance("P-1", {{"Date", "<Date>soon</Date>"}}));
        const auto first = [this] { return table()->model()->index(0, 1).data().toString(); };
        table()->sortByColumn(1, Qt::AscendingOrder);
        QCOMPARE(first(), u"P-1"_s);
        table()->sortByColumn(1, Qt::DescendingOrder);
        QCOMPARE(first(), u"P-10"_s);
        table()->sortByColumn(0, Qt::AscendingOrder);
        QCOMPARE(first(), u"P-1"_s); // the worst first
    }

    void rowsForASpreadsheet()
    {
        load(namedPerformance("a") + namedPerformance("b"));
        m_view->performances()->selectAll();
        const QByteArray rows = m_view->performances()->copiedRows();
        QCOMPARE(rows.count('\n'), 3);
        QApplication::clipboard()->setText({});
        QSignalSpy refused(m_view.get(), &PerformanceView::refused);
        m_view->performances()->pasteClipboard();
        QCOMPARE(refused.count(), 1);
    }

    void text_()
    {
        load(namedPerformance("a"));
        m_view->showPage(PerformanceView::Page::Text);
        QCOMPARE(int(m_view->page()), int(PerformanceView::Page::Text));
        m_document->editText("<ShowTimeAnalytics><Perf");
        QVERIFY(m_document->hasPendingText());
        QVERIFY(label("errorBadge").contains(u"well-formed"_s));
        QVERIFY(!line(*m_view, u"@dataSupplierId"_s)->isEnabled());
        m_view->focusField(place("/ShowTimeAnalytics/@dataSupplierId"));
        QCOMPARE(int(m_view->page()), int(PerformanceView::Page::Text));
        m_document->discardPending();
        QVERIFY(line(*m_view, u"@dataSupplierId"_s)->isEnabled());
    }

    void otherMembers()
    {
        loadText("<ShowTimeAnalytics dataSupplierId=\"S\" messageSequence=\"1\"><Events><Event "
                 "id=\"E\"/></Events><Performances>"
            + namedPerformance("a", {{"Note", "<Note>ours</Note>"}}) + "</Performances></ShowTimeAnalytics>");
        QVERIFY(label("messageMore").contains(u"Events"_s));
        QVERIFY(seen<QWidget>(*m_view, u"Note"_s));
        QVERIFY(!stands(0, "Nothing") && stands(0, "Note"));
    }

    void keyboardAlone()
    {
        load(namedPerformance("a"));
        for (QWidget *widget : m_view->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus
                && qobject_cast<QAbstractButton *>(widget)) {
                QVERIFY2(
                    !widget->accessibleName().isEmpty() || !qobject_cast<QAbstractButton *>(widget)->text().isEmpty(),
                    qPrintable(widget->objectName()));
            }
        }
    }

    void looked()
    {
        const QByteArray full = namedPerformance("P-20270312-01",
            {{"DistributorId", "<DistributorId><![CDATA[D-WB]]></DistributorId>"},
                {"Tags", "<Tags><Tag><![CDATA[gala]]></Tag><Tag><![CDATA[premiere]]></Tag></Tags>"},
                {"CinemaDate", "<CinemaDate>2027-03-12</CinemaDate>"},
                {"IsCancelled", "<IsCancelled>false</IsCancelled>"},
                {"PrintFormats",
                    "<PrintFormats><PrintFormat>3D</PrintFormat><PrintFormat>IMAX</PrintFormat></PrintFormats>"},
                {"LangFormats",
                    "<LangFormats><LangFormat>English</LangFormat><LangFormat>German "
                    "Subtitle</LangFormat></LangFormats>"},
                {"Attributes", "<Attributes/>"}, {"OnSale", "<OnSale>true</OnSale>"},
                {"SeatCapacities",
                    "<SeatCapacities><SeatCapacity><SeatType>Standard</SeatType><Capacity>120</Capacity></"
                    "SeatCapacity><SeatCapacity><SeatType>Balcony</SeatType>"
                    "<Capacity>40</Capacity></SeatCapacity></SeatCapacities>"},
                {"DistributorPercentage", "<DistributorPercentage precision=\"1\">455</DistributorPercentage>"}});
        QByteArray some = full;
        for (int i = 2; i < 9; ++i)
            some += shownAt("P-20270312-0" + QByteArray::number(i), "2027-03-12", QByteArray::number(10 + i) + ":30",
                "HALL-" + QByteArray::number(i % 4 + 1), "E-NIGHT-FERRY");
        load(some);
        pictures(u"typical"_s, PerformanceView::Page::Performances, 1560);
        load({});
        pictures(u"empty"_s);
        QByteArray many;
        for (int i = 0; i < 300; ++i)
            many += shownAt("P-" + QByteArray::number(i), "2027-03-12", QByteArray::number(10 + i % 12) + ":30",
                "HALL-" + QByteArray::number(i % 14 + 1));
        load(many);
        pictures(u"many"_s);
        loadText("<ShowTimeAnalytics dataSupplierId=\"\" "
                 "messageSequence=\"x\"><CallbackUrl>http://a.b/c</CallbackUrl><Performances>"
            + namedPerformance("a",
                {{"@", "id=\"\""}, {"Date", "<Date>soon</Date>"}, {"Time", "<Time>25:00</Time>"},
                    {"IsCancelled", "<IsCancelled>maybe</IsCancelled>"}, {"RunWeek", "<RunWeek>0</RunWeek>"},
                    {"DistributorPercentage", "<DistributorPercentage>45.5</DistributorPercentage>"},
                    {"SeatCapacities",
                        "<SeatCapacities><SeatCapacity><SeatType>Box</SeatType></SeatCapacity></SeatCapacities>"},
                    {"siteid", "<siteid>S</siteid>"}})
            + namedPerformance("b", {{"IsCancelled", "<IsCancelled>true</IsCancelled>"}}) + namedPerformance("b")
            + "</Performances></ShowTimeAnalytics>");
        pictures(u"problems"_s);
    }
};

QTEST_MAIN(TestPerformanceView)
#include "tst_performanceview.moc"
