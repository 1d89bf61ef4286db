// SPDX-License-Identifier: GPL-3.0-or-later
// What counts as a difference, near misses beside it, and where it is told.
#include "unit/rules/Fixture.h"

#include "changes/Compare.h"
#include "changes/Words.h"

#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using changes::Comparison;
using changes::Difference;

namespace {

QString at(const std::optional<payload::Pointer> &pointer)
{
    return pointer ? QString::fromStdString(pointer->toString()) : u"-"_s;
}

/// "~ /a 1 | /a 2", one a difference.
QStringList lines(const Comparison &comparison)
{
    QStringList list;
    for (const Difference &one : comparison.differences) {
        const QChar sign = one.kind == Difference::Kind::Added ? u'+'
            : one.kind == Difference::Kind::Removed            ? u'-'
                                                               : u'~';
        list << sign + QString(u' ' + at(one.before) + u' ' + QString::fromStdString(one.beforeValue)) + u" | "_s
                + at(one.after) + u' ' + QString::fromStdString(one.afterValue);
    }
    return list;
}

Comparison compared(const QByteArray &before, const QByteArray &after, const changes::Options &options = {})
{
    return changes::compare(*read(before), *read(after), options);
}

QByteArray windows(const QByteArray &list)
{
    return "{\"avail\":{\"Transaction\":[" + list + "]}}";
}

} // namespace

class TestCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QStringList>("differences");
        const auto row
            = [](const char *name, const char *before, const char *after, const QStringList &differences = {}) {
                  QTest::newRow(name) << QByteArray(before) << QByteArray(after) << differences;
              };
        row("the same", R"({"a":1})", R"({"a":1})");
        row("order, blanks and escapes", R"({"a":1,"b":"x"})", R"({ "b" : "\u0078", "a" : 1 })");
        row("digits", R"({"a":9.90})", R"({"a":9.9})");
        row("exponent", R"([900])", R"([9e2])");
        row("minus nothing", R"([-0])", R"([0.0])");
        row("digits that no double has", R"([12345678901234567890])", R"([12345678901234567891])",
            {u"~ /0 12345678901234567890 | /0 12345678901234567891"_s});
        row("larger than any double", R"([1e400])", R"([1e401])", {u"~ /0 1e400 | /0 1e401"_s});
        row("a number isn't a text", R"({"a":"1"})", R"({"a":1})", {u"~ /a \"1\" | /a 1"_s});
        row("true isn't false", R"([true])", R"([false])", {u"~ /0 true | /0 false"_s});
        row("null isn't absent", R"({"a":null})", R"({})", {u"- /a null | - "_s});
        row("empty isn't absent", R"({})", R"({"a":[]})", {u"+ -  | /a []"_s});
        row("small letters", R"(["US"])", R"(["us"])", {u"~ /0 \"US\" | /0 \"us\""_s});
        row("object and list", R"({"a":{}})", R"({"a":[]})", {u"~ /a {} | /a []"_s});
        row("the whole", R"(1)", R"(2)", {u"~  1 |  2"_s});
        row("names with slashes", R"({"a/b":{"~":1}})", R"({"a/b":{"~":2}})", {u"~ /a~1b/~0 1 | /a~1b/~0 2"_s});
        row("a name twice, the same", R"({"a":1,"b":0,"a":2})", R"({"b":0,"a":1,"a":2})");
        row("a name twice", R"({"a":1,"a":2})", R"({"a":1,"a":3,"c":4})", {u"~ /a 2 | /a 3"_s, u"+ -  | /c 4"_s});
        row("an item comes in", R"(["a","b","c"])", R"(["a","x","b","c"])", {u"+ -  | /1 \"x\""_s});
        row("an item goes", R"(["a","b","c"])", R"(["a","c"])", {u"- /1 \"b\" | - "_s});
        row("an item changes", R"(["a","b","c","d"])", R"(["a","x","c"])",
            {u"~ /1 \"b\" | /1 \"x\""_s, u"- /3 \"d\" | - "_s});
        row("order of a list that isn't a set", R"({"Title":["a","b"]})", R"({"Title":["b","a"]})",
            {u"- /Title/0 \"a\" | - "_s, u"+ -  | /Title/1 \"a\""_s});
        row("inside of an item", R"([{"a":1,"b":[1,{"c":2}]}])", R"([{"b":[1,{"c":3}],"a":1}])",
            {u"~ /0/b/1/c 2 | /0/b/1/c 3"_s});
        row("territories", R"({"Territory":[{"country":"US"},{"country":"CA"}]})",
            R"({"Territory":[{"country":"CA"},{"country":"US"}]})");
        row("a territory", R"({"Territory":[{"country":"US"},{"country":"CA"}]})",
            R"({"Territory":[{"country":"MX"},{"country":"US"}]})",
            {u"- /Territory/1 {\"country\":\"CA\"} | - "_s, u"+ -  | /Territory/0 {\"country\":\"MX\"}"_s});
        row("the only territory", R"({"Territory":[{"country":"US"}]})", R"({"Territory":[{"country":"CA"}]})",
            {u"~ /Territory/0/country \"US\" | /Territory/0/country \"CA\""_s});
        row("a holdback's asset", R"({"HoldbackLanguage":[{"value":"fr","_asset":"audio"},{"value":"en"}]})",
            R"({"HoldbackLanguage":[{"value":"en"},{"value":"fr","_asset":"subtitle"}]})",
            {u"~ /HoldbackLanguage/0/_asset \"audio\" | /HoldbackLanguage/1/_asset \"subtitle\""_s});
        row("terms by name", R"({"Terms":[{"_termName":"A","Text":"1"},{"_termName":"B","Text":"2"}]})",
            R"({"Terms":[{"_termName":"B","Text":"3"},{"_termName":"A","Text":"1"}]})",
            {u"~ /Terms/1/Text \"2\" | /Terms/0/Text \"3\""_s});
        row("a term twice", R"({"Terms":[{"_termName":"A","Text":"1"},{"_termName":"A","Text":"2"}]})",
            R"({"Terms":[{"_termName":"A","Text":"2"},{"_termName":"A","Text":"3"}]})",
            {u"~ /Terms/0/Text \"1\" | /Terms/1/Text \"3\""_s});
        row("another term", R"({"Terms":[{"_termName":"A"}]})", R"({"Terms":[{"_termName":"B"}]})",
            {u"- /Terms/0 {\"_termName\":\"A\"} | - "_s, u"+ -  | /Terms/0 {\"_termName\":\"B\"}"_s});
        row("CDATA or not, comments, order of attributes", "<a b='1' c='2'><d>x</d></a>",
            "<a c='2' b='1'><!-- y --><d><![CDATA[x]]></d></a>");
        row("a list of one and of two", "<Tags><Tag>a</Tag></Tags>", "<Tags><Tag>b</Tag><Tag>a</Tag></Tags>",
            {u"+ -  | /Tags/Tag/0 \"b\""_s});
        row("performances by id and site",
            "<Performances><Performance id='1' siteId='A'><Time>19:00</Time></Performance><Performance id='1' siteId='B'/></Performances>",
            "<Performances><Performance id='1' siteId='B'/><Performance id='1' siteId='A'><Time>20:00</Time></Performance></Performances>",
            {u"~ /Performances/Performance/0/Time \"19:00\" | /Performances/Performance/1/Time \"20:00\""_s});
        row("the same id at another site", "<Performances><Performance id='1' siteId='A'/><Performance id='2' siteId='A'/></Performances>",
            "<Performances><Performance id='2' siteId='A'/><Performance id='1' siteId='B'/></Performances>",
            {u"~ /Performances/Performance/0/@siteId \"A\" | /Performances/Performance/1/@siteId \"B\""_s});
        row("seats by their type", "<SeatCapacities><SeatCapacity><SeatType>A</SeatType><Capacity>1</Capacity></SeatCapacity><SeatCapacity><SeatType>B</SeatType></SeatCapacity></SeatCapacities>",
            "<SeatCapacities><SeatCapacity><SeatType>B</SeatType></SeatCapacity><SeatCapacity><SeatType>A</SeatType><Capacity>2</Capacity></SeatCapacity></SeatCapacities>",
            {u"~ /SeatCapacities/SeatCapacity/0/Capacity \"1\" | /SeatCapacities/SeatCapacity/1/Capacity \"2\""_s});
        row("assets by content ID", R"({"Asset":[{"_contentID":"1","a":1},{"_contentID":"2"}]})",
            R"({"Asset":[{"_contentID":"2"},{"_contentID":"1","a":2}]})", {u"~ /Asset/0/a 1 | /Asset/1/a 2"_s});
        row("the only asset's ID", R"({"Asset":[{"_contentID":"1","a":1}]})", R"({"Asset":[{"_contentID":"2","a":1}]})",
            {u"~ /Asset/0/_contentID \"1\" | /Asset/0/_contentID \"2\""_s});
        row("items of a batch",
            R"({"requestItems":[{"requestItemId":"1","path":"/a"},{"requestItemId":"2","path":"/b"}]})",
            R"({"requestItems":[{"requestItemId":"2","path":"/c"},{"requestItemId":"1","path":"/a"}]})",
            {u"~ /requestItems/1/path \"/b\" | /requestItems/0/path \"/c\""_s});
    }
    void values()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QTEST(lines(compared(before, after)), "differences");
    }

    void windowsByIdElseByKey_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QStringList>("differences");
        const auto row = [](const char *name, const QByteArray &before, const QByteArray &after,
                             const QStringList &differences) { QTest::newRow(name) << before << after << differences; };
        const QByteArray id = "\"_TransactionID\":";
        const QByteArray key = "\"LicenseType\":\"VOD\",\"Territory\":[{\"country\":\"US\"}],\"Start\":\"2027\"";
        row("by ID", "{" + id + "\"w1\",\"End\":\"a\"},{" + id + "\"w2\"}",
            "{" + id + "\"w2\"},{\"End\":\"b\"," + id + "\"w1\"}",
            QStringList{u"~ /avail/Transaction/0/End \"a\" | /avail/Transaction/1/End \"b\""_s});
        row("IDs count more than keys", "{" + id + "\"w1\"," + key + "},{" + id + "\"w2\",\"LicenseType\":\"EST\"}",
            "{" + id + "\"w2\"," + key + "},{" + id + "\"w1\",\"LicenseType\":\"EST\"}",
            QStringList{u"~ /avail/Transaction/0/LicenseType \"VOD\" | /avail/Transaction/1/LicenseType \"EST\""_s,
                u"- /avail/Transaction/0/Territory [{\"country\":\"US\"}] | - "_s,
                u"- /avail/Transaction/0/Start \"2027\" | - "_s,
                u"~ /avail/Transaction/1/LicenseType \"EST\" | /avail/Transaction/0/LicenseType \"VOD\""_s,
                u"+ -  | /avail/Transaction/0/Territory [{\"country\":\"US\"}]"_s,
                u"+ -  | /avail/Transaction/0/Start \"2027\""_s});
        row("another ID, the same key", "{" + id + "\"w1\"," + key + ",\"End\":\"a\"}",
            "{" + id + "\"w9\"," + key + ",\"End\":\"b\"}",
            QStringList{u"~ /avail/Transaction/0/_TransactionID \"w1\" | /avail/Transaction/0/_TransactionID \"w9\""_s,
                u"~ /avail/Transaction/0/End \"a\" | /avail/Transaction/0/End \"b\""_s});
        row("another ID, another start", "{" + id + "\"w1\",\"Start\":\"a\"}", "{" + id + "\"w9\",\"Start\":\"b\"}",
            QStringList{u"- /avail/Transaction/0 {\"_TransactionID\":\"w1\",\"Start\":\"a\"} | - "_s,
                u"+ -  | /avail/Transaction/0 {\"_TransactionID\":\"w9\",\"Start\":\"b\"}"_s});
        row("no ID, another start", "{\"LicenseType\":\"EST\"},{\"LicenseType\":\"VOD\",\"Start\":\"a\"}",
            QByteArray("{\"LicenseType\":\"VOD\",\"Start\":\"b\"},{\"LicenseType\":\"EST\"}"),
            QStringList{u"~ /avail/Transaction/1/Start \"a\" | /avail/Transaction/0/Start \"b\""_s});
        row("an ID is given", "{" + key + "}", "{" + id + "\"w1\"," + key + "}",
            QStringList{u"+ -  | /avail/Transaction/0/_TransactionID \"w1\""_s});
        row("an ID twice, in another order", "{" + id + "\"w\",\"a\":1},{" + id + "\"w\",\"a\":2}",
            "{" + id + "\"w\",\"a\":2},{" + id + "\"w\",\"a\":1}", {});
        row("an ID that isn't a text", "{" + id + "1,\"a\":1}", "{\"a\":1," + id + "1}", {});
        row("none is left", "{" + id + "\"w\"}", QByteArray(),
            QStringList{u"- /avail/Transaction/0 {\"_TransactionID\":\"w\"} | - "_s});
    }
    void windowsByIdElseByKey()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QTEST(lines(compared(windows(before), windows(after))), "differences");
    }

    void againstReplies_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("got");
        QTest::addColumn<bool>("said"); // that it is a reply
        QTest::addColumn<int>("differences");
        const QByteArray sent
            = R"({"avail":{"ALID":"x","Disposition":{"EntryType":"F"},"Transaction":[{"_TransactionID":"w"}]}})";
        const QByteArray bare = R"({"avail":{"Transaction":[{"_TransactionID":"w"}],"ALID":"x"}})";
        const QByteArray reply = R"({"success":true,"avail":{"Transaction":[{"_TransactionID":"w"}],"ALID":"x"}})";
        QTest::newRow("envelope and Disposition") << sent << reply << false << 0;
        QTest::newRow("without an envelope") << sent << bare << true << 0;
        QTest::newRow("not said to be a reply") << sent << bare << false << 1;
        QTest::newRow("the partner's errors")
            << sent << QByteArray(reply).replace("true", "true,\"validationErrors\":[1]") << false << 0;
        QTest::newRow("another avail") << sent << QByteArray(reply).replace("\"x\"", "\"y\"") << false << 1;
        QTest::newRow("IDs that it doesn't tell")
            << sent << QByteArray(reply).replace("\"_TransactionID\":\"w\"", "") << false << 0;
        QTest::newRow("another ID") << sent << QByteArray(reply).replace("\"w\"", "\"v\"") << false << 1;
        QTest::newRow("another Disposition")
            << sent << QByteArray(reply).replace("\"ALID\"", "\"Disposition\":{\"EntryType\":\"P\"},\"ALID\"") << false
            << 1;
        QTest::newRow("two replies") << reply << QByteArray(reply).replace("true", "false") << false << 1;
    }
    void againstReplies()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, got);
        QFETCH(bool, said);
        QFETCH(int, differences);
        changes::Options options;
        options.afterIsReply = said;
        const Comparison there = compared(sent, got, options);
        QVERIFY2(static_cast<int>(there.total()) == differences, qPrintable(lines(there).join(u'\n')));
        std::swap(options.beforeIsReply, options.afterIsReply);
        QCOMPARE(static_cast<int>(compared(got, sent, options).total()), differences);
    }

    void sameInstant()
    {
        const auto one = [](const char *before, const char *after) {
            return compared(QByteArray("[\"") + before + "\"]", QByteArray("[\"") + after + "\"]").differences.at(0);
        };
        QVERIFY(one("2027-01-01T00:00:00Z", "2027-01-01T01:00:00+01:00").sameInstant);
        QVERIFY(!one("2027-01-01T00:00:00Z", "2027-01-01T00:00:01Z").sameInstant);
        QVERIFY(!one("today", "tomorrow").sameInstant);
    }

    void isBounded()
    {
        changes::Options options;
        options.most = 2;
        options.longestValue = 5;
        const Comparison found = compared(R"({"a":1,"b":2,"c":"zürich"})", R"({"c":"züri","b":3,"d":1})", options);
        QCOMPARE(found.differences.size(), std::size_t{2});
        QCOMPARE(found.removed, std::size_t{1});
        QCOMPARE(found.changed, std::size_t{2});
        QCOMPARE(found.added, std::size_t{1});
        QVERIFY(!found.isWhole());
        options.most = 4;
        options.longestValue = 3;
        const Comparison all = compared(R"({"c":"zürich"})", R"({"c":1})", options);
        QVERIFY(all.isWhole());
        QCOMPARE(all.differences[0].beforeValue, std::string("\"z")); // not half of a letter
        QVERIFY(all.differences[0].beforeIsCut);
        QVERIFY(!all.differences[0].afterIsCut);
    }

    void inWords()
    {
        const auto before = read(avail(window()));
        const auto after = read(avail(window({{"End", "\"2029-01-01T00:00:00Z\""}, {"FormatProfile", ""}})));
        Comparison found = changes::compare(*before, *after);
        changes::describe(found, rulebook(), *before, *after);
        QStringList places;
        for (const Difference &difference : found.differences)
            places << difference.place;
        QCOMPARE(places, (QStringList{u"Window w1 › Format"_s, u"Window w1 › End"_s}));
    }

    void words_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *json, const QString &text) {
            QTest::newRow(name) << QByteArray(json) << text;
        };
        row("text", "\"a\\u0062\\n c\"", u"ab c"_s);
        row("control characters", "\"a\\u001b[1m\\u0007\"", u"a\ufffd[1m\ufffd"_s);
        row("empty text", "\"\"", u"\"\""_s);
        row("number", "9.90", u"9.90"_s);
        row("nothing", "null", u"null"_s);
        row("empty object", "{ }", u"{ }"_s);
        row("one member", R"({"value":"HD"})", u"HD"_s);
        row("term", R"({"_termName":"SRP","Money":{"value":9.90,"_currency":"USD"}})", u"9.90 · USD"_s);
        row("term without a value", R"({"_termName":"SRP"})", u"SRP"_s);
        row("list", R"([{"country":"US"},{"country":"CA"}])", u"US · CA"_s);
        row("window", R"({"_TransactionID":"w","LicenseType":"VOD","x":[],"Territory":[{"country":"US"}]})",
            u"VOD · US"_s);
        row("long", R"("01234567890123456789x")", u"01234567890123456789…"_s);
        row("just not long", R"("01234567890123456789")", u"01234567890123456789"_s);
        row("long list", R"(["0123456789","0123456789"])", u"0123456789 · 0123456…"_s);
    }
    void words()
    {
        QFETCH(QByteArray, json);
        const auto document = read(json);
        QTEST(changes::words(document->root(), 20), "text");
    }

    void sameWordsAreWritten()
    {
        const auto before = read("[\"1\",2]");
        const auto after = read("[1,2]");
        Comparison found = changes::compare(*before, *after);
        changes::describe(found, rulebook(), *before, *after);
        QCOMPARE(found.differences[0].beforeWords, u"\"1\""_s);
        QCOMPARE(found.differences[0].afterWords, u"1"_s);
    }

    /// No quadratic work: 40,000 windows in another order and another layout.
    void manyWindows()
    {
        constexpr int Count = 40'000;
        QByteArray forwards;
        QByteArray backwards;
        for (int i = 0; i < Count; ++i) {
            const QByteArray number = QByteArray::number(i);
            forwards += (i ? "," : "") + window({{"_TransactionID", "\"w" + number + '"'}});
            backwards.prepend(window({{"_TransactionID", " \"w" + number + '"'}}) + (i ? "," : ""));
        }
        const auto one = read(avail(forwards));
        const auto other = read(avail(backwards.replace("\"w777\"", "\"v777\"").replace(":4.99", ": 4.990")));
        const Comparison found = changes::compare(*one, *other);
        QCOMPARE(found.total(), std::size_t{1}); // the same key: only its ID
        QCOMPARE(at(found.differences[0].before), u"/avail/Transaction/777/_TransactionID"_s);
        QBENCHMARK_ONCE
        {
            changes::compare(*one, *other);
        }
    }
};

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
