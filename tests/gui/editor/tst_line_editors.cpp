// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editor/EditorTest.h"

#include "editor/NumberEditor.h"
#include "editor/TextEditor.h"
#include "editor/TypedNumber.h"

using namespace marquee::editor;

class TestLineEditors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsText_data();
    void showsText();
    void everyKeystrokeIsHandedOn();
    void emptiedTextIsEmpty();
    void backspaceInAnEmptyTextTakesItAway();
    void cursorStaysWhileTheSameValueIsShown();
    void anotherValueWins();
    void readOnly();
    void marksShowAsSeverity();
    void typedNumbers_data();
    void typedNumbers();
    void numbers_data();
    void numbers();
    void emptiedNumberIsTakenAway();
    void halfTypedNumberStays();
};

void TestLineEditors::showsText_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("placeholder");
    QTest::newRow("absent") << u""_s << u""_s << u"not set"_s;
    QTest::newRow("empty") << u"\"\""_s << u""_s << u"empty"_s;
    QTest::newRow("text") << u"\"Night Ferry\""_s << u"Night Ferry"_s << u"empty"_s;
    QTest::newRow("escapes") << u"\"caf\\u00e9 \\\"A\\\"\""_s << u"café \"A\""_s << u"empty"_s;
    QTest::newRow("number") << u"9.90"_s << u"9.90"_s << u"empty"_s;
    QTest::newRow("null") << u"null"_s << u"null"_s << u"empty"_s;
    QTest::newRow("object") << u"{\n  \"a\": 1\n}"_s << u"{\"a\": 1}"_s << u"empty"_s;
}

void TestLineEditors::showsText()
{
    QFETCH(QString, json);
    Bench bench(std::make_unique<TextEditor>(), json);
    auto *line = qobject_cast<QLineEdit *>(bench.editor->inputWidget());
    QTEST(line->text(), "text");
    QTEST(line->placeholderText(), "placeholder");
    bench.enter();
    bench.leave();
    QCOMPARE(bench.log, QStringList{u"left"_s}); // neither showing nor passing by changes anything
    QCOMPARE(QString::fromStdString(bench.value), json);
}

void TestLineEditors::everyKeystrokeIsHandedOn()
{
    Bench bench(std::make_unique<TextEditor>(), u""_s);
    bench.enter();
    QTest::keyClicks(bench.editor->inputWidget(), u"a\""_s);
    QCOMPARE(bench.log, (QStringList{u"typing \"a\""_s, u"typing \"a\\\"\""_s}));
    bench.leave();
    QCOMPARE(bench.last(), u"left"_s);
    QCOMPARE(bench.log.size(), 3);
}

void TestLineEditors::emptiedTextIsEmpty()
{
    Bench bench(std::make_unique<TextEditor>(), u"\"a\""_s);
    bench.enter();
    QTest::keyClick(bench.editor->inputWidget(), Qt::Key_Backspace);
    QCOMPARE(bench.log, QStringList{u"typing \"\""_s});
    bench.leave();
    QCOMPARE(bench.now(), u"\"\""_s);
}

void TestLineEditors::backspaceInAnEmptyTextTakesItAway()
{
    Bench bench(std::make_unique<TextEditor>(), u"\"\""_s);
    auto *line = qobject_cast<QLineEdit *>(bench.editor->inputWidget());
    bench.enter();
    QTest::keyClick(line, Qt::Key_Backspace);
    QCOMPARE(bench.log, QStringList{u"cleared"_s});
    QCOMPARE(line->placeholderText(), u"not set"_s);
    QTest::keyClick(line, Qt::Key_Delete); // nothing is left to take away
    QCOMPARE(bench.log.size(), 1);
}

void TestLineEditors::cursorStaysWhileTheSameValueIsShown()
{
    Bench bench(std::make_unique<TextEditor>(), u"\"abcd\""_s);
    auto *line = qobject_cast<QLineEdit *>(bench.editor->inputWidget());
    bench.enter();
    line->setCursorPosition(2);
    QTest::keyClicks(line, u"X"_s);
    QCOMPARE(line->cursorPosition(), 3);
    line->setSelection(0, 2);
    bench.show(bench.value);
    QCOMPARE(line->selectedText(), u"ab"_s);
    QCOMPARE(line->text(), u"abXcd"_s);
}

void TestLineEditors::anotherValueWins()
{
    Bench bench(std::make_unique<TextEditor>(), u"\"abcd\""_s);
    auto *line = qobject_cast<QLineEdit *>(bench.editor->inputWidget());
    bench.enter();
    QTest::keyClicks(line, u"X"_s);
    bench.show("\"abcd\""); // Undo
    QCOMPARE(line->text(), u"abcd"_s);
    QCOMPARE(bench.log.size(), 1);
}

void TestLineEditors::readOnly()
{
    Bench bench(std::make_unique<TextEditor>(), u"\"\""_s);
    bench.editor->setReadOnly(true);
    bench.enter();
    QTest::keyClicks(bench.editor->inputWidget(), u"abc"_s);
    QTest::keyClick(bench.editor->inputWidget(), Qt::Key_Backspace);
    QCOMPARE(bench.log, QStringList());
}

