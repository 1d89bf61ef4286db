// SPDX-License-Identifier: GPL-3.0-or-later
// Authoring at full strength in the real window: many windows, many documents, text, terms, series, files, keys.
#include "WindowTest.h"

#include "avail/AvailView.h"
#include "avail/WindowsTable.h"
#include "shortcuts/KeysEdit.h"
#include "text/TextEditor.h"
#include "text/TextPage.h"

#include <QClipboard>
#include <QDialog>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <QTreeView>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray named(const QByteArray &id, const QByteArray &window)
{
    return test::avail(window, {}, "FullExtract", id);
}

QByteArray two()
{
    return test::window() + ',' + test::window({{"_TransactionID", "\"w2\""}, {"LicenseType", "\"EST\""}, {"Terms", "[]"}});
}

/// Answers the dialog that the next action opens.
void answer(const std::function<void(QDialog &)> &how)
{
    QTimer::singleShot(0, qApp, [how] {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        how(*dialog);
    });
}

template <class T>
T *part(const QWidget &in, const QString &name)
{
    T *found = in.findChild<T *>(name);
    if (!found)
        qFatal("There is no %s.", qPrintable(name));
    return found;
}

avail::WindowsPage &windowsOf(Window &window)
{
    window.trigger("document.showWindows");
    return *window->documents().currentAvail()->windows();
}

} // namespace

