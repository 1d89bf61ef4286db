// SPDX-License-Identifier: GPL-3.0-or-later
// Lists change entry by entry: what isn't touched stays byte for byte. And how fields stand: absent, empty, set.
#include "MessageTest.h"

#include "performances/Capacities.h"
#include "performances/Completeness.h"
#include "performances/Fields.h"
#include "performances/ListEdits.h"

using namespace marquee;
using namespace marquee::test;
using namespace marquee::performances;

namespace {

const std::vector<Field> &fields()
{
    static const std::vector<Field> all = fieldsOf(*rulebook().catalog);
    return all;
}

const Field &tags()
{
    return *findField(fields(), "Tags");
}

QByteArray listOf(const QStringList &tags)
{
    QByteArray items;
    for (const QString &tag : tags)
        items += "<Tag><![CDATA[" + tag.toUtf8() + "]]></Tag>";
    return "<Tags>" + items + "</Tags>";
}

QStringList said(const Message &all)
{
    QStringList texts;
    for (const std::string &text : itemsOf(all.at(0), tags()))
        texts << QString::fromStdString(text);
    return texts;
}

std::vector<std::string> utf8(const QStringList &texts)
{
    std::vector<std::string> all;
    for (const QString &text : texts)
        all.push_back(text.toStdString());
    return all;
}

} // namespace

class TestListEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds()
    {
        const auto kind = [](const char *name) { return findField(fields(), name)->kind; };
        QCOMPARE(kind("@id"), FieldKind::Text);
        QCOMPARE(kind("Date"), FieldKind::Date);
        QCOMPARE(kind("Time"), FieldKind::Time);
        QCOMPARE(kind("IsCancelled"), FieldKind::YesNo);
        QCOMPARE(kind("RunWeek"), FieldKind::Integer);
        QCOMPARE(kind("LangFormats"), FieldKind::List);
        QCOMPARE(findField(fields(), "LangFormats")->item, std::string("LangFormat"));
        QCOMPARE(kind("SeatCapacities"), FieldKind::Capacities);
        QCOMPARE(kind("DistributorRate"), FieldKind::Scaled);
        QVERIFY(!findField(fields(), "Nonsense"));
        QCOMPARE(static_cast<int>(fields().size()), 20);
    }

    void list_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<int>("edits");
        const auto row = [](const char *name, const QString &before, const QString &wanted, int edits) {
            QTest::newRow(name) << before.split(u' ', Qt::SkipEmptyParts) << wanted.split(u' ', Qt::SkipEmptyParts)
                                << edits;
        };
        row("added at the end", u"a b"_s, u"a b c"_s, 1);
        row("added in front", u"a b"_s, u"x a b"_s, 1);
        row("removed in the middle", u"a b c"_s, u"a c"_s, 1);
        row("two removed apart", u"a b c d"_s, u"a c"_s, 2);
        row("changed", u"a b c"_s, u"a x c"_s, 1);
        row("moved to the end", u"a b c d"_s, u"a c d b"_s, 1);
        row("moved to the front", u"a b c d"_s, u"d a b c"_s, 1);
        row("two swapped", u"a b c"_s, u"b a c"_s, 1);
        row("the same", u"a b"_s, u"a b"_s, 0);
        row("twice the same entry", u"a a b"_s, u"a b"_s, 1);
        row("quite another", u"a b c"_s, u"x y"_s, 3);
        row("all gone", u"a b"_s, {}, 2);
    }
    void list()
    {
        QFETCH(QStringList, before);
        QFETCH(QStringList, wanted);
        QFETCH(int, edits);
        Message all(message(performance({{"Tags", listOf(before)}})));
        const auto made = listEdits(all.context(), placeOf(0), tags(), utf8(wanted));
        QCOMPARE(static_cast<int>(made.size()), edits);
        QVERIFY(all.apply(made));
        QCOMPARE(said(all), wanted);
        if (wanted.isEmpty())
            QCOMPARE(presenceOf(all.at(0).member("Tags")), Presence::Empty);
        while (all.document->canUndo())
            all.document->undo();
        QCOMPARE(said(all), before);
    }

    void commentsStay()
    {
        const QByteArray with = "<Tags><!-- ours --><Tag><![CDATA[a]]></Tag><!-- late --><Tag>b</Tag></Tags>";
        Message all(message(performance({{"Tags", with}})));
        QVERIFY(all.apply(listEdits(all.context(), placeOf(0), tags(), {"a", "b", "c"})));
        QVERIFY2(all.text().contains("<Tags><!-- ours --><Tag><![CDATA[a]]></Tag><!-- late --><Tag>b</Tag>"),
            all.text().constData());
        QVERIFY(all.text().contains("<![CDATA[c]]>"));
    }

    void fromNothing_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("absent") << QByteArray();
        QTest::newRow("empty") << QByteArray("<Tags/>");
        QTest::newRow("empty with blanks") << QByteArray("<Tags>  </Tags>");
        QTest::newRow("something else in it") << QByteArray("<Tags><Other>x</Other></Tags>");
    }
    void fromNothing()
    {
        QFETCH(QByteArray, before);
        Message all(message(performance({{"Tags", before}})));
        QVERIFY(listEdits(all.context(), placeOf(0), tags(), {}).empty());
        QVERIFY(all.apply(listEdits(all.context(), placeOf(0), tags(), {"a", "b"})));
        QCOMPARE(said(all), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(all.text().contains("<Other>x</Other>"), before.contains("Other"));
        if (before.isEmpty()) // where the catalogue has it
            QVERIFY(all.text().indexOf("<Tags>") > all.text().indexOf("<EventId>")
                && all.text().indexOf("<Tags>") < all.text().indexOf("<Date>"));
    }

    void presence_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<int>("presence");
        QTest::newRow("absent") << QByteArray() << int(Presence::Absent);
        QTest::newRow("empty") << QByteArray("<DistributorId/>") << int(Presence::Empty);
        QTest::newRow("empty CDATA") << QByteArray("<DistributorId><![CDATA[]]></DistributorId>")
                                     << int(Presence::Empty);
        QTest::newRow("blanks") << QByteArray("<DistributorId> </DistributorId>") << int(Presence::Empty);
        QTest::newRow("set") << QByteArray("<DistributorId>D</DistributorId>") << int(Presence::Set);
    }
    void presence()
    {
        QFETCH(QByteArray, xml);
        QFETCH(int, presence);
        const Message all(message(performance({{"DistributorId", xml}})));
        QCOMPARE(int(presenceOf(all.at(0).member("DistributorId"))), presence);
    }

    void complete()
    {
        const Message whole(message(performance()));
        QVERIFY(completenessOf(whole.at(0), fields()).isComplete());
        QCOMPARE(completenessOf(whole.at(0), fields()).there(), 5);
        const Message part(message(performance({{"HallId", ""}, {"PrintFormats", "<PrintFormats/>"}})));
        const Completeness found = completenessOf(part.at(0), fields());
        QCOMPARE(found.there(), 3);
        QVERIFY(!found.isComplete());
        QVERIFY(!(found == completenessOf(whole.at(0), fields())));
        const Message hollow(message(performance({{"PrintFormats", "<PrintFormats><PrintFormat/></PrintFormats>"}})));
        QCOMPARE(completenessOf(hollow.at(0), fields()).there(), 4);
    }

    void seats()
    {
        const QByteArray block
            = "<SeatCapacity><SeatType><![CDATA[Standard]]></SeatType><Capacity>120</Capacity></SeatCapacity>";
        Message all(message(
            performance({{"SeatCapacities", "<SeatCapacities><!-- hall 1 -->" + block + "</SeatCapacities>"}})));
        QCOMPARE(wordsOf(capacitiesOf(all.at(0))), u"Standard=120"_s);
        QCOMPARE(readCapacities(u"Standard=120; Balcony: 40;"_s).value(),
            (std::vector<SeatCapacity>{{"Standard", "120"}, {"Balcony", "40"}}));
        QVERIFY(!readCapacities(u"Standard"_s) && !readCapacities(u"Standard=many"_s) && !readCapacities(u"=3"_s)
            && !readCapacities(u"A=-1"_s));
        const auto edits = capacityEdits(all.context(), placeOf(0), {{"Standard", "118"}, {"Balcony", "40"}});
        QCOMPARE(static_cast<int>(edits.size()), 2);
        QVERIFY(all.apply(edits));
        QCOMPARE(seatsOf(capacitiesOf(all.at(0))).value(), 158);
        QVERIFY(all.text().contains(
            "<!-- hall 1 --><SeatCapacity><SeatType><![CDATA[Standard]]></SeatType><Capacity>118</Capacity>"));
        QVERIFY(all.apply({addCapacity(all.context(), placeOf(0), {"Box", "4"})}));
        QCOMPARE(wordsOf(capacitiesOf(all.at(0))), u"Standard=118; Balcony=40; Box=4"_s);
        Message none(message(performance()));
        QVERIFY(none.apply({addCapacity(none.context(), placeOf(0), {"Box", "4"})}));
        QCOMPARE(wordsOf(capacitiesOf(none.at(0))), u"Box=4"_s);
        QVERIFY(!seatsOf({}) && !seatsOf({{"Box", "x"}}));
    }
};

QTEST_GUILESS_MAIN(TestListEdits)
#include "tst_listedits.moc"
