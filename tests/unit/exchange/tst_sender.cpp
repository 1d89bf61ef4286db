// SPDX-License-Identifier: GPL-3.0-or-later
// Sender against the sandbox, on a real socket: every fault has its outcome, and every request ends exactly once.
#include "exchange/Sender.h"
#include "partners/Outcome.h"
#include "partners/Prime.h"
#include "sandbox/Sandbox.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace marquee;
using namespace marquee::partners;
using namespace Qt::StringLiterals;
using exchange::Sender;

namespace {

const QByteArray film
    = "{\n  \"avail\": {\n    \"ALID\": \"NF-1\",\n    \"Licensor\": {\"DisplayName\": \"L\"},\n    \"x\": 9.90,\n"
      "    \"Transaction\": [{\"_TransactionID\": \"w1\", \"LicenseType\": \"EST\", \"Territory\": [{\"country\": "
      "\"US\"}],"
      " \"Start\": \"2027-01-01T00:00:00Z\", \"End\": \"2028-01-01T00:00:00Z\"}]\n  }\n}\n";
const PrimeTarget target{u"L"_s, u"NF-1"_s, u"w1"_s, {}, {}, {}};

struct Result
{
    Reply reply;
    Outcome outcome;
    int ended = 0;
};

Result send(
    Operation operation, const QUrl &base, const QByteArray &body, int timeoutMs = 10000, const QByteArray &key = {})
{
    Sender sender;
    const Request request = makePrimeRequest(operation, target, {base, key, "KEY"}, body).value();
    Result result;
    sender.send(request, timeoutMs, [&result](const Reply &reply) {
        result.reply = reply;
        ++result.ended;
    });
    [&result] { QTRY_VERIFY_WITH_TIMEOUT(result.ended > 0, 20000); }();
    QCoreApplication::processEvents();
    result.outcome = primeOutcome(operation, result.reply);
    return result;
}

} // namespace