void TestLineEditors::marksShowAsSeverity()
{
    Bench bench(std::make_unique<TextEditor>(), u"\"\""_s);
    bench.editor->setMark(Mark::Error);
    QCOMPARE(bench.editor->inputWidget()->property("severity").toString(), u"error"_s);
    bench.editor->setMark(Mark::None);
    QCOMPARE(bench.editor->inputWidget()->property("severity").toString(), QString());
}

void TestLineEditors::typedNumbers_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("json"); // empty: not a number, or two
    for (const char *same : {"0", "8.99", "9.90", "-1", "1e400", "-0", "98765432109876543210", "1.234"})
        QTest::newRow(same) << QString::fromLatin1(same) << QString::fromLatin1(same);
    QTest::newRow("comma") << u"8,99"_s << u"8.99"_s;
    QTest::newRow("comma, digits kept") << u"9,90"_s << u"9.90"_s;
    QTest::newRow("point at front") << u".5"_s << u"0.5"_s;
    QTest::newRow("comma at front") << u"-,5"_s << u"-0.5"_s;
    QTest::newRow("blanks around") << u" 7 "_s << u"7"_s;
    QTest::newRow("German thousands") << u"1.234,56"_s << u"1234.56"_s;
    QTest::newRow("English thousands") << u"1,234.56"_s << u"1234.56"_s;
    QTest::newRow("millions") << u"1,234,567"_s << u"1234567"_s;
    QTest::newRow("German millions") << u"1.234.567,8"_s << u"1234567.8"_s;
    QTest::newRow("blanks between") << u"1 234,56"_s << u"1234.56"_s;
    QTest::newRow("Swiss") << u"1'234.50"_s << u"1234.50"_s;
    QTest::newRow("zero in front, so no thousand") << u"0,125"_s << u"0.125"_s;
    QTest::newRow("four digits, so no thousand") << u"1,2345"_s << u"1.2345"_s;
    QTest::newRow("thousand or decimal") << u"1,234"_s << u""_s;
    for (const char *bad : {"", "-", "8.", "007", "abc", "8.99 USD", "1,2,3", "1.2.3", "12,34,56", "1.234.56", "0x1F"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << u""_s;
}

void TestLineEditors::typedNumbers()
{
    QFETCH(QString, typed);
    QFETCH(QString, json);
    for (const QLocale &locale : {QLocale(QLocale::English), QLocale(QLocale::German)}) {
        QLocale::setDefault(locale); // what is plain is so in every language
        QCOMPARE(QString::fromStdString(typedNumber(typed).value_or(std::string())), json);
    }
    QLocale::setDefault(QLocale::c());
}

void TestLineEditors::numbers_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("typing"); // value while the cursor is there
    QTest::addColumn<QString>("after"); // and when it has left
    QTest::newRow("digits kept") << u""_s << u"9.90"_s << u"9.90"_s << u"9.90"_s;
    QTest::newRow("over a number") << u"3"_s << u"12"_s << u"12"_s << u"12"_s;
    QTest::newRow("a text becomes a number") << u"\"3\""_s << u"4"_s << u"4"_s << u"4"_s;
    QTest::newRow("comma") << u""_s << u"8,99"_s << u"8.99"_s << u"8.99"_s;
    QTest::newRow("no number") << u"3"_s << u"x"_s << u"3"_s << u"\"x\""_s;
    QTest::newRow("begins as one") << u""_s << u"8.99 USD"_s << u"8.99"_s << u"\"8.99 USD\""_s;
}

void TestLineEditors::numbers()
{
    QFETCH(QString, json);
    QFETCH(QString, keys);
    Bench bench(std::make_unique<NumberEditor>(), json);
    auto *line = qobject_cast<QLineEdit *>(bench.editor->inputWidget());
    bench.enter();
    line->selectAll();
    QTest::keyClicks(line, keys);
    QTEST(bench.now(), "typing");
    QCOMPARE(line->text(), keys);
    bench.leave();
    QTEST(bench.now(), "after");
    QCOMPARE(bench.last(), u"left"_s);
}

void TestLineEditors::emptiedNumberIsTakenAway()
{
    Bench bench(std::make_unique<NumberEditor>(), u"3"_s);
    auto *line = qobject_cast<QLineEdit *>(bench.editor->inputWidget());
    bench.enter();
    QTest::keyClick(line, Qt::Key_Backspace);
    QCOMPARE(bench.log, QStringList()); // perhaps another number follows
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(bench.log, QStringList{u"cleared"_s});
    bench.leave();
    QCOMPARE(bench.log, (QStringList{u"cleared"_s, u"left"_s}));
}

void TestLineEditors::halfTypedNumberStays()
{
    Bench bench(std::make_unique<NumberEditor>(), u"3"_s);
    auto *line = qobject_cast<QLineEdit *>(bench.editor->inputWidget());
    bench.enter();
    QTest::keyClick(line, Qt::Key_End);
    QTest::keyClicks(line, u"."_s);
    bench.show("3"); // something else in the document changed
    QCOMPARE(line->text(), u"3."_s);
    QTest::keyClicks(line, u"5"_s);
    QCOMPARE(bench.log, QStringList{u"typing 3.5"_s});
}

QTEST_MAIN(TestLineEditors)
#include "tst_line_editors.moc"
