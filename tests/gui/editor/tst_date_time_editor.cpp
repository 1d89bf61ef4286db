// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editor/EditorTest.h"

#include "editor/CalendarPopup.h"
#include "editor/DateTimeEditor.h"

#include <QCalendarWidget>
#include <QTableView>
#include <QToolButton>

using namespace marquee::editor;

class TestDateTimeEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void shows_data();
    void shows();
    void types_data();
    void types();
    void steps_data();
    void steps();
    void emptiedIsTakenAway();
    void readsTheDay();
    void calendarByKeyboard();
    void calendarByMouse();
    void escapeClosesTheCalendar();
    void readOnlyOpensNothing();
};

namespace {

QLineEdit *lineOf(const Bench &bench)
{
    return qobject_cast<QLineEdit *>(bench.editor->inputWidget());
}

CalendarPopup *calendarOf(const Bench &bench)
{
    return qobject_cast<DateTimeEditor *>(bench.editor)->calendar();
}

} // namespace

void TestDateTimeEditor::shows_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reading");
    QTest::newRow("absent") << u""_s << u""_s << u""_s;
    QTest::newRow("UTC") << u"\"2026-03-14T09:00:00Z\""_s << u"2026-03-14 09:00"_s << u"UTC · Saturday"_s;
    QTest::newRow("seconds") << u"\"2026-03-14T09:00:05Z\""_s << u"2026-03-14 09:00:05"_s << u"UTC · Saturday"_s;
    QTest::newRow("offset") << u"\"2026-03-14T00:30:00+01:00\""_s << u"2026-03-14T00:30:00+01:00"_s
                            << u"UTC · Friday"_s;
    QTest::newRow("no day") << u"\"2026-02-30T09:00:00Z\""_s << u"2026-02-30T09:00:00Z"_s << u""_s;
    QTest::newRow("words") << u"\"soon\""_s << u"soon"_s << u""_s;
    QTest::newRow("number") << u"2026"_s << u"2026"_s << u""_s;
}

void TestDateTimeEditor::shows()
{
    QFETCH(QString, json);
    Bench bench(std::make_unique<DateTimeEditor>(), json);
    QTEST(lineOf(bench)->text(), "text");
    QTEST(bench.editor->reading(), "reading");
    bench.enter();
    bench.leave();
    QCOMPARE(bench.log, QStringList{u"left"_s});
}

void TestDateTimeEditor::types_data()
{
    QTest::addColumn<QLocale::Language>("language");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("typing"); // empty: nothing was handed on yet
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("text");
    const auto en = QLocale::English;
    const auto de = QLocale::German;
    const QString nine = u"\"2026-03-14T09:00:00Z\""_s;
    const QString midnight = u"\"2026-03-14T00:00:00Z\""_s;
    const QString shown = u"2026-03-14 09:00"_s;
    QTest::newRow("as shown") << en << u"2026-03-14 09:00"_s << nine << nine << shown;
    QTest::newRow("as written") << en << u"2026-03-14T09:00:00Z"_s << nine << nine << shown;
    QTest::newRow("date alone") << en << u"2026-03-14"_s << midnight << midnight << u"2026-03-14 00:00"_s;
    QTest::newRow("German") << de << u"14.3.2026 9:00"_s << nine << nine << shown;
    QTest::newRow("German in English") << en << u"14.3.2026 9:00"_s << nine << nine << shown;
    QTest::newRow("month's name") << en << u"14 Mar 2026"_s << midnight << midnight << u"2026-03-14 00:00"_s;
    QTest::newRow("German name") << de << u"14. März 2026"_s << midnight << midnight << u"2026-03-14 00:00"_s;
    QTest::newRow("spreadsheet") << en << u"14-Mar-26"_s << midnight << midnight << u"2026-03-14 00:00"_s;
    QTest::newRow("American") << en << u"3/14/2026"_s << midnight << midnight << u"2026-03-14 00:00"_s;
    QTest::newRow("day or month") << en << u"3/4/2026"_s << u""_s << u"\"3/4/2026\""_s << u"3/4/2026"_s;
    QTest::newRow("no such day") << en << u"31.2.2026"_s << u""_s << u"\"31.2.2026\""_s << u"31.2.2026"_s;
    QTest::newRow("words") << en << u"soon"_s << u""_s << u"\"soon\""_s << u"soon"_s;
}

void TestDateTimeEditor::types()
{
    QFETCH(QLocale::Language, language);
    QFETCH(QString, keys);
    QFETCH(QString, typing);
    QFETCH(QString, text);
    QLocale::setDefault(QLocale(language));
    Bench bench(std::make_unique<DateTimeEditor>(), u""_s);
    bench.enter();
    type(lineOf(bench), keys.left(keys.size() - 1));
    QCOMPARE(lineOf(bench)->text(), keys.left(keys.size() - 1)); // never rewritten under the fingers
    type(lineOf(bench), keys.right(1));
    QCOMPARE(lineOf(bench)->text(), keys);
    if (!typing.isEmpty())
        QCOMPARE(bench.last(), u"typing "_s + typing);
    bench.leave();
    QTEST(bench.now(), "after");
    QCOMPARE(lineOf(bench)->text(), text);
}

