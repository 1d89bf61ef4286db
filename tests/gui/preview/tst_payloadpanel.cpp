// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/PayloadPanel.h"
#include "preview/PayloadView.h"
#include "shell/theme/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace marquee;
using namespace marquee::preview;
using namespace Qt::StringLiterals;

class TestPayloadPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }

    void init()
    {
        panel = std::make_unique<PayloadPanel>();
        panel->resize(320, 600);
        tabs = panel->findChild<QTabBar *>(u"payloadTabs"_s);
        copy = panel->findChild<QToolButton *>(u"copyPayload"_s);
        panel->payload()->setText(payload::Text("{\"a\": 1}\n"));
        panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel.get()));
    }

    void cleanup() { panel.reset(); }

    void asksOnlyWhenLookedAt()
    {
        QSignalSpy wanted(panel.get(), &PayloadPanel::requestWanted);
        panel->markRequestStale();
        QVERIFY(wanted.isEmpty()); // JSON is in sight
        click(1);
        QCOMPARE(wanted.size(), 1);
        panel->setRequest("PUT / HTTP/1.1\r\n\r\n", "curl -X PUT", u"PUT full extract · sandbox"_s);
        click(2);
        click(1);
        QCOMPARE(wanted.size(), 1); // still fresh
        panel->markRequestStale();
        QCOMPARE(wanted.size(), 2);
        panel->setNoRequest(u"Fill it in."_s);
        panel->hide();
        panel->markRequestStale();
        QCOMPARE(wanted.size(), 2); // the dock is closed
        panel->show();
        QCOMPARE(wanted.size(), 3);
    }

    void showsTheRequest()
    {
        panel->setRequest("PUT / HTTP/1.1\r\n\r\n", "curl -X PUT", u"PUT full extract · sandbox"_s);
        click(1);
        auto *note = panel->findChild<QLabel *>(u"requestViewNote"_s);
        QVERIFY(note->isVisible());
        QCOMPARE(note->text(), u"PUT full extract · sandbox"_s);
        QVERIFY(panel->findChild<PayloadView *>(u"requestView"_s)->isVisible());
        panel->setNoRequest(u"The address needs a licensor. Fill it in."_s);
        QCOMPARE(panel->note(), u"The address needs a licensor. Fill it in."_s);
        QVERIFY(!panel->findChild<PayloadView *>(u"requestView"_s)->isVisible());
        QVERIFY(!copy->isEnabled());
        click(0);
        QVERIFY(copy->isEnabled());
    }

    void copiesTheTabInSight()
    {
        panel->setRequest("PUT / HTTP/1.1\r\n\r\n", "curl -X PUT", QString());
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), u"{\"a\": 1}\n"_s);
        click(1);
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), u"PUT / HTTP/1.1\r\n\r\n"_s);
        click(2);
        copy->setFocus();
        QTest::keyClick(copy, Qt::Key_Space);
        QCOMPARE(QApplication::clipboard()->text(), u"curl -X PUT"_s);
    }

    /// Whoever answers at once, answers before the text is taken.
    void copiesWhatWouldBeSentNow()
    {
        panel->setRequest("old", "old", QString());
        click(1);
        panel->markRequestStale();
        connect(panel.get(), &PayloadPanel::requestWanted, panel.get(),
            [this] { panel->setRequest("new", "new", QString()); });
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), u"new"_s);
    }

private:
    void click(int tab)
    {
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
        QCOMPARE(tabs->currentIndex(), tab);
    }

    std::unique_ptr<PayloadPanel> panel;
    QTabBar *tabs = nullptr;
    QToolButton *copy = nullptr;
};

QTEST_MAIN(TestPayloadPanel)
#include "tst_payloadpanel.moc"
