// SPDX-License-Identifier: GPL-3.0-or-later
// Which windows are shown, and in which order.
#include "unit/inventory/InventoryTest.h"

#include "catalog/DateTime.h"
#include "inventory/Order.h"

using namespace marquee;
using namespace marquee::test;
using inventory::Criteria;
using inventory::InventoryFilter;

namespace {

std::int64_t day(const char *date)
{
    return *catalog::DateTime::parseDate(date);
}

} // namespace

class TestInventoryFilter : public QObject
{
    Q_OBJECT

    std::unique_ptr<Shelf> m_shelf;

private Q_SLOTS:
    void initTestCase()
    {
        m_shelf = std::make_unique<Shelf>();
        m_shelf->write(u"ferry"_s,
            titled("Night Ferry",
                dated("w1", "2027-01-01T00:00:00Z", "2027-06-01T00:00:00Z") + ','
                    + dated("w10", "2027-01-01T09:00:00Z", "",
                        {{"LicenseType", "\"SVOD\""}, {"Territory", "[{\"country\":\"DE\"},{\"country\":\"AT\"}]"}})));
        m_shelf->write(u"harbour"_s,
            titled("Harbour Lights",
                dated("w2", "", "2026-12-31T00:00:00Z", {{"FormatProfile", "{\"value\":\"UHD\"}"}}) + ','
                    + dated(
                        "", "2026-05-01", "2027-01-01T00:00:00Z", {{"LicenseType", ""}, {"FormatProfile", "\"SD\""}})));
        m_shelf->read();
    }

    void finds_data()
    {
        QTest::addColumn<Criteria>("criteria");
        QTest::addColumn<QString>("found");
        const auto anywhere = [](const char *words) {
            Criteria criteria;
            criteria.anywhere = QString::fromLatin1(words);
            return criteria;
        };
        const auto in = [](Column column, const char *words) {
            Criteria criteria;
            criteria.in(column) = QString::fromLatin1(words);
            return criteria;
        };
        const QString all = u"ferry/w1 ferry/w10 harbour/w2 harbour/"_s;
        QTest::newRow("nothing said") << Criteria() << all;
        QTest::newRow("a title") << anywhere("NIGHT") << u"ferry/w1 ferry/w10"_s;
        QTest::newRow("two words of two columns") << anywhere("night w10") << u"ferry/w10"_s;
        QTest::newRow("words that meet in no row") << anywhere("night w2") << QString();
        QTest::newRow("a country's name") << anywhere("united states") << u"ferry/w1 harbour/w2 harbour/"_s;
        QTest::newRow("its code") << anywhere("at") << all; // also in United States
        QTest::newRow("a date as shown") << anywhere("1 Jan 2027") << u"ferry/w1 ferry/w10 harbour/"_s;
        QTest::newRow("a date as written") << anywhere("2027-06-01") << u"ferry/w1"_s;
        QTest::newRow("a licence's label") << anywhere("subscription") << u"ferry/w10"_s;
        QTest::newRow("a file") << in(Column::Document, "harb") << u"harbour/w2 harbour/"_s;
        QTest::newRow("not in that column") << in(Column::Document, "night") << QString();
        QTest::newRow("a start") << in(Column::Start, "2027") << u"ferry/w1 ferry/w10"_s;
        QTest::newRow("an end") << in(Column::End, "2026") << u"harbour/w2"_s;
        QTest::newRow("a price") << in(Column::Prices, "4.99") << all;
        QTest::newRow("near a price") << in(Column::Prices, "4.98") << QString();
        Criteria two = in(Column::Title, "night");
        two.in(Column::Territory) = u"at"_s;
        QTest::newRow("two columns") << two << u"ferry/w1 ferry/w10"_s;
        Criteria choice;
        choice.territory = u"AT"_s;
        QTest::newRow("a territory") << choice << u"ferry/w10"_s;
        choice.territory = u"A"_s;
        QTest::newRow("a part of one") << choice << QString();
        choice = {};
        choice.licence = u"VOD"_s;
        QTest::newRow("a licence, whole") << choice << u"ferry/w1 harbour/w2"_s; // not SVOD
        choice.licence = QString(u""_s);
        QTest::newRow("no licence") << choice << u"harbour/"_s;
        choice = {};
        choice.format = u"SD"_s;
        QTest::newRow("a format without an object") << choice << u"harbour/"_s;
        choice = {};
        choice.problems = Criteria::Problems::Errors;
        QTest::newRow("errors") << choice << u"ferry/w10 harbour/w2 harbour/"_s;
    }

