// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editor/EditorTest.h"

#include "editor/ChoiceCombo.h"
#include "editor/CountryEditor.h"
#include "editor/CurrencyEditor.h"
#include "editor/LanguageEditor.h"
#include "editor/VocabularyEditor.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QCompleter>
#include <QWheelEvent>

using namespace marquee::editor;

class TestChoiceEditors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void model();
    void matches_data();
    void matches();
    void shows_data();
    void shows();
    void plainValueIsTyped();
    void unknownValuesAreKept_data();
    void unknownValuesAreKept();
    void picksFromTheList();
    void picksFromSuggestions();
    void picksASuggestionByMouse();
    void nothingIsSuggestedForWhatIsWritten();
    void keysDontStep();
    void wheelChangesNothing();
    void emptiedIsTakenAway();
    void readOnly();
    void countriesInGerman();
    void seldomLanguage();
};

namespace {

std::unique_ptr<FieldEditor> editorOf(const char *kind)
{
    const QString name = QString::fromLatin1(kind);
    if (name == u"country")
        return std::make_unique<CountryEditor>(lookup());
    if (name == u"currency")
        return std::make_unique<CurrencyEditor>(lookup());
    if (name == u"language")
        return std::make_unique<LanguageEditor>(lookup());
    return std::make_unique<VocabularyEditor>(*lookup().catalog->vocabulary(kind));
}

ChoiceCombo *comboOf(const Bench &bench)
{
    return qobject_cast<ChoiceCombo *>(bench.editor->inputWidget());
}

QAbstractItemView *suggestionsOf(const Bench &bench)
{
    return bench.editor->findChild<QCompleter *>()->popup();
}

QString firstOf(const QAbstractItemView *list)
{
    return list->model()->index(0, 0).data().toString();
}

} // namespace

void TestChoiceEditors::model()
{
    ChoiceModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setChoices({{u"SVOD"_s, u"Subscription"_s, {}, {}}, {u"HD"_s, {}, {}, {}}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowOf(u"HD"_s), 1);
    QCOMPARE(model.rowOf(u"hd"_s), -1);
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"SVOD, Subscription"_s);
    model.setChoices({});
    QCOMPARE(model.rowCount(), 0);
}

void TestChoiceEditors::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("values");
    QTest::newRow("value") << u"sv"_s << QStringList{u"SVOD"_s};
    QTest::newRow("value before what contains it")
        << u"vod"_s << QStringList{u"VOD"_s, u"SVOD"_s, u"FVOD"_s, u"AVOD"_s};
    QTest::newRow("label") << u"purch"_s << QStringList{u"EST"_s};
    QTest::newRow("word of a label") << u"ads"_s << QStringList{u"FVOD"_s};
    QTest::newRow("alias") << u"sell-through"_s << QStringList{u"EST"_s};
    QTest::newRow("none") << u"xyz"_s << QStringList();
}

void TestChoiceEditors::matches()
{
    QFETCH(QString, text);
    Bench bench(editorOf("LicenseType"), u""_s);
    QStringList found;
    for (const Choice &choice : matching(comboOf(bench)->choices().choices(), text))
        found << choice.value;
    found.removeAll(u"TVOD"_s);
    QFETCH(QStringList, values);
    if (text == u"vod"_s) { // VOD is also found by its alias TVOD
        QCOMPARE(found.first(), values.first());
        QCOMPARE(QSet<QString>(found.begin(), found.end()), QSet<QString>(values.begin(), values.end()));
        return;
    }
    QCOMPARE(found, values);
}

void TestChoiceEditors::shows_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *kind, const QString &json, const QString &text,
                         const QString &shown) { QTest::newRow(name) << QByteArray(kind) << json << text << shown; };
    row("known", "LicenseType", u"\"SVOD\""_s, u"SVOD"_s, u"SVOD  Subscription"_s);
    row("another case", "LicenseType", u"\"Svod\""_s, u"Svod"_s, u"Svod"_s);
    row("unknown", "LicenseType", u"\"XVOD\""_s, u"XVOD"_s, u"XVOD"_s);
    row("closed, unknown", "EntryType", u"\"Full Extract\""_s, u"Full Extract"_s, u"Full Extract"_s);
    row("label says no more", "WorkType", u"\"Movie\""_s, u"Movie"_s, u"Movie"_s);
    row("empty", "LicenseType", u"\"\""_s, u""_s, u""_s);
    row("absent", "LicenseType", u""_s, u""_s, u""_s);
    row("number", "LicenseType", u"5"_s, u"5"_s, u"5"_s);
    row("country", "country", u"\"US\""_s, u"US"_s, u"US  United States"_s);
    row("no country", "country", u"\"UK\""_s, u"UK"_s, u"UK"_s);
    row("currency", "currency", u"\"USD\""_s, u"USD"_s, u"USD  US Dollar"_s);
    row("language", "language", u"\"fr-CA\""_s, u"fr-CA"_s, u"fr-CA  French (Canada)"_s);
    row("seldom language", "language", u"\"gsw-CH\""_s, u"gsw-CH"_s, u"gsw-CH  Swiss German (Switzerland)"_s);
    row("no language", "language", u"\"en_US\""_s, u"en_US"_s, u"en_US"_s);
}

