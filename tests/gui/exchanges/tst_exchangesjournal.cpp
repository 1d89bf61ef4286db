// SPDX-License-Identifier: GPL-3.0-or-later
// The panel on the stored journal, with real events: what is found, shown, asked for, compared and exported.
#include "exchange/Journal.h"
#include "exchange/JournalList.h"
#include "exchanges/CompareDialog.h"
#include "exchanges/ExchangesPanel.h"
#include "preview/PayloadView.h"
#include "shell/theme/ElidedLabel.h"
#include "shell/theme/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace marquee;
using namespace Qt::StringLiterals;
using exchange::Exchange;
using exchange::ExchangeList;
using exchange::JournalList;
using exchanges::CompareDialog;
using exchanges::ExchangesPanel;
using partners::Outcome;
using preview::PayloadView;

namespace {

constexpr int Patience = 20000;

exchange::JournalRequest sent(const QString &name, const QString &environment, int daysAgo = 0)
{
    exchange::JournalRequest request;
    request.started = QDateTime::currentDateTimeUtc().addDays(-daysAgo);
    request.environment = environment;
    request.operation = u"put-full"_s;
    request.document = name;
    request.subject = name;
    request.method = "PUT";
    request.url = "https://partnerapi.example/v1/avails/Lantern%20Pictures/full-extract/" + name.toUtf8();
    request.headers = {{"Content-Type", "application/json"}, {"x-api-key", "$PRIME_KEY"}};
    request.body = "{\n  \"avail\": {\n    \"ALID\": \"" + name.toUtf8() + "\"\n  }\n}\n";
    return request;
}

exchange::JournalReply got(const QString &outcome, int status, const QByteArray &body, const QString &message)
{
    exchange::JournalReply reply;
    reply.ended = QDateTime::currentDateTimeUtc();
    reply.outcome = outcome;
    reply.message = message;
    reply.status = status;
    reply.attempts = 1;
    reply.elapsedMs = 148;
    reply.bytesSent = 64;
    reply.bytesReceived = body.size();
    reply.headers = {{"Content-Type", "application/json"}};
    reply.body = body;
    return reply;
}

} // namespace

