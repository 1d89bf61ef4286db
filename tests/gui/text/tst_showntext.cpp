// SPDX-License-Identifier: GPL-3.0-or-later
// What a text component makes of bytes, and back: an edit of one character changes only that. And the pieces of a line.
#include "text/JsonLine.h"
#include "text/ShownText.h"
#include "text/TextEditor.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QTest>
#include <QTextCursor>
#include <QTextDocument>

using namespace marquee;
using namespace Qt::StringLiterals;
using preview::Lexeme;
using text::ShownText;

namespace {

void texts()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("LF") << QByteArray("{\n \"a\": 1\n}\n");
    QTest::newRow("CRLF") << QByteArray("{\r\n \"a\": 1\r\n}\r\n");
    QTest::newRow("CR") << QByteArray("{\r \"a\": 1\r}\r");
    QTest::newRow("mixed") << QByteArray("{\r\n\n\r \"a\": 1\n\r\n}\r\r\n");
    QTest::newRow("no newline at the end") << QByteArray("{\n}");
    QTest::newRow("byte-order mark") << QByteArray("\xEF\xBB\xBF{\r\n}\r\n");
    QTest::newRow("two byte-order marks") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF{}");
    QTest::newRow("a mark within") << QByteArray("{\"a\xEF\xBB\xBF\":1}");
    QTest::newRow("trailing blanks and tabs") << QByteArray("{  \t\n\t\"a\":\t1 \t \n}\t");
    QTest::newRow("U+2028 and U+2029") << QByteArray("{\"a\":\"x\xE2\x80\xA8y\xE2\x80\xA9z\"}\r\n");
    QTest::newRow("blanks that don't break") << QByteArray("{\"a\":\"1\xC2\xA0"
                                                           "000\"}");
    QTest::newRow("escapes") << QByteArray("{\"a\":\"\\ud83d \\u00e9 \\uD83D\\uDE00\\n\"}");
    QTest::newRow("beyond the plane") << QByteArray("{\"\xF0\x9F\x98\x80\":\"\xF0\x9F\x98\x81\"}\r\n\xF0\x9F\x98\x82");
    QTest::newRow("edges of frames") << QByteArray("{\"a\":\"\xEF\xB7\x90\xEF\xB7\x91\"}");
    QTest::newRow("zeros and controls") << QByteArray("{\"a\":\"\0\x01\x0b\x0c\x1f\x7f\"}", 15);
    QTest::newRow("objects replaced") << QByteArray("{\"a\":\"\xEF\xBF\xBC\xEF\xBF\xBD\"}");
    QTest::newRow("Arabic and Thai") << QByteArray("{\"a\":\"\xD8\xA7\xD9\x84 \xE0\xB8\x81\xE0\xB8\xB3\"}");
}

} // namespace

