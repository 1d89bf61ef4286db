// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of a payload as tables: which there are, their columns, order, filter, and what is copied.
#include "unit/inspector/Given.h"

#include "inspector/Find.h"
#include "inspector/TableModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace marquee;
using namespace marquee::inspector;
using namespace Qt::StringLiterals;

namespace {

const QByteArray windows
    = "{\"avail\": {\"Transaction\": [\n"
      "  {\"id\": \"b\", \"price\": 10, \"at\": {\"country\": \"US\", \"region\": \"\"}, \"tags\": [\"x\", \"y\"]},\n"
      "  {\"id\": \"A\", \"price\": 9.90, \"at\": {\"country\": \"CA\"}, \"extra\": null},\n"
      "  {\"id\": \"=1+1\", \"price\": \"free\", \"note\": \"two\\tparts \\\"q\\\"\"},\n"
      "  {\"id\": \"c\"}\n"
      "], \"Names\": [\"one\", \"two\"], \"Empty\": []}}";

std::atomic<bool> never = false;

} // namespace

class TestInspectorTable : public QObject
{
    Q_OBJECT

private:
    Snapshot m_snapshot;
    std::unique_ptr<TableModel> m_model;

    void fill(const QByteArray &bytes, const char *list);
    int column(const QString &title) const;
    QStringList ids() const;

private Q_SLOTS:
    void lists();
    void columns();
    void scalarRows();
    void obeysTheRules();
    void missingIsNotEmpty();
    void sorted_data();
    void sorted();
    void words();
    void wordsStayForAnotherList();
    void copied_data();
    void copied();
    void picked();
    void found();
    void manyRows();
    void fewColumnsOfMany();
};

void TestInspectorTable::fill(const QByteArray &bytes, const char *list)
{
    m_snapshot = test::snapshotOf(bytes);
    m_model = std::make_unique<TableModel>();
    QSignalSpy ready(m_model.get(), &TableModel::columnsReady);
    m_model->setRows(m_snapshot, Rows::itemsOf(m_snapshot, test::pathTo(m_snapshot, list)));
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, 20'000);
}

int TestInspectorTable::column(const QString &title) const
{
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (m_model->headerData(column, Qt::Horizontal).toString() == title)
            return column;
    }
    return -1;
}

QStringList TestInspectorTable::ids() const
{
    QStringList ids;
    for (int row = 0; row < m_model->rowCount(); ++row)
        ids << m_model->index(row, 0).data().toString();
    return ids;
}

void TestInspectorTable::lists()
{
    const std::vector<TableList> lists = listsOf(test::snapshotOf(windows), never);
    QCOMPARE(lists.size(), 3U);
    QCOMPARE(lists[0].place, u"avail › Transaction"_s);
    QCOMPARE(lists[0].rows, 4U);
    QVERIFY(lists[0].hasObjects);
    QVERIFY(!lists[1].hasObjects); // texts, which come behind; an empty list isn't offered
    QCOMPARE(listsOf(test::snapshotOf("[[1],[2],{\"a\":[{}]}]"), never).front().place, u"[2] › a"_s);
    QVERIFY(listsOf(test::snapshotOf("{\"a\": 1}"), never).empty());
    QVERIFY(listsOf({}, never).empty());
}

void TestInspectorTable::columns()
{
    fill(windows, "/avail/Transaction");
    QStringList titles;
    for (const TableColumn &column : m_model->columns())
        titles << column.title;
    QCOMPARE(
        titles, (QStringList{u"id"_s, u"price"_s, u"at.country"_s, u"at.region"_s, u"tags"_s, u"extra"_s, u"note"_s}));
    QCOMPARE(m_model->columns()[0].filled, 4U);
    QCOMPARE(m_model->columns()[2].filled, 2U);
    QCOMPARE(m_model->index(0, column(u"tags"_s)).data().toString(), u"x · y"_s);
}

void TestInspectorTable::scalarRows()
{
    fill(windows, "/avail/Names");
    QCOMPARE(m_model->columnCount(), 1);
    QCOMPARE(ids(), (QStringList{u"one"_s, u"two"_s}));
}

