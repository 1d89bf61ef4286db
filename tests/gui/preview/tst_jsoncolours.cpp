// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/Caret.h"
#include "preview/RowColours.h"

#include "payload/Change.h"

#include <QTest>

using namespace marquee;
using namespace marquee::preview;

namespace {

/// One letter a byte: n(ame) s(tring) l(iteral) p(unctuation) c(omment) w(ord), a blank for the rest.
QByteArray letters(const RowLayout &layout, JsonColours &colours, const Row &row)
{
    QByteArray found(qsizetype(row.end - row.begin), ' ');
    for (const Token &token : colours.tokens(layout.text(), row)) {
        for (quint32 at = std::max(token.begin, row.begin); at < std::min(token.end, row.end); ++at)
            found[qsizetype(at - row.begin)] = "pnslwc"[int(token.lexeme)];
    }
    return found;
}

QByteArray allLetters(const RowLayout &layout)
{
    JsonColours colours;
    QByteArray found;
    for (std::optional<Row> row = layout.rowAt(0); row; row = layout.next(*row))
        found += letters(layout, colours, *row);
    return found;
}

} // namespace

class TestJsonColours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("letters");
        QTest::newRow("member") << QByteArray("{\"a\": \"b\"}") << QByteArray("pnnnp sssp");
        QTest::newRow("numbers") << QByteArray("[-1.5e3, 0]") << QByteArray("pllllllp lp");
        QTest::newRow("words") << QByteArray("true null nil") << QByteArray("llll llll www");
        QTest::newRow("escaped quote") << QByteArray("\"a\\\"b\" :1") << QByteArray("nnnnnn pl");
        QTest::newRow("escaped backslash") << QByteArray("\"a\\\\\",1") << QByteArray("ssssspl");
        QTest::newRow("colon in a string") << QByteArray("\"a:b\"") << QByteArray("sssss");
        QTest::newRow("not closed") << QByteArray("[\"ab") << QByteArray("psss");
        QTest::newRow("comment") << QByteArray("1 // \"a\"") << QByteArray("l cccccc");
        QTest::newRow("comment inside") << QByteArray("/*1*/2") << QByteArray("cccccl");
        QTest::newRow("ellipsis") << QByteArray("[...]") << QByteArray("ppppp");
        QTest::newRow("no comment") << QByteArray("1/2") << QByteArray("lpl");
    }

    void tokens()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, letters);
        RowLayout layout;
        layout.setText(payload::Text(text));
        QCOMPARE(allLetters(layout), letters);
    }

    /// However a line is broken, each byte has the colour that it has on one long row.
    void sameOverRows()
    {
        const QByteArray text = "{\"Transaction\": [{\"a name with blanks\": \"and \\\"quotes\\\" in it, long\", "
                                "\"b\": -12.50}, null, true]}";
        RowLayout wide;
        wide.setText(payload::Text(text));
        wide.setColumns(1000);
        for (int columns = 16; columns < 60; ++columns) {
            RowLayout narrow;
            narrow.setText(payload::Text(text));
            narrow.setColumns(columns);
            QCOMPARE(allLetters(narrow), allLetters(wide));
        }
    }

    void sameInAnyOrder()
    {
        QByteArray text = "[";
        for (int i = 0; i < 4000; ++i)
            text += "{\"name " + QByteArray::number(i) + "\": \"v\\\"" + QByteArray::number(i) + "\"},";
        RowLayout layout;
        layout.setText(payload::Text(text));
        layout.setColumns(40);
        JsonColours running;
        JsonColours jumping;
        std::optional<Row> row = layout.rowAt(0);
        for (; row && row->begin < JsonColours::Reach; row = layout.step(*row, 3)) {
            const QByteArray expected = letters(layout, running, *row);
            jumping.forget();
            QCOMPARE(letters(layout, jumping, *row), expected);
        }
        // Too far behind the line's beginning to know: plain.
        QVERIFY(running.tokens(layout.text(), layout.rowAt(JsonColours::Reach + 1000)).empty());
    }

    void http()
    {
        RowLayout layout;
        layout.setText(payload::Text("PUT /avails HTTP/1.1\r\nHost: a.example\r\n\r\n{\"a\": 1}"));
        RowColours colours;
        colours.setLanguage(Language::Http, layout.text());
        const auto first = [&](quint32 offset) { return colours.spans(layout.text(), layout.rowAt(offset)).at(0); };
        QCOMPARE(first(0).colour, theme::Token::CodeNumber);
        QCOMPARE(first(0).end, 3u);
        QCOMPARE(first(22).colour, theme::Token::CodeName);
        QCOMPARE(first(22).end, 26u);
        QCOMPARE(first(layout.text().size()).colour, theme::Token::TextSoft); // the brace
        QCOMPARE(colours.spans(layout.text(), layout.rowAt(layout.text().size())).size(), 5u);
        QVERIFY(colours.spans(layout.text(), layout.rowAt(39)).empty());
    }

    void tokenAt_data()
    {
        QTest::addColumn<quint32>("offset");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("name") << 3u << QByteArray("Title of it");
        QTest::newRow("quote") << 1u << QByteArray("Title of it");
        QTest::newRow("string over rows") << 30u << QByteArray("one two three four five six");
        QTest::newRow("number") << 47u << QByteArray("-9.90");
        QTest::newRow("brace") << 0u << QByteArray("{");
    }

    void tokenAt()
    {
        QFETCH(quint32, offset);
        QFETCH(QByteArray, token);
        const QByteArray text = "{\"Title of it\":\"one two three four five six\",-9.90}";
        RowLayout layout;
        layout.setText(payload::Text(text));
        layout.setColumns(16);
        RowColours colours;
        colours.setLanguage(Language::Json, layout.text());
        const auto [begin, end] = colours.tokenAt(layout.text(), layout.rowAt(offset), offset);
        QCOMPARE(text.mid(begin, end - begin), token);
    }

    void words()
    {
        const payload::Text text("curl -X PUT \u00e9t\u00e9 'a'");
        QCOMPARE(wordAround(text, 1), std::pair(0u, 4u));
        QCOMPARE(wordAround(text, 14), std::pair(12u, 17u));
        QCOMPARE(nextWord(text, 0), 5u);
        QCOMPARE(nextWord(text, 12), 19u);
        QCOMPARE(previousWord(text, 12), 8u);
        QCOMPARE(previousWord(text, 0), 0u);
        QCOMPARE(nextWord(text, text.size()), text.size());
    }

    void moved_data()
    {
        QTest::addColumn<quint32>("offset");
        QTest::addColumn<quint32>("moved");
        QTest::newRow("in front") << 9u << 9u; // splice: 3 bytes at 10 become 5
        QTest::newRow("at its beginning") << 10u << 10u;
        QTest::newRow("inside") << 12u << 10u;
        QTest::newRow("at its end") << 13u << 15u;
        QTest::newRow("behind") << 20u << 22u;
    }

    void moved()
    {
        QFETCH(quint32, offset);
        QFETCH(quint32, moved);
        const payload::Splice splice{10, "abc", "12345"};
        QCOMPARE(movedBy({&splice, 1}, offset), moved);
        QCOMPARE(movedBy({}, offset), offset);
    }
};

QTEST_APPLESS_MAIN(TestJsonColours)
#include "tst_jsoncolours.moc"
