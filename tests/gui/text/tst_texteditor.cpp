// SPDX-License-Identifier: GPL-3.0-or-later
// The editor by keys: indenting, brackets, what leaves it, undo, the clipboard.
#include "shell/theme/Theme.h"
#include "text/Brackets.h"
#include "text/TextEditor.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QVBoxLayout>

using namespace marquee;
using namespace Qt::StringLiterals;
using text::ShownText;
using text::TextEditor;

class TestTextEditor : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_before = nullptr;
    TextEditor *m_editor = nullptr;
    QLineEdit *m_behind = nullptr;

    void load(const QByteArray &bytes, int position)
    {
        QVERIFY(m_editor->showText(ShownText::of(bytes).value()));
        QTextCursor cursor = m_editor->textCursor();
        cursor.setPosition(position);
        m_editor->setTextCursor(cursor);
        m_editor->setFocus();
        QVERIFY(m_editor->hasFocus());
    }
    void select(int begin, int end)
    {
        QTextCursor cursor = m_editor->textCursor();
        cursor.setPosition(begin);
        cursor.setPosition(end, QTextCursor::KeepAnchor);
        m_editor->setTextCursor(cursor);
    }
    QByteArray bytes() { return m_editor->takeTyped().bytes(); }

private Q_SLOTS:
    void init()
    {
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
        m_window = std::make_unique<QWidget>();
        auto *layout = new QVBoxLayout(m_window.get());
        m_before = new QLineEdit;
        m_editor = new TextEditor;
        m_behind = new QLineEdit;
        for (QWidget *widget :
            {static_cast<QWidget *>(m_before), static_cast<QWidget *>(m_editor), static_cast<QWidget *>(m_behind)})
            layout->addWidget(widget);
        m_window->resize(600, 400);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QApplication::setActiveWindow(m_window.get());
    }
    void cleanup() { m_window.reset(); }

    void enter_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("position");
        QTest::addColumn<QByteArray>("after"); // | is the cursor
        QTest::newRow("same level") << QByteArray("{\n  \"a\": 1,\n}") << 11 << QByteArray("{\n  \"a\": 1,\n  |\n}");
        QTest::newRow("behind a bracket") << QByteArray("  [") << 3 << QByteArray("  [\n    |");
        QTest::newRow("between brackets") << QByteArray("  {}") << 3 << QByteArray("  {\n    |\n  }");
        QTest::newRow("in front of a closing one") << QByteArray("  1\n  ]") << 6 << QByteArray("  1\n  \n  |]");
        QTest::newRow("tabs") << QByteArray("\t{") << 2 << QByteArray("\t{\n\t  |");
        QTest::newRow("within the indent") << QByteArray("    1") << 2 << QByteArray("  \n  |  1");
        QTest::newRow("CRLF") << QByteArray("{\r\n}") << 1 << QByteArray("{\r\n  |\r\n}");
        QTest::newRow("at the end") << QByteArray("{}") << 2 << QByteArray("{}\n|");
        QTest::newRow("nothing") << QByteArray() << 0 << QByteArray("\n|");
    }
    void enter()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, position);
        QFETCH(QByteArray, after);
        for (const Qt::KeyboardModifiers modifiers :
            {Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::ShiftModifier)}) {
            load(before, position);
            QTest::keyClick(m_editor, Qt::Key_Return, modifiers);
            if (before == "{\r\n}") { // what closes stands on a line of its own already
                QCOMPARE(bytes(), QByteArray("{\r\n  \r\n}"));
                return;
            }
            QByteArray wanted = after;
            wanted.remove(after.indexOf('|'), 1);
            QCOMPARE(bytes(), wanted);
            QCOMPARE(m_editor->cursorOffset(), after.indexOf('|'));
            QTest::keyClick(m_editor, Qt::Key_Z, Qt::ControlModifier); // one step
            QCOMPARE(bytes(), before);
        }
    }

    void tab()
    {
        load("{\n\"a\": 1,\n\"b\": 2\n}\n", 2);
        QTest::keyClick(m_editor, Qt::Key_Tab);
        QCOMPARE(bytes(), QByteArray("{\n  \"a\": 1,\n\"b\": 2\n}\n"));
        select(2, 13); // two lines, the second not to its end
        QTest::keyClick(m_editor, Qt::Key_Tab);
        QCOMPARE(bytes(), QByteArray("{\n    \"a\": 1,\n  \"b\": 2\n}\n"));
        m_editor->setIndent(u"\t"_s);
        QTest::keyClick(m_editor, Qt::Key_Tab);
        QVERIFY(bytes().contains("\n\t    \"a\""));
        QVERIFY(bytes().contains("\n\t  \"b\""));
        m_editor->setIndent(u"  "_s);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(m_editor, Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(bytes(), QByteArray("{\n\"a\": 1,\n\"b\": 2\n}\n"));
        select(0, 2); // ends in front of the second line
        QTest::keyClick(m_editor, Qt::Key_Tab);
        QCOMPARE(bytes(), QByteArray("  {\n\"a\": 1,\n\"b\": 2\n}\n"));
        QVERIFY(m_editor->hasFocus());
    }

    void escapeThenTab()
    {
        load("{}", 1);
        QTest::keyClick(m_editor, Qt::Key_Escape);
        QTest::keyClick(m_editor, Qt::Key_Tab);
        QVERIFY(m_behind->hasFocus());
        m_editor->setFocus();
        QTest::keyClick(m_editor, Qt::Key_Escape);
        QTest::keyClick(m_editor, Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(m_before->hasFocus());
        m_editor->setFocus();
        QTest::keyClick(m_editor, Qt::Key_Escape);
        QTest::keyClick(m_editor, Qt::Key_Right); // something else: Tab indents again
        QTest::keyClick(m_editor, Qt::Key_Tab);
        QVERIFY(m_editor->hasFocus());
        QCOMPARE(bytes(), QByteArray("{}  "));
        QVERIFY(m_editor->accessibleDescription().contains(u"Esc"_s));
    }

    /// Typing is undone here, key by key; what is left goes to the window's action.
    void undoOfTyping()
    {
        QAction undo;
        undo.setShortcut(QKeySequence::Undo);
        m_window->addAction(&undo);
        QSignalSpy windows(&undo, &QAction::triggered);
        QSignalSpy typed(m_editor, &TextEditor::typed);
        load("{}", 1);
        QCOMPARE(typed.size(), 0);
        QTest::keyClicks(m_editor, u"\"a\""_s);
        QVERIFY(typed.size() > 0);
        QTest::keyClick(m_editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bytes(), QByteArray("{}"));
        QCOMPARE(windows.size(), 0);
        QTest::keyClick(m_editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(windows.size(), 1);
        QTest::keyClick(m_editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(bytes(), QByteArray("{\"a\"}"));
        QVERIFY(m_editor->showText(ShownText::of("{\"b\"}").value())); // from outside
        QTest::keyClick(m_editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(windows.size(), 2);
        QCOMPARE(bytes(), QByteArray("{\"b\"}"));
        m_window->removeAction(&undo);
        QSignalSpy wanted(m_editor, &TextEditor::undoWanted);
        QTest::keyClick(m_editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(wanted.size(), 1);
    }

    /// Another text from outside: cursor and scroll bar stay with what they were at.
    void anotherText()
    {
        QByteArray lines;
        for (int i = 0; i < 500; ++i)
            lines += "line " + QByteArray::number(i) + "\n";
        load(lines, 0);
        m_editor->goTo(lines.indexOf("line 300"));
        const QRect at = m_editor->cursorRect();
        QVERIFY(m_editor->viewport()->rect().contains(at));
        QByteArray other = lines;
        other.replace("line 10\n", "line 10\nand\nmore\n");
        QVERIFY(m_editor->showText(ShownText::of(other).value()));
        QCOMPARE(m_editor->textCursor().block().text(), u"line 300"_s);
        QCOMPARE(m_editor->cursorRect(), at);
        QCOMPARE(m_editor->cursorOffset(), other.indexOf("line 300"));
        QCOMPARE(bytes(), other);
    }

    void brackets_data()
    {
        QTest::addColumn<QString>("text"); // the cursor stands at |
        QTest::addColumn<int>("one");
        QTest::addColumn<int>("other");
        QTest::newRow("behind opens") << u"|{[]}"_s << 0 << 3;
        QTest::newRow("prefers the one behind") << u"{|[]}"_s << 1 << 2;
        QTest::newRow("in front") << u"{[]}|"_s << 3 << 0;
        QTest::newRow("lines") << u"|{\n\"}\": [\n]\n}"_s << 0 << 12;
        QTest::newRow("backwards over lines") << u"{\n\"{\": [\n]\n}|"_s << 11 << 0;
        QTest::newRow("not its kind") << u"|[}"_s << 0 << -1;
        QTest::newRow("none") << u"|{"_s << 0 << -1;
        QTest::newRow("in a string") << u"\"|{\""_s << -2 << -2;
        QTest::newRow("not beside") << u"{ | }"_s << -2 << -2;
    }
    void brackets()
    {
        QFETCH(QString, text);
        QFETCH(int, one);
        QFETCH(int, other);
        const auto position = static_cast<int>(text.indexOf(u'|'));
        QTextDocument document(text.remove(position, 1));
        const auto found = text::bracketsAt(document, position).value_or(std::pair(-2, -2));
        if (one >= 0 && other > one && text.contains(u'\n'))
            other = static_cast<int>(text.lastIndexOf(u'}'));
        if (one > 0 && other == 0 && text.contains(u'\n'))
            one = static_cast<int>(text.lastIndexOf(u'}'));
        QCOMPARE(found, std::pair(one, other));
    }

    /// Lines in sight have colours, others not until they come into it; wherever a change is.
    void coloursInSight()
    {
        load(QByteArray("\"a\": 1,\n").repeated(2000), 0);
        const auto hasColours
            = [this](int line) { return !m_editor->document()->findBlockByNumber(line).layout()->formats().isEmpty(); };
        QTRY_VERIFY(hasColours(0));
        QVERIFY(!hasColours(1500));
        m_editor->goTo(1500 * 8);
        QTRY_VERIFY(hasColours(1500));
        QTest::keyClick(m_editor, Qt::Key_Return);
        QTest::keyClicks(m_editor, u"true"_s);
        QTRY_VERIFY(hasColours(1501) && hasColours(1502));
        theme::Theme::instance().apply(*qApp, theme::Mode::Dark, 100);
        const auto colour = [this](int line) {
            const auto formats = m_editor->document()->findBlockByNumber(line).layout()->formats();
            return formats.isEmpty() ? QColor() : formats.front().format.foreground().color();
        };
        QTRY_COMPARE(colour(1502), theme::color(theme::Token::CodeName));
        QVERIFY(!hasColours(1000));
        m_editor->goTo(0);
        QTRY_COMPARE(colour(0), theme::color(theme::Token::CodeName));
    }

    void clipboard()
    {
        load("{\"a\": \"1\xC2\xA0"
             "000\"}\r\n",
            0);
        QTest::keyClick(m_editor, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(m_editor, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"{\"a\": \"1\u00a0000\"}\n"_s);
        QApplication::clipboard()->setText(u"[\r\n1\n]"_s);
        QTest::keyClick(m_editor, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(bytes(), QByteArray("[\r\n1\r\n]"));
    }

    void mistake()
    {
        load("{\n\n\xC3\xA9 x\n}", 0);
        m_editor->setMistake(6); // the x
        QCOMPARE(m_editor->mistakeLine(), 2);
        m_editor->setMistake(1000);
        QCOMPARE(m_editor->mistakeLine(), 3);
        m_editor->setMistake(std::nullopt);
        QCOMPARE(m_editor->mistakeLine(), -1);
    }
};

QTEST_MAIN(TestTextEditor)
#include "tst_texteditor.moc"
