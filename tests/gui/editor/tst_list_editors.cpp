// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editor/EditorTest.h"

#include "editor/FlowLayout.h"
#include "editor/LanguageChip.h"
#include "editor/LanguageListEditor.h"
#include "editor/LanguagePopup.h"
#include "editor/TextEditor.h"
#include "editor/TextListEditor.h"

#include <QListView>
#include <QToolButton>

using namespace marquee::editor;

class TestListEditors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void languagesShow_data();
    void languagesShow();
    void addByKeyboard_data();
    void addByKeyboard();
    void addForAnAsset();
    void changeKeepsTheRest();
    void changeTheAssetOnly();
    void unknownAssetStays();
    void removeByKeyAndCross();
    void lastRemovedIsTakenAway();
    void stepAndReorder();
    void chipsGoOnAfterRemoval();
    void tabComesToOneChip();
    void itemMarks();
    void languagesReadOnly();
    void escapeChangesNothing();
    void chipsWrap();

    void textsShow_data();
    void textsShow();
    void textsType();
    void textsAddAndRemove();
    void textsKeepWhatIsNoText();
    void textsReadOnly();
};

namespace {

std::unique_ptr<FieldEditor> languages(const char *type)
{
    return std::make_unique<LanguageListEditor>(*lookup().catalog->type(type), lookup());
}

LanguageListEditor *languagesOf(const Bench &bench)
{
    return qobject_cast<LanguageListEditor *>(bench.editor);
}

TextListEditor *textsOf(const Bench &bench)
{
    return qobject_cast<TextListEditor *>(bench.editor);
}

QStringList chipsOf(const Bench &bench)
{
    QStringList texts;
    for (int i = 0; i < languagesOf(bench)->count(); ++i)
        texts << languagesOf(bench)->chip(i)->text();
    return texts;
}

const QString two = u"[{\"value\": \"en-US\"}, {\"value\": \"fr-CA\", \"_asset\": \"audio\"}]"_s;

} // namespace

void TestListEditors::languagesShow_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QStringList>("chips");
    QTest::newRow("absent") << u""_s << QStringList();
    QTest::newRow("none") << u"[]"_s << QStringList();
    QTest::newRow("two") << two << QStringList{u"en-US"_s, u"fr-CA audio"_s};
    QTest::newRow("bare texts") << u"[\"en-US\"]"_s << QStringList{u"en-US"_s};
    QTest::newRow("empty") << u"[{\"value\": \"\"}]"_s << QStringList{u"empty"_s};
    QTest::newRow("no list") << u"{\"value\": \"en\"}"_s << QStringList{u"en"_s};
    QTest::newRow("no value") << u"[{\"x\": 1}, 7]"_s << QStringList{u"{\"x\": 1}"_s, u"7"_s};
}

void TestListEditors::languagesShow()
{
    QFETCH(QString, json);
    Bench bench(languages("HoldbackLanguage"), json);
    QTEST(chipsOf(bench), "chips");
    bench.enter();
    bench.leave();
    QCOMPARE(bench.log, QStringList{u"left"_s});
}

void TestListEditors::addByKeyboard_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<int>("downs");
    QTest::addColumn<QString>("after");
    QTest::newRow("by tag") << u""_s << u"fr-CA"_s << 0 << u"[{\"value\": \"fr-CA\"}]"_s;
    QTest::newRow("by name") << u""_s << u"french"_s << 1 << u"[{\"value\": \"fr-CA\"}]"_s;
    QTest::newRow("seldom") << u""_s << u"gsw-CH"_s << 0 << u"[{\"value\": \"gsw-CH\"}]"_s;
    QTest::newRow("behind others") << two << u"de-DE"_s << 0 << two.chopped(1) + u", {\"value\": \"de-DE\"}]"_s;
    QTest::newRow("no tag at all") << u"[]"_s << u"en_US"_s << 0 << u"[{\"value\": \"en_US\"}]"_s;
    QTest::newRow("beside what is no list") << u"7"_s << u"de-DE"_s << 0 << u"[7, {\"value\": \"de-DE\"}]"_s;
}

