// SPDX-License-Identifier: GPL-3.0-or-later
// Windows to a spreadsheet and back.
#include "unit/windows/WindowsTest.h"

#include "windows/CopyRows.h"
#include "windows/PasteRows.h"

#include <QElapsedTimer>

using namespace marquee;
using namespace marquee::test;
using namespace marquee::windows;
using namespace Qt::StringLiterals;
using exchange::RowMapping;
using exchange::RowTable;

namespace {

Expected<PastePlan> paste(const Windows &all, const QByteArray &text, const PasteOptions &options = {})
{
    const RowTable table = RowTable::read(text).value();
    return pasteRows(all.context(), table, windowMapping(table.headings(), all.context()), options);
}

QStringList told(const PastePlan &plan)
{
    QStringList lines;
    for (const exchange::CellProblem &problem : plan.problems)
        lines << QStringLiteral("%1:%2").arg(problem.line).arg(problem.column);
    return lines;
}

/// Windows that differ in all that a row can hold.
QByteArray mixed()
{
    return window() + ','
        + window({{"_TransactionID", "\"007\""}, {"Territory", "[{\"country\":\"US\"},{\"country\":\"CA\"}]"},
            {"End", ""}, {"AssetLanguage", "[{\"value\":\"en-US\",\"_asset\":\"audio\"},{\"value\":\"fr-CA\"}]"},
            {"LicenseRightsDescription", "\"a \\\"quote\\\",\\n\\tand more\""}})
        + ','
        + window({{"_TransactionID", "\"w3\""}, {"LicenseType", "\"EST\""}, {"AssetLanguage", ""},
            {"Terms",
                "[{\"_termName\":\"WSP\",\"Money\":{\"value\":0.10,\"_currency\":\"EUR\"}},"
                "{\"_termName\":\"Exclusive\",\"Boolean\":true},"
                "{\"_termName\":\"AnnounceDate\",\"Event\":\"2026-12-01\"}]"}});
}

} // namespace

