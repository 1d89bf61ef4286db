// SPDX-License-Identifier: GPL-3.0-or-later
// Documents and files in the window: how they come, are saved, and go.
#include "WindowTest.h"

#include <QClipboard>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QTabBar>
#include <QToolButton>

using namespace marquee;
using namespace marquee::test;
using shell::Dialogs;

class TestWindowFiles : public QObject
{
    Q_OBJECT

private:
    static void touchUp(OpenDocument *document, const char *id)
    {
        QVERIFY(document->apply(
            payload::Edit::set(place("/avail/ALID"), QByteArray('"' + QByteArray(id) + '"').toStdString())));
    }
    static QStringList recent(const Window &window)
    {
        auto *menu = window->findChild<QMenu *>(u"recentMenu"_s);
        Q_EMIT menu->aboutToShow();
        QStringList all;
        for (const QAction *action : menu->actions())
            all << action->text();
        return all;
    }

private Q_SLOTS:
    void byDialog()
    {
        Window window;
        const QStringList paths{window.home.write(u"a.json"_s, availOf(test::window())),
            window.home.write(u"b.json"_s, availOf(test::window()))};
        window.dialogs.opens << paths;
        window.keys("file.open");
        QTRY_COMPARE(window.count(), 2);
        window.dialogs.opens << QStringList();
        window.keys("file.open"); // nothing chosen
        QCOMPARE(window.count(), 2);
        window.dialogs.opens << QStringList{paths.front()}; // open already: shown
        window.keys("file.open");
        QTRY_COMPARE(window.current()->path(), paths.front());
        QCOMPARE(window.count(), 2);
        QCOMPARE(window->documents().count(), 2);
    }

