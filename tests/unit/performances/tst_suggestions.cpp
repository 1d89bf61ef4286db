// SPDX-License-Identifier: GPL-3.0-or-later
// Values in use, to be suggested.
#include "MessageTest.h"

#include "performances/Suggestions.h"

using namespace marquee;
using namespace marquee::test;
using namespace marquee::performances;

class TestSuggestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void collected()
    {
        const Message all(message(performance() + named("b", {{"HallId", "<HallId>H-2</HallId>"}})
                + named("c", {{"HallId", "<HallId>H-2</HallId>"}})
                + named("d",
                    {{"HallId", "<HallId/>"}, {"Tags", "<Tags><Tag>gala</Tag></Tags>"},
                        {"SeatCapacities",
                            "<SeatCapacities><SeatCapacity><SeatType>Box</SeatType><Capacity>4</Capacity></"
                            "SeatCapacity></SeatCapacities>"}}),
            "dataSupplierId=\"SUP\" messageSequence=\"1\"", "<CallbackUrl>https://a.b/c</CallbackUrl>"));
        Suggestions found;
        QVERIFY(found.isEmpty());
        found.collect(*all.document);
        QCOMPARE(found.values(InUse::Hall), (QStringList{u"H-2"_s, u"H-1"_s})); // the most used first
        QCOMPARE(found.values(InUse::Tag), QStringList{u"gala"_s});
        QCOMPARE(found.values(InUse::PrintFormat), QStringList{u"3D"_s});
        QCOMPARE(found.values(InUse::SeatType), QStringList{u"Box"_s});
        QCOMPARE(found.values(InUse::Supplier), QStringList{u"SUP"_s});
        QCOMPARE(found.values(InUse::CallbackUrl), QStringList{u"https://a.b/c"_s});
        QCOMPARE(found.values(InUse::Distributor), QStringList());
        Suggestions sum;
        sum.collect(*Message(message(performance())).document);
        sum.collect(*Message(message(performance())).document);
        sum.collect(*Message(message(performance())).document);
        sum.add(found);
        QCOMPARE(sum.values(InUse::Hall).first(), u"H-1"_s);
    }

    void otherDocuments()
    {
        Suggestions found;
        found.collect(*read(avail(window())));
        QVERIFY(found.isEmpty());
    }

    void bounded()
    {
        Suggestions found;
        QByteArray all;
        for (int i = 0; i < 2100; ++i)
            all += named(QByteArray::number(i), {{"EventId", "<EventId>E-" + QByteArray::number(i) + "</EventId>"}});
        found.collect(*Message(message(all)).document);
        QCOMPARE(static_cast<std::size_t>(found.values(InUse::Event).size()), Suggestions::MostValues);
    }

    void places()
    {
        QCOMPARE(inUseOf("HallId").value(), InUse::Hall);
        QCOMPARE(inUseOf("SeatType").value(), InUse::SeatType);
        QCOMPARE(inUseOf("@dataSupplierId").value(), InUse::Supplier);
        QVERIFY(!inUseOf("Date") && !inUseOf("@id"));
    }
};

QTEST_GUILESS_MAIN(TestSuggestions)
#include "tst_suggestions.moc"
