// SPDX-License-Identifier: GPL-3.0-or-later
// The text in the whole window: the preview follows, undo, saving, and documents that become another kind by their
// text.
#include "gui/shell/WindowTest.h"

#include "avail/AvailView.h"
#include "shell/TextPane.h"
#include "text/TextEditor.h"
#include "text/TextPage.h"

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using text::TextEditor;

namespace {

TextEditor *shown(const Window &window)
{
    return seen<TextEditor>(window, u"textPage"_s);
}

TextEditor *toText(Window &window, const QByteArray &needle)
{
    if (window->documents().currentAvail())
        window.keys("document.showText");
    TextEditor *editor = shown(window);
    editor->setFocus();
    editor->goTo(window.current()->bytes().indexOf(needle));
    return editor;
}

} // namespace

class TestTextInWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePreviewFollows()
    {
        Window window;
        window.good();
        const QByteArray before = window.current()->bytes();
        TextEditor *editor = toText(window, "NF-1");
        test::type(editor, u"abc"_s);
        QTRY_VERIFY(window.at("/avail/ALID").contains(u"abcNF-1"_s));
        QVERIFY(window.previewIsTheDocument());
        QVERIFY(editor->hasFocus());
        window.keys("edit.undo"); // in the text: of what was typed
        QVERIFY(editor->hasFocus());
        window->documents().currentAvail()->text()->finish();
        QCOMPARE(window.current()->bytes(), before);
        QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        window->documents().currentAvail()->text()->finish();
        QVERIFY(window.at("/avail/ALID").contains(u"abcNF-1"_s));
        window.trigger("edit.undo"); // by the menu: the sitting
        QCOMPARE(window.current()->bytes(), before);
        QVERIFY(window.previewIsTheDocument());
        window.trigger("edit.redo");
        QVERIFY(editor->toPlainText().contains(u"abcNF-1"_s));
        QVERIFY(window.previewIsTheDocument());
        QCOMPARE(window.current()->payload().steps().size(), 1U);
        window.keys("edit.undo"); // nothing typed is left: the window's
        QCOMPARE(window.current()->bytes(), before);
    }

    /// Saved in the middle of a word: what is seen is in the file.
    void savedWhileTyping()
    {
        Window window;
        window.good();
        const QString path = window.current()->path();
        QByteArray wanted = window.current()->bytes();
        const qsizetype at = wanted.indexOf("NF-1");
        TextEditor *editor = toText(window, "NF-1");
        test::type(editor, u"\"{"_s); // not well-formed
        window.keys("file.save");
        QTRY_VERIFY(!window.documents.isSaving(window.current()));
        QCOMPARE(Home::read(path), wanted.insert(at, "\"{"));
        QVERIFY(!window.current()->isModified());
        QVERIFY(window.current()->hasPendingText());
        QVERIFY(editor->hasFocus());
    }

    /// Closing asks, also within the moment in which nothing of it is read yet.
    void closedWhileTyping()
    {
        Window window;
        window.good();
        const QString path = window.current()->path();
        test::type(toText(window, "NF-1"), u"x"_s);
        window.dialogs.unsaved << shell::Dialogs::Unsaved::Save;
        window.keys("file.close");
        QTRY_COMPARE(window.count(), 0);
        QVERIFY(Home::read(path).contains("xNF-1"));
    }

    /// A file that isn't well-formed, put right by typing: its form comes when the text is left.
    void aFormComes()
    {
        Window window;
        window.open(window.home.write(u"broken.json"_s, "{\"avail\":{\"ALID\":\"a\"}"));
        QVERIFY(window->documents().currentText());
        TextEditor *editor = shown(window);
        editor->setFocus();
        QTest::keyClick(editor, Qt::Key_End, Qt::ControlModifier);
        test::type(editor, u"}"_s);
        QTRY_VERIFY(window.current()->isAvail());
        QTest::qWait(20);
        QVERIFY(shown(window) == editor && editor->hasFocus()); // not under the fingers
        QVERIFY(window.previewIsTheDocument());
        QTest::keyClick(editor, Qt::Key_Escape);
        QTest::keyClick(editor, Qt::Key_Tab);
        QTRY_VERIFY(window->documents().currentAvail());
        QCOMPARE(window->documents().count(), 1);
        QCOMPARE(window->documents().currentAvail()->document(), window.current());
        QVERIFY(window->actions().action("document.showWindows")->isEnabled());
        QVERIFY(window->actions().action("exchange.put")->isEnabled());
    }

    /// And one that is no avail any more; undo brings the form back.
    void aFormGoes()
    {
        Window window;
        window.good();
        TextEditor *editor = toText(window, "avail\"");
        test::type(editor, u"x"_s);
        window->documents().currentAvail()->text()->finish();
        QVERIFY(!window.current()->isAvail());
        QTest::qWait(20);
        QVERIFY(window->documents().currentAvail()); // while the cursor is in it
        window.keys("document.nextProblem");
        window->documents().setFocus();
        window.current()->validateAll();
        QTest::keyClick(editor, Qt::Key_Escape);
        editor->clearFocus();
        QTRY_VERIFY(window->documents().currentText());
        window.trigger("edit.undo");
        QTRY_VERIFY(window->documents().currentAvail());
    }

    /// A draft of a text that isn't well-formed yet.
    void keptAsADraft()
    {
        Window window;
        window.good();
        OpenDocument *document = window.current();
        test::type(toText(window, "NF-1"), u"\""_s);
        QTRY_VERIFY(document->hasPendingText());
        const auto draft = [&window] {
            const QString drafts = window.home.folder.filePath(u"home/drafts"_s);
            for (const QString &session : QDir(drafts).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                for (const QString &name : QDir(drafts + u'/' + session).entryList({u"*.draft"_s}))
                    return Home::read(drafts + u'/' + session + u'/' + name);
            }
            return QByteArray();
        };
        QTRY_VERIFY(draft().contains("\"pending\""));
    }
};

QTEST_MAIN(TestTextInWindow)
#include "tst_textinwindow.moc"
