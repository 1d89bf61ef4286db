// SPDX-License-Identifier: GPL-3.0-or-later
// Sandbox, while it runs: faults, key and pace that change between two requests, what it keeps and what it was asked.
#include "sandbox/RateLimit.h"
#include "sandbox/Sandbox.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace marquee;
using namespace marquee::sandbox;
using namespace Qt::StringLiterals;

namespace {

const QByteArray window
    = "{\"avail\":{\"ALID\":\"A\",\"Licensor\":{\"DisplayName\":\"L\"},\"Transaction\":[{\"_TransactionID\":\"w1\","
      "\"LicenseType\":"
      "\"EST\","
      "\"Territory\":[{\"country\":\"US\"}],\"Start\":\"2027-01-01T00:00:00Z\",\"End\":\"2028-01-01T00:00:00Z\"}]}}";
const QByteArray place = "/v1/avails/L/partial-extract/transactions/w1";

/// Everything that comes back until the connection ends; empty where nothing does.
QByteArray ask(const Sandbox &sandbox, const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
    const QByteArray &headers = {})
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, sandbox.port());
    if (!socket.waitForConnected())
        return "not connected";
    socket.write(method + ' ' + target + " HTTP/1.1\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
    while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(10000)) { }
    return socket.readAll();
}

int statusOf(const QByteArray &answer)
{
    return answer.mid(9, 3).toInt();
}

std::vector<Fault> faults(const char *spec)
{
    return {parseFault(spec).value()};
}

} // namespace

class TestRunning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultsGoOnAndOff()
    {
        const auto sandbox = Sandbox::start().value();
        QCOMPARE(statusOf(ask(*sandbox, "PUT", place, window)), 200);
        sandbox->setFaults(faults("503:get-partial"));
        QCOMPARE(sandbox->faults().size(), std::size_t{1});
        QCOMPARE(statusOf(ask(*sandbox, "GET", place)), 503);
        QCOMPARE(statusOf(ask(*sandbox, "PUT", place, window)), 200); // of another operation
        sandbox->setFaults(faults("reset"));
        QCOMPARE(ask(*sandbox, "GET", place), QByteArray());
        sandbox->setFaults({});
        QCOMPARE(statusOf(ask(*sandbox, "GET", place)), 200);
    }

    void countingBeginsAnew()
    {
        const auto sandbox = Sandbox::start().value();
        for (int round = 0; round < 2; ++round) {
            sandbox->setFaults(faults("500@2"));
            QCOMPARE(statusOf(ask(*sandbox, "GET", place)), 404);
            QCOMPARE(statusOf(ask(*sandbox, "GET", place)), 500);
            QCOMPARE(statusOf(ask(*sandbox, "GET", place)), 404);
        }
    }

    void keyChanges()
    {
        const auto sandbox = Sandbox::start().value();
        sandbox->setApiKey("k");
        QCOMPARE(sandbox->apiKey(), QByteArray("k"));
        QCOMPARE(statusOf(ask(*sandbox, "PUT", place, window)), 403);
        QCOMPARE(statusOf(ask(*sandbox, "PUT", place, window, "x-api-key: k\r\n")), 200);
        sandbox->setApiKey({});
        QCOMPARE(statusOf(ask(*sandbox, "GET", place)), 200);
    }

    void keepsAndForgets()
    {
        const auto sandbox = Sandbox::start().value();
        ask(*sandbox, "PUT", place, window);
        QCOMPARE(sandbox->holdings().windows, 1);
        QCOMPARE(sandbox->holdings().avails, 0);
        sandbox->setApiKey("k");
        sandbox->forgetEverything();
        QCOMPARE(sandbox->holdings().windows, 0);
        QCOMPARE(sandbox->apiKey(), QByteArray("k"));
        QCOMPARE(statusOf(ask(*sandbox, "GET", place, {}, "x-api-key: k\r\n")), 404);
    }

    void remembersRequests()
    {
        const auto sandbox = Sandbox::start().value();
        QSignalSpy news(sandbox.get(), &Sandbox::asked);
        sandbox->setFaults(faults("stall:get-partial"));
        ask(*sandbox, "PUT", place, window, "x-api-key: planted\r\n");
        QTRY_COMPARE(news.size(), 1);
        QTcpSocket waiting;
        waiting.connectToHost(u"127.0.0.1"_s, sandbox->port());
        waiting.write("GET " + place + " HTTP/1.1\r\n\r\n");
        waiting.waitForBytesWritten();
        sandbox->requests(); // what was told before is fetched
        ask(*sandbox, "GET", "/v1/elsewhere/" + QByteArray(2000, 'x'));
        ask(*sandbox, "hello", "there\r\nno header");
        std::vector<AskedRequest> all;
        QTRY_COMPARE((all = sandbox->requests()).size(), std::size_t{4});
        std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.status < b.status; });
        QCOMPARE(all[0].status, 0); // stalled
        QCOMPARE(all[0].fault, Fault::Kind::Stall);
        QCOMPARE(all[1].operation, partners::Operation::PutPartial);
        QCOMPARE(all[1].status, 200);
        QVERIFY(!all[1].target.contains("planted"));
        QCOMPARE(all[2].status, 400);
        QCOMPARE(all[3].status, 404);
        QVERIFY(!all[3].operation);
        QVERIFY(all[3].target.size() <= RequestLog::LongestTarget + 3);
        QTRY_VERIFY(news.size() >= 2);
        QVERIFY(sandbox->requests(4).empty());
        QCOMPARE(sandbox->requests(3).size(), std::size_t{1});
    }

    void logIsBounded()
    {
        RequestLog log;
        int told = 0;
        for (std::size_t i = 0; i < RequestLog::Most + 5; ++i)
            told += log.add({}) ? 1 : 0;
        QCOMPARE(told, 1);
        const auto all = log.after(0);
        QCOMPARE(all.size(), RequestLog::Most);
        QCOMPARE(all.front().number, quint64{6});
        QVERIFY(log.add({}));
    }

    void pace()
    {
        RateLimit limit;
        QVERIFY(limit.admits(0) && limit.admits(0));
        limit.setPerSecond(2);
        QVERIFY(limit.admits(5000) && limit.admits(5500));
        QVERIFY(!limit.admits(5999));
        QVERIFY(limit.admits(6000));
        limit.setPerSecond(0);
        QVERIFY(limit.admits(6000) && limit.admits(6000) && limit.admits(6000));
    }

    void specs_data()
    {
        QTest::addColumn<QByteArray>("spec");
        for (const char *spec : {"500", "reset:put-full", "reset:put-full@2", "slow@1", "html@3x2",
                 "partial:batch-putx3", "stall@2x1000000"})
            QTest::newRow(spec) << QByteArray(spec);
        for (const Fault::Kind kind : allFaultKinds())
            QTest::addRow("kind %s", nameOf(kind).data()) << QByteArray::fromStdString(std::string(nameOf(kind)));
    }
    void specs()
    {
        QFETCH(QByteArray, spec);
        const auto fault = parseFault(spec.toStdString());
        QVERIFY(fault);
        QCOMPARE(QByteArray::fromStdString(specOf(*fault)), spec);
    }

    void specOfNoEnd()
    {
        Fault fault;
        fault.from = 3;
        const auto read = parseFault(specOf(fault)).value();
        QVERIFY(read.hits({}, 3) && read.hits({}, 900'000) && !read.hits({}, 2));
        fault.count = std::numeric_limits<int>::max();
        QVERIFY(fault.hits({}, std::numeric_limits<int>::max()));
    }
};

QTEST_GUILESS_MAIN(TestRunning)
#include "tst_running.moc"