class TestSender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip()
    {
        const auto sandbox = sandbox::Sandbox::start().value();
        QCOMPARE(send(Operation::GetFull, sandbox->primeUrl(), {}).reply.status, 404);
        QCOMPARE(send(Operation::PutFull, sandbox->primeUrl(), film).outcome.exitCode, 0);
        const Result got = send(Operation::GetFull, sandbox->primeUrl(), {});
        QCOMPARE(got.outcome.exitCode, 0);
        const qsizetype from = film.indexOf("{\n    \"ALID\"");
        QVERIFY(got.reply.body.contains(film.mid(from, film.lastIndexOf("\n}") - from))); // byte for byte
        QCOMPARE(send(Operation::DeleteFull, sandbox->primeUrl(), {}).outcome.exitCode, 0);
        QCOMPARE(send(Operation::DeleteFull, sandbox->primeUrl(), {}).outcome.exitCode, 1);
    }

    void everyFault_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("500") << u"500"_s << u"put-full"_s << u"failed"_s << 4;
        QTest::newRow("503") << u"503"_s << u"put-full"_s << u"failed"_s << 4;
        QTest::newRow("429") << u"429"_s << u"put-full"_s << u"failed"_s << 4;
        QTest::newRow("401") << u"401"_s << u"put-full"_s << u"failed"_s << 6;
        QTest::newRow("reset") << u"reset"_s << u"put-full"_s << u"unknown"_s << 5;
        QTest::newRow("reset, asked only") << u"reset"_s << u"get-full"_s << u"failed"_s << 4;
        QTest::newRow("refuse") << u"refuse"_s << u"put-full"_s << u"unknown"_s << 5;
        QTest::newRow("stall") << u"stall"_s << u"put-full"_s << u"unknown"_s << 5;
        QTest::newRow("slow") << u"slow"_s << u"put-full"_s << u"unknown"_s << 5;
        QTest::newRow("truncate") << u"truncate"_s << u"put-full"_s << u"unknown"_s << 5;
        QTest::newRow("garbage") << u"garbage"_s << u"put-full"_s << u"unknown"_s << 5;
        QTest::newRow("html") << u"html"_s << u"put-full"_s << u"unknown"_s << 5;
        QTest::newRow("redirect") << u"redirect"_s << u"put-full"_s << u"failed"_s << 4;
        QTest::newRow("partial") << u"partial"_s << u"batch-put"_s << u"rejected"_s << 1;
        QTest::newRow("of another operation") << u"500:get-full"_s << u"put-full"_s << u"accepted"_s << 0;
        QTest::newRow("of a later request") << u"500@2"_s << u"put-full"_s << u"accepted"_s << 0;
    }
    void everyFault()
    {
        QFETCH(QString, spec);
        QFETCH(QString, operation);
        QFETCH(QString, outcome);
        QFETCH(int, exitCode);
        sandbox::SandboxOptions options;
        options.faults.push_back(sandbox::parseFault(spec.toStdString()).value());
        const auto sandbox = sandbox::Sandbox::start(options).value();
        const Operation asked = *operationNamed(operation.toStdString());
        const QByteArray batch = "{\"requestItems\":[{\"requestItemId\":\"1\",\"path\":\"/avails/L/partial-extract/"
                                 "transactions/w1\",\"body\":"
            + film + "},{\"requestItemId\":\"2\",\"path\":\"/avails/L/partial-extract/transactions/w1\",\"body\":"
            + film + "}]}";
        const bool slow = spec == u"stall"_s || spec == u"slow"_s;
        const Result result
            = send(asked, sandbox->primeUrl(), asked == Operation::BatchPut ? batch : film, slow ? 300 : 10000);
        QCOMPARE(QString(outcomeName(result.outcome.kind)), outcome);
        QCOMPARE(result.outcome.exitCode, exitCode);
        QCOMPARE(result.ended, 1);
        if (spec == u"redirect"_s)
            QCOMPARE(result.reply.status, 302);
        if (spec == u"429"_s)
            QCOMPARE(result.reply.header("retry-after"), QByteArray("1"));
    }

    /// A connection that closes isn't tried again behind our back: the second request is the first that we make
    /// ourselves.
    void resetIsSentOnce()
    {
        sandbox::SandboxOptions options;
        options.faults.push_back(sandbox::parseFault("reset@1").value());
        const auto sandbox = sandbox::Sandbox::start(options).value();
        QCOMPARE(send(Operation::PutFull, sandbox->primeUrl(), film).outcome.exitCode, 5);
        QCOMPARE(send(Operation::GetFull, sandbox->primeUrl(), {}).outcome.exitCode, 0); // it was applied
    }

    void deleteIsSentOnce()
    {
        sandbox::SandboxOptions options;
        options.faults.push_back(sandbox::parseFault("reset:delete-full@1").value());
        const auto sandbox = sandbox::Sandbox::start(options).value();
        QCOMPARE(send(Operation::PutFull, sandbox->primeUrl(), film).outcome.exitCode, 0);
        QCOMPARE(send(Operation::DeleteFull, sandbox->primeUrl(), {}).outcome.exitCode, 5);
        QCOMPARE(send(Operation::GetFull, sandbox->primeUrl(), {}).reply.status, 404); // it was applied
    }

    void notReached()
    {
        quint16 port = 0;
        {
            QTcpServer server; // takes a port and gives it back
            QVERIFY(server.listen(QHostAddress::LocalHost));
            port = server.serverPort();
        }
        const Result result = send(Operation::PutFull, QUrl(u"http://127.0.0.1:%1/v1"_s.arg(port)), film);
        QCOMPARE(result.reply.transport, Reply::Transport::NotReached);
        QCOMPARE(result.outcome.exitCode, 4);
        QCOMPARE(result.ended, 1);
    }

    void keyAsked()
    {
        sandbox::SandboxOptions options;
        options.apiKey = "right";
        const auto sandbox = sandbox::Sandbox::start(options).value();
        QCOMPARE(send(Operation::PutFull, sandbox->primeUrl(), film, 10000, "wrong").outcome.exitCode, 6);
        QCOMPARE(send(Operation::PutFull, sandbox->primeUrl(), film, 10000, "right").outcome.exitCode, 0);
    }

    void cancelling()
    {
        sandbox::SandboxOptions options;
        options.faults.push_back(sandbox::parseFault("stall").value());
        const auto sandbox = sandbox::Sandbox::start(options).value();
        Sender sender;
        int ended = 0;
        Reply reply;
        const Request request
            = makePrimeRequest(Operation::PutFull, target, {sandbox->primeUrl(), {}, {}}, film).value();
        const int number = sender.send(request, 30000, [&](const Reply &r) {
            reply = r;
            ++ended;
        });
        sender.cancel(number);
        sender.cancel(number);
        QTRY_COMPARE(ended, 1);
        QCOMPARE(reply.transport, Reply::Transport::CancelledBefore);
        sender.cancel(number);
        QCOMPARE(ended, 1);
    }
};

QTEST_GUILESS_MAIN(TestSender)
#include "tst_sender.moc"
