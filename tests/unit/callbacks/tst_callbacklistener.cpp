// SPDX-License-Identifier: GPL-3.0-or-later
// CallbackListener over a real socket: what it takes, and what it refuses.
#include "callbacks/CallbackListener.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace marquee;
using namespace marquee::callbacks;
using namespace Qt::StringLiterals;

namespace {

/// A client that keeps what it was answered.
struct Client
{
    QTcpSocket socket;
    QByteArray answer;

    explicit Client(const CallbackListener &listener)
    {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { answer += socket.readAll(); });
        socket.connectToHost(u"127.0.0.1"_s, listener.port());
    }
    bool send(const QByteArray &bytes)
    {
        const bool isConnected = QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; });
        socket.write(bytes);
        return isConnected;
    }
    bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }
    int status() const { return answer.mid(9, 3).toInt(); }
};

} // namespace

class TestCallbackListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offUntilAsked()
    {
        CallbackListener listener;
        QSignalSpy changed(&listener, &CallbackListener::listeningChanged);
        QVERIFY(!listener.isListening());
        QVERIFY(listener.url().isEmpty());
        QVERIFY(listener.start());
        QCOMPARE(changed.size(), 1);
        QVERIFY(listener.start()); // again: nothing happens
        QCOMPARE(changed.size(), 1);
        const QUrl url = listener.url();
        QCOMPARE(url.host(), u"127.0.0.1"_s);
        QVERIFY(url.path().startsWith(u"/cb/"_s));
        QVERIFY(url.path().size() >= 4 + 32);
        listener.stop();
        QVERIFY(!listener.isListening());
        QVERIFY(listener.start());
        QCOMPARE(listener.url(), url); // what was sent out stays right
        CallbackListener other;
        QVERIFY(other.start());
        QVERIFY(other.url().path() != url.path());
    }

    void portTaken()
    {
        CallbackListener first;
        QVERIFY(first.start());
        CallbackListener second;
        const auto started = second.start(first.port());
        QVERIFY(!started);
        QCOMPARE(started.error().code, Error::Code::Network);
        QVERIFY(!started.error().nextStep.isEmpty());
    }

    void requests_data()
    {
        QTest::addColumn<QByteArray>("request"); // PATH stands for the path
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &request, int status, const char *body = "") {
            QTest::newRow(name) << request << status << QByteArray(body);
        };
        row("good", "POST PATH HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\n\r\nabc", 200, "abc");
        row("a query behind it", "POST PATH?x=1 HTTP/1.1\r\nContent-Length: 1\r\n\r\na", 200, "a");
        row("no body", "POST PATH HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 200);
        row("chunks", "POST PATH HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n", 200,
            "abc");
        row("a tunnel's host", "POST PATH HTTP/1.1\r\nHost: x.tunnel.example\r\nContent-Length: 1\r\n\r\na", 200, "a");
        row("another path", "POST /cb/guess HTTP/1.1\r\nContent-Length: 1\r\n\r\na", 404);
        row("the path and more", "POST PATH/x HTTP/1.1\r\nContent-Length: 1\r\n\r\na", 404);
        row("the root", "GET / HTTP/1.1\r\n\r\n", 404);
        row("another path, too large", "POST /x HTTP/1.1\r\nContent-Length: 3000000\r\n\r\n", 404);
        row("a browser", "POST PATH HTTP/1.1\r\nOrigin: https://example.test\r\nContent-Length: 1\r\n\r\na", 403);
        row("a browser's file", "POST PATH HTTP/1.1\r\nOrigin: null\r\nContent-Length: 1\r\n\r\na", 403);
        row("get", "GET PATH HTTP/1.1\r\n\r\n", 405);
        row("put", "PUT PATH HTTP/1.1\r\nContent-Length: 1\r\n\r\na", 405);
        row("no length", "POST PATH HTTP/1.1\r\n\r\n", 411);
        row("3 MB announced", "POST PATH HTTP/1.1\r\nContent-Length: 3145728\r\n\r\n", 413);
        row("a byte above 1 MB", "POST PATH HTTP/1.1\r\nContent-Length: 1048577\r\n\r\n", 413);
        row("a chunk of 3 MB", "POST PATH HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n300000\r\n", 413);
        row("17 KB of headers", "POST PATH HTTP/1.1\r\nA: " + QByteArray(17 * 1024, 'x'), 431);
        row("not HTTP", "<ShowTimeAnalyticsResponse/>\r\n\r\n", 400);
        row("TLS", QByteArray::fromHex("1603010200010001fc0303") + "\r\n\r\n", 400);
        row("two lengths", "POST PATH HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na", 400);
        row("a bad chunk", "POST PATH HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400);
    }
    void requests()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        CallbackListener listener;
        QVERIFY(listener.start());
        QSignalSpy received(&listener, &CallbackListener::received);
        QSignalSpy refused(&listener, &CallbackListener::refused);
        Client client(listener);
        QVERIFY(client.send(request.replace("PATH", listener.url().path().toLatin1())));
        QTRY_COMPARE(client.status(), status);
        QVERIFY(client.answer.contains("Connection: close\r\n"));
        QCOMPARE(client.answer.contains("Allow: POST\r\n"), status == 405);
        if (status == 403 || status == 405 || request.endsWith("\r\n\r\na"))
            QTRY_VERIFY2(client.isClosed() || status == 400, "all of it had come");
        if (status != 200) {
            QTRY_COMPARE(refused.size(), 1);
            QCOMPARE(refused.first().first().toInt(), status);
            QCOMPARE(received.size(), 0);
            return;
        }
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(received.size(), 1);
        const auto delivery = received.first().first().value<Delivery>();
        if (!body.isEmpty())
            QCOMPARE(delivery.body, body);
        QVERIFY(delivery.peer.startsWith("127.0.0.1:"));
        QVERIFY(delivery.time.isValid());
        QVERIFY(!delivery.headers.empty());
    }

    void bytesStayAsTheyAre()
    {
        CallbackListener listener;
        QVERIFY(listener.start());
        QSignalSpy received(&listener, &CallbackListener::received);
        QByteArray all;
        for (int byte = 0; byte < 256; ++byte)
            all += static_cast<char>(byte);
        Client client(listener);
        QVERIFY(client.send(
            "POST " + listener.url().path().toLatin1() + " HTTP/1.1\r\nX-A: b\r\nContent-Length: 256\r\n\r\n" + all));
        QTRY_COMPARE(received.size(), 1);
        const auto delivery = received.first().first().value<Delivery>();
        QCOMPARE(delivery.body, all);
        QCOMPARE(delivery.headers.front(), (std::pair<QByteArray, QByteArray>("X-A", "b")));
    }

    /// More than was announced never counts, and more than a megabyte is never kept: the sender goes on, and still
    /// reads why not.
    void threeMegabytes()
    {
        CallbackListener listener;
        QVERIFY(listener.start());
        QSignalSpy received(&listener, &CallbackListener::received);
        Client client(listener);
        QVERIFY(client.send(
            "POST " + listener.url().path().toLatin1() + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"));
        for (int i = 0; i < 48; ++i)
            client.socket.write("10000\r\n" + QByteArray(65536, 'x') + "\r\n");
        QTRY_COMPARE(client.status(), 413);
        QCOMPARE(received.size(), 0);
    }

    void largestIsTaken()
    {
        CallbackListener listener;
        QVERIFY(listener.start());
        QSignalSpy received(&listener, &CallbackListener::received);
        Client client(listener);
        QVERIFY(client.send("POST " + listener.url().path().toLatin1() + " HTTP/1.1\r\nContent-Length: 1048576\r\n\r\n"
            + QByteArray(1048576, 'x')));
        QTRY_COMPARE(received.size(), 1);
        QCOMPARE(received.first().first().value<Delivery>().body.size(), 1048576);
    }

    void continueIsSaid()
    {
        CallbackListener listener;
        QVERIFY(listener.start());
        QSignalSpy received(&listener, &CallbackListener::received);
        Client client(listener);
        QVERIFY(client.send("POST " + listener.url().path().toLatin1()
            + " HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n"));
        QTRY_VERIFY(client.answer.startsWith("HTTP/1.1 100 Continue\r\n\r\n"));
        client.socket.write("abc");
        QTRY_COMPARE(received.size(), 1);
        QTRY_VERIFY(client.answer.contains("HTTP/1.1 200 OK\r\n"));
        Client large(listener);
        QVERIFY(large.send("POST " + listener.url().path().toLatin1()
            + " HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3000000\r\n\r\n"));
        QTRY_COMPARE(large.status(), 413); // and not 100
    }

    void slowSender()
    {
        CallbackListener listener;
        qint64 now = 0;
        listener.setClock([&now] { return now; });
        QVERIFY(listener.start());
        Client client(listener);
        QVERIFY(client.send("POST " + listener.url().path().toLatin1() + " HTTP/1.1\r\nContent-Length: 3\r\n\r\na"));
        QSignalSpy refused(&listener, &CallbackListener::refused);
        Client quick(listener);
        QVERIFY(quick.send("GET / HTTP/1.1\r\n\r\n"));
        QTRY_COMPARE(quick.status(), 404); // so the first was taken, too
        now = 14'999;
        listener.checkTimes();
        QCOMPARE(refused.size(), 1);
        now = 15'000;
        listener.checkTimes();
        QCOMPARE(refused.size(), 2);
        QTRY_COMPARE(client.status(), 408);
        client.socket.write("bc"); // too late
        now = 30'000;
        listener.checkTimes();
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.answer.count("HTTP/1.1"), 1);
    }

    void tooManyAtOnce()
    {
        ListenerOptions options;
        options.connections = 2;
        CallbackListener listener(options);
        QVERIFY(listener.start());
        Client first(listener);
        Client second(listener);
        QVERIFY(first.send("POST"));
        QVERIFY(second.send("POST"));
        Client third(listener);
        QTRY_COMPARE(third.status(), 503);
        first.socket.disconnectFromHost();
        QTRY_VERIFY(first.isClosed());
        third.socket.disconnectFromHost();
        QTRY_VERIFY(third.isClosed());
        const auto isTaken = [&listener] {
            Client next(listener);
            return next.send("GET / HTTP/1.1\r\n\r\n") && QTest::qWaitFor([&next] { return next.status() != 0; })
                && next.status() == 404;
        };
        QTRY_VERIFY(isTaken());
    }

    void hosts_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("status");
        for (const char *host :
            {"127.0.0.1:80", "localhost", "LOCALHOST:1", "[::1]:80", "me.tunnel.example", "ME.tunnel.example:443"})
            QTest::newRow(host) << QByteArray(host) << 200;
        for (const char *host : {"tunnel.example", "192.0.2.1", "localhost.example", ""})
            QTest::addRow("not %s", host) << QByteArray(host) << 403;
    }
    void hosts()
    {
        QFETCH(QByteArray, host);
        QFETCH(int, status);
        ListenerOptions options;
        options.hosts = {u"me.tunnel.example"_s};
        CallbackListener listener(options);
        QVERIFY(listener.start());
        Client client(listener);
        QVERIFY(client.send("POST " + listener.url().path().toLatin1() + " HTTP/1.1\r\nHost: " + host
            + "\r\nContent-Length: 1\r\n\r\na"));
        QTRY_COMPARE(client.status(), status);
    }

    void stopEndsConnections()
    {
        CallbackListener listener;
        QVERIFY(listener.start());
        Client client(listener);
        QVERIFY(client.send("GET / HTTP/1.1\r\nA: "));
        Client other(listener);
        QVERIFY(other.send("GET / HTTP/1.1\r\n\r\n"));
        QTRY_COMPARE(other.status(), 404);
        listener.stop();
        QTRY_VERIFY(client.isClosed());
        // From within the signal, too.
        QVERIFY(listener.start());
        connect(&listener, &CallbackListener::received, &listener, [&listener] { listener.stop(); });
        Client last(listener);
        QVERIFY(last.send("POST " + listener.url().path().toLatin1() + " HTTP/1.1\r\nContent-Length: 1\r\n\r\na"));
        QTRY_VERIFY(!listener.isListening());
        QTRY_VERIFY(last.isClosed());
    }
};

QTEST_GUILESS_MAIN(TestCallbackListener)
#include "tst_callbacklistener.moc"
