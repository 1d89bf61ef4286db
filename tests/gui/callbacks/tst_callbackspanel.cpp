// SPDX-License-Identifier: GPL-3.0-or-later
// The callbacks' dock and the indicator, by mouse and keys.
#include "callbacks/CallbackDesk.h"
#include "callbacks/CallbacksPanel.h"
#include "callbacks/ListenIndicator.h"
#include "preview/PayloadView.h"
#include "shell/theme/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace marquee;
using namespace marquee::callbacks;
using namespace Qt::StringLiterals;

namespace {

class Outbox : public SentMessages
{
public:
    std::optional<SentMessage> find(const QString &supplier, const QString &sequence) const override
    {
        if (supplier != u"SUP-01"_s || sequence != u"1001"_s)
            return std::nullopt;
        SentMessage message;
        message.row = 42;
        message.document = u"/cinema/day.xml"_s;
        message.outcome = SentMessage::Outcome::Accepted;
        message.body = "<ShowTimeAnalytics dataSupplierId=\"SUP-01\" messageSequence=\"1001\"><Performances>"
                       "<Performance id=\"P-1\" siteId=\"S-1\"/><Performance id=\"P-2\" "
                       "siteId=\"S-1\"/></Performances></ShowTimeAnalytics>";
        return message;
    }
};

QByteArray callback(const QByteArray &second, const QByteArray &sequence = "1001")
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ShowTimeAnalyticsResponse dataSupplierId=\"SUP-01\" "
           "messageSequence=\""
        + sequence
        + "\">\n  <Responses>\n    <Response id=\"P-1\" siteId=\"S-1\" entity=\"Performance\">\n      "
          "<Status>ok</Status>\n"
          "      <Warnings><Warning>DistributorPercentage is above 100</Warning></Warnings>\n    </Response>\n"
          "    <Response id=\"P-2\" siteId=\"S-1\" entity=\"Performance\">\n      "
        + second
        + "\n    </Response>\n"
          "  </Responses>\n</ShowTimeAnalyticsResponse>\n";
}

const QByteArray partly = callback("<Status>error</Status><Errors><Error>101 Invalid entity: Date has to be "
                                   "yyyy-mm-dd</Error><Error>102 Missing Data: Time</Error></Errors>");
const QByteArray good = callback("<Status>ok</Status>");
const QByteArray foreign = callback("<Status>ok</Status>", "77");

} // namespace

