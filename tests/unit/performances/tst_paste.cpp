// SPDX-License-Identifier: GPL-3.0-or-later
// Performances to a spreadsheet and back.
#include "MessageTest.h"

#include "performances/CopyRows.h"
#include "performances/PasteRows.h"

using namespace marquee;
using namespace marquee::test;
using namespace marquee::performances;
using exchange::RowTable;
using windows::PasteOptions;
using windows::PastePlan;
using windows::RowFate;

namespace {

Expected<PastePlan> paste(const Message &all, const QByteArray &text, const PasteOptions &options = {})
{
    const RowTable table = RowTable::read(text).value();
    return pasteRows(all.context(), table, mappingOf(table.headings(), *rulebook().catalog), options);
}

QByteArray mixed()
{
    return performance()
        + named("007",
            {{"Tags", "<Tags><Tag>a \"quote\"</Tag><Tag>b</Tag></Tags>"}, {"OnSale", "<OnSale>false</OnSale>"},
                {"DistributorPercentage", "<DistributorPercentage precision=\"1\">455</DistributorPercentage>"},
                {"SeatCapacities",
                    "<SeatCapacities><SeatCapacity><SeatType>Box</SeatType><Capacity>4</Capacity></SeatCapacity></"
                    "SeatCapacities>"}});
}

} // namespace

