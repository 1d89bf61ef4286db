// SPDX-License-Identifier: GPL-3.0-or-later
// The form of one performance: every field with its type, set, sent empty or not sent; each edit touches what it is
// about.
#include "PerformanceTest.h"

#include "editor/CalendarPopup.h"
#include "performance/PresenceButton.h"

#include <QAction>
#include <QCalendarWidget>
#include <QLabel>
#include <QMenu>

using namespace marquee;
using namespace marquee::test;
using performance::PresenceButton;
using performances::Presence;

class TestPerformanceForm : public PerformanceTest
{
    Q_OBJECT

    PresenceButton *presence(const char *field) const
    {
        return seen<PresenceButton>(*m_view, u"presence-"_s + QLatin1StringView(field));
    }
    /// Opens the button's menu by the keyboard and picks.
    void choose(const char *field, const char *action)
    {
        PresenceButton *button = presence(field);
        QVERIFY2(button, field);
        auto *wanted = button->findChild<QAction *>(QLatin1StringView(action));
        QVERIFY(wanted);
        wanted->trigger();
    }
    QString complete(const char *field) const
    {
        return seen<QAbstractButton>(*m_view, u"complete-"_s + QLatin1StringView(field))->text();
    }
    QAbstractButton *chip(int index) const { return seen<QAbstractButton>(*m_view, u"entry-%1"_s.arg(index)); }
    void answer(const char *field, const char *button)
    {
        QWidget *yes = seen<QWidget>(*m_view, QLatin1StringView(field));
        QVERIFY2(yes, field);
        auto *wanted = qobject_cast<QAbstractButton *>(
            *button ? yes->parentWidget()->findChild<QWidget *>(QLatin1StringView(button)) : yes);
        QVERIFY(wanted);
        QTest::mouseClick(wanted, Qt::LeftButton);
        QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { forget(); }

    void texts()
    {
        load(aPerformance());
        fill(*m_view, u"EventId"_s, u"E-2 & more"_s);
        leave();
        QVERIFY(text().contains("<EventId><![CDATA[E-2 & more]]></EventId>"));
        QCOMPARE(steps(*m_document), 1);
        fill(*m_view, u"EventId"_s, {});
        leave();
        QVERIFY(!stands(0, "EventId")); // an emptied line isn't an empty element
        QCOMPARE(line(*m_view, u"EventId"_s)->placeholderText(), u"not sent"_s);
        m_document->undo();
        QCOMPARE(shown("EventId"), u"E-2 & more"_s);
    }

    void whatStandsBesideStays()
    {
        load(aPerformance({{"EventId", "<EventId kind=\"film\">E-1</EventId>"}}));
        QCOMPARE(shown("EventId"), u"E-1"_s);
        fill(*m_view, u"EventId"_s, u"E-2"_s);
        leave();
        QVERIFY2(text().contains("<EventId kind=\"film\">"), text().constData());
        QCOMPARE(says(0, "EventId"), u"E-2"_s);
    }

    void presences()
    {
        load(aPerformance());
        QCOMPARE(presence("DistributorId")->presence(), Presence::Absent);
        choose("DistributorId", "presenceEmpty");
        QVERIFY(stands(0, "DistributorId"));
        QCOMPARE(presence("DistributorId")->presence(), Presence::Empty);
        QCOMPARE(line(*m_view, u"DistributorId"_s)->placeholderText(), u"empty"_s);
        choose("DistributorId", "presenceSet");
        QCOMPARE(cursorName(), u"DistributorId"_s);
        type(u"D-1"_s);
        leave();
        QCOMPARE(presence("DistributorId")->presence(), Presence::Set);
        choose("DistributorId", "presenceAbsent");
        QVERIFY(!stands(0, "DistributorId"));
        choose("PrintFormats", "presenceEmpty");
        QVERIFY(stands(0, "PrintFormats"));
        QCOMPARE(presence("PrintFormats")->presence(), Presence::Empty);
        choose("PrintFormats", "presenceAbsent");
        QVERIFY(!stands(0, "PrintFormats"));
        QVERIFY(!presence("@id")); // in every message
    }

    void dates()
    {
        load(aPerformance());
        fill(*m_view, u"Date"_s, u"14.3.2027"_s);
        leave();
        QVERIFY(text().contains("<Date>2027-03-14</Date>"));
        QCOMPARE(shown("Date"), u"2027-03-14"_s);
        line(*m_view, u"Date"_s)->setFocus();
        QTest::keyClick(cursor(), Qt::Key_Up);
        QTest::keyClick(cursor(), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(says(0, "Date"), u"2027-04-15"_s);
        QTest::keyClick(cursor(), Qt::Key_Down, Qt::AltModifier);
        auto *calendar = m_view->findChild<QCalendarWidget *>(u"calendar"_s);
        QVERIFY(calendar && calendar->isVisible());
        QCOMPARE(calendar->selectedDate(), QDate(2027, 4, 15));
        Q_EMIT calendar->clicked(QDate(2027, 5, 1));
        QCOMPARE(says(0, "Date"), u"2027-05-01"_s);
        fill(*m_view, u"Date"_s, u"soon"_s);
        leave();
        QCOMPARE(says(0, "Date"), u"soon"_s); // nothing that was typed is lost
        QVERIFY(!saidBeside(*m_view, u"Date"_s).isEmpty());
    }

    void times()
    {
        load(aPerformance());
        fill(*m_view, u"Time"_s, u"7:45 pm"_s);
        leave();
        QVERIFY(text().contains("<Time>19:45</Time>"));
        QCOMPARE(shown("Time"), u"19:45"_s);
        line(*m_view, u"Time"_s)->setFocus();
        QTest::keyClick(cursor(), Qt::Key_Up);
        QCOMPARE(says(0, "Time"), u"19:50"_s);
        QTest::keyClick(cursor(), Qt::Key_PageDown);
        QCOMPARE(says(0, "Time"), u"18:50"_s);
    }

    void answers()
    {
        load(aPerformance());
        answer("OnSale", "answerNo");
        QVERIFY(text().contains("<OnSale>false</OnSale>"));
        answer("OnSale", "");
        QCOMPARE(says(0, "OnSale"), u"true"_s);
        answer("OnSale", "answerNone");
        QVERIFY(!stands(0, "OnSale"));
        QVERIFY(m_asked.isEmpty());
    }

    void cancellingAsks()
    {
        load(aPerformance());
        m_answer = false;
        answer("IsCancelled", "");
        QCOMPARE(static_cast<int>(m_asked.size()), 1);
        QVERIFY(!stands(0, "IsCancelled"));
        QVERIFY(!qobject_cast<QAbstractButton *>(seen<QWidget>(*m_view, u"IsCancelled"_s))
                     ->isChecked()); // it shows what stands
        m_answer = true;
        answer("IsCancelled", "");
        QCOMPARE(static_cast<int>(m_asked.size()), 2);
        QVERIFY(text().contains("<IsCancelled>true</IsCancelled>"));
        answer("IsCancelled", "answerNo");
        QCOMPARE(static_cast<int>(m_asked.size()), 2); // only what cancels asks
    }

    void percentages()
    {
        load(aPerformance());
        fill(*m_view, u"DistributorPercentage"_s, u"45.5 %"_s);
        leave();
        QVERIFY2(
            text().contains("<DistributorPercentage precision=\"1\">455</DistributorPercentage>"), text().constData());
        QCOMPARE(shown("DistributorPercentage"), u"45.5"_s);
        QCOMPARE(steps(*m_document), 1);
        fill(*m_view, u"DistributorPercentage"_s, u"45.75"_s);
        leave();
        QVERIFY(text().contains("<DistributorPercentage precision=\"2\">4575</DistributorPercentage>"));
        fill(*m_view, u"DistributorPercentage"_s, u"half"_s);
        leave();
        QCOMPARE(says(0, "DistributorPercentage"), u"half"_s);
        QVERIFY(!saidBeside(*m_view, u"DistributorPercentage"_s).isEmpty());
        fill(*m_view, u"DistributorPercentage"_s, {});
        leave();
        QVERIFY(!stands(0, "DistributorPercentage"));
    }

    void entries()
    {
        const QByteArray comment = "<!-- ours -->";
        load(aPerformance({{"PrintFormats",
            "<PrintFormats>" + comment
                + "<PrintFormat>3D</PrintFormat><PrintFormat>IMAX</PrintFormat></PrintFormats>"}}));
        QLineEdit *input = line(*m_view, u"PrintFormats"_s);
        input->setFocus();
        type(u"ATMOS"_s);
        QTest::keyClick(input, Qt::Key_Return);
        QVERIFY2(text().contains(QByteArray(comment + "<PrintFormat>3D</PrintFormat><PrintFormat>IMAX</PrintFormat>")),
            text().constData());
        QVERIFY(text().contains("<![CDATA[ATMOS]]>"));
        QCOMPARE(steps(*m_document), 1);
        QTest::mouseClick(chip(1), Qt::LeftButton, {}, QPoint(6, chip(1)->height() / 2)); // to be changed
        QCOMPARE(input->text(), u"IMAX"_s);
        input->selectAll();
        type(u"4DX"_s);
        QTest::keyClick(input, Qt::Key_Return);
        QVERIFY(text().contains(QByteArray(comment + "<PrintFormat>3D</PrintFormat>")) && text().contains("4DX")
            && !text().contains("IMAX"));
        chip(2)->setFocus();
        QTest::keyClick(chip(2), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(chip(1)->text(), u"ATMOS"_s);
        QTest::keyClick(chip(1), Qt::Key_Delete);
        QVERIFY(!text().contains("ATMOS") && text().contains(comment));
        input->setFocus();
        QTest::keyClick(input, Qt::Key_Backspace);
        QTest::keyClick(input, Qt::Key_Backspace);
        QVERIFY(!stands(0, "PrintFormats")); // nothing left to be sent
        while (m_document->canUndo())
            m_document->undo();
        QCOMPARE(chip(1)->text(), u"IMAX"_s);
    }

    void suggestionsOfTheWorkspace()
    {
        load(aPerformance({{"Tags", "<Tags><Tag>gala</Tag></Tags>"}}) + namedPerformance("b"));
        click(1);
        QLineEdit *input = line(*m_view, u"Tags"_s);
        input->setFocus();
        type(u"ga"_s);
        auto *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QVERIFY2(text().count("gala") == 2, text().constData());
    }

    void seats()
    {
        load(aPerformance());
        press("addSeats");
        QCOMPARE(cursorName(), u"SeatCapacities/SeatCapacity/0/SeatType"_s);
        type(u"Standard"_s);
        leave();
        fill(*m_view, u"SeatCapacities/SeatCapacity/0/Capacity"_s, u"120"_s);
        press("addSeats");
        type(u"Box"_s);
        fill(*m_view, u"SeatCapacities/SeatCapacity/1/Capacity"_s, u"4"_s);
        leave();
        QVERIFY2(text().contains("<Capacity>120</Capacity>") && text().contains("<![CDATA[Box]]>"), text().constData());
        QCOMPARE(m_view->findChild<QLabel *>(u"seatsInAll"_s)->text().left(3), u"124"_s);
        QCOMPARE(presence("SeatCapacities")->presence(), Presence::Set);
        press("removeSeats-0");
        QCOMPARE(shown("SeatCapacities/SeatCapacity/0/SeatType"), u"Box"_s);
        press("removeSeats-0");
        QVERIFY(!stands(0, "SeatCapacities"));
    }

    void completeness()
    {
        load(aPerformance({{"HallId", ""}}));
        QVERIFY(complete("EventId").startsWith(u'✓'));
        QVERIFY(!complete("HallId").startsWith(u'✓'));
        press("complete-HallId");
        QCOMPARE(cursorName(), u"HallId"_s);
        type(u"H-1"_s);
        leave();
        QVERIFY(complete("HallId").startsWith(u'✓'));
        press("complete-PrintFormats");
        QCOMPARE(cursorName(), u"PrintFormats"_s);
    }

    void problemsAndFixes()
    {
        load(aPerformance({{"Time", "<Time>25:00</Time>"},
            {"DistributorPercentage", "<DistributorPercentage>45.5</DistributorPercentage>"}}));
        QVERIFY(!saidBeside(*m_view, u"Time"_s).isEmpty());
        QVERIFY(!saidBeside(*m_view, u"DistributorPercentage"_s).isEmpty());
        QVERIFY(saidBeside(*m_view, u"EventId"_s).isEmpty());
        QAbstractButton *fix = fixOf(*m_view, u"PF006"_s);
        QVERIFY(fix);
        QTest::mouseClick(fix, Qt::LeftButton);
        QVERIFY2(
            text().contains("<DistributorPercentage precision=\"1\">455</DistributorPercentage>"), text().constData());
        QCOMPARE(shown("DistributorPercentage"), u"45.5"_s);
    }

    void undoInTheForm()
    {
        load(aPerformance());
        const QByteArray before = text();
        fill(*m_view, u"HallId"_s, u"H-2"_s);
        leave();
        fill(*m_view, u"RunWeek"_s, u"2"_s);
        leave();
        QCOMPARE(steps(*m_document), 2);
        m_document->undo();
        QCOMPARE(shown("RunWeek"), u"1"_s);
        m_document->undo();
        QCOMPARE(text(), before);
    }
};

QTEST_MAIN(TestPerformanceForm)
#include "tst_performanceform.moc"