void TestInspectorTable::obeysTheRules()
{
    fill(windows, "/avail/Transaction");
    const QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy ordered(m_model.get(), &TableModel::orderReady);
    m_model->sort(0, Qt::DescendingOrder);
    QTRY_COMPARE(ordered.count(), 1);
    m_model->setWords(u"us"_s);
    QTRY_COMPARE(ordered.count(), 2);
    m_model->clear();
    QCOMPARE(m_model->rowCount(), 0);
}

void TestInspectorTable::missingIsNotEmpty()
{
    fill(windows, "/avail/Transaction");
    const int region = column(u"at.region"_s);
    const QModelIndex empty = m_model->index(0, region);
    const QModelIndex missing = m_model->index(1, region);
    QVERIFY(!empty.data(TableModel::MissingRole).toBool());
    QVERIFY(missing.data(TableModel::MissingRole).toBool());
    QVERIFY(empty.data(Qt::AccessibleTextRole).toString() != missing.data(Qt::AccessibleTextRole).toString());
    const QModelIndex null = m_model->index(1, column(u"extra"_s));
    QVERIFY(!null.data(TableModel::MissingRole).toBool());
    QCOMPARE(null.data().toString(), u"null"_s);
    QVERIFY(m_model->index(3, column(u"at.country"_s)).data(TableModel::MissingRole).toBool());
}

void TestInspectorTable::sorted_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("isDescending");
    QTest::addColumn<QStringList>("order");
    QTest::newRow("texts, letter case aside") << u"id"_s << false << QStringList{u"=1+1"_s, u"A"_s, u"b"_s, u"c"_s};
    QTest::newRow("texts, backwards") << u"id"_s << true << QStringList{u"c"_s, u"b"_s, u"A"_s, u"=1+1"_s};
    QTest::newRow("numbers by size, then texts, then none")
        << u"price"_s << false << QStringList{u"A"_s, u"b"_s, u"=1+1"_s, u"c"_s};
    QTest::newRow("none is last backwards too") << u"price"_s << true << QStringList{u"=1+1"_s, u"b"_s, u"A"_s, u"c"_s};
    QTest::newRow("equals stay as they stand")
        << u"at.country"_s << false << QStringList{u"A"_s, u"b"_s, u"=1+1"_s, u"c"_s};
}

void TestInspectorTable::sorted()
{
    QFETCH(QString, title);
    QFETCH(bool, isDescending);
    QFETCH(QStringList, order);
    fill(windows, "/avail/Transaction");
    QSignalSpy ordered(m_model.get(), &TableModel::orderReady);
    m_model->sort(column(title), isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    QTRY_COMPARE(ordered.count(), 1);
    QCOMPARE(ids(), order);
    const payload::Path path = m_model->pathOf(0);
    QCOMPARE(pointerTo(m_snapshot.root(), path).parent().toString(), std::string("/avail/Transaction"));
    m_model->sort(-1, Qt::AscendingOrder);
    QCOMPARE(ids(), (QStringList{u"b"_s, u"A"_s, u"=1+1"_s, u"c"_s}));
}

void TestInspectorTable::words()
{
    fill(windows, "/avail/Transaction");
    m_model->setWords(u"ca"_s);
    QTRY_COMPARE(ids(), QStringList{u"A"_s});
    QCOMPARE(m_model->sourceRow(0), 1U);
    m_model->setWords(u"no such"_s);
    QTRY_COMPARE(m_model->rowCount(), 0);
    m_model->setWords({});
    QCOMPARE(m_model->rowCount(), 4);
}

void TestInspectorTable::wordsStayForAnotherList()
{
    fill(windows, "/avail/Transaction");
    m_model->setWords(u"two"_s);
    QTRY_COMPARE(m_model->rowCount(), 1);
    m_model->setRows(m_snapshot, Rows::itemsOf(m_snapshot, test::pathTo(m_snapshot, "/avail/Names")));
    QTRY_COMPARE(ids(), QStringList{u"two"_s});
}

void TestInspectorTable::copied_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("text") << QByteArray("\"Night Ferry\"") << QByteArray("Night Ferry");
    QTest::newRow("digits stay") << QByteArray("9.90") << QByteArray("9.90");
    QTest::newRow("negative number") << QByteArray("-5") << QByteArray("-5");
    QTest::newRow("tab") << QByteArray("\"a\\tb\"") << QByteArray("\"a\tb\"");
    QTest::newRow("lines") << QByteArray("\"a\\nb\"") << QByteArray("\"a\nb\"");
    QTest::newRow("quotes") << QByteArray("\"say \\\"x\\\"\"") << QByteArray("\"say \"\"x\"\"\"");
    QTest::newRow("formula") << QByteArray("\"=1+1\"") << QByteArray("'=1+1");
    QTest::newRow("macro") << QByteArray("\"@SUM(A1)\"") << QByteArray("'@SUM(A1)");
    QTest::newRow("call with a sign") << QByteArray("\"-cmd|x\"") << QByteArray("'-cmd|x");
    QTest::newRow("telephone number") << QByteArray("\"+49 30 123\"") << QByteArray("+49 30 123");
    QTest::newRow("number in a text") << QByteArray("\"-12.5\"") << QByteArray("-12.5");
    QTest::newRow("null") << QByteArray("null") << QByteArray("null");
}