class TestPaste : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copied()
    {
        const Message all(message(mixed()));
        const RowTable table = RowTable::read(copyRows(all.context(), {1, 0, 0, 9})).value();
        QCOMPARE(table.count(), 2);
        QCOMPARE(table.headings().mid(0, 3), (QStringList{u"Performance ID"_s, u"Site"_s, u"Event"_s}));
        QCOMPARE(table.row(1)[0], u"007"_s);
        QVERIFY(table.row(1).contains(u"a \"quote\"; b"_s) && table.row(1).contains(u"45.5"_s)
            && table.row(1).contains(u"Box=4"_s));
        QVERIFY(!table.headings().contains(u"Language formats"_s)); // none says any
        QCOMPARE(mappingOf(table.headings(), *rulebook().catalog).unmatched(table.headings()), QStringList());
        QVERIFY(copyRows(all.context(), {}).isEmpty() && copyRows(all.context(), {9}).isEmpty());
    }

    void backAgain()
    {
        const Message all(message(mixed()));
        const QByteArray rows = copyRows(all.context(), {0, 1});
        const auto same = paste(all, rows);
        QVERIFY(!same); // they say all of that already
        Message none(message({}));
        const auto plan = paste(none, rows);
        QVERIFY(plan);
        QCOMPARE(plan->added, 2);
        QVERIFY(none.apply(plan->edits));
        QCOMPARE(copyRows(none.context(), {0, 1}), rows);
        QVERIFY2(none.text().contains("<DistributorPercentage precision=\"1\">455</DistributorPercentage>"),
            none.text().constData());
    }

    void changes()
    {
        Message all(message(mixed()));
        const auto plan = paste(all,
            "ID\tSite\tStart\tScreen\tFormats\tNonsense\nP-1\tS-1\t7:45 pm\tH-9\t3D, "
            "IMAX\tx\nnew\tS-1\t20:00\tH-1\t\t\n");
        QVERIFY(plan);
        QCOMPARE(plan->changed, 1);
        QCOMPARE(plan->added, 1);
        QCOMPARE(plan->rows, (std::vector{RowFate::Changed, RowFate::Added}));
        const QByteArray before = all.text();
        QVERIFY(all.apply(plan->edits));
        QCOMPARE(all.says(0, "Time"), u"19:45"_s);
        QCOMPARE(all.says(0, "HallId"), u"H-9"_s);
        QCOMPARE(all.says(2, "@id"), u"new"_s);
        QVERIFY(!all.at(2).member("PrintFormats"));
        all.document->undo();
        QCOMPARE(all.text(), before);
    }

    void orderOfWhatComesIn()
    {
        // Several members come into one performance: each where the catalogue has it.
        Message all(
            message("<Performance id=\"a\" siteId=\"S-1\"><Date>2027-03-12</Date><HallId>H-1</HallId></Performance>"));
        const auto plan = paste(
            all, "Performance ID\tSite\tEvent\tOn sale\tTime\tTags\tRun week\na\tS-1\tE\tyes\t19:30\tgala\t2\n");
        QVERIFY(plan && all.apply(plan->edits));
        int last = 0;
        for (const char *name : {"<EventId>", "<Tags>", "<Date>", "<Time>", "<RunWeek>", "<HallId>", "<OnSale>"}) {
            const int at = static_cast<int>(all.text().indexOf(name));
            QVERIFY2(at > last, name);
            last = at;
        }
    }

    void told_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("fates");
        QTest::addColumn<int>("problems");
        const QByteArray head = "ID\tSite\tDate\tTime\n";
        QTest::newRow("no id") << head + "\tS-1\t2027-03-12\t19:30\n" << u"left"_s << 1;
        QTest::newRow("twice") << head + "x\tS-1\t\t\nx\tS-1\t\t\n" << u"new left"_s << 1;
        QTest::newRow("twice, but at two sites") << head + "x\tS-1\t\t\nx\tS-2\t\t\n" << u"new new"_s << 0;
        QTest::newRow("no date") << head + "x\tS-1\tsoon\t\n" << u"new"_s << 1;
        QTest::newRow("too many cells") << head + "x\tS-1\t\t\tmore\n" << u"new"_s << 1;
        QTest::newRow("the id alone") << QByteArray("ID\tTime\nP-1\t20:00\n") << u"changed"_s << 0;
        QTest::newRow("another site") << head + "P-1\tS-9\t\t20:00\n" << u"new"_s << 0;
        QTest::newRow("blanks around an id") << head + " P-1 \tS-1\t\t20:00\n" << u"changed"_s << 0;
    }
    void told()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QString, fates);
        QFETCH(int, problems);
        const Message all(message(performance()));
        const auto plan = paste(all, rows);
        QVERIFY(plan);
        QStringList words;
        for (const RowFate fate : plan->rows)
            words << (fate == RowFate::Added   ? u"new"_s
                    : fate == RowFate::Changed ? u"changed"_s
                    : fate == RowFate::Same    ? u"same"_s
                                               : u"left"_s);
        QCOMPARE(words.join(u' '), fates);
        QCOMPARE(static_cast<int>(plan->problems.size()), problems);
    }

    void emptyCells()
    {
        Message all(message(performance()));
        QVERIFY(!paste(all, "ID\tSite\tEvent\nP-1\tS-1\t\n"));
        PasteOptions options;
        options.emptyTakesAway = true;
        const auto plan = paste(all, "ID\tSite\tEvent\tTime\nP-1\tS-1\t\t20:00\n", options);
        QVERIFY(plan && all.apply(plan->edits));
        QVERIFY(!all.at(0).member("EventId"));
        QCOMPARE(all.says(0, "Time"), u"20:00"_s);
    }

    void refused()
    {
        const Message all(message(performance()));
        QVERIFY(!paste(all, "Nothing\tKnown\n1\t2\n"));
        QVERIFY(!paste(all, "ID\tSite\n"));
        QByteArray many = "ID\tSite\n";
        for (int i = 0; i <= MostPasted; ++i)
            many += QByteArray::number(i) + "\tS-1\n";
        QVERIFY(!paste(all, many));
    }

    void fiveHundred()
    {
        Message all(message(performance()));
        QByteArray rows = "ID\tSite\tEvent\tDate\tTime\tHall\tPrint formats\n";
        for (int i = 0; i < 500; ++i)
            rows += "X-" + QByteArray::number(i) + "\tS-1\tE-1\t2027-03-12\t19:30\tH-" + QByteArray::number(i % 9)
                + "\t3D; IMAX\n";
        const auto plan = paste(all, rows);
        QVERIFY(plan && all.apply(plan->edits));
        QCOMPARE(all.count(), 501);
        all.document->undo();
        QCOMPARE(all.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPaste)
#include "tst_paste.moc"