void TestListEditors::addByKeyboard()
{
    QFETCH(QString, json);
    QFETCH(QString, keys);
    QFETCH(int, downs);
    Bench bench(languages("AssetLanguage"), json);
    bench.enter();
    QTest::keyClick(bench.editor->inputWidget(), Qt::Key_Space);
    LanguagePopup *popup = languagesOf(bench)->popup();
    QVERIFY(popup->isVisible());
    QTest::keyClicks(popup->searchLine(), keys);
    for (int i = 0; i < downs; ++i)
        QTest::keyClick(popup->searchLine(), Qt::Key_Down);
    QTest::keyClick(popup->searchLine(), Qt::Key_Return);
    QVERIFY(!popup->isVisible());
    QTEST(bench.now(), "after");
    QCOMPARE(bench.log.size(), 1);
    QVERIFY(bench.editor->inputWidget()->hasFocus()); // ready for the next
}

void TestListEditors::addForAnAsset()
{
    Bench bench(languages("HoldbackLanguage"), u""_s);
    QTest::mouseClick(bench.editor->inputWidget(), Qt::LeftButton);
    LanguagePopup *popup = languagesOf(bench)->popup();
    auto *audio = popup->findChild<QToolButton *>(u"asset/subtitle"_s);
    QVERIFY(audio);
    QTest::mouseClick(audio, Qt::LeftButton);
    QVERIFY(popup->isVisible());
    QTest::keyClicks(popup->searchLine(), u"fr-FR"_s);
    const QModelIndex first = popup->list()->model()->index(0, 0);
    QTest::mouseClick(popup->list()->viewport(), Qt::LeftButton, {}, popup->list()->visualRect(first).center());
    QCOMPARE(bench.now(), u"[{\"value\": \"fr-FR\", \"_asset\": \"subtitle\"}]"_s);
}

void TestListEditors::changeKeepsTheRest()
{
    Bench bench(languages("AssetLanguage"),
        u"[{\"x\":  1e400}, {\"_note\": \"\\u00e9\", \"value\": \"fr\", \"_asset\": \"audio\"}]"_s);
    languagesOf(bench)->chip(1)->setFocus();
    QTest::keyClick(languagesOf(bench)->chip(1), Qt::Key_Return);
    LanguagePopup *popup = languagesOf(bench)->popup();
    QCOMPARE(popup->searchLine()->text(), u"fr"_s);
    QTest::keyClicks(popup->searchLine(), u"fr-CA"_s); // what stands there is selected
    QTest::keyClick(popup->searchLine(), Qt::Key_Return);
    QCOMPARE(QString::fromStdString(bench.value),
        u"[{\"x\":  1e400}, {\"_note\": \"\\u00e9\", \"value\": \"fr-CA\", \"_asset\": \"audio\"}]"_s);
    QVERIFY(languagesOf(bench)->chip(1)->hasFocus());
}

void TestListEditors::changeTheAssetOnly()
{
    Bench bench(languages("HoldbackLanguage"), two);
    QTest::mouseClick(languagesOf(bench)->chip(1), Qt::LeftButton, {}, QPoint(10, 10));
    LanguagePopup *popup = languagesOf(bench)->popup();
    QVERIFY(popup->findChild<QToolButton *>(u"asset/audio"_s)->isChecked());
    QTest::mouseClick(popup->findChild<QToolButton *>(u"asset/subdub"_s), Qt::LeftButton);
    QVERIFY(!popup->isVisible());
    QCOMPARE(bench.now(), u"[{\"value\": \"en-US\"}, {\"value\": \"fr-CA\", \"_asset\": \"subdub\"}]"_s);
    QTest::mouseClick(languagesOf(bench)->chip(1), Qt::LeftButton, {}, QPoint(10, 10));
    QTest::mouseClick(popup->findChild<QToolButton *>(u"asset/"_s), Qt::LeftButton);
    QCOMPARE(bench.now(), u"[{\"value\": \"en-US\"}, {\"value\": \"fr-CA\"}]"_s);
}

