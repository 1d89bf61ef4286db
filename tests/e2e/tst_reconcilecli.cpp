// SPDX-License-Identifier: GPL-3.0-or-later
// marquee-cli reconcile against a sandbox: what it tells, what it sends, its exit codes, a partner that changes in
// between, lost replies, and a run that is killed.
#include "sandbox/Sandbox.h"
#include "support/Films.h"
#include "unit/reconcile/Ferry.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>

#include <nlohmann/json.hpp>

using namespace marquee;
using namespace marquee::test;
using Json = nlohmann::json;

namespace {

struct Run
{
    int exit = -1;
    QByteArray out;
    QByteArray err;

    Json json() const { return Json::parse(out.toStdString(), nullptr, false); }
    int count(const char *what) const { return json()["summary"][what].get<int>(); }
};

/// Stands between the program and the partner, and does something before a request is passed on.
class Relay : public QTcpServer
{
public:
    explicit Relay(quint16 partner)
        : m_partner(partner)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection()) {
                connect(client, &QTcpSocket::readyRead, this, [this, client] { take(*client); });
                connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            }
        });
    }
    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(serverPort()) + "/v1"; }

    std::function<void(int)> before; ///< the number of the request, from 1

private:
    static qsizetype wholeSize(const QByteArray &message)
    {
        const qsizetype head = message.indexOf("\r\n\r\n");
        if (head < 0)
            return -1;
        const QByteArray small = message.left(head).toLower();
        const qsizetype at = small.indexOf("content-length:");
        const qsizetype body
            = at < 0 ? 0 : small.mid(at + 15, small.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        return head + 4 + body;
    }

    void take(QTcpSocket &client)
    {
        QByteArray &asked = m_asked[&client];
        asked += client.readAll();
        if (wholeSize(asked) < 0 || asked.size() < wholeSize(asked))
            return;
        if (before)
            before(++m_count);
        QTcpSocket partner;
        partner.connectToHost(QHostAddress::LocalHost, m_partner);
        partner.waitForConnected();
        partner.write(asked);
        QByteArray answer;
        while ((wholeSize(answer) < 0 || answer.size() < wholeSize(answer)) && partner.waitForReadyRead(20000))
            answer += partner.readAll();
        answer.insert(answer.indexOf("\r\n") + 2, "Connection: close\r\n");
        m_asked.remove(&client);
        client.write(answer);
        client.disconnectFromHost();
    }

    quint16 m_partner;
    int m_count = 0;
    QHash<QTcpSocket *, QByteArray> m_asked;
};

} // namespace