void TestDateTimeEditor::steps_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<QString>("json");
    QTest::newRow("up") << int(Qt::Key_Up) << int(Qt::NoModifier) << u"\"2028-03-01T09:00:00Z\""_s;
    QTest::newRow("down") << int(Qt::Key_Down) << int(Qt::NoModifier) << u"\"2028-02-28T09:00:00Z\""_s;
    QTest::newRow("ctrl up") << int(Qt::Key_Up) << int(Qt::ControlModifier) << u"\"2028-03-29T09:00:00Z\""_s;
    QTest::newRow("ctrl down") << int(Qt::Key_Down) << int(Qt::ControlModifier) << u"\"2028-01-29T09:00:00Z\""_s;
    QTest::newRow("page up") << int(Qt::Key_PageUp) << int(Qt::NoModifier) << u"\"2029-02-28T09:00:00Z\""_s;
    QTest::newRow("page down") << int(Qt::Key_PageDown) << int(Qt::NoModifier) << u"\"2027-02-28T09:00:00Z\""_s;
}

void TestDateTimeEditor::steps()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    Bench bench(std::make_unique<DateTimeEditor>(), u"\"2028-02-29T09:00:00Z\""_s);
    bench.enter();
    QTest::keyClick(lineOf(bench), static_cast<Qt::Key>(key), Qt::KeyboardModifiers(modifiers));
    QTEST(bench.now(), "json");
    QVERIFY(bench.last().startsWith(u"typing "_s)); // many steps are one step of Undo
    QCOMPARE(bench.log.size(), 1);
}

void TestDateTimeEditor::emptiedIsTakenAway()
{
    Bench bench(std::make_unique<DateTimeEditor>(), u"\"2028-02-29T09:00:00Z\""_s);
    bench.enter();
    lineOf(bench)->selectAll();
    QTest::keyClick(lineOf(bench), Qt::Key_Delete);
    QCOMPARE(bench.log, QStringList());
    bench.leave();
    QCOMPARE(bench.log, (QStringList{u"cleared"_s, u"left"_s}));
    QCOMPARE(lineOf(bench)->placeholderText(), u"not set"_s);
}

void TestDateTimeEditor::readsTheDay()
{
    QLocale::setDefault(QLocale(QLocale::German));
    Bench bench(std::make_unique<DateTimeEditor>(), u"\"2026-03-14T09:00:00Z\""_s);
    QSignalSpy changed(bench.editor, &FieldEditor::readingChanged);
    QVERIFY(bench.editor->reading().contains(u"Samstag"_s));
    bench.enter();
    lineOf(bench)->selectAll();
    QTest::keyClicks(lineOf(bench), u"x"_s);
    QCOMPARE(bench.editor->reading(), QString()); // what is written is no day now
    QVERIFY(!changed.isEmpty());
}

void TestDateTimeEditor::calendarByKeyboard()
{
    Bench bench(std::make_unique<DateTimeEditor>(), u"\"2026-03-14T09:30:00Z\""_s);
    bench.enter();
    QTest::keyClick(lineOf(bench), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(calendarOf(bench)->isVisible());
    QCOMPARE(calendarOf(bench)->calendar()->firstDayOfWeek(), Qt::Monday);
    QCOMPARE(bench.log, QStringList()); // opening it is no leaving
    auto *days = calendarOf(bench)->calendar()->findChild<QTableView *>();
    QTest::keyClick(days, Qt::Key_Right);
    QTest::keyClick(days, Qt::Key_Down);
    QTest::keyClick(days, Qt::Key_Return);
    QVERIFY(!calendarOf(bench)->isVisible());
    QCOMPARE(bench.log, QStringList{u"edited \"2026-03-22T09:30:00Z\""_s});
    QVERIFY(lineOf(bench)->hasFocus());
}

void TestDateTimeEditor::calendarByMouse()
{
    Bench bench(std::make_unique<DateTimeEditor>(), u""_s);
    auto *button = lineOf(bench)->findChild<QToolButton *>();
    QVERIFY(button);
    QVERIFY(!button->accessibleName().isEmpty());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(calendarOf(bench)->isVisible());
    auto *days = calendarOf(bench)->calendar()->findChild<QTableView *>();
    const QRect cell = days->visualRect(days->currentIndex());
    QTest::mouseClick(days->viewport(), Qt::LeftButton, {}, cell.center());
    QVERIFY(!calendarOf(bench)->isVisible());
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    QCOMPARE(bench.log.size(), 1);
    QVERIFY(bench.now().endsWith(u"T00:00:00Z\""_s));
    QVERIFY2(
        bench.now().contains(today) || QDate::currentDate().toString(Qt::ISODate) != today, qPrintable(bench.now()));
}

void TestDateTimeEditor::escapeClosesTheCalendar()
{
    Bench bench(std::make_unique<DateTimeEditor>(), u"\"2026-03-14T09:30:00Z\""_s);
    bench.enter();
    QTest::keyClick(lineOf(bench), Qt::Key_F4);
    auto *days = calendarOf(bench)->calendar()->findChild<QTableView *>();
    QTest::keyClick(days, Qt::Key_Right);
    QTest::keyClick(days, Qt::Key_Escape);
    QVERIFY(!calendarOf(bench)->isVisible());
    QCOMPARE(bench.log, QStringList());
}

void TestDateTimeEditor::readOnlyOpensNothing()
{
    Bench bench(std::make_unique<DateTimeEditor>(), u"\"2026-03-14T09:30:00Z\""_s);
    bench.editor->setReadOnly(true);
    bench.enter();
    QTest::keyClick(lineOf(bench), Qt::Key_F4);
    QTest::keyClick(lineOf(bench), Qt::Key_Up);
    QTest::keyClick(lineOf(bench), Qt::Key_PageDown);
    QTest::mouseClick(lineOf(bench)->findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(!calendarOf(bench));
    QCOMPARE(bench.log, QStringList());
}

QTEST_MAIN(TestDateTimeEditor)
#include "tst_date_time_editor.moc"