    void byDrop()
    {
        Window window;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(window.home.write(u"dropped.json"_s, availOf(test::window()))),
            QUrl(u"https://example.org/no.json"_s)});
        QDragEnterEvent enter(QPoint(700, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(700, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.window.get(), &drop);
        QTRY_COMPARE(window.count(), 1);
        QCOMPARE(window.current()->name(), u"dropped"_s);
        QMimeData words;
        words.setText(u"words"_s);
        QDragEnterEvent other(QPoint(700, 400), Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
        other.setAccepted(false);
        QApplication::sendEvent(window.window.get(), &other);
        QVERIFY(!other.isAccepted());
    }

    void byPaste()
    {
        Window window;
        QApplication::clipboard()->setText(u"  \n"_s);
        window.keys("file.paste");
        QCOMPARE(window.count(), 0);
        QVERIFY(window.message().contains(u"clipboard"_s));
        QApplication::clipboard()->setText(QString::fromUtf8(availOf(test::window())));
        window.keys("file.paste");
        QTRY_COMPARE(window.count(), 1);
        QCOMPARE(window.current()->bytes(), availOf(test::window()));
        QApplication::clipboard()->setText(u"{\"avail\":"_s);
        window.keys("file.paste");
        QTRY_COMPARE(window.count(), 2);
        QVERIFY(!window.current()->isPayload());
        QVERIFY(window.current()->isModified()); // it would be lost without a word
        window.dialogs.unsaved << Dialogs::Unsaved::Discard;
        window.keys("file.close");
        QCOMPARE(window.count(), 1);
    }

    void saveAndSaveAs()
    {
        Window window;
        OpenDocument *document = window.good();
        const QString path = document->path();
        touchUp(document, "NF-2");
        QVERIFY(window->windowTitle().contains(document->name()));
        QVERIFY(window->isWindowModified());
        window.keys("file.save");
        QTRY_VERIFY(!document->isModified());
        QCOMPARE(Home::read(path), document->bytes());
        QVERIFY(!window->isWindowModified());
        const QString other = window.home.folder.filePath(u"other.json"_s);
        window.dialogs.saves << other;
        window.keys("file.saveAs");
        QTRY_COMPARE(document->path(), other);
        QCOMPARE(window.dialogs.suggested, path);
        QCOMPARE(Home::read(other), document->bytes());
        window.dialogs.saves << QString(); // no place chosen
        window.keys("file.saveAs");
        QCOMPARE(document->path(), other);
    }

    void savingWithoutAnEditKeepsTheBytes()
    {
        Window window;
        const QByteArray odd = "{ \"avail\" :\t{\"ALID\":\"\\u0041\",\"ALID\":1.500e3 ,\"Wild\":[ ] }}\r\n";
        OpenDocument *document = window.open(window.home.write(u"odd.json"_s, odd));
        window.keys("file.save");
        QTRY_VERIFY(!window.documents.isSaving(document));
        QCOMPARE(Home::read(document->path()), odd);
        QVERIFY(window.previewIsTheDocument());
    }

    void whatIsHalfTypedIsSaved()
    {
        Window window;
        OpenDocument *document = window.open(window.home.write(u"wild.json"_s, R"({"avail":{"ALID":"a","Wild":1}})"));
        auto *wild = seen<QWidget>(window, u"Wild"_s);
        QVERIFY(wild);
        wild->setFocus();
        QTest::keySequence(wild, QKeySequence::SelectAll);
        type(wild, u"[2]"_s); // JSON is read when the cursor leaves
        window.keys("file.save");
        QTRY_VERIFY(!window.documents.isSaving(document));
        QVERIFY(Home::read(document->path()).contains("[2]"));
        QVERIFY(!document->isModified());
    }

    void savingThatFailsKeepsTheDocument()
    {
        Window window;
        OpenDocument *document = window.good();
        touchUp(document, "NF-2");
        QDir(window.home.folder.path()).mkdir(u"taken.json"_s); // a folder in the way
        window.dialogs.saves << window.home.folder.filePath(u"taken.json"_s);
        const QString before = document->path();
        window.keys("file.saveAs");
        QTRY_VERIFY(window.message().contains(u"isn't saved"_s));
        QVERIFY(document->isModified());
        QCOMPARE(document->path(), before);
        QCOMPARE(Home::read(before), availOf(test::window())); // the old file stays
    }

    void undoGoesOnPastSaving()
    {
        Window window;
        OpenDocument *document = window.good();
        touchUp(document, "NF-2");
        window.keys("file.save");
        QTRY_VERIFY(!document->isModified());
        window.keys("edit.undo");
        QVERIFY(document->isModified());
        QCOMPARE(document->bytes(), availOf(test::window()));
        window.keys("edit.redo");
        QVERIFY(!document->isModified());
    }

    void ctrlZTakesBackWhatWasDoneElsewhere()
    {
        // The cursor is in a field that was never typed in: Ctrl+Z is the document's.
        Window window;
        OpenDocument *document = window.good();
        touchUp(document, "NF-2");
        window.keys("document.showTitle");
        line(window, u"Licensor/DisplayName"_s)->setFocus();
        window.keys("edit.undo");
        QCOMPARE(document->bytes(), availOf(test::window()));
        // And in one that was typed in: the whole of what was typed, as the menu says.
        fill(window, u"ALID"_s, u"typed"_s);
        window.keys("edit.undo");
        QCOMPARE(document->bytes(), availOf(test::window()));
        QCOMPARE(line(window, u"ALID"_s)->text(), u"NF-1"_s);
        window.keys("edit.redo");
        QCOMPARE(window.at("/avail/ALID"), u"\"typed\""_s);
    }

    void anEditWhileItIsSavedIsAskedAbout()
    {
        Window window;
        OpenDocument *document = window.good();
        QVERIFY(document->apply(payload::Edit::set(place("/avail/ALID"), "\"one\"")));
        window.dialogs.unsaved << shell::Dialogs::Unsaved::Save << shell::Dialogs::Unsaved::Cancel;
        window.trigger("file.close");
        QVERIFY(window.documents.isSaving(document));
        QVERIFY(document->apply(payload::Edit::set(place("/avail/ALID"), "\"two\"")));
        QTRY_COMPARE(window.dialogs.asked.size(), 2);
        QCOMPARE(window.count(), 1);
        QCOMPARE(window.at("/avail/ALID"), u"\"two\""_s);
        QVERIFY(Home::read(document->path()).contains("\"one\""));
    }

    void oneQuestionForThree_data()
    {
        QTest::addColumn<int>("answer");
        QTest::newRow("save") << int(Dialogs::Unsaved::Save);
        QTest::newRow("discard") << int(Dialogs::Unsaved::Discard);
        QTest::newRow("cancel") << int(Dialogs::Unsaved::Cancel);
    }
    void oneQuestionForThree()
    {
        QFETCH(int, answer);
        Window window;
        QStringList paths;
        for (int i = 0; i < 3; ++i) {
            OpenDocument *document = window.good();
            paths << document->path();
            touchUp(document, "changed");
        }
        window.good(); // one that is as it was saved
        window.dialogs.unsaved << Dialogs::Unsaved(answer);
        window->close();
        QCOMPARE(window.dialogs.asked, QStringList{u"unsaved: good-1, good-2, good-3"_s});
        if (answer == int(Dialogs::Unsaved::Cancel)) {
            QVERIFY(window->isVisible());
            QCOMPARE(window.count(), 4);
            return;
        }
        QTRY_VERIFY(!window->isVisible());
        QCOMPARE(window.count(), 0);
        for (const QString &path : paths)
            QCOMPARE(Home::read(path).contains("changed"), answer == int(Dialogs::Unsaved::Save));
    }

    void closingStopsWhereASaveFails()
    {
        Window window;
        OpenDocument *fine = window.good();
        touchUp(fine, "fine");
        OpenDocument *bad = window.make("tvod-film");
        QDir(window.home.folder.path()).mkdir(u"taken.json"_s);
        window.dialogs.unsaved << Dialogs::Unsaved::Save;
        window.dialogs.saves << window.home.folder.filePath(u"taken.json"_s);
        window->close();
        QTRY_VERIFY(window.message().contains(u"isn't saved"_s));
        QTRY_VERIFY(!window.documents.isSaving(fine));
        QVERIFY(window->isVisible());
        QCOMPARE(window.count(), 2);
        QVERIFY(bad->isModified());
        // And later it can be closed all the same.
        window.dialogs.unsaved << Dialogs::Unsaved::Discard;
        window->close();
        QTRY_VERIFY(!window->isVisible());
    }

    void noPlaceToSaveToClosesNothing()
    {
        Window window;
        window.make("tvod-film");
        window.dialogs.unsaved << Dialogs::Unsaved::Save;
        window.dialogs.saves << QString();
        window.keys("file.close");
        QCOMPARE(window.count(), 1);
        QVERIFY(window.current()->isModified());
    }

    void theCrossOfATabClosesThatOne()
    {
        Window window;
        window.good();
        OpenDocument *second = window.good();
        auto *cross = qobject_cast<QToolButton *>(window->documents().tabBar()->tabButton(0, QTabBar::RightSide));
        QVERIFY(cross);
        QVERIFY(!cross->accessibleName().isEmpty());
        QTest::mouseClick(cross, Qt::LeftButton);
        QCOMPARE(window.count(), 1);
        QCOMPARE(window.current(), second);
    }

    void closingWhileTheCursorIsInAHalfTypedField()
    {
        Window window;
        window.good();
        window.keys("document.showWindows");
        fill(window, u"LicenseType"_s, u"ES"_s);
        window.dialogs.unsaved << Dialogs::Unsaved::Discard;
        window.keys("file.close");
        QCOMPARE(window.count(), 0);
        QVERIFY(seen<QAbstractButton>(window, u"welcome-file.new"_s));
    }

    void recentFilesNewestFirst()
    {
        Window window;
        QCOMPARE(recent(window).size(), 1); // "Nothing yet"
        window.good();
        const QString second = window.good()->path();
        QCOMPARE(recent(window).size(), 2);
        QCOMPARE(recent(window).front(), QDir::toNativeSeparators(second));
        window.keys("file.close");
        auto *menu = window->findChild<QMenu *>(u"recentMenu"_s);
        menu->actions().front()->trigger();
        QTRY_COMPARE(window.current()->path(), second);
        QVERIFY(QFile::remove(second));
        QCOMPARE(recent(window).size(), 1); // what is gone isn't offered
    }

    void newOnesAreNamedAndUnsaved()
    {
        Window window;
        window.make("prime-season");
        window.dialogs.extract = workspace::Extract::Partial;
        OpenDocument *second = window.make("tvod-film");
        QCOMPARE(window.count(), 2);
        QVERIFY(second->isModified());
        QCOMPARE(second->payload().find(place("/avail/Transaction")).size(), 1u);
        QCOMPARE(window.at("/avail/Disposition/EntryType"), u"\"PartialExtract\""_s);
        QVERIFY(window->documents().tabText(0) != window->documents().tabText(1));
        QVERIFY(window->documents().tabText(1).startsWith(u"•"_s));
        window.dialogs.templates << QByteArray(); // none chosen
        window.keys("file.new");
        QCOMPARE(window.count(), 2);
        window.dialogs.unsaved << Dialogs::Unsaved::Discard;
        window->close();
        QTRY_VERIFY(!window->isVisible());
    }
};

QTEST_MAIN(TestWindowFiles)
#include "tst_windowfiles.moc"
