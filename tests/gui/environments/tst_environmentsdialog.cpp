// SPDX-License-Identifier: GPL-3.0-or-later
// The environments' page with real events: what it writes, what it doesn't, and what it says.
#include "environments/CertificateHelp.h"
#include "environments/EnvironmentsDialog.h"
#include "environments/FileField.h"
#include "environments/FindingLines.h"
#include "sandbox/Sandbox.h"
#include "shell/theme/Theme.h"
#include "support/Authority.h"
#include "support/MemoryKeyStore.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace marquee;
using namespace Qt::StringLiterals;
using environments::EnvironmentsDialog;
using environments::FindingLines;
using exchange::Environment;
using exchange::SecretSource;

namespace {

const QByteArray planted = "tR0ub4dor-planted";

const QByteArray before
    = "{\n"
      "  \"note\": \"kept\",\n"
      "  \"environments\": [\n"
      "    { \"name\": \"production\", \"protected\": true, \"colour\": \"#b3261e\", \"owner\": {\"team\": 7},\n"
      "      \"prime\": { \"baseUrl\": \"https://partnerapi.primevideo.com/v1\", \"licensor\": \"mgm\", \"later\": [1, "
      "2],\n"
      "                 \"apiKey\": {\"keychain\": \"prime-production\"} } },\n"
      "    { \"name\": \"cinema\", \"showtime\": { \"baseUrl\": \"https://circuit.example/data/pos/\" } }\n"
      "  ],\n"
      "  \"rules\": { \"AV112\": \"off\" }\n"
      "}\n";

} // namespace

class TestEnvironmentsDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    test::MemoryKeyStore *m_store = nullptr; // the secrets' own
    std::unique_ptr<exchange::Secrets> m_secrets;
    std::unique_ptr<EnvironmentsDialog> m_dialog;

    QString file() const { return m_folder->filePath(u"marquee.json"_s); }
    QByteArray text() const
    {
        QFile read(file());
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }
    QJsonObject entry(int index) const
    {
        return QJsonDocument::fromJson(text()).object().value("environments"_L1).toArray().at(index).toObject();
    }
    void write(const QByteArray &bytes) const
    {
        QFile made(file());
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write(bytes);
    }
    template <class T>
    T *child(const char *name) const
    {
        T *found = m_dialog->findChild<T *>(QLatin1StringView(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void click(const char *name) const { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }
    void type(const char *name, const QString &words) const
    {
        auto *edit = child<QLineEdit>(name);
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, words);
    }
    /// By its first letters, as one does with the keys.
    void choose(const char *name, int index) const
    {
        auto *box = child<QComboBox>(name);
        box->setFocus();
        while (box->currentIndex() > index)
            QTest::keyClick(box, Qt::Key_Up);
        while (box->currentIndex() < index)
            QTest::keyClick(box, Qt::Key_Down);
    }
    QString problem(const char *field) const
    {
        auto *label = child<QLabel>(field);
        return label->isVisible() ? label->text() : QString();
    }
    QString foot() const { return problem("environmentsProblem"); }
    void open(const QString &select = u"production"_s, const QUrl &sandbox = {})
    {
        auto found = exchange::readEnvironments(m_folder->path());
        QVERIFY(found);
        Environment first;
        first.name = QLatin1StringView(Environment::SandboxName);
        if (!sandbox.isEmpty()) {
            first.prime.emplace();
            first.prime->baseUrl = sandbox;
        }
        found->insert(found->begin(), first);
        m_dialog = std::make_unique<EnvironmentsDialog>(m_folder->path(), *found, *m_secrets, nullptr);
        m_dialog->select(select);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    void picture(const QString &name) const
    {
        if (const QString folder = qEnvironmentVariable("MARQUEE_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(50); // the layout comes later
            m_dialog->grab().save(folder + u'/' + name + u".png"_s);
        }
    }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto store = std::make_unique<test::MemoryKeyStore>();
        m_store = store.get();
        m_secrets = std::make_unique<exchange::Secrets>(std::move(store));
        write(before);
    }
    void cleanup()
    {
        m_dialog.reset();
        m_secrets.reset();
    }

    void sandboxIsShownFirstAndReadOnly()
    {
        open(u"sandbox"_s);
        auto *list = child<QListWidget>("environmentList");
        QCOMPARE(list->count(), 3);
        QCOMPARE(list->item(0)->text(), u"Sandbox"_s);
        QVERIFY(child<QLabel>("sandboxWords")->isVisible());
        QVERIFY(!child<QLineEdit>("environmentName")->isVisible());
        QVERIFY(!child<QPushButton>("environmentRemove")->isEnabled());
        QVERIFY(!child<QPushButton>("environmentDuplicate")->isEnabled());
        picture(u"environments-sandbox"_s);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(child<QLineEdit>("environmentName")->text(), u"production"_s);
        QVERIFY(child<QPushButton>("environmentRemove")->isEnabled());
    }

    void savingNothingWritesNothing()
    {
        open();
        QSignalSpy saved(m_dialog.get(), &EnvironmentsDialog::saved);
        click("environmentsSave");
        QCOMPARE(saved.size(), 1);
        QCOMPARE(text(), before);
        QVERIFY(!m_dialog->isVisible());
    }

    void onlyWhatIsChangedIsWritten()
    {
        open();
        type("environmentTimeout", u"45"_s);
        type("primeLicensor", u"Lantern"_s);
        QTest::mouseClick(child<QToolButton>("environmentColour2"), Qt::LeftButton);
        click("environmentsSave");
        const QJsonObject entry = this->entry(0);
        QCOMPARE(entry.value("timeout"_L1).toDouble(), 45);
        QCOMPARE(entry.value("prime"_L1).toObject().value("licensor"_L1).toString(), u"Lantern"_s);
        QCOMPARE(entry.value("colour"_L1).toString(), theme::markColors()[2].name());
        QVERIFY(text().contains("\"owner\": {\"team\": 7}"));
        QVERIFY(text().contains("\"later\": [1, 2]"));
        QVERIFY(text().contains("\"note\": \"kept\""));
        QVERIFY(!this->entry(1).contains("prime"_L1)); // a cinema's stays one
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isWrong");
        QTest::newRow("no name") << QByteArray("environmentName") << u" "_s << true;
        QTest::newRow("sandbox") << QByteArray("environmentName") << u"sandbox"_s << true;
        QTest::newRow("Sandbox") << QByteArray("environmentName") << u"Sandbox"_s << true;
        QTest::newRow("sandbox 2") << QByteArray("environmentName") << u"sandbox 2"_s << false;
        QTest::newRow("doubled") << QByteArray("environmentName") << u"cinema"_s << true;
        QTest::newRow("nearly doubled") << QByteArray("environmentName") << u"cinemas"_s << false;
        QTest::newRow("no address") << QByteArray("primeAddress") << u""_s << true;
        QTest::newRow("ftp") << QByteArray("primeAddress") << u"ftp://a.example/v1"_s << true;
        QTest::newRow("no scheme") << QByteArray("primeAddress") << u"a.example/v1"_s << true;
        QTest::newRow("no host") << QByteArray("primeAddress") << u"https://"_s << true;
        QTest::newRow("password") << QByteArray("primeAddress") << u"https://me:pw@a.example"_s << true;
        QTest::newRow("http") << QByteArray("primeAddress") << u"http://a.example"_s << false;
        QTest::newRow("rate: word") << QByteArray("primeRate") << u"fast"_s << true;
        QTest::newRow("rate: -1") << QByteArray("primeRate") << u"-1"_s << true;
        QTest::newRow("rate: 0") << QByteArray("primeRate") << u"0"_s << false;
        QTest::newRow("rate: 10000") << QByteArray("primeRate") << u"10000"_s << false;
        QTest::newRow("rate: 10001") << QByteArray("primeRate") << u"10001"_s << true;
        QTest::newRow("connections: 0") << QByteArray("primeConnections") << u"0"_s << true;
        QTest::newRow("connections: 64") << QByteArray("primeConnections") << u"64"_s << false;
        QTest::newRow("connections: 65") << QByteArray("primeConnections") << u"65"_s << true;
        QTest::newRow("connections: 1.5") << QByteArray("primeConnections") << u"1.5"_s << true;
        QTest::newRow("timeout: 0") << QByteArray("environmentTimeout") << u"0"_s << true;
        QTest::newRow("timeout: 0.5") << QByteArray("environmentTimeout") << u"0.5"_s << false;
        QTest::newRow("timeout: 3601") << QByteArray("environmentTimeout") << u"3601"_s << true;
        QTest::newRow("atom: ftp") << QByteArray("atomAddressText") << u"ftp://a.example"_s << true;
        QTest::newRow("atom: no scheme") << QByteArray("atomAddressText") << u"api.atomtickets.com"_s << true;
        QTest::newRow("atom: https") << QByteArray("atomAddressText") << u"https://api.atomtickets.com"_s << false;
        QTest::newRow("atom: rate") << QByteArray("atomRate") << u"fast"_s << true;
        QTest::newRow("atom: no limit") << QByteArray("atomRate") << u"0"_s << false;
        QTest::newRow("atom: burst of 0") << QByteArray("atomBurst") << u"0"_s << true;
        QTest::newRow("atom: half a burst") << QByteArray("atomBurst") << u"1.5"_s << true;
        QTest::newRow("showtime: ftp") << QByteArray("showtimeAddress") << u"ftp://c.example/data/pos/"_s << true;
        QTest::newRow("showtime: no scheme") << QByteArray("showtimeAddress") << u"c.example/data/pos/"_s << true;
        QTest::newRow("showtime: password") << QByteArray("showtimeAddress") << u"https://me:pw@c.example/"_s << true;
        QTest::newRow("showtime: https") << QByteArray("showtimeAddress") << u"https://c.example/data/pos/"_s << false;
        QTest::newRow("showtime: http") << QByteArray("showtimeAddress") << u"http://c.example/data/pos/"_s << false;
        QTest::newRow("user without an address")
            << QByteArray("showtimeUser") << u"anna"_s << false; // said at the address
        QTest::newRow("user: colon") << QByteArray("showtimeUser") << u"an:na"_s << true;
        QTest::newRow("callback: http") << QByteArray("showtimeCallback") << u"http://c.example/cb"_s << true;
        QTest::newRow("callback: nowhere") << QByteArray("showtimeCallback") << u"https:///cb"_s << true;
        QTest::newRow("callback: https") << QByteArray("showtimeCallback") << u"https://c.example/cb"_s << false;
        QTest::newRow("callback: here") << QByteArray("showtimeCallback") << u"http://127.0.0.1:81/cb"_s << false;
        QTest::newRow("callback: localhost") << QByteArray("showtimeCallback") << u"http://localhost:81/cb"_s << false;
        QTest::newRow("callback: near localhost")
            << QByteArray("showtimeCallback") << u"http://localhost.example/cb"_s << true;
        QTest::newRow("type: none") << QByteArray("showtimeContentType") << u""_s << true;
        QTest::newRow("type: word") << QByteArray("showtimeContentType") << u"xml"_s << true;
        QTest::newRow("type: plain") << QByteArray("showtimeContentType") << u"application/xml"_s << false;
        QTest::newRow("type: charset") << QByteArray("showtimeContentType") << u"application/xml; charset=utf-8"_s
                                       << false;
        QTest::newRow("key without a name") << QByteArray("primeApiKeyName") << u""_s << true;
    }
    void problems()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, typed);
        QFETCH(bool, isWrong);
        open();
        type(field.constData(), typed);
        QByteArray line = field == "primeApiKeyName" ? QByteArray("primeApiKey") : field;
        line.replace("AddressText", "Address");
        line += "Problem";
        QCOMPARE(!problem(line.constData()).isEmpty(), isWrong);
        if (field == "showtimeUser" && !isWrong) {
            QVERIFY(!problem("showtimeAddressProblem").isEmpty());
            type("showtimeAddress", u"https://c.example/data/pos/"_s);
        }
        if (field == "atomRate" && !isWrong)
            type("atomAddressText", u"https://api.atomtickets.com"_s);
        click("environmentsSave");
        QCOMPARE(m_dialog->isVisible(), isWrong);
        QCOMPARE(text() == before, isWrong);
        if (isWrong)
            QVERIFY(!foot().isEmpty());
    }

    void aWrongColour()
    {
        open();
        type("environmentColourHex", u"#12345"_s);
        QVERIFY(!problem("environmentColourProblem").isEmpty());
        QTest::keyClicks(child<QLineEdit>("environmentColourHex"), u"6"_s);
        QVERIFY(problem("environmentColourProblem").isEmpty());
    }

    void addedByKeys()
    {
        open();
        auto *button = child<QPushButton>("environmentAdd");
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(child<QLineEdit>("environmentName")->hasFocus());
        QVERIFY(problem("primeAddressProblem").isEmpty()); // not before one had a chance
        type("environmentName", u"test"_s);
        QCOMPARE(child<QListWidget>("environmentList")->item(3)->text(), u"test"_s);
        click("environmentsSave");
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!problem("primeAddressProblem").isEmpty());
        QVERIFY(child<QLineEdit>("primeAddress")->hasFocus());
        QTest::keyClicks(child<QLineEdit>("primeAddress"), u"https://test.example/v1"_s);
        QVERIFY(problem("primeAddressProblem").isEmpty());
        child<QCheckBox>("environmentProtected")->setFocus();
        QTest::keyClick(child<QCheckBox>("environmentProtected"), Qt::Key_Space);
        click("environmentsSave");
        QCOMPARE(entry(2).value("name"_L1).toString(), u"test"_s);
        QCOMPARE(entry(2).value("protected"_L1).toBool(), true);
        QCOMPARE(entry(2).value("prime"_L1).toObject().value("baseUrl"_L1).toString(), u"https://test.example/v1"_s);
    }

    void atomIsWritten()
    {
        open();
        choose("atomAddress", 1); // from the ones that are offered
        QCOMPARE(child<QComboBox>("atomAddress")->currentText(), u"https://api.atomtickets.com"_s);
        choose("atomApiKeyFrom", 2);
        type("atomApiKeyName", u"ATOM_KEY"_s);
        type("atomPartner", u"acme "_s);
        type("atomRate", u"10"_s);
        child<QScrollArea>("environmentScroll")->ensureWidgetVisible(child<QLineEdit>("atomBurst"), 0, 48);
        picture(u"environments-atom"_s);
        click("environmentsSave");
        const QJsonObject side = entry(0).value("atom"_L1).toObject();
        QCOMPARE(side.value("baseUrl"_L1).toString(), u"https://api.atomtickets.com"_s);
        QCOMPARE(side.value("apiKey"_L1).toObject().value("variable"_L1).toString(), u"ATOM_KEY"_s);
        QCOMPARE(side.value("partner"_L1).toString(), u"acme"_s);
        QCOMPARE(side.value("ratePerSecond"_L1).toInt(), 10);
        QVERIFY(!side.contains("burst"_L1)); // the usual one needn't be written
        QVERIFY(!entry(1).contains("atom"_L1));
        open();
        type("atomAddressText", {});
        type("atomPartner", {});
        choose("atomApiKeyFrom", 0);
        type("atomRate", u"25"_s);
        click("environmentsSave");
        QVERIFY(!entry(0).contains("atom"_L1));
    }

    void anAtomAlone()
    {
        open();
        click("environmentAdd");
        type("environmentName", u"beta"_s);
        type("atomAddressText", u"https://api-beta.atomtickets.com"_s);
        click("environmentsSave");
        QCOMPARE(entry(2).value("name"_L1).toString(), u"beta"_s);
        QVERIFY(entry(2).contains("atom"_L1) && !entry(2).contains("prime"_L1) && !entry(2).contains("showtime"_L1));
    }

    void theWheelChoosesNoAddress()
    {
        open();
        auto *box = child<QComboBox>("atomAddress");
        box->setFocus();
        const QPointF at = box->rect().center();
        QWheelEvent wheel(
            at, box->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(box, &wheel);
        QVERIFY(box->currentText().isEmpty());
    }

    void atomTried()
    {
        sandbox::SandboxOptions options;
        options.apiKey = "right";
        const auto partner = sandbox::Sandbox::start(options).value();
        open();
        click("environmentAdd");
        type("environmentName", u"beta"_s);
        type("atomAddressText", partner->atomUrl().toString());
        choose("atomApiKeyFrom", 3);
        for (const auto &[key, words] :
            {std::pair{u"wrong"_s, u"refused"_s}, std::pair{u"right"_s, u"takes the key"_s}}) {
            type("atomApiKeySecret", key);
            click("environmentTry");
            auto *findings = child<FindingLines>("trialFindings");
            const auto said = [findings] {
                QString all;
                for (const QLabel *label : findings->findChildren<QLabel *>())
                    all += label->text() + u'\n';
                return all;
            };
            QTRY_VERIFY_WITH_TIMEOUT(said().contains(words), 20000);
            QVERIFY(!said().contains(u"“wrong”"_s));
        }
    }

    void showtimeIsWritten()
    {
        open(u"cinema"_s);
        QCOMPARE(child<QLineEdit>("showtimeAddress")->text(), u"https://circuit.example/data/pos/"_s);
        type("showtimeUser", u"anna"_s);
        choose("showtimePasswordFrom", 1);
        QCOMPARE(child<QLineEdit>("showtimePasswordName")->text(), u"showtime-cinema"_s);
        type("showtimePasswordName", u"show-cinema"_s);
        type("showtimePasswordSecret", QString::fromLatin1(planted));
        type("showtimeSupplier", u"SUP-01"_s);
        type("showtimeCallback", u"https://your.example/cb"_s);
        child<QScrollArea>("environmentScroll")->ensureWidgetVisible(child<QLineEdit>("showtimeContentType"));
        picture(u"environments-showtime"_s);
        QSignalSpy saved(m_dialog.get(), &EnvironmentsDialog::saved);
        click("environmentsSave");
        QTRY_COMPARE(saved.size(), 1);
        const QJsonObject showtime = entry(1).value("showtime"_L1).toObject();
        QCOMPARE(showtime.value("baseUrl"_L1).toString(), u"https://circuit.example/data/pos/"_s);
        QCOMPARE(showtime.value("user"_L1).toString(), u"anna"_s);
        QCOMPARE(showtime.value("password"_L1).toObject().value("keychain"_L1).toString(), u"show-cinema"_s);
        QCOMPARE(showtime.value("dataSupplierId"_L1).toString(), u"SUP-01"_s);
        QCOMPARE(showtime.value("callbackUrl"_L1).toString(), u"https://your.example/cb"_s);
        QVERIFY(!showtime.contains("contentType"_L1)); // as usual
        QVERIFY(!entry(1).contains("prime"_L1));
        QVERIFY(!entry(0).contains("showtime"_L1));
        QCOMPARE(m_store->entries.value(u"show-cinema"_s), planted);
        QVERIFY(!text().contains(planted));
    }

    void aCinemaIsAdded()
    {
        open();
        click("environmentAdd");
        type("environmentName", u"odeon"_s);
        type("showtimeAddress", u"https://odeon.example/data/pos/"_s);
        click("environmentsSave");
        QVERIFY2(!m_dialog->isVisible(), qPrintable(foot())); // it needs no Prime Video
        QCOMPARE(entry(2).value("showtime"_L1).toObject().value("baseUrl"_L1).toString(),
            u"https://odeon.example/data/pos/"_s);
        QVERIFY(!entry(2).contains("prime"_L1));
    }

    void showtimeIsTakenOut()
    {
        open(u"cinema"_s);
        type("showtimeAddress", u""_s);
        type("primeAddress", u"https://a.example/v1"_s);
        click("environmentsSave");
        QVERIFY(!entry(1).contains("showtime"_L1));
        QVERIFY(entry(1).contains("prime"_L1));
    }

    void emptyShowtimeStays()
    {
        QByteArray empty = before;
        empty.replace("{ \"baseUrl\": \"https://circuit.example/data/pos/\" }", "{ }");
        write(empty);
        open();
        click("environmentsSave");
        QCOMPARE(text(), empty);
    }

    /// Whoever posts changes something: of Showtime only the connection is tried.
    void showtimeTried()
    {
        QTcpServer partner;
        QVERIFY(partner.listen(QHostAddress::LocalHost));
        QByteArray heard;
        connect(&partner, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = partner.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [&heard, socket] { heard += socket->readAll(); });
        });
        open(u"cinema"_s);
        type("showtimeAddress", u"http://127.0.0.1:%1/data/pos/"_s.arg(partner.serverPort()));
        choose("proxyMode", 1);
        auto *findings = child<FindingLines>("trialFindings");
        click("environmentTry");
        QTRY_VERIFY(findings->isVisible());
        QVERIFY2(findings->words().contains(u"can be reached"_s), qPrintable(findings->words()));
        QVERIFY(findings->words().contains(u"Nothing was sent"_s));
        QVERIFY(heard.isEmpty());
        picture(u"environments-showtime-tried"_s);
    }

    void duplicatedAndRemoved()
    {
        open();
        click("environmentDuplicate");
        QCOMPARE(child<QLineEdit>("environmentName")->text(), u"production copy"_s);
        m_dialog->select(u"cinema"_s);
        click("environmentRemove");
        QCOMPARE(child<QListWidget>("environmentList")->count(), 3);
        QCOMPARE(text(), before);
        click("environmentsSave");
        QCOMPARE(entry(0).value("name"_L1).toString(), u"production"_s);
        QCOMPARE(entry(1).value("name"_L1).toString(), u"production copy"_s);
        QVERIFY(entry(2).isEmpty());
    }

    void aSecretForTheKeyStore()
    {
        open();
        auto *secret = child<QLineEdit>("primeApiKeySecret");
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        type("primeApiKeySecret", QString::fromLatin1(planted));
        QVERIFY(m_store->entries.isEmpty());
        QSignalSpy saved(m_dialog.get(), &EnvironmentsDialog::saved);
        click("environmentsSave");
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(m_store->entries.value(u"prime-production"_s), planted);
        QVERIFY(!text().contains(planted));
        open();
        QVERIFY(child<QLineEdit>("primeApiKeySecret")->text().isEmpty());
    }

    void noKeyStore()
    {
        m_store->isThere = false;
        open();
        type("primeApiKeySecret", QString::fromLatin1(planted));
        type("primeLicensor", u"x"_s);
        click("environmentsSave");
        QTRY_VERIFY(!foot().isEmpty());
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(text(), before);
    }

    void aSecretForTheSession()
    {
        open();
        QSignalSpy given(m_dialog.get(), &EnvironmentsDialog::secretGiven);
        choose("primeApiKeyFrom", 3);
        type("primeApiKeySecret", QString::fromLatin1(planted));
        click("environmentsSave");
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(given.size(), 1);
        const auto source = given.first().first().value<SecretSource>();
        QCOMPARE(source.name, u"prime-production"_s);
        QCOMPARE(source.kind, SecretSource::Kind::Keychain);
        QCOMPARE(given.first().at(1).toByteArray(), planted);
        QVERIFY(m_store->entries.isEmpty());
        QVERIFY(!text().contains(planted));
        for (const QString &name : QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden)) {
            QFile any(m_folder->filePath(name));
            QVERIFY(any.open(QIODevice::ReadOnly));
            QVERIFY(!any.readAll().contains(planted));
        }
    }

    void aVariable()
    {
        open();
        choose("primeApiKeyFrom", 2);
        type("primeApiKeyName", u"PRIME_KEY"_s);
        QVERIFY(!child<QLineEdit>("primeApiKeySecret")->isVisible());
        click("environmentsSave");
        const QJsonObject key = entry(0).value("prime"_L1).toObject().value("apiKey"_L1).toObject();
        QCOMPARE(key.value("variable"_L1).toString(), u"PRIME_KEY"_s);
        QVERIFY(!key.contains("keychain"_L1));
    }

    void aProxyByHand()
    {
        open();
        QVERIFY(!child<QLineEdit>("proxyAddress")->isVisible());
        choose("proxyMode", 2);
        QVERIFY(child<QLineEdit>("proxyAddress")->isVisible());
        click("environmentsSave");
        QVERIFY(!problem("proxyAddressProblem").isEmpty());
        type("proxyAddress", u"https://proxy.example:3128"_s);
        QVERIFY(!problem("proxyAddressProblem").isEmpty());
        type("proxyAddress", u"http://proxy.example:3128"_s);
        QVERIFY(problem("proxyAddressProblem").isEmpty());
        type("proxyUser", u"anna"_s);
        click("environmentsSave");
        const QJsonObject proxy = entry(0).value("proxy"_L1).toObject();
        QCOMPARE(proxy.value("url"_L1).toString(), u"http://proxy.example:3128"_s);
        QCOMPARE(proxy.value("user"_L1).toString(), u"anna"_s);
    }

    void relativePaths()
    {
        using environments::relativeTo;
        QCOMPARE(relativeTo(u"/a/b"_s, u"/a/b/certs/x.crt"_s), u"certs/x.crt"_s);
        QCOMPARE(relativeTo(u"/a/b"_s, u"/a/bc/x.crt"_s), u"/a/bc/x.crt"_s);
        QCOMPARE(relativeTo(u"/a/b"_s, u"/a/x.crt"_s), u"/a/x.crt"_s);
        QCOMPARE(relativeTo(u"/a/b"_s, u"/a/b/..x.crt"_s), u"..x.crt"_s);
    }

    void certificates()
    {
        test::Authority authority;
        if (!authority.isGood())
            QSKIP("there is no openssl command");
        QVERIFY(authority.issue(u"soon"_s, 12));
        QVERIFY(authority.issue(u"long"_s, 300));
        QVERIFY(QDir(m_folder->path()).mkdir(u"certs"_s));
        const QString inside = m_folder->filePath(u"certs/soon.crt"_s);
        QVERIFY(QFile::copy(authority.file("soon.crt"), inside));
        open();
        QString chosen = inside;
        m_dialog->setFileChooser([&chosen](QWidget *, const QString &, const QString &) { return chosen; });
        click("clientCertificateChoose");
        QCOMPARE(child<QLineEdit>("clientCertificatePath")->text(), u"certs/soon.crt"_s);
        chosen = authority.file("long.key");
        click("clientKeyChoose");
        QCOMPARE(child<QLineEdit>("clientKeyPath")->text(), chosen);
        QVERIFY(child<FindingLines>("clientKeyFindings")->words().contains(u"doesn't belong"_s));
        chosen = authority.file("soon.key");
        click("clientKeyChoose");
        QVERIFY(child<FindingLines>("clientCertificateFindings")->words().contains(u"expires in"_s));
        chosen = authority.file("ca.crt");
        click("caCertificateChoose");
        QVERIFY(child<FindingLines>("caCertificateFindings")->words().contains(u"valid until"_s));
        child<QScrollArea>("environmentScroll")->ensureWidgetVisible(child<QLineEdit>("caCertificatePath"));
        picture(u"environments-certificates"_s);
        click("environmentsSave");
        const QJsonObject prime = entry(0).value("prime"_L1).toObject();
        QCOMPARE(prime.value("clientCertificate"_L1).toString(), u"certs/soon.crt"_s);
        QCOMPARE(prime.value("caCertificate"_L1).toString(), authority.file("ca.crt"));
    }

    void help()
    {
        open();
        click("certificateHelp");
        auto *sheet = m_dialog->findChild<environments::CertificateHelp *>();
        QVERIFY(sheet && sheet->isVisible());
        QVERIFY(sheet->findChild<QLabel *>(u"certificateCommand1"_s)->text().startsWith(u"openssl genrsa"_s));
        if (const QString folder = qEnvironmentVariable("MARQUEE_PICTURES"); !folder.isEmpty())
            sheet->grab().save(folder + u"/environments-help.png"_s);
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog->findChild<environments::CertificateHelp *>());
    }

    void tried()
    {
        sandbox::SandboxOptions options;
        options.apiKey = planted;
        const auto partner = sandbox::Sandbox::start(options);
        QVERIFY(partner);
        open();
        type("primeAddress", (*partner)->primeUrl().toString());
        auto *findings = child<FindingLines>("trialFindings");
        click("environmentTry");
        QVERIFY(child<QLabel>("trialRuns")->isVisible());
        QTRY_VERIFY(findings->isVisible());
        QVERIFY(findings->words().contains(u"no prime-production"_s)); // the key store hasn't got it
        type("primeApiKeySecret", QString::fromLatin1(planted));
        QVERIFY(!findings->isVisible()); // it spoke of something else
        click("environmentTry");
        QTRY_VERIFY(findings->isVisible());
        QVERIFY(findings->words().contains(u"The partner answers"_s));
        QVERIFY(!findings->words().contains(QString::fromLatin1(planted)));
        QVERIFY(m_store->entries.isEmpty()); // not kept before Save
        picture(u"environments-tried"_s);
        // Given up, it is forgotten.
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!foot().isEmpty());
        click("environmentsCancel");
        QVERIFY(!m_dialog->isVisible());
        m_dialog.reset();
        QVERIFY(!m_secrets->wait({SecretSource::Kind::Keychain, u"prime-production"_s}));
        QCOMPARE(text(), before);
    }

    void theSandboxTried()
    {
        const auto partner = sandbox::Sandbox::start();
        QVERIFY(partner);
        open(u"sandbox"_s, (*partner)->primeUrl());
        click("environmentTry");
        QTRY_VERIFY(child<FindingLines>("trialFindings")->isVisible());
        QVERIFY(child<FindingLines>("trialFindings")->words().contains(u"The partner answers"_s));
    }

    void closedWhileTrying()
    {
        const auto partner = sandbox::Sandbox::start();
        QVERIFY(partner);
        open(u"sandbox"_s, (*partner)->primeUrl());
        click("environmentTry");
        m_dialog.reset();
        QVERIFY(!m_secrets->wait({SecretSource::Kind::Keychain, u"none"_s})); // the loop runs on
    }

    void changedOutside()
    {
        open();
        type("primeLicensor", u"x"_s);
        QByteArray other = before;
        other.replace("\"cinema\"", "\"theatre\"");
        write(other);
        click("environmentsSave");
        QVERIFY(m_dialog->isVisible());
        QVERIFY(foot().contains(u"outside"_s));
        QCOMPARE(text(), other);
    }

    void noFileYet()
    {
        QVERIFY(QFile::remove(file()));
        open(u"sandbox"_s);
        click("environmentAdd");
        type("primeAddress", u"https://a.example/v1"_s);
        click("environmentsSave");
        QCOMPARE(entry(0).value("name"_L1).toString(), u"New environment"_s);
    }

    void everythingHasAName()
    {
        open();
        for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
            const bool isUsed = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QComboBox *>(widget);
            if (isUsed && widget->focusPolicy() != Qt::NoFocus && !widget->objectName().startsWith("qt_"_L1))
                QVERIFY2(!widget->accessibleName().isEmpty() && !widget->objectName().isEmpty(),
                    qPrintable(widget->objectName()));
        }
    }

    void pictures_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("percent");
        QTest::newRow("light") << static_cast<int>(theme::Mode::Light) << 100;
        QTest::newRow("dark") << static_cast<int>(theme::Mode::Dark) << 100;
        QTest::newRow("dark-150") << static_cast<int>(theme::Mode::Dark) << 150;
    }
    void pictures()
    {
        QFETCH(int, mode);
        QFETCH(int, percent);
        theme::Theme::instance().apply(*qApp, static_cast<theme::Mode>(mode), percent);
        open();
        m_dialog->resize(theme::scaled(880), theme::scaled(720)); // however small the screen
        type("primeRate", u"fast"_s);
        picture(u"environments-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
        type("showtimeUser", u"an:na"_s);
        child<QScrollArea>("environmentScroll")->ensureWidgetVisible(child<QLineEdit>("showtimeContentType"));
        picture(u"environments-%1-showtime"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
        choose("proxyMode", 2);
        child<QScrollArea>("environmentScroll")->ensureWidgetVisible(child<QLineEdit>("proxyUser"));
        picture(u"environments-%1-below"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
        auto *scroll = child<QScrollArea>("environmentScroll");
        QVERIFY(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width());
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
};

QTEST_MAIN(TestEnvironmentsDialog)
#include "tst_environmentsdialog.moc"
