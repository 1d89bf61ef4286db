// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence over the documents.
#include "gui/FormTest.h"

#include "shell/MessageBar.h"

#include <QLabel>
#include <QProgressBar>

using namespace marquee;
using namespace marquee::test;
using shell::MessageBar;

class TestMessageBar : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QWidget> m_around;
    MessageBar *m_bar = nullptr;

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }
    void init()
    {
        m_around = std::make_unique<QWidget>();
        m_bar = new MessageBar(m_around.get());
        show(*m_around, {800, 100});
    }
    void cleanup() { m_around.reset(); }

    void nothingToSayTakesNoRoom()
    {
        QVERIFY(m_bar->isHidden());
        QVERIFY(m_bar->text().isEmpty());
    }

    void saysAndGoesWhenItIsClosed()
    {
        m_bar->say(MessageBar::Kind::Error, u"<b>no</b> markup & so on"_s);
        QVERIFY(m_bar->isVisible());
        QCOMPARE(m_bar->text(), u"<b>no</b> markup & so on"_s);
        QCOMPARE(m_bar->accessibleName(), m_bar->text());
        QCOMPARE(m_bar->property("banner").toString(), u"error"_s);
        QCOMPARE(m_bar->findChild<QLabel *>(u"messageText"_s)->textFormat(), Qt::PlainText);
        QVERIFY(!seen<QAbstractButton>(*m_bar, u"messageAction"_s));
        QVERIFY(!seen<QAbstractButton>(*m_bar, u"messageCancel"_s));
        press(*m_bar, u"messageClose"_s);
        QVERIFY(m_bar->isHidden());
        QVERIFY(m_bar->text().isEmpty());
    }

    void theButtonActsAndCloses()
    {
        QSignalSpy acted(m_bar, &MessageBar::action);
        m_bar->say(MessageBar::Kind::Warning, u"ended"_s, u"Show the answer"_s);
        press(*m_bar, u"messageAction"_s);
        QCOMPARE(acted.size(), 1);
        QVERIFY(m_bar->isHidden());
    }

    void busyHasCancelAndNoCross()
    {
        QSignalSpy cancelled(m_bar, &MessageBar::cancelled);
        m_bar->sayBusy(u"Sending…"_s);
        QVERIFY(m_bar->isBusy());
        QVERIFY(m_bar->findChild<QProgressBar *>()->isVisible());
        QVERIFY(!seen<QAbstractButton>(*m_bar, u"messageClose"_s));
        press(*m_bar, u"messageCancel"_s);
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(m_bar->isVisible()); // whoever was asked says how it ended
        m_bar->say(MessageBar::Kind::Good, u"Done"_s);
        QVERIFY(!m_bar->isBusy());
        QVERIFY(!m_bar->findChild<QProgressBar *>()->isVisible());
        QVERIFY(!seen<QAbstractButton>(*m_bar, u"messageCancel"_s));
    }
};

QTEST_MAIN(TestMessageBar)
#include "tst_messagebar.moc"
