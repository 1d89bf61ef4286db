// SPDX-License-Identifier: GPL-3.0-or-later
// ShowtimePartner and what it is made of: a message from the post to the callback, without and with sockets.
#include "sandbox/CallbackSender.h"
#include "sandbox/Sandbox.h"
#include "sandbox/ShowtimePartner.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace marquee;
using namespace marquee::sandbox;
using namespace Qt::StringLiterals;

namespace {

const QByteArray complete = "<EventId><![CDATA[E-1]]></EventId><Date>2025-03-14</Date><Time>19:30</Time>"
                            "<PrintFormats><PrintFormat>3D</PrintFormat></PrintFormats><HallId>H-1</HallId>";

QByteArray performance(const QByteArray &fields, const QByteArray &id = "P-1", const QByteArray &site = "S-1")
{
    return "<Performance id=\"" + id + "\" siteId=\"" + site + "\">" + fields + "</Performance>";
}

QByteArray message(
    const QByteArray &performances, const QByteArray &callback = "http://127.0.0.1:9/cb", int sequence = 1)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ShowTimeAnalytics dataSupplierId=\"SUP\" messageSequence=\""
        + QByteArray::number(sequence) + "\"><CallbackUrl>" + callback + "</CallbackUrl><Performances>" + performances
        + "</Performances></ShowTimeAnalytics>";
}

http::Request post(const QByteArray &body, const QByteArray &authorization = "Basic " + QByteArray("u:p").toBase64())
{
    return {"POST", "/data/pos/", {{"Authorization", authorization}}, body, true};
}

/// Posts one performance and gives what is said of it.
QByteArray said(ShowtimePartner &partner, const QByteArray &fields)
{
    if (partner.answer(post(message(performance(fields)))).status != 200)
        return "not queued";
    return partner.processNext().body.simplified();
}

QByteArray exchangeWith(quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    if (!socket.waitForConnected())
        return "not connected";
    socket.write(request);
    while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(10000)) { }
    return socket.readAll();
}

QByteArray wire(const QByteArray &body)
{
    return "POST /data/pos/ HTTP/1.1\r\nConnection: close\r\nAuthorization: Basic dTpw\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Somebody whom callbacks are posted to.
struct Receiver
{
    QTcpServer server;
    QByteArray got;
    int requests = 0;

    Receiver()
    {
        server.listen(QHostAddress::LocalHost);
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] {
            QTcpSocket *socket = server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                got += socket->readAll();
                if (!got.endsWith("</ShowTimeAnalyticsResponse>\n") || socket->property("done").toBool())
                    return;
                socket->setProperty("done", true);
                ++requests;
                socket->write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
    }
    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(server.serverPort()) + "/cb/x"; }
};

} // namespace