class TestShownText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void component_data() { texts(); }
    /// It is what the component says of itself, and each unit finds its byte and back.
    void component()
    {
        QFETCH(QByteArray, bytes);
        const auto shown = ShownText::of(bytes);
        QVERIFY(shown);
        text::TextEditor editor;
        QVERIFY(editor.showText(*shown));
        QCOMPARE(editor.document()->toRawText(), shown->shown());
        QCOMPARE(editor.takeTyped().bytes(), bytes);
        for (qsizetype unit = 0; unit <= shown->shown().size(); ++unit) {
            if (unit < shown->shown().size() && shown->shown()[unit].isLowSurrogate())
                continue;
            QCOMPARE(shown->unitOf(shown->offsetOf(unit)), unit);
        }
        QCOMPARE(shown->offsetOf(shown->shown().size() + 9), bytes.size());
    }

    void oneCharacter_data() { texts(); }
    /// Typed anywhere and deleted anywhere: the bytes in front and behind stay.
    void oneCharacter()
    {
        QFETCH(QByteArray, bytes);
        const ShownText before = ShownText::of(bytes).value();
        text::TextEditor editor;
        for (qsizetype unit = 0; unit <= before.shown().size(); ++unit) {
            if (unit < before.shown().size() && before.shown()[unit].isLowSurrogate())
                continue;
            const qsizetype offset = before.offsetOf(unit);
            QVERIFY(editor.showText(before));
            QTextCursor cursor(editor.document());
            cursor.setPosition(static_cast<int>(unit));
            cursor.insertText(u"\u00e9"_s);
            QCOMPARE(editor.takeTyped().bytes(), bytes.left(offset) + "\xC3\xA9" + bytes.mid(offset));
            QVERIFY(editor.showText(before));
            QCOMPARE(editor.takeTyped().bytes(), bytes);
            if (unit == before.shown().size())
                break;
            const bool isPair = before.shown()[unit].isHighSurrogate();
            cursor.setPosition(static_cast<int>(unit));
            cursor.setPosition(static_cast<int>(unit) + (isPair ? 2 : 1), QTextCursor::KeepAnchor);
            cursor.removeSelectedText();
            const QByteArray after = editor.takeTyped().bytes();
            const qsizetype gone = before.offsetOf(unit + (isPair ? 2 : 1)) - offset;
            // Of breaks or signs in a row it may be another one that goes, of the same kind to a reader.
            QVERIFY(after.size() < bytes.size() && after.size() + 4 >= bytes.size());
            if (!bytes.contains("\n\r") && !bytes.contains("\r\r") && !bytes.contains("\n\n"))
                QCOMPARE(after.size(), bytes.size() - gone);
            QVERIFY(editor.showText(before));
        }
    }

    void breaks_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("LF") << QByteArray("{\n}") << QByteArray("\n");
        QTest::newRow("CRLF") << QByteArray("{\r\n}") << QByteArray("\r\n");
        QTest::newRow("CR") << QByteArray("{\r}") << QByteArray("\r");
        QTest::newRow("none yet") << QByteArray("{}") << QByteArray("\n");
        QTest::newRow("those in front count") << QByteArray("\r\n{}\n\n\n") << QByteArray("\r\n");
    }
    void breaks()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, line);
        ShownText shown = ShownText::of(bytes).value();
        QString edited = shown.shown();
        edited.insert(edited.indexOf(u'{') + 1, u"x\u2029y"_s);
        QVERIFY(shown.follow(edited));
        QVERIFY(!shown.follow(edited));
        QByteArray wanted = bytes;
        wanted.insert(bytes.indexOf('{') + 1, "x" + line + "y");
        QCOMPARE(shown.bytes(), wanted);
    }

    void notUtf8_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("Latin-1") << QByteArray("\"\xe9\"");
        QTest::newRow("cut") << QByteArray("\xF0\x9F\x98");
        QTest::newRow("half a pair") << QByteArray("\xED\xA0\xBD");
        QTest::newRow("too long") << QByteArray("\xC0\xAF");
    }
    void notUtf8()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!ShownText::of(bytes));
    }

    void randomEdits()
    {
        QRandomGenerator random(3);
        const QStringList pieces{u"\u2029"_s, u"a"_s, u"\u00e9"_s, u"\U0001F600"_s, u"\u2028"_s, u"  "_s};
        ShownText shown = ShownText::of("\xEF\xBB\xBF{\r\n\"a\":\n\xF0\x9F\x98\x80\r\n}").value();
        for (int i = 0; i < 2000; ++i) {
            QString edited = shown.shown();
            auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(edited.size() + 1)));
            if (at < edited.size() && edited[at].isLowSurrogate())
                --at;
            if (random.bounded(2) || at >= edited.size())
                edited.insert(at, pieces[random.bounded(6)]);
            else
                edited.remove(at, edited[at].isHighSurrogate() ? 2 : 1);
            QVERIFY(shown.follow(edited));
            const auto again = ShownText::of(shown.bytes());
            QVERIFY(again);
            QCOMPARE(again->shown(), edited);
        }
    }

    void pieces_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("isComment");
        QTest::addColumn<QString>("found"); // N name, S string, L literal, W word, P punctuation, C comment
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("member") << u" \"a\" : \"b\","_s << false << u"NPSP"_s << false;
        QTest::newRow("literals") << u"[-1.5e3, true, nul]"_s << false << u"PLPLPWP"_s << false;
        QTest::newRow("an open string") << u"\"a\\\""_s << false << u"S"_s << false;
        QTest::newRow("brackets in a string") << u"{\"{[\": \"}\"}"_s << false << u"PNPSP"_s << false;
        QTest::newRow("comment") << u"1 // 2"_s << false << u"LC"_s << false;
        QTest::newRow("comment within") << u"1 /* 2 */ 3"_s << false << u"LCL"_s << false;
        QTest::newRow("it goes on") << u"1 /* 2"_s << false << u"LC"_s << true;
        QTest::newRow("still") << u"no end"_s << true << u"C"_s << true;
        QTest::newRow("its end") << u"end */ {"_s << true << u"CP"_s << false;
        QTest::newRow("ellipsis") << u"..."_s << false << u"W"_s << false;
        QTest::newRow("blank") << u" \t"_s << false << QString() << false;
    }
    void pieces()
    {
        QFETCH(QString, line);
        QFETCH(bool, isComment);
        QString found;
        for (const text::Piece &piece : text::piecesOf(line, isComment)) {
            QVERIFY(piece.length > 0 && piece.begin + piece.length <= line.size());
            found += u"PNSLWC"[static_cast<int>(piece.lexeme)];
        }
        QTEST(found, "found");
        QTEST(isComment, "goesOn");
    }
};

QTEST_MAIN(TestShownText)
#include "tst_showntext.moc"
