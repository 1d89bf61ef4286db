// SPDX-License-Identifier: GPL-3.0-or-later
// marquee-cli listen and sandbox as processes: what they print, and a message from one to the other.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <nlohmann/json.hpp>

#include <csignal>

using namespace Qt::StringLiterals;
using Json = nlohmann::json;

namespace {

const QByteArray performance
    = "<Performance id=\"P-1\" siteId=\"S-1\"><EventId>E</EventId><Date>2027-03-14</Date><Time>19:30</Time>"
      "<PrintFormats><PrintFormat>2D</PrintFormat></PrintFormats><HallId>H</HallId></Performance>";
const QByteArray wrong = "<Performance id=\"P-2\" siteId=\"S-1\"><Date>soon</Date></Performance>";

QByteArray message(const QByteArray &callback)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ShowTimeAnalytics dataSupplierId=\"SUP\" "
           "messageSequence=\"7\"><CallbackUrl>"
        + callback + "</CallbackUrl><Performances>" + performance + wrong + "</Performances></ShowTimeAnalytics>\n";
}

/// A verb that runs until it is ended.
class Running
{
public:
    Running(const QString &folder, const QStringList &arguments)
    {
        m_process.setWorkingDirectory(folder);
        m_process.start(QStringLiteral(MARQUEE_CLI), arguments);
    }
    ~Running() { end(); }

    Json line()
    {
        for (int turn = 0; turn < 200 && !m_process.canReadLine() && m_process.state() != QProcess::NotRunning; ++turn)
            m_process.waitForReadyRead(100);
        return Json::parse(m_process.readLine().toStdString(), nullptr, false);
    }
    QByteArray notes()
    {
        for (int turn = 0; turn < 200 && !m_notes.contains('\n'); ++turn) {
            m_process.setReadChannel(QProcess::StandardError);
            m_process.waitForReadyRead(100);
            m_notes += m_process.readAllStandardError();
            m_process.setReadChannel(QProcess::StandardOutput);
        }
        return std::exchange(m_notes, {});
    }
    int end()
    {
        if (m_process.state() == QProcess::Running)
            ::kill(static_cast<pid_t>(m_process.processId()), SIGTERM);
        m_process.waitForFinished(30000);
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

private:
    QProcess m_process;
    QByteArray m_notes;
};

QUrl urlIn(const Json &json, const char *name)
{
    return json.is_object() && json.contains(name) ? QUrl(QString::fromStdString(json[name].get<std::string>()))
                                                   : QUrl();
}

/// The status of the answer.
int post(const QUrl &url, const QByteArray &body, const QByteArray &headers = {})
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    if (!socket.waitForConnected())
        return -1;
    socket.write("POST " + url.path().toLatin1() + " HTTP/1.1\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
    while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(20000)) { }
    return socket.readAll().mid(9, 3).toInt();
}

} // namespace

