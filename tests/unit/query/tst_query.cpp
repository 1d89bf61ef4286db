// SPDX-License-Identifier: GPL-3.0-or-later
// Which language a query is in, JSON pointers, limits, stopping, and documents that are huge or deep.
#include "unit/query/Selected.h"

#include <QTest>

using namespace marquee;
using namespace marquee::tests;
using namespace Qt::StringLiterals;
using query::Language;

class TestQuery : public QObject
{
    Q_OBJECT

private:
    /// An object of many members, half of them objects.
    static QByteArray large(int members)
    {
        QByteArray text = "{";
        for (int i = 0; i < members; ++i) {
            text += i > 0 ? ",\"m" : "\"m";
            text += QByteArray::number(i) + "\":";
            text += i % 2 == 0 ? QByteArray::number(i) : "{\"id\":" + QByteArray::number(i) + "}";
        }
        return text + "}";
    }

private Q_SLOTS:
    void languages_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("ofJson");
        QTest::addColumn<int>("ofXml");
        const auto add = [](const char *query, Language json, Language xml) {
            QTest::addRow("%s", query) << QString::fromUtf8(query) << static_cast<int>(json) << static_cast<int>(xml);
        };
        add("$.a", Language::JsonPath, Language::JsonPath);
        add(" $", Language::JsonPath, Language::JsonPath);
        add("/a/b", Language::Pointer, Language::XPath);
        add("//a", Language::Pointer, Language::XPath);
        add("a", Language::JsonPath, Language::XPath);
        add("count(//a)", Language::JsonPath, Language::XPath);
        add("", Language::JsonPath, Language::JsonPath);
    }

    void languages()
    {
        QFETCH(const QString, query);
        QFETCH(const int, ofJson);
        QFETCH(const int, ofXml);
        QCOMPARE(static_cast<int>(query::languageOf(query, false)), ofJson);
        QCOMPARE(static_cast<int>(query::languageOf(query, true)), ofXml);
    }

    void pointers_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("expected");
        QTest::newRow("member") << u"/a"_s << u"$['a']"_s;
        QTest::newRow("item") << u"/a/1"_s << u"$['a'][1]"_s;
        QTest::newRow("deep") << u"/a/1/b~1c"_s << u"$['a'][1]['b/c']"_s;
        QTest::newRow("blanks around") << u" /a "_s << u"$['a']"_s;
        QTest::newRow("empty name") << u"/"_s << u"$['']"_s;
        QTest::newRow("behind the end") << u"/a/2"_s << QString();
        QTest::newRow("zero in front") << u"/a/01"_s << QString();
        QTest::newRow("not there") << u"/b"_s << QString();
        QTest::newRow("of a scalar") << u"/a/0/x"_s << QString();
    }

    void pointers()
    {
        QFETCH(const QString, pointer);
        QFETCH(const QString, expected);
        const auto document = documentOf(json("{'a':[0,{'b/c':1}],'':2}"));
        QCOMPARE(selected(*document, pointer), expected);
        QVERIFY(query::check(pointer, false).has_value());
    }

    void refusesPointers()
    {
        const auto document = documentOf("{}");
        for (const QString &wrong : {u"/a~2"_s, u"/a~"_s}) {
            QCOMPARE(query::select(*document, wrong).error().code, Error::Code::Invalid);
            QVERIFY(!query::check(wrong, false));
        }
    }

    /// Where the error is, as the user counts: blanks in front, and signs beyond ASCII as one.
    void countsCharacters()
    {
        QCOMPARE(query::check(u"$.a["_s, false).error().place->column, 5U);
        QCOMPARE(query::check(u"   $.a["_s, false).error().place->column, 8U);
        QVERIFY(query::check(u"   $.a["_s, false).error().message.startsWith(u"Character 8:"_s));
        QCOMPARE(query::check(u"$.😀["_s, false).error().place->column, 5U);
        QCOMPARE(query::check(QString(u"$."_s + QString(query::LongestQuery, u'a')), false).error().code,
            Error::Code::Invalid);
    }

    void countsBeyondTheLimit()
    {
        const auto document = documentOf("[1,2,3,4,5]");
        query::SelectOptions options;
        options.most = 2;
        const auto found = query::select(*document, u"$[*]"_s, options);
        QVERIFY(found);
        QCOMPARE(found->total, 5U);
        QCOMPARE(found->places.size(), 2U);
        options.most = 0;
        QCOMPARE(query::select(*document, u"$[*]"_s, options)->total, 5U);
        QVERIFY(!query::select(*document, u"$[*]"_s, options)->isStopped);
    }

    void large()
    {
        const auto document = documentOf(large(200'000));
        QVERIFY(document);
        query::SelectOptions options;
        options.most = 10;
        QCOMPARE(query::select(*document, u"$.*"_s, options)->total, 200'000U);
        QCOMPARE(query::select(*document, u"$..id"_s, options)->total, 100'000U);
        QCOMPARE(query::select(*document, u"$[?@.id > 199990].id"_s)->total, 5U);
        QCOMPARE(query::select(*document, u"$.m199999.id"_s)->total, 1U);
        QCOMPARE(query::select(*document, u"$[?@ == 100]"_s)->total, 1U);
        QCOMPARE(query::select(*document, u"$[?@.id >= 12340 && @.id < 12350]"_s, options)->total, 5U);
    }

    void stops()
    {
        const auto document = documentOf(large(20'000));
        std::atomic<bool> stop = true;
        query::SelectOptions options;
        options.stop = &stop;
        for (const QString &query :
            {u"$..*"_s, u"$[?@.id]"_s, u"$[?!@.id]"_s, u"$..[?$..[?@.id == 'never']]"_s, u"$[?count($..*) == 0]"_s}) {
            const auto found = query::select(*document, query, options);
            QVERIFY(found);
            QVERIFY(found->isStopped);
            QVERIFY(found->total < 20'000U);
        }
        stop = false;
        QVERIFY(!query::select(*document, u"$..*"_s, options)->isStopped);
    }

    void deep()
    {
        const int depth = payload::MaximumDepth;
        const auto document = documentOf(QByteArray(depth, '[') + QByteArray(depth, ']'));
        QVERIFY(document);
        QCOMPARE(query::select(*document, u"$..*"_s)->total, static_cast<std::size_t>(depth - 1));
        QCOMPARE(
            query::select(*document, u"$..[0]..[?count(@..*) == 0]"_s)->total, static_cast<std::size_t>(depth - 2));
        QCOMPARE(query::select(*document, u"$[?@ == $[0]]"_s)->total, 1U);
        // Ways without number: left off, and said so.
        query::SelectOptions options;
        options.mostVisits = 100'000;
        options.most = 1;
        const auto found = query::select(*document, u"$..[0]..[0]..[0]..[0]..[0]"_s, options);
        QVERIFY(found->isStopped);
        QVERIFY(found->note.contains(u"too much"_s));
    }

    void editedAndElided()
    {
        auto document = documentOf("{\"a\": [1, ...], /* more */ \"b\": 2}");
        QVERIFY(document);
        QCOMPARE(selected(*document, u"$.*"_s), u"$['a'] $['b']"_s);
        QVERIFY(document->apply(payload::Edit::set(*payload::Pointer::parse("/b"), "{\"c\":[true]}")).has_value());
        QCOMPARE(selected(*document, u"$..[?@ == true]"_s), u"$['b']['c'][0]"_s);
    }
};

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
