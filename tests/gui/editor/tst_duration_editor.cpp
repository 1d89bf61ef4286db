// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editor/EditorTest.h"

#include "editor/DurationEditor.h"
#include "editor/QuietCombo.h"

#include <QAbstractItemView>

using namespace marquee::editor;

class TestDurationEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void shows_data();
    void shows();
    void types_data();
    void types();
    void units_data();
    void units();
    void chosenUnitStaysForTheSameLength();
    void toTheUnitIsNoLeaving();
    void readOnly();
};

namespace {

DurationEditor *editorOf(const Bench &bench)
{
    return qobject_cast<DurationEditor *>(bench.editor);
}

void chooseUnit(const Bench &bench, int row)
{
    QuietCombo *units = editorOf(bench)->unitBox();
    units->setFocus();
    QTest::keyClick(units, Qt::Key_Down);
    if (!units->view()->isVisible())
        return;
    QTest::keyClick(units->view(), Qt::Key_Home);
    for (int i = 0; i < row; ++i)
        QTest::keyClick(units->view(), Qt::Key_Down);
    QTest::keyClick(units->view(), Qt::Key_Return);
}

} // namespace

void TestDurationEditor::shows_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("reading");
    QTest::newRow("absent") << u""_s << u""_s << u"hours"_s << u""_s;
    QTest::newRow("hours") << u"\"PT720H\""_s << u"720"_s << u"hours"_s << u"30 day(s) · PT720H"_s;
    QTest::newRow("few hours") << u"\"PT5H\""_s << u"5"_s << u"hours"_s << u"PT5H"_s;
    QTest::newRow("days") << u"\"P30D\""_s << u"30"_s << u"days"_s << u"P30D"_s;
    QTest::newRow("weeks") << u"\"P2W\""_s << u"14"_s << u"days"_s << u"P2W"_s;
    QTest::newRow("minutes") << u"\"PT90M\""_s << u"90"_s << u"minutes"_s << u"PT90M"_s;
    QTest::newRow("both") << u"\"P1DT12H\""_s << u"36"_s << u"hours"_s << u"P1DT12H"_s;
    QTest::newRow("years") << u"\"P1Y2M\""_s << u"P1Y2M"_s << u"as written"_s << u""_s;
    QTest::newRow("seconds") << u"\"PT1.5S\""_s << u"PT1.5S"_s << u"as written"_s << u""_s;
    QTest::newRow("negative") << u"\"-PT5H\""_s << u"-PT5H"_s << u"as written"_s << u""_s;
    QTest::newRow("none") << u"\"720\""_s << u"720"_s << u"as written"_s << u""_s;
    QTest::newRow("number") << u"720"_s << u"720"_s << u"as written"_s << u""_s;
}

void TestDurationEditor::shows()
{
    QFETCH(QString, json);
    Bench bench(std::make_unique<DurationEditor>(), json);
    QTEST(editorOf(bench)->line()->text(), "amount");
    QTEST(editorOf(bench)->unitBox()->currentText(), "unit");
    QTEST(bench.editor->reading(), "reading");
    bench.enter();
    bench.leave();
    QCOMPARE(bench.log, QStringList{u"left"_s});
}

void TestDurationEditor::types_data()
{
    QTest::addColumn<QLocale::Language>("language");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("unit");
    const auto en = QLocale::English;
    const auto de = QLocale::German;
    QTest::newRow("bare") << en << u"720"_s << u"\"PT720H\""_s << u"720"_s << u"hours"_s;
    QTest::newRow("ISO") << en << u"PT48H"_s << u"\"PT48H\""_s << u"48"_s << u"hours"_s;
    QTest::newRow("small letters") << en << u"pt48h"_s << u"\"PT48H\""_s << u"48"_s << u"hours"_s;
    QTest::newRow("days") << en << u"30 d"_s << u"\"PT720H\""_s << u"30"_s << u"days"_s;
    QTest::newRow("days in words") << en << u"30 days"_s << u"\"PT720H\""_s << u"30"_s << u"days"_s;
    QTest::newRow("German days") << de << u"30 Tage"_s << u"\"PT720H\""_s << u"30"_s << u"days"_s;
    QTest::newRow("German hours") << de << u"48 Stunden"_s << u"\"PT48H\""_s << u"48"_s << u"hours"_s;
    QTest::newRow("minutes") << en << u"90 min"_s << u"\"PT90M\""_s << u"90"_s << u"minutes"_s;
    QTest::newRow("German minutes") << de << u"90 Minuten"_s << u"\"PT90M\""_s << u"90"_s << u"minutes"_s;
    QTest::newRow("months") << en << u"P2M"_s << u"\"P2M\""_s << u"P2M"_s << u"as written"_s;
    QTest::newRow("words") << en << u"a while"_s << u"\"a while\""_s << u"a while"_s << u"as written"_s;
    QTest::newRow("fraction") << en << u"1.5"_s << u"\"1.5\""_s << u"1.5"_s << u"as written"_s;
}

