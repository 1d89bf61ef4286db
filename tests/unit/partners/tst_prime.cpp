// SPDX-License-Identifier: GPL-3.0-or-later
// Operation, Request, Prime and Outcome: addresses, what is shown of them, and the table of outcomes.
#include "partners/Outcome.h"
#include "partners/Prime.h"
#include "payload/Document.h"

#include <QTest>

using namespace marquee;
using namespace marquee::partners;
using namespace Qt::StringLiterals;
using Kind = Outcome::Kind;
using Transport = Reply::Transport;

class TestPrime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("1") << u"put-full"_s << QByteArray("PUT /v1/avails/Lantern%20Pictures/full-extract/NF%2F1");
        QTest::newRow("2") << u"get-full"_s
                           << QByteArray("GET /v1/avails/Lantern%20Pictures/full-extract/NF%2F1?territory=US&businessLine=PRIME_SUBSCRIPTION");
        QTest::newRow("3") << u"delete-full"_s
                           << QByteArray("DELETE /v1/avails/Lantern%20Pictures/full-extract/NF%2F1?territory=US&businessLine=PRIME_SUBSCRIPTION&contractId=CPH");
        QTest::newRow("4") << u"validate-full"_s << QByteArray("POST /v1/avails/Lantern%20Pictures/full-extract/NF%2F1/validate");
        QTest::newRow("5") << u"put-partial"_s << QByteArray("PUT /v1/avails/Lantern%20Pictures/partial-extract/transactions/w%231");
        QTest::newRow("6") << u"get-partial"_s << QByteArray("GET /v1/avails/Lantern%20Pictures/partial-extract/transactions/w%231");
        QTest::newRow("7") << u"delete-partial"_s << QByteArray("DELETE /v1/avails/Lantern%20Pictures/partial-extract/transactions/w%231");
        QTest::newRow("8") << u"validate-partial"_s
                           << QByteArray("POST /v1/avails/Lantern%20Pictures/partial-extract/transactions/w%231/validate");
        QTest::newRow("9") << u"batch-put"_s << QByteArray("POST /v1/avails/Lantern%20Pictures/partial-extract/batch/put");
        QTest::newRow("10") << u"batch-get"_s << QByteArray("POST /v1/avails/Lantern%20Pictures/partial-extract/batch/get");
        QTest::newRow("11") << u"batch-delete"_s << QByteArray("POST /v1/avails/Lantern%20Pictures/partial-extract/batch/delete");
        QTest::newRow("12") << u"batch-validate"_s << QByteArray("POST /v1/avails/Lantern%20Pictures/partial-extract/batch/validate");
    }
    void addresses()
    {
        QFETCH(QString, operation);
        QFETCH(QByteArray, line);
        const auto known = operationNamed(operation.toStdString());
        QVERIFY(known);
        const PrimeTarget target{u"Lantern Pictures"_s, u"NF/1"_s, u"w#1"_s, u"US"_s, u"PRIME_SUBSCRIPTION"_s, u"CPH"_s};
        const PrimeEndpoint endpoint{QUrl(u"https://partner.example/v1/"_s), "s3cret", "PRIME_KEY"};
        const auto request = makePrimeRequest(*known, target, endpoint, "{\"a\": 'b'}");
        QVERIFY(request.has_value());
        const QByteArray http = toHttp(*request);
        QVERIFY2(http.startsWith(QByteArray(line + " HTTP/1.1\r\n")), http.constData());
        QCOMPARE(http.contains("Content-Type: application/json"), infoOf(*known).hasBody);
        for (const QByteArray &text : {http, toCurl(*request)}) {
            QVERIFY(!text.contains("s3cret"));
            QVERIFY(text.contains("$PRIME_KEY"));
        }
    }

    void unknownOperation() { QVERIFY(!operationNamed("put")); }

    void missingPieces()
    {
        const PrimeEndpoint endpoint{QUrl(u"https://partner.example/v1"_s), {}, {}};
        for (const OperationInfo &info : operationsOf(Partner::Prime)) {
            QVERIFY(!makePrimeRequest(info.operation, {}, endpoint).has_value());
            const auto named = makePrimeRequest(info.operation, {u"L"_s, {}, {}, {}, {}, {}}, endpoint);
            QCOMPARE(named.has_value(), info.reach == Reach::Batch);
            if (!named)
                QVERIFY(!named.error().nextStep.isEmpty());
        }
    }

    void targetsFromDocuments()
    {
        const auto avail = payload::Document::read(
            "{\"avail\":{\"ALID\":\"a\",\"Licensor\":{\"DisplayName\":\"L\"},\"Transaction\":[{\"_TransactionID\":\"w\",\"ContractID\":\"C\","
            "\"Territory\":[{\"country\":\"US\"}]},{\"ContractID\":\"C\",\"Territory\":[{\"country\":\"DE\"}]}]}}").value();
        const PrimeTarget target = targetOf(*avail);
        QCOMPARE(target.licensor, u"L"_s);
        QCOMPARE(target.alid, u"a"_s);
        QCOMPARE(target.transaction, u"w"_s);
        QCOMPARE(target.contract, u"C"_s);
        QCOMPARE(target.territory, QString()); // two of them
        const auto batch = payload::Document::read(
            "{\"requestItems\":[{\"path\":\"/avails/L%20P/partial-extract/transactions/w\"}]}").value();
        QCOMPARE(targetOf(*batch).licensor, u"L P"_s);
    }

    void curlKeepsTheBody()
    {
        Request request{"PUT", QUrl(u"https://x.example/a'b"_s), {{"X-A", "it's", {}}}, "END\n$HOME `x`\n"};
        const QByteArray curl = toCurl(request);
        QVERIFY(curl.contains("<<'END_'\nEND\n$HOME `x`\nEND_\n"));
        QVERIFY(curl.contains("'X-A: it'\\''s'"));
    }

    void outcomes_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<int>("transport");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("exitCode");
        const auto row = [](const char *name, const char *operation, Transport transport, int status, const char *body,
                            const char *outcome, int exitCode) {
            QTest::newRow(name) << QString::fromLatin1(operation) << static_cast<int>(transport) << status << QByteArray(body)
                                << QString::fromLatin1(outcome) << exitCode;
        };
        const auto answered = Transport::Answered;
        row("taken", "put-full", answered, 200, "{\"success\":true,\"validationErrors\":[]}", "accepted", 0);
        row("an avail alone", "get-partial", answered, 200, "{\"avail\":{}}", "accepted", 0);
        row("items", "batch-put", answered, 200, "{\"responseItems\":[{\"success\":true}]}", "accepted", 0);
        row("one item refused", "batch-put", answered, 200, "{\"responseItems\":[{\"success\":true},{\"success\":false}]}", "rejected", 1);
        row("refused", "validate-full", answered, 200, "{\"success\":false,\"validationErrors\":[\"x\"]}", "rejected", 1);
        for (const int status : {400, 404, 409, 422})
            QTest::addRow("%d", status) << u"put-full"_s << static_cast<int>(answered) << status << QByteArray("{}") << u"rejected"_s << 1;
        for (const int status : {401, 403})
            QTest::addRow("%d", status) << u"put-full"_s << static_cast<int>(answered) << status << QByteArray() << u"failed"_s << 6;
        for (const int status : {429, 500, 503, 302, 405})
            QTest::addRow("%d", status) << u"put-full"_s << static_cast<int>(answered) << status << QByteArray() << u"failed"_s << 4;
        row("not JSON", "put-full", answered, 200, "<html>", "unknown", 5);
        row("JSON of something else", "put-full", answered, 200, "{\"a\":1}", "unknown", 5);
        row("nothing", "delete-full", answered, 204, "", "unknown", 5);
        row("not JSON, asked only", "get-full", answered, 200, "<html>", "failed", 4);
        row("not reached", "put-full", Transport::NotReached, 0, "", "failed", 4);
        row("no trust", "put-full", Transport::Refused, 0, "", "failed", 6);
        row("lost", "put-full", Transport::Lost, 0, "", "unknown", 5);
        row("lost, asked only", "validate-full", Transport::Lost, 0, "", "failed", 4);
        row("late", "batch-put", Transport::TimedOut, 0, "", "unknown", 5);
        row("cancelled in time", "put-full", Transport::CancelledBefore, 0, "", "failed", 4);
        row("cancelled late", "put-full", Transport::Cancelled, 0, "", "unknown", 5);
    }
    void outcomes()
    {
        QFETCH(QString, operation);
        QFETCH(int, transport);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, outcome);
        QFETCH(int, exitCode);
        Reply reply;
        reply.transport = static_cast<Transport>(transport);
        reply.status = status;
        reply.body = body;
        const Outcome result = primeOutcome(*operationNamed(operation.toStdString()), reply);
        QCOMPARE(QString(outcomeName(result.kind)), outcome);
        QCOMPARE(result.exitCode, exitCode);
        QVERIFY(!result.message.isEmpty());
    }

    void whatIsSentAgain()
    {
        Reply lost;
        lost.transport = Transport::Lost;
        QVERIFY(primeOutcome(Operation::PutFull, lost).mayRepeat);
        QVERIFY(!primeOutcome(Operation::BatchPut, lost).mayRepeat);
        Reply busy;
        busy.transport = Transport::Answered;
        busy.status = 429;
        QVERIFY(primeOutcome(Operation::BatchPut, busy).mayRepeat);
        busy.status = 500;
        QVERIFY(!primeOutcome(Operation::BatchPut, busy).mayRepeat);
        QVERIFY(primeOutcome(Operation::DeleteFull, busy).mayRepeat);
    }

    void partnersErrors()
    {
        Reply reply;
        reply.transport = Transport::Answered;
        reply.status = 400;
        reply.body = "{\"success\":false,\"validationErrors\":[\"plain\",{\"errorCode\":\"E1\",\"message\":\"words\",\"path\":\"avail.ALID\"},{\"x\":[1.0]}]}";
        const Outcome outcome = primeOutcome(Operation::PutFull, reply);
        QCOMPARE(outcome.errors.size(), std::size_t{3});
        QCOMPARE(outcome.errors[0].message, u"plain"_s);
        QCOMPARE(outcome.errors[1].code, u"E1"_s);
        QCOMPARE(outcome.errors[1].path, u"avail.ALID"_s);
        QCOMPARE(outcome.errors[2].raw, std::string("{\"x\":[1.0]}"));
    }
};

QTEST_GUILESS_MAIN(TestPrime)
#include "tst_prime.moc"
