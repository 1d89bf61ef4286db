// SPDX-License-Identifier: GPL-3.0-or-later
// The panel with real events: what is shown of an exchange, and what the panel asks for.
#include "shell/theme/ElidedLabel.h"
#include "exchanges/ExchangesPanel.h"
#include "preview/PayloadView.h"
#include "shell/theme/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace marquee;
using namespace Qt::StringLiterals;
using exchange::Exchange;
using exchange::ExchangeList;
using exchanges::ExchangesPanel;
using partners::Outcome;
using preview::PayloadView;

namespace {

Exchange put(const QString &document)
{
    Exchange exchange;
    exchange.document = document;
    exchange.environment = u"sandbox"_s;
    exchange.began = QDateTime::currentDateTimeUtc();
    exchange.request.method = "PUT";
    exchange.request.url = QUrl(u"http://127.0.0.1:41234/v1/licensor/Lantern%20Pictures/avail/full/NF-1"_s);
    exchange.request.headers = {{"content-type", "application/json", {}}, {"x-api-key", "s3cret", "PRIME_KEY"}};
    exchange.request.body = "{\n  \"avail\": {}\n}\n";
    return exchange;
}

partners::Reply answered(int status, const QByteArray &body)
{
    partners::Reply reply;
    reply.transport = partners::Reply::Transport::Answered;
    reply.status = status;
    reply.headers = {{"Content-Type", "application/json"}, {"Date", "now"}};
    reply.body = body;
    reply.elapsedMs = 152;
    reply.bytesSent = 18;
    reply.bytesReceived = body.size();
    return reply;
}

const QByteArray refusal
    = "{\"success\": false, \"validationErrors\": [\n"
      "  {\"errorCode\": \"E101\", \"message\": \"End is before Start.\", \"path\": \"avail.Transaction[0].End\"},\n"
      "  {\"errorCode\": \"E7\", \"message\": \"Licensor isn't known.\", \"path\": \"Licensor\"}]}";

} // namespace

