// SPDX-License-Identifier: GPL-3.0-or-later
// The payload as a tree: places in every spelling, portions, what a filter picks, and what is found.
#include "unit/inspector/Given.h"

#include "inspector/Cells.h"
#include "inspector/Find.h"
#include "inspector/TreeModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace marquee;
using namespace marquee::inspector;
using namespace Qt::StringLiterals;

namespace {

const QByteArray avail
    = "{\"avail\": {\"ALID\": \"NF-1\", \"Count\": 12, \"Title\": \"Night\\nFerry\", \"Title\": \"\",\n"
      "  \"Transaction\": [{\"End\": null}, {\"End\": true}], \"it's\": {}, \"no\": []}}";
const QByteArray report
    = "<Report><Performance id=\"P-1\"><Hall>1</Hall>own</Performance><Performance id=\"P-2\"/><Note>x</Note></Report>";

QString textAt(const TreeModel &model, const QModelIndex &index, int column)
{
    return model.index(index.row(), column, index.parent()).data().toString();
}

} // namespace

class TestInspectorTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void obeysTheRules_data();
    void obeysTheRules();
    void cells_data();
    void cells();
    void places_data();
    void places();
    void pathsOfOffsets();
    void doubledNames();
    void longTexts_data();
    void longTexts();
    void portions();
    void fetchedForAPlace();
    void filtered();
    void found_data();
    void found();
};

void TestInspectorTree::obeysTheRules_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("json") << avail;
    QTest::newRow("xml") << report;
    QTest::newRow("scalar") << QByteArray("12");
    QTest::newRow("empty list") << QByteArray("[]");
}

void TestInspectorTree::obeysTheRules()
{
    QFETCH(QByteArray, bytes);
    TreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Snapshot snapshot = test::snapshotOf(bytes);
    model.setSnapshot(snapshot);
    QCOMPARE(model.rowCount(), 1);
    model.setRoots({payload::Path(), payload::Path()});
    QCOMPARE(model.rowCount(), 2);
    model.setRoots({});
    QCOMPARE(model.rowCount(), 0);
    model.showAll();
    QCOMPARE(model.rowCount(), 1);
    model.setSnapshot({});
    QCOMPARE(model.rowCount(), 0);
}

void TestInspectorTree::cells_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QStringList>("row");
    const auto row = [](const char *name, const QByteArray &bytes, const char *pointer, const QStringList &cells) {
        QTest::newRow(name) << bytes << QByteArray(pointer) << cells;
    };
    row("whole", avail, "", {u"$"_s, u"NF-1 · 12 · Night↵Ferry"_s, u"Object"_s, u"%1 B"_s.arg(avail.size()), u"1"_s});
    row("object", avail, "/avail", {u"avail"_s, u"NF-1 · 12 · Night↵Ferry · true"_s, u"Object"_s, u"146 B"_s, u"7"_s});
    row("text", avail, "/avail/ALID", {u"ALID"_s, u"NF-1"_s, u"Text"_s, u"6 B"_s, {}});
    row("number", avail, "/avail/Count", {u"Count"_s, u"12"_s, u"Number"_s, u"2 B"_s, {}});
    row("on one line", avail, "/avail/Title", {u"Title"_s, u"Night↵Ferry"_s, u"Text"_s, u"14 B"_s, {}});
    row("item", avail, "/avail/Transaction/1", {u"[1]"_s, u"true"_s, u"Object"_s, u"13 B"_s, u"1"_s});
    row("null", avail, "/avail/Transaction/0/End", {u"End"_s, u"null"_s, u"Nothing (null)"_s, u"4 B"_s, {}});
    row("empty object", avail, "/avail/it's", {u"it's"_s, u"{}"_s, u"Object"_s, u"2 B"_s, u"0"_s});
    row("attribute", report, "/Report/Performance/1/@id", {u"@id"_s, u"P-2"_s, u"Attribute"_s, u"8 B"_s, {}});
    row("elements", report, "/Report/Performance",
        {u"Performance"_s, u"P-1 · 1 · own · P-2"_s, u"List"_s, u"79 B"_s, u"2"_s});
    row("element", report, "/Report/Note", {u"Note"_s, u"x"_s, u"Element"_s, u"14 B"_s, {}});
    row("own text", report, "/Report/Performance/0/#text", {u"#text"_s, u"own"_s, u"Text"_s, u"3 B"_s, {}});
}