class TestExchangesJournal : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<exchange::Journal> m_journal;
    std::unique_ptr<ExchangeList> m_list;
    std::unique_ptr<JournalList> m_stored;
    std::unique_ptr<ExchangesPanel> m_panel;

    template <class T>
    T *child(const QString &name) const
    {
        return m_panel->findChild<T *>(name);
    }
    QTableView *table() const { return child<QTableView>(u"exchangesTable"_s); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }

    void openJournal()
    {
        exchange::JournalOptions options;
        options.path = m_folder->filePath(u"journal.sqlite"_s);
        m_journal = exchange::Journal::open(options).value();
    }
    qint64 add(const exchange::JournalRequest &request, const std::optional<exchange::JournalReply> &reply)
    {
        qint64 row = 0;
        m_journal->begin(request, {}, [&row](const Expected<qint64> &begun) { row = begun.value_or(-1); });
        [&row] { QTRY_VERIFY_WITH_TIMEOUT(row != 0, Patience); }();
        if (reply)
            m_journal->end(row, *reply, 0, {}, [](const Expected<void> &) {});
        m_journal->flush();
        return row;
    }
    /// Five, of which the third is unknown and the last has no end.
    void fill()
    {
        openJournal();
        add(sent(u"harbour-lights"_s, u"production"_s, 9),
            got(u"accepted"_s, 200, R"({"success": true})", u"The partner took it."_s));
        add(sent(u"night-ferry"_s, u"test"_s, 2),
            got(u"rejected"_s, 400,
                R"({"success": false, "validationErrors": [{"errorCode": "E101", "message": "End is before Start.", "path": "avail.Transaction[0].End"}]})",
                u"The partner found 1 error."_s));
        add(sent(u"paper-moon"_s, u"test"_s, 1),
            got(u"unknown"_s, 0, {},
                u"The connection closed before the answer came. The partner may have taken it."_s));
        add(sent(u"harbour-lights"_s, u"test"_s),
            got(u"accepted"_s, 200, R"({"requestId": "r-77", "success": true})", u"The partner took it."_s));
        add(sent(u"quiet-street"_s, u"test"_s), {});
    }
    void show(const QSize &size = {1100, 300})
    {
        m_panel->resize(size);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        QTest::qWait(0); // so that everything stands where it belongs
    }
    void showAll(const QSize &size = {1100, 300})
    {
        show(size);
        QTest::mouseClick(child<QPushButton>(u"exchangesAll"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!m_stored->isReading(), Patience);
        QCoreApplication::processEvents();
    }
    void choose(int row, Qt::KeyboardModifiers keys = {})
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, keys,
            table()->visualRect(table()->model()->index(row, ExchangeList::Operation)).center());
    }
    QString request() const
    {
        return QString::fromUtf8(child<PayloadView>(u"exchangeRequest"_s)->text().toByteArray());
    }
    void waitForBodies() const
    {
        QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"exchangeAgain"_s)->isEnabled(), Patience);
    }
    QMenu *menu() const
    {
        QTest::keyClick(table(), Qt::Key_Menu);
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(4, 4), table()->mapToGlobal(QPoint(4, 4)));
        QCoreApplication::sendEvent(table()->viewport(), &asked);
        return child<QMenu>(u"exchangesMenu"_s);
    }
    void save(const QString &name, QWidget *widget = nullptr) const
    {
        if (const QString folder = qEnvironmentVariable("MARQUEE_PICTURES"); !folder.isEmpty())
            (widget ? widget : m_panel.get())->grab().save(folder + u'/' + name + u".png"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<partners::PartnerError>();
        qRegisterMetaType<Exchange>();
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_list = std::make_unique<ExchangeList>();
        m_stored = std::make_unique<JournalList>(m_folder->filePath(u"journal.sqlite"_s));
        m_panel = std::make_unique<ExchangesPanel>(*m_list);
        m_panel->setJournal(*m_stored);
    }
    void cleanup()
    {
        m_panel.reset();
        m_stored.reset();
        m_list.reset();
        m_journal.reset();
    }

    void withoutAJournalThereIsNoChoice()
    {
        const ExchangesPanel plain(*m_list);
        QVERIFY(plain.findChild<QPushButton *>(u"exchangesAll"_s)->isHidden()
            || plain.findChild<QPushButton *>(u"exchangesAll"_s)->parentWidget()->isHidden());
        QVERIFY(plain.findChild<QPushButton *>(u"exchangesExport"_s)->isHidden());
    }

    void empty()
    {
        show({1100, 170});
        auto *words = child<QLabel>(u"exchangesEmpty"_s);
        QVERIFY(words->text().endsWith(u"What was sent before is under “All”."_s));
        save(u"journal-empty-session"_s);
        QTest::mouseClick(child<QPushButton>(u"exchangesAll"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(words->text().startsWith(u"Nothing sent yet."_s), Patience);
        QVERIFY(!words->text().contains(u"All"_s));
        fill(); // what comes now is seen without being asked for
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 5, Patience);
        QVERIFY(table()->isVisible());
    }

    void all()
    {
        fill();
        showAll();
        QCOMPARE(table()->model()->rowCount(), 5);
        QCOMPARE(cell(0, ExchangeList::Document), u"quiet-street"_s);
        QCOMPARE(cell(1, ExchangeList::Outcome), u"Accepted"_s);
        choose(1);
        waitForBodies();
        QCOMPARE(child<QLabel>(u"exchangeTitle"_s)->text(), u"Accepted"_s);
        QCOMPARE(QString::fromUtf8(child<PayloadView>(u"exchangeAnswer"_s)->text().toByteArray()),
            u"{\"requestId\": \"r-77\", \"success\": true}"_s);
        QCOMPARE(m_panel->selected(), 0);
        save(u"journal-all"_s);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Down);
        QTRY_COMPARE_WITH_TIMEOUT(child<QLabel>(u"exchangeTitle"_s)->text(), u"Unknown"_s, Patience);
        QTest::keyClick(table(), Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(child<QTreeWidget>(u"partnerErrors"_s)->isVisible(), Patience);
        QSignalSpy said(m_panel.get(), &ExchangesPanel::said);
        QTest::keyClick(child<QTreeWidget>(u"partnerErrors"_s), Qt::Key_Down);
        QTest::keyClick(child<QTreeWidget>(u"partnerErrors"_s), Qt::Key_Return);
        QCOMPARE(said.size(), 1); // its document isn't here; what helps is said
        save(u"journal-errors"_s);
        QTest::keyClick(child<QPushButton>(u"exchangesSession"_s), Qt::Key_Space);
        QVERIFY(child<QLabel>(u"exchangesEmpty"_s)->isVisible());
    }

    void searches()
    {
        fill();
        showAll();
        auto *search = child<QLineEdit>(u"exchangesFilter"_s);
        QTest::keyClicks(search, u"r-77"_s); // in a body
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 1, Patience);
        QCOMPARE(cell(0, ExchangeList::Document), u"harbour-lights"_s);
        QTest::keyClicks(search, u"-nowhere"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 0, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(u"exchangesNone"_s)->isVisible(), Patience);
        save(u"journal-none"_s);
        QTest::keyClick(child<QPushButton>(u"exchangesClear"_s), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 5, Patience);
        QVERIFY(search->text().isEmpty());
    }

    void choices_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("rows");
        QTest::newRow("environment") << u"exchangesEnvironment"_s << u"production"_s << 1;
        QTest::newRow("operation") << u"exchangesOperation"_s << u"put-full"_s << 5;
        QTest::newRow("another operation") << u"exchangesOperation"_s << u"get-full"_s << 0;
        QTest::newRow("outcome") << u"exchangesOutcome"_s << u"rejected"_s << 1;
        QTest::newRow("unknown") << u"exchangesOutcome"_s << u"unknown"_s << 2;
    }
    void choices()
    {
        QFETCH(QString, choice);
        QFETCH(QString, value);
        fill();
        showAll();
        auto *box = child<QComboBox>(choice);
        QVERIFY(box->findData(value) > 0);
        box->setFocus();
        while (box->currentData().toString() != value)
            QTest::keyClick(box, Qt::Key_Down);
        QFETCH(int, rows);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), rows, Patience);
    }

    void choicesInThisSession()
    {
        Exchange one;
        one.environment = u"test"_s;
        m_list->add(one);
        one.environment = u"production"_s;
        one.operation = partners::Operation::GetFull;
        m_list->add(one);
        show();
        auto *box = child<QComboBox>(u"exchangesEnvironment"_s);
        box->setCurrentIndex(box->findData(u"test"_s));
        QCOMPARE(table()->model()->rowCount(), 1);
        child<QComboBox>(u"exchangesOperation"_s)->setCurrentIndex(2);
        QCOMPARE(table()->model()->rowCount(), 0);
        QTest::mouseClick(child<QPushButton>(u"exchangesClear"_s), Qt::LeftButton);
        QCOMPARE(table()->model()->rowCount(), 2);
    }

    void moreWhenScrolledToTheEnd()
    {
        openJournal();
        for (int i = 0; i < JournalList::PageSize + 50; ++i)
            m_journal->begin(sent(u"n"_s, u"test"_s), {}, [](const Expected<qint64> &) {});
        m_journal->flush();
        showAll();
        QCOMPARE(table()->model()->rowCount(), JournalList::PageSize);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_End, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), JournalList::PageSize + 50, Patience);
    }

    void buttons()
    {
        fill();
        showAll();
        choose(3);
        waitForBodies();
        QSignalSpy opened(m_panel.get(), &ExchangesPanel::openStoredReplyWanted);
        QSignalSpy saved(m_panel.get(), &ExchangesPanel::saveStoredReplyWanted);
        QSignalSpy again(m_panel.get(), &ExchangesPanel::sendAgainWanted);
        QTest::mouseClick(child<QPushButton>(u"exchangeOpen"_s), Qt::LeftButton);
        QTest::keyClick(child<QPushButton>(u"exchangeSave"_s), Qt::Key_Space);
        QTest::mouseClick(child<QPushButton>(u"exchangeCurl"_s), Qt::LeftButton);
        QTest::mouseClick(child<QPushButton>(u"exchangeAgain"_s), Qt::LeftButton);
        QVERIFY(opened.first().first().value<Exchange>().reply.body.contains("E101"));
        QVERIFY(saved.first().first().value<Exchange>().reply.body.contains("E101"));
        QVERIFY(again.first().first().value<Exchange>().request.body.contains("night-ferry"));
        const QString curl = QGuiApplication::clipboard()->text();
        QVERIFY(curl.startsWith(u"curl --request PUT"_s) && curl.contains(u"x-api-key: $PRIME_KEY"_s));
        QVERIFY(child<QPushButton>(u"exchangeAsk"_s)->isHidden()); // one knows
    }

    void asksThePartner()
    {
        fill();
        showAll();
        choose(2);
        waitForBodies();
        auto *ask = child<QPushButton>(u"exchangeAsk"_s);
        QVERIFY(ask->isVisible());
        save(u"journal-unknown"_s);
        QSignalSpy asked(m_panel.get(), &ExchangesPanel::askBackWanted);
        QTest::keyClick(ask, Qt::Key_Space);
        QCOMPARE(asked.size(), 1);
        const Exchange stored = asked.first().first().value<Exchange>();
        QCOMPARE(stored.environment, u"test"_s);
        QVERIFY(stored.request.body.contains("paper-moon"));
        // As the dispatcher does it:
        const int number = m_list->add(stored);
        m_list->beginAsking(number);
        QCOMPARE(child<QLabel>(u"exchangeTitle"_s)->text(), u"Asking…"_s);
        QVERIFY(ask->isHidden());
        QSignalSpy cancelled(m_panel.get(), &ExchangesPanel::cancelWanted);
        QTest::mouseClick(child<QPushButton>(u"exchangeCancel"_s), Qt::LeftButton);
        QCOMPARE(cancelled.first().first().toInt(), number);
        save(u"journal-asking"_s);
        m_journal->end(
            stored.journal, got(u"accepted"_s, 0, {}, u"Asked back."_s), 0, {}, [](const Expected<void> &) {});
        m_journal->flush();
        Outcome accepted;
        accepted.kind = Outcome::Kind::Accepted;
        accepted.message = u"Asked back: the partner has what was sent."_s;
        m_list->settle(number, accepted);
        QCOMPARE(child<QLabel>(u"exchangeTitle"_s)->text(), u"Accepted"_s);
        QTRY_COMPARE_WITH_TIMEOUT(cell(2, ExchangeList::Outcome), u"Accepted"_s, Patience);
        QCOMPARE(table()->currentIndex().row(), 2);
        m_panel->select(number); // it is shown already
        QVERIFY(child<QPushButton>(u"exchangesAll"_s)->isChecked());
    }

    void rowsMenu()
    {
        fill();
        showAll();
        choose(2);
        waitForBodies();
        table()->setFocus();
        QMenu *rows = menu();
        QVERIFY(rows);
        QVERIFY(rows->isVisible());
        QStringList texts;
        for (const QAction *action : rows->actions()) {
            if (action->isVisible() && action->isEnabled() && !action->isSeparator())
                texts << action->text();
        }
        QCOMPARE(texts,
            QStringList({u"Ask the partner"_s, u"Copy as curl"_s, u"Send again as a new request"_s, u"Export…"_s}));
        save(u"journal-menu"_s, rows);
        QSignalSpy asked(m_panel.get(), &ExchangesPanel::askBackWanted);
        QTest::keyClick(rows, Qt::Key_Down);
        QTest::keyClick(rows, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
    }

    void compares()
    {
        fill();
        showAll();
        auto *compare = child<QPushButton>(u"exchangesCompare"_s);
        choose(1);
        QVERIFY(!compare->isEnabled());
        choose(4, Qt::ControlModifier);
        QVERIFY(compare->isEnabled());
        QTest::keyClick(compare, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->findChild<CompareDialog *>(), Patience);
        auto *dialog = m_panel->findChild<CompareDialog *>();
        auto *differences = dialog->findChild<QTreeWidget *>(u"compareTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(differences->topLevelItemCount(), 2, Patience);
        const QTreeWidgetItem *request = differences->topLevelItem(0);
        QCOMPARE(request->child(0)->text(0), u"Environment"_s);
        QCOMPARE(request->child(0)->text(1), u"production"_s); // the earlier one left
        QCOMPARE(request->child(0)->text(2), u"test"_s);
        const QTreeWidgetItem *answer = differences->topLevelItem(1);
        QCOMPARE(answer->child(0)->text(0), u"Body  /requestId"_s);
        QCOMPARE(answer->child(0)->text(1), u"not there"_s);
        save(u"journal-compare"_s, dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_panel->findChild<CompareDialog *>());
    }

    void comparesTheSame()
    {
        Exchange one;
        one.began = QDateTime::currentDateTimeUtc();
        CompareDialog dialog(one, one);
        auto *sum = dialog.findChild<QLabel *>(u"compareSum"_s);
        QTRY_COMPARE_WITH_TIMEOUT(sum->text(), u"Nothing: both say the same."_s, Patience);
        dialog.show();
        QCoreApplication::processEvents();
        save(u"journal-compare-same"_s, &dialog);
    }

    void exports()
    {
        fill();
        showAll();
        QSignalSpy exported(m_panel.get(), &ExchangesPanel::exportWanted);
        const QList<QAction *> actions = child<QPushButton>(u"exchangesExport"_s)->menu()->actions();
        choose(1);
        choose(3, Qt::ControlModifier);
        QCOMPARE(actions.at(0)->text(), u"Selected (2)"_s);
        actions.at(0)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, Patience);
        QCOMPARE(exported.last().at(1).toInt(), 2);
        QVERIFY(exported.last().at(0).toByteArray().contains("night-ferry"));
        auto *box = child<QComboBox>(u"exchangesOutcome"_s);
        box->setCurrentIndex(box->findData(u"accepted"_s));
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 2, Patience);
        actions.at(1)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 2, Patience);
        QCOMPARE(exported.last().at(1).toInt(), 2);
        QVERIFY(!exported.last().at(0).toByteArray().contains("night-ferry"));
    }

    void selectingOneOfThisSessionShowsIt()
    {
        fill();
        showAll();
        Exchange one;
        one.document = u"new"_s;
        const int number = m_list->add(one);
        QVERIFY(child<QPushButton>(u"exchangesAll"_s)->isChecked()); // doesn't jump by itself
        m_panel->select(number);
        QVERIFY(child<QPushButton>(u"exchangesSession"_s)->isChecked());
        QCOMPARE(m_panel->selected(), number);
        QCOMPARE(table()->model()->rowCount(), 1);
    }

    void whatWasDroppedIsSaid()
    {
        exchange::JournalOptions options;
        options.path = m_folder->filePath(u"journal.sqlite"_s);
        options.days = 30;
        m_journal = exchange::Journal::open(options).value();
        add(sent(u"old"_s, u"test"_s, 300), got(u"accepted"_s, 200, {}, {}));
        m_journal.reset();
        m_journal = exchange::Journal::open(options).value();
        add(sent(u"new"_s, u"test"_s), got(u"accepted"_s, 200, {}, {}));
        m_journal->flush();
        showAll();
        auto *note = child<theme::ElidedLabel>(u"exchangesDropped"_s);
        QTRY_VERIFY_WITH_TIMEOUT(note->text().startsWith(u"1 older exchange"_s), Patience);
        save(u"journal-dropped"_s);
    }

    void narrowLargeAndDark()
    {
        fill();
        showAll({1100, 170});
        choose(2);
        waitForBodies();
        save(u"journal-low"_s);
        show({600, 520});
        save(u"journal-narrow"_s);
        QVERIFY(m_panel->minimumSizeHint().width() <= 600);
        theme::Theme::instance().apply(*qApp, theme::Mode::Dark, 150);
        show({1440, 420});
        save(u"journal-dark-150"_s);
        theme::Theme::instance().apply(*qApp, theme::Mode::Dark, 100);
        show({1100, 300});
        save(u"journal-dark"_s);
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
};

QTEST_MAIN(TestExchangesJournal)
#include "tst_exchangesjournal.moc"
