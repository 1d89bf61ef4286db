// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editor/EditorTest.h"

#include "editor/BooleanEditor.h"
#include "editor/JsonEditor.h"

#include <QCheckBox>
#include <QPlainTextEdit>

using namespace marquee::editor;

class TestOtherEditors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void booleansShow_data();
    void booleansShow();
    void booleansChange();
    void booleansAreTakenAway();
    void booleansReadOnly();

    void jsonIsHandedOnWhenLeft();
    void jsonByControlEnter();
    void malformedJsonStays_data();
    void malformedJsonStays();
    void emptiedJsonIsTakenAway();
    void jsonGrows();
    void jsonWithoutIndentIsTheSame();
    void jsonReadOnly();

    void factory_data();
    void factory();
};

namespace {

QCheckBox *boxOf(const Bench &bench)
{
    return qobject_cast<QCheckBox *>(bench.editor->inputWidget());
}

QPlainTextEdit *textOf(const Bench &bench)
{
    return qobject_cast<QPlainTextEdit *>(bench.editor->inputWidget());
}

} // namespace

void TestOtherEditors::booleansShow_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("text");
    QTest::newRow("absent") << u""_s << int(Qt::PartiallyChecked) << u"not set"_s;
    QTest::newRow("true") << u"true"_s << int(Qt::Checked) << u"Yes"_s;
    QTest::newRow("false") << u"false"_s << int(Qt::Unchecked) << u"No"_s;
    QTest::newRow("text") << u"\"true\""_s << int(Qt::PartiallyChecked) << u"\"true\""_s;
    QTest::newRow("null") << u"null"_s << int(Qt::PartiallyChecked) << u"null"_s;
}

void TestOtherEditors::booleansShow()
{
    QFETCH(QString, json);
    Bench bench(std::make_unique<BooleanEditor>(), json);
    QTEST(int(boxOf(bench)->checkState()), "state");
    QTEST(boxOf(bench)->text(), "text");
    bench.enter();
    bench.leave();
    QCOMPARE(bench.log, QStringList{u"left"_s});
}

void TestOtherEditors::booleansChange()
{
    Bench bench(std::make_unique<BooleanEditor>(), u""_s);
    bench.enter();
    QTest::keyClick(boxOf(bench), Qt::Key_Space);
    QTest::keyClick(boxOf(bench), Qt::Key_Space);
    QTest::mouseClick(boxOf(bench), Qt::LeftButton, {}, QPoint(8, 16));
    QCOMPARE(bench.log, (QStringList{u"edited true"_s, u"edited false"_s, u"edited true"_s}));
}

void TestOtherEditors::booleansAreTakenAway()
{
    Bench bench(std::make_unique<BooleanEditor>(), u"false"_s);
    bench.enter();
    QTest::keyClick(boxOf(bench), Qt::Key_Delete);
    QTest::keyClick(boxOf(bench), Qt::Key_Delete);
    QCOMPARE(bench.log, QStringList{u"cleared"_s});
    QCOMPARE(boxOf(bench)->text(), u"not set"_s);
}

void TestOtherEditors::booleansReadOnly()
{
    Bench bench(std::make_unique<BooleanEditor>(), u"false"_s);
    bench.editor->setReadOnly(true);
    QTest::mouseClick(boxOf(bench), Qt::LeftButton, {}, QPoint(8, 16));
    QTest::keyClick(boxOf(bench), Qt::Key_Delete);
    QCOMPARE(bench.log, QStringList());
}

void TestOtherEditors::jsonIsHandedOnWhenLeft()
{
    Bench bench(std::make_unique<JsonEditor>(), u""_s);
    bench.enter();
    QTest::keyClicks(textOf(bench), u"{\"a\": 1e400}"_s);
    QCOMPARE(bench.log, QStringList());
    bench.leave();
    QCOMPARE(bench.log, (QStringList{u"edited {\"a\": 1e400}"_s, u"left"_s}));
}

