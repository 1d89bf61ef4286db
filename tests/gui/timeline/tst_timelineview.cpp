// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline by real events: zoom, pan, dragging, keys, selection, pictures.
#include "gui/FormTest.h"

#include "timeline/Ruler.h"
#include "timeline/TimelinePage.h"
#include "timeline/TimelineView.h"

#include <QAccessible>
#include <QAction>
#include <QScrollBar>
#include <QSvgRenderer>
#include <QToolTip>
#include <QWheelEvent>

using namespace marquee;
using namespace marquee::test;
using timeline::Grouping;
using timeline::TimelinePage;
using timeline::TimelineView;

namespace {

QByteArray dated(
    const char *id, const char *start, const char *end, const char *country = "US", const char *format = "HD")
{
    const auto quoted = [](const char *text) -> QByteArray { return '"' + QByteArray(text) + '"'; };
    return window({{"_TransactionID", quoted(id)}, {"Start", quoted(start)}, {"End", quoted(end)},
        {"Territory", "[{\"country\":" + quoted(country) + "}]"},
        {"FormatProfile", "{\"value\":" + quoted(format) + '}'}});
}

QByteArray three()
{
    return dated("NF-US-HD", "2026-03-14T09:00:00Z", "2026-09-01T00:00:00Z") + ','
        + dated("NF-US-UHD", "2026-03-14T00:00:00+01:00", "2027-01-01T00:00:00+01:00", "US", "UHD") + ','
        + dated("NF-CA-HD", "2026-06-10T00:00:00Z", "2027-05-22T00:00:00Z", "CA");
}

void wheel(QWidget *viewport, const QPointF &at, int turned, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(
        at, viewport->mapToGlobal(at), {}, {0, turned}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(viewport, &event);
}

/// QTest's moves carry no buttons.
void moveTo(QWidget *viewport, const QPoint &at, Qt::KeyboardModifiers modifiers = {})
{
    QMouseEvent event(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
    QCoreApplication::sendEvent(viewport, &event);
}

} // namespace

class TestTimelineView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<OpenDocument> m_document;
    std::unique_ptr<TimelinePage> m_page;
    TimelineView *m_view = nullptr;

    void open(const QByteArray &windows, QSize size = {1000, 600})
    {
        m_page.reset();
        m_document = opened(availOf(windows));
        m_page = std::make_unique<TimelinePage>();
        m_view = m_page->view();
        m_view->setClock(fixedClock);
        m_page->setDocument(m_document.get());
        show(*m_page, size);
        m_view->setFocus(Qt::TabFocusReason);
    }
    QString json(int index, const char *member) const
    {
        return at(*m_document, "/avail/Transaction/" + QByteArray::number(index) + '/' + member);
    }
    QPoint middle(int index) { return m_view->rectOf(index).center(); }
    QPoint edge(int index, bool end)
    {
        const QRect rect = m_view->rectOf(index);
        return {end ? rect.right() - 2 : rect.left() + 2, rect.center().y()};
    }
    /// Pixels of so many days, rounded up to more than half of the last one.
    int pixelsOf(double days) const
    {
        return static_cast<int>(std::ceil(days * 86400 / m_view->scale().secondsPerPixel()));
    }
    void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_view, pressed, modifiers); }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }
    void cleanup()
    {
        m_page.reset();
        m_document.reset();
    }

    void allWindowsAreInSight()
    {
        open(three());
        for (int i = 0; i < 3; ++i) {
            QVERIFY(m_view->viewport()->rect().contains(m_view->rectOf(i)));
            QVERIFY(m_view->rectOf(i).width() > 40);
        }
        QVERIFY(m_view->rectOf(2).top() < m_view->rectOf(0).top()); // Canada, then the United States
    }

    void zoomKeepsTheDateBelowThePointer()
    {
        open(three());
        const QPointF at(620, 200);
        for (const int turned : {120, 120, 240, -120, -600, 1200}) {
            const double before = m_view->timeAt(620);
            const double scale = m_view->scale().secondsPerPixel();
            wheel(m_view->viewport(), at, turned, Qt::ControlModifier);
            QVERIFY((m_view->scale().secondsPerPixel() < scale) == (turned > 0));
            QVERIFY(std::abs(m_view->timeAt(620) - before) < m_view->scale().secondsPerPixel());
        }
        for (int i = 0; i < 200; ++i)
            wheel(m_view->viewport(), at, 120, Qt::ControlModifier);
        QCOMPARE(m_view->scale().secondsPerPixel(), timeline::TimeScale::Closest);
        for (int i = 0; i < 200; ++i)
            wheel(m_view->viewport(), at, -120, Qt::ControlModifier);
        QCOMPARE(m_view->scale().secondsPerPixel(), timeline::TimeScale::Widest);
        key(Qt::Key_F);
        QVERIFY(m_view->viewport()->rect().contains(m_view->rectOf(1)));
    }

    void panning()
    {
        open(three());
        const double left = m_view->scale().left();
        wheel(m_view->viewport(), {500, 200}, -120, Qt::ShiftModifier);
        QVERIFY(m_view->scale().left() > left);
        m_view->fitAll();
        const double time = m_view->timeAt(600);
        const QPoint empty(600, 500); // below all lanes
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, empty);
        moveTo(m_view->viewport(), empty - QPoint(50, 0));
        moveTo(m_view->viewport(), empty - QPoint(100, 0));
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, empty - QPoint(100, 0));
        QVERIFY(std::abs(m_view->timeAt(500) - time) < m_view->scale().secondsPerPixel());
        const double before = m_view->scale().left();
        key(Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(m_view->scale().left() > before);
        key(Qt::Key_T);
        QVERIFY(
            std::abs(m_view->timeAt(168 + (m_view->viewport()->width() - 168) / 2) - static_cast<double>(fixedClock()))
            < 86400);
        m_view->horizontalScrollBar()->setValue(0);
        QVERIFY(m_view->scale().left() < before);
        QCOMPARE(steps(*m_document), 0);
    }

    void anEdgeIsDragged()
    {
        open(three());
        const QPoint from = edge(0, true);
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        moveTo(m_view->viewport(), from + QPoint(pixelsOf(15), 0));
        moveTo(m_view->viewport(), from + QPoint(pixelsOf(30), 0));
        QCOMPARE(steps(*m_document), 0); // until it is let go
        QVERIFY2(m_view->accessibleDescription().contains(u"2026"), qPrintable(m_view->accessibleDescription()));
        picture(*m_page, u"timeline-dragging"_s);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, from + QPoint(pixelsOf(30), 0));
        QCOMPARE(steps(*m_document), 1);
        QVERIFY2(json(0, "End").endsWith(u"T00:00:00Z\"") && json(0, "End") > u"\"2026-09-28"_s
                && json(0, "End") < u"\"2026-10-04"_s,
            qPrintable(json(0, "End")));
        QCOMPARE(json(0, "Start"), u"\"2026-03-14T09:00:00Z\""_s);
        m_document->undo();
        QCOMPARE(m_document->bytes(), availOf(three()));
    }

    void againstAnEdgeTimeGoesOn()
    {
        open(three());
        m_view->selectWindows({0});
        const QRect bar = m_view->rectOf(0) & m_view->viewport()->rect().adjusted(240, 0, -60, 0);
        QVERIFY(!bar.isEmpty());
        const QPoint from = bar.center();
        const double left = m_view->scale().left();
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        const QPoint border(m_view->viewport()->width() - 2, from.y());
        moveTo(m_view->viewport(), from + QPoint(20, 0));
        QCOMPARE(m_view->scale().left(), left); // not before the edge
        moveTo(m_view->viewport(), border);
        QTRY_VERIFY(m_view->scale().left() > left + 86400 * 30.0);
        QCOMPARE(steps(*m_document), 0);
        key(Qt::Key_Escape);
        const double stopped = m_view->scale().left();
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, border);
        QCOMPARE(m_view->scale().left(), stopped);
        QCOMPARE(m_document->bytes(), availOf(three()));
    }

    void aBarIsDraggedAndKeepsItsSpelling()
    {
        open(three());
        const QPoint from = middle(1);
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        moveTo(m_view->viewport(), from + QPoint(20, 0));
        moveTo(m_view->viewport(), from + QPoint(pixelsOf(40), 0));
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, from + QPoint(pixelsOf(40), 0));
        QCOMPARE(steps(*m_document), 1);
        QVERIFY2(json(1, "Start").endsWith(u"T01:00:00+01:00\""), qPrintable(json(1, "Start"))); // midnight in UTC
        QVERIFY2(json(1, "End").endsWith(u"T01:00:00+01:00\""), qPrintable(json(1, "End")));
        QCOMPARE(m_view->selectedWindows(), QList<int>{1});
        m_document->undo();
        QCOMPARE(m_document->bytes(), availOf(three()));
    }

    void altGoesToTheMinute()
    {
        open(three());
        const QPoint from = edge(0, true);
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        moveTo(m_view->viewport(), from + QPoint(37, 0), Qt::AltModifier);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, Qt::AltModifier, from + QPoint(37, 0));
        QCOMPARE(steps(*m_document), 1);
        QVERIFY(json(0, "End").endsWith(u":00Z\""));
        QVERIFY(!json(0, "End").contains(u"T00:00:00Z"));
    }

    void escapePutsBack()
    {
        open(three());
        const QRect before = m_view->rectOf(0);
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, middle(0));
        moveTo(m_view->viewport(), middle(0) + QPoint(90, 0));
        key(Qt::Key_Escape);
        moveTo(m_view->viewport(), middle(0) + QPoint(120, 0));
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, middle(0) + QPoint(120, 0));
        QCOMPARE(steps(*m_document), 0);
        QCOMPARE(m_document->bytes(), availOf(three()));
        QCOMPARE(m_view->rectOf(0), before);
    }

    void aClickThatShakesMovesNothing()
    {
        open(three());
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, middle(0));
        moveTo(m_view->viewport(), middle(0) + QPoint(2, 1));
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, middle(0) + QPoint(2, 1));
        QCOMPARE(steps(*m_document), 0);
        QCOMPARE(m_view->selectedWindows(), QList<int>{0});
    }

    void severalMoveTogether()
    {
        open(three());
        m_view->selectWindows({0, 2});
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, middle(2));
        moveTo(m_view->viewport(), middle(2) + QPoint(pixelsOf(10), 0));
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, middle(2) + QPoint(pixelsOf(10), 0));
        QCOMPARE(steps(*m_document), 1);
        QVERIFY(json(2, "Start") > u"\"2026-06-18"_s);
        QVERIFY(json(0, "Start") > u"\"2026-03-22"_s
            && json(0, "Start").endsWith(u"T09:00:00Z\"")); // only the one that is held snaps
        QCOMPARE(json(1, "Start"), u"\"2026-03-14T00:00:00+01:00\""_s);
        QCOMPARE(m_view->selectedWindows(), (QList<int>{0, 2}));
        m_document->undo();
        QCOMPARE(m_document->bytes(), availOf(three()));
    }

    void selectionBothWays()
    {
        open(three());
        QSignalSpy selected(m_page.get(), &TimelinePage::windowsSelected);
        m_page->selectWindows({1});
        QCOMPARE(selected.count(), 0);
        QCOMPARE(m_view->selectedWindows(), QList<int>{1});
        QCOMPARE(m_view->focusedWindow(), 1);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, middle(2));
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected.last().at(0).value<QList<int>>(), QList<int>{2});
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, middle(0));
        QCOMPARE(selected.last().at(0).value<QList<int>>(), (QList<int>{0, 2}));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, middle(2));
        QCOMPARE(selected.last().at(0).value<QList<int>>(), QList<int>{0});
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(600, 500));
        QVERIFY(m_view->selectedWindows().isEmpty());
        key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_view->selectedWindows().size(), 3);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, middle(1)); // one of several, alone
        QCOMPARE(m_view->selectedWindows(), QList<int>{1});
        m_page->selectWindows({7, -1});
        QVERIFY(m_view->selectedWindows().isEmpty());
    }

    void byKeysAlone()
    {
        open(three());
        QCOMPARE(m_view->focusedWindow(), 2); // Tab came in: the first bar
        QVERIFY(m_view->accessibleDescription().contains(u"NF-CA-HD"));
        QVERIFY(m_view->accessibleDescription().contains(u"Canada"));
        key(Qt::Key_Down);
        QCOMPARE(m_view->focusedWindow(), 0);
        QCOMPARE(m_view->selectedWindows(), QList<int>{0});
        key(Qt::Key_Down);
        key(Qt::Key_Down);
        QCOMPARE(m_view->focusedWindow(), 1);
        key(Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(m_view->focusedWindow(), 2);
        for (int i = 0; i < 3; ++i)
            key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(json(2, "Start"), u"\"2026-06-13T00:00:00Z\""_s);
        QCOMPARE(json(2, "End"), u"\"2027-05-25T00:00:00Z\""_s);
        QCOMPARE(steps(*m_document), 1);
        key(Qt::Key_Left, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(json(2, "End"), u"\"2027-05-24T00:00:00Z\""_s);
        key(Qt::Key_Left, Qt::ShiftModifier | Qt::AltModifier);
        QCOMPARE(json(2, "Start"), u"\"2026-06-12T00:00:00Z\""_s);
        QCOMPARE(steps(*m_document), 3);
        key(Qt::Key_Down);
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(json(0, "Start"), u"\"2026-03-15T09:00:00Z\""_s);
        while (m_document->payload().canUndo())
            m_document->undo();
        QCOMPARE(m_document->bytes(), availOf(three()));
        QSignalSpy activated(m_page.get(), &TimelinePage::windowActivated);
        key(Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.last().at(0).toInt(), m_view->focusedWindow());
        const double scale = m_view->scale().secondsPerPixel();
        key(Qt::Key_Plus);
        QVERIFY(m_view->scale().secondsPerPixel() < scale);
        key(Qt::Key_Minus);
        QCOMPARE(m_view->scale().secondsPerPixel(), scale);
        QTest::keyClick(m_view, Qt::Key_Backtab);
        QVERIFY(cursor() != m_view);
    }

    void theEndStaysBehindTheStart()
    {
        open(dated("w", "2027-01-01T00:00:00Z", "2027-01-03T00:00:00Z"));
        for (int i = 0; i < 5; ++i)
            key(Qt::Key_Left, Qt::ShiftModifier | Qt::ControlModifier);
        QVERIFY(json(0, "End") > json(0, "Start"));
    }

    void doubleClickOpens()
    {
        open(three());
        QSignalSpy activated(m_page.get(), &TimelinePage::windowActivated);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, middle(2));
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.last().at(0).toInt(), 2);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(600, 500));
        QCOMPARE(activated.count(), 1);
    }

    void groupingIsChosen()
    {
        open(three());
        auto *combo = m_page->findChild<QComboBox *>(u"timelineGrouping"_s);
        QVERIFY(combo);
        m_view->selectWindows({1});
        combo->setFocus(Qt::TabFocusReason);
        for (int i = 1; i < combo->count(); ++i) {
            QTest::keyClick(combo, Qt::Key_Down);
            QCOMPARE(static_cast<int>(m_view->grouping()), combo->currentData().toInt());
            QCOMPARE(m_view->selectedWindows(), QList<int>{1});
            QCOMPARE(m_view->focusedWindow(), 1);
            QVERIFY(!m_view->rectOf(2).isEmpty());
        }
        QCOMPARE(m_view->grouping(), Grouping::None);
    }

    void followsTheDocument()
    {
        open(three());
        m_view->selectWindows({2});
        const QRect before = m_view->rectOf(2);
        QVERIFY(m_document->apply(payload::Edit::set(place("/avail/Transaction/2/End"), "\"2026-12-01T00:00:00Z\"")));
        QVERIFY(m_view->rectOf(2).width() < before.width());
        QVERIFY(m_document->apply(payload::Edit::remove(place("/avail/Transaction/2"))));
        QVERIFY(m_view->rectOf(2).isEmpty());
        QVERIFY(m_view->selectedWindows().isEmpty());
        QVERIFY(m_document->apply(payload::Edit::remove(place("/avail/Transaction"))));
        m_page->grab();
        QVERIFY(!m_page->findChild<QAbstractButton *>(u"timelineExport"_s)->isEnabled());
        m_document->undo();
        m_document->undo();
        QVERIFY(!m_view->rectOf(2).isEmpty());
        m_page->setDocument(nullptr);
        m_page->grab();
        QVERIFY(m_view->rectOf(0).isEmpty());
    }

    void theSelectionGoesWithItsWindows()
    {
        open(three());
        m_view->selectWindows({0, 2});
        QVERIFY(m_document->apply(payload::Edit::insertItem(place("/avail/Transaction"), window().toStdString(), 1)));
        QCOMPARE(m_view->selectedWindows(), (QList<int>{0, 3}));
        QCOMPARE(m_view->focusedWindow(), 3);
        QVERIFY(m_document->apply(payload::Edit::remove(place("/avail/Transaction/0"))));
        QCOMPARE(m_view->selectedWindows(), QList<int>{2});
        m_document->undo();
        m_document->undo();
        QCOMPARE(m_view->selectedWindows(), QList<int>{2});
    }

    void selectedWhileAnotherPageIsShown()
    {
        open(three());
        m_page->hide();
        m_page->selectWindows({1});
        QVERIFY(m_document->apply(payload::Edit::set(place("/avail/Transaction/1/Start"), "\"2027-06-01T00:00:00Z\"")));
        QVERIFY(m_document->apply(payload::Edit::set(place("/avail/Transaction/1/End"), "\"2040-06-01T00:00:00Z\"")));
        m_page->selectWindows({1});
        m_page->show();
        QCOMPARE(m_view->selectedWindows(), QList<int>{1});
        QCOMPARE(m_view->focusedWindow(), 1);
        QVERIFY(m_view->viewport()->rect().intersects(m_view->rectOf(1)));
    }

    void theDocumentMayGoFirst()
    {
        open(three());
        m_document.reset();
        m_page->grab();
        QVERIFY(m_view->rectOf(0).isEmpty());
        key(Qt::Key_Right, Qt::ShiftModifier);
    }

    void tooltips()
    {
        open(dated("w1", "2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z") + ','
            + dated("w2", "2027-03-01T00:00:00Z", "2027-04-01T00:00:00Z"));
        const auto tip = [this](const QPoint &point) {
            QHelpEvent event(QEvent::ToolTip, point, m_view->viewport()->mapToGlobal(point));
            QCoreApplication::sendEvent(m_view->viewport(), &event);
            return QToolTip::text();
        };
        QVERIFY(tip(middle(1)).contains(u"w2"));
        const QString gap = tip({(m_view->rectOf(0).right() + m_view->rectOf(1).left()) / 2, middle(0).y()});
        QVERIFY2(gap.contains(u"Gap") && gap.contains(u"28"), qPrintable(gap));
    }

    void exports_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::newRow("PNG") << u"png"_s;
        QTest::newRow("SVG") << u"svg"_s;
    }
    void exports()
    {
        QFETCH(QString, suffix);
        open(three() + ',' + dated("again", "2026-06-01T00:00:00Z", "2026-12-01T00:00:00Z"));
        QSignalSpy wanted(m_page.get(), &TimelinePage::exportWanted);
        auto *action = m_page->findChild<QAction *>(u"timelineExport-"_s + suffix);
        QVERIFY(action);
        action->trigger();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.last().at(1).toString(), suffix);
        const QByteArray bytes = wanted.last().at(0).toByteArray();
        if (suffix == u"svg") {
            QVERIFY(QSvgRenderer(bytes).isValid());
            QVERIFY(bytes.contains("NF-US-HD"));
        } else {
            QCOMPARE(QImage::fromData(bytes).width(), m_view->viewport()->width() * 2);
        }
        if (const QString folder = qEnvironmentVariable("MARQUEE_PICTURES"); !folder.isEmpty()) {
            QFile file(folder + u"/timeline-export."_s + suffix);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        }
    }

    void rulers_data()
    {
        QTest::addColumn<double>("secondsPerPixel");
        QTest::addColumn<QString>("upper");
        QTest::addColumn<QString>("lower");
        QTest::newRow("hours") << 30.0 << u"10 March 2026"_s << u"12:00"_s;
        QTest::newRow("days") << 2000.0 << u"March 2026"_s << u"11"_s;
        QTest::newRow("weeks") << 10000.0 << u"March 2026"_s << u"16"_s;
        QTest::newRow("months") << 50000.0 << u"2026"_s << u"Apr"_s;
        QTest::newRow("years") << 86400.0 * 6 << QString() << u"2027"_s;
        QTest::newRow("decades") << 86400.0 * 50 << QString() << u"2030"_s;
    }
    void rulers()
    {
        QFETCH(double, secondsPerPixel);
        QFETCH(QString, upper);
        QFETCH(QString, lower);
        timeline::TimeScale scale;
        scale.fit({0, 86400}, 1000, 0);
        scale.zoom(scale.secondsPerPixel() / secondsPerPixel, 0);
        scale.setLeft(1773136800); // 2026-03-10T10:00:00Z
        const timeline::Ruler ruler = timeline::rulerOf(scale, 1000, 44);
        QCOMPARE(ruler.upper.empty() ? QString() : ruler.upper.front().label, upper);
        const bool found = std::any_of(
            ruler.lower.begin(), ruler.lower.end(), [&lower](const auto &tick) { return tick.label == lower; });
        QVERIFY(found);
        for (std::size_t i = 1; i < ruler.lower.size(); ++i)
            QVERIFY(ruler.lower[i].x - ruler.lower[i - 1].x > 30);
    }

    void manyWindows()
    {
        QByteArray windows;
        for (int i = 0; i < 2000; ++i)
            windows += (i > 0 ? "," : "") + window();
        open(windows);
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
        m_page->grab();
        m_view->setFocus(Qt::TabFocusReason);
        key(Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(m_view->focusedWindow(), 1999);
        QVERIFY(m_view->viewport()->rect().contains(middle(1999)));
        key(Qt::Key_Home, Qt::ControlModifier);
        QVERIFY(m_view->viewport()->rect().contains(middle(0)));
    }

    void pictures();
};

