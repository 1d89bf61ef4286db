// SPDX-License-Identifier: GPL-3.0-or-later
// Members that are left out, and lists whose order is.
#include "unit/rules/Fixture.h"

#include "changes/Compare.h"

#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;

namespace {

QStringList lines(const changes::Comparison &comparison)
{
    QStringList list;
    for (const changes::Difference &one : comparison.differences) {
        const auto at = [](const std::optional<payload::Pointer> &pointer) {
            return pointer ? QString::fromStdString(pointer->toString()) : u"-"_s;
        };
        list << at(one.before) + u" | "_s + at(one.after);
    }
    return list;
}

} // namespace

class TestIgnoring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void members_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QStringList>("ignored");
        QTest::addColumn<QStringList>("differences");
        const auto row = [](const char *name, const char *before, const char *after, const QStringList &ignored,
                             const QStringList &differences = {}) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << ignored << differences;
        };
        row("by name", "{\"a\":1,\"t\":1}", "{\"a\":1,\"t\":2}", {u"t"_s});
        row("anywhere", "{\"x\":[{\"t\":1}]}", "{\"x\":[{\"t\":2}]}", {u"t"_s});
        row("only that name", "{\"t\":1,\"tt\":1}", "{\"t\":2,\"tt\":2}", {u"t"_s}, {u"/tt | /tt"_s});
        row("letter case counts", "{\"t\":1}", "{\"t\":2}", {u"T"_s}, {u"/t | /t"_s});
        row("on one side", "{\"a\":1,\"t\":1}", "{\"a\":1}", {u"t"_s});
        row("on the other side", "{}", "{\"t\":1}", {u"t"_s});
        row("by pointer", "{\"a\":{\"t\":1},\"t\":1}", "{\"a\":{\"t\":2},\"t\":2}", {u"/a/t"_s}, {u"/t | /t"_s});
        row("a whole branch", "{\"a\":{\"b\":1,\"c\":2}}", "{\"a\":{\"b\":2}}", {u"/a"_s});
        row("any item", "[{\"t\":1,\"v\":1},{\"t\":1,\"v\":2}]", "[{\"t\":2,\"v\":1},{\"t\":3,\"v\":3}]", {u"/*/t"_s},
            {u"/1/v | /1/v"_s});
        row("one item", "[{\"t\":1},{\"t\":1}]", "[{\"t\":2},{\"t\":2}]", {u"/0/t"_s}, {u"/1/t | /1/t"_s});
        row("any member", "{\"a\":{\"t\":1},\"b\":{\"t\":1}}", "{\"a\":{\"t\":2},\"b\":{\"t\":2}}", {u"/*/t"_s});
        row("not deeper", "{\"a\":{\"b\":{\"t\":1}}}", "{\"a\":{\"b\":{\"t\":2}}}", {u"/*/t"_s},
            {u"/a/b/t | /a/b/t"_s});
        row("escaped", "{\"a/b\":1}", "{\"a/b\":2}", {u"/a~1b"_s});
        row("windows go together without it",
            "{\"avail\":{\"Transaction\":[{\"Start\":\"1\",\"X\":1},{\"Start\":\"2\",\"X\":2}]}}",
            "{\"avail\":{\"Transaction\":[{\"Start\":\"9\",\"X\":2},{\"Start\":\"8\",\"X\":1}]}}",
            {u"/avail/Transaction/*/Start"_s});
        row("XML attributes", "<a x=\"1\"><b>1</b></a>", "<a x=\"2\"><b>1</b></a>", {u"@x"_s});
        row("XML elements", "<a><b>1</b><c>1</c></a>", "<a><b>2</b><c>2</c></a>", {u"/a/b"_s}, {u"/a/c | /a/c"_s});
        row("blanks around a name", "{\"t\":1}", "{\"t\":2}", {u" t "_s, u""_s});
    }

    void members()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QStringList, ignored);
        QFETCH(QStringList, differences);
        changes::Options options;
        options.ignoring = changes::Ignoring::parse(ignored).value();
        const auto found = changes::compare(*read(before), *read(after), options);
        QCOMPARE(lines(found), differences);
        QCOMPARE(found.total(), static_cast<std::size_t>(differences.size()));
    }

    void anyOrder_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QStringList>("differences");
        const auto row
            = [](const char *name, const char *before, const char *after, const QStringList &differences = {}) {
                  QTest::newRow(name) << QByteArray(before) << QByteArray(after) << differences;
              };
        row("moved", "[1,2,3]", "[3,1,2]");
        row("moved deep inside", "{\"a\":[[1,2],[3]]}", "{\"a\":[[3],[2,1]]}");
        row("twice isn't once", "[1,1,2]", "[2,1,2]", {u"/1 | /2"_s});
        row("one left on each side", "[1,2]", "[2,3]", {u"/0 | /1"_s});
        row("known by an id", "[{\"id\":1,\"v\":1},{\"id\":2,\"v\":2}]", "[{\"id\":2,\"v\":2},{\"id\":1,\"v\":9}]",
            {u"/0/v | /1/v"_s});
        row("known by a name", "[{\"name\":\"a\",\"v\":1},{\"name\":\"b\",\"v\":2},{\"name\":\"c\",\"v\":3}]",
            "[{\"name\":\"c\",\"v\":3},{\"name\":\"b\",\"v\":8},{\"name\":\"a\",\"v\":9}]",
            {u"/0/v | /2/v"_s, u"/1/v | /1/v"_s});
        row("objects without a name, in their order", "[{\"v\":1,\"w\":1},{\"v\":2,\"w\":2}]",
            "[{\"v\":3,\"w\":1},{\"v\":4,\"w\":2}]", {u"/0/v | /0/v"_s, u"/1/v | /1/v"_s});
        row("a text and a number", "[\"1\",2]", "[2,1]", {u"/0 | /1"_s});
        row("XML elements", "<a><b>1</b><b>2</b></a>", "<a><b>2</b><b>1</b></a>");
    }

    void anyOrder()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QStringList, differences);
        changes::Options options;
        options.anyOrder = true;
        QCOMPARE(lines(changes::compare(*read(before), *read(after), options)), differences);
        if (differences.isEmpty()) // and without the option it differs
            QVERIFY(changes::compare(*read(before), *read(after)).total() > 0);
    }

    void listsOfReplies()
    {
        const auto same = changes::compare(*read("{\"productionDetails\":[{\"id\":\"B1\",\"name\":\"Night "
                                                 "Ferry\"},{\"id\":\"B2\",\"name\":\"Harbour Lights\"}]}"),
            *read("{\"productionDetails\":[{\"id\":\"B2\",\"name\":\"Harbour Lights\"},{\"id\":\"B1\",\"name\":\"Night "
                  "Ferry II\"}]}"));
        QCOMPARE(lines(same), QStringList{u"/productionDetails/0/name | /productionDetails/1/name"_s});
        const auto items = changes::compare(*read("{\"responseItems\":[{\"requestItemId\":\"1\",\"success\":true},{"
                                                  "\"requestItemId\":\"2\",\"success\":true}]}"),
            *read("{\"responseItems\":[{\"requestItemId\":\"2\",\"success\":false},{\"requestItemId\":\"1\","
                  "\"success\":true}]}"));
        QCOMPARE(lines(items), QStringList{u"/responseItems/1/success | /responseItems/0/success"_s});
    }

    void whatCantBeLeftOut()
    {
        QVERIFY(!changes::Ignoring::parse({u"/a~2"_s}));
        QStringList many;
        for (int i = 0; i <= changes::Ignoring::Most; ++i)
            many << QString::number(i);
        QVERIFY(!changes::Ignoring::parse(many));
        QVERIFY(changes::Ignoring::parse({}).value().isEmpty());
        QVERIFY(changes::Ignoring::parse({u"  "_s}).value().isEmpty());
    }

    void stopped()
    {
        const std::atomic<bool> stop = true;
        changes::Options options;
        options.stop = &stop;
        QCOMPARE(changes::compare(*read("[1]"), *read("[2]"), options).total(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestIgnoring)
#include "tst_ignoring.moc"