void TestListEditors::unknownAssetStays()
{
    Bench bench(languages("HoldbackLanguage"), u"[{\"value\": \"fr\", \"_asset\": \"dub\"}]"_s);
    languagesOf(bench)->chip(0)->click();
    QTest::keyClicks(languagesOf(bench)->popup()->searchLine(), u"de-DE"_s);
    QTest::keyClick(languagesOf(bench)->popup()->searchLine(), Qt::Key_Return);
    QCOMPARE(bench.now(), u"[{\"value\": \"de-DE\", \"_asset\": \"dub\"}]"_s);
}

void TestListEditors::removeByKeyAndCross()
{
    for (const bool mouse : {false, true}) {
        Bench bench(languages("AssetLanguage"), two);
        LanguageChip *chip = languagesOf(bench)->chip(0);
        chip->setFocus();
        if (mouse)
            QTest::mouseClick(chip, Qt::LeftButton, {}, chip->crossRect().center());
        else
            QTest::keyClick(chip, Qt::Key_Delete);
        QCOMPARE(bench.log, QStringList{u"edited [{\"value\": \"fr-CA\", \"_asset\": \"audio\"}]"_s});
        QVERIFY(languagesOf(bench)->chip(0)->hasFocus());
        QVERIFY(!languagesOf(bench)->popup()->isVisible());
    }
}

void TestListEditors::lastRemovedIsTakenAway()
{
    Bench bench(languages("AssetLanguage"), u"[{\"value\": \"fr\"}]"_s);
    languagesOf(bench)->chip(0)->setFocus();
    QTest::keyClick(languagesOf(bench)->chip(0), Qt::Key_Backspace);
    QCOMPARE(bench.log, QStringList{u"cleared"_s});
    QVERIFY(bench.editor->inputWidget()->hasFocus());
}