void TestInspectorTree::cells()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, pointer);
    QFETCH(QStringList, row);
    TreeModel model;
    const Snapshot snapshot = test::snapshotOf(bytes);
    model.setSnapshot(snapshot);
    const QModelIndex index = model.indexOf(test::pathTo(snapshot, pointer.constData()));
    QVERIFY(index.isValid());
    QCOMPARE(index.data(TreeModel::PointerRole).toString(), QString::fromUtf8(pointer));
    QStringList cells;
    for (int column = 0; column < TreeModel::ColumnCount; ++column)
        cells << textAt(model, index, column);
    if (pointer == "/avail" || pointer == "/Report/Performance") { // their length is as it is
        cells[TreeModel::Size].clear();
        row[TreeModel::Size].clear();
    }
    QCOMPARE(cells, row);
}

void TestInspectorTree::places_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QString>("query");
    QTest::newRow("root") << avail << QByteArray("") << u"$"_s;
    QTest::newRow("item") << avail << QByteArray("/avail/Transaction/1/End")
                          << u"$['avail']['Transaction'][1]['End']"_s;
    QTest::newRow("quote") << avail << QByteArray("/avail/it's") << u"$['avail']['it\\'s']"_s;
    QTest::newRow("controls") << QByteArray("{\"a\\u0001\\n\\\\\": 1}") << QByteArray("/a\x01\n\\")
                              << u"$['a\\u0001\\n\\\\']"_s;
    QTest::newRow("xml root") << report << QByteArray("") << u"/"_s;
    QTest::newRow("only one") << report << QByteArray("/Report/Note") << u"/Report/Note"_s;
    QTest::newRow("one of several") << report << QByteArray("/Report/Performance/1") << u"/Report/Performance[2]"_s;
    QTest::newRow("all of them") << report << QByteArray("/Report/Performance") << u"/Report/Performance"_s;
    QTest::newRow("attribute") << report << QByteArray("/Report/Performance/0/@id") << u"/Report/Performance[1]/@id"_s;
    QTest::newRow("own text") << report << QByteArray("/Report/Performance/0/#text")
                              << u"/Report/Performance[1]/text()"_s;
    QTest::newRow("apart") << QByteArray("<r><a/><b/><a/></r>") << QByteArray("/r/b") << u"/r/b"_s;
}

void TestInspectorTree::places()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, pointer);
    QFETCH(QString, query);
    const Snapshot snapshot = test::snapshotOf(bytes);
    const auto parsed = payload::Pointer::parse(pointer.toStdString());
    QVERIFY(parsed);
    const auto path = pathOf(snapshot.root(), *parsed);
    QVERIFY(path);
    QCOMPARE(queryFor(snapshot.root(), *path), query);
    QCOMPARE(pointerTo(snapshot.root(), *path), *parsed);
    QVERIFY(!pathOf(snapshot.root(), parsed->child("not there")));
    QCOMPARE(snapshot.document->pathOf(*parsed).value(), *path);
}

void TestInspectorTree::pathsOfOffsets()
{
    const Snapshot snapshot = test::snapshotOf(avail);
    for (std::uint32_t offset = 0; offset < snapshot.text.size(); ++offset)
        QCOMPARE(pathAt(snapshot.root(), offset), snapshot.document->pathAt(offset));
}

void TestInspectorTree::doubledNames()
{
    TreeModel model;
    const Snapshot snapshot = test::snapshotOf(avail);
    model.setSnapshot(snapshot);
    const QModelIndex first = model.indexOf(test::pathTo(snapshot, "/avail/Title"));
    const QModelIndex second = first.siblingAtRow(first.row() + 1);
    QCOMPARE(second.data().toString(), u"Title"_s);
    QVERIFY(first.data(TreeModel::DoubledRole).toBool());
    QVERIFY(second.data(TreeModel::DoubledRole).toBool());
    QVERIFY(!first.data(Qt::ToolTipRole).toString().isEmpty());
    QVERIFY(!model.indexOf(test::pathTo(snapshot, "/avail/ALID")).data(TreeModel::DoubledRole).toBool());
    QCOMPARE(first.data(TreeModel::WholeRole).toString(), u"Night\nFerry"_s);
    QCOMPARE(second.data(TreeModel::WholeRole).toString(), QString());
}