class TestRowsPaste : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copied()
    {
        const Windows all(mixed());
        const RowTable table = RowTable::read(copyRows(all.context(), {0, 1, 2})).value();
        QCOMPARE(table.separator(), '\t');
        QCOMPARE(table.count(), 3);
        QCOMPARE(
            table.headings().mid(0, 4), (QStringList{u"Window ID"_s, u"Licence type"_s, u"Territory"_s, u"Format"_s}));
        QCOMPARE(table.row(1)[0], u"007"_s);
        QCOMPARE(table.row(1)[2], u"US, CA"_s);
        QVERIFY(table.row(1).contains(u"a \"quote\",\n\tand more"_s));
        QVERIFY(table.row(2).contains(u"0.10"_s));
        QCOMPARE(windowMapping(table.headings(), all.context()).unmatched(table.headings()), QStringList());
        QVERIFY(copyRows(all.context(), {}).isEmpty() && copyRows(all.context(), {9}).isEmpty());
    }

    void backAgain()
    {
        Windows all(mixed());
        const QByteArray rows = copyRows(all.context(), {0, 1, 2});
        const auto same = paste(all, rows);
        QVERIFY(!same); // nothing changes
        QCOMPARE(same.error().message, u"The windows say all of that already."_s);
        // Windows that are made of the rows say the same as those that were copied, whatever they were made like.
        Windows made(dated("other", "2027-01-01T00:00:00Z", "2027-03-01T00:00:00Z"));
        const auto plan = paste(made, rows);
        QCOMPARE(plan->added, 3);
        QCOMPARE(made.apply(plan), QString());
        QCOMPARE(told(*plan), QStringList());
        QCOMPARE(copyRows(made.context(), {1, 2, 3}), rows);
        QCOMPARE(made.at(2).member("AssetLanguage").raw(), all.at(1).member("AssetLanguage").raw());
        QCOMPARE(made.at(2).member("Territory").raw(), all.at(1).member("Territory").raw());
        QVERIFY(!made.at(2).member("End") && !made.at(3).member("AssetLanguage"));
        QCOMPARE(made.at(3).member("Terms").size(), 3u);
    }

    void changesOnlyNamedCells()
    {
        Windows all(mixed());
        const auto plan = paste(all, "Window ID\tEnd\tRetail price\tColour\nw1\t14 Mar 2028\t5.00\tred\n007\t\t\t\n");
        QVERIFY(plan);
        QCOMPARE(plan->rows, (std::vector{RowFate::Changed, RowFate::Same}));
        QCOMPARE(plan->edits.size(), 2u);
        all.apply(plan);
        QCOMPARE(all.text(0, "End"), u"2028-03-14T00:00:00Z"_s);
        QCOMPARE(all.at(0).member("Terms").at(0).raw(),
            std::string(R"({"_termName":"SRP","Money":{"value":5.00,"_currency":"USD"}})"));
        QCOMPARE(all.at(0).member("Terms").size(), 3u);
        const QStringList headings{u"Window ID"_s, u"Colour"_s, u"Title"_s};
        QCOMPARE(windowMapping(headings, all.context()).unmatched(headings), (QStringList{u"Colour"_s, u"Title"_s}));
    }

    void cells_data()
    {
        QTest::addColumn<QByteArray>("heading");
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("problem");
        const auto row = [](const char *name, const char *heading, const char *cell, const char *member,
                             const char *json, bool problem = false) {
            QTest::newRow(name) << QByteArray(heading) << QByteArray(cell) << QByteArray(member) << QByteArray(json)
                                << problem;
        };
        row("a text of digits", "Contract", "007", "ContractID", "\"007\"");
        row("territories", "Territory", "GB; IE,FR", "Territory",
            R"([{"country":"GB"},{"country":"IE"},{"country":"FR"}])");
        row("one territory", "Country", "GB", "Territory", R"([{"country":"GB"}])");
        row("a format", "Format", "UHD", "FormatProfile", R"({"value":"UHD"})");
        row("a date as people write it", "Start", "2027-02-03 9:00", "Start", "\"2027-02-03T09:00:00Z\"");
        row("a date with an offset", "Start", "2027-02-03T09:00:00+01:00", "Start", "\"2027-02-03T09:00:00+01:00\"");
        row("day or month", "Start", "3/4/2027", "Start", "\"3/4/2027\"", true);
        row("not a date", "Start", "soon", "Start", "\"soon\"", true);
        row("digits are kept", "Retail price", "98765432109876543210.10", "Terms",
            R"([{"_termName":"SRP","Money":{"value":98765432109876543210.10,"_currency":"USD"}}])");
        row("a comma", "Retail price", "8,90", "Terms",
            R"([{"_termName":"SRP","Money":{"value":"8,90","_currency":"USD"}}])", true);
        row("a currency", "Currency", "GBP", "Terms",
            R"([{"_termName":"SRP","Money":{"value":4.99,"_currency":"GBP"}}])");
        row("another term", "Exclusive", "yes", "Terms",
            R"([{"_termName":"SRP","Money":{"value":4.99,"_currency":"USD"}},{"_termName":"Exclusive","Boolean":true}])");
        row("neither yes nor no", "Exclusive", "perhaps", "Terms",
            R"([{"_termName":"SRP","Money":{"value":4.99,"_currency":"USD"}},{"_termName":"Exclusive","Boolean":"perhaps"}])",
            true);
    }
    void cells()
    {
        QFETCH(QByteArray, heading);
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, json);
        QFETCH(bool, problem);
        Windows all(window({{"Terms", R"([{"_termName":"SRP","Money":{"value":4.99,"_currency":"USD"}}])"}}));
        const auto plan = paste(all, "Window ID\t" + heading + "\nw1\t" + cell + "\n");
        QVERIFY(plan);
        QCOMPARE(told(*plan), problem ? QStringList{u"2:1"_s} : QStringList());
        all.apply(plan);
        QCOMPARE(QByteArray::fromStdString(all.at(0).member(member.toStdString()).raw()), json);
    }

    void emptyCells()
    {
        const QByteArray rows = "Window ID\tEnd\tRetail price\tTerritory\nw1\t\t\t\nnew\t\t\tGB\n";
        Windows all(window());
        QCOMPARE(paste(all, rows)->rows, (std::vector{RowFate::Same, RowFate::Added}));
        const auto plan = paste(all, rows, {{}, true});
        QCOMPARE(plan->rows.front(), RowFate::Changed);
        all.apply(plan);
        for (std::uint32_t i = 0; i < 2; ++i) {
            QVERIFY(!all.at(i).member("End"));
            QCOMPARE(all.at(i).member("Terms").size(), 2u);
        }
        QVERIFY(!all.at(0).member("Territory"));
        QCOMPARE(all.at(1).member("AssetLanguage").raw(), std::string(R"([{"value":"en-US"}])")); // not named
    }

    void newWindows()
    {
        Windows all(mixed());
        all.apply(paste(all, "Territory\nGB\nIE\n", {0, false}));
        QCOMPARE(all.count(), 5u);
        QCOMPARE(all.text(3, "LicenseType"), u"VOD"_s); // like the first
        QVERIFY(all.text(3, "_TransactionID").size() == 36
            && all.text(3, "_TransactionID") != all.text(4, "_TransactionID"));
        all.apply(paste(all, "Window ID\tTerritory\nw9\tGB\n"));
        QCOMPARE(all.text(5, "LicenseType"), u"VOD"_s); // like the last
        Windows none("");
        none.apply(paste(none, "Window ID\tTerritory\nw9\tGB\n"));
        QCOMPARE(none.text(0, "_TransactionID"), u"w9"_s);
        const Windows bare("");
        const auto removed = bare.document->apply(payload::Edit::remove(placeOf(0).parent()));
        QVERIFY(removed);
        const auto plan = paste(bare, "Window ID\tTerritory\nw8\tGB\nw9\tUS\n");
        QVERIFY(bare.document->apply(plan->edits).has_value());
        QCOMPARE(bare.count(), 2u);
    }

    void rowsThatAreWrong()
    {
        Windows all(window());
        const auto plan = paste(all, "Window ID\tStart\nw1\t2027-02-01\nw1\t2027-03-01\nw2\t2027-02-01\textra\n");
        QCOMPARE(plan->rows, (std::vector{RowFate::Changed, RowFate::LeftOut, RowFate::Added}));
        QCOMPARE(told(*plan), (QStringList{u"3:0"_s, u"4:2"_s}));
        QVERIFY(!paste(all, "Colour\tTitle\nred\tNight Ferry\n"));
        QVERIFY(!paste(all, "Window ID\tStart\n"));
        QVERIFY(!paste(all, "Window ID\nw1\n"));
        const Windows blanks(window({{"_TransactionID", "\" w1\""}}));
        QCOMPARE(paste(blanks, "Window ID\tStart\n w1\t2027-02-01\nw1 \t2027-02-01\n")->rows,
            (std::vector{RowFate::Changed, RowFate::Added}));
    }

    void fiveHundredInOneStep()
    {
        Windows all(window());
        QByteArray rows = "Window ID\tLicence type\tTerritory\tFormat\tStart\tEnd\tContract\tRetail price\tCurrency\t"
                          "Rental duration\tWatch duration\tAsset language\n";
        for (int i = 0; i < 500; ++i)
            rows += "P-" + QByteArray::number(i)
                + "\tVOD\tGB\tUHD\t2027-02-01T00:00:00Z\t2028-02-01T00:00:00Z\tC-1\t3.49\tGBP\tPT360H\tPT24H\ten-GB\n";
        const QByteArray before = all.document->text().toByteArray();
        QElapsedTimer timer;
        timer.start();
        const auto plan = paste(all, rows);
        const qint64 planned = timer.elapsed();
        all.apply(plan);
        qInfo("500 new rows: planned in %lld ms, with applying %lld ms", planned, timer.elapsed());
        QCOMPARE(all.count(), 501u);
        rows.replace("3.49", "4.49").replace("C-1", "C-2");
        timer.start();
        const auto change = paste(all, rows);
        all.apply(change);
        qInfo("500 changed rows: %lld ms", timer.elapsed());
        QCOMPARE(change->changed, 500);
        QCOMPARE(all.document->steps().size(), 2u);
        all.document->undo();
        all.document->undo();
        QCOMPARE(all.document->text().toByteArray(), before);
    }
};

QTEST_GUILESS_MAIN(TestRowsPaste)
#include "tst_rowspaste.moc"
