// SPDX-License-Identifier: GPL-3.0-or-later
// One window over a grid, and IDs by a pattern.
#include "unit/windows/WindowsTest.h"

#include "windows/Spread.h"
#include "windows/SpreadIds.h"

using namespace marquee;
using namespace marquee::test;
using namespace marquee::windows;
using namespace Qt::StringLiterals;

class TestSpread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patterns_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("id"); // empty: isn't a pattern
        QTest::newRow("all") << u"{id}-{territory}-{licence}-{format}"_s << u"NF-US-VOD-HD"_s;
        QTest::newRow("the American word") << u"{license}"_s << u"VOD"_s;
        QTest::newRow("a number") << u"W{n}"_s << u"W7"_s;
        QTest::newRow("three digits") << u"{id}-{n:3}"_s << u"NF-007"_s;
        QTest::newRow("capitals and blanks") << u" {Id }{TERRITORY} "_s << u"NFUS"_s;
        QTest::newRow("no braces") << u"plain"_s << u"plain"_s;
        QTest::newRow("a brace that closes alone") << u"a}b"_s << u"a}b"_s;
        QTest::newRow("unknown") << u"{country}"_s << QString();
        QTest::newRow("nothing in it") << u"a{}"_s << QString();
        QTest::newRow("no digits") << u"{n:}"_s << QString();
        QTest::newRow("ten digits") << u"{n:10}"_s << QString();
        QTest::newRow("not closed") << u"{id}-{n"_s << QString();
    }
    void patterns()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, id);
        const auto made = idByPattern(pattern, {"NF", "US", "VOD", "HD", 7});
        QCOMPARE(made.has_value(), !id.isEmpty());
        if (made)
            QCOMPARE(QString::fromStdString(*made), id);
        else
            QVERIFY(!made.error().nextStep.isEmpty());
    }
    void randomIds()
    {
        const auto one = idByPattern(QString(), {});
        QCOMPARE(one->size(), 36u);
        QVERIFY(*one != *idByPattern(u" "_s, {}));
    }

    void grid()
    {
        Windows all(window() + ',' + dated("w2", "2030-01-01T00:00:00Z", ""));
        const Grid grid{{"US", "GB"}, {"VOD", "EST"}, {"HD", "UHD"}, u"{id}-{territory}-{licence}-{format}-{n:2}"_s};
        const auto plan = spread(all.context(), 0, grid);
        QVERIFY(plan);
        QCOMPARE(plan->added, 7);
        QCOMPARE(plan->windows.size(), 8u);
        QVERIFY(plan->windows.front().stands);
        QCOMPARE(all.apply(plan), u"1 combination(s) stand already and are left out."_s);
        QCOMPARE(all.count(), 9u);
        QCOMPARE(all.text(0, "_TransactionID"), u"w1"_s);
        QCOMPARE(all.text(1, "_TransactionID"), u"w1-US-VOD-UHD-01"_s);
        QCOMPARE(all.text(7, "_TransactionID"), u"w1-GB-EST-UHD-07"_s);
        QCOMPARE(all.text(8, "_TransactionID"), u"w2"_s);
        QCOMPARE(all.at(7).member("Territory").raw(), std::string(R"([{"country":"GB"}])"));
        QCOMPARE(all.text(7, "LicenseType"), u"EST"_s);
        QCOMPARE(all.at(7).member("FormatProfile").member("value").string(), std::string("UHD"));
        QCOMPARE(all.at(7).member("Terms").raw(), all.at(0).member("Terms").raw()); // digits and all
        QVERIFY(!spread(all.context(), 0, grid)); // all of it stands now
        all.document->undo();
        QCOMPARE(all.count(), 2u);
    }

    void standing_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<int>("added");
        QTest::newRow("the same") << window({{"_TransactionID", "\"x\""}, {"Territory", "[{\"country\":\"GB\"}]"}})
                                  << 0;
        QTest::newRow("among others") << window(
            {{"_TransactionID", "\"x\""}, {"Territory", "[{\"country\":\"IE\"},{\"country\":\"GB\"}]"}})
                                      << 0;
        QTest::newRow("another licence") << window(
            {{"_TransactionID", "\"x\""}, {"LicenseType", "\"EST\""}, {"Territory", "[{\"country\":\"GB\"}]"}})
                                         << 1;
        QTest::newRow("another contract")
            << window({{"_TransactionID", "\"x\""}, {"ContractID", "\"C\""}, {"Territory", "[{\"country\":\"GB\"}]"}})
            << 1;
        QTest::newRow("another time") << window({{"_TransactionID", "\"x\""}, {"Start", "\"2028-01-01T00:00:00Z\""},
            {"End", ""}, {"Territory", "[{\"country\":\"GB\"}]"}})
                                      << 1;
    }
    void standing()
    {
        QFETCH(QByteArray, other);
        QFETCH(int, added);
        const Windows all(window() + ',' + other);
        const auto plan = spread(all.context(), 0, {{"GB"}, {}, {}, {}});
        QCOMPARE(plan ? plan->added : 0, added);
    }

    void keepsWhatIsntChosen()
    {
        Windows all(window({{"Territory", "[{\"country\":\"US\",\"x\":1},{\"country\":\"CA\"}]"},
            {"FormatProfile", "{\"value\":\"HD\",\"_HDR\":true}"}}));
        all.apply(spread(all.context(), 0, {{}, {}, {"SD"}, u"{id}-{format}"_s}));
        QCOMPARE(all.at(1).member("Territory").raw(), all.at(0).member("Territory").raw());
        QCOMPARE(all.at(1).member("FormatProfile").raw(), std::string(R"({"value":"SD","_HDR":true})"));
        all.apply(spread(all.context(), 0, {{"GB"}, {}, {}, u"{id}-{territory}"_s}));
        QCOMPARE(all.at(1).member("Territory").raw(), std::string(R"([{"country":"GB","x":1}])"));
    }

    void idsTwice()
    {
        const Windows all(window() + ',' + dated("w1-GB", "2030-01-01T00:00:00Z", ""));
        QVERIFY(!spread(all.context(), 0, {{"GB"}, {}, {}, u"{id}-{territory}"_s})); // stands
        QVERIFY(!spread(all.context(), 0, {{"GB", "IE"}, {}, {}, u"{id}-x"_s})); // each other
        QVERIFY(spread(all.context(), 0, {{"GB", "IE"}, {}, {}, u"{id}-x{n}"_s}));
        QVERIFY(!spread(all.context(), 5, {{"GB"}, {}, {}, {}}));
        QVERIFY(!spread(all.context(), 0, {std::vector<std::string>(5001, "GB"), {}, {}, {}}));
    }
};

QTEST_GUILESS_MAIN(TestSpread)
#include "tst_spread.moc"