void TestInspectorTree::longTexts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("begins");
    const QByteArray filler(1'000'000, 'x');
    QTest::newRow("plain") << QByteArray("[\"ab" + filler + "\"]") << u"abxx"_s;
    QTest::newRow("escapes") << QByteArray("[\"a\\u00e4" + QByteArray(4084, 'x') + "\\u00e4" + filler + "\"]")
                             << u"aäxx"_s;
    QTest::newRow("backslashes") << QByteArray("[\"" + QByteArray(200'000, '\\') + "\"]") << QString();
    QTest::newRow("number") << QByteArray("[1" + QByteArray(10'000, '0') + "]") << u"1000"_s;
    QTest::newRow("element") << QByteArray("<r><a>xy" + filler + "</a></r>") << u"xyxx"_s;
    QTest::newRow("attribute") << QByteArray("<r><a b=\"xy" + filler + "\"/></r>") << QString();
}

void TestInspectorTree::longTexts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, begins);
    const Snapshot snapshot = test::snapshotOf(bytes);
    payload::Value value = snapshot.root();
    while (value.size() > 0)
        value = value.at(0);
    const QString words = valueWords(value);
    QVERIFY(words.size() <= LongestCell + 1);
    QVERIFY2(words.startsWith(begins), qPrintable(words.left(20)));
}

void TestInspectorTree::portions()
{
    const int rows = 2 * TreeModel::Portion + 1;
    TreeModel model;
    const Snapshot snapshot = test::snapshotOf(test::listOf(rows));
    model.setSnapshot(snapshot);
    const QModelIndex list = model.indexOf(test::pathTo(snapshot, "/list"));
    QCOMPARE(model.rowCount(list), TreeModel::Portion);
    QVERIFY(model.canFetchMore(list));
    // The tester fetches by itself, as a view would.
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    while (model.canFetchMore(list))
        model.fetchMore(list);
    QCOMPARE(model.rowCount(list), rows);
    QVERIFY(inserted.count() > 0);
}

void TestInspectorTree::fetchedForAPlace()
{
    TreeModel model;
    const Snapshot snapshot = test::snapshotOf(test::listOf(40'001));
    model.setSnapshot(snapshot);
    const payload::Path last = test::pathTo(snapshot, "/list/40000/id");
    const QModelIndex index = model.indexOf(last);
    QCOMPARE(index.data(TreeModel::WholeRole).toString(), u"P-40000"_s);
    QCOMPARE(model.pathOf(index), last);
    payload::Path beyond = test::pathTo(snapshot, "/list");
    beyond.push_back(40'001);
    QVERIFY(!model.indexOf(beyond).isValid());
}

void TestInspectorTree::filtered()
{
    TreeModel model;
    const Snapshot snapshot = test::snapshotOf(avail);
    model.setSnapshot(snapshot);
    model.setRoots({test::pathTo(snapshot, "/avail/Transaction/1"), test::pathTo(snapshot, "/avail/ALID")});
    QVERIFY(model.isFiltered());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data().toString(), u"$['avail']['Transaction'][1]"_s);
    QCOMPARE(model.index(1, 0).data().toString(), u"$['avail']['ALID']"_s);
    QCOMPARE(
        model.index(0, 0, model.index(0, 0)).data(TreeModel::PointerRole).toString(), u"/avail/Transaction/1/End"_s);
    QVERIFY(model.indexOf(test::pathTo(snapshot, "/avail/Transaction/1/End")).isValid());
    QVERIFY(!model.indexOf(test::pathTo(snapshot, "/avail/Transaction/0/End")).isValid());
    model.showAll();
    QVERIFY(model.indexOf(test::pathTo(snapshot, "/avail/Transaction/0/End")).isValid());
}

void TestInspectorTree::found_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matchCase");
    QTest::addColumn<int>("count");
    QTest::newRow("name") << avail << u"end"_s << false << 2;
    QTest::newRow("name, not in that case") << avail << u"end"_s << true << 0;
    QTest::newRow("value") << avail << u"nf-"_s << false << 1;
    QTest::newRow("over a line break") << avail << u"Night\nFerry"_s << true << 1;
    QTest::newRow("not what is written") << avail << u"\\n"_s << false << 0;
    QTest::newRow("number") << avail << u"12"_s << false << 1;
    QTest::newRow("nothing") << avail << u"NF-2"_s << false << 0;
    QTest::newRow("empty") << avail << QString() << false << 0;
    QTest::newRow("elements once") << report << u"performance"_s << false << 2;
    QTest::newRow("attribute") << report << u"P-2"_s << false << 1;
}

void TestInspectorTree::found()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(bool, matchCase);
    QFETCH(int, count);
    const Snapshot snapshot = test::snapshotOf(bytes);
    const std::atomic<bool> stop = false;
    QCOMPARE(static_cast<int>(findInTree(snapshot, {payload::Path()}, Needle(text, matchCase), stop).size()), count);
    const std::atomic<bool> stopped = true;
    QVERIFY(findInTree(snapshot, {payload::Path()}, Needle(text, matchCase), stopped).empty());
}

QTEST_GUILESS_MAIN(TestInspectorTree)
#include "tst_inspectortree.moc"
