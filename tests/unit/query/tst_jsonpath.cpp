// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 9535 by its sections: the query (2.1), the root (2.2), selectors (2.3), null (2.6), segments (2.5) and normalized
// paths (2.7). Filters and functions (2.3.5, 2.4) are tst_jsonpathfilter's.
#include "unit/query/Selected.h"

#include <QTest>

using namespace marquee;
using namespace marquee::tests;
using namespace Qt::StringLiterals;

namespace {

/// A query that is right, what it is run over, and what it selects.
void good(const char *section, const char *document, const char *query, const char *selects)
{
    QTest::addRow("%s %s on %.30s", section, printable(query).constData(), document)
        << json(document) << QString::fromUtf8(query) << QString::fromUtf8(selects);
}

/// A query that is wrong, and the character (from 1) at which; 0 where that doesn't matter.
void bad(const char *section, const char *query, int at = 0)
{
    QTest::addRow("%s %s", section, printable(query).constData()) << QString::fromUtf8(query) << at;
}

constexpr const char *Film = "{'title':'Night "
                             "Ferry','windows':[{'id':'w1','price':9.99},{'id':'w2','price':4},{'id':'w3'}],'cast':{'"
                             "lead':'Ada','second':'Ben'}}";
constexpr const char *Ten = "[0,1,2,3,4,5,6,7,8,9]";

} // namespace

class TestJsonPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selects_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");

        // 2.1.1, 2.2: the root, and blanks between segments
        good("2.2", Film, "$", "$");
        good("2.2", "'one'", "$", "$");
        good("2.2", "[]", "$", "$");
        good("2.1.1 blank", Film, "$ .title", "$['title']");
        good("2.1.1 line break", Film, "$\n.cast\t.lead", "$['cast']['lead']");
        good("2.1.1 return", Film, "$\r['cast']\n['lead']", "$['cast']['lead']");
        good("2.1.1 blanks inside", Film, "$[ 'cast' ]", "$['cast']");
        good("2.1.1 blanks around a comma", Ten, "$[ 0 ,\n1\t,\r2 ]", "$[0] $[1] $[2]");

        // 2.3.1: names
        good("2.3.1", Film, "$['title']", "$['title']");
        good("2.3.1", Film, "$[\"title\"]", "$['title']");
        good("2.3.1", Film, "$.title", "$['title']");
        good("2.3.1 not there", Film, "$.Title", "");
        good("2.3.1 not there", Film, "$['title ']", "");
        good("2.3.1 of a list", Film, "$.windows.id", "");
        good("2.3.1 of a list", Ten, "$['0']", "");
        good("2.3.1 of a text", Film, "$.title.length", "");
        good("2.3.1 empty name", "{'':1}", "$['']", "$['']");
        good("2.3.1 number as a name", "{'0':1}", "$['0']", "$['0']");
        good("2.3.1 dollar", "{'$':1}", "$['$']", "$['$']");
        good("2.3.1 dot", "{'a.b':1,'a':{'b':2}}", "$['a.b']", "$['a.b']");
        good("2.3.1 brackets", "{']':1}", "$[']']", "$[']']");
        good("2.3.1 a quote in quotes", "{'a\\'':1}", "$['a\"']", "$['a\"']");
        good("2.3.1 letter case", "{'AB':1,'ab':2}", "$.AB", "$['AB']");
        good("2.3.1 underscore", "{'_x':1}", "$._x", "$['_x']");
        good("2.3.1 digits behind", "{'a1_2':1}", "$.a1_2", "$['a1_2']");
        good("2.3.1 beyond ASCII", "{'Nachtfähre':1}", "$.Nachtfähre", "$['Nachtfähre']");
        good("2.3.1 beyond the first plane", "{'😀':1}", "$.😀", "$['😀']");
        good("2.3.1 beyond the first plane", "{'😀':1}", "$['\\uD83D\\uDE00']", "$['😀']");
        good("2.3.1 true as a name", "{'true':1}", "$.true", "$['true']");
        good("2.3.1 null as a name", "{'null':1}", "$.null", "$['null']");
        good("2.3.1 escapes", "{'\\n\\t\\r\\b\\f':1}", "$['\\n\\t\\r\\b\\f']", "$['\\n\\t\\r\\b\\f']");
        good("2.3.1 slash", "{'a/b':1}", "$['a\\/b']", "$['a/b']");
        good("2.3.1 backslash", "{'a\\\\b':1}", "$['a\\\\b']", "$['a\\\\b']");
        good("2.3.1 apostrophe", "{'a\\u0027b':1}", "$['a\\'b']", "$['a\\'b']");
        good("2.3.1 quote", "{'a\\u0022b':1}", "$[\"a\\\"b\"]", "$['a\"b']");
        good("2.3.1 hexadecimal", "{'A':1}", "$['\\u0041']", "$['A']");
        good("2.3.1 hexadecimal", "{'ÿ':1}", "$['\\u00fF']", "$['ÿ']");
        good("2.3.1 of another spelling", "{'\\u0041':1}", "$.A", "$['A']");
        good("2.3.1 delete is no control character", "{'\x7f':1}", "$['\x7f']", "$['\x7f']");
        good("2.3.1 not normalised", "{'e\xcc\x81':1}", "$['é']", "");

        // 2.3.2: wildcards
        good("2.3.2", "{'a':1,'b':[2]}", "$.*", "$['a'] $['b']");
        good("2.3.2", "{'a':1,'b':[2]}", "$[*]", "$['a'] $['b']");
        good("2.3.2", "[5,{'a':1}]", "$[*]", "$[0] $[1]");
        good("2.3.2", "[5,{'a':1}]", "$.*", "$[0] $[1]");
        good("2.3.2", "[[1],[2,3]]", "$.*.*", "$[0][0] $[1][0] $[1][1]");
        good("2.3.2 twice", "[5,6]", "$[*,*]", "$[0] $[1] $[0] $[1]");
        good("2.3.2 of a scalar", "5", "$.*", "");
        good("2.3.2 of a text", "'abc'", "$[*]", "");
        good("2.3.2 of nothing", "[]", "$[*]", "");
        good("2.3.2 of nothing", "{}", "$.*", "");
        good("2.3.2 of null", "null", "$.*", "");

        // 2.3.3: indexes
        good("2.3.3", Ten, "$[0]", "$[0]");
        good("2.3.3", Ten, "$[9]", "$[9]");
        good("2.3.3 behind the end", Ten, "$[10]", "");
        good("2.3.3 from the end", Ten, "$[-1]", "$[9]");
        good("2.3.3 from the end", Ten, "$[-10]", "$[0]");
        good("2.3.3 in front", Ten, "$[-11]", "");
        good("2.3.3 of an object", "{'0':1}", "$[0]", "");
        good("2.3.3 of a text", "'abc'", "$[0]", "");
        good("2.3.3 of nothing", "[]", "$[0]", "");
        good("2.3.3 of nothing", "[]", "$[-1]", "");
        good("2.3.3 largest", Ten, "$[9007199254740991]", "");
        good("2.3.3 smallest", Ten, "$[-9007199254740991]", "");
        good("2.3.3 several", Ten, "$[3,1,1,-1]", "$[3] $[1] $[1] $[9]");

        // 2.3.4: slices
        good("2.3.4", Ten, "$[1:3]", "$[1] $[2]");
        good("2.3.4", Ten, "$[7:]", "$[7] $[8] $[9]");
        good("2.3.4", Ten, "$[:2]", "$[0] $[1]");
        good("2.3.4", Ten, "$[1:9:3]", "$[1] $[4] $[7]");
        good("2.3.4", Ten, "$[::4]", "$[0] $[4] $[8]");
        good("2.3.4", "[1,2]", "$[:]", "$[0] $[1]");
        good("2.3.4", "[1,2]", "$[::]", "$[0] $[1]");
        good("2.3.4 back", Ten, "$[5:1:-2]", "$[5] $[3]");
        good("2.3.4 back", "[1,2,3]", "$[::-1]", "$[2] $[1] $[0]");
        good("2.3.4 back", Ten, "$[:7:-1]", "$[9] $[8]");
        good("2.3.4 back", Ten, "$[2::-1]", "$[2] $[1] $[0]");
        good("2.3.4 back, nothing", Ten, "$[1:5:-1]", "");
        good("2.3.4 from the end", Ten, "$[-2:]", "$[8] $[9]");
        good("2.3.4 from the end", Ten, "$[:-8]", "$[0] $[1]");
        good("2.3.4 from the end", Ten, "$[-3:-1]", "$[7] $[8]");
        good("2.3.4 from the end, back", Ten, "$[-1:-4:-2]", "$[9] $[7]");
        good("2.3.4 nothing", Ten, "$[3:3]", "");
        good("2.3.4 nothing", Ten, "$[5:2]", "");
        good("2.3.4 step 0", Ten, "$[1:3:0]", "");
        good("2.3.4 beyond", "[1,2]", "$[0:100]", "$[0] $[1]");
        good("2.3.4 beyond", "[1,2]", "$[-100:1]", "$[0]");
        good("2.3.4 beyond, back", "[1,2]", "$[100:-100:-1]", "$[1] $[0]");
        good("2.3.4 beyond", "[1,2]", "$[100:]", "");
        good("2.3.4 largest step", Ten, "$[1::9007199254740991]", "$[1]");
        good("2.3.4 smallest step", Ten, "$[8::-9007199254740991]", "$[8]");
        good("2.3.4 largest numbers", "[1,2]", "$[-9007199254740991:9007199254740991]", "$[0] $[1]");
        good("2.3.4 of an object", "{'a':1}", "$[0:1]", "");
        good("2.3.4 of a text", "'abc'", "$[0:1]", "");
        good("2.3.4 of nothing", "[]", "$[::-1]", "");
        good("2.3.4 blanks", Ten, "$[ 1 : 5 : 2 ]", "$[1] $[3]");
        good("2.3.4 line breaks", Ten, "$[1\n:\t3\r:1]", "$[1] $[2]");
        good("2.3.4 blanks, nothing between", "[1,2]", "$[ : ]", "$[0] $[1]");
        good("2.3.4 and others", Ten, "$[0:2,8,'a',0]", "$[0] $[1] $[8] $[0]");

        // 2.5.1: children
        good("2.5.1", Film, "$.windows[0].id", "$['windows'][0]['id']");
        good("2.5.1", Film, "$['windows'][0]['id']", "$['windows'][0]['id']");
        good("2.5.1 several", Film, "$['title','cast']", "$['title'] $['cast']");
        good("2.5.1 in the order asked", Film, "$['cast','title']", "$['cast'] $['title']");
        good("2.5.1 twice", Film, "$['title','title']", "$['title'] $['title']");
        good("2.5.1 of each", Film, "$.windows[*].price", "$['windows'][0]['price'] $['windows'][1]['price']");
        good("2.5.1 of each, several", Film, "$.windows[0,1]['price','id']",
            "$['windows'][0]['price'] $['windows'][0]['id'] $['windows'][1]['price'] $['windows'][1]['id']");
        good("2.5.1 name and index", "[{'a':1}]", "$['a',0]", "$[0]");
        good("2.5.1 way that ends", Film, "$.cast.lead.name", "");

        // 2.5.2: descendants
        good("2.5.2", "{'a':{'a':{'a':1}}}", "$..a", "$['a'] $['a']['a'] $['a']['a']['a']");
        good("2.5.2", Film, "$..id", "$['windows'][0]['id'] $['windows'][1]['id'] $['windows'][2]['id']");
        good("2.5.2", Film, "$..['id']", "$['windows'][0]['id'] $['windows'][1]['id'] $['windows'][2]['id']");
        good("2.5.2 everything", "{'a':[1,{'b':2}]}", "$..*", "$['a'] $['a'][0] $['a'][1] $['a'][1]['b']");
        good("2.5.2 everything", "{'a':[1,{'b':2}]}", "$..[*]", "$['a'] $['a'][0] $['a'][1] $['a'][1]['b']");
        good("2.5.2 index", "[[1,[2]],[3]]", "$..[0]", "$[0] $[0][0] $[0][1][0] $[1][0]");
        good("2.5.2 from the end", "[[1,[2]],[3]]", "$..[-1]", "$[1] $[0][1] $[0][1][0] $[1][0]");
        good("2.5.2 slice", "[[1,2],[3]]", "$..[1:]", "$[1] $[0][1]");
        good("2.5.2 several", "[{'a':1,'b':2},{'b':3}]", "$..['b','a']", "$[0]['b'] $[0]['a'] $[1]['b']");
        good("2.5.2 then a child", Film, "$..windows[0]", "$['windows'][0]");
        good("2.5.2 below", Film, "$.cast..lead", "$['cast']['lead']");
        good("2.5.2 two of them", "{'a':[{'b':1}],'c':{'a':{'b':2}}}", "$..a..b", "$['a'][0]['b'] $['c']['a']['b']");
        good("2.5.2 twice what is under two", "{'a':{'a':{'b':1}}}", "$..a..b", "$['a']['a']['b'] $['a']['a']['b']");
        good("2.5.2 blanks in front", Film, "$ ..lead", "$['cast']['lead']");
        good("2.5.2 blanks in brackets", Film, "$..[ 'lead' ]", "$['cast']['lead']");
        good("2.5.2 of a scalar", "7", "$..*", "");
        good("2.5.2 not there", Film, "$..nowhere", "");
        good("2.5.2 parents first", "[{'x':[{'x':1}]},{'x':2}]", "$..x", "$[0]['x'] $[0]['x'][0]['x'] $[1]['x']");

        // 2.6: null is a value
        good("2.6", "{'a':null}", "$.a", "$['a']");
        good("2.6 as a list", "{'a':null}", "$.a[0]", "");
        good("2.6 as an object", "{'a':null}", "$.a.d", "");
        good("2.6 in a list", "{'b':[null]}", "$.b[0]", "$['b'][0]");
        good("2.6 in a list", "{'b':[null]}", "$.b[*]", "$['b'][0]");
        good("2.6 filtered", "{'b':[null]}", "$.b[?@]", "$['b'][0]");
        good("2.6 compared", "{'b':[null,0,'']}", "$.b[?@==null]", "$['b'][0]");
        good("2.6 absent isn't null", "[{'a':null},{}]", "$[?@.a==null]", "$[0]");

        // 2.7: normalized paths
        good("2.7", "{'a':[{'b':1}]}", "$..b", "$['a'][0]['b']");
        good("2.7 apostrophe", "{'it\\u0027s':1}", "$.*", "$['it\\'s']");
        good("2.7 backslash", "{'\\\\':1}", "$.*", "$['\\\\']");
        good("2.7 control character", "{'\\u000B':1}", "$.*", "$['\\u000b']");
        good("2.7 control characters", "{'\\u0000\\u001F':1}", "$.*", "$['\\u0000\\u001f']");
        good("2.7 short forms", "{'\\u0008\\u0009\\u000A\\u000C\\u000D':1}", "$.*", "$['\\b\\t\\n\\f\\r']");
        good("2.7 no escape for a quote", "{'\\u0022':1}", "$.*", "$['\"']");
        good("2.7 no escape for a slash", "{'/':1}", "$.*", "$['/']");
        good("2.7 index from the end", Ten, "$[-3]", "$[7]");

        // Beyond the RFC: members that stand twice
        good("doubled names", "{'a':1,'b':2,'a':3}", "$.a", "$['a'] $['a']");
        good("doubled names", "{'a':1,'b':2,'a':3}", "$.*", "$['a'] $['b'] $['a']");
        good("doubled names", "{'a':{'b':1},'a':{'b':2}}", "$.a.b", "$['a']['b'] $['a']['b']");
        good("doubled names", "{'a':1,'\\u0061':3}", "$['a']", "$['a'] $['a']");
    }

    void selects()
    {
        QFETCH(const QByteArray, document);
        QFETCH(const QString, query);
        QFETCH(const QString, expected);
        const auto read = documentOf(document);
        QVERIFY(read);
        QCOMPARE(selected(*read, query), expected);
        QVERIFY(query::check(query, false).has_value());
    }

    /// A normalized path is a query, and finds its place again.
    void normalizedPathsAreQueries()
    {
        const auto document
            = documentOf(json("{'it\\u0027s':[{'a\\\\b':1,'':[[2]]}],'\\u000b\\n':{'Nachtfähre':{'😀':0}}}"));
        QVERIFY(document);
        const auto all = query::select(*document, u"$..*"_s);
        QVERIFY(all);
        QCOMPARE(all->total, 9U);
        for (const payload::Path &path : all->places) {
            const QString text = query::normalizedPath(*document, path);
            const auto again = query::select(*document, text);
            QVERIFY2(again, qPrintable(text));
            QCOMPARE(again->total, 1U);
            QCOMPARE(again->places.front(), path);
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("at");

        bad("2.1.1 no root", "title", 1);
        bad("2.1.1 no root", ".title", 1);
        bad("2.1.1 no root", "@.title", 1);
        bad("2.1.1 two roots", "$$", 2);
        bad("2.1.1 only a dot", "$.", 3);
        bad("2.1.1 only two dots", "$..", 4);
        bad("2.1.1 three dots", "$...a", 4);
        bad("2.1.1 a dot behind", "$.a.", 5);
        bad("2.1.1 blank behind a dot", "$. a", 3);
        bad("2.1.1 blank between dots", "$. .a", 3);
        bad("2.1.1 blank behind two dots", "$.. a", 4);
        bad("2.1.1 name without a dot", "$a", 2);
        bad("2.1.1 something behind", "$.a]", 4);
        bad("2.1.1 something behind", "$.a,", 4);
        bad("2.1.1 something behind", "$[0]0", 5);
        bad("2.1.1 other blank", "$\xc2\xa0.a", 2);
        bad("2.3.1 digit in front", "$.1", 3);
        bad("2.3.1 hyphen in front", "$.-a", 3);
        bad("2.3.1 hyphen", "$.a-b", 4);
        bad("2.3.1 quotes behind a dot", "$.'a'", 3);
        bad("2.3.1 quotes behind a dot", "$.\"a\"", 3);
        bad("2.3.1 brackets behind a dot", "$.[0]", 3);
        bad("2.3.1 without quotes", "$[a]", 3);
        bad("2.3.1 sign", "$.&", 3);
        bad("2.3.1 hash", "$.a#", 4);
        bad("2.3.1 never closed", "$['a", 3);
        bad("2.3.1 never closed", "$['a\"]", 3);
        bad("2.3.1 bracket never closed", "$['a'", 6);
        bad("2.3.1 bracket never closed", "$[", 3);
        bad("2.3.1 empty bracket", "$[]", 3);
        bad("2.3.1 blank in a bracket", "$[ ]", 4);
        bad("2.3.1 unknown escape", "$['\\q']", 4);
        bad("2.3.1 the other quote escaped", "$['\\\"']", 4);
        bad("2.3.1 the other quote escaped", "$[\"\\'\"]", 4);
        bad("2.3.1 backslash at the end", "$['\\", 4);
        bad("2.3.1 capital U", "$['\\U0041']", 4);
        bad("2.3.1 too few digits", "$['\\u004']", 9);
        bad("2.3.1 no hexadecimal", "$['\\u00g1']", 8);
        bad("2.3.1 half a character", "$['\\uD83D']", 4);
        bad("2.3.1 half a character", "$['\\uD83Dx']", 4);
        bad("2.3.1 half a character", "$['\\uDE00']", 4);
        bad("2.3.1 half a character twice", "$['\\uD83D\\uD83D']", 4);
        bad("2.3.1 control character", "$['\n']", 4);
        bad("2.3.1 control character", "$['\t']", 4);
        bad("2.3.1 names without a comma", "$['a' 'b']", 7);
        bad("2.3.1 comma in front", "$[,'a']", 3);
        bad("2.3.1 comma behind", "$['a',]", 7);
        bad("2.3.1 two commas", "$['a',,'b']", 7);
        bad("2.3.2 star and more", "$.*a", 4);
        bad("2.3.2 two stars", "$.**", 4);
        bad("2.3.2 two stars", "$[**]", 4);
        bad("2.3.3 zero in front", "$[01]", 3);
        bad("2.3.3 zero in front", "$[-01]", 3);
        bad("2.3.3 minus zero", "$[-0]", 3);
        bad("2.3.3 plus", "$[+1]", 3);
        bad("2.3.3 only minus", "$[-]", 4);
        bad("2.3.3 blank behind minus", "$[- 1]", 4);
        bad("2.3.3 fraction", "$[1.0]", 4);
        bad("2.3.3 exponent", "$[1e2]", 4);
        bad("2.3.3 hexadecimal", "$[0x1]", 4);
        bad("2.3.3 too large", "$[9007199254740992]", 3);
        bad("2.3.3 too small", "$[-9007199254740992]", 3);
        bad("2.3.3 far too large", "$[99999999999999999999999999]", 3);
        bad("2.3.3 bracket for a name", "$[1 2]", 5);
        bad("2.3.4 four parts", "$[1:2:3:4]", 8);
        bad("2.3.4 zero in front", "$[1:02]", 5);
        bad("2.3.4 minus zero", "$[-0:1]", 3);
        bad("2.3.4 minus zero", "$[0:-0]", 5);
        bad("2.3.4 minus zero", "$[::-0]", 5);
        bad("2.3.4 too large", "$[0:9007199254740992]", 5);
        bad("2.3.4 too large", "$[::-9007199254740992]", 5);
        bad("2.3.4 names", "$['a':'b']", 6);
        bad("2.3.4 letter", "$[1:a]", 5);
        bad("2.3.4 parentheses", "$[(1)]", 3);
        bad("2.5.2 descends to nothing", "$..[]", 5);
        bad("2.5.2 descends to a digit", "$..1", 4);
        bad("2.5.2 descends to quotes", "$..'a'", 4);
        bad("nothing", "", 1);
        bad("only blanks", "   ", 1);
    }

    void refuses()
    {
        QFETCH(const QString, query);
        QFETCH(const int, at);
        const auto document = documentOf("{}");
        const auto found = query::select(*document, query);
        QVERIFY(!found);
        QCOMPARE(found.error().code, Error::Code::Invalid);
        QVERIFY(found.error().place);
        if (at > 0)
            QCOMPARE(static_cast<int>(found.error().place->column), at);
        QVERIFY2(found.error().message.startsWith(u"Character "_s), qPrintable(found.error().message));
        const auto checked = query::check(query, false);
        QVERIFY(!checked);
        QCOMPARE(checked.error().message, found.error().message);
    }
};

QTEST_GUILESS_MAIN(TestJsonPath)
#include "tst_jsonpath.moc"