    void finds()
    {
        QFETCH(Criteria, criteria);
        QFETCH(QString, found);
        QCOMPARE(m_shelf->shown(criteria), found);
    }

    void findsByDay_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<QString>("found");
        QTest::newRow("the day before") << QByteArray("2026-12-30") << u"harbour/w2 harbour/"_s;
        QTest::newRow("the day of an end at midnight") << QByteArray("2026-12-31") << u"harbour/"_s;
        QTest::newRow("the day of a start") << QByteArray("2027-01-01") << u"ferry/w1 ferry/w10"_s;
        QTest::newRow("the last day") << QByteArray("2027-05-31") << u"ferry/w1 ferry/w10"_s;
        QTest::newRow("the day of the end") << QByteArray("2027-06-01") << u"ferry/w10"_s;
        QTest::newRow("before all that start") << QByteArray("2026-04-30") << u"harbour/w2"_s;
        QTest::newRow("a date alone") << QByteArray("2026-05-01") << u"harbour/w2 harbour/"_s;
    }

    void findsByDay()
    {
        QFETCH(QByteArray, date);
        QFETCH(QString, found);
        Criteria criteria;
        criteria.openOn = day(date.constData());
        QCOMPARE(m_shelf->shown(criteria), found);
    }

    void sorts_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<QString>("order");
        QTest::newRow("numbers in IDs") << Column::Window << false << u"harbour/ ferry/w1 harbour/w2 ferry/w10"_s;
        QTest::newRow("the other way") << Column::Window << true << u"ferry/w10 harbour/w2 ferry/w1 harbour/"_s;
        QTest::newRow("by time, not by words") << Column::Start << false << u"harbour/w2 harbour/ ferry/w1 ferry/w10"_s;
        QTest::newRow("no end is last") << Column::End << false << u"harbour/w2 harbour/ ferry/w1 ferry/w10"_s;
        QTest::newRow("the same stay in order") << Column::Title << true << u"ferry/w1 ferry/w10 harbour/w2 harbour/"_s;
        QTest::newRow("by problems") << Column::Problems << false << u"ferry/w1"_s;
    }

    void sorts()
    {
        QFETCH(Column, column);
        QFETCH(bool, descending);
        QFETCH(QString, order);
        InventoryFilter filter(m_shelf->inventory);
        filter.setOrder(column, descending);
        QVERIFY2(m_shelf->shown(filter).startsWith(order), qPrintable(m_shelf->shown(filter)));
        filter.setOrder(std::nullopt);
        QCOMPARE(m_shelf->shown(filter), u"ferry/w1 ferry/w10 harbour/w2 harbour/"_s);
    }

    void ordersNumbers()
    {
        using inventory::sortKey;
        QVERIFY(sortKey("w2") < sortKey("w10"));
        QVERIFY(sortKey("w02") < sortKey("w10"));
        QVERIFY(sortKey("w9-b") < sortKey("w10-a"));
        QVERIFY(sortKey("w") < sortKey("w1"));
        QVERIFY(sortKey("4.99 usd") < sortKey("14.99 usd"));
        QVERIFY(sortKey("w0") < sortKey("w1"));
        QCOMPARE(sortKey("w00"), sortKey("w0"));
        QVERIFY(sortKey("9") < sortKey("a"));
    }

    void countsAndOffers()
    {
        InventoryFilter filter(m_shelf->inventory);
        QCOMPARE(filter.documents(), 2u);
        Criteria criteria;
        criteria.anywhere = u"ferry"_s;
        filter.setCriteria(criteria);
        QCOMPARE(filter.documents(), 1u);
        QStringList offered;
        for (const auto &choice : filter.choices(Column::Territory))
            offered << u"%1 %2"_s.arg(choice.value).arg(choice.windows);
        QCOMPARE(offered, (QStringList{u"US 3"_s, u"AT 1"_s, u"DE 1"_s}));
        offered.clear();
        for (const auto &choice : filter.choices(Column::Licence))
            offered << u"%1 %2"_s.arg(choice.value).arg(choice.windows);
        QCOMPARE(offered, (QStringList{u"VOD 2"_s, u" 1"_s, u"SVOD 1"_s}));
    }
};

QTEST_GUILESS_MAIN(TestInventoryFilter)
#include "tst_inventoryfilter.moc"