void TestDurationEditor::types()
{
    QFETCH(QLocale::Language, language);
    QFETCH(QString, keys);
    QLocale::setDefault(QLocale(language));
    Bench bench(std::make_unique<DurationEditor>(), u""_s);
    bench.enter();
    QTest::keyClicks(editorOf(bench)->line(), keys);
    QCOMPARE(editorOf(bench)->line()->text(), keys);
    bench.leave();
    QTEST(bench.now(), "after");
    QTEST(editorOf(bench)->line()->text(), "amount");
    QTEST(editorOf(bench)->unitBox()->currentText(), "unit");
}

void TestDurationEditor::units_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("after");
    QTest::newRow("same length in days") << u"\"PT720H\""_s << 1 << u"30"_s << u"\"PT720H\""_s;
    QTest::newRow("same length in hours") << u"\"P30D\""_s << 0 << u"720"_s << u"\"P30D\""_s;
    QTest::newRow("same length in minutes") << u"\"PT2H\""_s << 2 << u"120"_s << u"\"PT2H\""_s;
    QTest::newRow("figures get a unit") << u"\"720\""_s << 1 << u"720"_s << u"\"PT17280H\""_s;
    QTest::newRow("words don't") << u"\"a while\""_s << 1 << u"a while"_s << u"\"a while\""_s;
    QTest::newRow("taken in minutes, then in hours") << u"\"PT90M\""_s << 0 << u"90"_s << u"\"PT90H\""_s;
}

void TestDurationEditor::units()
{
    QFETCH(QString, json);
    QFETCH(int, row);
    Bench bench(std::make_unique<DurationEditor>(), json);
    chooseUnit(bench, row);
    QTEST(editorOf(bench)->line()->text(), "amount");
    QTEST(bench.now(), "after");
}

void TestDurationEditor::chosenUnitStaysForTheSameLength()
{
    Bench bench(std::make_unique<DurationEditor>(), u"\"PT720H\""_s);
    chooseUnit(bench, 1);
    QCOMPARE(bench.log, QStringList());
    bench.show("\"PT720H\"");
    QCOMPARE(editorOf(bench)->line()->text(), u"30"_s);
    bench.enter();
    editorOf(bench)->line()->selectAll();
    QTest::keyClicks(editorOf(bench)->line(), u"31"_s);
    QCOMPARE(bench.last(), u"typing \"PT744H\""_s);
    QCOMPARE(editorOf(bench)->unit(), DurationEditor::Unit::Days);
    bench.leave();
    QCOMPARE(editorOf(bench)->line()->text(), u"31"_s);
}

void TestDurationEditor::toTheUnitIsNoLeaving()
{
    Bench bench(std::make_unique<DurationEditor>(), u"\"PT720H\""_s);
    bench.enter();
    QTest::keyClick(editorOf(bench)->line(), Qt::Key_Tab);
    QVERIFY(editorOf(bench)->unitBox()->hasFocus());
    QCOMPARE(bench.log, QStringList());
    QTest::keyClick(editorOf(bench)->unitBox(), Qt::Key_Tab);
    QCOMPARE(bench.log, QStringList{u"left"_s});
}

void TestDurationEditor::readOnly()
{
    Bench bench(std::make_unique<DurationEditor>(), u"\"PT90M\""_s);
    bench.editor->setReadOnly(true);
    bench.enter();
    QTest::keyClicks(editorOf(bench)->line(), u"1"_s);
    chooseUnit(bench, 1);
    QTest::mouseClick(editorOf(bench)->unitBox(), Qt::LeftButton);
    QCOMPARE(bench.log, QStringList());
    QCOMPARE(editorOf(bench)->unitBox()->currentText(), u"minutes"_s);
}

QTEST_MAIN(TestDurationEditor)
#include "tst_duration_editor.moc"
