// SPDX-License-Identifier: GPL-3.0-or-later
// The performances of a date in lanes of halls, and where a bar can be taken.
#include "MessageTest.h"

#include "performances/Day.h"

using namespace marquee;
using namespace marquee::test;
using namespace marquee::performances;

namespace {

const QDate date(2027, 3, 12);

QByteArray several()
{
    return shown("late", "2027-03-12", "22:30", "H-2") + shown("early", "2027-03-12", "14:00", "H-10")
        + shown("over", "2027-03-12", "15:00", "H-10") + shown("after", "2027-03-12", "16:15", "H-10")
        + shown("where", "2027-03-12", "18:00", "") + shown("when", "2027-03-12", "", "H-2")
        + shown("other day", "2027-03-13", "14:00", "H-10") + shown("no day", "", "14:00", "H-10")
        + shown("bad day", "2027-02-30", "14:00", "H-10");
}

QStringList lanesOf(const Day &day)
{
    QStringList lanes;
    for (const timeline::Lane &lane : day.layout.lanes) {
        const DayLane of = day.laneOf(lane);
        QString words = of.kind == DayLane::Kind::NoTime ? u"no time"_s
            : of.kind == DayLane::Kind::NoHall           ? u"no hall"_s
                                                         : QString::fromStdString(of.hall);
        QStringList ids;
        for (const timeline::Bar &bar : day.layout.bars) {
            if (day.layout.rows[bar.row].lane == static_cast<std::uint32_t>(&lane - day.layout.lanes.data()))
                ids << QString::fromStdString(day.performances[bar.window].id);
        }
        lanes << QString::fromStdString(of.site) + u'/' + words + u": "_s + ids.join(u' ');
    }
    return lanes;
}

} // namespace

class TestDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lanes()
    {
        const Message all(message(several()));
        const Day day = dayOf(*all.document, date);
        QCOMPARE(static_cast<int>(day.performances.size()), 6);
        QCOMPARE(lanesOf(day),
            (QStringList{
                u"S-1/H-2: late"_s, u"S-1/H-10: early after over"_s, u"S-1/no time: when"_s, u"S-1/no hall: where"_s}));
        QCOMPARE(day.withoutDate, 2);
        QCOMPARE(day.overlapping(), 3); // early with over, over with after; early ends as after begins
        QCOMPARE(day.placeOfRow(1), 1);
        QCOMPARE(day.placeOfRow(6), -1);
        const auto midnight = midnightOf(date);
        QCOMPARE(day.range().begin, midnight + 10 * 3600);
        QCOMPARE(day.range().end, midnight + 25 * 3600); // 22:30 and 2 h 15 min
    }

    void theSiteIsPartOfTheLane()
    {
        const QByteArray other = performance({{"@", "id=\"P-2\" siteId=\"S-2\""}});
        const Message all(message(performance() + other));
        const Day day = dayOf(*all.document, date);
        QCOMPARE(static_cast<int>(day.layout.sections.size()), 2);
        QCOMPARE(day.overlapping(), 0);
    }

    void overlaps_data()
    {
        QTest::addColumn<QByteArray>("performances");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("overlapping");
        const QByteArray first = shown("a", "2027-03-12", "14:00", "H-1");
        QTest::newRow("one into the other") << first + shown("b", "2027-03-12", "16:14", "H-1") << 135 << 2;
        QTest::newRow("one after the other") << first + shown("b", "2027-03-12", "16:15", "H-1") << 135 << 0;
        QTest::newRow("shorter ones") << first + shown("b", "2027-03-12", "16:14", "H-1") << 134 << 0;
        QTest::newRow("another hall") << first + shown("b", "2027-03-12", "14:00", "H-2") << 135 << 0;
        QTest::newRow("without a hall") << shown("a", "2027-03-12", "14:00", "") + shown("b", "2027-03-12", "14:00", "")
                                        << 135 << 0;
        QTest::newRow("a cancelled one") << first
                + named("b",
                    {{"Date", "<Date>2027-03-12</Date>"}, {"Time", "<Time>14:00</Time>"},
                        {"IsCancelled", "<IsCancelled>true</IsCancelled>"}})
                                         << 135 << 0;
    }
    void overlaps()
    {
        QFETCH(QByteArray, performances);
        QFETCH(int, minutes);
        QFETCH(int, overlapping);
        const Message all(message(performances));
        QCOMPARE(dayOf(*all.document, date, minutes).overlapping(), overlapping);
    }

    void dates()
    {
        const Message all(message(several()));
        QCOMPARE(datesOf(*all.document), (std::vector<QDate>{date, date.addDays(1)}));
        QVERIFY(datesOf(*Message(message({})).document).empty());
        QVERIFY(dayOf(*Message(message({})).document, date).performances.empty());
    }

    void moves_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<QString>("hall");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("edits");
        QTest::newRow("time") << 0 << QTime(21, 5) << QString() << QDate() << 1;
        QTest::newRow("time and hall") << 0 << QTime(21, 5) << u"H-3"_s << QDate() << 2;
        QTest::newRow("past midnight") << 0 << QTime(0, 15) << QString() << date.addDays(1) << 2;
        QTest::newRow("as it is") << 0 << QTime(22, 30) << u"H-2"_s << date << 0;
        QTest::newRow("a hall and a time come in") << 5 << QTime(9, 0) << u"H-2"_s << QDate() << 1;
        QTest::newRow("a hall comes in") << 4 << QTime() << u"H-2"_s << QDate() << 1;
    }
    void moves()
    {
        QFETCH(int, row);
        QFETCH(QTime, time);
        QFETCH(QString, hall);
        QFETCH(QDate, day);
        QFETCH(int, edits);
        Message all(message(several()));
        DayMove move;
        if (time.isValid())
            move.time = time;
        if (!hall.isEmpty())
            move.hall = hall.toStdString();
        if (day.isValid())
            move.date = day;
        const auto made = moveEdits(all.context(), static_cast<std::uint32_t>(row), move);
        QCOMPARE(static_cast<int>(made.size()), edits);
        QVERIFY(all.apply(made));
        if (time.isValid())
            QCOMPARE(all.says(row, "Time"), time.toString(u"HH:mm"_s));
        if (!hall.isEmpty())
            QCOMPARE(all.says(row, "HallId"), hall);
        if (day.isValid())
            QCOMPARE(all.says(row, "Date"), day.toString(Qt::ISODate));
    }
};

QTEST_GUILESS_MAIN(TestDay)
#include "tst_day.moc"
