// SPDX-License-Identifier: GPL-3.0-or-later
// A message to Showtime: as it goes over the wire, as it is shown, what it is about, and what an answer means.
#include "partners/Outcome.h"
#include "partners/Showtime.h"
#include "payload/Document.h"

#include <QTest>

using namespace marquee;
using namespace marquee::partners;
using namespace Qt::StringLiterals;
using Transport = Reply::Transport;

namespace {

const QByteArray message
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<ShowTimeAnalytics dataSupplierId=\"SUP&amp;1\" "
      "messageSequence=\"1001\">\n"
      "  <Performances>\n    <Performance id=\"P-1\" siteId=\"S-1\"><EventId><![CDATA[E-1]]></EventId></Performance>\n"
      "    <Performance id=\"P-2\" siteId=\"S-1\"/>\n  </Performances>\n</ShowTimeAnalytics>\n";

ShowtimeEndpoint endpoint()
{
    ShowtimeEndpoint endpoint;
    endpoint.baseUrl = QUrl(u"https://circuit.example/data/pos/"_s);
    endpoint.user = "it's me";
    endpoint.password = "tR0ub4dor:planted";
    endpoint.passwordName = "SHOW_PASSWORD";
    return endpoint;
}

QByteArray valueOf(const Request &request, const QByteArray &name)
{
    for (const Header &header : request.headers) {
        if (header.name == name)
            return header.value;
    }
    return {};
}

} // namespace

