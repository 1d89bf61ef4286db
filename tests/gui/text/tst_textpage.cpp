// SPDX-License-Identifier: GPL-3.0-or-later
// The page Text by keys: what is typed becomes the document's, what isn't well-formed waits, and the document's changes
// show.
#include "gui/FormTest.h"

#include "payload/JsonLayout.h"
#include "payload/Repair.h"
#include "preview/PayloadView.h"
#include "text/TextEditor.h"
#include "text/TextPage.h"
#include "text/WaitingCover.h"

#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBlock>

using namespace marquee;
using namespace marquee::test;
using payload::Edit;
using text::TextEditor;
using text::TextPage;

class TestTextPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<OpenDocument> m_document;
    std::unique_ptr<TextPage> m_page;

    void load(const QByteArray &bytes, QSize size = {900, 600})
    {
        m_page.reset();
        m_document = test::opened(bytes);
        m_document->setName(u"night-ferry"_s);
        m_page = std::make_unique<TextPage>(m_document.get());
        test::show(*m_page, size);
        editor()->setFocus();
    }
    TextEditor *editor() const { return m_page->editor(); }
    QString said() const { return m_page->findChild<QLabel *>(u"textProblem"_s)->text(); }
    void cursorTo(const QByteArray &needle) const { editor()->goTo(m_document->bytes().indexOf(needle)); }
    void keys(const QString &text) const { test::type(editor(), text); }
    static QByteArray pretty() { return payload::canonicalJson(avail(window())); }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }
    void cleanup()
    {
        m_page.reset();
        m_document.reset();
    }

    void typingBecomesTheDocuments()
    {
        const QByteArray before = pretty();
        load(before);
        QVERIFY(m_page->canEdit());
        QVERIFY(said().startsWith(u"Well-formed"_s));
        cursorTo("NF-1");
        keys(u"x"_s);
        QVERIFY(m_document->isModified()); // at once
        QTRY_COMPARE(at(*m_document, "/avail/ALID"), u"\"xNF-1\""_s); // by itself
        keys(u"y"_s);
        m_page->finish();
        QCOMPARE(at(*m_document, "/avail/ALID"), u"\"xyNF-1\""_s);
        QCOMPARE(steps(*m_document), 1);
        // The keys of the component, one by one, down to nothing; then the document's.
        while (editor()->document()->isUndoAvailable())
            QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
        m_page->finish();
        QCOMPARE(m_document->bytes(), before);
        QCOMPARE(steps(*m_document), 0);
        QVERIFY(!m_document->isModified());
    }

    void undoGoesOnInTheDocument()
    {
        load(pretty());
        QVERIFY(m_document->apply(Edit::set(place("/avail/ALID"), "\"form\"")).value());
        QVERIFY(editor()->toPlainText().contains(u"\"form\""_s)); // at once
        QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_document->bytes(), pretty());
        QVERIFY(!editor()->toPlainText().contains(u"\"form\""_s));
        QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(at(*m_document, "/avail/ALID"), u"\"form\""_s);
        // Undo from elsewhere while something is typed takes back the sitting.
        cursorTo("form");
        keys(u"x"_s);
        m_document->undo();
        QCOMPARE(at(*m_document, "/avail/ALID"), u"\"form\""_s);
        QVERIFY(editor()->toPlainText().contains(u"\"form\""_s));
    }

    void leavingEndsTheStep()
    {
        load(pretty());
        cursorTo("NF-1");
        keys(u"x"_s);
        m_page->hide();
        QCOMPARE(at(*m_document, "/avail/ALID"), u"\"xNF-1\""_s);
        m_page->show();
        cursorTo("xNF-1");
        keys(u"y"_s);
        m_page->finish();
        QCOMPARE(steps(*m_document), 2);
    }

    void malformed()
    {
        load(pretty());
        const QByteArray before = m_document->bytes();
        cursorTo("\"Licensor\"");
        QTest::keyClick(editor(), Qt::Key_Backspace);
        keys(u"x"_s);
        m_page->finish();
        QVERIFY(m_document->hasPendingText());
        QVERIFY2(said().startsWith(u"Line "_s), qPrintable(said()));
        QVERIFY(editor()->mistakeLine() >= 0);
        editor()->goTo(0);
        press(*m_page, u"showMistake"_s);
        QCOMPARE(editor()->textCursor().blockNumber(), editor()->mistakeLine());
        QVERIFY(editor()->hasFocus());
        press(*m_page, u"discardText"_s);
        QVERIFY(!m_document->hasPendingText());
        QCOMPARE(m_document->bytes(), before);
        QCOMPARE(editor()->takeTyped().bytes(), before);
        QVERIFY(said().startsWith(u"Well-formed"_s));
        QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); // and it can be had again
        QVERIFY(m_document->hasPendingText());
        QVERIFY(said().startsWith(u"Line "_s));
    }

    /// Documentation with a missing bracket and comma: a repair is offered, and taken is one step.
    void repair()
    {
        load(pretty());
        QByteArray broken = m_document->bytes();
        const qsizetype at = broken.indexOf("},");
        broken.remove(at, 2);
        QApplication::clipboard()->setText(QString::fromUtf8(broken));
        QTest::keyClick(editor(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(editor(), Qt::Key_V, Qt::ControlModifier);
        m_page->finish();
        QCOMPARE(m_document->pendingText(), broken);
        QSignalSpy wanted(m_page.get(), &TextPage::repairWanted);
        press(*m_page, u"showRepair"_s);
        QCOMPARE(wanted.size(), 1);
        const auto repair = payload::proposeRepair(m_document->bytes());
        QVERIFY(repair);
        QVERIFY(m_document->editText(repair->text));
        QCOMPARE(editor()->takeTyped().bytes(), repair->text);
        QVERIFY(steps(*m_document) <= 1);
        QVERIFY(!seen<QPushButton>(*m_page, u"showRepair"_s));
    }

    void aMalformedFile()
    {
        load("{\"avail\":{}");
        QVERIFY(said().startsWith(u"Line 1"_s));
        QVERIFY(seen<QPushButton>(*m_page, u"showRepair"_s));
        QVERIFY(!seen<QPushButton>(*m_page, u"discardText"_s)); // nothing to go back to
        QSignalSpy kind(m_document.get(), &OpenDocument::kindChanged);
        QTest::keyClick(editor(), Qt::Key_End, Qt::ControlModifier);
        keys(u"}"_s);
        m_page->finish();
        QVERIFY(m_document->isAvail());
        QCOMPARE(kind.size(), 1);
        QVERIFY(said().startsWith(u"Well-formed"_s));
        keys(u" "_s);
        m_page->finish();
        QCOMPARE(m_document->bytes(), QByteArray("{\"avail\":{}} "));
    }

    void places()
    {
        load(pretty());
        QSignalSpy placed(m_page.get(), &TextPage::placeChanged);
        m_page->showPlace(place("/avail/Licensor/DisplayName"));
        QVERIFY(editor()->textCursor().block().text().contains(u"\"DisplayName\""_s));
        QTest::qWait(150);
        QCOMPARE(placed.size(), 0); // the program did it
        QTest::keyClick(editor(), Qt::Key_Right);
        QTRY_COMPARE(placed.size(), 1);
        QCOMPARE(placed.front().front().value<Pointer>(), place("/avail/Licensor/DisplayName"));
        m_page->showPlace(place("/avail/Licensor/None/At/All"));
        QVERIFY(editor()->textCursor().block().text().contains(u"\"Licensor\""_s));
    }

    void find()
    {
        load(pretty());
        editor()->goTo(0);
        QTest::keyClick(editor(), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(cursorName(), u"findText"_s);
        test::type(u"NF-1"_s);
        QTRY_COMPARE(editor()->textCursor().selectedText(), u"NF-1"_s);
        QTest::keyClick(cursor(), Qt::Key_Escape);
        QVERIFY(editor()->hasFocus());
        QTest::keyClick(editor(), Qt::Key_Right);
        keys(u"z"_s);
        m_page->finish();
        QCOMPARE(at(*m_document, "/avail/ALID"), u"\"NF-1z\""_s);
    }

    void toReadOnly_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("too large") << "{\"avail\":{},\n\"x\":["
                + QByteArray("\"0123456789012345678901234567890123456789\",\n").repeated(110000)
                + "1]}" << u"larger"_s;
        QTest::newRow("a long line") << "{\"avail\":{\"ALID\":\"" + QByteArray(TextPage::LongestLine, 'x') + "\"}}"
                                     << u"line"_s;
    }
    void toReadOnly()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        load(bytes);
        QVERIFY(!m_page->canEdit());
        QVERIFY2(said().contains(words), qPrintable(said()));
        auto *reader = seen<preview::PayloadView>(*m_page, u"textPage"_s);
        QVERIFY(reader);
        QCOMPARE(reader->text().toByteArray(), bytes);
        QVERIFY(m_document->editText("{\"avail\":{}}")); // smaller again
        QVERIFY(m_page->canEdit());
        QCOMPARE(editor()->toPlainText(), u"{\"avail\":{}}"_s);
        m_document->undo();
        QVERIFY(!m_page->canEdit());
    }

    void notUtf8()
    {
        load("{\"avail\":{\"ALID\":\"Gr\xfcn\"}}");
        QVERIFY(!m_page->canEdit());
        QVERIFY(said().contains(u"UTF-8"_s));
        press(*m_page, u"showMistake"_s);
        QCOMPARE(cursorName(), u"textPage"_s);
    }

    /// Form pages behind the text: covered while it waits.
    void cover()
    {
        load(pretty());
        QTabWidget pages;
        auto *field = new QLineEdit;
        pages.addTab(field, u"Form"_s);
        m_page->setParent(nullptr);
        pages.addTab(m_page.release(), u"Text"_s);
        auto *cover = new text::WaitingCover(m_document.get(), &pages, 1, &OpenDocument::isAvail);
        connect(cover, &text::WaitingCover::textWanted, &pages, [&pages] { pages.setCurrentIndex(1); });
        test::show(pages, {900, 600});
        QVERIFY(!cover->isVisible());
        const QByteArray before = m_document->bytes();
        QVERIFY(!m_document->editText(before.chopped(3)));
        QVERIFY(cover->isVisible());
        QVERIFY(!field->isEnabled());
        QVERIFY(cover->findChild<QLabel *>(u"waitingWords"_s)->text().startsWith(u"Line "_s));
        QCOMPARE(cover->geometry(), pages.currentWidget()->parentWidget()->geometry());
        press(pages, u"waitingText"_s);
        QCOMPARE(pages.currentIndex(), 1);
        QVERIFY(!cover->isVisible());
        pages.setCurrentIndex(0);
        QVERIFY(cover->isVisible());
        press(pages, u"waitingBack"_s);
        QVERIFY(!cover->isVisible());
        QVERIFY(field->isEnabled());
        QCOMPARE(m_document->bytes(), before);
        QVERIFY(m_document->editText("[]")); // well-formed, but no avail
        QVERIFY(cover->isVisible());
        press(pages, u"waitingBack"_s);
        QVERIFY(!cover->isVisible());
        QCOMPARE(m_document->bytes(), before);
    }

    void pictures()
    {
        if (!qEnvironmentVariableIsSet("MARQUEE_PICTURES"))
            return;
        for (const auto &[look, mode, percent] : {std::tuple("light", theme::Mode::Light, 100),
                 {"dark", theme::Mode::Dark, 100}, {"150", theme::Mode::Light, 150}}) {
            theme::Theme::instance().apply(*qApp, mode, percent);
            const QString name = QString::fromLatin1(look);
            load(pretty(), {theme::scaled(900), theme::scaled(600)});
            cursorTo("{\n    \"DisplayName\"");
            QTest::qWait(100);
            picture(*m_page, u"textpage-well-"_s + name);
            cursorTo("\"Licensor\"");
            keys(u"x"_s);
            m_page->finish();
            QTest::qWait(100);
            picture(*m_page, u"textpage-malformed-"_s + name);
            QTest::keyClick(editor(), Qt::Key_F, Qt::ControlModifier);
            test::type(u"Name"_s);
            QTest::qWait(200);
            picture(*m_page, u"textpage-find-"_s + name);
        }
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
};

QTEST_MAIN(TestTextPage)
#include "tst_textpage.moc"
