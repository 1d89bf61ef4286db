// SPDX-License-Identifier: GPL-3.0-or-later
// What a performance says of a field as a cell, and a cell as edits; what people type for dates and times.
#include "MessageTest.h"

#include "performances/Cancelling.h"
#include "performances/Cells.h"
#include "performances/TypedTimes.h"

using namespace marquee;
using namespace marquee::test;
using namespace marquee::performances;
using payload::Edit;

namespace {

const Field &field(const char *name)
{
    static const std::vector<Field> all = fieldsOf(*rulebook().catalog);
    return *findField(all, name);
}

} // namespace

class TestCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void times_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("written");
        const auto row = [](const QString &typed, const QString &written) {
            QTest::newRow(qPrintable(typed)) << typed << written;
        };
        for (const QString &typed : {u"19:30"_s, u"19.30"_s, u"1930"_s, u"7:30 pm"_s, u"7:30PM"_s, u"19:30:00"_s,
                 u"19h30"_s, u" 19:30 "_s, u"19:30 Uhr"_s})
            row(typed, u"19:30"_s);
        row(u"7:05"_s, u"07:05"_s);
        row(u"12 am"_s, u"00:00"_s);
        row(u"12 pm"_s, u"12:00"_s);
        row(u"0:00"_s, u"00:00"_s);
        for (const QString &typed : {u"24:00"_s, u"19:60"_s, u"7"_s, u"19"_s, u"13 pm"_s, u"soon"_s, QString(),
                 u"19:30:15"_s, u"1:2"_s, u"-1:00"_s})
            row(typed, {});
    }
    void times()
    {
        QFETCH(QString, typed);
        QFETCH(QString, written);
        const auto time = readTime(typed);
        QCOMPARE(time ? performances::written(*time) : QString(), written);
    }

    void dates()
    {
        QCOMPARE(readDate(u"14.3.2027"_s).value(), QDate(2027, 3, 14));
        QCOMPARE(readDate(u"2027-03-14"_s).value(), QDate(2027, 3, 14));
        QCOMPARE(readDate(u"14 Mar 2027"_s).value(), QDate(2027, 3, 14));
        QVERIFY(!readDate(u"3/4/2027"_s) && !readDate(u"2027-02-30"_s) && !readDate(u"2027-03-14 19:30"_s)
            && !readDate({}));
        QVERIFY(dateOf("2027-03-14").isValid() && !dateOf("2027-3-14").isValid() && !dateOf("2027-02-30").isValid());
        QVERIFY(timeOf("19:30").isValid() && !timeOf("9:30").isValid() && !timeOf("24:00").isValid()
            && !timeOf("19:30:00").isValid());
    }

    void cells()
    {
        const Message all(message(performance({{"Tags", "<Tags><Tag>a</Tag><Tag>b, late</Tag></Tags>"},
            {"LangFormats", "<LangFormats><LangFormat>German, subtitled</LangFormat></LangFormats>"},
            {"IsPreview", "<IsPreview>false</IsPreview>"},
            {"DistributorPercentage", "<DistributorPercentage precision=\"1\">455</DistributorPercentage>"},
            {"DistributorRate", "<DistributorRate>9</DistributorRate>"}})));
        const auto cell = [&](const char *name) { return cellOf(all.at(0), field(name)); };
        QCOMPARE(cell("@id"), u"P-1"_s);
        QCOMPARE(cell("Tags"), u"a; b, late"_s);
        QCOMPARE(cell("LangFormats"), u"German, subtitled;"_s);
        QCOMPARE(cell("IsPreview"), u"false"_s);
        QCOMPARE(cell("DistributorPercentage"), u"45.5"_s);
        QCOMPARE(cell("DistributorRate"), u"9"_s);
        QCOMPARE(cell("OnSale"), QString());
    }

    void edits_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("expected"); ///< in the text; empty: nothing changes
        QTest::addColumn<bool>("isTold");
        const auto row
            = [](const char *label, const char *name, const QString &cell, const QByteArray &expected,
                  bool isTold = false) { QTest::newRow(label) << QByteArray(name) << cell << expected << isTold; };
        row("text", "EventId", u"E-2"_s, "<EventId><![CDATA[E-2]]></EventId>");
        row("a text stays one", "EventId", u"007"_s, "<EventId><![CDATA[007]]></EventId>");
        row("the same", "EventId", u"E-1"_s, {});
        row("a date", "Date", u"13.3.2027"_s, "<Date>2027-03-13</Date>");
        row("the same date otherwise", "Date", u"12.3.2027"_s, {});
        row("no date", "Date", u"soon"_s, "<Date>soon</Date>", true);
        row("a time", "Time", u"7:45 pm"_s, "<Time>19:45</Time>");
        row("no time", "Time", u"25:00"_s, "<Time>25:00</Time>", true);
        row("yes", "IsPreview", u"Yes"_s, "<IsPreview>true</IsPreview>");
        row("no", "IsPreview", u"nein"_s, "<IsPreview>false</IsPreview>");
        row("neither", "IsPreview", u"maybe"_s, "<IsPreview>maybe</IsPreview>", true);
        row("a number", "RunWeek", u"3"_s, "<RunWeek>3</RunWeek>");
        row("no number", "RunWeek", u"third"_s, "<RunWeek>third</RunWeek>", true);
        row("a list", "PrintFormats", u"3D, IMAX"_s, "<![CDATA[IMAX]]></PrintFormat></PrintFormats>");
        row("a list with a comma in an entry", "LangFormats", u"German, subtitled;"_s, "<![CDATA[German, subtitled]]>");
        row("a percentage", "DistributorPercentage", u"45,5 %"_s,
            "<DistributorPercentage precision=\"1\">455</DistributorPercentage>");
        row("no percentage", "DistributorPercentage", u"half"_s, {}, true);
        row("seats", "SeatCapacities", u"Standard=120"_s, "<Capacity>120</Capacity>");
        row("no seats", "SeatCapacities", u"120"_s, {}, true);
    }
    void edits()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, cell);
        QFETCH(QByteArray, expected);
        QFETCH(bool, isTold);
        Message all(message(performance()));
        QString problem;
        const auto made = cellEdits(all.context(), placeOf(0), field(name.constData()), cell, problem);
        QCOMPARE(!problem.isEmpty(), isTold);
        QCOMPARE(made.empty(), expected.isEmpty());
        QVERIFY(all.apply(made));
        if (!expected.isEmpty())
            QVERIFY2(all.text().contains(expected), all.text().constData());
    }

    void emptyTakesAway()
    {
        Message all(message(performance()));
        QString problem;
        for (const char *name : {"EventId", "PrintFormats"}) {
            QVERIFY(all.apply(cellEdits(all.context(), placeOf(0), field(name), {}, problem)));
            QVERIFY(!all.at(0).member(name));
        }
    }

    void cancelled_data()
    {
        QTest::addColumn<QByteArray>("before"); ///< of IsCancelled
        QTest::addColumn<int>("edit");
        QTest::addColumn<QStringList>("expected");
        const QStringList it{u"P-1"_s};
        QTest::newRow("set") << QByteArray("<IsCancelled>false</IsCancelled>") << 0 << it;
        QTest::newRow("was already") << QByteArray("<IsCancelled>true</IsCancelled>") << 0 << QStringList();
        QTest::newRow("comes in") << QByteArray() << 1 << it;
        QTest::newRow("comes in as no") << QByteArray() << 2 << QStringList();
        QTest::newRow("a new performance") << QByteArray() << 3 << QStringList{u"P-9"_s};
        QTest::newRow("the whole performance") << QByteArray() << 4 << it;
        QTest::newRow("another field that says true") << QByteArray() << 5 << QStringList();
        QTest::newRow("goes away") << QByteArray("<IsCancelled>true</IsCancelled>") << 6 << QStringList();
    }
    void cancelled()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, edit);
        QFETCH(QStringList, expected);
        const Message all(message(performance({{"IsCancelled", before}})));
        const payload::Pointer flag = placeOf(0).child("IsCancelled");
        const std::vector<Edit> edits{Edit::set(flag, "\"true\""),
            Edit::insertMember(placeOf(0), "IsCancelled", "\"true\""),
            Edit::insertMember(placeOf(0), "IsCancelled", "\"false\""),
            Edit::insertItem(listPlace(), R"({"@id":"P-9","IsCancelled":"true"})"),
            Edit::set(placeOf(0), R"({"@id":"P-1","IsCancelled":"true"})"),
            Edit::set(placeOf(0).child("OnSale"), "\"true\""), Edit::remove(flag)};
        QCOMPARE(cancelledBy(*all.document, std::span(&edits[static_cast<std::size_t>(edit)], 1)), expected);
    }
};

QTEST_GUILESS_MAIN(TestCells)
#include "tst_cells.moc"