/// For whoever wants to look.
void TestTimelineView::pictures()
{
    if (qEnvironmentVariableIsEmpty("MARQUEE_PICTURES"))
        QSKIP("MARQUEE_PICTURES names no folder");
    const QByteArray overlapping = three() + ',' + dated("NF-US-HD-2", "2026-08-01T00:00:00Z", "2027-03-01T00:00:00Z")
        + ',' + dated("NF-US-HD-3", "2027-04-15T00:00:00Z", "2027-06-01T00:00:00Z") + ','
        + dated("NF-CA-SD", "2025-09-01T00:00:00Z", "2026-02-01T00:00:00Z", "CA", "SD") + ','
        + dated("NF-CA-SD-2", "2027-02-01T00:00:00Z", "2026-11-01T00:00:00Z", "CA", "SD") + ','
        + dated("NF-DE-HD", "2026-07-01T00:00:00Z", "", "DE");
    QByteArray many;
    static constexpr const char *countries[] = {"US", "GB", "DE", "FR", "IT", "ES", "NL", "BE", "AT", "CH", "SE", "NO",
        "DK", "FI", "PL", "PT", "IE", "CA", "AU", "NZ"};
    static constexpr const char *formats[] = {"SD", "HD", "UHD"};
    for (int i = 0; i < 10000; ++i) {
        const QDate start = QDate(2024, 1, 1).addDays(10 * (i / 60));
        many += (i > 0 ? "," : "")
            + dated(("w-" + std::to_string(i)).c_str(), (start.toString(Qt::ISODate) + u"T09:00:00Z").toLatin1(),
                (start.addDays(9).toString(Qt::ISODate) + u"T09:00:00Z").toLatin1(), countries[i % 20],
                formats[i / 20 % 3]);
    }
    const auto look = [this](const QString &name) {
        QCoreApplication::processEvents();
        picture(*m_page, name);
    };
    open(overlapping);
    m_view->selectWindows({3});
    look(u"timeline-overlaps"_s);
    m_page->setGrouping(Grouping::None);
    look(u"timeline-none"_s);
    open(three());
    look(u"timeline-three"_s);
    open({});
    look(u"timeline-empty"_s);
    open(many);
    look(u"timeline-many"_s);
    for (int i = 0; i < 8; ++i)
        m_view->zoomIn();
    look(u"timeline-many-near"_s);
    theme::Theme::instance().apply(*qApp, theme::Mode::Dark, 100);
    open(overlapping);
    m_view->selectWindows({3});
    look(u"timeline-dark"_s);
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, 150);
    open(overlapping);
    look(u"timeline-150"_s);
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
}

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
