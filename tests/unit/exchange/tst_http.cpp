// SPDX-License-Identifier: GPL-3.0-or-later
// HttpReader byte by byte, and Sender through a proxy and over connections that are used again or gone.
#include "exchange/HttpReader.h"
#include "exchange/Sender.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace marquee;
using namespace marquee::exchange;
using namespace Qt::StringLiterals;
using partners::Reply;

namespace {

/// A server that answers each request with the next of its answers; none left, it hangs up.
class Scripted : public QTcpServer
{
public:
    explicit Scripted(QList<QByteArray> answers)
        : m_answers(std::move(answers))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            ++connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                m_heard[socket] += socket->readAll();
                if (!m_heard[socket].endsWith("\r\n\r\n"))
                    return;
                requests << m_heard.take(socket);
                if (m_answers.isEmpty()) {
                    socket->abort();
                    return;
                }
                socket->write(m_answers.takeFirst());
            });
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
    }

    QUrl url() const { return QUrl(u"http://127.0.0.1:%1/v1/x?a=b%20c"_s.arg(serverPort())); }
    int connections = 0;
    QList<QByteArray> requests;

private:
    QList<QByteArray> m_answers;
    QHash<QTcpSocket *, QByteArray> m_heard;
};

Reply get(Sender &sender, const QUrl &url)
{
    std::optional<Reply> result;
    sender.send({"GET", url, {{"X-Test", "one\r\nInjected: two", {}}}, {}}, 10000,
        [&result](const Reply &reply) { result = reply; });
    [&result] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 20000); }();
    return result.value_or(Reply());
}

Link direct()
{
    Link link;
    link.proxyMode = ProxySettings::Mode::None;
    return link;
}

} // namespace

class TestHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reading_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("keeps");
        const auto row = [](const char *name, const QByteArray &bytes, HttpReader::State state, int status = 200,
                             const char *body = "", bool keeps = true) {
            QTest::newRow(name) << bytes << static_cast<int>(state) << status << QByteArray(body) << keeps;
        };
        using S = HttpReader::State;
        row("length", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", S::Complete, 200, "abc");
        row("no reason", "HTTP/1.1 404\r\ncontent-length:0\r\n\r\n", S::Complete, 404);
        row("half", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabc", S::NeedsMore, 200, "abc");
        row("chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nab\r\n1\r\nc\r\n0\r\nT: v\r\n\r\n",
            S::Complete, 200, "abc");
        row("a chunk cut off", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", S::NeedsMore, 200, "ab");
        row("a chunk without a size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", S::Malformed, 200);
        row("until it closes", "HTTP/1.1 200 OK\r\n\r\nabc", S::NeedsMore, 200, "abc", false);
        row("nothing to come", "HTTP/1.1 204 No Content\r\n\r\n", S::Complete, 204);
        row("continue", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", S::Complete, 200,
            "x");
        row("closes", "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx", S::Complete, 200, "x",
            false);
        row("older", "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx", S::Complete, 200, "x", false);
        row("not HTTP", "SSH-2.0-OpenSSH\r\n", S::Malformed, 0);
        row("no status", "HTTP/1.1 yes\r\n\r\n", S::Malformed, 0);
        row("less than none", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", S::Malformed, 200);
        row("too large", "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n", S::TooLarge, 200);
        row("chunks too large", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n", S::TooLarge, 200);
    }
    void reading()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, state);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(bool, keeps);
        HttpReader whole(1000);
        QCOMPARE(static_cast<int>(whole.feed(bytes)), state);
        HttpReader single(1000);
        HttpReader::State last = HttpReader::State::NeedsMore;
        for (const char c : bytes) {
            if (last == HttpReader::State::NeedsMore)
                last = single.feed(QByteArray(1, c));
        }
        QCOMPARE(static_cast<int>(last), state);
        if (state == static_cast<int>(HttpReader::State::Malformed)
            || state == static_cast<int>(HttpReader::State::TooLarge))
            return;
        for (HttpReader *reader : {&whole, &single}) {
            QCOMPARE(reader->status(), status);
            QCOMPARE(reader->body(), body);
            QCOMPARE(reader->keepsAlive(), keeps);
            QVERIFY(!reader->hasRest());
        }
    }

    void theEnd()
    {
        HttpReader open(1000);
        open.feed("HTTP/1.1 200 OK\r\n\r\nabc");
        QCOMPARE(open.close(), HttpReader::State::Complete);
        HttpReader cut(1000);
        cut.feed("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabc");
        QCOMPARE(cut.close(), HttpReader::State::NeedsMore);
        HttpReader endless(1000);
        QCOMPARE(endless.feed("HTTP/1.1 200 OK\r\nA: " + QByteArray(300000, 'x')), HttpReader::State::TooLarge);
    }

    void oneConnectionForMany()
    {
        const QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        Scripted server({answer, answer, answer});
        Sender sender(direct());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(get(sender, server.url()).body, QByteArray("ok"));
        QCOMPARE(server.connections, 1);
        QVERIFY(server.requests.first().startsWith("GET /v1/x?a=b%20c HTTP/1.1\r\nHost: 127.0.0.1:"));
        QVERIFY(!server.requests.first().contains("\r\nInjected"));
    }

    /// A partner that hangs up between two requests isn't talked to over that connection again.
    void goneInBetween()
    {
        Scripted server(
            {"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nyes"});
        Sender sender(direct());
        QCOMPARE(get(sender, server.url()).status, 200);
        for (QTcpSocket *socket : server.findChildren<QTcpSocket *>())
            socket->disconnectFromHost();
        QCOMPARE(get(sender, server.url()).body, QByteArray("yes"));
        QCOMPARE(server.connections, 2);
    }

    void oddAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("transport");
        using T = Reply::Transport;
        QTest::newRow("hangs up") << QByteArray() << static_cast<int>(T::Lost);
        QTest::newRow("another protocol") << QByteArray("SSH-2.0-x\r\n\r\n") << static_cast<int>(T::Lost);
        QTest::newRow("until it closes") << QByteArray("HTTP/1.0 200 OK\r\n\r\nabc") << static_cast<int>(T::Answered);
        QTest::newRow("a status that promises more")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n") << static_cast<int>(T::TooLarge);
    }
    void oddAnswers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, transport);
        Scripted server(answer.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{answer});
        Sender sender(direct());
        std::optional<Reply> result;
        sender.send({"GET", server.url(), {}, {}}, 10000, [&result](const Reply &reply) { result = reply; });
        QTRY_VERIFY(!server.requests.isEmpty());
        if (answer.startsWith("HTTP/1.0")) {
            for (QTcpSocket *socket : server.findChildren<QTcpSocket *>())
                socket->disconnectFromHost();
        }
        QTRY_VERIFY(result.has_value());
        QCOMPARE(static_cast<int>(result->transport), transport);
    }

    /// A reply of 100 MB comes whole, byte for byte.
    void hugeReply()
    {
        const qsizetype size = 100 * 1024 * 1024;
        QByteArray body(size, 'x');
        body[size - 1] = 'y';
        Scripted server({"HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(size) + "\r\n\r\n" + body});
        Sender sender(direct());
        const Reply reply = get(sender, server.url());
        QCOMPARE(reply.transport, Reply::Transport::Answered);
        QVERIFY(reply.body == body);
    }

    void proxy()
    {
        Scripted proxy({"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
                        "realm=\"p\"\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 Connected\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"});
        Link link;
        link.proxyMode = ProxySettings::Mode::Manual;
        link.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.serverPort(), u"me"_s, u"pw"_s);
        Sender sender(link);
        QCOMPARE(get(sender, QUrl(u"http://partner.invalid/v1"_s)).body, QByteArray("ok"));
        QVERIFY(proxy.requests.value(1).startsWith("CONNECT partner.invalid:80"));
        QVERIFY(proxy.requests.value(1).contains(
            QByteArray("Proxy-Authorization: Basic " + QByteArray("me:pw").toBase64())));
        QVERIFY(!proxy.requests.value(2).contains("Proxy-Authorization")); // not for the partner
    }

    void proxyThatIsNotThere()
    {
        Link link;
        link.proxyMode = ProxySettings::Mode::Manual;
        link.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, 1);
        Sender sender(link);
        QCOMPARE(get(sender, QUrl(u"http://partner.invalid/v1"_s)).transport, Reply::Transport::NotReached);
    }

    void unknownHost()
    {
        Sender sender(direct());
        QCOMPARE(get(sender, QUrl(u"http://partner.invalid/v1"_s)).transport, Reply::Transport::NotReached);
    }
};

QTEST_GUILESS_MAIN(TestHttp)
#include "tst_http.moc"
