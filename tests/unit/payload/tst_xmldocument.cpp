// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Document.h"
#include "payload/JsonText.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace marquee;
using namespace marquee::payload;

Q_DECLARE_METATYPE(Edit)

namespace {

Pointer at(const char *text)
{
    return *Pointer::parse(text);
}

/// Every place of the edited tree is the place that a fresh reading of the same text gives.
bool sameTree(const Value &left, const Value &right)
{
    std::string a;
    std::string b;
    if (left.kind() != right.kind() || left.begin() != right.begin() || left.end() != right.end() || left.size() != right.size()
        || left.hasName() != right.hasName() || left.name(a) != right.name(b) || left.string() != right.string()
        || left.slot()->flags != right.slot()->flags)
        return false;
    for (std::uint32_t i = 0; i < left.size(); ++i) {
        if (!sameTree(left.at(i), right.at(i)))
            return false;
    }
    return true;
}

bool isSound(const Document &document)
{
    const auto fresh = Document::read(document.text().toByteArray());
    return fresh.has_value() && sameTree(document.root(), (*fresh)->root());
}

} // namespace

class TestXmlDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *text, const Edit &edit, const char *expected) {
            QTest::newRow(name) << QByteArray(text) << edit << QByteArray(expected);
        };
        row("text in CDATA", "<p>\n  <EventId>E</EventId>\n</p>", Edit::set(at("/p/EventId"), "\"F & G\""),
            "<p>\n  <EventId><![CDATA[F & G]]></EventId>\n</p>");
        row("]]> survives", "<p><Tag/></p>", Edit::set(at("/p/Tag"), "\"a]]>b\""), "<p><Tag><![CDATA[a]]]]><![CDATA[>b]]></Tag></p>");
        row("a date is plain", "<p><Date>1</Date></p>", Edit::set(at("/p/Date"), "\"2026-11-25\""), "<p><Date>2026-11-25</Date></p>");
        row("a number is plain", "<p><RunWeek/></p>", Edit::set(at("/p/RunWeek"), "12"), "<p><RunWeek>12</RunWeek></p>");
        row("a boolean is plain", "<p><OnSale>true</OnSale></p>", Edit::set(at("/p/OnSale"), "false"), "<p><OnSale>false</OnSale></p>");
        row("emptied", "<p><EventId  ><![CDATA[E]]></EventId></p>", Edit::set(at("/p/EventId"), "\"\""), "<p><EventId  ></EventId></p>");
        row("an attribute keeps its quotes", "<p id = 'a' b=\"\"/>", Edit::set(at("/p/@id"), "\"x'<&\\n\\\"\""),
            "<p id = 'x&apos;&lt;&amp;&#10;\"' b=\"\"/>");
        row("own text", "<p><Rate precision=\"1\">455</Rate></p>", Edit::set(at("/p/Rate/#text"), "12"), "<p><Rate precision=\"1\">12</Rate></p>");
        row("the first attribute", "<p><DistributorRate>45</DistributorRate></p>", Edit::insertMember(at("/p/DistributorRate"), "@precision", "\"1\""),
            "<p><DistributorRate precision=\"1\">45</DistributorRate></p>");
        row("an attribute among others", "<p id=\"1\"><a/></p>", Edit::insertMember(at("/p"), "@siteId", "\"S\"", 1), "<p id=\"1\" siteId=\"S\"><a/></p>");
        row("an attribute first", "<p siteId=\"S\"><a/></p>", Edit::insertMember(at("/p"), "@id", "\"1\"", 0), "<p id=\"1\" siteId=\"S\"><a/></p>");
        row("attributes stand before", "<p><a/></p>", Edit::insertMember(at("/p"), "@id", "\"1\""), "<p id=\"1\"><a/></p>");
        row("the only attribute away", "<p><r precision=\"1\">5</r></p>", Edit::remove(at("/p/r/@precision")), "<p><r>5</r></p>");
        row("an attribute away", "<p a=\"1\"\n   b=\"2\"><c/></p>", Edit::remove(at("/p/@b")), "<p a=\"1\"><c/></p>");
        row("an element between", "<p>\n  <a/>\n  <c/>\n</p>", Edit::insertMember(at("/p"), "b", "\"x\"", 1),
            "<p>\n  <a/>\n  <b><![CDATA[x]]></b>\n  <c/>\n</p>");
        row("an element last", "<p i=\"\">\r\n\t<a/>\r\n</p>", Edit::insertMember(at("/p"), "b", "1"), "<p i=\"\">\r\n\t<a/>\r\n\t<b>1</b>\r\n</p>");
        row("in one line", "<p><a/></p>", Edit::insertMember(at("/p"), "Tags", "{\"Tag\":[\"x\",\"y\"]}"),
            "<p><a/><Tags><Tag><![CDATA[x]]></Tag><Tag><![CDATA[y]]></Tag></Tags></p>");
        row("a list in lines", "<p>\n  <a/>\n</p>", Edit::insertMember(at("/p"), "Tags", "{\"Tag\":[\"x\"]}", 0),
            "<p>\n  <Tags>\n    <Tag><![CDATA[x]]></Tag>\n  </Tags>\n  <a/>\n</p>");
        row("into what was closed at once", "<p>\n  <Tags/>\n</p>", Edit::insertMember(at("/p/Tags"), "Tag", "\"x\""),
            "<p>\n  <Tags>\n    <Tag><![CDATA[x]]></Tag>\n  </Tags>\n</p>");
        row("into what is blank", "<p>\n  <Tags>\n  </Tags>\n</p>", Edit::insertMember(at("/p/Tags"), "Tag", "[\"x\"]"),
            "<p>\n  <Tags>\n    <Tag><![CDATA[x]]></Tag>\n  </Tags>\n</p>");
        row("a comment in it stays", "<p>\n  <Tags><!-- none --></Tags>\n</p>", Edit::insertMember(at("/p/Tags"), "Tag", "\"x\""),
            "<p>\n  <Tags><!-- none -->\n    <Tag><![CDATA[x]]></Tag>\n  </Tags>\n</p>");
        row("an item", "<Tags>\n  <Tag>a</Tag>\n</Tags>", Edit::insertItem(at("/Tags/Tag"), "\"b\""),
            "<Tags>\n  <Tag>a</Tag>\n  <Tag><![CDATA[b]]></Tag>\n</Tags>");
        row("an item first", "<Tags>\n  <Tag>a</Tag>\n</Tags>", Edit::insertItem(at("/Tags/Tag"), "\"b\"", 0),
            "<Tags>\n  <Tag><![CDATA[b]]></Tag>\n  <Tag>a</Tag>\n</Tags>");
        row("one more of a name", "<p>\n  <a>1</a>\n  <b/>\n</p>", Edit::insertMember(at("/p"), "a", "2"), "<p>\n  <a>1</a>\n  <a>2</a>\n  <b/>\n</p>");
        row("an item of objects", "<Ps>\n  <P id=\"1\"/>\n</Ps>", Edit::insertItem(at("/Ps/P"), "{\"@id\":\"2\",\"Date\":\"2026-01-01\"}"),
            "<Ps>\n  <P id=\"1\"/>\n  <P id=\"2\">\n    <Date>2026-01-01</Date>\n  </P>\n</Ps>");
        row("the first item away", "<Tags>\n  <Tag>a</Tag>\n  <Tag>b</Tag>\n</Tags>", Edit::remove(at("/Tags/Tag/0")), "<Tags>\n  <Tag>b</Tag>\n</Tags>");
        row("a comment before the last stays", "<Tags>\n  <Tag>a</Tag>\n  <!-- b -->\n  <Tag>b</Tag>\n</Tags>", Edit::remove(at("/Tags/Tag/1")),
            "<Tags>\n  <Tag>a</Tag>\n  <!-- b -->\n</Tags>");
        row("a comment behind the first stays", "<Tags><Tag>a</Tag><!-- b --><Tag>b</Tag></Tags>", Edit::remove(at("/Tags/Tag/0")),
            "<Tags><!-- b --><Tag>b</Tag></Tags>");
        row("the only item away", "<p>\n  <Tags>\n    <Tag>a</Tag>\n  </Tags>\n</p>", Edit::remove(at("/p/Tags/Tag/0")), "<p>\n  <Tags></Tags>\n</p>");
        row("two become one", "<p><a>1</a><a>2</a><b/></p>", Edit::remove(at("/p/a/0")), "<p><a>2</a><b/></p>");
        row("what grows together", "<p><a>1</a><b/><a>2</a></p>", Edit::remove(at("/p/b")), "<p><a>1</a><a>2</a></p>");
        row("an element away", "<p>\n  <a/>\n  <!-- of b -->\n  <b/>\n  <c/>\n</p>", Edit::remove(at("/p/b")),
            "<p>\n  <a/>\n  <!-- of b -->\n  <c/>\n</p>");
        row("a list set", "<Tags>\n  <Tag>a</Tag>\n</Tags>", Edit::set(at("/Tags/Tag"), "[\"x\",\"y\"]"),
            "<Tags>\n  <Tag><![CDATA[x]]></Tag>\n  <Tag><![CDATA[y]]></Tag>\n</Tags>");
        row("a list set to nothing", "<p><Tags><Tag>a</Tag></Tags></p>", Edit::set(at("/p/Tags/Tag"), "[]"), "<p><Tags></Tags></p>");
        row("an object set", "<p>\n  <a>1</a>\n</p>", Edit::set(at("/p/a"), "{\"@x\":\"1\",\"#text\":\"t\",\"b\":2}"),
            "<p>\n  <a x=\"1\"><![CDATA[t]]>\n    <b>2</b>\n  </a>\n</p>");
        row("moved down", "<Ts>\n  <T>a</T>\n  <T>b</T>\n  <T>c</T>\n</Ts>", Edit::move(at("/Ts/T"), 0, 2), "<Ts>\n  <T>b</T>\n  <T>c</T>\n  <T>a</T>\n</Ts>");
        row("moved up", "<Ts>\n  <T>a</T>\n  <T>b</T>\n  <T>c</T>\n</Ts>", Edit::move(at("/Ts/T"), 2, 0), "<Ts>\n  <T>c</T>\n  <T>a</T>\n  <T>b</T>\n</Ts>");
        row("moved over a comment", "<Ts><T>a</T><!-- x --><T>b</T></Ts>", Edit::move(at("/Ts/T"), 0, 1), "<Ts><T>b</T><!-- x --><T>a</T></Ts>");
        row("a member moved", "<p><a/><b>1</b><c/></p>", Edit::move(at("/p"), 0, 2), "<p><b>1</b><c/><a/></p>");
        row("written anew", "<p><EventId>E &amp; F</EventId></p>", Edit::rewrite(at("/p/EventId")), "<p><EventId><![CDATA[E & F]]></EventId></p>");
        row("own text written anew", "<p><t a=\"1\">x</t></p>", Edit::rewrite(at("/p/t/#text")), "<p><t a=\"1\"><![CDATA[x]]></t></p>");
    }
    void edits()
    {
        QFETCH(QByteArray, text);
        QFETCH(Edit, edit);
        QFETCH(QByteArray, expected);
        auto document = Document::read(text).value();
        const auto changed = document->apply(edit);
        QVERIFY2(changed.has_value(), changed ? "" : qPrintable(changed.error().message));
        QCOMPARE(document->text().toByteArray(), expected);
        QVERIFY(isSound(*document));
        document->undo();
        QCOMPARE(document->text().toByteArray(), text);
        QVERIFY(isSound(*document));
        document->redo();
        QCOMPARE(document->text().toByteArray(), expected);
        QVERIFY(isSound(*document));
        // A draft does the edits of the steps again.
        auto again = Document::read(text).value();
        QVERIFY(again->apply(document->steps().back().edits).has_value());
        QCOMPARE(again->text().toByteArray(), expected);
    }

    void changesNothing_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::newRow("the same text, which isn't in CDATA") << Edit::set(at("/p/EventId"), "\"E\"");
        QTest::newRow("the same in CDATA") << Edit::set(at("/p/HallId"), "\"H\"");
        QTest::newRow("the same attribute") << Edit::set(at("/p/@id"), "\"1\"");
        QTest::newRow("written anew, as it stands") << Edit::rewrite(at("/p/HallId"));
        QTest::newRow("the same list") << Edit::set(at("/p/Tags"), R"({"Tag":["a"]})");
    }
    void changesNothing()
    {
        QFETCH(Edit, edit);
        auto document = Document::read("<p id='1'><EventId>E</EventId><HallId><![CDATA[H]]></HallId><Tags><Tag>a</Tag></Tags></p>").value();
        const auto changed = document->apply(edit);
        QVERIFY(changed.has_value());
        QVERIFY(!*changed);
        QVERIFY(!document->canUndo());
    }

    void refused_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<int>("code");
        const auto invalid = static_cast<int>(Error::Code::Invalid);
        QTest::newRow("no such place") << Edit::set(at("/p/x"), "1") << static_cast<int>(Error::Code::NotFound);
        QTest::newRow("no JSON") << Edit::set(at("/p/EventId"), "x") << static_cast<int>(Error::Code::Malformed);
        QTest::newRow("the root away") << Edit::remove(at("/p")) << invalid;
        QTest::newRow("a second root") << Edit::insertMember(Pointer(), "q", "1") << invalid;
        QTest::newRow("an attribute twice") << Edit::insertMember(at("/p"), "@id", "\"2\"") << invalid;
        QTest::newRow("an object as an attribute") << Edit::set(at("/p/@id"), "{}") << invalid;
        QTest::newRow("a name that none has") << Edit::insertMember(at("/p"), "a b", "1") << invalid;
        QTest::newRow("a control character") << Edit::set(at("/p/EventId"), "\"\\u0001\"") << invalid;
        QTest::newRow("a list in a list") << Edit::insertItem(at("/p/Tags/Tag"), "[1]") << invalid;
        QTest::newRow("an element beside text") << Edit::insertMember(at("/p/EventId"), "x", "1") << invalid;
        QTest::newRow("behind the end") << Edit::insertItem(at("/p/Tags/Tag"), "1", 9) << invalid;
    }
    void refused()
    {
        QFETCH(Edit, edit);
        QFETCH(int, code);
        const QByteArray text = "<p id='1'><EventId>E</EventId><Tags><Tag>a</Tag></Tags></p>";
        auto document = Document::read(text).value();
        const std::vector<Edit> edits{Edit::set(at("/p/EventId"), "\"F\""), edit};
        const auto changed = document->apply(edits);
        QVERIFY(!changed.has_value());
        QCOMPARE(static_cast<int>(changed.error().code), code);
        QCOMPARE(document->text().toByteArray(), text);
        QVERIFY(isSound(*document));
    }

    void typingIsOneStep()
    {
        auto document = Document::read("<p>\n  <a/>\n</p>").value();
        const EditOptions typing{QStringLiteral("Change"), QStringLiteral("/b")};
        QVERIFY(*document->apply(Edit::insertMember(at("/p"), "EventId", "\"N\""), typing));
        QVERIFY(*document->apply(Edit::set(at("/p/EventId"), "\"Ni\""), typing));
        QVERIFY(*document->apply(Edit::set(at("/p/EventId"), "\"Nig\""), typing));
        QCOMPARE(document->steps().size(), std::size_t{1});
        QVERIFY(isSound(*document));
        document->undo();
        QCOMPARE(document->text().toByteArray(), QByteArray("<p>\n  <a/>\n</p>"));
    }

    /// Many random edits, each checked against a fresh reading, and against the same done to the JSON that the message says; then
    /// all undone to the first byte.
    void randomEditsStaySound()
    {
        const QByteArray text = "<?xml version=\"1.0\"?>\n<r n=\"1\">\n  <!-- a -->\n  <Ps>\n    <P i=\"1\"><Tags><Tag>x</Tag><!-- t --><Tag>y</Tag></Tags>"
                                "<Rate precision=\"1\">455</Rate></P>\n    <P i=\"2\"/>\n    <!-- p -->\n    <P i=\"3\"><Tags/></P>\n  </Ps>\n  <u>1</u>\n</r>\n";
        auto document = Document::read(text).value();
        QRandomGenerator random(5);
        const std::vector<std::string> values{"\"\"", "\"two ]]> \"", "{}", R"({"Tag":["a","b"]})", R"({"@i":"7","Tags":{"Tag":["q"]},"n":5})", "12"};
        int done = 0;
        for (int round = 0; round < 4000; ++round) {
            Path path;
            Value value = document->root();
            while (value.size() > 0 && random.bounded(5) != 0) {
                path.push_back(random.bounded(value.size()));
                value = value.at(path.back());
            }
            const Pointer pointer = document->pointerTo(path);
            const std::string json = values[random.bounded(static_cast<quint32>(values.size()))];
            const std::string name = std::vector<std::string>{"Tag", "P", "@i", "n" + std::to_string(round % 7), "u"}[random.bounded(5u)];
            Edit edit;
            switch (random.bounded(5)) {
            case 0:
                edit = Edit::remove(pointer);
                break;
            case 1:
                edit = Edit::set(pointer, json);
                break;
            case 2:
                edit = Edit::insertMember(pointer, name, json, random.bounded(value.size() + 1));
                break;
            case 3:
                edit = Edit::insertItem(pointer, json);
                break;
            default:
                edit = Edit::move(pointer, random.bounded(value.size() + 1), random.bounded(value.size() + 1));
            }
            const QByteArray before = document->text().toByteArray();
            const auto changed = document->apply(edit);
            if (!changed)
                QCOMPARE(document->text().toByteArray(), before);
            done += changed && *changed ? 1 : 0;
            QVERIFY2(isSound(*document), qPrintable(QString::number(round) + QLatin1String(pointer.toString().c_str()) + QLatin1Char(' ')
                + QString::number(static_cast<int>(edit.kind)) + QLatin1String(edit.name.c_str()) + QLatin1Char('\n') + QString::fromUtf8(before)
                + QLatin1Char('\n') + QString::fromUtf8(document->text().toByteArray())));
            if (changed && *changed && round % 7 == 0) {
                document->undo();
                QCOMPARE(document->text().toByteArray(), before);
                QVERIFY(isSound(*document));
                document->redo();
            }
        }
        QVERIFY(done > 1000);
        while (document->canUndo())
            document->undo();
        QCOMPARE(document->text().toByteArray(), text);
        QVERIFY(isSound(*document));
    }

    /// What a text says comes back as it was, whatever it is, and another program reads the same.
    void textsRoundTrip_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QStringLiteral("Night Ferry");
        QTest::newRow("markup") << QStringLiteral("<b>&amp;</b> \"'");
        QTest::newRow("the end of CDATA") << QStringLiteral("]]>]]]]>>]]>");
        QTest::newRow("lines") << QStringLiteral("a\nb\r\nc\rd\te");
        QTest::newRow("blanks at its ends") << QStringLiteral("  x \n");
        QTest::newRow("beyond the plane") << QString::fromUcs4(U"\U0001F3AC é ]");
    }
    void textsRoundTrip()
    {
        QFETCH(QString, text);
        auto document = Document::read("<p id=\"\"><EventId/><Date/></p>").value();
        for (const char *place : {"/p/@id", "/p/EventId", "/p/Date"}) {
            QVERIFY(document->apply(Edit::set(at(place), encodeJsonString(text))).has_value());
            const auto fresh = Document::read(document->text().toByteArray()).value();
            QCOMPARE(QString::fromStdString(fresh->find(at(place)).string()), text);
        }
        const QString xmllint = QStandardPaths::findExecutable(QStringLiteral("xmllint"));
        if (xmllint.isEmpty())
            QSKIP("xmllint isn't here: nobody else has read it");
        for (const char *place : {"string(/p/@id)", "string(/p/EventId)", "string(/p/Date)"}) {
            QProcess other;
            other.start(xmllint, {QStringLiteral("--nonet"), QStringLiteral("--xpath"), QLatin1String(place), QStringLiteral("-")});
            other.write(document->text().toByteArray());
            other.closeWriteChannel();
            QVERIFY(other.waitForFinished());
            QCOMPARE(other.exitCode(), 0);
            QByteArray said = other.readAllStandardOutput();
            said.chop(1); // its own newline
            QCOMPARE(QString::fromUtf8(said), text);
        }
    }
};

QTEST_APPLESS_MAIN(TestXmlDocument)
#include "tst_xmldocument.moc"