class TestExchangesPanel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ExchangeList> m_list;
    std::unique_ptr<ExchangesPanel> m_panel;

    template <class T>
    T *child(const QString &name) const
    {
        return m_panel->findChild<T *>(name);
    }
    int reject(const QString &document) const
    {
        const int number = m_list->add(put(document));
        const partners::Reply reply = answered(400, refusal);
        m_list->finish(number, reply, partners::primeOutcome(partners::Operation::PutFull, reply));
        QCoreApplication::processEvents(); // so that everything stands where it belongs
        return number;
    }
    int accept(const QString &document) const
    {
        const int number = m_list->add(put(document));
        const partners::Reply reply = answered(200, "{\"success\": true}");
        m_list->finish(number, reply, partners::primeOutcome(partners::Operation::PutFull, reply));
        QCoreApplication::processEvents(); // so that everything stands where it belongs
        return number;
    }
    QString answer() const { return QString::fromUtf8(child<PayloadView>(u"exchangeAnswer"_s)->text().toByteArray()); }
    void show(const QSize &size = {1180, 280})
    {
        m_panel->resize(size);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void save(const QString &name) const
    {
        if (const QString folder = qEnvironmentVariable("MARQUEE_PICTURES"); !folder.isEmpty())
            m_panel->grab().save(folder + u'/' + name + u".png"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<partners::PartnerError>();
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
    void init()
    {
        m_list = std::make_unique<ExchangeList>();
        m_panel = std::make_unique<ExchangesPanel>(*m_list);
    }
    void cleanup()
    {
        m_panel.reset();
        m_list.reset();
    }

    void empty()
    {
        show();
        auto *words = child<QLabel>(u"exchangesEmpty"_s);
        QVERIFY(words->isVisible());
        QCOMPARE(words->text(),
            u"Nothing sent yet. Send puts the document at the partner; Get fetches what the partner has."_s);
        save(u"exchanges-empty"_s);
        accept(u"night-ferry"_s);
        QVERIFY(!words->isVisible());
    }

    void whileItRuns()
    {
        show();
        const int number = m_list->add(put(u"night-ferry"_s));
        QCoreApplication::processEvents();
        QCOMPARE(m_panel->selected(), number);
        QCOMPARE(child<QLabel>(u"exchangeTitle"_s)->text(), u"Sending…"_s);
        QVERIFY(!child<QPushButton>(u"exchangeOpen"_s)->isEnabled());
        auto *cancel = child<QPushButton>(u"exchangeCancel"_s);
        QVERIFY(cancel->isVisible());
        QSignalSpy cancelled(m_panel.get(), &ExchangesPanel::cancelWanted);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(cancelled.first().first().toInt(), number);
        const QByteArray request = child<PayloadView>(u"exchangeRequest"_s)->text().toByteArray();
        QVERIFY(request.startsWith("PUT /v1/licensor/Lantern%20Pictures/avail/full/NF-1 HTTP/1.1"));
        QVERIFY(request.contains("$PRIME_KEY"));
        QVERIFY(!request.contains("s3cret"));
        save(u"exchanges-running"_s);
        const partners::Reply reply = answered(200, "{\"success\": true}");
        m_list->finish(number, reply, partners::primeOutcome(partners::Operation::PutFull, reply));
        QVERIFY(!cancel->isVisible());
        QCOMPARE(answer(), u"{\"success\": true}"_s);
    }

    void outcomes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("banner");
        QTest::newRow("accepted") << static_cast<int>(Outcome::Kind::Accepted) << u"Accepted"_s << u"good"_s;
        QTest::newRow("rejected") << static_cast<int>(Outcome::Kind::Rejected) << u"Rejected"_s << u"error"_s;
        QTest::newRow("failed") << static_cast<int>(Outcome::Kind::Failed) << u"Failed"_s << u"error"_s;
        QTest::newRow("unknown") << static_cast<int>(Outcome::Kind::Unknown) << u"Unknown"_s << u"warning"_s;
    }
    void outcomes()
    {
        QFETCH(int, kind);
        show();
        const int number = m_list->add(put(u"a"_s));
        Outcome outcome;
        outcome.kind = static_cast<Outcome::Kind>(kind);
        outcome.message = u"In words."_s;
        m_list->finish(number, answered(0, {}), outcome);
        QTEST(child<QLabel>(u"exchangeTitle"_s)->text(), "title");
        QTEST(child<QFrame>(u"exchangeOutcome"_s)->property("banner").toString(), "banner");
        QCOMPARE(child<QLabel>(u"exchangeMessage"_s)->text(), u"In words."_s);
        QVERIFY(child<QLabel>(u"exchangeFacts"_s)->text().contains(u"152 ms"_s));
        QVERIFY(child<QLabel>(u"exchangeFacts"_s)->text().contains(u"sandbox"_s));
        QVERIFY(child<theme::ElidedLabel>(u"exchangeUrl"_s)->text().startsWith(u"PUT http://127.0.0.1"_s));
        QVERIFY(!child<QPushButton>(u"exchangeOpen"_s)->isEnabled()); // nothing came
        save(u"exchanges-"_s + QString::fromLatin1(QTest::currentDataTag()));
    }

    void errors()
    {
        show();
        const int number = reject(u"night-ferry"_s);
        auto *errors = child<QTreeWidget>(u"partnerErrors"_s);
        QVERIFY(errors->isVisible());
        QCOMPARE(errors->topLevelItemCount(), 2);
        QCOMPARE(errors->topLevelItem(0)->text(0), u"E101"_s);
        QCOMPARE(errors->topLevelItem(0)->text(2), u"avail.Transaction[0].End"_s);
        QSignalSpy gone(m_panel.get(), &ExchangesPanel::partnerErrorActivated);
        QTest::mouseClick(
            errors->viewport(), Qt::LeftButton, {}, errors->visualItemRect(errors->topLevelItem(0)).center());
        QCOMPARE(gone.size(), 1);
        QCOMPARE(gone.first().first().toInt(), number);
        QCOMPARE(gone.first().at(1).value<partners::PartnerError>().path, u"avail.Transaction[0].End"_s);
        QTest::keyClick(errors, Qt::Key_Down);
        QTest::keyClick(errors, Qt::Key_Return);
        QCOMPARE(gone.size(), 2);
        QCOMPARE(gone.last().at(1).value<partners::PartnerError>().code, u"E7"_s);
        save(u"exchanges-errors"_s);
        accept(u"night-ferry"_s);
        QVERIFY(!errors->isVisible());
        auto *tabs = child<QTabWidget>(u"exchangeTabs"_s);
        QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Answer"_s);
        save(u"exchanges-list"_s);
    }

    void tabsByKeys()
    {
        show();
        accept(u"a"_s);
        auto *tabs = child<QTabWidget>(u"exchangeTabs"_s);
        auto *bar = tabs->findChild<QTabBar *>();
        bar->setFocus();
        QTest::keyClick(bar, Qt::Key_Right);
        QVERIFY(child<PayloadView>(u"exchangeHeaders"_s)->isVisible());
        QCOMPARE(child<PayloadView>(u"exchangeHeaders"_s)->text().toByteArray(),
            QByteArray("Content-Type: application/json\nDate: now\n"));
        QTest::keyClick(bar, Qt::Key_Right);
        QVERIFY(child<PayloadView>(u"exchangeRequest"_s)->text().toByteArray().endsWith("{\n  \"avail\": {}\n}\n"));
    }

    void buttons()
    {
        show();
        const int number = reject(u"a"_s);
        QSignalSpy opened(m_panel.get(), &ExchangesPanel::openReplyWanted);
        QSignalSpy saved(m_panel.get(), &ExchangesPanel::saveReplyWanted);
        QSignalSpy said(m_panel.get(), &ExchangesPanel::said);
        QTest::mouseClick(child<QPushButton>(u"exchangeOpen"_s), Qt::LeftButton);
        QTest::keyClick(child<QPushButton>(u"exchangeSave"_s), Qt::Key_Space);
        QTest::mouseClick(child<QPushButton>(u"exchangeCurl"_s), Qt::LeftButton);
        QCOMPARE(opened.first().first().toInt(), number);
        QCOMPARE(saved.first().first().toInt(), number);
        QCOMPARE(said.size(), 1);
        const QString curl = QGuiApplication::clipboard()->text();
        QVERIFY(curl.startsWith(u"curl --request PUT"_s));
        QVERIFY(!curl.contains(u"s3cret"_s));
    }

    void selectsAndFilters()
    {
        show();
        const int first = reject(u"night-ferry"_s);
        const int second = accept(u"harbour"_s);
        auto *table = child<QTableView>(u"exchangesTable"_s);
        QCOMPARE(m_panel->selected(), second);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(m_panel->selected(), first);
        QCOMPARE(child<QLabel>(u"exchangeTitle"_s)->text(), u"Rejected"_s);
        auto *filter = child<QLineEdit>(u"exchangesFilter"_s);
        QTest::keyClicks(filter, u"HARB"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        QTest::keyClicks(filter, u" nowhere"_s);
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(child<QLabel>(u"exchangesNone"_s)->isVisible());
        filter->clear();
        QCOMPARE(table->model()->rowCount(), 2);
        m_panel->select(first);
        QCOMPARE(m_panel->selected(), first);
        m_panel->select(99);
        QCOMPARE(m_panel->selected(), first);
    }

    void theShownOneIsDropped()
    {
        show();
        const int first = reject(u"old"_s);
        for (int i = 0; i < ExchangeList::Most - 1; ++i)
            m_list->add(put(u"n"_s));
        m_panel->select(first);
        QCOMPARE(m_panel->selected(), first);
        m_list->add(put(u"newest"_s));
        QVERIFY(!m_list->find(first));
        QCOMPARE(m_list->find(m_panel->selected())->document, u"newest"_s);
    }

    void largeAnswers()
    {
        show();
        const int number = m_list->add(put(u"a"_s));
        const QByteArray body = "[\"" + QByteArray(8 * 1024 * 1024, 'x') + "\"]";
        const partners::Reply reply = answered(200, body);
        m_list->finish(number, reply, {});
        QCOMPARE(child<PayloadView>(u"exchangeAnswer"_s)->text().toByteArray(), body);
        m_panel->grab();
    }

    void narrowLargeAndDark()
    {
        reject(u"night-ferry"_s);
        accept(u"harbour"_s);
        m_panel->select(1);
        show({560, 520});
        save(u"exchanges-narrow"_s);
        theme::Theme::instance().apply(*qApp, theme::Mode::Dark, 150);
        show({1440, 380});
        save(u"exchanges-dark-150"_s);
        QVERIFY(m_panel->minimumSizeHint().width() <= 900);
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
};

QTEST_MAIN(TestExchangesPanel)
#include "tst_exchangespanel.moc"
