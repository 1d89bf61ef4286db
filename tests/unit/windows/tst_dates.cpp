// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of many windows: shifted, given an end, split and joined; what is left out is told.
#include "unit/windows/WindowsTest.h"

#include "catalog/DateTime.h"
#include "windows/Dates.h"
#include "windows/JoinNeighbours.h"
#include "windows/SetEnd.h"
#include "windows/ShiftDates.h"
#include "windows/SplitAt.h"

using namespace marquee;
using namespace marquee::test;
using namespace marquee::windows;
using namespace Qt::StringLiterals;

namespace {

std::int64_t moment(const char *text)
{
    return catalog::DateTime::parse(text).value().epochSeconds;
}

} // namespace

class TestDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shifted_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("months");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const char *before, int months, int days, const char *after) {
            QTest::newRow(name) << QByteArray(before) << months << days << QString::fromLatin1(after);
        };
        row("a day", "2027-01-31T09:30:15Z", 0, 1, "2027-02-01T09:30:15Z");
        row("a day back", "2027-01-01T00:00:00Z", 0, -1, "2026-12-31T00:00:00Z");
        row("the last of February", "2027-01-31T00:00:00Z", 1, 0, "2027-02-28T00:00:00Z");
        row("of a leap year", "2028-01-31T00:00:00Z", 1, 0, "2028-02-29T00:00:00Z");
        row("a leap day and a year", "2028-02-29T00:00:00Z", 12, 0, "2029-02-28T00:00:00Z");
        row("not clamped", "2027-01-28T00:00:00Z", 1, 0, "2027-02-28T00:00:00Z");
        row("months back", "2027-03-31T00:00:00Z", -1, 0, "2027-02-28T00:00:00Z");
        row("months first", "2027-01-31T00:00:00Z", 1, 1, "2027-03-01T00:00:00Z");
        row("an offset is kept", "2027-01-01T01:00:00+02:00", 0, 1, "2027-01-02T01:00:00+02:00");
        row("months are those of UTC", "2027-02-01T01:00:00+02:00", 1, 0, "2027-03-01T01:00:00+02:00");
        row("minus", "2027-01-01T01:00:00-03:30", 0, 1, "2027-01-02T01:00:00-03:30");
        row("minus nothing", "2027-01-01T01:00:00-00:00", 0, 1, "2027-01-02T01:00:00-00:00");
        row("a date alone", "2027-01-31", 1, 0, "2027-02-28");
        row("not a date", "soon", 1, 0, "soon");
        row("no such day", "2027-02-30T00:00:00Z", 1, 0, "2027-02-30T00:00:00Z");
    }
    void shifted()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, months);
        QFETCH(int, days);
        QFETCH(QString, after);
        Windows all(dated("w1", before, "2050-01-01T00:00:00Z"));
        all.apply(shiftDates(all.context(), {0}, {days, months, true, true, false}));
        QCOMPARE(all.text(0, "Start"), after);
        QVERIFY(all.text(0, "End") != u"2050-01-01T00:00:00Z"_s);
    }

    void whichDates()
    {
        const QByteArray terms
            = rentalTerms("{\"_termName\":\"AnnounceDate\",\"Event\":\"2026-12-01\"},"
                          "{\"_termName\":\"PreOrderFulfillDate\",\"Event\":\"2026-12-24T00:00:00Z\"}");
        const QByteArray window = dated("w1", "2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z", {{"Terms", terms}});
        Windows start(window);
        QCOMPARE(start.apply(shiftDates(start.context(), {0}, {1, 0, true, false, false})), QString());
        QCOMPARE(start.dates(), QStringList{u"w1 2027-01-02T00:00:00Z – 2028-01-01T00:00:00Z"_s});
        Windows end(window);
        QCOMPARE(end.apply(shiftDates(end.context(), {0}, {0, -1, false, true, false})), QString());
        QCOMPARE(end.dates(), QStringList{u"w1 2027-01-01T00:00:00Z – 2027-12-01T00:00:00Z"_s});
        QCOMPARE(end.at(0).member("Terms").at(3).member("Event").string(), std::string("2026-12-01"));
        Windows terms2(window);
        QCOMPARE(terms2.apply(shiftDates(terms2.context(), {0}, {0, 1, false, false, true})), QString());
        QCOMPARE(terms2.dates(), QStringList{u"w1 2027-01-01T00:00:00Z – 2028-01-01T00:00:00Z"_s});
        QCOMPARE(terms2.at(0).member("Terms").at(3).member("Event").string(), std::string("2027-01-01"));
        QCOMPARE(terms2.at(0).member("Terms").at(4).member("Event").string(), std::string("2027-01-24T00:00:00Z"));
    }

    void onlyThoseSelectedInOneStep()
    {
        Windows all(dated("a", "2027-01-01T00:00:00Z", "") + ','
            + dated("b", "2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z") + ',' + dated("c", "2027-01-01T00:00:00Z", "")
            + ',' + dated("d", "later", ""));
        const QByteArray before = all.document->text().toByteArray();
        const auto plan = shiftDates(all.context(), {3, 1, 0, 1, 77}, {31, 0, true, false, false});
        QCOMPARE(plan->changed, 2);
        QCOMPARE(all.apply(plan),
            u"1 date(s) can't be read and stay as they are. 1 window(s) would end before the start."_s);
        QCOMPARE(all.dates(),
            (QStringList{u"a 2027-02-01T00:00:00Z – "_s, u"b 2027-02-01T00:00:00Z – 2027-02-01T00:00:00Z"_s,
                u"c 2027-01-01T00:00:00Z – "_s, u"d later – "_s}));
        all.document->undo();
        QCOMPARE(all.document->text().toByteArray(), before);
        QVERIFY(!all.document->canUndo());
    }

    void shiftsThatCant_data()
    {
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("start");
        QTest::addColumn<bool>("end");
        QTest::newRow("no windows") << Rows{} << 1 << true << true;
        QTest::newRow("not there") << Rows{9} << 1 << true << true;
        QTest::newRow("by nothing") << Rows{0} << 0 << true << true;
        QTest::newRow("neither date") << Rows{0} << 1 << false << false;
        QTest::newRow("no end") << Rows{0} << 1 << false << true;
        QTest::newRow("years end") << Rows{0} << 366 * 9000 << true << true;
    }
    void shiftsThatCant()
    {
        QFETCH(Rows, rows);
        QFETCH(int, days);
        QFETCH(bool, start);
        QFETCH(bool, end);
        const Windows all(dated("w1", "2027-01-01T00:00:00Z", ""));
        const auto plan = shiftDates(all.context(), rows, {days, 0, start, end, false});
        QVERIFY(!plan);
        QVERIFY(!plan.error().message.isEmpty() && !plan.error().nextStep.isEmpty());
    }

    void previewOfAShift()
    {
        const Windows all(dated("w1", "2027-01-31T00:00:00Z", "2028-01-01T00:00:00+01:00"));
        const auto shown = shiftedWindow(all.context(), 0, {0, 1, true, true, false});
        QCOMPARE(shown->startBefore, std::string("2027-01-31T00:00:00Z"));
        QCOMPARE(shown->startAfter, std::string("2027-02-28T00:00:00Z"));
        QCOMPARE(shown->endAfter, std::string("2028-02-01T00:00:00+01:00")); // months are those of UTC
        QVERIFY(!shiftedWindow(all.context(), 1, {1, 0, true, true, false}));
        QVERIFY(!shiftedWindow(all.context(), 0, {366 * 9000, 0, true, true, false}));
    }

    void ends()
    {
        const QByteArray windows = dated("a", "2027-01-01T00:00:00Z", "2028-01-01T00:00:00+01:00") + ','
            + dated("b", "2027-01-01T00:00:00-05:00", "") + ',' + dated("c", "2029-01-01T00:00:00Z", "") + ','
            + dated("d", "2027-01-01T00:00:00Z", "soon");
        Windows all(windows);
        const auto plan = setEnd(all.context(), {0, 1, 2, 3}, moment("2028-06-01T00:00:00Z"));
        QCOMPARE(plan->changed, 3);
        QCOMPARE(all.apply(plan), u"1 window(s) start at that date or after it and are left as they are."_s);
        QCOMPARE(all.dates(),
            (QStringList{u"a 2027-01-01T00:00:00Z – 2028-06-01T01:00:00+01:00"_s,
                u"b 2027-01-01T00:00:00-05:00 – 2028-05-31T19:00:00-05:00"_s, u"c 2029-01-01T00:00:00Z – "_s,
                u"d 2027-01-01T00:00:00Z – 2028-06-01T00:00:00Z"_s}));
        QCOMPARE(all.at(1).indexOf("End"), all.at(1).indexOf("Start") + 1); // where the catalogue puts it
        QVERIFY(!setEnd(all.context(), {0, 1}, moment("2028-06-01T00:00:00Z"))); // already
        QVERIFY(!setEnd(all.context(), {2}, moment("2029-01-01T00:00:00Z")));
        QVERIFY(setEnd(all.context(), {2}, moment("2029-01-01T00:00:01Z")));
        QCOMPARE(all.apply(setEnd(all.context(), {0, 1, 2, 3}, std::nullopt)), QString());
        for (std::uint32_t i = 0; i < 4; ++i)
            QVERIFY(!all.at(i).member("End"));
        QVERIFY(!setEnd(all.context(), {0}, std::nullopt));
        QVERIFY(!setEnd(all.context(), {}, std::nullopt));
    }

    void splits_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<QStringList>("after"); // empty: isn't split
        QTest::newRow("between") << QByteArray("2027-01-01T00:00:00Z") << QByteArray("2028-01-01T00:00:00Z")
                                 << QStringList{u"2027-01-01T00:00:00Z – 2027-06-01T00:00:00Z"_s,
                                        u"2027-06-01T00:00:00Z – 2028-01-01T00:00:00Z"_s};
        QTest::newRow("no end") << QByteArray("2027-01-01T02:00:00+02:00") << QByteArray()
                                << QStringList{u"2027-01-01T02:00:00+02:00 – 2027-06-01T02:00:00+02:00"_s,
                                       u"2027-06-01T02:00:00+02:00 – "_s};
        QTest::newRow("a second before") << QByteArray("2027-05-31T23:59:59Z") << QByteArray("2027-06-01T00:00:01Z")
                                         << QStringList{u"2027-05-31T23:59:59Z – 2027-06-01T00:00:00Z"_s,
                                                u"2027-06-01T00:00:00Z – 2027-06-01T00:00:01Z"_s};
        QTest::newRow("starts then") << QByteArray("2027-06-01T00:00:00Z") << QByteArray("2028-01-01T00:00:00Z")
                                     << QStringList();
        QTest::newRow("ends then") << QByteArray("2027-01-01T00:00:00Z") << QByteArray("2027-06-01T00:00:00Z")
                                   << QStringList();
        QTest::newRow("an end in words") << QByteArray("2027-01-01T00:00:00Z") << QByteArray("soon") << QStringList();
        QTest::newRow("no start") << QByteArray() << QByteArray("2028-01-01T00:00:00Z") << QStringList();
    }
    void splits()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, end);
        QFETCH(QStringList, after);
        Windows all(dated("w1", start, end) + ',' + dated("w2", "2030-01-01T00:00:00Z", ""));
        const auto plan = splitAt(all.context(), {0, 1}, moment("2027-06-01T00:00:00Z"));
        QCOMPARE(plan.has_value(), !after.isEmpty());
        if (!plan)
            return;
        QCOMPARE(all.apply(plan), u"1 window(s) aren't open at that date and are left as they are."_s);
        QCOMPARE(all.count(), 3u);
        QCOMPARE(all.dates()[0], QString(u"w1 "_s + after[0]));
        QCOMPARE(all.dates()[1].section(u' ', 1), after[1]);
        QVERIFY(all.text(1, "_TransactionID").size() > 30);
        QCOMPARE(all.text(2, "_TransactionID"), u"w2"_s);
        QCOMPARE(all.at(1).member("Terms").raw(), all.at(0).member("Terms").raw());
        // And back.
        QCOMPARE(all.apply(joinNeighbours(all.context(), {0, 1, 2})), QString());
        QCOMPARE(
            all.dates()[0], QStringLiteral("w1 %1 – %2").arg(QString::fromLatin1(start), QString::fromLatin1(end)));
    }

    void joins_data()
    {
        QTest::addColumn<QByteArray>("windows");
        QTest::addColumn<QStringList>("after"); // empty: nothing to join
        const QByteArray y7 = "2027-01-01T00:00:00Z", y8 = "2028-01-01T00:00:00Z", y9 = "2029-01-01T00:00:00Z",
                         y10 = "2030-01-01T00:00:00Z";
        const auto row = [](const char *name, const QByteArrayList &windows, const QStringList &after) {
            QTest::newRow(name) << windows.join(',') << after;
        };
        const QString wide = u"2027-01-01T00:00:00Z – 2029-01-01T00:00:00Z"_s;
        row("touch", {dated("a", y7, y8), dated("b", y8, y9)}, {QString(u"a "_s + wide)});
        row("in another order", {dated("b", y8, y9), dated("a", y7, y8)}, {QString(u"a "_s + wide)});
        row("overlap", {dated("a", y7, "2028-06-01T00:00:00Z"), dated("b", y8, y9)}, {QString(u"a "_s + wide)});
        row("one in the other", {dated("a", y7, y9), dated("b", "2027-06-01T00:00:00Z", y8)},
            {QString(u"a "_s + wide)});
        row("three", {dated("a", y7, y8), dated("c", y9, y10), dated("b", y8, y9)},
            {u"a 2027-01-01T00:00:00Z – 2030-01-01T00:00:00Z"_s});
        row("without an end", {dated("a", y7, y8), dated("b", y8, "")}, {u"a 2027-01-01T00:00:00Z – "_s});
        row("members in another order",
            {dated("a", y7, y8, {{"Territory", "[{\"country\":\"US\",\"countryRegion\":\"CA\"}]"}}),
                dated("b", y8, y9, {{"Territory", "[ {\"countryRegion\":\"C\\u0041\", \"country\":\"US\"} ]"}})},
            {QString(u"a "_s + wide)});
        row("a gap of a second", {dated("a", y7, y8), dated("b", "2028-01-01T00:00:01Z", y9)}, {});
        row("another territory", {dated("a", y7, y8), dated("b", y8, y9, {{"Territory", "[{\"country\":\"CA\"}]"}})},
            {});
        row("another price", {dated("a", y7, y8), dated("b", y8, y9, {{"Terms", "[]"}})}, {});
        row("backwards", {dated("a", y8, y7), dated("b", y7, y9)}, {});
        row("one alone", {dated("a", y7, y8)}, {});
        row("pairs",
            {dated("a", y7, y8), dated("x", y7, y8, {{"ContractID", "\"C\""}}), dated("b", y8, y9),
                dated("y", y8, y9, {{"ContractID", "\"C\""}})},
            {QString(u"a "_s + wide), QString(u"x "_s + wide)});
    }
    void joins()
    {
        QFETCH(QByteArray, windows);
        QFETCH(QStringList, after);
        Windows all(windows);
        const QStringList before = all.dates();
        const auto plan = joinNeighbours(all.context(), {0, 1, 2, 3});
        QCOMPARE(plan.has_value(), !after.isEmpty());
        all.apply(plan);
        QCOMPARE(all.dates(), after.isEmpty() ? before : after);
        QVERIFY(!plan || all.document->steps().size() == 1);
    }
};

QTEST_GUILESS_MAIN(TestDates)
#include "tst_dates.moc"