void TestListEditors::stepAndReorder()
{
    Bench bench(languages("AssetLanguage"), u"[{\"value\": \"de\"}, {\"value\": \"en\"}, {\"value\": \"fr\"}]"_s);
    languagesOf(bench)->chip(0)->setFocus();
    QTest::keyClick(languagesOf(bench)->chip(0), Qt::Key_Right);
    QVERIFY(languagesOf(bench)->chip(1)->hasFocus());
    QTest::keyClick(languagesOf(bench)->chip(1), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(bench.now(), u"[{\"value\": \"de\"}, {\"value\": \"fr\"}, {\"value\": \"en\"}]"_s);
    QVERIFY(languagesOf(bench)->chip(2)->hasFocus()); // the cursor goes with it
    QTest::keyClick(languagesOf(bench)->chip(2), Qt::Key_Right, Qt::AltModifier); // no further
    QTest::keyClick(languagesOf(bench)->chip(2), Qt::Key_Right); // to the plus
    QVERIFY(bench.editor->inputWidget()->hasFocus());
    QTest::keyClick(bench.editor->inputWidget(), Qt::Key_Left);
    QTest::keyClick(languagesOf(bench)->chip(2), Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(languagesOf(bench)->chip(1), Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(languagesOf(bench)->chip(0), Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(languagesOf(bench)->chip(0), Qt::Key_Left);
    QCOMPARE(bench.now(), u"[{\"value\": \"en\"}, {\"value\": \"de\"}, {\"value\": \"fr\"}]"_s);
    QCOMPARE(bench.log.size(), 3);
    QVERIFY(!bench.log.contains(u"left"_s));
}

void TestListEditors::chipsGoOnAfterRemoval()
{
    Bench bench(languages("AssetLanguage"), u"[{\"value\": \"de\"}, {\"value\": \"en\"}, {\"value\": \"fr\"}]"_s);
    languagesOf(bench)->chip(2)->setFocus();
    QTest::keyClick(languagesOf(bench)->chip(2), Qt::Key_Delete);
    QVERIFY(languagesOf(bench)->chip(1)->hasFocus());
    QTest::keyClick(languagesOf(bench)->chip(1), Qt::Key_Delete);
    QVERIFY(languagesOf(bench)->chip(0)->hasFocus());
    QCOMPARE(chipsOf(bench), QStringList{u"de"_s});
    QVERIFY(!bench.log.contains(u"left"_s));
}

void TestListEditors::tabComesToOneChip()
{
    Bench bench(languages("AssetLanguage"), u"[{\"value\": \"de\"}, {\"value\": \"en\"}, {\"value\": \"fr\"}]"_s);
    languagesOf(bench)->chip(1)->setFocus();
    QTest::keyClick(languagesOf(bench)->chip(1), Qt::Key_Tab);
    QVERIFY(bench.editor->inputWidget()->hasFocus());
    QTest::keyClick(bench.editor->inputWidget(), Qt::Key_Backtab);
    QVERIFY(languagesOf(bench)->chip(1)->hasFocus()); // where the cursor was
    QTest::keyClick(languagesOf(bench)->chip(1), Qt::Key_Backtab);
    QVERIFY(bench.other->hasFocus());
    QCOMPARE(bench.log, QStringList{u"left"_s});
}

void TestListEditors::itemMarks()
{
    Bench bench(languages("AssetLanguage"), two);
    languagesOf(bench)->setItemMarks({{1, Mark::Error}});
    QCOMPARE(languagesOf(bench)->chip(0)->property("severity").toString(), QString());
    QCOMPARE(languagesOf(bench)->chip(1)->property("severity").toString(), u"error"_s);
    languagesOf(bench)->setItemMarks({});
    QCOMPARE(languagesOf(bench)->chip(1)->property("severity").toString(), QString());
}

void TestListEditors::languagesReadOnly()
{
    Bench bench(languages("AssetLanguage"), two);
    bench.editor->setReadOnly(true);
    LanguageChip *chip = languagesOf(bench)->chip(1);
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Delete);
    QTest::keyClick(chip, Qt::Key_Left, Qt::AltModifier);
    QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(chip->width() - 8, 12));
    QVERIFY(!languagesOf(bench)->popup()->isVisible());
    QVERIFY(!bench.editor->inputWidget()->isVisible());
    QCOMPARE(bench.now(), two);
    QVERIFY(bench.log.isEmpty());
}

void TestListEditors::escapeChangesNothing()
{
    Bench bench(languages("HoldbackLanguage"), two);
    languagesOf(bench)->chip(0)->click();
    QTest::keyClicks(languagesOf(bench)->popup()->searchLine(), u"de"_s);
    QTest::keyClick(languagesOf(bench)->popup()->searchLine(), Qt::Key_Escape);
    QVERIFY(!languagesOf(bench)->popup()->isVisible());
    QVERIFY(bench.log.isEmpty());
}

void TestListEditors::chipsWrap()
{
    QStringList items;
    for (int i = 0; i < 12; ++i)
        items << u"{\"value\": \"zh-Hant-TW\"}"_s;
    Bench bench(languages("AssetLanguage"), u'[' + items.join(u", "_s) + u']');
    QApplication::processEvents();
    const auto *flow = bench.editor->findChild<FlowLayout *>();
    QVERIFY(flow->heightForWidth(240) > flow->heightForWidth(480));
    QCOMPARE(flow->heightForWidth(100000), flow->sizeHint().height());
    const QRect room = bench.editor->rect();
    for (int i = 0; i < 12; ++i)
        QVERIFY(room.contains(languagesOf(bench)->chip(i)->geometry()));
    QVERIFY(languagesOf(bench)->chip(11)->y() > languagesOf(bench)->chip(0)->y());
}

void TestListEditors::textsShow_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QString>("placeholder");
    QTest::newRow("absent") << u""_s << QStringList{u""_s} << u"not set"_s;
    QTest::newRow("none") << u"[]"_s << QStringList{u""_s} << u"not set"_s;
    QTest::newRow("one") << u"[\"A\"]"_s << QStringList{u"A"_s} << u"empty"_s;
    QTest::newRow("empty") << u"[\"\"]"_s << QStringList{u""_s} << u"empty"_s;
    QTest::newRow("two") << u"[\"A\", \"B\"]"_s << QStringList{u"A"_s, u"B"_s} << u"empty"_s;
    QTest::newRow("no list") << u"\"A\""_s << QStringList{u"A"_s} << u"empty"_s;
}

void TestListEditors::textsShow()
{
    QFETCH(QString, json);
    Bench bench(std::make_unique<TextListEditor>(), json);
    QStringList texts;
    for (int i = 0; i < textsOf(bench)->count(); ++i)
        texts << textsOf(bench)->entry(i)->line()->text();
    QTEST(texts, "texts");
    QTEST(textsOf(bench)->entry(0)->line()->placeholderText(), "placeholder");
    QCOMPARE(bench.editor->inputWidget()->objectName(), u"field"_s);
    bench.enter();
    bench.leave();
    QCOMPARE(bench.log, QStringList{u"left"_s});
}

void TestListEditors::textsType()
{
    Bench bench(std::make_unique<TextListEditor>(), u""_s);
    bench.enter();
    QTest::keyClicks(bench.editor->inputWidget(), u"ab"_s);
    QCOMPARE(bench.log, (QStringList{u"typing [\"a\"]"_s, u"typing [\"ab\"]"_s}));
    QTest::keyClick(bench.editor->inputWidget(), Qt::Key_Backspace);
    QTest::keyClick(bench.editor->inputWidget(), Qt::Key_Backspace);
    QCOMPARE(bench.now(), u"[\"\"]"_s);
    QTest::keyClick(bench.editor->inputWidget(), Qt::Key_Backspace);
    QCOMPARE(bench.last(), u"cleared"_s);
    bench.leave();
    QCOMPARE(bench.last(), u"left"_s);
}

void TestListEditors::textsAddAndRemove()
{
    Bench bench(std::make_unique<TextListEditor>(), u"[\"A\"]"_s);
    auto *add = bench.editor->findChild<QToolButton *>(u"addEntry"_s);
    bench.enter();
    QTest::keyClick(bench.editor->inputWidget(), Qt::Key_Tab);
    QVERIFY(add->hasFocus());
    QTest::keyClick(add, Qt::Key_Space);
    QCOMPARE(bench.now(), u"[\"A\", \"\"]"_s);
    QVERIFY(textsOf(bench)->entry(1)->line()->hasFocus());
    QTest::keyClicks(textsOf(bench)->entry(1)->line(), u"B"_s);
    QCOMPARE(bench.now(), u"[\"A\", \"B\"]"_s);
    QVERIFY(!bench.log.contains(u"left"_s));
    QTest::mouseClick(bench.editor->findChild<QToolButton *>(u"removeEntry/1"_s), Qt::LeftButton);
    QCOMPARE(bench.now(), u"[\"B\"]"_s);
    QCOMPARE(textsOf(bench)->count(), 1);
    QVERIFY(!bench.editor->findChild<QToolButton *>(u"removeEntry/1"_s)->isVisible());
}

void TestListEditors::textsKeepWhatIsNoText()
{
    Bench bench(std::make_unique<TextListEditor>(), u"[{\"x\":  1e400}, \"B\"]"_s);
    textsOf(bench)->entry(1)->line()->setFocus();
    QTest::keyClick(textsOf(bench)->entry(1)->line(), Qt::Key_End);
    QTest::keyClicks(textsOf(bench)->entry(1)->line(), u"c"_s);
    QCOMPARE(QString::fromStdString(bench.value), u"[{\"x\":  1e400}, \"Bc\"]"_s);
}

void TestListEditors::textsReadOnly()
{
    Bench bench(std::make_unique<TextListEditor>(), u"[\"A\", \"B\"]"_s);
    bench.editor->setReadOnly(true);
    bench.enter();
    QTest::keyClicks(bench.editor->inputWidget(), u"x"_s);
    QVERIFY(!bench.editor->findChild<QToolButton *>(u"addEntry"_s)->isVisible());
    QVERIFY(!bench.editor->findChild<QToolButton *>(u"removeEntry/2"_s)->isVisible());
    QCOMPARE(bench.log, QStringList());
}

QTEST_MAIN(TestListEditors)
#include "tst_list_editors.moc"