class TestShowtime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOfItsPartner()
    {
        const OperationInfo &info = infoOf(Operation::PostPerformance);
        QCOMPARE(info.partner, Partner::Showtime);
        QCOMPARE(operationNamed("post-performance"), std::optional(Operation::PostPerformance));
        QVERIFY(!operationNamed("post-performances"));
        QCOMPARE(operationsOf(Partner::Prime).size(), std::size_t{12});
        QCOMPARE(operationsOf(Partner::Showtime).size(), std::size_t{1});
        for (const Partner partner : {Partner::Prime, Partner::Showtime}) {
            for (const OperationInfo &one : operationsOf(partner))
                QCOMPARE(one.partner, partner);
        }
    }

    void bytes()
    {
        const QByteArray body("<a>\r\n\t\xC3\xBC ]]&gt;</a>\n\n");
        const Request request = makeShowtimeRequest(endpoint(), body).value();
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.url.toEncoded(), QByteArray("https://circuit.example/data/pos/"));
        QCOMPARE(request.body, body);
        QCOMPARE(valueOf(request, "Content-Type"), QByteArray("text/xml; charset=UTF-8"));
        QCOMPARE(valueOf(request, "Authorization"), "Basic " + QByteArray("it's me:tR0ub4dor:planted").toBase64());
    }

    void neverWrapped()
    {
        ShowtimeEndpoint long76 = endpoint();
        long76.password = QByteArray(300, 'p');
        const QByteArray value = valueOf(makeShowtimeRequest(long76, {}).value(), "Authorization");
        QVERIFY(value.size() > 400);
        QVERIFY(!value.contains('\n') && !value.contains('\r') && value.count(' ') == 1);
    }

    void address_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("slash") << u"https://c.example/data/pos/"_s
                               << QByteArray("POST /data/pos/ HTTP/1.1\r\nHost: c.example\r\n");
        QTest::newRow("no slash") << u"https://c.example/data/pos"_s << QByteArray("POST /data/pos HTTP/1.1\r\n");
        QTest::newRow("port") << u"http://127.0.0.1:81/data/pos/"_s
                              << QByteArray("POST /data/pos/ HTTP/1.1\r\nHost: 127.0.0.1:81\r\n");
        QTest::newRow("no path") << u"https://c.example"_s << QByteArray("POST / HTTP/1.1\r\n");
        QTest::newRow("query") << u"https://c.example/data/pos/?c=1"_s
                               << QByteArray("POST /data/pos/?c=1 HTTP/1.1\r\n");
    }
    void address()
    {
        QFETCH(QString, url);
        QFETCH(QByteArray, line);
        ShowtimeEndpoint there = endpoint();
        there.baseUrl = QUrl(url);
        const QByteArray http = toHttp(makeShowtimeRequest(there, "<a/>").value());
        QVERIFY2(http.startsWith(line), http.constData());
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("good");
        QTest::newRow("no user") << QByteArray("user") << QByteArray() << false;
        QTest::newRow("colon") << QByteArray("user") << QByteArray("a:b") << false;
        QTest::newRow("no colon") << QByteArray("user") << QByteArray("a.b") << true;
        QTest::newRow("no password") << QByteArray("password") << QByteArray() << false;
        QTest::newRow("colon in the password") << QByteArray("password") << QByteArray("a:b") << true;
        QTest::newRow("no type") << QByteArray("type") << QByteArray() << false;
        QTest::newRow("type of two lines") << QByteArray("type") << QByteArray("text/xml\r\nX-Y: z") << false;
        QTest::newRow("another type") << QByteArray("type") << QByteArray("application/xml") << true;
        QTest::newRow("no address") << QByteArray("url") << QByteArray() << false;
    }
    void refused()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, value);
        QFETCH(bool, good);
        ShowtimeEndpoint there = endpoint();
        if (field == "url")
            there.baseUrl = QUrl(QString::fromLatin1(value));
        else
            (field == "user" ? there.user : field == "type" ? there.contentType : there.password) = value;
        const auto request = makeShowtimeRequest(there, "<a/>");
        QCOMPARE(request.has_value(), good);
        if (!good)
            QVERIFY(!request.error().message.isEmpty() && !request.error().nextStep.isEmpty());
    }

    void theSecretIsShownByItsName()
    {
        const Request request = makeShowtimeRequest(endpoint(), message).value();
        for (const QByteArray &text : {toHttp(request), toCurl(request)}) {
            QVERIFY(!text.contains("planted"));
            QVERIFY(!text.contains(QByteArray("it's me:tR0ub4dor:planted").toBase64()));
            QVERIFY(text.contains("$SHOW_PASSWORD"));
            QVERIFY(text.contains(message));
        }
        QVERIFY(toHttp(request).contains("Authorization: Basic it's me:$SHOW_PASSWORD\r\n"));
        QVERIFY(toCurl(request).contains("--user 'it'\\''s me:'\"$SHOW_PASSWORD\""));
        QVERIFY(toCurl(request).contains("--header 'Content-Type: text/xml; charset=UTF-8'"));
    }

    void standInsComeBack_data()
    {
        QTest::addColumn<QByteArray>("shown");
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("basic") << QByteArray("Basic me:$PW") << QByteArray("me") << QByteArray("PW");
        QTest::newRow("dollar in the user") << QByteArray("Basic m:$e:$PW") << QByteArray("m:$e") << QByteArray("PW");
        QTest::newRow("name") << QByteArray("$KEY") << QByteArray() << QByteArray("KEY");
        QTest::newRow("mask") << QByteArray("***") << QByteArray() << QByteArray();
        QTest::newRow("no user") << QByteArray("Basic :$PW") << QByteArray() << QByteArray();
    }
    void standInsComeBack()
    {
        QFETCH(QByteArray, shown);
        QFETCH(QByteArray, user);
        QFETCH(QByteArray, secret);
        const Header header = headerFrom("Authorization", shown);
        QCOMPARE(header.user, user);
        QCOMPARE(header.secretName, secret);
        if (!secret.isEmpty())
            QCOMPARE(standIn(header), shown);
        QVERIFY(headerFrom("Content-Type", shown).secretName.isEmpty()); // nothing secret by its name
    }

    void target()
    {
        const auto document = payload::Document::read(message).value();
        QVERIFY(isMessage(*document));
        const MessageTarget target = messageTargetOf(*document);
        QCOMPARE(target.supplier, u"SUP&1"_s);
        QCOMPARE(target.sequence, 1001);
        QCOMPARE(target.name(), u"SUP&1/1001"_s);
        QCOMPARE(target.performances, (std::vector<MessageTarget::Entity>{{u"P-1"_s, u"S-1"_s}, {u"P-2"_s, u"S-1"_s}}));
    }

    void notATarget_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isMessage");
        QTest::newRow("avail") << QByteArray("{\"avail\":{}}") << false;
        QTest::newRow("another element") << QByteArray("<a messageSequence=\"1\" dataSupplierId=\"S\"/>") << false;
        QTest::newRow("callback") << QByteArray(
            "<ShowTimeAnalyticsResponse dataSupplierId=\"S\" messageSequence=\"1\"/>")
                                  << false;
        QTest::newRow("no number") << QByteArray(
            "<ShowTimeAnalytics dataSupplierId=\"S\"><Performances/></ShowTimeAnalytics>")
                                   << true;
        QTest::newRow("a word") << QByteArray(
            "<ShowTimeAnalytics dataSupplierId=\"S\" messageSequence=\"x\"><Performances/></ShowTimeAnalytics>")
                                << true;
        QTest::newRow("zero") << QByteArray(
            "<ShowTimeAnalytics dataSupplierId=\"S\" messageSequence=\"0\"><Performances/></ShowTimeAnalytics>")
                              << true;
        QTest::newRow("no supplier") << QByteArray(
            "<ShowTimeAnalytics messageSequence=\"4\"><Performances/></ShowTimeAnalytics>")
                                     << true;
    }
    void notATarget()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isMessage);
        const auto document = payload::Document::read(text).value();
        QCOMPARE(partners::isMessage(*document), isMessage);
        QVERIFY(messageTargetOf(*document).name().isEmpty());
    }

    void numbering_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("another") << message << QByteArray(message).replace("\"1001\"", "\"1002\"");
        const QByteArray bare
            = "<ShowTimeAnalytics dataSupplierId='S'><!-- kept --><Performances></Performances></ShowTimeAnalytics>";
        QTest::newRow("none yet") << bare << QByteArray(bare).replace("'S'", "'S' messageSequence=\"1002\"");
    }
    void numbering()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const auto document = payload::Document::read(before).value();
        QVERIFY(document->apply(numberingEdit(*document, 1002)));
        QCOMPARE(document->text().toByteArray(), after);
        QCOMPARE(messageTargetOf(*document).sequence, 1002);
    }

    void outcomes_data()
    {
        QTest::addColumn<int>("transport");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<bool>("mayRepeat");
        QTest::addColumn<QString>("says");
        const auto answered = [](const char *name, int status, const char *body, const char *outcome, int exitCode,
                                  bool mayRepeat, const char *says, const char *type = "") {
            QTest::newRow(name) << static_cast<int>(Transport::Answered) << status << QByteArray(type)
                                << QByteArray(body) << QString::fromLatin1(outcome) << exitCode << mayRepeat
                                << QString::fromLatin1(says);
        };
        answered("200", 200, "", "accepted", 0, false, "Queued");
        answered("200, words", 200, "OK", "accepted", 0, false, "Queued");
        answered("200, XML", 200, "<ok/>", "accepted", 0, false, "Queued", "text/xml");
        answered("200, JSON", 200, "{\"queued\":true}", "accepted", 0, false, "Queued", "application/json");
        answered("200, XML that ends", 200, "<ok>", "unknown", 5, false, "callback", "text/xml");
        answered("200, a page", 200, "<!DOCTYPE html><p>Sign in", "unknown", 5, false, "callback");
        answered(
            "200, a page by its type", 200, "Sign in", "unknown", 5, false, "callback", "text/html; charset=utf-8");
        answered("200, well-formed page", 200, "<html><body/></html>", "unknown", 5, false, "callback");
        answered("200, not a page", 200, "<htm/>", "accepted", 0, false, "Queued");
        answered("200, garbage", 200, "\x07 not what you asked for", "unknown", 5, false, "callback");
        answered("201", 201, "", "unknown", 5, false, "201");
        answered("202", 202, "", "unknown", 5, false, "callback");
        answered("204", 204, "", "unknown", 5, false, "callback");
        answered("301", 301, "", "failed", 4, false, "redirection");
        answered("302", 302, "<html/>", "failed", 4, false, "redirection");
        answered("400", 400, "", "rejected", 1, false, "whole message");
        answered("401", 401, "", "failed", 6, false, "IP address");
        answered("403", 403, "", "failed", 6, false, "IP address");
        answered("404", 404, "", "rejected", 1, false, "base URL");
        answered("405", 405, "", "failed", 4, false, "base URL");
        answered("409", 409, "", "rejected", 1, false, "next number");
        answered("413", 413, "", "rejected", 1, false, "Split");
        answered("415", 415, "", "failed", 4, false, "content type");
        answered("422", 422, "", "rejected", 1, false, "next number");
        answered("429", 429, "", "failed", 4, true, "wait");
        answered("500", 500, "", "failed", 4, false, "support");
        answered("502", 502, "", "failed", 4, false, "later");
        answered("503", 503, "", "failed", 4, true, "overloaded");
        answered("504", 504, "", "failed", 4, false, "later");
        const auto transport = [](const char *name, Transport how, const char *outcome, int exitCode, bool mayRepeat,
                                   const char *says) {
            QTest::newRow(name) << static_cast<int>(how) << 0 << QByteArray() << QByteArray()
                                << QString::fromLatin1(outcome) << exitCode << mayRepeat << QString::fromLatin1(says);
        };
        transport("not reached", Transport::NotReached, "failed", 4, true, "Nothing was sent");
        transport("TLS", Transport::Refused, "failed", 6, false, "No safe connection");
        transport("cancelled before", Transport::CancelledBefore, "failed", 4, true, "before");
        transport("lost", Transport::Lost, "unknown", 5, false, "callback");
        transport("late", Transport::TimedOut, "unknown", 5, false, "callback");
        transport("cancelled", Transport::Cancelled, "unknown", 5, false, "callback");
        transport("too large", Transport::TooLarge, "unknown", 5, false, "callback");
    }
    void outcomes()
    {
        QFETCH(int, transport);
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, outcome);
        QFETCH(int, exitCode);
        QFETCH(bool, mayRepeat);
        QFETCH(QString, says);
        Reply reply;
        reply.transport = static_cast<Transport>(transport);
        reply.status = status;
        reply.body = body;
        if (!type.isEmpty())
            reply.headers.emplace_back("content-type", type);
        const Outcome result = outcomeOf(Operation::PostPerformance, reply);
        QCOMPARE(QString(outcomeName(result.kind)), outcome);
        QCOMPARE(result.exitCode, exitCode);
        QCOMPARE(result.mayRepeat, mayRepeat);
        QVERIFY2(result.message.contains(says), qPrintable(result.message));
    }

    void whatARefusalSays_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("messages");
        QTest::newRow("nothing") << QByteArray() << QStringList{};
        QTest::newRow("words") << QByteArray("Message is \n too old") << QStringList{u"Message is too old"_s};
        QTest::newRow("page") << QByteArray("<html><p>Bad") << QStringList{};
        QTest::newRow("noise") << QByteArray("\x01\x02") << QStringList{};
        QTest::newRow("errors") << QByteArray(
            "<R><Errors><Error>one</Error><Error><![CDATA[two]]></Error></Errors><Other>x</Other></R>")
                                << QStringList{u"one"_s, u"two"_s};
        QTest::newRow("message") << QByteArray("<R><Message>one</Message></R>") << QStringList{u"one"_s};
        QTest::newRow("long") << QByteArray(5000, 'x') << QStringList{QString(500, u'x')};
    }
    void whatARefusalSays()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, messages);
        Reply reply;
        reply.transport = Transport::Answered;
        reply.status = 400;
        reply.body = body;
        QStringList said;
        for (const PartnerError &error : showtimeOutcome(reply).errors)
            said << error.message;
        QCOMPARE(said, messages);
    }
};

QTEST_GUILESS_MAIN(TestShowtime)
#include "tst_showtime.moc"