class TestWindowAuthoring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalWindowsAtOnce()
    {
        Window window;
        OpenDocument *document = window.good(two());
        windowsOf(window);
        window.keys("window.selectAll");
        fill(window, u"LicenseType"_s, u"SVOD"_s);
        leave();
        QCOMPARE(window.at("/avail/Transaction/0/LicenseType"), u"\"SVOD\""_s);
        QCOMPARE(window.at("/avail/Transaction/1/LicenseType"), u"\"SVOD\""_s);
        QVERIFY(window.previewIsTheDocument());
        window.keys("edit.undo");
        QVERIFY(!document->isModified());
        window.keys("edit.redo");
        QCOMPARE(window.at("/avail/Transaction/1/LicenseType"), u"\"SVOD\""_s);
    }

    void anotherOrder()
    {
        Window window;
        window.good(two());
        windowsOf(window).selectWindows({1});
        window.keys("window.moveUp");
        QCOMPARE(window.at("/avail/Transaction/0/_TransactionID"), u"\"w2\""_s);
        window.keys("window.filter");
        QCOMPARE(cursorName(), u"windowsFilter"_s);
        test::type(u"w1"_s);
        QCOMPARE(window.table(u"windowsTable"_s)->model()->rowCount(), 1);
    }

    void theTextIsEditedAndTheFormWaits()
    {
        Window window;
        OpenDocument *document = window.good(two());
        const QByteArray before = document->bytes();
        window.keys("document.showText");
        auto *page = window->findChild<text::TextPage *>();
        QVERIFY(page);
        QPlainTextEdit *editor = page->editor();
        editor->setFocus();
        QTextCursor cursor = editor->document()->find(u"\"VOD\""_s);
        QVERIFY(!cursor.isNull());
        cursor.insertText(u"\"SVOD"_s); // a quote is missing
        page->finish();
        QVERIFY(document->hasPendingText());
        QVERIFY(document->isModified());
        QVERIFY(window.previewIsTheDocument()); // what would be saved
        QTRY_COMPARE(window.table(u"problemsTable"_s)->model()->rowCount(), 1); // the mistake, and nothing of before
        window.keys("document.showWindows");
        QVERIFY(seen<QWidget>(window, u"waitingCover"_s));
        picture(window, u"authoring-waiting"_s);
        window.trigger("exchange.put");
        QVERIFY2(window.message().contains(u"well-formed"_s), qPrintable(window.message()));
        QCOMPARE(window.exchanges.rowCount(), 0);
        window.keys("document.showText");
        editor->setFocus();
        cursor.insertText(u"\""_s);
        page->finish();
        QVERIFY(!document->hasPendingText());
        window.keys("document.showWindows");
        QVERIFY(!seen<QWidget>(window, u"waitingCover"_s));
        QCOMPARE(window.at("/avail/Transaction/0/LicenseType"), u"\"SVOD\""_s);
        QVERIFY(window.previewIsTheDocument());
        window.trigger("edit.undo"); // the whole sitting is one step
        QCOMPARE(document->bytes(), before);
    }

    void allWindowsOfTheWorkspace()
    {
        Window window;
        const QByteArray one = named("NF-1", two());
        const QByteArray other = named("NF-2", test::window({{"_TransactionID", "\"x1\""}}));
        const QString open = window.home.write(u"work/one.json"_s, one);
        const QString closed = window.home.write(u"work/other.json"_s, other);
        window.home.write(u"work/reply.json"_s, "{\"success\":true}");
        window->files().openFolder(QFileInfo(open).absolutePath());
        QTRY_VERIFY(window.folder.isSettled());
        OpenDocument *document = window.open(open);
        window.keys("view.allWindows");
        QTableView *table = window.table(u"inventoryTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        test::type(u"vod"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        picture(window, u"authoring-inventory"_s);
        table->selectAll();
        press(window, u"inventoryChangeTogether"_s);
        QTRY_VERIFY(QApplication::activeModalWidget());
        QWidget &dialog = *QApplication::activeModalWidget();
        QApplication::setActiveWindow(&dialog);
        fill(dialog, u"wishValue"_s, u"SVOD"_s);
        QTRY_VERIFY2(part<QPushButton>(dialog, u"togetherApply"_s)->isEnabled(), qPrintable(part<QLabel>(dialog, u"togetherCounts"_s)->text()));
        picture(dialog, u"authoring-together"_s);
        press(dialog, u"togetherApply"_s);
        QTRY_VERIFY(Home::read(closed).contains("SVOD"));
        QCOMPARE(window.home.read(open), one); // that one is open: it is yours to save
        QVERIFY(document->isModified());
        QCOMPARE(test::at(*document, "/avail/Transaction/0/LicenseType"), u"\"SVOD\""_s);
        QTRY_VERIFY(window->actions().action("edit.undo")->isEnabled());
        window.trigger("edit.undo");
        QTRY_COMPARE(Home::read(closed), other);
        QTRY_VERIFY(!document->isModified());
        window.trigger("file.close");
        QCOMPARE(window.current(), document);
    }

    void termsGoFromWindowToWindow()
    {
        Window window;
        OpenDocument *document = window.good(two());
        avail::WindowsPage &page = windowsOf(window);
        page.selectWindows({0});
        window.keys("term.copy");
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"RentalDuration"_s));
        page.selectWindows({1});
        answer([](QDialog &dialog) { dialog.accept(); });
        window.trigger("term.paste");
        QCOMPARE(said(document->payload().find(place("/avail/Transaction/1/Terms"))), said(document->payload().find(place("/avail/Transaction/0/Terms"))));
        window.trigger("edit.undo");
        QVERIFY(!document->isModified());
        // Kept as a set, and given by it.
        page.selectWindows({0});
        answer([](QDialog &dialog) {
            part<QPushButton>(dialog, u"setsNew"_s)->click();
            QCOMPARE(part<QListWidget>(dialog, u"setsList"_s)->count(), 1);
            dialog.reject();
        });
        window.trigger("term.sets");
        page.selectWindows({1});
        answer([](QDialog &dialog) {
            part<QListWidget>(dialog, u"setsList"_s)->setCurrentRow(0);
            picture(dialog, u"authoring-sets"_s);
            dialog.accept();
        });
        window.trigger("term.sets");
        QCOMPARE(document->payload().find(place("/avail/Transaction/1/Terms")).size(), 3U);
        QCOMPARE(steps(*document), 1);
    }

    void episodesOfASeason()
    {
        Window window;
        const QString folder = QFileInfo(window.home.write(u"work/x.json"_s, named("X", test::window()))).absolutePath();
        window->files().openFolder(folder);
        QTRY_VERIFY(window.folder.isSettled());
        window.make("channel-season");
        fill(window, u"ALID"_s, u"HL-S01"_s);
        leave();
        answer([](QDialog &dialog) {
            part<QSpinBox>(dialog, u"seriesCount"_s)->setValue(3);
            picture(dialog, u"authoring-episodes"_s);
            dialog.accept();
        });
        window.trigger("document.episodes");
        QTRY_COMPARE(QDir(folder).entryList({u"*.json"_s}).size(), 4);
        QTRY_VERIFY2(window.message().contains(u"3"_s), qPrintable(window.message()));
        const auto made = opened(Home::read(QDir(folder).filePath(u"HL-S01E02.json"_s)));
        QVERIFY(made->isAvail());
        QCOMPARE(test::at(*made, "/avail/ALID"), u"\"HL-S01E02\""_s);
        QTRY_VERIFY(window.folder.alids().contains(u"HL-S01E03"_s)); // the tree has them
    }

    void findInAllDocuments()
    {
        Window window;
        const QString path = window.home.write(u"work/one.json"_s, named("NF-1", two()));
        window.home.write(u"work/other.json"_s, named("NF-2", test::window({{"ContractID", "\"c-77\""}})));
        window->files().openFolder(QFileInfo(path).absolutePath());
        window.keys("edit.findAll");
        QCOMPARE(cursorName(), u"findField"_s);
        test::type(u"c-77"_s);
        QTest::keyClick(cursor(), Qt::Key_Return);
        auto *results = part<QTreeView>(window, u"findResults"_s);
        QTRY_COMPARE(results->model()->rowCount(), 1);
        results->setFocus();
        results->setCurrentIndex(results->model()->index(0, 0, results->model()->index(0, 0)));
        QTest::keyClick(results, Qt::Key_Return);
        QTRY_VERIFY(window.current() && window.current()->name() == u"other"_s);
        QTRY_COMPARE(window.placeShown().contains(u"ContractID"_s), true);
    }

    void findInATextThatIsNoPayload()
    {
        Window window;
        const QByteArray broken = "{\n  \"avail\": {\n    \"ALID\": \"c-77\"\n  ,,\n";
        const QString path = window.home.write(u"work/broken.json"_s, broken);
        window->files().openFolder(QFileInfo(path).absolutePath());
        window.keys("edit.findAll");
        test::type(u"c-77"_s);
        QTest::keyClick(cursor(), Qt::Key_Return);
        auto *results = part<QTreeView>(window, u"findResults"_s);
        QTRY_COMPARE(results->model()->rowCount(), 1);
        results->setFocus();
        results->setCurrentIndex(results->model()->index(0, 0, results->model()->index(0, 0)));
        QTest::keyClick(results, Qt::Key_Return);
        QTRY_VERIFY(window.current() && !window.current()->isPayload());
        const auto *page = window->findChild<text::TextPage *>();
        QVERIFY(page && page->canEdit());
        QTRY_COMPARE(page->editor()->textCursor().blockNumber(), 2);
    }

    void filesAreRenamedDuplicatedAndBinned()
    {
        Window window;
        const QString path = window.home.write(u"work/one.json"_s, named("NF-1", two()));
        window->files().openFolder(QFileInfo(path).absolutePath());
        QTRY_VERIFY(window.folder.isSettled());
        OpenDocument *document = window.open(path);
        window.trigger("file.duplicate");
        QTRY_COMPARE(window.count(), 2);
        QCOMPARE(window.current()->name(), u"one-copy"_s);
        QCOMPARE(window.at("/avail/ALID"), u"\"NF-1-copy\""_s);
        QVERIFY(window.at("/avail/Transaction/0/_TransactionID") != u"\"w1\""_s);
        QTRY_COMPARE(window.folder.paths().size(), 2); // the tree has it too
        window->documents().show(document);
        window.trigger("file.rename");
        auto *name = part<QLineEdit>(window, u"workspaceRename"_s);
        QCOMPARE(cursor(), name);
        name->selectAll();
        test::type(name, u"first"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY2(QFileInfo(document->path()).fileName() == u"first.json"_s, qPrintable(window.message() + u'|' + window.said()));
        QVERIFY(!QFileInfo::exists(path));
        // Unsaved edits don't go to the bin.
        QVERIFY(document->apply(payload::Edit::set(place("/avail/ALID"), "\"NF-9\"")));
        window.trigger("file.bin");
        QVERIFY(!window.message().isEmpty());
        QVERIFY(QFileInfo::exists(document->path()));
    }

    void ownTemplates()
    {
        Window window;
        window.good(two());
        answer([](QDialog &dialog) {
            part<QLineEdit>(dialog, u"templateName"_s)->setText(u"Two windows"_s);
            picture(dialog, u"authoring-template"_s);
            dialog.accept();
        });
        window.trigger("file.saveTemplate");
        window.templates.own().reload(); // as the dialog does that chooses one
        OpenDocument *made = window.make("own:Two windows");
        QVERIFY(made && made->isAvail());
        QVERIFY(made->path().isEmpty());
        QCOMPARE(made->payload().find(place("/avail/Transaction")).size(), 2U);
        QCOMPARE(window.at("/avail/ALID"), u"\"\""_s); // to be filled in
        QCOMPARE(window.at("/avail/Transaction/1/LicenseType"), u"\"EST\""_s);
    }

    void takenAwayByAnotherProgram()
    {
        Window window;
        const QByteArray text = named("NF-1", two());
        const QString path = window.home.write(u"one.json"_s, text);
        window.open(path);
        QVERIFY(QFile::remove(path));
        QTRY_VERIFY2(window.message().contains(u"isn't there any more"_s), qPrintable(window.message()));
        window.dialogs.unsaved << shell::Dialogs::Unsaved::Cancel; // what is open is all there is
        window.trigger("file.close");
        QCOMPARE(window.count(), 1);
        window.trigger("file.save");
        QTRY_COMPARE(Home::read(path), text);
        QTRY_VERIFY(!window.documents.isSaving(window.current()));
        window.trigger("file.close");
        QCOMPARE(window.count(), 0);
    }

    void changedByAnotherProgram()
    {
        Window window;
        const QByteArray mine = named("NF-1", two());
        const QByteArray theirs = named("NF-1", test::window());
        const QString path = window.home.write(u"one.json"_s, mine);
        OpenDocument *document = window.open(path);
        window.home.write(u"one.json"_s, theirs);
        QTRY_VERIFY2(window.message().contains(u"another program"_s), qPrintable(window.message()));
        picture(window, u"authoring-outside"_s);
        press(window, u"reloadFile"_s);
        QTRY_COMPARE(document->bytes(), theirs);
        QVERIFY(!document->isModified());
        window.trigger("edit.undo"); // nothing is lost
        QCOMPARE(document->bytes(), mine);
        // Saving over it asks first.
        window.home.write(u"one.json"_s, named("NF-3", test::window()));
        window.dialogs.confirmed << false;
        window.trigger("file.save");
        QCOMPARE(window.dialogs.asked.size(), 1);
        QCOMPARE(Home::read(path), named("NF-3", test::window()));
        window.dialogs.confirmed << true;
        window.trigger("file.save");
        QTRY_COMPARE(Home::read(path), mine);
    }

    void keysAreChangedAndKept()
    {
        Window window;
        window.keys("help.shortcuts");
        QTRY_VERIFY(QApplication::activeModalWidget());
        QWidget &dialog = *QApplication::activeModalWidget();
        part<QLineEdit>(dialog, u"shortcutsFilter"_s)->setText(u"Save all"_s);
        auto *keys = dialog.findChild<shortcuts::KeysEdit *>();
        keys->setFocus();
        QTest::keyClick(keys, Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
        press(dialog, u"setShortcut"_s);
        press(dialog, u"closeShortcuts"_s);
        QCOMPARE(window->actions().action("file.saveAll")->shortcut(), QKeySequence(u"Ctrl+Alt+J"_s));
        QCOMPARE(window.settings.shortcuts().value(u"file.saveAll"_s), u"Ctrl+Alt+J"_s);
        shell::MainWindow next(window.settings, window.dialogs);
        QCOMPARE(next.actions().action("file.saveAll")->shortcut(), QKeySequence(u"Ctrl+Alt+J"_s));
    }
};

QTEST_MAIN(TestWindowAuthoring)
#include "tst_windowauthoring.moc"
