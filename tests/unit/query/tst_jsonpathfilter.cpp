// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 9535: filters (2.3.5), functions (2.4) and the patterns of RFC 9485.
#include "query/Pattern.h"
#include "unit/query/Selected.h"

#include <QTest>

using namespace marquee;
using namespace marquee::tests;
using namespace Qt::StringLiterals;

namespace {

/// A filter over the entries of a list, and which of them it lets through: "0 2".
void good(const char *section, const char *list, const char *filter, const char *lets)
{
    QTest::addRow("%s %s on %.40s", section, printable(filter).constData(), list)
        << json(list) << QString::fromUtf8(filter) << QString::fromUtf8(lets);
}

void bad(const char *section, const char *query, int at = 0)
{
    QTest::addRow("%s %s", section, printable(query).constData()) << QString::fromUtf8(query) << at;
}

void pattern(const char *text, const char *subject, bool matches, bool searches)
{
    QTest::addRow("%s on %s", text, printable(subject).constData()) << QByteArray(text) << QByteArray(subject) << matches << searches;
}

constexpr const char *Kinds = "[null,false,true,0,'',[],{}]";
constexpr const char *Windows
    = "[{'t':'EST','p':9.99,'c':['US','CA']},{'t':'VOD','p':4},{'t':'SVOD','c':[]},{'p':'4'}]";

} // namespace

class TestJsonPathFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filters_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("expected");

        // 2.3.5: existence
        good("2.3.5 exists", Windows, "@.p", "0 1 3");
        good("2.3.5 exists", Windows, "@['c']", "0 2");
        good("2.3.5 exists, deeper", Windows, "@.c[0]", "0");
        good("2.3.5 exists, any", Windows, "@.c[*]", "0");
        good("2.3.5 exists, far down", Windows, "@..[1]", "0");
        good("2.3.5 exists, itself", Kinds, "@", "0 1 2 3 4 5 6");
        good("2.3.5 exists, root", "[1,2]", "$", "0 1");
        good("2.3.5 exists, from the root", "[1,2]", "$[1]", "0 1");
        good("2.3.5 exists not, from the root", "[1,2]", "$[2]", "");
        good("2.3.5 exists, any child", Kinds, "@.*", "");
        good("2.3.5 a null exists", "[{'a':null},{}]", "@.a", "0");
        good("2.3.5 a false exists", "[{'a':false},{}]", "@.a", "0");
        good("2.3.5 not", Windows, "!@.p", "2");
        good("2.3.5 not, blank", Windows, "! @.p", "2");
        good("2.3.5 not not", Windows, "!(!@.p)", "0 1 3");
        good("2.3.5 several names", "[{'a':1},{'b':1},{}]", "@['a','b']", "0 1");

        // 2.3.5.2.2: comparisons
        good("2.3.5.2.2 text", Windows, "@.t=='EST'", "0");
        good("2.3.5.2.2 text", Windows, "@.t==\"EST\"", "0");
        good("2.3.5.2.2 text on the left", Windows, "'EST'==@.t", "0");
        good("2.3.5.2.2 not", Windows, "@.t!='EST'", "1 2 3");
        good("2.3.5.2.2 no other case", Windows, "@.t=='est'", "");
        good("2.3.5.2.2 number", Windows, "@.p==4", "1");
        good("2.3.5.2.2 number is no text", Windows, "@.p=='4'", "3");
        good("2.3.5.2.2 less", Windows, "@.p<9.99", "1");
        good("2.3.5.2.2 less or equal", Windows, "@.p<=9.99", "0 1");
        good("2.3.5.2.2 greater", Windows, "@.p>4", "0");
        good("2.3.5.2.2 greater or equal", Windows, "@.p>=4", "0 1");
        good("2.3.5.2.2 texts in order", "['a','B','b','ab','']", "@<'b'", "0 1 3 4");
        good("2.3.5.2.2 texts by character", "['\xef\xbf\xbd','\xf0\x90\x80\x80']", "@<'\xf0\x90\x80\x80'", "0");
        good("2.3.5.2.2 texts of one length more", "['ab','abc']", "@>'ab'", "1");
        good("2.3.5.2.2 true", Kinds, "@==true", "2");
        good("2.3.5.2.2 false", Kinds, "@==false", "1");
        good("2.3.5.2.2 null", Kinds, "@==null", "0");
        good("2.3.5.2.2 zero", Kinds, "@==0", "3");
        good("2.3.5.2.2 empty", Kinds, "@==''", "4");
        good("2.3.5.2.2 not null", Kinds, "@!=null", "1 2 3 4 5 6");
        good("2.3.5.2.2 true isn't less", Kinds, "@<true", "");
        good("2.3.5.2.2 true or equal", Kinds, "@<=true", "2");
        good("2.3.5.2.2 null or equal", Kinds, "@>=null", "0");
        good("2.3.5.2.2 other kinds", Kinds, "@<1", "3");
        good("2.3.5.2.2 other kinds", Kinds, "@<'a'", "4");
        good("2.3.5.2.2 nothing is nothing", "[{},{'a':1},{'b':1}]", "@.a==@.b", "0");
        good("2.3.5.2.2 nothing or less", "[{},{'a':1}]", "@.a<=@.b", "0");
        good("2.3.5.2.2 nothing or greater", "[{},{'a':1}]", "@.a>=@.b", "0");
        good("2.3.5.2.2 nothing isn't less", "[{},{'a':1}]", "@.a<@.b", "");
        good("2.3.5.2.2 nothing isn't something", "[{},{'a':1}]", "@.a!=@.b", "1");
        good("2.3.5.2.2 nothing isn't 1", "[{},{'a':1}]", "@.a!=1", "0");
        good("2.3.5.2.2 nothing isn't null", "[{},{'a':null}]", "@.a==null", "1");
        good("2.3.5.2.2 two members", "[{'a':1,'b':1},{'a':1,'b':2}]", "@.a==@.b", "0");
        good("2.3.5.2.2 with the root", "[3,[3],4]", "@==$[0]", "0");
        good("2.3.5.2.2 index from the end", "[[1,2],[2,1]]", "@[-1]==1", "1");
        good("2.3.5.2.2 literals", "[1,2]", "1==1", "0 1");
        good("2.3.5.2.2 literals", "[1,2]", "1>1", "");
        good("2.3.5.2.2 lists", "[{'a':[1,2],'b':[1,2]},{'a':[1,2],'b':[2,1]},{'a':[],'b':{}}]", "@.a==@.b", "0");
        good("2.3.5.2.2 objects", "[{'a':{'x':1,'y':[2]},'b':{'y':[2],'x':1}},{'a':{'x':1},'b':{'x':1,'y':2}}]",
            "@.a==@.b", "0");
        good("2.3.5.2.2 objects of other names", "[{'a':{'x':1},'b':{'y':1}}]", "@.a==@.b", "");
        good("2.3.5.2.2 lists aren't less", "[{'a':[1],'b':[2]}]", "@.a<@.b", "");
        good("2.3.5.2.2 lists or equal", "[{'a':[1],'b':[1.0]}]", "@.a<=@.b", "0");
        good("2.3.5.2.2 doubled members", "[{'a':1,'a':2}]", "@.a==1", "0");
        good("2.3.5.2.2 doubled members: the first", "[{'a':1,'a':2}]", "@.a==2", "");
        good("2.3.5.2.2 doubled members, equal",
            "[{'a':{'x':1,'x':2},'b':{'x':1,'x':2}},{'a':{'x':1,'x':2},'b':{'x':2,'x':1}}]", "@.a==@.b", "0");
        good("2.3.5.2.2 escapes", "['a\\n','a','\\u0061\\n']", "@=='a\\n'", "0 2");

        // Numbers by their digits
        good("numbers", "[1,1.0,1e0,10e-1,0.1e1,'1',1.1]", "@==1", "0 1 2 3 4");
        good("numbers", "[0,-0,0.0,0e9,-0.0]", "@==0", "0 1 2 3 4");
        good("numbers", "[0,-0,1]", "@==-0", "0 1");
        good("numbers", "[100,1e2,1E2,1E+2]", "@==1e2", "0 1 2 3");
        good("numbers", "[100,1e2]", "@==1E+2", "0 1");
        good("numbers beyond a double", "[9007199254740993,9007199254740992]", "@==9007199254740993", "0");
        good("numbers beyond a double", "[0.1000000000000000000001,0.1]", "@>0.1", "0");
        good("numbers beyond a double", "[1e400,1e401]", "@>1e400", "1");
        good("numbers beyond a double", "[123456789012345678901234567890,123456789012345678901234567891]",
            "@<123456789012345678901234567891", "0");
        good("small numbers", "[1e-400,0]", "@>0", "0");
        good("negative numbers", "[-1,-2,0]", "@<-1", "1");
        good("negative numbers", "[-1.5,-1.25]", "@<-1.3", "0");

        // 2.3.5.1: and, or, not, parentheses
        good("2.3.5.1 and", Windows, "@.t && @.p", "0 1");
        good("2.3.5.1 or", Windows, "@.t=='EST' || @.t=='VOD'", "0 1");
        good("2.3.5.1 and before or", "[{'a':1},{'b':1,'c':1},{'b':1}]", "@.a || @.b && @.c", "0 1");
        good("2.3.5.1 parentheses", "[{'a':1},{'a':1,'c':1},{'b':1}]", "(@.a || @.b) && @.c", "1");
        good("2.3.5.1 not before and", "[{'a':1},{'b':1},{}]", "!@.a && @.b", "1");
        good("2.3.5.1 not of parentheses", Windows, "!(@.t=='EST')", "1 2 3");
        good("2.3.5.1 not of both", "[{'a':1},{'b':1},{}]", "!(@.a || @.b)", "2");
        good("2.3.5.1 parentheses in parentheses", Windows, "((@.p)&&((@.t)))", "0 1");
        good("2.3.5.1 three", "[{'a':1,'b':1,'c':1},{'a':1,'b':1}]", "@.a&&@.b&&@.c", "0");
        good("2.3.5.1 three", "[{'a':1},{'b':1},{'c':1},{}]", "@.a||@.b||@.c", "0 1 2");
        good("2.3.5.1 blanks", Windows, " ( @.t == 'EST' ) ", "0");
        good("2.3.5.1 line breaks", Windows, "\n@.t\n==\t'EST'\r&&\n@.p\n", "0");
        good("2.3.5.1 no blanks", Windows, "@.t=='EST'&&@.p>1", "0");
        good("2.3.5.1 blanks behind not", Windows, "!\n(@.p)", "2");
        good("blanks between segments", Windows, "@ .c [0]", "0");

        // Filters in filters
        good("in a filter", Windows, "@.c[?@=='US']", "0");
        good("in a filter", "[[{'a':1}],[{'a':2}]]", "@[?@.a==2]", "1");
        good("in a filter, of the root", "[[1],[2]]", "@[?@==$[1][0]]", "1");

        // 2.4.4: length
        good("2.4.4 text", "['ab','abc','']", "length(@)==2", "0");
        good("2.4.4 text by characters", "['äö','😀x','a']", "length(@)==2", "0 1");
        good("2.4.4 text as it reads", "['\\uD83D\\uDE00','\\n\\n']", "length(@)==1", "0");
        good("2.4.4 list", "[[1,2],[1],[]]", "length(@)>0", "0 1");
        good("2.4.4 object", "[{'a':1,'b':2},{}]", "length(@)==2", "0");
        good("2.4.4 of others nothing", Kinds, "length(@)==0", "4 5 6");
        good("2.4.4 nothing", Kinds, "length(@)==length(@.nowhere)", "0 1 2 3");
        good("2.4.4 of a member", Windows, "length(@.c)==2", "0");
        good("2.4.4 of a literal", "[1]", "length('abc')==3", "0");
        good("2.4.4 of a number", "[1]", "length(1)==1", "");
        good("2.4.4 blanks", "['ab']", "length( @ )==2", "0");
        good("2.4.4 of a function", "[['ab'],['a']]", "length(value(@[*]))==2", "0");

        // 2.4.5: count
        good("2.4.5", "[[1,2],[1],{'a':1,'b':2},5]", "count(@.*)==2", "0 2");
        good("2.4.5 none", "[[1],5]", "count(@.*)==0", "1");
        good("2.4.5 of one", Windows, "count(@.t)==1", "0 1 2");
        good("2.4.5 far down", "[[[1]],[1]]", "count(@..*)>1", "0");
        good("2.4.5 of the root", "[1,2,3]", "count($[*])==3", "0 1 2");
        good("2.4.5 filtered", "[[1,5,7],[1]]", "count(@[?@>4])==2", "0");
        good("2.4.5 twice is twice", "[[1]]", "count(@[0,0])==2", "0");
        good("2.4.5 doubled members", "[{'a':1,'a':2},{'a':1}]", "count(@.a)==2", "0");

        // 2.4.6 and 2.4.7: match and search
        good("2.4.6", Windows, "match(@.t,'.?VOD')", "1 2");
        good("2.4.6 the whole", Windows, "match(@.t,'VO')", "");
        good("2.4.6 no text", Windows, "match(@.p,'.*')", "3");
        good("2.4.6 nothing", "[{}]", "match(@.a,'.*')", "");
        good("2.4.6 wrong pattern", "['a','a**']", "match(@,'a**')", "");
        good("2.4.6 pattern from the payload",
            "[{'p':'a.','v':'ab'},{'p':'a.','v':'abc'},{'p':'[','v':'['},{'p':1,'v':'1'}]", "match(@.v,@.p)", "0");
        good("2.4.6 not", Windows, "!match(@.t,'.*VOD')", "0 3");
        good("2.4.6 of literals", "[1]", "match('ab','a.')", "0");
        good("2.4.6 and", Windows, "match(@.t,'E.*') && @.p", "0");
        good("2.4.6 quotes", "['it\\u0027s']", "match(@,\"it's\")", "0");
        good("2.4.6 escapes", "['a.b','axb']", "match(@,'a\\\\.b')", "0");
        good("2.4.7", Windows, "search(@.t,'VO')", "1 2");
        good("2.4.7 no anchor", "['^a$','a']", "search(@,'^a$')", "0");
        good("2.4.7 empty pattern", "['','a',1]", "search(@,'')", "0 1");
        good("2.4.7 from the payload", "[{'p':'b','v':'abc'},{'p':'x','v':'abc'}]", "search(@.v,@.p)", "0");
        good("2.4.7 blanks", "['abc']", "search( @ , 'b' )", "0");
        good("2.4.7 one pattern for both", "['ab','b']", "match(@,$[1]) || search(@,$[1])", "0 1");

        // 2.4.8: value
        good("2.4.8", "[[{'c':'x'}],[{'c':'x'},{'c':'x'}],[]]", "value(@..c)=='x'", "0");
        good("2.4.8 nothing", "[[1],[1,2]]", "value(@[*])==value($.nowhere)", "1");
        good("2.4.8 list", "[[[1]],[[2]]]", "value(@[*])==$[0][0]", "0");
    }

    void filters()
    {
        QFETCH(const QByteArray, document);
        QFETCH(const QString, filter);
        QFETCH(const QString, expected);
        const auto read = documentOf(document);
        QVERIFY(read);
        const auto found = query::select(*read, u"$[?"_s + filter + u']');
        QVERIFY2(found, found ? "" : qPrintable(sentence(found.error())));
        QStringList entries;
        for (const payload::Path &path : found->places) {
            QCOMPARE(path.size(), 1);
            entries << QString::number(path.front());
        }
        QCOMPARE(entries.join(u' '), expected);
    }

    /// A filter looks at the members of an object as it does at the entries of a list.
    void filtersMembers()
    {
        const auto document = documentOf(json("{'a':{'p':1},'b':{'p':2},'c':[{'p':2}],'a':{'p':2}}"));
        QCOMPARE(selected(*document, u"$[?@.p==2]"_s), u"$['b'] $['a']"_s);
        QCOMPARE(selected(*document, u"$..[?@.p==2]"_s), u"$['b'] $['a'] $['c'][0]"_s);
        QCOMPARE(selected(*document, u"$[?@.p,?@[0]]"_s), u"$['a'] $['b'] $['a'] $['c']"_s);
        QCOMPARE(selected(*document, u"$[?@.p==2].p"_s), u"$['b']['p'] $['a']['p']"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("at");

        bad("2.3.5 nothing", "$[?]", 4);
        bad("2.3.5 never closed", "$[?@.a", 7);
        bad("2.3.5 parentheses never closed", "$[?(@.a]", 8);
        bad("2.3.5 parentheses never opened", "$[?@.a)]", 7);
        bad("2.3.5 empty parentheses", "$[?()]", 5);
        bad("2.3.5 a literal alone", "$[?true]", 4);
        bad("2.3.5 a literal alone", "$[?'a']", 4);
        bad("2.3.5 a literal alone", "$[?1]", 4);
        bad("2.3.5 a literal alone", "$[?null]", 4);
        bad("2.3.5 a literal in and", "$[?true && @.a]", 4);
        bad("2.3.5 a literal in or", "$[?@.a || false]", 11);
        bad("2.3.5 not of a literal", "$[?!true]", 5);
        bad("2.3.5 name alone", "$[?a]", 4);
        bad("2.3.5 name compared", "$[?a==1]", 4);
        bad("2.3.5 capitals", "$[?@.a==True]", 9);
        bad("2.3.5 capitals", "$[?@.a==NULL]", 9);
        bad("2.3.5 more than a word", "$[?@.a==nullx]", 9);
        bad("2.3.5 undefined", "$[?@.a==undefined]", 9);
        bad("2.3.5 one equals", "$[?@.a=1]", 7);
        bad("2.3.5 three equals", "$[?@.a===1]", 9);
        bad("2.3.5 other unequal", "$[?@.a<>1]", 8);
        bad("2.3.5 assigned", "$[?@.a=>1]", 7);
        bad("2.3.5 not equal alone", "$[?@.a!1]", 7);
        bad("2.3.5 one and", "$[?@.a & @.b]", 9);
        bad("2.3.5 one or", "$[?@.a | @.b]", 9);
        bad("2.3.5 in words", "$[?@.a and @.b]", 8);
        bad("2.3.5 ends with and", "$[?@.a &&]", 10);
        bad("2.3.5 begins with or", "$[?|| @.a]", 4);
        bad("2.3.5 nothing compared", "$[?@.a==]", 9);
        bad("2.3.5 compared to parentheses", "$[?@.a==(1)]", 9);
        bad("2.3.5 parentheses compared", "$[?(@.a)==1]", 9);
        bad("2.3.5 compared twice", "$[?1<@.a<3]", 9);
        bad("2.3.5 not compared", "$[?!@.a==1]", 8);
        bad("2.3.5 two nots", "$[?!!@.a]", 5);
        bad("2.3.5 calculation", "$[?@.a+1==2]", 7);
        bad("2.3.5 minus", "$[?@.a==-@.b]", 10);
        bad("2.3.5 list literal", "$[?@.a==[1]]", 9);
        bad("2.3.5 object literal", "$[?@.a=={}]", 9);
        bad("2.3.5 several compared", "$[?@.*==1]", 4);
        bad("2.3.5 several compared", "$[?1==@[*]]", 7);
        bad("2.3.5 several compared", "$[?@..a==1]", 4);
        bad("2.3.5 several compared", "$[?@['a','b']==1]", 4);
        bad("2.3.5 several compared", "$[?@[0:1]==1]", 4);
        bad("2.3.5 several compared", "$[?$[?@.a]==1]", 4);
        bad("2.3.5 current value outside", "@", 1);
        bad("2.3.5 blanks only", "$[? ]", 5);
        bad("numbers: point in front", "$[?@==.5]", 7);
        bad("numbers: nothing behind the point", "$[?@==1.]", 9);
        bad("numbers: nothing behind the e", "$[?@==1e]", 9);
        bad("numbers: nothing behind the sign", "$[?@==1e+]", 10);
        bad("numbers: zero in front", "$[?@==01]", 7);
        bad("numbers: plus", "$[?@==+1]", 7);
        bad("numbers: only minus", "$[?@==-]", 8);
        bad("numbers: fraction of an exponent", "$[?@==1e2.5]", 10);
        bad("texts: never closed", "$[?@=='a]", 7);
        bad("texts: unknown escape", "$[?@=='\\x']", 8);
        bad("2.4 unknown", "$[?size(@)==1]", 4);
        bad("2.4 unknown", "$[?true(@)]", 4);
        bad("2.4 capitals", "$[?Length(@)==1]", 4);
        bad("2.4 capitals", "$[?COUNT(@.*)==1]", 4);
        bad("2.4 blank in front of the parenthesis", "$[?length (@)==1]", 4);
        bad("2.4 never closed", "$[?length(@==1]", 11 + 1);
        bad("2.4 of nothing", "$[?length()==1]", 11);
        bad("2.4 too many", "$[?length(@,@)==1]", 12);
        bad("2.4 too few", "$[?match(@)]", 11);
        bad("2.4 too many", "$[?match(@,'a','b')]", 15);
        bad("2.4 comma behind", "$[?length(@,)==1]", 12);
        bad("2.4.3 number as a test", "$[?length(@)]", 4);
        bad("2.4.3 number as a test", "$[?count(@.*)]", 4);
        bad("2.4.3 value as a test", "$[?value(@.a)]", 4);
        bad("2.4.3 not of a number", "$[?!length(@)]", 5);
        bad("2.4.3 match compared", "$[?match(@,'a')==true]", 4);
        bad("2.4.3 search compared", "$[?true==search(@,'a')]", 10);
        bad("2.4.3 length of several", "$[?length(@.*)==1]", 11);
        bad("2.4.3 length of a test", "$[?length(match(@,'a'))==1]", 11);
        bad("2.4.3 count of a literal", "$[?count(1)==1]", 10);
        bad("2.4.3 count of a text", "$[?count('a')==1]", 10);
        bad("2.4.3 count of a function", "$[?count(length(@))==1]", 10);
        bad("2.4.3 value of a literal", "$[?value(true)==1]", 10);
        bad("2.4.3 match of several", "$[?match(@.*,'a')]", 10);
        bad("2.4.3 pattern of several", "$[?match(@,@.*)]", 12);
        bad("2.4.3 length of a comparison", "$[?length(@==1)==1]", 12);
    }

    void refuses()
    {
        QFETCH(const QString, query);
        QFETCH(const int, at);
        const auto found = query::check(query, false);
        QVERIFY(!found);
        QCOMPARE(found.error().code, Error::Code::Invalid);
        QCOMPARE(static_cast<int>(found.error().place->column), at);
        QVERIFY(!found.error().message.isEmpty());
    }

    void patterns_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("subject");
        QTest::addColumn<bool>("matches");
        QTest::addColumn<bool>("searches");
        pattern("", "", true, true);
        pattern("", "a", false, true);
        pattern("a", "a", true, true);
        pattern("a", "ba", false, true);
        pattern("a|b", "b", true, true);
        pattern("a|bc", "abc", false, true); // the alternatives as a whole, not their ends
        pattern("a|", "", true, true);
        pattern("(a|b)c", "bc", true, true);
        pattern("()", "", true, true);
        pattern("a*", "", true, true);
        pattern("a+", "", false, false);
        pattern("ab?c", "ac", true, true);
        pattern("a{2}", "aa", true, true);
        pattern("a{2}", "aaa", false, true);
        pattern("a{2,}", "aaaa", true, true);
        pattern("a{1,2}", "aaa", false, true);
        pattern("a{0}", "", true, true);
        pattern(".", "x", true, true);
        pattern(".", "\n", false, false);
        pattern(".", "\r", false, false);
        pattern(".", "\xe2\x80\xa8", true, true); // a line separator is none to I-Regexp
        pattern(".", "😀", true, true);
        pattern("\\.", "x", false, false);
        pattern("[a-c]x", "bx", true, true);
        pattern("[a-c]x", "dx", false, false);
        pattern("[^a-c]", "d", true, true);
        pattern("[^a-c]", "a", false, false);
        pattern("[-a]", "-", true, true);
        pattern("[a-]", "-", true, true);
        pattern("[\\]]", "]", true, true);
        pattern("[\\^a]", "^", true, true);
        pattern("[.]", "x", false, false);
        pattern("[.]", ".", true, true);
        pattern("[ä-ö]", "ï", true, true);
        pattern("[😀]", "😀", true, true);
        pattern("\\p{Lu}", "Ä", true, true);
        pattern("\\p{Lu}", "ä", false, false);
        pattern("\\P{Lu}", "ä", true, true);
        pattern("\\p{L}+", "Fähre", true, true);
        pattern("[\\p{Nd}x]+", "1x2", true, true);
        pattern("^", "^", true, true); // no anchors: signs like others
        pattern("a$", "a$", true, true);
        pattern("a$", "a", false, false);
        pattern("#", "#", true, true);
        pattern("\\n", "\n", true, true);
        pattern("\\t", "\t", true, true);
        pattern("\\(\\)", "()", true, true);
        pattern("a&&b", "a&&b", true, true);
    }

    void patterns()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, subject);
        QFETCH(const bool, matches);
        QFETCH(const bool, searches);
        const auto whole = query::Pattern::read(text.toStdString(), query::Pattern::Fit::Whole);
        const auto part = query::Pattern::read(text.toStdString(), query::Pattern::Fit::Part);
        QVERIFY(whole && part);
        QCOMPARE(whole->fits(subject.toStdString()), matches);
        QCOMPARE(part->fits(subject.toStdString()), searches);
    }

    void patternsThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
            {"a**", "a+?", "*", "+a", "?", "(", ")", "(a", "a)", "[", "]", "[]", "[^]", "[b-a]", "[a", "{", "}", "a{",
                "a{,2}", "a{2,1}", "a{x}", "a{1", "\\", "\\d", "\\w", "\\s", "\\b", "\\1", "\\x41", "\\u0041", "(?:a)",
                "(?i)a", "(?=a)", "[a-b-c]", "[[a]]", "[[:alpha:]]", "[a&&[b]]x]", "\\p{Greek}", "\\p{Xx}", "\\p{L",
                "\\pL", "\\p{}", "a{99999999999}", "a{70000}", "(((a{60000}){60000}){60000})"})
            QTest::addRow("%s", text) << QByteArray(text);
        QTest::newRow("groups in groups") << QByteArray(QByteArray(101, '(') + QByteArray(101, ')'));
        QTest::newRow("too long") << QByteArray(query::Pattern::LongestPattern + 1, 'a');
    }

    void patternsThatAreNone()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!query::Pattern::read(text.toStdString(), query::Pattern::Fit::Whole));
    }

    /// The query is right, and selects nothing: the RFC says so. The user is told why.
    void tellsOfPatternsThatFitNothing()
    {
        const auto document = documentOf(json("['12']"));
        const auto found = query::select(*document, u"$[?match(@,'\\\\d+')]"_s);
        QVERIFY(found);
        QCOMPARE(found->total, 0U);
        QVERIFY(found->note.contains(u"character 12"_s));
        const auto fine = query::select(*document, u"$[?match(@,'[0-9]+')]"_s);
        QCOMPARE(fine->total, 1U);
        QVERIFY(fine->note.isEmpty());
    }

    void bounds()
    {
        const auto document = documentOf("[[1]]");
        const auto nested = [](int levels) {
            QString query = u"$"_s;
            for (int i = 0; i < levels; ++i)
                query += u"[?@"_s;
            return QString(query + QString(levels, u']'));
        };
        QVERIFY(query::check(nested(16), false).has_value());
        QVERIFY(!query::check(nested(17), false).has_value());
        const auto wrapped = [](int levels) {
            return QString(u"$[?"_s + QString(levels, u'(') + u'@' + QString(levels, u')') + u']');
        };
        QVERIFY(query::check(wrapped(64), false).has_value());
        QVERIFY(!query::check(wrapped(65), false).has_value());
        const QString call = u"length("_s;
        QVERIFY(!query::check(QString(u"$[?"_s + call.repeated(65) + u'@' + QString(65, u')') + u"==1]"_s), false)
                     .has_value());
        QVERIFY(!query::check(QString(u"$"_s + QString(u"[0]"_s).repeated(3334)), false).has_value());
        QVERIFY(query::check(QString(u"$"_s + QString(u"[0]"_s).repeated(3333)), false).has_value());
        QVERIFY(!query::check(QString(u"$.a"_s + QChar(0xd83d)), false).has_value());
    }
};

QTEST_GUILESS_MAIN(TestJsonPathFilter)
#include "tst_jsonpathfilter.moc"
