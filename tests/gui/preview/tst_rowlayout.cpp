// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/RowLayout.h"
#include "preview/ShownRow.h"
#include "preview/Utf8.h"

#include <QTest>

using namespace marquee;
using namespace marquee::preview;

namespace {

/// Every row of a text as its bytes, from the first on.
QList<QByteArray> rowsOf(const RowLayout &layout)
{
    QList<QByteArray> rows;
    std::optional<Row> row = layout.rowAt(0);
    for (; row; row = layout.next(*row)) {
        std::string scratch;
        const std::string_view bytes = layout.text().view(row->begin, row->end, scratch);
        rows.append(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
    }
    return rows;
}

/// What holds for every layout: rows join without a gap, each is found from each of its bytes, and back is there again.
void checkRows(const RowLayout &layout)
{
    Row row = layout.rowAt(0);
    QCOMPARE(row.begin, 0u);
    for (;;) {
        for (std::uint32_t offset = row.begin; offset < row.next; ++offset)
            QCOMPARE(layout.rowAt(offset), row);
        const auto next = layout.next(row);
        QCOMPARE(next.has_value(), !row.lastOfText);
        if (!next)
            break;
        QCOMPARE(next->begin, row.next);
        QCOMPARE(layout.previous(*next), std::optional(row));
        QCOMPARE(layout.next(row), next);
        row = *next;
    }
    QCOMPARE(layout.rowAt(layout.text().size()), row);
    QCOMPARE(row.line, layout.text().lineCount());
}

} // namespace

class TestRowLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<QByteArray>>("rows");
        using Rows = QList<QByteArray>;
        QTest::newRow("empty") << QByteArray() << Rows{""};
        QTest::newRow("no newline at the end") << QByteArray("ab") << Rows{"ab"};
        QTest::newRow("newline at the end") << QByteArray("ab\n") << Rows{"ab", ""};
        QTest::newRow("only newlines") << QByteArray("\n\n") << Rows{"", "", ""};
        QTest::newRow("CRLF") << QByteArray("ab\r\ncd\r\n") << Rows{"ab", "cd", ""};
        QTest::newRow("a CR that ends nothing") << QByteArray("a\rb\n\r") << Rows{"a\rb", "\r"};
        QTest::newRow("just fits") << QByteArray("0123456789abcdef") << Rows{"0123456789abcdef"};
        QTest::newRow("one too many") << QByteArray("0123456789abcdefg") << Rows{"0123456789abcdef", "g"};
        // Continuation rows stand two columns in: 14 of 16 are left.
        QTest::newRow("three rows") << QByteArray("0123456789abcdefghijklmnopqrstuvw")
                                    << Rows{"0123456789abcdef", "ghijklmnopqrst", "uvw"};
        QTest::newRow("behind a blank") << QByteArray("one two three four") << Rows{"one two three ", "four"};
        QTest::newRow("not far in front") << QByteArray("one twothreefourfive") << Rows{"one twothreefour", "five"};
        QTest::newRow("tab fits") << QByteArray("\t0123456789ab") << Rows{"\t0123456789ab"};
        QTest::newRow("tab is four columns") << QByteArray("\t0123456789abc") << Rows{"\t0123456789ab", "c"};
        QTest::newRow("character at the cut")
            << QByteArray("0123456789abcde\u4e2dx") << Rows{"0123456789abcde", "\u4e2dx"};
        QTest::newRow("wide characters") << QByteArray("\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d")
                                         << Rows{"\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d", "\u4e2d"};
        QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x80\n\xe4\xb8") << Rows{"\xff\xfe\x80", "\xe4\xb8"};
    }

    void rows()
    {
        QFETCH(QByteArray, text);
        QFETCH(QList<QByteArray>, rows);
        RowLayout layout;
        layout.setText(payload::Text(text));
        layout.setColumns(16);
        QCOMPARE(rowsOf(layout), rows);
        checkRows(layout);
    }

    void hangsUnderTheIndentation()
    {
        RowLayout layout;
        layout.setText(payload::Text("    \"Title\": \"a long way down\"\nx"));
        layout.setColumns(20);
        const Row first = layout.rowAt(0);
        QCOMPARE(first.indent, 0);
        const Row second = layout.rowAt(first.next);
        QCOMPARE(second.indent, 6);
        QCOMPARE(second.line, 1u);
        QVERIFY(!second.firstOfLine());
        QCOMPARE(layout.rowAt(layout.text().size()).line, 2u);
    }

    void longLineBreaksBetweenCharacters_data()
    {
        QTest::addColumn<QByteArray>("character");
        QTest::addColumn<QByteArray>("before");
        for (const char *character : {"x", "\u00e9", "\u4e2d", "\U0001F3AC", "\x80", "\xe4\xb8"}) {
            for (const char *before : {"", "a", "ab", "abc"})
                QTest::addRow("%s behind %d", QByteArray(character).toHex().constData(), int(qstrlen(before)))
                    << QByteArray(character) << QByteArray(before);
        }
    }

    void longLineBreaksBetweenCharacters()
    {
        QFETCH(QByteArray, character);
        QFETCH(QByteArray, before);
        RowLayout layout;
        layout.setText(payload::Text("first\n" + before + character.repeated(40'000) + "\nlast"));
        layout.setColumns(37);
        checkRows(layout);
        const bool valid = characterAt(std::string_view(character.constData(), size_t(character.size())), 0).valid;
        std::optional<Row> row = layout.rowAt(6);
        for (; row && row->line == 2; row = layout.next(*row)) {
            QVERIFY(row->end - row->begin <= 37 + 3);
            if (valid)
                QCOMPARE(characterBegin(layout.text(), row->begin), row->begin);
        }
        QCOMPARE(row->line, 3u);
    }

    void oneLineOf50MB()
    {
        const quint32 size = 50u * 1024 * 1024 + 7;
        RowLayout layout;
        layout.setText(payload::Text(QByteArray(qsizetype(size), 'x')));
        layout.setColumns(100);
        QCOMPARE(layout.rowAt(0).end, 100u);
        const Row middle = layout.rowAt(31'415'926);
        QCOMPARE(middle.begin, 31'415'900u);
        QCOMPARE(middle.line, 1u);
        QCOMPARE(layout.step(middle, -3).begin, 31'415'600u);
        QCOMPARE(layout.step(middle, 3).begin, 31'416'200u);
        const Row last = layout.rowAt(size);
        QVERIFY(last.lastOfText);
        QCOMPARE(last.begin, size - size % 100);
        QCOMPARE(last.end, size);
    }

    void manyLines()
    {
        QByteArray text;
        for (int i = 1; i <= 200'000; ++i)
            text += "line " + QByteArray::number(i) + '\n';
        RowLayout layout;
        layout.setText(payload::Text(text));
        for (const quint32 line : {1u, 2u, 777u, 100'000u, 199'999u, 200'001u}) {
            const Row row = layout.rowAt(layout.text().lineStart(line));
            QCOMPARE(row.line, line);
            QCOMPARE(row.begin, layout.text().lineStart(line));
        }
        Row row = layout.rowAt(layout.text().size());
        for (quint32 line = 200'001; line > 0; --line) { // upwards, as the wheel goes
            QCOMPARE(row.line, line);
            row = layout.step(row, -1);
        }
        QCOMPARE(row.begin, 0u);
    }

    void shown_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<bool>("grid");
        QTest::newRow("plain") << QByteArray("a b") << QStringLiteral("a b") << true;
        QTest::newRow("tab") << QByteArray("a\tb") << QStringLiteral("a   b") << true;
        QTest::newRow("umlaut") << QByteArray("\u00e4b") << QStringLiteral("\u00e4b") << false;
        QTest::newRow("control") << QByteArray("a\x01", 2) << QStringLiteral("a\u2401") << false;
        QTest::newRow("nul") << QByteArray("\0", 1) << QStringLiteral("\u2400") << false;
        QTest::newRow("delete") << QByteArray("\x7f") << QStringLiteral("\u2421") << false;
        QTest::newRow("not UTF-8") << QByteArray("a\xff"
                                                 "b")
                                   << QStringLiteral("a\ufffdb") << false;
        QTest::newRow("overlong") << QByteArray("\xc0\x80") << QStringLiteral("\ufffd\ufffd") << false;
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QStringLiteral("\ufffd\ufffd\ufffd") << false;
        QTest::newRow("turned around") << QByteArray("a\u202eb") << QStringLiteral("a\u25afb") << false;
        QTest::newRow("film") << QByteArray("\U0001F3AC!") << QStringLiteral("\U0001F3AC!") << false;
    }

    void shown()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, shown);
        QFETCH(bool, grid);
        RowLayout layout;
        layout.setText(payload::Text(bytes));
        const ShownRow row(layout.text(), layout.rowAt(0));
        QCOMPARE(row.text(), shown);
        QCOMPARE(row.isGrid(), grid);
        QCOMPARE(row.offsetAt(shown.size()), layout.text().size());
        // From a character to its first unit and back.
        for (quint32 offset = 0; offset < layout.text().size(); offset = nextCharacter(layout.text(), offset))
            QCOMPARE(row.offsetAt(row.unitAt(offset)), offset);
    }

    void carriesOverCharacters()
    {
        const payload::Text text("a\r\n\u4e2d\U0001F3AC\xff");
        QList<quint32> forwards;
        for (quint32 at = 0; at < text.size(); at = nextCharacter(text, at))
            forwards.append(at);
        QCOMPARE(forwards, (QList<quint32>{0, 1, 3, 6, 10}));
        QList<quint32> backwards;
        for (quint32 at = text.size(); at > 0;) {
            at = previousCharacter(text, at);
            backwards.prepend(at);
        }
        QCOMPARE(backwards, forwards);
    }
};

QTEST_APPLESS_MAIN(TestRowLayout)
#include "tst_rowlayout.moc"
