// SPDX-License-Identifier: GPL-3.0-or-later
// PrimePartner, PrimeJudgement, Fault, Connection: the partner's side, from bytes to answers.
#include "payload/Document.h"
#include "sandbox/Fault.h"
#include "sandbox/PrimeJudgement.h"
#include "sandbox/PrimePartner.h"
#include "sandbox/Sandbox.h"

#include <QTcpSocket>
#include <QTest>

using namespace marquee;
using namespace marquee::sandbox;
using namespace Qt::StringLiterals;

namespace {

QByteArray availOf(const char *end = "2028-01-01T00:00:00Z")
{
    return "{\"avail\":{\"ALID\":\"A\",\"Licensor\":{\"DisplayName\":\"L\"},\"Transaction\":[{\"_TransactionID\":\"w1\",\"LicenseType\":\"EST\","
           "\"Territory\":[{\"country\":\"US\"}],\"Start\":\"2027-01-01T00:00:00Z\",\"End\":\"" + QByteArray(end) + "\",\"n\":9.90}]}}";
}

HttpAnswer ask(PrimePartner &partner, const char *method, const QByteArray &target, const QByteArray &body = {})
{
    const http::Request request{method, target, {}, body, true};
    return partner.answer(request, PrimePartner::route(request));
}

} // namespace

class TestSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partials()
    {
        PrimePartner partner;
        const QByteArray place = "/v1/avails/L/partial-extract/transactions/w1";
        QCOMPARE(ask(partner, "GET", place).status, 404);
        QCOMPARE(ask(partner, "POST", place + "/validate", availOf()).body, QByteArray("{\"success\":true,\"validationErrors\":[]}"));
        QCOMPARE(ask(partner, "GET", place).status, 404); // validating keeps nothing
        QCOMPARE(ask(partner, "PUT", place, availOf()).status, 200);
        QCOMPARE(ask(partner, "GET", place).body, availOf()); // and no "success", as published
        QCOMPARE(ask(partner, "DELETE", place).body, QByteArray("{\"success\":true}"));
        QCOMPARE(ask(partner, "GET", place).status, 404);
    }

    void fullByTerritoryAndLine()
    {
        PrimePartner partner;
        QCOMPARE(ask(partner, "PUT", "/v1/avails/L/full-extract/A", availOf()).status, 200);
        QCOMPARE(ask(partner, "GET", "/v1/avails/L/full-extract/A?territory=US&businessLine=PRIME_SUBSCRIPTION").status, 200);
        QCOMPARE(ask(partner, "GET", "/v1/avails/L/full-extract/A?territory=DE").status, 404);
        QCOMPARE(ask(partner, "GET", "/v1/avails/M/full-extract/A").status, 404);
        QVERIFY(ask(partner, "GET", "/v1/avails/L/full-extract/A").body.endsWith(",\"success\":true}"));
    }

    void judgements_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("dates") << availOf("2026-01-01T00:00:00Z") << QByteArray("INVALID_WINDOW");
        QTest::newRow("no date") << availOf("soon") << QByteArray("INVALID_DATE");
        QTest::newRow("another licensor") << availOf().replace("\"L\"", "\"M\"") << QByteArray("LICENSOR_MISMATCH");
        QTest::newRow("another window") << availOf().replace("w1", "w2") << QByteArray("ID_MISMATCH");
        QTest::newRow("no country") << availOf().replace("\"US\"", "\"usa\"") << QByteArray("INVALID_TERRITORY");
        QTest::newRow("no avail") << QByteArray("{}") << QByteArray("MISSING_FIELD");
        QTest::newRow("not JSON") << QByteArray("{") << QByteArray("MALFORMED");
    }
    void judgements()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, code);
        PrimePartner partner;
        const HttpAnswer answer = ask(partner, "PUT", "/v1/avails/L/partial-extract/transactions/w1", body);
        QCOMPARE(answer.status, 400);
        QVERIFY2(answer.body.contains(code), answer.body.constData());
        QVERIFY(payload::Document::read(answer.body).has_value());
        const HttpAnswer asked = ask(partner, "POST", "/v1/avails/L/partial-extract/transactions/w1/validate", body);
        QCOMPARE(asked.status, code == "MALFORMED" ? 400 : 200);
    }

    void batches()
    {
        PrimePartner partner;
        const auto batch = [](int count, const QByteArray &body) {
            QByteArray items;
            for (int i = 0; i < count; ++i)
                items += (i == 0 ? "" : ",") + QByteArray("{\"requestItemId\":\"r") + QByteArray::number(i)
                    + "\",\"path\":\"/avails/L/partial-extract/transactions/w1\"" + (body.isEmpty() ? QByteArray() : QByteArray(",\"body\":" + body)) + '}';
            return QByteArray("{\"requestItems\":[" + items + "]}");
        };
        QCOMPARE(ask(partner, "POST", "/v1/avails/L/partial-extract/batch/put", batch(100, availOf())).status, 200);
        QCOMPARE(ask(partner, "POST", "/v1/avails/L/partial-extract/batch/put", batch(101, availOf())).status, 400);
        const HttpAnswer got = ask(partner, "POST", "/v1/avails/L/partial-extract/batch/get", batch(2, {}));
        const auto reply = payload::Document::read(got.body).value();
        const payload::Value items = reply->root().member("responseItems");
        QCOMPARE(items.size(), 2u);
        QCOMPARE(items.at(1).member("requestItemId").string(), std::string("r1"));
        QCOMPARE(items.at(1).member("success").raw(), std::string("true"));
        QVERIFY(items.at(1).member("avail").isObject());
        const HttpAnswer wrong = ask(partner, "POST", "/v1/avails/M/partial-extract/batch/get", batch(1, {}));
        QVERIFY(wrong.body.contains("INVALID_PATH"));
        const HttpAnswer deleted = ask(partner, "POST", "/v1/avails/L/partial-extract/batch/delete", batch(2, {}));
        QVERIFY(deleted.body.contains("true") && deleted.body.contains("NOT_FOUND")); // the second is gone by then
    }

    void addresses()
    {
        PrimePartner partner;
        QCOMPARE(ask(partner, "GET", "/v1/elsewhere").status, 404);
        const HttpAnswer wrong = ask(partner, "PATCH", "/v1/avails/L/full-extract/A");
        QCOMPARE(wrong.status, 405);
        QCOMPARE(wrong.allow, QByteArray("PUT, GET, DELETE"));
    }

    void faults_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<bool>("good");
        for (const char *spec : {"500", "reset:put-full", "stall@3", "429x2", "503:batch-put@2x5", "partial:batch-put"})
            QTest::newRow(spec) << QString::fromLatin1(spec) << true;
        for (const char *spec : {"", "600", "reset:put", "stall@", "stall@0", "429x0", "x", "html@1x"})
            QTest::addRow("not %s", spec) << QString::fromLatin1(spec) << false;
    }
    void faults()
    {
        QFETCH(QString, spec);
        QFETCH(bool, good);
        QCOMPARE(parseFault(spec.toStdString()).has_value(), good);
    }

    void faultsCount()
    {
        const Fault fault = parseFault("503:put-full@2x2").value();
        const auto put = partners::Operation::PutFull;
        QVERIFY(!fault.hits(put, 1));
        QVERIFY(fault.hits(put, 2));
        QVERIFY(fault.hits(put, 3));
        QVERIFY(!fault.hits(put, 4));
        QVERIFY(!fault.hits(partners::Operation::GetFull, 2));
    }

    /// Two requests on one connection, and one that is too large: on the socket itself.
    void onTheSocket()
    {
        const auto sandbox = Sandbox::start().value();
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, sandbox->port());
        QVERIFY(socket.waitForConnected());
        socket.write("GET /v1/x HTTP/1.1\r\n\r\nGET /v1/y HTTP/1.1\r\n\r\n");
        QByteArray answers;
        QTRY_VERIFY((answers += socket.readAll()).count("HTTP/1.1 404 Not Found") == 2);
        socket.write("PUT /v1/avails/L/full-extract/A HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n");
        QTRY_VERIFY((answers += socket.readAll()).contains("HTTP/1.1 413 "));
    }

    void portTaken()
    {
        const auto first = Sandbox::start().value();
        SandboxOptions options;
        options.port = first->port();
        const auto second = Sandbox::start(options);
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().code, Error::Code::Network);
    }
};

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
