// SPDX-License-Identifier: GPL-3.0-or-later
// Where bars stand: lanes, rows, gaps.
#include "timeline/Layout.h"

#include <QStringList>
#include <QTest>

using namespace marquee::timeline;
using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t Unset = -1;

WindowTimes window(
    const char *licence, const char *format, std::vector<std::string> territories, std::int64_t start, std::int64_t end)
{
    WindowTimes made;
    made.licence = licence;
    made.format = format;
    made.territories = std::move(territories);
    if (start != Unset)
        made.times.start = start;
    if (end != Unset)
        made.times.end = end;
    return made;
}

/// A line a row: the lane's names, then the row's windows.
QStringList said(const Layout &layout)
{
    QStringList lines;
    for (const Row &row : layout.rows) {
        QStringList parts;
        for (const std::string &name : layout.lanes[row.lane].names)
            parts << QString::fromStdString(name);
        QStringList windows;
        for (const Bar &bar : layout.barsOf(row))
            windows << QString::number(bar.window);
        lines << parts.join(u'/') + QStringLiteral(": ") + windows.join(u' ');
    }
    return lines;
}

QStringList said(std::span<const Stretch> stretches)
{
    QStringList lines;
    for (const Stretch &stretch : stretches)
        lines << QStringLiteral("%1-%2").arg(stretch.begin).arg(stretch.end);
    return lines;
}

} // namespace

Q_DECLARE_METATYPE(marquee::timeline::Grouping)

class TestLayout : public QObject
{
    Q_OBJECT

private:
    const std::vector<WindowTimes> m_few{window("VOD", "HD", {"US", "CA"}, 0, 10), window("VOD", "UHD", {"US"}, 0, 10),
        window("EST", "SD", {"US"}, 5, 15), window("VOD", "HD", {"US"}, 20, 30), window("VOD", "HD", {}, 0, 10)};

private Q_SLOTS:
    void lanes_data()
    {
        QTest::addColumn<Grouping>("grouping");
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<int>("sections");
        QTest::newRow("territory first") << Grouping::TerritoryLicenceFormat
                                         << QStringList{u"CA/VOD/HD: 0"_s, u"US/EST/SD: 2"_s, u"US/VOD/HD: 0 3"_s,
                                                u"US/VOD/UHD: 1"_s, u"/VOD/HD: 4"_s}
                                         << 3;
        QTest::newRow("licence first") << Grouping::LicenceTerritoryFormat
                                       << QStringList{u"EST/US/SD: 2"_s, u"VOD/CA/HD: 0"_s, u"VOD/US/HD: 0 3"_s,
                                              u"VOD/US/UHD: 1"_s, u"VOD//HD: 4"_s}
                                       << 2;
        QTest::newRow("format first") << Grouping::FormatTerritoryLicence
                                      << QStringList{u"SD/US/EST: 2"_s, u"HD/CA/VOD: 0"_s, u"HD/US/VOD: 0 3"_s,
                                             u"HD//VOD: 4"_s, u"UHD/US/VOD: 1"_s}
                                      << 3;
        QTest::newRow("territory") << Grouping::Territory
                                   << QStringList{u"CA: 0"_s, u"US: 0 3"_s, u"US: 1"_s, u"US: 2"_s, u": 4"_s} << 3;
        QTest::newRow("licence") << Grouping::Licence
                                 << QStringList{u"EST: 2"_s, u"VOD: 0 3"_s, u"VOD: 1"_s, u"VOD: 4"_s} << 2;
        QTest::newRow("none") << Grouping::None << QStringList{u": 0 3"_s, u": 1"_s, u": 4"_s, u": 2"_s} << 1;
    }
    void lanes()
    {
        QFETCH(Grouping, grouping);
        QFETCH(int, sections);
        const Layout layout = layOut(m_few, {}, grouping);
        QTEST(said(layout), "rows");
        QCOMPARE(static_cast<int>(layout.sections.size()), sections);
        QVERIFY(layout.extent == Stretch(0, 30));
        for (std::uint32_t i = 0; i < layout.rows.size(); ++i) {
            for (const Bar &bar : layout.barsOf(layout.rows[i]))
                QCOMPARE(bar.row, i);
        }
    }

