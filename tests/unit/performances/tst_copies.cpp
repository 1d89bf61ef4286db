// SPDX-License-Identifier: GPL-3.0-or-later
// Performances again on other dates and in other halls; new ones; values in use.
#include "MessageTest.h"

#include "performances/Copies.h"
#include "performances/Day.h"

using namespace marquee;
using namespace marquee::test;
using namespace marquee::performances;

namespace {

const QDate date(2027, 3, 12);

Copying toNextDay(const Rows &rows)
{
    Copying copying;
    copying.rows = rows;
    copying.dates = {date.addDays(1)};
    copying.idPattern = u"{id}-{date}"_s;
    return copying;
}

QStringList idsOf(const CopyPlan &plan)
{
    QStringList ids;
    for (const CopiedPerformance &copy : plan.copies)
        ids << QString::fromStdString(copy.id);
    return ids;
}

} // namespace

class TestCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneStep()
    {
        Message all(
            message(named("a", {{"CinemaDate", "<CinemaDate>2027-03-11</CinemaDate>"}, {"Note", "<Note>ours</Note>"}})
                + named("b")));
        const auto plan = copyPerformances(all.context(), toNextDay({0, 1}), UsualMinutes);
        QVERIFY(plan);
        QCOMPARE(idsOf(*plan), (QStringList{u"a-20270313"_s, u"b-20270313"_s}));
        QCOMPARE(plan->added, 2);
        const QByteArray before = all.text();
        QVERIFY(all.apply(plan->edits));
        QCOMPARE(all.count(), 4);
        QCOMPARE(all.says(2, "@id"), u"a-20270313"_s);
        QCOMPARE(all.says(2, "Date"), u"2027-03-13"_s);
        QCOMPARE(all.says(2, "CinemaDate"), u"2027-03-12"_s);
        QCOMPARE(all.says(2, "Note"), u"ours"_s); // what the catalogue doesn't know comes along
        QCOMPARE(all.says(2, "HallId"), u"H-1"_s);
        all.document->undo();
        QCOMPARE(all.text(), before);
    }

    void halls()
    {
        Message all(message(named("a")));
        Copying copying = toNextDay({0});
        copying.dates = {};
        copying.halls = {"H-1", "H-2", "H-3"};
        copying.idPattern = u"{site}/{hall}-{time}-{n:2}"_s;
        const auto plan = copyPerformances(all.context(), copying, UsualMinutes);
        QVERIFY(plan);
        QCOMPARE(idsOf(*plan), (QStringList{u"S-1/H-2-1930-01"_s, u"S-1/H-3-1930-02"_s})); // not itself
        copying.dates = {date, date.addDays(1)};
        QCOMPARE(copyPerformances(all.context(), copying, UsualMinutes)->added, 5);
    }

    void idsAreUnique()
    {
        Message all(message(named("a") + named("x") + performance({{"@", "id=\"y\" siteId=\"S-2\""}})));
        Copying copying = toNextDay({0});
        copying.dates = {date.addDays(1), date.addDays(2)};
        copying.idPattern = u"x"_s;
        const auto plan = copyPerformances(all.context(), copying, UsualMinutes);
        QCOMPARE(idsOf(*plan), (QStringList{u"x-2"_s, u"x-3"_s}));
        QVERIFY(plan->copies[0].isRenamed);
        QCOMPARE(static_cast<int>(plan->remarks.size()), 1);
        copying.idPattern = u"y"_s; // another site's
        QCOMPARE(idsOf(*copyPerformances(all.context(), copying, UsualMinutes)), (QStringList{u"y"_s, u"y-2"_s}));
    }

    void takenHalls()
    {
        const Message all(message(shown("a", "2027-03-12", "19:30", "H-1") + shown("b", "2027-03-13", "18:00", "H-1")));
        QVERIFY(copyPerformances(all.context(), toNextDay({0}), 135)->copies.front().isTaken);
        QVERIFY(!copyPerformances(all.context(), toNextDay({0}), 90)->copies.front().isTaken);
    }

    void cancelledOnes()
    {
        const Message all(message(named("a", {{"IsCancelled", "<IsCancelled>true</IsCancelled>"}}) + named("b")));
        Copying copying = toNextDay({0, 1});
        const auto without = copyPerformances(all.context(), copying, UsualMinutes);
        QCOMPARE(without->added, 1);
        QCOMPARE(static_cast<int>(without->remarks.size()), 1);
        copying.withCancelled = true;
        Message with(all.text());
        const auto plan = copyPerformances(with.context(), copying, UsualMinutes);
        QCOMPARE(plan->added, 2);
        QVERIFY(with.apply(plan->edits));
        QVERIFY(!with.at(2).member("IsCancelled"));
    }

    void refused_data()
    {
        QTest::addColumn<bool>("unused");
        for (const char *name : {"no rows", "no dates", "a brace that isn't closed", "an unknown name", "an empty id",
                 "onto itself", "too many"})
            QTest::newRow(name) << true;
    }
    void refused()
    {
        const Message all(message(named("a")));
        const QByteArray name = QTest::currentDataTag();
        Copying copying = toNextDay({0});
        if (name == "no rows")
            copying.rows = {7};
        if (name == "no dates")
            copying.dates = {};
        if (name == "a brace that isn't closed")
            copying.idPattern = u"{id"_s;
        if (name == "an unknown name")
            copying.idPattern = u"{film}"_s;
        if (name == "an empty id")
            copying.idPattern = u" "_s;
        if (name == "onto itself")
            copying.dates = {date};
        if (name == "too many") {
            for (int day = 0; day <= MostCopies; ++day)
                copying.dates.push_back(date.addDays(day + 1));
        }
        const auto plan = copyPerformances(all.context(), copying, UsualMinutes);
        QVERIFY(!plan && !plan.error().message.isEmpty());
    }

    void behindItself()
    {
        Message all(message(named("a", {{"IsCancelled", "<IsCancelled>true</IsCancelled>"}}) + named("a-2")));
        QVERIFY(all.apply(duplicate(all.context(), 0)->edits));
        QCOMPARE(all.says(1, "@id"), u"a-3"_s);
        QVERIFY(!all.at(1).member("IsCancelled"));
        QVERIFY(!duplicate(all.context(), 9));
    }

    void newOnes()
    {
        Message all(message(named("P-2")));
        QVERIFY(all.apply({insertPerformance(all.context(), newPerformance(*all.document, 0), 1)}));
        QCOMPARE(all.says(1, "@id"), u"P-2-2"_s);
        QCOMPARE(all.says(1, "@siteId"), u"S-1"_s);
        QCOMPARE(all.says(1, "Date"), u"2027-03-12"_s);
        QVERIFY(!all.at(1).member("EventId")); // what isn't known isn't sent
    }

    void intoNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray begin
            = "<ShowTimeAnalytics dataSupplierId=\"S\" messageSequence=\"1\"><CallbackUrl>https://a.b/c</CallbackUrl>";
        QTest::newRow("no list") << begin + "</ShowTimeAnalytics>";
        QTest::newRow("an empty list") << begin + "<Performances/></ShowTimeAnalytics>";
        QTest::newRow("a list with blanks") << begin + "<Performances>\n  </Performances></ShowTimeAnalytics>";
        QTest::newRow("something else in it") << begin + "<Performances><Other/></Performances></ShowTimeAnalytics>";
    }
    void intoNothing()
    {
        QFETCH(QByteArray, text);
        Message all(text);
        QVERIFY(all.apply({insertPerformance(all.context(), newPerformance(*all.document, 0), 0)}));
        QCOMPARE(all.count(), 1);
        QCOMPARE(all.says(0, "@id"), u"P-1"_s);
        QVERIFY(all.text().indexOf("<Performances") > all.text().indexOf("<CallbackUrl"));
    }
};

QTEST_GUILESS_MAIN(TestCopies)
#include "tst_copies.moc"
