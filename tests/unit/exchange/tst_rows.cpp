// SPDX-License-Identifier: GPL-3.0-or-later
// RowTable, RowMapping and RowSource: rows into documents, and what is wrong at which row and column.
#include "exchange/RowSource.h"
#include "support/Films.h"

#include <QTest>

using namespace marquee;
using namespace marquee::exchange;
using namespace Qt::StringLiterals;

class TestRows : public QObject
{
    Q_OBJECT

private:
    rules::Rulebook m_book = rules::Rulebook::load().value();

    RowMaker maker(const QByteArray &rows, const QByteArray &text = test::windowOfFilm("w"))
    {
        auto table = RowTable::read(rows).value();
        const auto document = payload::Document::read(text).value();
        auto mapping = RowMapping::byName(table.headings(), *document, *m_book.catalog);
        return RowMaker::make(text, std::move(table), std::move(mapping)).value();
    }

private Q_SLOTS:
    void tables_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("headings");
        QTest::addColumn<QStringList>("last");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("line"); // of the last row
        const auto row
            = [](const char *name, const char *text, const QStringList &headings, const QStringList &last, int count,
                  int line) { QTest::newRow(name) << QByteArray(text) << headings << last << count << line; };
        row("commas", "a,b\n1,2\n3,4\n", {u"a"_s, u"b"_s}, {u"3"_s, u"4"_s}, 2, 3);
        row("no newline at the end", "a,b\n1,2", {u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}, 1, 2);
        row("CRLF", "a,b\r\n1,2\r\n", {u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}, 1, 2);
        row("old Macs", "a,b\r1,2\r3,4", {u"a"_s, u"b"_s}, {u"3"_s, u"4"_s}, 2, 3);
        row("tabs", "a\tb\n1,5\t2\n", {u"a"_s, u"b"_s}, {u"1,5"_s, u"2"_s}, 1, 2);
        row("semicolons", "a;b\n1,5;2\n", {u"a"_s, u"b"_s}, {u"1,5"_s, u"2"_s}, 1, 2);
        row("quotes", "a,b\n\"x, \"\"y\"\"\",\"z\"\n", {u"a"_s, u"b"_s}, {u"x, \"y\""_s, u"z"_s}, 1, 2);
        row("a line break in a cell", "a,b\n\"1\n2\",3\n4,5\n", {u"a"_s, u"b"_s}, {u"4"_s, u"5"_s}, 2, 4);
        row("a mark",
            "\xef\xbb\xbf"
            "a,b\n1,2\n",
            {u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}, 1, 2);
        row("empty lines", "a,b\n\n1,2\n,\n", {u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}, 1, 3);
        row("too few cells", "a,b\n1\n", {u"a"_s, u"b"_s}, {u"1"_s, QString()}, 1, 2);
        row("empty columns", "a,b,,\n1,2,,\n", {u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}, 1, 2);
        row("blanks stay", "a,b\n 1 ,007\n", {u"a"_s, u"b"_s}, {u" 1 "_s, u"007"_s}, 1, 2);
    }
    void tables()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, headings);
        QFETCH(QStringList, last);
        QFETCH(int, count);
        QFETCH(int, line);
        const RowTable table = RowTable::read(text).value();
        QCOMPARE(table.headings(), headings);
        QCOMPARE(table.count(), count);
        QCOMPARE(table.row(count - 1), last);
        QCOMPARE(table.lineOf(count - 1), line);
    }

    void noTables_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << QByteArray() << static_cast<int>(Error::Code::Invalid);
        QTest::newRow("a heading twice") << QByteArray("a,a\n1,2\n") << static_cast<int>(Error::Code::Invalid);
        QTest::newRow("an open quote") << QByteArray("a,b\n1,\"2\n3,4\n") << static_cast<int>(Error::Code::Malformed);
        QTest::newRow("Latin-1") << QByteArray("a,b\nZ\xfcrich,2\n") << static_cast<int>(Error::Code::NotUtf8);
    }
    void noTables()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const auto table = RowTable::read(text);
        QVERIFY(!table.has_value());
        QCOMPARE(static_cast<int>(table.error().code), code);
        QVERIFY(table.error().place.has_value() && !table.error().nextStep.isEmpty());
    }

    void headings_data()
    {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("place"); // a pointer, or the term's name; empty: none
        const auto row = [](const char *heading, const char *place) {
            QTest::newRow(heading) << QString::fromUtf8(heading) << QString::fromLatin1(place);
        };
        row("/avail/Transaction/0/Start", "/avail/Transaction/0/Start");
        row("Start", "/avail/Transaction/0/Start");
        row("start date", "/avail/Transaction/0/Start");
        row("END", "/avail/Transaction/0/End");
        row("_TransactionID", "/avail/Transaction/0/_TransactionID");
        row("Window ID", "/avail/Transaction/0/_TransactionID");
        row("Avail ID", "/avail/ALID"); // the label, whatever spreadsheets call that
        row("ALID", "/avail/ALID");
        row("Licence type", "/avail/Transaction/0/LicenseType");
        row("LicenseType", "/avail/Transaction/0/LicenseType");
        row("Territory", "/avail/Transaction/0/Territory/0/country");
        row("Country", "/avail/Transaction/0/Territory/0/country");
        row("Format", "/avail/Transaction/0/FormatProfile/value");
        row("FormatProfile", "/avail/Transaction/0/FormatProfile/value");
        row("Title", "/avail/Asset/0/Metadata/TitleInternalAlias/0");
        row("Licensor", "/avail/Licensor/DisplayName");
        row("Contract ID", "/avail/Transaction/0/ContractID");
        row("Asset language", "/avail/Transaction/0/AssetLanguage/0/value");
        row("SRP", "SRP");
        row("Price", "SRP");
        row("SRP currency", "SRP currency");
        row("Currency", "SRP currency");
        row("Rental duration", "RentalDuration");
        row("WatchDuration", "WatchDuration");
        row("Exclusive", "Exclusive");
        row("Mood", "");
        row("", "");
    }
    void headings()
    {
        QFETCH(QString, heading);
        QFETCH(QString, place);
        const auto document = payload::Document::read(test::windowOfFilm("w")).value();
        const RowMapping mapping = RowMapping::byName({heading}, *document, *m_book.catalog);
        const int target = mapping.columns.front();
        QString got;
        if (target >= 0) {
            const FieldPlace &found = mapping.places[static_cast<std::size_t>(target)];
            got = found.term
                ? QString(QString::fromStdString(found.term->name) + (found.isCurrency ? u" currency"_s : QString()))
                : QString::fromStdString(found.pointer.toString());
        }
        QCOMPARE(got, place);
        QCOMPARE(mapping.unmatched({heading}).size(), place.isEmpty() ? 1 : 0);
    }

    void onePlaceOneColumn()
    {
        const auto document = payload::Document::read(test::windowOfFilm("w")).value();
        const RowMapping mapping = RowMapping::byName(
            {u"Start"_s, u"Start date"_s, u"Expected"_s, u"requestItemId"_s}, *document, *m_book.catalog);
        QVERIFY(mapping.columns[0] >= 0);
        QVERIFY(mapping.columns[1] != mapping.columns[0]);
        QCOMPARE(mapping.columns[2], static_cast<int>(RowMapping::Expected));
        QCOMPARE(mapping.columns[3], static_cast<int>(RowMapping::ItemId));
    }

    void cells_data()
    {
        QTest::addColumn<QByteArray>("heading");
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("says"); // a part of the document; empty: the cell is a problem
        const auto row = [](const char *name, const char *heading, const char *cell, const char *says) {
            QTest::newRow(name) << QByteArray(heading) << QByteArray(cell) << QByteArray(says);
        };
        row("digits stay", "SRP", "0.10", "\"value\":0.10,");
        row("long digits stay", "SRP", "98765432109876543210", "\"value\":98765432109876543210,");
        row("a text of digits", "ALID", "007", "\"ALID\":\"007\"");
        row("a text like a number", "ContractID", "1e5", "\"ContractID\":\"1e5\"");
        row("a quote", "ALID", "\"a\"\"b\"", "\"ALID\":\"a\\\"b\"");
        row("a truth", "Exclusive", "TRUE", "\"Exclusive\",\"Boolean\":true");
        row("a number as text", "SRP", "007", "");
        row("a comma", "SRP", "\"9,90\"", "");
        row("words", "SRP", "cheap", "");
        row("neither true nor false", "Exclusive", "maybe", "");
        row("a new term", "WSP", "3.50", "{\"_termName\":\"WSP\",\"Money\":{\"value\":3.50}}");
        row("a currency", "SRP currency", "EUR", "\"_currency\":\"EUR\"");
        row("an empty cell", "ALID,End", ",2029-01-01T00:00:00Z", "\"ALID\":\"NF-1\"");
        row("a new member", "ContractID", "CPH", "\"ContractID\":\"CPH\"");
        row("a new list", "Asset language", "en-US", "\"AssetLanguage\":[{\"value\":\"en-US\"}]");
    }
    void cells()
    {
        QFETCH(QByteArray, heading);
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, says);
        const RowMaker rows = maker(heading + ",x\n" + cell + ",y\n");
        const MadeRow made = rows.row(0);
        if (says.isEmpty()) {
            QCOMPARE(made.problems.size(), std::size_t{1});
            QCOMPARE(made.problems.front().column, 0);
            QCOMPARE(made.problems.front().line, 2);
            return;
        }
        QVERIFY2(made.problems.empty(), made.problems.empty() ? "" : qPrintable(made.problems.front().message));
        QVERIFY2(
            QByteArray(made.text).replace(" ", "").contains(QByteArray(says).replace(" ", "")), made.text.constData());
        QVERIFY(payload::Document::read(made.text).has_value());
    }

    /// What the rules find is told at the cell that it comes from.
    void rulesAtCells()
    {
        const RowMaker rows = maker(
            "ALID,Start,End,Territory,SRP,Currency\nNF-1,2027-01-01T00:00:00Z,2026-01-01T00:00:00Z,usa,9.90,usd\n");
        QStringList found;
        for (const CellProblem &problem : rows.validated(0, m_book, {}).problems) {
            if (problem.severity == rules::Severity::Error)
                found << problem.rule + u' ' + QString::number(problem.column);
        }
        found.sort();
        QCOMPARE(found, (QStringList{u"AV009 3"_s, u"AV010 5"_s, u"AV101 2"_s}));
    }

    void asItems()
    {
        RowMaker rows = maker("Window ID,End,Expected\nw1,2028-01-01T00:00:00Z,\nw2,2026-01-01T00:00:00Z,rejected\n");
        const BatchPlan plan = planFromRows(u"rows.csv"_s, rows);
        QCOMPARE(plan.items.size(), std::size_t{2});
        QCOMPARE(plan.items[1].transaction, u"w2"_s);
        QCOMPARE(plan.items[1].expectation, u"rejected"_s);
        RowSource source(BatchOperation::named("put").value(), std::move(rows), m_book, {});
        const LoadedItem good = source.load({}, plan.items[0]);
        QVERIFY2(good.problem.isEmpty(), qPrintable(good.problem));
        QCOMPARE(good.target.transaction, u"w1"_s);
        QCOMPARE(good.reach, partners::Reach::Partial);
        const LoadedItem bad = source.load({}, plan.items[1]);
        QVERIFY2(bad.problem.startsWith(u"line 3, End: AV101 "_s), qPrintable(bad.problem));
    }
};

QTEST_GUILESS_MAIN(TestRows)
#include "tst_rows.moc"