void TestOtherEditors::jsonByControlEnter()
{
    Bench bench(std::make_unique<JsonEditor>(), u"[1]"_s);
    bench.enter();
    textOf(bench)->selectAll();
    QTest::keyClicks(textOf(bench), u"[2]"_s);
    QTest::keyClick(textOf(bench), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(bench.log, QStringList{u"edited [2]"_s});
    bench.leave();
    QCOMPARE(bench.log.size(), 2);
}

void TestOtherEditors::malformedJsonStays_data()
{
    QTest::addColumn<QString>("keys");
    QTest::newRow("unfinished") << u"{\"a\": "_s;
    QTest::newRow("bare word") << u"soon"_s;
    QTest::newRow("comment") << u"[1] // one"_s;
    QTest::newRow("ellipsis") << u"{ ... }"_s;
}

void TestOtherEditors::malformedJsonStays()
{
    QFETCH(QString, keys);
    Bench bench(std::make_unique<JsonEditor>(), u"[1]"_s);
    QSignalSpy malformed(qobject_cast<JsonEditor *>(bench.editor), &JsonEditor::malformed);
    bench.enter();
    textOf(bench)->selectAll();
    QTest::keyClicks(textOf(bench), keys);
    bench.leave();
    QCOMPARE(bench.log, QStringList{u"left"_s});
    QCOMPARE(malformed.size(), 1);
    QVERIFY(!malformed.first().first().toString().isEmpty());
    QCOMPARE(textOf(bench)->toPlainText(), keys);
    QCOMPARE(textOf(bench)->property("severity").toString(), u"error"_s);
    bench.show("[1]"); // something else changed: what was typed is still there
    QCOMPARE(textOf(bench)->toPlainText(), keys);
    bench.editor->setMark(Mark::None);
    QCOMPARE(textOf(bench)->property("severity").toString(), u"error"_s);
    bench.show("[3]"); // this very value changed
    QCOMPARE(textOf(bench)->toPlainText(), u"[3]"_s);
    QCOMPARE(textOf(bench)->property("severity").toString(), QString());
}

void TestOtherEditors::emptiedJsonIsTakenAway()
{
    Bench bench(std::make_unique<JsonEditor>(), u"[1]"_s);
    bench.enter();
    textOf(bench)->selectAll();
    QTest::keyClick(textOf(bench), Qt::Key_Delete);
    bench.leave();
    QCOMPARE(bench.log, (QStringList{u"cleared"_s, u"left"_s}));
}

void TestOtherEditors::jsonGrows()
{
    Bench bench(std::make_unique<JsonEditor>(), u"[1]"_s);
    const int one = textOf(bench)->height();
    QCOMPARE(one, marquee::theme::scaled(32));
    bench.show(QString(u"[\""_s + QString(200, u'x').replace(u"xxxxx"_s, u"xxxx "_s) + u"\"]"_s).toStdString());
    QVERIFY(textOf(bench)->height() > one); // wrapped
    bench.show("[\n1,\n2\n]");
    const int four = textOf(bench)->height();
    QVERIFY(four > one);
    QString lines;
    for (int i = 0; i < JsonEditor::MostLines; ++i)
        lines += u"\n"_s;
    bench.show(QString(u"[" + lines + u"]").toStdString());
    const int most = textOf(bench)->height();
    QVERIFY(most > four);
    bench.show(QString(u"[" + lines + lines + u"]").toStdString());
    QCOMPARE(textOf(bench)->height(), most);
}

void TestOtherEditors::jsonWithoutIndentIsTheSame()
{
    const QString deep = u"{\n          \"a\": 1\n        }"_s;
    Bench bench(std::make_unique<JsonEditor>(), deep);
    QCOMPARE(textOf(bench)->toPlainText(), u"{\n  \"a\": 1\n}"_s);
    bench.enter();
    QTest::keyClicks(textOf(bench), u" "_s);
    QTest::keyClick(textOf(bench), Qt::Key_Backspace);
    bench.leave();
    QCOMPARE(bench.log, QStringList{u"left"_s});
}

void TestOtherEditors::jsonReadOnly()
{
    Bench bench(std::make_unique<JsonEditor>(), u"[1]"_s);
    bench.editor->setReadOnly(true);
    bench.enter();
    QTest::keyClicks(textOf(bench), u"x"_s);
    bench.leave();
    QCOMPARE(bench.log, QStringList{u"left"_s});
}

void TestOtherEditors::factory_data()
{
    QTest::addColumn<QByteArray>("type"); // empty: a term
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("editor");
    const auto row = [](const char *type, const char *name, const char *editor) {
        QTest::newRow(name) << QByteArray(type) << QByteArray(name) << QByteArray(editor);
    };
    row("Avail", "ALID", "TextEditor");
    row("Disposition", "EntryType", "VocabularyEditor");
    row("Transaction", "ContractID", "VocabularyEditor");
    row("Transaction", "Start", "DateTimeEditor");
    row("Transaction", "WindowDuration", "DurationEditor");
    row("Transaction", "HoldbackLanguage", "LanguageListEditor");
    row("Transaction", "AllowedLanguage", "LanguageListEditor");
    row("Transaction", "Territory", "JsonEditor");
    row("Transaction", "Description", "JsonEditor");
    row("Metadata", "TitleInternalAlias", "TextListEditor");
    row("SeasonMetadata", "NumberOfEpisodes", "NumberEditor");
    row("Territory", "country", "CountryEditor");
    row("Money", "value", "NumberEditor");
    row("Money", "_currency", "CurrencyEditor");
    row("HoldbackLanguage", "value", "LanguageEditor");
    row("Term", "Money", "MoneyEditor");
    row("Term", "Boolean", "BooleanEditor");
    row("", "RentalDuration", "DurationEditor");
    row("", "Exclusive", "BooleanEditor");
    row("", "SRP", "MoneyEditor");
    row("", "Download", "VocabularyEditor");
    row("", "AnnounceDate", "DateTimeEditor");
    row("", "CampaignID", "TextEditor");
}

void TestOtherEditors::factory()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, editor);
    const auto &catalog = *lookup().catalog;
    const std::unique_ptr<FieldEditor> made = type.isEmpty()
        ? makeEditor(*catalog.term(name.toStdString()), lookup())
        : makeEditor(*catalog.type(type.toStdString())->find(name.toStdString()), lookup());
    QVERIFY(made);
    QCOMPARE(QByteArray(made->metaObject()->className()), "marquee::editor::" + editor);
    QVERIFY(made->inputWidget());
}

QTEST_MAIN(TestOtherEditors)
#include "tst_other_editors.moc"