void TestChoiceEditors::shows()
{
    QFETCH(QByteArray, kind);
    QFETCH(QString, json);
    Bench bench(editorOf(kind.constData()), json);
    QTEST(comboOf(bench)->currentText(), "text");
    QTEST(comboOf(bench)->shownText(), "shown");
    bench.enter();
    QTEST(comboOf(bench)->lineEdit()->text(), "text");
    QTest::keyClick(comboOf(bench), Qt::Key_Return);
    bench.leave();
    QCOMPARE(bench.log, QStringList{u"left"_s});
}

void TestChoiceEditors::plainValueIsTyped()
{
    Bench bench(editorOf("LicenseType"), u"\"SVOD\""_s);
    bench.enter();
    comboOf(bench)->lineEdit()->selectAll();
    QTest::keyClicks(comboOf(bench), u"ES"_s);
    QCOMPARE(bench.log, (QStringList{u"typing \"E\""_s, u"typing \"ES\""_s}));
    QTest::keyClicks(comboOf(bench), u"T"_s);
    bench.leave();
    QCOMPARE(bench.now(), u"\"EST\""_s);
    QCOMPARE(comboOf(bench)->shownText(), u"EST  Purchase"_s);
}

void TestChoiceEditors::unknownValuesAreKept_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QString>("keys");
    QTest::newRow("open") << QByteArray("LicenseType") << u"XVOD"_s;
    QTest::newRow("closed") << QByteArray("EntryType") << u"Half extract"_s;
    QTest::newRow("another case") << QByteArray("LicenseType") << u"svod"_s;
    QTest::newRow("alias") << QByteArray("FormatProfile") << u"4K"_s;
    QTest::newRow("country") << QByteArray("country") << u"usa"_s;
}

void TestChoiceEditors::unknownValuesAreKept()
{
    QFETCH(QByteArray, kind);
    QFETCH(QString, keys);
    for (const bool enter : {false, true}) {
        Bench bench(editorOf(kind.constData()), u""_s);
        bench.enter();
        QTest::keyClicks(comboOf(bench), keys);
        if (enter)
            QTest::keyClick(comboOf(bench), Qt::Key_Return);
        bench.leave();
        QCOMPARE(bench.now(), u'"' + keys + u'"');
        QCOMPARE(comboOf(bench)->currentText(), keys);
    }
}

void TestChoiceEditors::picksFromTheList()
{
    Bench bench(editorOf("FormatProfile"), u"\"HD\""_s);
    bench.enter();
    QTest::keyClick(comboOf(bench), Qt::Key_Down);
    QVERIFY(comboOf(bench)->view()->isVisible());
    QCOMPARE(comboOf(bench)->view()->currentIndex().row(), 1); // opens where the value is
    QCOMPARE(bench.log, QStringList());
    QTest::keyClick(comboOf(bench)->view(), Qt::Key_Down);
    QTest::keyClick(comboOf(bench)->view(), Qt::Key_Return);
    QCOMPARE(bench.log, QStringList{u"edited \"UHD\""_s});
    QVERIFY(!comboOf(bench)->view()->isVisible());
}

void TestChoiceEditors::picksFromSuggestions()
{
    Bench bench(editorOf("LicenseType"), u""_s);
    bench.enter();
    QTest::keyClicks(comboOf(bench), u"subs"_s);
    QVERIFY(suggestionsOf(bench)->isVisible());
    QCOMPARE(firstOf(suggestionsOf(bench)), u"SVOD"_s);
    QTest::keyClick(suggestionsOf(bench), Qt::Key_Down);
    QTest::keyClick(suggestionsOf(bench), Qt::Key_Return);
    QVERIFY(!suggestionsOf(bench)->isVisible());
    QCOMPARE(bench.last(), u"edited \"SVOD\""_s);
    QCOMPARE(comboOf(bench)->currentText(), u"SVOD"_s);
    bench.leave();
    QCOMPARE(bench.now(), u"\"SVOD\""_s);
    QCOMPARE(bench.log.count(u"left"_s), 1);
}