class TestCallbacksPanel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    Outbox m_outbox;
    std::unique_ptr<CallbackDesk> m_desk;
    std::unique_ptr<CallbacksPanel> m_panel;

    template <class T>
    T *child(const char *name) const
    {
        T *found = m_panel->findChild<T *>(QLatin1StringView(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void press(const char *name) const { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }
    void paste(const QByteArray &text) const
    {
        QApplication::clipboard()->setText(QString::fromUtf8(text));
        press("callbacksPaste");
    }
    QString cell(int row, int column) const
    {
        const auto *model = child<QTableView>("callbacksTable")->model();
        return model->index(row, column).data().toString();
    }
    void picture(const char *name) const
    {
        const QString folder = qEnvironmentVariable("MARQUEE_PICTURES");
        if (folder.isEmpty())
            return;
        for (const auto &[look, mode, percent] : {std::tuple("light", theme::Mode::Light, 100),
                 {"dark", theme::Mode::Dark, 100}, {"150", theme::Mode::Light, 150}}) {
            theme::Theme::instance().apply(*qApp, mode, percent);
            CallbacksPanel panel(*m_desk);
            panel.resize(theme::scaled(1120), theme::scaled(320));
            panel.show();
            QTest::qWait(50);
            panel.grab().save(folder + u'/' + QLatin1StringView(name) + u'-' + QLatin1StringView(look) + u".png"_s);
        }
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<CallbackDesk>(m_dir->filePath(u"callbacks"_s));
        m_desk->setMessages(&m_outbox);
        m_panel = std::make_unique<CallbacksPanel>(*m_desk);
        m_panel->resize(1120, 320);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        QApplication::setActiveWindow(m_panel.get());
    }
    void cleanup()
    {
        m_panel.reset();
        m_desk.reset();
    }

    void emptySaysTheNextStep()
    {
        auto *empty = child<QLabel>("callbacksEmpty");
        QVERIFY(empty->isVisible());
        QVERIFY(empty->text().contains(u"Start receiving"_s));
        QVERIFY(!child<QPushButton>("callbacksReplay")->isEnabled());
        picture("callbacks-empty");
        press("callbacksListen");
        QVERIFY(empty->text().contains(u"Copy the address"_s));
        picture("callbacks-waiting");
    }

    void listensAndStops()
    {
        QSignalSpy said(m_panel.get(), &CallbacksPanel::said);
        QVERIFY(!child<QPushButton>("callbacksCopy")->isVisible());
        child<QPushButton>("callbacksListen")->setFocus();
        QTest::keyClick(child<QPushButton>("callbacksListen"), Qt::Key_Space);
        QVERIFY(m_desk->isListening());
        QCOMPARE(said.size(), 1);
        press("callbacksCopy");
        QCOMPARE(QApplication::clipboard()->text(), m_desk->url().toString());
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(m_desk->url().port()));
        socket.write("POST " + m_desk->url().path().toLatin1()
            + " HTTP/1.1\r\nContent-Type: text/xml\r\nContent-Length: " + QByteArray::number(partly.size()) + "\r\n\r\n"
            + partly);
        QTRY_COMPARE(child<QTableView>("callbacksTable")->model()->rowCount(), 1);
        QCOMPARE(cell(0, CallbacksModel::State), u"Partly"_s);
        QVERIFY(child<QLabel>("callbackFacts")->text().contains(u"127.0.0.1:"_s));
        press("callbacksListen");
        QVERIFY(!m_desk->isListening());
        QVERIFY(!child<QPushButton>("callbacksCopy")->isVisible());
    }

    void pastedIsShown()
    {
        paste(partly);
        QCOMPARE(m_panel->selected(), m_desk->model().entry(0).stored.id);
        QCOMPARE(child<QLabel>("callbackTitle")->text(), u"Partly"_s);
        auto *responses = child<QTreeWidget>("callbackResponses");
        QVERIFY(responses->isVisible());
        QCOMPARE(responses->topLevelItemCount(), 3);
        QCOMPARE(responses->topLevelItem(0)->text(0), u"P-1 · S-1"_s);
        QCOMPARE(responses->topLevelItem(0)->text(2), u"DistributorPercentage is above 100"_s);
        QCOMPARE(responses->topLevelItem(1)->text(1), u"Error 101"_s);
        QCOMPARE(responses->topLevelItem(2)->text(2), u"102 Missing Data: Time"_s);
        QSignalSpy go(m_panel.get(), &CallbacksPanel::goWanted);
        responses->setFocus();
        responses->setCurrentItem(responses->topLevelItem(2));
        QTest::keyClick(responses, Qt::Key_Return);
        QCOMPARE(go.size(), 1);
        QCOMPARE(go[0][0].toString(), u"/cinema/day.xml"_s);
        QCOMPARE(go[0][1].toLongLong(), 42);
        QCOMPARE(go[0][2].value<payload::Pointer>().toString(),
            std::string("/ShowTimeAnalytics/Performances/Performance/1"));
        const auto middle = [responses]() -> QPoint {
            responses->scrollToItem(responses->topLevelItem(0));
            return responses->visualItemRect(responses->topLevelItem(0)).center();
        };
        QTRY_VERIFY(responses->viewport()->rect().contains(middle())); // once all is laid out
        QTest::mouseClick(responses->viewport(), Qt::LeftButton, {}, middle());
        QCOMPARE(go.size(), 2);
        press("callbackOpenMessage");
        QCOMPARE(go.size(), 3);
        QVERIFY(go[2][2].value<payload::Pointer>().isRoot());
        auto *tabs = child<QTabWidget>("callbackTabs");
        tabs->setCurrentIndex(1);
        QCOMPARE(child<preview::PayloadView>("callbackText")->text().toByteArray(), partly);
        QVERIFY(!tabs->isTabVisible(2)); // nobody sent headers
    }

    void matchingNothing()
    {
        paste(foreign);
        QCOMPARE(cell(0, CallbacksModel::State), u"No message"_s);
        QVERIFY(child<QLabel>("callbackMessage")->text().contains(u"77"_s));
        QVERIFY(!child<QPushButton>("callbackOpenMessage")->isVisible());
        QSignalSpy go(m_panel.get(), &CallbacksPanel::goWanted);
        auto *responses = child<QTreeWidget>("callbackResponses");
        responses->setFocus();
        responses->setCurrentItem(responses->topLevelItem(0));
        QTest::keyClick(responses, Qt::Key_Return);
        QCOMPARE(go.size(), 0);
    }

    void unreadableShowsItsText()
    {
        paste("<ShowTimeAnalyticsResponse>");
        QCOMPARE(cell(0, CallbacksModel::State), u"Unreadable"_s);
        QVERIFY(child<preview::PayloadView>("callbackText")->isVisible());
        QCOMPARE(child<preview::PayloadView>("callbackText")->text().toByteArray(),
            QByteArray("<ShowTimeAnalyticsResponse>"));
    }

    void problemsAreTold()
    {
        QSignalSpy problem(m_panel.get(), &CallbacksPanel::problem);
        paste(" ");
        QCOMPARE(problem.size(), 1);
        QVERIFY(!problem[0][0].value<Error>().nextStep.isEmpty());
        QSignalSpy open(m_panel.get(), &CallbacksPanel::openFileWanted);
        press("callbacksOpen");
        QCOMPARE(open.size(), 1);
    }

    void filters()
    {
        paste(partly);
        paste(good);
        paste(foreign);
        auto *table = child<QTableView>("callbacksTable");
        QCOMPARE(table->model()->rowCount(), 3);
        picture("callbacks-list");
        auto *which = child<QComboBox>("callbacksWhich");
        which->setFocus();
        QTest::keyClicks(which, u"With e"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(m_panel->selected(), m_desk->model().entry(2).stored.id);
        which->setCurrentIndex(3);
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(cell(0, CallbacksModel::State), u"No message"_s);
        which->setCurrentIndex(0);
        auto *search = child<QLineEdit>("callbacksFilter");
        search->setFocus();
        QTest::keyClicks(search, u"missing data"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        QTest::keyClicks(search, u"!"_s);
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(child<QLabel>("callbacksNone")->isVisible());
        press("callbacksClear");
        QCOMPARE(table->model()->rowCount(), 3);
    }

    void sameAgainAndReplay()
    {
        paste(partly);
        QSignalSpy said(m_panel.get(), &CallbacksPanel::said);
        paste(partly);
        QCOMPARE(child<QTableView>("callbacksTable")->model()->rowCount(), 1);
        QCOMPARE(said.size(), 1);
        QSignalSpy changed(m_desk.get(), &CallbackDesk::messageChanged);
        press("callbacksReplay");
        QCOMPARE(changed.size(), 1);
    }

    void indicator()
    {
        QWidget bar;
        ListenIndicator indicator(*m_desk, &bar);
        bar.show();
        QVERIFY(!indicator.isVisible());
        QVERIFY(m_desk->startListening());
        QVERIFY(indicator.isVisible());
        QVERIFY(indicator.toolTip().contains(m_desk->url().toString()));
        const QString before = indicator.text();
        QVERIFY(m_desk->takeText(good));
        QVERIFY(indicator.text().contains(u'1'));
        QSignalSpy clicked(&indicator, &QPushButton::clicked);
        QTest::mouseClick(&indicator, Qt::LeftButton);
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(indicator.text(), before);
        m_desk->stopListening();
        QVERIFY(!indicator.isVisible());
    }

    void narrowAndKeyboard()
    {
        paste(partly);
        paste(good);
        m_panel->resize(560, 640);
        QTRY_VERIFY(child<QTreeWidget>("callbackResponses")->mapTo(m_panel.get(), QPoint()).y() > 300);
        auto *table = child<QTableView>("callbacksTable");
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(child<QLabel>("callbackTitle")->text(), u"Partly"_s);
        for (const QWidget *widget : m_panel->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->focusPolicy() & Qt::TabFocus)
                QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestCallbacksPanel)
#include "tst_callbackspanel.moc"