class TestShowtime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void posts_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const QByteArray &body, int status, const char *says = "") {
            QTest::newRow(name) << body << status << QByteArray(says);
        };
        const QByteArray good = message(performance(complete));
        row("good", good, 200);
        row("no callback wanted", QByteArray(good).replace("<CallbackUrl>http://127.0.0.1:9/cb</CallbackUrl>", ""),
            200);
        row("unknown blanks and comments", QByteArray(good).replace("<Performances>", "<!-- x -->\n<Performances>"),
            200);
        row("not XML", "{}", 400, "well-formed");
        row("nothing", "", 400, "well-formed");
        row("a wrong end", QByteArray(good).replace("</Time>", "</Tim>"), 400, "line 1");
        row("a DTD", "<!DOCTYPE x [<!ENTITY a \"b\">]>" + good.mid(good.indexOf("<Show")), 400, "DTD");
        row("an entity of its own", QByteArray(good).replace("H-1", "&nbsp;"), 400);
        row("another root", QByteArray(good).replace("ShowTimeAnalytics", "Showtimeanalytics"), 400, "root");
        row("no supplier", QByteArray(good).replace("dataSupplierId", "DataSupplierId"), 400, "dataSupplierId");
        row("no number", QByteArray(good).replace("messageSequence=\"1\"", ""), 400, "messageSequence");
        row("no whole number", QByteArray(good).replace("messageSequence=\"1\"", "messageSequence=\"1.5\""), 400,
            "messageSequence");
        row("another container", QByteArray(good).replace("Performances", "performances"), 400, "performances");
        row("another item", QByteArray(good).replace("Performance ", "Perf ").replace("</Performance>", "</Perf>"), 400,
            "Perf");
        row("no performance", message({}), 400, "no Performance");
        row("256 KB",
            message(performance(complete) + QByteArray(256 * 1024 - message(performance(complete)).size(), ' ')), 200);
        row("a byte more",
            message(performance(complete) + QByteArray(256 * 1024 - message(performance(complete)).size() + 1, ' ')),
            400, "256 KB");
        QByteArray deep;
        for (int i = 0; i < 20; ++i)
            deep += "<a>";
        for (int i = 0; i < 20; ++i)
            deep += "</a>";
        row("too deep", message(deep), 400, "deep");
    }
    void posts()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QByteArray, says);
        ShowtimePartner partner;
        const HttpAnswer answer = partner.answer(post(body));
        QVERIFY2(answer.status == status, answer.body.constData());
        QVERIFY2(answer.body.contains(says), answer.body.constData());
        QCOMPARE(partner.isWaiting(), status == 200);
    }

    void addresses_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::newRow("good") << QByteArray("POST") << QByteArray("/data/pos/") << 200;
        QTest::newRow("no slash") << QByteArray("POST") << QByteArray("/data/pos") << 404;
        QTest::newRow("further") << QByteArray("POST") << QByteArray("/data/pos/x") << 404;
        QTest::newRow("get") << QByteArray("GET") << QByteArray("/data/pos/") << 405;
    }
    void addresses()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        ShowtimePartner partner;
        http::Request request = post(message(performance(complete)));
        request.method = method;
        request.target = target;
        QCOMPARE(partner.answer(request).status, status);
    }

    void logins_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<bool>("anybody");
        QTest::addColumn<bool>("known");
        const auto basic
            = [](const char *text) -> QByteArray { return QByteArray("Basic ") + QByteArray(text).toBase64(); };
        QTest::newRow("right") << basic("cinema:secret:1") << true << true;
        QTest::newRow("another case of the scheme")
            << QByteArray("basic " + QByteArray("cinema:secret:1").toBase64()) << true << true;
        QTest::newRow("another password") << basic("cinema:secret") << true << false;
        QTest::newRow("no password") << basic("cinema:") << false << false;
        QTest::newRow("no user") << basic(":secret:1") << false << false;
        QTest::newRow("no colon") << basic("cinema") << false << false;
        QTest::newRow("no base64") << QByteArray("Basic ***") << false << false;
        QTest::newRow("another scheme") << QByteArray("Bearer abc") << false << false;
        QTest::newRow("nothing") << QByteArray() << false << false;
    }
    void logins()
    {
        QFETCH(QByteArray, authorization);
        QFETCH(bool, anybody);
        QFETCH(bool, known);
        ShowtimePartner partner;
        const QByteArray body = message(performance(complete));
        QCOMPARE(partner.answer(post(body, authorization)).status, anybody ? 200 : 401);
        partner.setLogin(u"cinema"_s, u"secret:1"_s);
        const HttpAnswer answer = partner.answer(post(body, authorization));
        QCOMPARE(answer.status, known ? 200 : 401);
        QCOMPARE(answer.asksBasic, !known);
    }

    void entities_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const QByteArray &fields, const char *status, const char *says = "") {
            QTest::newRow(name) << fields << QByteArray(status) << QByteArray(says);
        };
        row("complete", complete, "ok", "<Warnings/> <Errors/>");
        row("a part", "<EventId>E</EventId>", "ok", "isn't complete yet: Date, Time, PrintFormats, HallId");
        row("nothing", {}, "ok", "isn't complete yet");
        row("no such day", "<Date>2025-02-30</Date>", "error", "101 Invalid entity: Date");
        row("a day of another kind", "<Date>14.03.2025</Date>", "error", "101");
        row("no such time", "<Time>24:00</Time>", "error", "101 Invalid entity: Time");
        row("a time of another kind", "<Time>7:05</Time>", "error", "101");
        row("yes", complete + "<OnSale>yes</OnSale>", "error", "true or false");
        row("no whole number", complete + "<RunWeek>1.5</RunWeek>", "error", "101 Invalid entity: RunWeek");
        row("an unknown field", complete + "<Colour>red</Colour>", "error", "Colour");
        row("a field twice", complete + "<HallId>H-2</HallId>", "error", "twice");
        row("an empty starred field", "<EventId></EventId>", "error", "102 Missing Data: EventId");
        row("an empty starred list", "<PrintFormats/>", "error", "102 Missing Data: PrintFormats");
        row("an empty field that isn't starred", complete + "<DistributorId/>", "ok");
        row("seats",
            complete
                + "<SeatCapacities><SeatCapacity><SeatType>A</SeatType><Capacity>9</Capacity></SeatCapacity></"
                  "SeatCapacities>",
            "ok");
        row("seats without a type",
            complete + "<SeatCapacities><SeatCapacity><Capacity>9</Capacity></SeatCapacity></SeatCapacities>", "error",
            "102 Missing Data: SeatType");
        row("seats without a number",
            complete + "<SeatCapacities><SeatCapacity><SeatType>A</SeatType></SeatCapacity></SeatCapacities>", "error",
            "102 Missing Data: Capacity");
        row("many seats",
            complete
                + "<SeatCapacities><SeatCapacity><SeatType>A</SeatType><Capacity>many</Capacity></SeatCapacity></"
                  "SeatCapacities>",
            "error", "101 Invalid entity: Capacity");
        row("45.5 %", complete + "<DistributorPercentage precision=\"1\">455</DistributorPercentage>", "ok",
            "<Warnings/>");
        row("100 %", complete + "<DistributorPercentage precision=\"1\">1000</DistributorPercentage>", "ok",
            "<Warnings/>");
        row("100.1 %", complete + "<DistributorPercentage precision=\"1\">1001</DistributorPercentage>", "ok",
            "above 100");
        row("a percentage without precision", complete + "<DistributorPercentage>45</DistributorPercentage>", "error",
            "102 Missing Data: precision");
        row("a precision that isn't", complete + "<DistributorRate precision=\"-1\">45</DistributorRate>", "error",
            "101");
        row("cancelled", complete + "<IsCancelled>true</IsCancelled>", "ok", "ticket orders");
        row("not cancelled", complete + "<IsCancelled>false</IsCancelled>", "ok", "<Warnings/>");
    }
    void entities()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, says);
        ShowtimePartner partner;
        const QByteArray answer = said(partner, fields);
        QVERIFY2(answer.contains(QByteArray("<Status>" + status + "</Status>")), answer.constData());
        QVERIFY2(answer.contains(says), answer.constData());
        QCOMPARE(partner.performances(), status == "ok" ? 1 : 0);
    }

    void idsHaveToBeThere()
    {
        ShowtimePartner partner;
        QCOMPARE(
            partner.answer(post(message(performance(complete, {}) + performance(complete, "P-2", {})))).status, 200);
        const QByteArray answer = partner.processNext().body;
        QCOMPARE(answer.count("<Status>error</Status>"), 2);
        QVERIFY(answer.contains("102 Missing Data: id]") && answer.contains("102 Missing Data: siteId]"));
    }

    void partsAreMerged()
    {
        ShowtimePartner partner;
        QVERIFY(said(partner, "<EventId>E</EventId><Date>2025-03-14</Date>").contains("Time, PrintFormats, HallId"));
        QVERIFY(said(partner, "<Time>19:30</Time><HallId>H</HallId>").contains("isn't complete yet: PrintFormats"));
        QVERIFY(said(partner, "<Time>soon</Time>").contains("101")); // and changes nothing
        QVERIFY(said(partner, "<PrintFormats><PrintFormat>2D</PrintFormat></PrintFormats>").contains("<Warnings/>"));
        QCOMPARE(partner.performances(), 1);
        partner.answer(post(message(performance("<HallId>H</HallId>", "P-1", "S-2")))); // of another site: another one
        QVERIFY(partner.processNext().body.contains("isn't complete yet"));
        QCOMPARE(partner.performances(), 2);
        partner.forgetEverything();
        QCOMPARE(partner.performances(), 0);
    }

    void firstInFirstOut()
    {
        ShowtimePartner partner;
        for (int sequence = 1; sequence <= 3; ++sequence)
            QCOMPARE(partner.answer(post(message(performance(complete), "http://127.0.0.1/", sequence))).status, 200);
        QCOMPARE(partner.waiting(), 3);
        for (int sequence = 1; sequence <= 3; ++sequence) {
            const auto callback = partner.processNext();
            QCOMPARE(callback.url, u"http://127.0.0.1/"_s);
            QVERIFY(callback.body.contains(QByteArray("messageSequence=\"" + QByteArray::number(sequence) + '"')));
            QVERIFY(callback.body.contains("<Response id=\"P-1\" siteId=\"S-1\" entity=\"Performance\">"));
        }
        QVERIFY(!partner.isWaiting());
    }

    void queueIsBounded()
    {
        ShowtimePartner partner;
        const http::Request request = post(message(performance(complete)));
        for (std::size_t i = 0; i < ShowtimePartner::MostWaiting; ++i)
            QCOMPARE(partner.answer(request).status, 200);
        QCOMPARE(partner.answer(request).status, 503);
    }

    void everySecondIsRejected()
    {
        ShowtimePartner partner;
        partner.answer(
            post(message(performance(complete, "A") + performance(complete, "B") + performance(complete, "C"))), true);
        const QByteArray answer = partner.processNext().body;
        QCOMPARE(answer.count("<Status>ok</Status>"), 2);
        QCOMPARE(answer.count("100 Internal Error"), 1);
        QCOMPARE(partner.performances(), 2);
    }

    void onlyToThisMachine_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("may");
        for (const char *url :
            {"http://127.0.0.1:8080/cb", "http://127.0.0.2/", "http://localhost:1/x", "http://[::1]:80/"})
            QTest::newRow(url) << QString::fromLatin1(url) << true;
        for (const char *url :
            {"https://127.0.0.1/", "http://192.0.2.1/", "http://example.test/", "http://localhost.example.test/",
                "http://127.0.0.1.example.test/", "ftp://127.0.0.1/", "file:///etc/passwd", "/cb", "",
                "http://0.0.0.0/", "http://[::ffff:192.0.2.1]/", "http://127.0.0.1@example.test/"})
            QTest::newRow(url) << QString::fromLatin1(url) << false;
    }
    void onlyToThisMachine()
    {
        QFETCH(QString, url);
        QFETCH(bool, may);
        QCOMPARE(CallbackSender::mayPostTo(QUrl(url, QUrl::StrictMode)), may);
    }

    void callbackComes()
    {
        SandboxOptions options;
        options.callbackDelay = std::chrono::milliseconds(0);
        const auto sandbox = Sandbox::start(options).value();
        Receiver receiver;
        const QByteArray body
            = message(performance(complete) + performance("<Date>x</Date>", "P-2"), receiver.url(), 7);
        QVERIFY(exchangeWith(sandbox->port(), wire(body)).startsWith("HTTP/1.1 200 "));
        QTRY_COMPARE(receiver.requests, 1);
        QVERIFY(receiver.got.startsWith("POST /cb/x HTTP/1.1\r\n"));
        QVERIFY(receiver.got.contains("messageSequence=\"7\""));
        QCOMPARE(receiver.got.count("<Status>ok</Status>"), 1);
        QCOMPARE(receiver.got.count("<Status>error</Status>"), 1);
        const auto isTold = [&sandbox] {
            const auto requests = sandbox->requests();
            return requests.size() == 2 && requests[0].operation == partners::Operation::PostPerformance
                && requests[1].kind == AskedRequest::Kind::Callback && requests[1].status == 204;
        };
        QTRY_VERIFY(isTold());
        QCOMPARE(sandbox->holdings().performances, 1);
        QCOMPARE(sandbox->holdings().messages, 1);
        QCOMPARE(sandbox->holdings().waiting, 0);
    }

    void callbackElsewhereIsKept()
    {
        SandboxOptions options;
        options.callbackDelay = std::chrono::milliseconds(0);
        const auto sandbox = Sandbox::start(options).value();
        exchangeWith(sandbox->port(), wire(message(performance(complete), "http://192.0.2.1/cb")));
        QTRY_COMPARE(sandbox->requests().size(), std::size_t{2});
        QCOMPARE(sandbox->requests().back().kind, AskedRequest::Kind::CallbackKept);
        QCOMPARE(sandbox->holdings().performances, 1); // processed all the same
    }

    void faults()
    {
        SandboxOptions options;
        options.faults = {parseFault("503:post-performance@1").value(), parseFault("refuse:post-performance@2").value(),
            parseFault("reset:post-performance@3").value(), parseFault("500:put-full").value()};
        const auto sandbox = Sandbox::start(options).value();
        const QByteArray request = wire(message(performance(complete), {}));
        QVERIFY(exchangeWith(sandbox->port(), request).startsWith("HTTP/1.1 503 "));
        QCOMPARE(exchangeWith(sandbox->port(), request), QByteArray());
        QCOMPARE(sandbox->holdings().messages, 0);
        QCOMPARE(exchangeWith(sandbox->port(), request), QByteArray());
        QCOMPARE(sandbox->holdings().messages, 1); // applied, only the reply is lost
        QVERIFY(exchangeWith(sandbox->port(), request).startsWith("HTTP/1.1 200 "));
    }

    void onePartnerAlone()
    {
        SandboxOptions options;
        options.playsPrime = false;
        const auto showtime = Sandbox::start(options).value();
        const QByteArray get = "GET /v1/avails/L/full-extract/A HTTP/1.1\r\nConnection: close\r\n\r\n";
        QVERIFY(exchangeWith(showtime->port(), get).contains("slash at the end"));
        QVERIFY(exchangeWith(showtime->port(), wire(message(performance(complete), {}))).startsWith("HTTP/1.1 200 "));
        options.playsPrime = true;
        options.playsShowtime = false;
        const auto prime = Sandbox::start(options).value();
        QVERIFY(exchangeWith(prime->port(), wire(message(performance(complete), {}))).startsWith("HTTP/1.1 404 "));
        QVERIFY(exchangeWith(prime->port(), get).contains("no such avail"));
    }

    void loginAndPace()
    {
        const auto sandbox = Sandbox::start().value();
        sandbox->setShowtimeLogin(u"cinema"_s, u"secret"_s);
        QCOMPARE(sandbox->showtimeUser(), u"cinema"_s);
        QCOMPARE(sandbox->showtimePassword(), u"secret"_s);
        const QByteArray answer = exchangeWith(sandbox->port(), wire(message(performance(complete))));
        QVERIFY(answer.startsWith("HTTP/1.1 401 ") && answer.contains("WWW-Authenticate: Basic "));
        QVERIFY(sandbox->showtimeUrl().toString().endsWith(u"/data/pos/"_s));
    }
};

QTEST_GUILESS_MAIN(TestShowtime)
#include "tst_sandboxshowtime.moc"
