// SPDX-License-Identifier: GPL-3.0-or-later
// An avail's pages together: the text edited by keys, the form that follows it, and that waits while it isn't
// well-formed.
#include "gui/FormTest.h"

#include "avail/AvailView.h"
#include "payload/JsonLayout.h"
#include "text/TextEditor.h"
#include "text/TextPage.h"

#include <QAction>
#include <QLabel>
#include <QTabWidget>

using namespace marquee;
using namespace marquee::test;
using avail::AvailView;
using payload::Edit;

class TestAvailView : public QObject
{
    Q_OBJECT

    QAction m_add;
    QAction m_duplicate;
    QAction m_remove;
    std::unique_ptr<OpenDocument> m_document;
    std::unique_ptr<AvailView> m_view;

    void load(const QByteArray &bytes, QSize size = {1100, 760})
    {
        m_view.reset();
        m_document = test::opened(bytes);
        m_view = std::make_unique<AvailView>(
            m_document.get(), lookup(), avail::WindowActions{&m_add, &m_duplicate, &m_remove});
        test::show(*m_view, size);
    }
    text::TextEditor *text() const { return m_view->text()->editor(); }
    void toText(const QByteArray &needle)
    {
        m_view->showPage(AvailView::Page::Text);
        text()->setFocus();
        text()->goTo(m_document->bytes().indexOf(needle));
    }
    bool isCovered() const { return seen<QWidget>(*m_view, u"waitingCover"_s); }
    static QByteArray pretty() { return payload::canonicalJson(availOf(window())); }

private Q_SLOTS:
    void initTestCase()
    {
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
        m_add.setText(u"Add window"_s);
    }
    void cleanup()
    {
        m_view.reset();
        m_document.reset();
    }

    /// Typed in the text, read in the form; one step.
    void theFormFollowsTheText()
    {
        load(pretty());
        toText("NF-1\"");
        test::type(text(), u"abc"_s);
        m_view->showPage(AvailView::Page::Title);
        QCOMPARE(line(*m_view, u"ALID"_s)->text(), u"abcNF-1"_s);
        QCOMPARE(steps(*m_document), 1);
        fill(*m_view, u"ALID"_s, u"form"_s);
        leave();
        m_view->showPage(AvailView::Page::Text);
        QVERIFY(text()->toPlainText().contains(u"\"form\""_s));
        m_document->undo();
        m_document->undo();
        QCOMPARE(m_document->bytes(), pretty());
        QCOMPARE(text()->takeTyped().bytes(), pretty());
    }

    void theFormWaits()
    {
        load(pretty());
        toText("\"Licensor\"");
        test::type(text(), u"x"_s);
        for (const AvailView::Page page :
            {AvailView::Page::Title, AvailView::Page::Windows, AvailView::Page::Timeline}) {
            m_view->showPage(page);
            QVERIFY(isCovered());
            QCOMPARE(seen<QLabel>(*m_view, u"errorBadge"_s)->text(), u"Not well-formed"_s);
            QVERIFY(!seen<QLabel>(*m_view, u"warningBadge"_s));
            QVERIFY(!m_view->findChild<QTabWidget *>(u"availPages"_s)->currentWidget()->isEnabled());
            QVERIFY(seen<QLabel>(*m_view, u"waitingWords"_s)->text().startsWith(u"Line 7"_s));
        }
        m_view->focusField(place("/avail/ALID")); // a problem was clicked
        QCOMPARE(m_view->page(), AvailView::Page::Text);
        QVERIFY(text()->hasFocus());
        m_view->showPage(AvailView::Page::Title);
        press(*m_view, u"waitingText"_s);
        QCOMPARE(m_view->page(), AvailView::Page::Text);
        QCOMPARE(text()->textCursor().blockNumber(), 6);
        QTest::keyClick(text(), Qt::Key_Delete); // the x
        m_view->showPage(AvailView::Page::Title);
        QVERIFY(!isCovered());
        QVERIFY(!m_document->hasPendingText());
        fill(*m_view, u"ALID"_s, u"again"_s);
        leave();
        QCOMPARE(at(*m_document, "/avail/ALID"), u"\"again\""_s);
    }

    void backFromTheForm()
    {
        load(pretty());
        toText("\"Licensor\"");
        test::type(text(), u"x"_s);
        m_view->showPage(AvailView::Page::Windows);
        press(*m_view, u"waitingBack"_s);
        QVERIFY(!isCovered());
        QCOMPARE(m_document->bytes(), pretty());
        QCOMPARE(m_view->windows()->currentWindow(), 0);
    }

    /// Well-formed, but no avail for a while.
    void anotherKind()
    {
        load(pretty());
        toText("avail\"");
        test::type(text(), u"x"_s);
        m_view->showPage(AvailView::Page::Title);
        QVERIFY(isCovered());
        QVERIFY(!m_document->hasPendingText());
        press(*m_view, u"waitingBack"_s);
        QVERIFY(!isCovered());
        QCOMPARE(line(*m_view, u"ALID"_s)->text(), u"NF-1"_s);
    }

    void theCursorTellsItsField()
    {
        load(pretty());
        QSignalSpy focused(m_view.get(), &AvailView::fieldFocused);
        toText("\"End\"");
        QTest::keyClick(text(), Qt::Key_Right);
        QTRY_COMPARE(focused.size(), 1);
        QCOMPARE(focused.front().front().value<Pointer>(), place("/avail/Transaction/0/End"));
        QCOMPARE(m_view->page(), AvailView::Page::Text);
        QVERIFY(text()->hasFocus());
    }

    void pictures()
    {
        if (!qEnvironmentVariableIsSet("MARQUEE_PICTURES"))
            return;
        for (const auto &[look, mode, percent] : {std::tuple("light", theme::Mode::Light, 100),
                 {"dark", theme::Mode::Dark, 100}, {"150", theme::Mode::Light, 150}}) {
            theme::Theme::instance().apply(*qApp, mode, percent);
            load(pretty(), {theme::scaled(1100), theme::scaled(760)});
            toText("\"Licensor\"");
            test::type(text(), u"x"_s);
            m_view->showPage(AvailView::Page::Title);
            QTest::qWait(50);
            picture(*m_view, u"availview-waits-"_s + QLatin1StringView(look));
        }
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
};

QTEST_MAIN(TestAvailView)
#include "tst_availview.moc"