    void rowsAndGaps_data()
    {
        QTest::addColumn<QList<QPoint>>("dates");
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<QStringList>("gaps");
        const int none = static_cast<int>(Unset);
        QTest::newRow("nothing") << QList<QPoint>() << QStringList() << QStringList();
        QTest::newRow("one after the other")
            << QList<QPoint>{{0, 10}, {10, 20}} << QStringList{u": 0 1"_s} << QStringList();
        QTest::newRow("a gap") << QList<QPoint>{{0, 10}, {12, 20}} << QStringList{u": 0 1"_s}
                               << QStringList{u"10-12"_s};
        QTest::newRow("the order of the payload doesn't count")
            << QList<QPoint>{{12, 20}, {0, 10}} << QStringList{u": 1 0"_s} << QStringList{u"10-12"_s};
        QTest::newRow("one second together")
            << QList<QPoint>{{0, 10}, {9, 20}} << QStringList{u": 0"_s, u": 1"_s} << QStringList();
        QTest::newRow("a row that is free again")
            << QList<QPoint>{{0, 30}, {5, 10}, {10, 15}} << QStringList{u": 0"_s, u": 1 2"_s} << QStringList();
        QTest::newRow("a gap under a long one")
            << QList<QPoint>{{0, 100}, {5, 10}, {50, 60}} << QStringList{u": 0"_s, u": 1 2"_s} << QStringList();
        QTest::newRow("no end") << QList<QPoint>{{0, none}, {50, 60}} << QStringList{u": 0"_s, u": 1"_s}
                                << QStringList();
        QTest::newRow("no start") << QList<QPoint>{{none, 10}, {12, 20}} << QStringList{u": 0 1"_s}
                                  << QStringList{u"10-12"_s};
        QTest::newRow("no dates") << QList<QPoint>{{none, none}, {12, 20}} << QStringList{u": 0"_s, u": 1"_s}
                                  << QStringList();
        QTest::newRow("a backwards one covers nothing")
            << QList<QPoint>{{0, 10}, {20, 12}, {30, 40}} << QStringList{u": 0 1 2"_s} << QStringList{u"10-30"_s};
        QTest::newRow("of no length") << QList<QPoint>{{5, 5}, {5, 5}} << QStringList{u": 0"_s, u": 1"_s}
                                      << QStringList();
    }
    void rowsAndGaps()
    {
        QFETCH(QList<QPoint>, dates);
        std::vector<WindowTimes> windows;
        for (const QPoint &date : dates)
            windows.push_back(window("VOD", "HD", {"US"}, date.x(), date.y()));
        const Layout layout = layOut(windows, {}, Grouping::None);
        QTEST(said(layout), "rows");
        QTEST(said(layout.gaps), "gaps");
    }

    void overlapsOfBars()
    {
        const std::vector<WindowTimes> windows{window("VOD", "HD", {"US", "CA"}, 0, 10),
            window("VOD", "HD", {"CA"}, 5, 15), window("VOD", "SD", {"CA"}, 5, 15), window("VOD", "HD", {"US"}, 8, 12)};
        const auto all = [](const std::vector<std::uint32_t> &asked) { return std::vector<bool>(asked.size(), true); };
        // What isn't told apart by `rest` here is by licence and format.
        std::vector<WindowTimes> told = windows;
        told[2].rest = 1;
        const Overlaps overlaps = findOverlaps(told, all);
        QCOMPARE(overlaps.parts.size(), 4u);
        const Layout lanes = layOut(told, overlaps, Grouping::TerritoryLicenceFormat);
        QStringList found;
        for (const Bar &bar : lanes.bars)
            found << QString::number(bar.window) + u':' + said(lanes.overlapsOf(bar)).join(u' ');
        QCOMPARE(found, (QStringList{u"2:"_s, u"0:5-10"_s, u"1:5-10"_s, u"0:8-10"_s, u"3:8-10"_s}));
        const Layout alone = layOut(told, overlaps, Grouping::None);
        for (const Bar &bar : alone.bars) {
            if (bar.window == 0)
                QCOMPARE(said(alone.overlapsOf(bar)), QStringList{u"5-10"_s}); // of both territories, once
        }
        const Overlaps unmarked
            = findOverlaps(told, [](const auto &asked) { return std::vector<bool>(asked.size(), false); });
        QVERIFY(unmarked.parts.empty());
    }

    void firstEndingAfter()
    {
        std::vector<WindowTimes> windows;
        for (int i = 0; i < 100; ++i)
            windows.push_back(window("VOD", "HD", {"US"}, i * 10, i * 10 + 10));
        const Layout layout = layOut(windows, {}, Grouping::None);
        QCOMPARE(layout.firstEndingAfter(layout.rows[0], -5), 0u);
        QCOMPARE(layout.firstEndingAfter(layout.rows[0], 10), 1u);
        QCOMPARE(layout.firstEndingAfter(layout.rows[0], 11), 1u);
        QCOMPARE(layout.firstEndingAfter(layout.rows[0], 1000), 100u);
    }
};

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