class TestReconcileCli : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<sandbox::Sandbox> m_partner;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    void environment(const QByteArray &url)
    {
        QVERIFY(writeFile(path(u"marquee.json"_s),
            "{\"environments\":[{\"name\":\"local\",\"proxy\":\"none\",\"prime\":{\"baseUrl\":\"" + url
                + "\",\"ratePerSecond\":0}},{\"name\":\"direct\",\"proxy\":\"none\",\"prime\":{\"baseUrl\":\""
                + m_partner->primeUrl().toEncoded() + "\",\"ratePerSecond\":0}}]}"));
    }

    /// The event loop runs meanwhile: a relay lives in it.
    Run cli(const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        QEventLoop loop;
        connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
        process.start(QStringLiteral(MARQUEE_CLI), arguments);
        loop.exec();
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    Run reconcile(const QStringList &more = {})
    {
        return cli(QStringList{u"reconcile"_s, u"avails"_s, u"--env"_s, u"local"_s, u"--format"_s, u"json"_s} + more);
    }

    void put(const QByteArray &avail)
    {
        QVERIFY(writeFile(path(u"put.json"_s), avail));
        QCOMPARE(cli({u"call"_s, u"put-full"_s, u"put.json"_s, u"--env"_s, u"direct"_s}).exit, 0);
    }

    void document(const QString &name, const QByteArray &text) { QVERIFY(writeFile(path(u"avails/"_s + name), text)); }

private Q_SLOTS:
    void init()
    {
        qputenv("MARQUEE_HOME", path(u"home"_s).toLocal8Bit());
        m_partner = sandbox::Sandbox::start().value();
        QDir(path(u"avails"_s)).removeRecursively();
        QDir(m_folder.path()).mkpath(u"avails"_s);
        environment(m_partner->primeUrl().toEncoded());
    }

    void tellsAndSends()
    {
        put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2") + ',' + ferryWindow("w3")));
        document(u"film.json"_s,
            ferry(ferryWindow("w1") + ',' + ferryWindow("w2", "2030-01-01T00:00:00Z") + ',' + ferryWindow("w4")));
        document(u"more/window.json"_s, ferry(ferryWindow("p1"), "Harbour Lights", "PartialExtract", "HL-1"));
        document(u"notes.txt"_s, "nothing");
        const Run told = reconcile();
        QCOMPARE(told.exit, 1);
        const Json json = told.json();
        QCOMPARE(json["environment"].get<std::string>(), std::string("local"));
        QCOMPARE(json["avails"].size(), std::size_t(2));
        QCOMPARE(json["avails"][0]["file"].get<std::string>(), std::string("film.json"));
        QCOMPARE(json["avails"][0]["windows"][1]["differences"][0]["document"].get<std::string>(),
            std::string("2030-01-01T00:00:00Z"));
        QCOMPARE(json["avails"][1]["state"].get<std::string>(), std::string("not-there")); // a 404
        QCOMPARE(told.count("new"), 2);
        QCOMPARE(told.count("changed"), 1);
        QCOMPARE(told.count("gone"), 1);
        QCOMPARE(told.count("same"), 1);
        QCOMPARE(told.count("sent"), 0);
        for (const sandbox::AskedRequest &asked : m_partner->requests())
            QVERIFY(asked.method == "GET" || asked.target.contains("full-extract/NF-1")); // ours is the put alone

        const Run dry = reconcile({u"--dry-run"_s});
        QCOMPARE(dry.exit, 1);
        QCOMPARE(dry.json()["requests"].size(), std::size_t(4));
        QCOMPARE(dry.count("sent"), 0);

        const Run sent = reconcile({u"--apply"_s});
        QCOMPARE(sent.exit, 0);
        QCOMPARE(sent.count("accepted"), 4);
        QCOMPARE(sent.json()["avails"][0]["windows"][3]["sent"]["operation"].get<std::string>(),
            std::string("delete-partial"));
        const Run again = reconcile();
        QCOMPARE(again.exit, 0);
        QCOMPARE(again.count("same"), 4);
    }

    void text()
    {
        put(ferry(ferryWindow("w1")));
        document(u"film.json"_s, ferry(ferryWindow("w1", "2030-01-01T00:00:00Z")));
        const Run told = cli({u"reconcile"_s, u"avails"_s, u"--env"_s, u"local"_s});
        QCOMPARE(told.exit, 1);
        QVERIFY(told.out.contains("End: 2028-01-01 → 2030-01-01"));
        QVERIFY(told.out.contains("0 new, 1 changed, 0 gone, 0 the same."));
        const Run one = cli({u"reconcile"_s, u"avails/film.json"_s, u"--env"_s, u"local"_s, u"--apply"_s});
        QCOMPARE(one.exit, 0);
    }

    void keepsWhatIsGone()
    {
        put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2")));
        document(u"film.json"_s, ferry(ferryWindow("w1", "2030-01-01T00:00:00Z")));
        QCOMPARE(reconcile({u"--apply"_s, u"--keep-gone"_s, u"--mode"_s, u"full"_s}).exit, 1); // held back
        QCOMPARE(reconcile({u"--apply"_s, u"--keep-gone"_s}).exit, 0);
        QCOMPARE(reconcile().count("gone"), 1);
        QCOMPARE(reconcile({u"--apply"_s, u"--mode"_s, u"full"_s}).exit, 0);
        QCOMPARE(reconcile().exit, 0);
    }

    void exits_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exit");
        QTest::newRow("no such folder") << QStringList{u"reconcile"_s, u"nowhere"_s, u"--env"_s, u"local"_s} << 3;
        QTest::newRow("no such environment") << QStringList{u"reconcile"_s, u"avails"_s, u"--env"_s, u"nowhere"_s} << 2;
        QTest::newRow("no such mode") << QStringList{u"reconcile"_s, u"avails"_s, u"--env"_s, u"local"_s, u"--mode"_s,
            u"half"_s} << 2;
        QTest::newRow("an empty folder") << QStringList{u"reconcile"_s, u"avails"_s, u"--env"_s, u"local"_s} << 0;
    }
    void exits()
    {
        QFETCH(QStringList, arguments);
        QTEST(cli(arguments).exit, "exit");
    }

    void unreadable()
    {
        document(u"broken.json"_s, "{\"avail\":");
        const Run run = reconcile();
        QCOMPARE(run.exit, 3);
        QCOMPARE(run.count("left_out"), 1);
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("exit");
        QTest::newRow("can't be fetched") << QByteArray("500:get-full") << 4;
        QTest::newRow("can't be fetched again") << QByteArray("500:get-full@2x1") << 4;
        QTest::newRow("refused") << QByteArray("401:get-full") << 6;
        QTest::newRow("a put's reply is lost, and it was applied") << QByteArray("reset:put-partial") << 0;
        QTest::newRow("a put isn't applied") << QByteArray("refuse:put-partial") << 4;
        QTest::newRow("a put is answered by a proxy") << QByteArray("html:put-partial") << 4;
    }
    void faults()
    {
        QFETCH(QByteArray, fault);
        put(ferry(ferryWindow("w1")));
        document(u"film.json"_s, ferry(ferryWindow("w1", "2030-01-01T00:00:00Z")));
        m_partner->setFaults({sandbox::parseFault(fault.toStdString()).value()});
        QTEST(reconcile({u"--apply"_s, u"--retries"_s, u"0"_s}).exit, "exit");
        m_partner->setFaults({});
        QCOMPARE(reconcile({u"--apply"_s}).exit, 0); // whatever became of it: once more makes it match
        QCOMPARE(reconcile().exit, 0);
    }

    void errorsAreHeldBack()
    {
        put(ferry(ferryWindow("w1")));
        document(u"film.json"_s, ferry(ferryWindow("w1", "2026-01-01T00:00:00Z")));
        const Run run = reconcile({u"--apply"_s});
        QCOMPARE(run.exit, 1);
        QCOMPARE(run.count("held_back"), 1);
        QCOMPARE(run.count("sent"), 0);
    }

    void changedInBetween_data()
    {
        QTest::addColumn<bool>("force");
        QTest::newRow("held back") << false;
        QTest::newRow("forced") << true;
    }
    void changedInBetween()
    {
        QFETCH(bool, force);
        put(ferry(ferryWindow("w1")));
        document(u"film.json"_s, ferry(ferryWindow("w1", "2030-01-01T00:00:00Z")));
        Relay relay(m_partner->port());
        relay.before = [this](int number) {
            if (number == 2) // fetched, and about to be looked at again
                put(ferry(ferryWindow("w1", "2031-01-01T00:00:00Z")));
        };
        environment(relay.url());
        const Run run = reconcile(QStringList{u"--apply"_s} + (force ? QStringList{u"--force"_s} : QStringList()));
        QCOMPARE(run.exit, force ? 0 : 1);
        QCOMPARE(run.count("sent"), force ? 1 : 0);
        QCOMPARE(run.json()["avails"][0].contains("conflict"), !force);
        environment(m_partner->primeUrl().toEncoded());
        QCOMPARE(reconcile().exit, force ? 0 : 1);
    }

    /// What is killed has sent some and not the rest; nothing is half done, and once more makes it match.
    void killed()
    {
        put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2") + ',' + ferryWindow("w3")));
        document(u"film.json"_s,
            ferry(ferryWindow("w1", "2030-01-01T00:00:00Z") + ',' + ferryWindow("w2", "2030-01-01T00:00:00Z")));
        m_partner->setFaults({sandbox::parseFault("stall:put-partial@2x1").value()});
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(MARQUEE_CLI), {u"reconcile"_s, u"avails"_s, u"--env"_s, u"local"_s, u"--apply"_s});
        const auto isAtTheSecond = [this] {
            const auto asked = m_partner->requests();
            return std::any_of(asked.begin(), asked.end(),
                [](const auto &one) { return one.method == "PUT" && one.target.endsWith("/w2"); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isAtTheSecond(), 20000);
        process.kill();
        QVERIFY(process.waitForFinished());
        m_partner->setFaults({});
        const Run left = reconcile();
        QCOMPARE(left.exit, 1);
        QCOMPARE(left.count("changed"), 1);
        QCOMPARE(left.count("gone"), 1);
        QCOMPARE(reconcile({u"--apply"_s}).exit, 0);
        QCOMPARE(reconcile().exit, 0);
    }
};

QTEST_GUILESS_MAIN(TestReconcileCli)
#include "tst_reconcilecli.moc"