class TestListen : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    int exitOf(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(MARQUEE_CLI), arguments);
        return process.waitForFinished(60000) ? process.exitCode() : -1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("MARQUEE_HOME", m_folder.filePath(u"home"_s).toLocal8Bit());
        qputenv("TEST_PASSWORD", "secret");
    }

    void partners_data()
    {
        QTest::addColumn<QString>("partner");
        QTest::addColumn<bool>("prime");
        QTest::addColumn<bool>("showtime");
        QTest::addColumn<bool>("atom");
        QTest::newRow("prime") << u"prime"_s << true << false << false;
        QTest::newRow("showtime") << u"showtime"_s << false << true << false;
        QTest::newRow("atom") << u"atom"_s << false << false << true;
        QTest::newRow("all") << u"all"_s << true << true << true;
    }
    void partners()
    {
        QFETCH(QString, partner);
        QFETCH(bool, prime);
        QFETCH(bool, showtime);
        QFETCH(bool, atom);
        Running sandbox(m_folder.path(), {u"sandbox"_s, u"--partner"_s, partner});
        const Json ready = sandbox.line();
        QCOMPARE(urlIn(ready, "prime").path(), prime ? u"/v1"_s : QString());
        QCOMPARE(urlIn(ready, "showtime").path(), showtime ? u"/data/pos/"_s : QString());
        QCOMPARE(ready.contains("atom"), atom);
        QVERIFY(!atom || (urlIn(ready, "atom").path().isEmpty() && urlIn(ready, "atom").port() > 0));
        QCOMPARE(sandbox.end(), 0);
    }

    void nobodyElse()
    {
        QCOMPARE(exitOf({u"sandbox"_s, u"--partner"_s, u"nobody"_s}), 2);
        QCOMPARE(exitOf({u"listen"_s, u"--port"_s, u"often"_s}), 2);
    }

    void listens()
    {
        Running listen(m_folder.path(), {u"listen"_s});
        const QUrl url = urlIn(listen.line(), "url");
        QVERIFY(url.path().startsWith(u"/cb/"_s));
        QCOMPARE(url.host(), u"127.0.0.1"_s);
        const QByteArray callback
            = "<ShowTimeAnalyticsResponse dataSupplierId=\"SUP\" messageSequence=\"99\"><Responses><Response id=\"P\" "
              "entity=\"Performance\">"
              "<Status>OK</Status><Warnings><Warning>late</Warning></Warnings></Response><Response "
              "id=\"Q\"><Status>101</Status>"
              "<Errors><Error>101</Error></Errors></Response></Responses></ShowTimeAnalyticsResponse>";
        QCOMPARE(post(url, callback), 200);
        const Json line = listen.line();
        QVERIFY(line["dataSupplierId"] == "SUP");
        QVERIFY(line["messageSequence"] == "99");
        QVERIFY(line["matched"] == false);
        QCOMPARE(line["responses"].size(), std::size_t{2});
        QVERIFY(line["responses"][0]
            == Json::parse(
                R"({"id":"P","siteId":"","entity":"Performance","status":"ok","warnings":["late"],"errors":[]})"));
        QVERIFY(line["responses"][1]["status"] == "error");
        QCOMPARE(line["responses"][1]["errors"].size(), std::size_t{1});
        QUrl other = url;
        other.setPath(u"/cb/other"_s);
        QCOMPARE(post(other, callback), 404);
        QVERIFY(listen.notes().contains("404"));
        QCOMPARE(post(url, "nonsense"), 200);
        QVERIFY(!listen.notes().isEmpty());
        QCOMPARE(listen.end(), 0);
        QCOMPARE(QDir(m_folder.filePath(u"home/callbacks"_s)).entryList({u"*.callback"_s}).size(), 2);
    }

    void portTaken()
    {
        Running first(m_folder.path(), {u"listen"_s});
        const QUrl url = urlIn(first.line(), "url");
        QCOMPARE(exitOf({u"listen"_s, u"--port"_s, QString::number(url.port())}), 3);
    }

    /// Sent from the command line, processed by the sandbox, and answered to the listener.
    void roundTrip()
    {
        Running listen(m_folder.path(), {u"listen"_s});
        const QUrl url = urlIn(listen.line(), "url");
        Running sandbox(m_folder.path(), {u"sandbox"_s, u"--partner"_s, u"showtime"_s});
        const Json ready = sandbox.line();
        const Json workspace{{"environments",
            {{{"name", "practice"},
                {"showtime",
                    {{"baseUrl", ready["showtime"]}, {"user", "cinema"}, {"password", {{"variable", "TEST_PASSWORD"}}},
                        {"dataSupplierId", "SUP"}}}}}}};
        QFile settings(m_folder.filePath(u"marquee.json"_s));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write(QByteArray::fromStdString(workspace.dump()));
        settings.close();
        QFile file(m_folder.filePath(u"day.xml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(message(url.toEncoded()));
        file.close();
        QCOMPARE(exitOf({u"call"_s, u"post-performance"_s, u"day.xml"_s, u"--env"_s, u"practice"_s, u"--force"_s}), 0);
        const Json line = listen.line();
        QVERIFY(line["dataSupplierId"] == "SUP");
        QVERIFY(line["messageSequence"] == "7");
        QVERIFY(line["matched"] == true);
        QVERIFY(line["responses"][0]["status"] == "ok");
        QVERIFY(line["responses"][1]["status"] == "error");
    }
};

QTEST_GUILESS_MAIN(TestListen)
#include "tst_listen.moc"
