// SPDX-License-Identifier: GPL-3.0-or-later
// XPath 1.0 over XML, and where in the payload's own tree its nodes are.
#include "unit/query/Selected.h"

#include <QTest>

using namespace marquee;
using namespace marquee::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *Message = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<!-- in front -->\n"
                                "<Message supplier='S' number='7'>\n"
                                "  <Performances>\n"
                                "    <!-- Friday -->\n"
                                "    <Performance id='P-1' siteId='A'>\n"
                                "      <EventId><![CDATA[NIGHT & FERRY]]></EventId>\n"
                                "      <Capacity>240</Capacity>\n"
                                "      <Tags><Tag>gala</Tag><!-- between --><Tag>late</Tag></Tags>\n"
                                "    </Performance>\n"
                                "    <Performance id='P-2' siteId='B'>\n"
                                "      <Rate precision='2'>12550</Rate>\n"
                                "      <Empty/>\n"
                                "    </Performance>\n"
                                "  </Performances>\n"
                                "  <Note>one</Note>\n"
                                "  <Note>two</Note>\n"
                                "  <Other/>\n"
                                "  <Note>three</Note>\n"
                                "</Message>\n";

/// Texts beside elements, comments between, namespaces.
constexpr const char *Mixed
    = "<r xmlns='urn:r' xmlns:p='urn:p' p:a='1' b='2'>front<p:x>in</p:x>mid<!-- c -->dle<p:x/><p:x/>behind</r>";

void row(const char *document, const char *query, const char *expected)
{
    QTest::addRow("%s on %.12s", query, document)
        << QByteArray(document) << QString::fromUtf8(query) << QString::fromUtf8(expected);
}

} // namespace

class TestXPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selects_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        const char *first = "$['Message']['Performances']['Performance'][0]";
        const char *both
            = "$['Message']['Performances']['Performance'][0] $['Message']['Performances']['Performance'][1]";

        row(Message, "/", "$");
        row(Message, "/Message", "$['Message']");
        row(Message, "/message", "");
        row(Message, "Message", "$['Message']");
        row(Message, "//Performance", both);
        row(Message, "//Performance[1]", first);
        row(Message, "//Performance[@siteId='A']", first);
        row(Message, "//Performance[@siteId='C']", "");
        row(Message, "//Performance[Capacity > 100]", first);
        row(Message, "//Performance[EventId='NIGHT & FERRY']", first);
        row(Message, "//EventId", "$['Message']['Performances']['Performance'][0]['EventId']");
        row(Message, "//EventId/text()", "$['Message']['Performances']['Performance'][0]['EventId']");
        row(Message, "//Performance/@id",
            "$['Message']['Performances']['Performance'][0]['@id'] "
            "$['Message']['Performances']['Performance'][1]['@id']");
        row(Message, "/Message/@number", "$['Message']['@number']");
        row(Message, "//Tag",
            "$['Message']['Performances']['Performance'][0]['Tags']['Tag'][0] "
            "$['Message']['Performances']['Performance'][0]['Tags']['Tag'][1]");
        row(Message, "//Tag[.='late']", "$['Message']['Performances']['Performance'][0]['Tags']['Tag'][1]");
        row(Message, "//Rate", "$['Message']['Performances']['Performance'][1]['Rate']");
        row(Message, "//Rate/text()", "$['Message']['Performances']['Performance'][1]['Rate']['#text']");
        row(Message, "//Rate/@precision", "$['Message']['Performances']['Performance'][1]['Rate']['@precision']");
        row(Message, "//Empty", "$['Message']['Performances']['Performance'][1]['Empty']");
        // Notes that follow each other are a list, and one behind another element stands for itself.
        row(Message, "/Message/Note", "$['Message']['Note'][0] $['Message']['Note'][1] $['Message']['Note']");
        row(Message, "/Message/Note[3]", "$['Message']['Note']");
        row(Message, "/Message/Note[last()]/preceding-sibling::Other", "$['Message']['Other']");
        row(Message, "//Empty | //EventId",
            "$['Message']['Performances']['Performance'][0]['EventId'] "
            "$['Message']['Performances']['Performance'][1]['Empty']");
        row(Message, "//comment()[contains(.,'Friday')]", "$['Message']['Performances']");
        row(Message, "//comment()[contains(.,'front')]", "$");
        row(Message, "//comment()[contains(.,'between')]", "$['Message']['Performances']['Performance'][0]['Tags']");
        row(Message, "//Rate/..", "$['Message']['Performances']['Performance'][1]");
        row(Message, "//*[@id='P-2']", "$['Message']['Performances']['Performance'][1]");
        row(Message, "count(//Performance)", "= 2");
        row(Message, "sum(//Capacity)", "= 240");
        row(Message, "string(//EventId)", "= NIGHT & FERRY");
        row(Message, "count(//Performance) > 1", "= true");
        row(Message, "//Rate = 1", "= false");
        row(Message, "concat(/Message/@supplier, '/', /Message/@number)", "= S/7");
        row(Message, "0 div 0", "= NaN");
        row(Message, "id('P-1')", ""); // there is no document type to say what an ID is
        row(Message, "$.Message.Note",
            "$['Message']['Note'] $['Message']['Note']"); // JSONPath: the list, and the one alone
        row(Message, "$..Performance[?@['@siteId']=='B']", "$['Message']['Performances']['Performance'][1]");
        row(Message, " //Rate ", "$['Message']['Performances']['Performance'][1]['Rate']");

        row(Mixed, "/*", "$['r']");
        row(Mixed, "//p:x", "$['r']['p:x'] $['r']['p:x'][0] $['r']['p:x'][1]");
        row(Mixed, "/*/@b", "$['r']['@b']");
        row(Mixed, "/*/@p:a", "$['r']['@p:a']");
        row(Mixed, "/*/@*", "$['r']['@p:a'] $['r']['@b']");
        row(Mixed, "//p:x[1]/text()", "$['r']['p:x']");
        row(Mixed, "/*/text()[1]", "$['r']['#text']");
        row(Mixed, "//text()", "$['r']['#text'] $['r']['p:x'] $['r']['#text'] $['r']['#text'] $['r']['#text']");
        row(Mixed, "//*[local-name()='x'][3]", "$['r']['p:x'][1]");
        row(Mixed, "/*/namespace::p", "$['r']");
        row("<a/>", "/a", "$['a']");
        row("<a>text</a>", "//text()", "$['a']");
        row("<a> </a>", "//text()", "$['a']");
        row("<a><b/><b/><c/><b/></a>", "/a/b", "$['a']['b'][0] $['a']['b'][1] $['a']['b']");
        row("<bs><b>1</b></bs>", "/bs/b", "$['bs']['b'][0]");
        row("\xef\xbb\xbf<a><b>1</b></a>", "//b", "$['a']['b']");
        row("<a xml:lang='en'/>", "/a/@xml:lang", "$['a']['@xml:lang']");
        row("<q:a q:b='1'/>", "//*", "$['q:a']"); // a prefix that nobody declares
    }

    void selects()
    {
        QFETCH(const QByteArray, document);
        QFETCH(const QString, query);
        QFETCH(const QString, expected);
        const auto read = documentOf(document);
        QVERIFY(read);
        QCOMPARE(selected(*read, query), expected);
    }

    /// Places, not only their names: which of three texts it is.
    void placesOfTexts()
    {
        const auto document = documentOf(Mixed);
        const auto found = query::select(*document, u"//text()"_s);
        QVERIFY(found);
        QStringList texts;
        for (const payload::Path &path : found->places)
            texts << QString::fromStdString(document->at(path).string());
        // "mid", a comment and "dle" are two texts to XPath, and one to us.
        QCOMPARE(texts, QStringList({u"front"_s, u"in"_s, u"middle"_s, u"middle"_s, u"behind"_s}));
    }

    /// Every element and attribute that our tree has is found at its own place.
    void agreesWithTheTree()
    {
        const auto document = documentOf(Message);
        const auto found = query::select(*document, u"//* | //@*"_s);
        QVERIFY(found);
        QStringList seen;
        for (const payload::Path &path : found->places) {
            const payload::Value value = document->at(path);
            QVERIFY(value && !value.isArray());
            seen << QString::number(value.begin());
        }
        QCOMPARE(seen.removeDuplicates(), 0);
        QCOMPARE(found->total, found->places.size());
        QCOMPARE(found->total, 22U);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("at");
        const auto add
            = [](const char *query, int at) { QTest::addRow("%s", query) << QString::fromUtf8(query) << at; };
        add("//", 3);
        add("//Performance[", 15);
        add("//Performance[@id='P-1", 23);
        add("/Message/Note]", 14);
        add("count(//a", 10);
        add("a b", 3);
        add("1 +", 4);
        add("", 1);
        add("(((", 4);
        add("/r/äö/[", 7);
    }

    void refuses()
    {
        QFETCH(const QString, query);
        QFETCH(const int, at);
        const auto found = query::check(query, true);
        QVERIFY(!found);
        QCOMPARE(found.error().code, Error::Code::Invalid);
        QVERIFY(found.error().place);
        QVERIFY2(std::abs(static_cast<int>(found.error().place->column) - at) <= 1, qPrintable(found.error().message));
    }

    void refusesWhenItRuns_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("unknown function") << u"lower-case(//Note)"_s;
        QTest::newRow("unknown prefix") << u"//soap:Envelope"_s;
        QTest::newRow("variable") << u"//Note[$x]"_s;
        QTest::newRow("too many values") << u"count(//a, //b)"_s;
        QTest::newRow("wrong kind") << u"count(1)"_s;
        QTest::newRow("step of a number") << u"1/a"_s;
        QTest::newRow("brackets in brackets") << QString(QString(101, u'(') + u'1' + QString(101, u')'));
        QTest::newRow("a NUL") << QString(u"//a"_s + QChar::Null);
    }

    void refusesWhenItRuns()
    {
        QFETCH(const QString, query);
        const auto document = documentOf(Message);
        const auto found = query::select(*document, query);
        QVERIFY(!found);
        QCOMPARE(found.error().code, Error::Code::Invalid);
        QVERIFY(!found.error().message.isEmpty());
    }

    void tellsOfNamespaces()
    {
        const auto document = documentOf(Mixed);
        const auto found = query::select(*document, u"//r"_s);
        QVERIFY(found);
        QCOMPARE(found->total, 0U);
        QVERIFY(found->note.contains(u"local-name()"_s));
        QVERIFY(query::select(*document, u"/*"_s)->note.isEmpty());
        QVERIFY(query::select(*documentOf(Message), u"//r"_s)->note.isEmpty());
    }

    void keepsToTheLimit()
    {
        QByteArray xml = "<all>";
        for (int i = 0; i < 5000; ++i)
            xml += "<one n='" + QByteArray::number(i) + "'/>";
        const auto document = documentOf(xml + "</all>");
        query::SelectOptions options;
        options.most = 3;
        const auto found = query::select(*document, u"/all/one/@n"_s, options);
        QVERIFY(found);
        QCOMPARE(found->total, 5000U);
        QCOMPARE(found->places.size(), 3U);
        QCOMPARE(query::normalizedPath(*document, found->places.back()), u"$['all']['one'][2]['@n']"_s);
        options.most = 5000;
        QCOMPARE(query::select(*document, u"/all/one[4999]"_s, options)->places.front().back(), 4998U);
    }

    void stops()
    {
        const auto document = documentOf(Message);
        std::atomic<bool> stop = true;
        query::SelectOptions options;
        options.stop = &stop;
        const auto found = query::select(*document, u"//Note"_s, options);
        QVERIFY(found);
        QVERIFY(found->isStopped);
        QCOMPARE(found->places.size(), 0U);
    }

    void deep()
    {
        const int depth = payload::MaximumDepth;
        QByteArray xml;
        for (int i = 0; i < depth; ++i)
            xml += "<a>";
        xml += "x";
        for (int i = 0; i < depth; ++i)
            xml += "</a>";
        const auto document = documentOf(xml);
        QVERIFY(document);
        const auto found = query::select(*document, u"//a[not(a)]"_s);
        QVERIFY2(found, found ? "" : qPrintable(sentence(found.error())));
        QCOMPARE(found->total, 1U);
        QCOMPARE(found->places.front().size(), depth);
    }

    void edited()
    {
        const auto document = documentOf("<a><b>1</b></a>");
        QVERIFY(document->apply(payload::Edit::set(*payload::Pointer::parse("/a/b"), "\"2\"")).has_value());
        QCOMPARE(selected(*document, u"//b[.='2']"_s), u"$['a']['b']"_s);
        QCOMPARE(selected(*document, u"//b[.='1']"_s), QString());
    }

    void tooLargeForWideOnes()
    {
        const auto document
            = documentOf("<a><b>" + QByteArray(static_cast<qsizetype>(query::WideXPathLimit), 'x') + "</b></a>");
        for (const char *wide :
            {"//b/..", "//a | //b", "//a//b", "//b/parent::a", "//b/preceding::a", "//a/descendant::b[//b]"}) {
            const auto found = query::select(*document, QString::fromUtf8(wide));
            QVERIFY2(!found && found.error().code == Error::Code::TooLarge, wide);
        }
        for (const char *plain : {"//b", "/a/b", "//b[.='..' or .='a|b//c//d']", "count(//b)"})
            QVERIFY2(query::select(*document, QString::fromUtf8(plain)), plain);
    }

    void takesTooManySteps()
    {
        QByteArray xml = "<a>";
        for (int i = 0; i < 20'000; ++i)
            xml += "<b/>";
        const auto found = query::select(*documentOf(xml + "</a>"), u"/a/b[count(/a/b) = 0]"_s);
        QVERIFY(!found);
        QCOMPARE(found.error().code, Error::Code::TooLarge);
    }

    void tooLarge()
    {
        const auto document = documentOf("<a>" + QByteArray(static_cast<qsizetype>(query::XPathLimit), 'x') + "</a>");
        QVERIFY(document);
        const auto found = query::select(*document, u"//a"_s);
        QVERIFY(!found);
        QCOMPARE(found.error().code, Error::Code::TooLarge);
        QVERIFY(found.error().message.contains(u"32"_s));
        QCOMPARE(query::select(*document, u"$..a"_s)->total, 1U);
    }
};

QTEST_GUILESS_MAIN(TestXPath)
#include "tst_xpath.moc"
