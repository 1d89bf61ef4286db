// SPDX-License-Identifier: GPL-3.0-or-later
// The day: halls as lanes, bars that can be taken elsewhere by mouse and by key.
#include "PerformanceTest.h"

#include "performance/DayPage.h"
#include "performance/DayView.h"

#include <QLabel>
#include <QSpinBox>

using namespace marquee;
using namespace marquee::test;
using performance::DayPage;
using performance::DayView;
using performance::PerformanceView;

class TestDayView : public PerformanceTest
{
    Q_OBJECT

    DayView *day() const { return m_view->day()->view(); }
    static QByteArray several()
    {
        return shownAt("a", "2027-03-12", "14:00", "H-1") + shownAt("b", "2027-03-12", "18:00", "H-2")
            + shownAt("c", "2027-03-12", "19:00", "H-2") + shownAt("d", "2027-03-12", "20:00", "")
            + shownAt("e", "2027-03-12", "", "H-1") + shownAt("f", "2027-03-14", "20:00", "H-1");
    }
    void open(const QByteArray &performances)
    {
        load(performances);
        m_view->showPage(PerformanceView::Page::Day);
        QCoreApplication::processEvents();
    }
    QPoint grip(int row) const { return day()->rectOf(row).center(); }
    void move(const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(day()->viewport(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 4; ++step)
            QTest::mouseMove(day()->viewport(), from + (to - from) * step / 4);
    }
    void drop(const QPoint &at) { QTest::mouseRelease(day()->viewport(), Qt::LeftButton, {}, at); }
    QString label(const char *name) const { return m_view->findChild<QLabel *>(QLatin1StringView(name))->text(); }

private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { forget(); }

    void whatIsSeen()
    {
        open(several());
        QCOMPARE(day()->date(), QDate(2027, 3, 12));
        QCOMPARE(label("dayCount"), u"5 performance(s) · 2 overlap"_s);
        QVERIFY(day()->rectOf(0).isValid() && !day()->rectOf(5).isValid());
        QVERIFY(day()->rectOf(0).top() < day()->rectOf(1).top()); // H-1 before H-2
        QVERIFY(day()->rectOf(1).top() != day()->rectOf(2).top()); // they overlap: two rows
        QVERIFY(day()->rectOf(0).left() < day()->rectOf(1).left());
        auto *minutes = m_view->findChild<QSpinBox *>(u"dayMinutes"_s);
        QSignalSpy told(m_view.get(), &PerformanceView::minutesChanged);
        minutes->setValue(45);
        QCOMPARE(label("dayCount"), u"5 performance(s)"_s);
        QCOMPARE(told.count(), 1);
    }

    void otherDays()
    {
        open(several());
        press("dayAfter");
        QVERIFY(seen<QLabel>(*m_view, u"dayEmpty"_s));
        press("dayNearest");
        QCOMPARE(day()->date(), QDate(2027, 3, 12));
        day()->setFocus();
        QTest::keyClick(day(), Qt::Key_PageDown);
        QTest::keyClick(m_view->findChild<QWidget *>(u"dayAfter"_s), Qt::Key_Space);
        QCOMPARE(day()->date(), QDate(2027, 3, 14));
        QVERIFY(day()->rectOf(5).isValid());
    }

    void selecting()
    {
        open(several());
        QTest::mouseClick(day()->viewport(), Qt::LeftButton, {}, grip(1));
        QCOMPARE(m_view->performances()->current(), 1);
        QCOMPARE(day()->selected(), QList<int>{1});
        QTest::mouseClick(day()->viewport(), Qt::LeftButton, Qt::ControlModifier, grip(0));
        QCOMPARE(m_view->performances()->selected(), (QList<int>{0, 1}));
        QTest::mouseDClick(day()->viewport(), Qt::LeftButton, {}, grip(2));
        QCOMPARE(int(m_view->page()), int(PerformanceView::Page::Performances));
        QCOMPARE(m_view->performances()->current(), 2);
        m_view->performances()->selectPerformance(5);
        m_view->showPage(PerformanceView::Page::Day);
        QCOMPARE(day()->date(), QDate(2027, 3, 14)); // the day of what is selected
    }

    void dragging()
    {
        open(several());
        const QPoint from = grip(0);
        const int hour = day()->xOf(QTime(15, 0)) - day()->xOf(QTime(14, 0));
        move(from, from + QPoint(hour, 0));
        QCOMPARE(says(0, "Time"), u"14:00"_s); // until it is let go
        drop(from + QPoint(hour, 0));
        QCOMPARE(says(0, "Time"), u"15:00"_s);
        QCOMPARE(steps(*m_document), 1);
        const QPoint now = grip(0);
        const QPoint there(now.x() + hour / 2 + 1, grip(1).y());
        move(now, there);
        drop(there);
        QCOMPARE(says(0, "HallId"), u"H-2"_s);
        QCOMPARE(says(0, "Time").right(1).toInt() % 5, 0); // five minutes at a time
        QCOMPARE(steps(*m_document), 2); // time and hall are one step
        m_document->undo();
        QCOMPARE(says(0, "HallId"), u"H-1"_s);
        QCOMPARE(says(0, "Time"), u"15:00"_s);
    }

    void escapePutsItBack()
    {
        open(several());
        const QPoint from = grip(0);
        day()->setFocus();
        move(from, from + QPoint(60, 0));
        QTest::keyClick(day(), Qt::Key_Escape);
        drop(from + QPoint(60, 0));
        QCOMPARE(steps(*m_document), 0);
        QCOMPARE(grip(0), from);
    }

    void fromWithoutATimeToAHall()
    {
        open(several());
        const QPoint from = grip(4);
        const QPoint there(day()->xOf(QTime(16, 0)) + day()->rectOf(4).width() / 2, grip(1).y());
        move(from, there);
        drop(there);
        QCOMPARE(says(4, "HallId"), u"H-2"_s);
        QCOMPARE(says(4, "Time"), u"16:00"_s);
        const QPoint lone = grip(3); // without a hall
        move(lone, QPoint(lone.x(), grip(0).y()));
        drop(QPoint(lone.x(), grip(0).y()));
        QCOMPARE(says(3, "HallId"), u"H-1"_s);
        QCOMPARE(says(3, "Time"), u"20:00"_s);
    }

    void keys()
    {
        open(several());
        day()->setFocus(Qt::TabFocusReason);
        QCOMPARE(day()->focused(), 0);
        QTest::keyClick(day(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(day(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(says(0, "Time"), u"14:10"_s);
        QTest::keyClick(day(), Qt::Key_Left, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(says(0, "Time"), u"13:10"_s);
        QTest::keyClick(day(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(says(0, "HallId"), u"H-2"_s);
        QCOMPARE(steps(*m_document), 1); // presses that follow each other are one
        QCOMPARE(day()->focused(), 0);
        QTest::keyClick(day(), Qt::Key_Right);
        QVERIFY(day()->focused() != 0);
        QTest::keyClick(day(), Qt::Key_Home);
        QTest::keyClick(day(), Qt::Key_Return);
        QCOMPARE(int(m_view->page()), int(PerformanceView::Page::Performances));
        m_document->undo();
        QCOMPARE(says(0, "Time"), u"14:00"_s);
        QCOMPARE(says(0, "HallId"), u"H-1"_s);
    }

    void anotherSiteIsNoPlace()
    {
        open(shownAt("a", "2027-03-12", "14:00", "H-1")
            + aPerformance({{"@", "id=\"x\" siteId=\"S-2\""}, {"HallId", "<HallId>H-9</HallId>"}}));
        const QPoint from = grip(0);
        move(from, QPoint(from.x(), grip(1).y()));
        drop(QPoint(from.x(), grip(1).y()));
        QCOMPARE(says(0, "HallId"), u"H-1"_s);
    }

    void followsTheDocument()
    {
        open(several());
        const QRect before = day()->rectOf(1);
        QVERIFY(m_document->apply(payload::Edit::set(performances::placeOf(1).child("Time"), "\"12:00\"")));
        QVERIFY(day()->rectOf(1).left() < before.left());
        QVERIFY(m_document->apply(payload::Edit::remove(performances::placeOf(0))));
        QCOMPARE(static_cast<int>(day()->day().performances.size()), 4);
    }

    void looked()
    {
        QByteArray some;
        for (int i = 0; i < 22; ++i)
            some += shownAt("P-" + QByteArray::number(i), "2027-03-12",
                QByteArray::number(11 + i * 7 % 12) + (i % 3 ? ":30" : ":05"), "HALL-" + QByteArray::number(i % 8 + 1),
                i % 2 ? "NIGHT-FERRY" : "LANTERN");
        load(some + several());
        pictures(u"day"_s, PerformanceView::Page::Day);
        load(shownAt("a", "", "14:00", "H-1"));
        pictures(u"day-empty"_s, PerformanceView::Page::Day);
    }
};

QTEST_MAIN(TestDayView)
#include "tst_dayview.moc"