void TestChoiceEditors::picksASuggestionByMouse()
{
    Bench bench(editorOf("country"), u""_s);
    bench.enter();
    QTest::keyClicks(comboOf(bench), u"us"_s);
    QVERIFY(suggestionsOf(bench)->isVisible());
    QCOMPARE(firstOf(suggestionsOf(bench)), u"US"_s); // not Austria, which contains it
    const QRect first = suggestionsOf(bench)->visualRect(suggestionsOf(bench)->model()->index(0, 0));
    QTest::mouseClick(suggestionsOf(bench)->viewport(), Qt::LeftButton, {}, first.center());
    QCOMPARE(bench.last(), u"edited \"US\""_s);
}

void TestChoiceEditors::nothingIsSuggestedForWhatIsWritten()
{
    Bench bench(editorOf("LicenseType"), u""_s);
    bench.enter();
    QTest::keyClicks(comboOf(bench), u"POEST"_s);
    QVERIFY(!suggestionsOf(bench)->isVisible());
    QTest::keyClicks(comboOf(bench), u"x"_s);
    QVERIFY(!suggestionsOf(bench)->isVisible());
}

void TestChoiceEditors::keysDontStep()
{
    Bench bench(editorOf("FormatProfile"), u"\"HD\""_s);
    bench.enter();
    for (const Qt::Key key : {Qt::Key_Up, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End})
        QTest::keyClick(comboOf(bench), key);
    QCOMPARE(bench.log, QStringList());
    QCOMPARE(comboOf(bench)->currentText(), u"HD"_s);
}

void TestChoiceEditors::wheelChangesNothing()
{
    Bench bench(editorOf("FormatProfile"), u"\"HD\""_s);
    for (const bool focused : {false, true}) {
        if (focused)
            bench.enter();
        const QPointF middle = comboOf(bench)->rect().center();
        QWheelEvent wheel(middle, comboOf(bench)->mapToGlobal(middle), {}, QPoint(0, -120), Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(comboOf(bench), &wheel);
        QVERIFY(!wheel.isAccepted()); // the form scrolls
        QCOMPARE(comboOf(bench)->currentText(), u"HD"_s);
    }
    QCOMPARE(bench.log, QStringList());
}

void TestChoiceEditors::emptiedIsTakenAway()
{
    Bench bench(editorOf("LicenseType"), u"\"SVOD\""_s);
    bench.enter();
    comboOf(bench)->lineEdit()->selectAll();
    QTest::keyClick(comboOf(bench), Qt::Key_Backspace);
    QCOMPARE(bench.log, QStringList());
    bench.leave();
    QCOMPARE(bench.log, (QStringList{u"cleared"_s, u"left"_s}));
    bench.show("\"\"");
    bench.enter();
    QTest::keyClick(comboOf(bench), Qt::Key_Backspace);
    QCOMPARE(bench.last(), u"cleared"_s);
}

void TestChoiceEditors::readOnly()
{
    Bench bench(editorOf("LicenseType"), u"\"SVOD\""_s);
    bench.editor->setReadOnly(true);
    bench.enter();
    QTest::keyClicks(comboOf(bench), u"x"_s);
    QTest::keyClick(comboOf(bench), Qt::Key_Down);
    QTest::keyClick(comboOf(bench), Qt::Key_F4);
    QVERIFY(!comboOf(bench)->view()->isVisible());
    QTest::mouseClick(comboOf(bench), Qt::LeftButton, {}, QPoint(comboOf(bench)->width() - 10, 16));
    QVERIFY(!comboOf(bench)->view()->isVisible());
    QCOMPARE(bench.log, QStringList());
}

void TestChoiceEditors::countriesInGerman()
{
    QLocale::setDefault(QLocale(QLocale::German));
    Bench bench(editorOf("country"), u"\"DE\""_s);
    QCOMPARE(comboOf(bench)->shownText(), u"DE  Deutschland"_s);
    bench.enter();
    comboOf(bench)->lineEdit()->selectAll();
    type(comboOf(bench), u"öster"_s);
    QCOMPARE(firstOf(suggestionsOf(bench)), u"AT"_s);
}

void TestChoiceEditors::seldomLanguage()
{
    Bench bench(editorOf("language"), u""_s);
    bench.enter();
    QTest::keyClicks(comboOf(bench), u"swiss"_s);
    bool found = false;
    for (int row = 0; row < suggestionsOf(bench)->model()->rowCount(); ++row)
        found = found || suggestionsOf(bench)->model()->index(row, 0).data() == u"gsw"_s;
    QVERIFY(found);
}

QTEST_MAIN(TestChoiceEditors)
#include "tst_choice_editors.moc"