void TestInspectorTable::copied()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, field);
    fill("[{\"a\": " + value + ", \"b\": 1}, {\"b\": 2}]", "");
    QCOMPARE(m_model->copied({0, 1}, {1, 0}), QByteArray("b\ta\n1\t" + field + "\n2\t\n"));
}

void TestInspectorTable::picked()
{
    const Snapshot snapshot = test::snapshotOf(windows);
    const std::vector<payload::Path> objects{
        test::pathTo(snapshot, "/avail/Transaction/2"), test::pathTo(snapshot, "/avail/Transaction/0/at")};
    const Rows rows = Rows::picked(snapshot, objects);
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows.pathOf(1), objects[1]);
    QCOMPARE(rows.at(snapshot.text, 1).member("country").string(), std::string("US"));
    // One list is meant by its items; texts make no rows.
    QCOMPARE(Rows::picked(snapshot, {test::pathTo(snapshot, "/avail/Transaction")}).size(), 4U);
    QCOMPARE(Rows::picked(snapshot, {test::pathTo(snapshot, "/avail/Names/0")}).size(), 0U);
}

void TestInspectorTable::found()
{
    fill(windows, "/avail/Transaction");
    const Needle needle(u"a"_s, false);
    const auto hits = findInTable(m_snapshot, m_model->rows(), m_model->columns(), nullptr, {}, needle, never);
    QCOMPARE(hits, (std::vector<CellHit>{{1, 0}, {1, 2}, {2, 6}}));
    const std::vector<std::uint32_t> order{1};
    QCOMPARE(findInTable(m_snapshot, m_model->rows(), m_model->columns(), &order, {true}, needle, never),
        (std::vector<CellHit>{{0, 2}}));
}

void TestInspectorTable::manyRows()
{
    fill(test::listOf(200'000), "/list");
    QCOMPARE(m_model->rowCount(), 200'000);
    QCOMPARE(m_model->index(199'999, 0).data().toString(), u"P-199999"_s);
    QSignalSpy ordered(m_model.get(), &TableModel::orderReady);
    m_model->sort(1, Qt::AscendingOrder);
    QTRY_COMPARE_WITH_TIMEOUT(ordered.count(), 1, 30'000);
    for (int row = 1; row < 200'000; row += 997)
        QVERIFY(m_model->index(row - 1, 1).data().toInt() <= m_model->index(row, 1).data().toInt());
}

void TestInspectorTable::fewColumnsOfMany()
{
    QByteArray bytes = "[";
    for (int row = 0; row < 400; ++row)
        bytes += (row > 0 ? ",{\"m" : "{\"m") + QByteArray::number(row) + "\":1}";
    fill(bytes + ']', "");
    QCOMPARE(m_model->columnCount(), static_cast<int>(MostColumns));
    QCOMPARE(m_model->rowCount(), 400);
}

QTEST_GUILESS_MAIN(TestInspectorTable)
#include "tst_inspectortable.moc"
