// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox's page, by mouse and keys, against a sandbox that runs.
#include "sandbox/RequestsModel.h"
#include "sandbox/SandboxDialog.h"
#include "shell/theme/Theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTcpSocket>
#include <QTest>

using namespace marquee;
using namespace marquee::sandbox;
using namespace Qt::StringLiterals;

namespace {

const QByteArray window
    = "{\"avail\":{\"ALID\":\"A\",\"Licensor\":{\"DisplayName\":\"L\"},\"Transaction\":[{\"_TransactionID\":\"w1\","
      "\"LicenseType\":"
      "\"EST\","
      "\"Territory\":[{\"country\":\"US\"}],\"Start\":\"2027-01-01T00:00:00Z\",\"End\":\"2028-01-01T00:00:00Z\"}]}}";
const QByteArray place = "/v1/avails/L/partial-extract/transactions/w1";

/// The status of the answer; 0 where the connection ended without one.
int ask(const Sandbox &sandbox, const QByteArray &method, const QByteArray &target = place, const QByteArray &body = {},
    const QByteArray &headers = {})
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, sandbox.port());
    if (!socket.waitForConnected())
        return -1;
    socket.write(method + ' ' + target + " HTTP/1.1\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
    while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(10000)) { }
    return socket.readAll().mid(9, 3).toInt();
}

} // namespace

class TestSandboxDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<SandboxDialog> m_page;

    template <class T>
    T *child(const char *name) const
    {
        T *found = m_page->findChild<T *>(QLatin1StringView(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void open()
    {
        m_page = std::make_unique<SandboxDialog>(*m_sandbox);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        QApplication::setActiveWindow(m_page.get());
    }
    /// By the keys, as it works without a mouse.
    void toggle(const char *name) const
    {
        auto *box = child<QCheckBox>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
    }
    void type(QWidget *field, const QString &words) const
    {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, words);
    }
    void picture(const char *name) const
    {
        const QString folder = qEnvironmentVariable("MARQUEE_PICTURES");
        if (folder.isEmpty())
            return;
        for (const auto &[look, mode, percent] : {std::tuple("light", theme::Mode::Light, 100),
                 {"dark", theme::Mode::Dark, 100}, {"150", theme::Mode::Light, 150}}) {
            theme::Theme::instance().apply(*qApp, mode, percent);
            SandboxDialog page(*m_sandbox);
            page.resize(theme::scaled(1160), theme::scaled(760));
            page.show();
            QTest::qWait(50);
            page.grab().save(folder + u'/' + QLatin1StringView(name) + u'-' + QLatin1StringView(look) + u".png"_s);
        }
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }
    void init()
    {
        m_sandbox = Sandbox::start().value();
        open();
    }
    void cleanup()
    {
        m_page.reset();
        m_sandbox.reset();
    }

    void faultByKeys()
    {
        QSignalSpy changed(m_page.get(), &SandboxDialog::faultsChanged);
        QVERIFY(!child<QWidget>("sandboxBanner")->isVisible());
        QVERIFY(!child<QComboBox>("fault-503-operation")->isVisible());
        toggle("fault-503");
        QCOMPARE(changed.takeFirst().at(0).toInt(), 1);
        QVERIFY(child<QWidget>("sandboxBanner")->isVisible());
        QVERIFY(child<QLabel>("sandboxBannerText")->text().contains(u'1'));
        QCOMPARE(ask(*m_sandbox, "GET"), 503);
        toggle("fault-503");
        QCOMPARE(changed.takeFirst().at(0).toInt(), 0);
        QVERIFY(!child<QWidget>("sandboxBanner")->isVisible());
        QCOMPARE(ask(*m_sandbox, "GET"), 404);
    }

    void whichRequests()
    {
        toggle("fault-reset");
        auto *operation = child<QComboBox>("fault-reset-operation");
        QVERIFY(operation->isVisible());
        operation->setFocus();
        QTest::keyClicks(operation, u"put-p"_s);
        QCOMPARE(operation->currentText(), u"put-partial"_s);
        type(child<QSpinBox>("fault-reset-from"), u"2"_s);
        type(child<QSpinBox>("fault-reset-times"), u"1"_s);
        QCOMPARE(child<QLabel>("faultFlags")->text(), u"--fault reset:put-partial@2"_s);
        QCOMPARE(ask(*m_sandbox, "PUT", place, window), 200);
        QCOMPARE(ask(*m_sandbox, "GET"), 200); // of another operation
        QCOMPARE(ask(*m_sandbox, "PUT", place, window), 0);
        QCOMPARE(ask(*m_sandbox, "PUT", place, window), 200);
    }

    void everyKind()
    {
        for (const Fault::Kind kind : allFaultKinds())
            toggle(("fault-" + std::string(nameOf(kind))).c_str());
        QCOMPARE(m_sandbox->faults().size(), allFaultKinds().size());
        QTest::mouseClick(child<QPushButton>("faultFlagsCopy"), Qt::LeftButton);
        const QString flags = QApplication::clipboard()->text();
        QCOMPARE(flags.count("--fault "_L1), 13);
        for (const QString &spec : flags.split(u"--fault "_s, Qt::SkipEmptyParts))
            QVERIFY2(parseFault(spec.trimmed().toStdString()), qPrintable(spec));
        picture("sandbox-all");
        QTest::mouseClick(child<QPushButton>("faultsOff"), Qt::LeftButton);
        QVERIFY(m_sandbox->faults().empty());
        QVERIFY(!child<QCheckBox>("fault-slow")->isChecked());
        QVERIFY(!child<QLabel>("faultFlags")->isVisible());
        QVERIFY(!child<QPushButton>("faultsOff")->isEnabled());
    }

    void partialIsOfBatchesAndMessagesOnly()
    {
        auto *operation = child<QComboBox>("fault-partial-operation");
        QCOMPARE(operation->count(), 6);
        QVERIFY(operation->findText(u"put-full"_s) < 0);
        QCOMPARE(child<QComboBox>("fault-500-operation")->count(), static_cast<int>(partners::allOperations().size()) + 1);
    }

    void faultsStayWhenClosed()
    {
        toggle("fault-html");
        type(child<QSpinBox>("fault-html-from"), u"3"_s);
        m_page.reset();
        open();
        QVERIFY(child<QCheckBox>("fault-html")->isChecked());
        QCOMPARE(child<QSpinBox>("fault-html-from")->value(), 3);
        QVERIFY(child<QWidget>("sandboxBanner")->isVisible());
        QVERIFY(!child<QCheckBox>("fault-garbage")->isChecked());
    }

    void requestsShow()
    {
        auto *table = child<QTableView>("sandboxRequests");
        const QAbstractItemModelTester tester(table->model());
        QVERIFY(child<QLabel>("sandboxNoRequests")->isVisible());
        ask(*m_sandbox, "PUT", place, window);
        toggle("fault-reset");
        ask(*m_sandbox, "GET");
        ask(*m_sandbox, "GET", "/v1/nowhere");
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QVERIFY(table->isVisible());
        const auto text = [table](int row, int column) { return table->model()->index(row, column).data().toString(); };
        QCOMPARE(text(2, RequestsModel::Operation), u"put-partial"_s);
        QCOMPARE(text(2, RequestsModel::Answer), u"200"_s);
        QCOMPARE(text(2, RequestsModel::Fault), QString());
        QCOMPARE(text(1, RequestsModel::Fault), u"reset"_s);
        QCOMPARE(text(1, RequestsModel::Answer), u"none"_s);
        QCOMPARE(text(0, RequestsModel::Target), u"GET /v1/nowhere"_s);
        QCOMPARE(child<QLabel>("sandboxHoldings")->text(), u"0 avail(s), 1 window(s)"_s);
        picture("sandbox-used");
        QTest::mouseClick(child<QPushButton>("sandboxForget"), Qt::LeftButton);
        QCOMPARE(m_sandbox->holdings().windows, 0);
        QCOMPARE(child<QLabel>("sandboxHoldings")->text(), u"nothing yet"_s);
        QTest::mouseClick(child<QPushButton>("sandboxRequestsClear"), Qt::LeftButton);
        QCOMPARE(table->model()->rowCount(), 0);
        toggle("fault-reset");
        ask(*m_sandbox, "GET");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(text(0, RequestsModel::Answer), u"404"_s);
    }

    void listIsBounded()
    {
        RequestsModel model;
        const QAbstractItemModelTester tester(&model);
        std::vector<AskedRequest> many(RequestLog::Most - 1);
        for (std::size_t i = 0; i < many.size(); ++i)
            many[i].number = i + 1;
        model.add(many);
        model.add(std::vector<AskedRequest>(3));
        QCOMPARE(model.rowCount(), static_cast<int>(RequestLog::Most));
    }

    void keyIsAsked()
    {
        QVERIFY(!child<QLineEdit>("sandboxKey")->isEnabled());
        toggle("sandboxAsksKey");
        QCOMPARE(ask(*m_sandbox, "GET"), 403);
        type(child<QLineEdit>("sandboxKey"), u"mine"_s);
        QCOMPARE(ask(*m_sandbox, "GET", place, {}, "x-api-key: mine\r\n"), 404);
        toggle("sandboxAsksKey");
        QCOMPARE(ask(*m_sandbox, "GET"), 404);
    }

    void paceIsSet()
    {
        type(child<QSpinBox>("sandboxRate"), u"7"_s);
        QCOMPARE(m_sandbox->rate(), 7);
    }

    void addressIsCopied()
    {
        QTest::mouseClick(child<QPushButton>("sandboxAddressCopy"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), m_sandbox->primeUrl().toString());
        QTest::mouseClick(child<QPushButton>("sandboxShowtimeCopy"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), m_sandbox->showtimeUrl().toString());
        QTest::mouseClick(child<QPushButton>("sandboxAtomCopy"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), m_sandbox->atomUrl().toString());
    }

    /// Atom's side: what can be asked for is said, its requests are listed, and its operations can be spoiled.
    void atomIsPlayed()
    {
        QVERIFY(child<QLabel>("sandboxCatalogue")->text().contains(u"300"_s));
        auto *operation = child<QComboBox>("fault-503-operation");
        const int place = operation->findText(u"production-by-ids"_s);
        QVERIFY(place > 0);
        toggle("fault-503");
        operation->setCurrentIndex(place);
        const QByteArray question = "{\"ids\":[\"B0000000001\"]}";
        QCOMPARE(ask(*m_sandbox, "POST", "/partner/v1/production/details/byIds", question), 503);
        QCOMPARE(ask(*m_sandbox, "GET", "/partner/ping"), 200);
        auto *table = child<QTableView>("sandboxRequests");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(1, 1).data().toString(), u"production-by-ids"_s);
        QCOMPARE(table->model()->index(0, 1).data().toString(), u"atom-ping"_s);
    }

    void loginIsAsked()
    {
        const QByteArray basic = "Authorization: Basic " + QByteArray("cinema:mine").toBase64() + "\r\n";
        QCOMPARE(ask(*m_sandbox, "POST", "/data/pos/", "<x/>", basic), 400); // let in, and not understood
        QVERIFY(!child<QLineEdit>("sandboxPassword")->isEnabled());
        toggle("sandboxAsksLogin");
        QCOMPARE(ask(*m_sandbox, "POST", "/data/pos/", "<x/>", basic), 401);
        type(child<QLineEdit>("sandboxPassword"), u"mine"_s);
        QCOMPARE(ask(*m_sandbox, "POST", "/data/pos/", "<x/>", basic), 400);
        toggle("sandboxAsksLogin");
        QVERIFY(m_sandbox->showtimeUser().isEmpty());
    }

    void messagesShow()
    {
        const QByteArray message = "<ShowTimeAnalytics dataSupplierId=\"S\" messageSequence=\"1\"><CallbackUrl>http://192.0.2.1/</CallbackUrl>"
                                   "<Performances><Performance id=\"P\" siteId=\"S\"/></Performances></ShowTimeAnalytics>";
        QCOMPARE(ask(*m_sandbox, "POST", "/data/pos/", message, "Authorization: Basic dTpw\r\n"), 200);
        auto *table = child<QTableView>("sandboxRequests");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        const auto text = [table](int row, int column) { return table->model()->index(row, column).data().toString(); };
        QCOMPARE(text(1, RequestsModel::Operation), u"post-performance"_s);
        QCOMPARE(text(0, RequestsModel::Operation), u"callback"_s);
        QCOMPARE(text(0, RequestsModel::Answer), u"not sent"_s);
        QTRY_COMPARE(child<QLabel>("sandboxHoldings")->text(), u"1 performance(s)"_s);
        picture("sandbox-showtime");
    }
};

QTEST_MAIN(TestSandboxDialog)
#include "tst_sandboxdialog.moc"
