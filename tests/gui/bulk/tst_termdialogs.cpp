// SPDX-License-Identifier: GPL-3.0-or-later
// Terms that are pasted, and sets of terms that are kept and applied.
#include "bulk/PasteTermsDialog.h"
#include "bulk/TermSetsDialog.h"
#include "gui/Looks.h"
#include "unit/windows/WindowsTest.h"
#include "workspace/Files.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTemporaryDir>

using namespace marquee;
using namespace marquee::test;
using namespace marquee::bulk;
using namespace Qt::StringLiterals;
using workspace::TermSets;

namespace {

const QByteArray hdPrices = R"([{"_termName":"SRP","Money":{"value":5.990,"_currency":"USD"}},
    {"_termName":"RentalDuration","Duration":"PT720H"},{"_termName":"Category","Text":"New Release"}])";

QByteArray two()
{
    return dated("NF-US", "2027-01-31T00:00:00Z", "2028-01-01T00:00:00Z") + ','
        + dated("NF-GB", "2027-03-01T00:00:00Z", "", {{"Territory", "[{\"country\":\"GB\"}]"}});
}

template <class T>
T *in(const QWidget &dialog, const QString &name)
{
    auto *found = dialog.findChild<T *>(name);
    if (!found)
        qFatal("There is no %s.", qPrintable(name));
    return found;
}

QString words(const QWidget &dialog, const QString &name)
{
    const auto *label = in<QLabel>(dialog, name);
    return label->isVisible() ? label->text() : QString();
}

QString cell(const QWidget &dialog, int row, int column)
{
    return in<QTableView>(dialog, u"termsPreview"_s)->model()->index(row, column).data().toString();
}

QPushButton *apply(const QWidget &dialog)
{
    return in<QPushButton>(dialog, u"bulkApply"_s);
}

QStringList names(const QWidget &dialog)
{
    QStringList all;
    const auto *list = in<QListWidget>(dialog, u"setsList"_s);
    for (int row = 0; row < list->count(); ++row) {
        if (!list->item(row)->isHidden())
            all << list->item(row)->text();
    }
    return all;
}

void choose(QRadioButton *button)
{
    QTest::mouseClick(button, Qt::LeftButton, {}, {8, button->height() / 2});
}

} // namespace

class TestTermDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }

    void pastes()
    {
        Windows all(two());
        PasteTermsDialog dialog(all.context(), {0, 1}, hdPrices);
        show(dialog, dialog.size());
        QCOMPARE(apply(dialog)->text(), u"Paste into 2 window(s)"_s);
        QCOMPARE(words(dialog, u"bulkCounts"_s), u"2 window(s) change"_s);
        QCOMPARE(cell(dialog, 0, 1), u"5.990 USD"_s);
        QCOMPARE(cell(dialog, 0, 2), u"changed in 2"_s);
        QCOMPARE(cell(dialog, 1, 2), u"the same in 2"_s);
        QCOMPARE(cell(dialog, 2, 2), u"added to 2"_s);
        new QAbstractItemModelTester(in<QTableView>(dialog, u"termsPreview"_s)->model(), &dialog);
        choose(in<QRadioButton>(dialog, u"termsReplace"_s));
        QCOMPARE(cell(dialog, 3, 2), u"taken out of 2"_s);
        choose(in<QRadioButton>(dialog, u"termsMerge"_s));
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QVERIFY(all.document->apply(dialog.edits(), {dialog.caption(), {}}).value());
        QCOMPARE(all.document->undoCaption(), u"Paste terms into 2 window(s)"_s);
        QCOMPARE(all.at(1).member("Terms").size(), 4u);
        PasteTermsDialog again(all.context(), {0, 1}, hdPrices);
        show(again, again.size());
        QVERIFY(!apply(again)->isEnabled());
        QVERIFY(words(again, u"bulkCounts"_s).endsWith(u"2 window(s) say all of it already"_s));
    }

    void nothingToPaste_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("Night Ferry");
        QTest::newRow("a window without terms") << QByteArray("{\"LicenseType\":\"VOD\"}");
    }
    void nothingToPaste()
    {
        QFETCH(QByteArray, text);
        const Windows all(two());
        PasteTermsDialog dialog(all.context(), {0}, text);
        show(dialog, dialog.size());
        QVERIFY(!apply(dialog)->isEnabled() && dialog.edits().empty());
        QVERIFY(words(dialog, u"bulkRemarks"_s).contains(u"Copy the terms"_s));
    }

    void appliesASet()
    {
        QTemporaryDir folder;
        TermSets sets(folder.path());
        QVERIFY(sets.save(u"TVOD HD prices"_s, hdPrices));
        QVERIFY(sets.save(u"AVOD"_s, R"([{"_termName":"Tier","Text":"x"}])"));
        Windows all(two());
        TermSetsDialog dialog(all.context(), {1, 0}, sets);
        show(dialog, dialog.size());
        QCOMPARE(cursorName(), u"setsList"_s);
        QCOMPARE(names(dialog), (QStringList{u"AVOD"_s, u"TVOD HD prices"_s}));
        QCOMPARE(words(dialog, u"setsHeading"_s), u"AVOD"_s);
        QTest::keyClick(cursor(), Qt::Key_Down);
        QCOMPARE(words(dialog, u"setsHeading"_s), u"TVOD HD prices"_s);
        QCOMPARE(apply(dialog)->text(), u"Apply to 2 window(s)"_s);
        QCOMPARE(cell(dialog, 2, 1), u"New Release"_s);
        QTest::keyClick(cursor(), Qt::Key_Return);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QVERIFY(all.document->apply(dialog.edits(), {dialog.caption(), {}}).value());
        QCOMPARE(all.document->steps().size(), 1u);
        QVERIFY(all.at(0).member("Terms").raw().find("5.990") != std::string::npos);
    }

    void filters()
    {
        QTemporaryDir folder;
        TermSets sets(folder.path());
        for (const QString &name : {u"TVOD HD"_s, u"TVOD SD"_s, u"AVOD"_s})
            QVERIFY(sets.save(name, hdPrices));
        const Windows all(two());
        TermSetsDialog dialog(all.context(), {0}, sets);
        show(dialog, dialog.size());
        auto *filter = in<QLineEdit>(dialog, u"setsFilter"_s);
        filter->setFocus();
        type(u"tvod"_s);
        QCOMPARE(names(dialog), (QStringList{u"TVOD HD"_s, u"TVOD SD"_s}));
        QCOMPARE(words(dialog, u"setsHeading"_s), u"TVOD HD"_s);
        type(u"x"_s);
        QCOMPARE(names(dialog), QStringList());
        QVERIFY(!apply(dialog)->isEnabled());
        QVERIFY(words(dialog, u"setsNone"_s).startsWith(u"No set has a name like that."_s));
    }

    void makesRenamesAndDeletes()
    {
        QTemporaryDir folder;
        TermSets sets(folder.path());
        const Windows all(two());
        TermSetsDialog dialog(all.context(), {0}, sets);
        show(dialog, dialog.size());
        QVERIFY(words(dialog, u"setsNone"_s).startsWith(u"There are no sets yet."_s));
        press(dialog, u"setsNew"_s);
        QCOMPARE(names(dialog), QStringList{u"Terms of NF-US"_s});
        // Its name is being edited.
        QVERIFY(qobject_cast<QLineEdit *>(cursor()));
        type(u"HD / UHD"_s);
        QTest::keyClick(cursor(), Qt::Key_Return);
        QTRY_COMPARE(names(dialog), QStringList{u"HD / UHD"_s});
        QTest::qWait(0);
        QVERIFY(dialog.isVisible()); // Return ended the editing, not the dialog
        QCOMPARE(sets.list().front().name, u"HD / UHD"_s);
        QVERIFY(!apply(dialog)->isEnabled()); // the window has these terms

        press(dialog, u"setsNew"_s);
        QTest::keyClick(cursor(), Qt::Key_Escape); // keeps the name that was proposed
        QCOMPARE(names(dialog), (QStringList{u"HD / UHD"_s, u"Terms of NF-US"_s}));
        QVERIFY(dialog.isVisible());
        QTest::keyClick(in<QListWidget>(dialog, u"setsList"_s), Qt::Key_F2);
        type(u"hd / uhd"_s); // stands, but for the case
        QTest::keyClick(cursor(), Qt::Key_Return);
        QTRY_VERIFY(words(dialog, u"setsTold"_s).startsWith(u"There is a"_s));
        QTRY_COMPARE(names(dialog), (QStringList{u"HD / UHD"_s, u"Terms of NF-US"_s}));

        auto *list = in<QListWidget>(dialog, u"setsList"_s);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(names(dialog), QStringList{u"HD / UHD"_s});
        QCOMPARE(words(dialog, u"setsTold"_s), u"“Terms of NF-US” is deleted."_s);
        press(dialog, u"setsUndo"_s);
        QCOMPARE(names(dialog), (QStringList{u"HD / UHD"_s, u"Terms of NF-US"_s}));
        QVERIFY(sets.read(u"Terms of NF-US"_s)->contains("4.99"));
        press(dialog, u"setsDelete"_s);
        press(dialog, u"setsDelete"_s);
        QVERIFY(!in<QPushButton>(dialog, u"setsDelete"_s)->isEnabled());
        QVERIFY(sets.list().empty());
    }

    void brokenSetsAreTold()
    {
        QTemporaryDir folder;
        TermSets sets(folder.path());
        QVERIFY(workspace::saveFile(folder.filePath(u"mine.json"_s), "[{"));
        const Windows all(two());
        TermSetsDialog dialog(all.context(), {0}, sets);
        show(dialog, dialog.size());
        QCOMPARE(names(dialog), QStringList{u"mine"_s});
        QVERIFY(words(dialog, u"bulkRemarks"_s).startsWith(u"This set of terms is broken"_s));
        QVERIFY(!apply(dialog)->isEnabled());
        QCOMPARE(workspace::readFile(folder.filePath(u"mine.json"_s)).value(), QByteArray("[{"));
    }

    void withoutWindows()
    {
        QTemporaryDir folder;
        TermSets sets(folder.path());
        QVERIFY(sets.save(u"HD"_s, hdPrices));
        const Windows all(two());
        TermSetsDialog dialog(all.context(), {}, sets);
        show(dialog, dialog.size());
        QVERIFY(!in<QPushButton>(dialog, u"setsNew"_s)->isEnabled());
        QCOMPARE(cell(dialog, 0, 1), u"5.990 USD"_s);
        QVERIFY(!apply(dialog)->isEnabled());
    }

    void everythingHasAName()
    {
        QTemporaryDir folder;
        const Windows all(two());
        TermSetsDialog dialog(all.context(), {0}, TermSets(folder.path()));
        show(dialog, dialog.size());
        for (const QWidget *widget : dialog.findChildren<QWidget *>()) {
            if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0)
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                qPrintable(widget->objectName()));
        }
    }

    void pictures()
    {
        QTemporaryDir folder;
        TermSets sets(folder.path());
        QVERIFY(sets.save(u"TVOD HD prices"_s, hdPrices));
        QVERIFY(sets.save(u"Channel, all formats, from the autumn on"_s, hdPrices));
        QVERIFY(workspace::saveFile(folder.filePath(u"mine.json"_s), "[{"));
        const Windows all(two());
        looks(u"termsets"_s, [&] {
            auto dialog = std::make_unique<TermSetsDialog>(all.context(), windows::Rows{0, 1}, sets);
            show(*dialog, dialog->size());
            in<QListWidget>(*dialog, u"setsList"_s)->setCurrentRow(2);
            choose(in<QRadioButton>(*dialog, u"termsReplace"_s));
            return dialog;
        });
        looks(u"termsets-none"_s, [&] {
            auto dialog = std::make_unique<TermSetsDialog>(
                all.context(), windows::Rows{0}, TermSets(folder.filePath(u"none"_s)));
            show(*dialog, dialog->size());
            return dialog;
        });
        looks(u"pasteterms"_s, [&] {
            auto dialog = std::make_unique<PasteTermsDialog>(all.context(), windows::Rows{0, 1}, hdPrices);
            show(*dialog, dialog->size());
            return dialog;
        });
    }
};

QTEST_MAIN(TestTermDialogs)
#include "tst_termdialogs.moc"
