// SPDX-License-Identifier: GPL-3.0-or-later
// The dispatcher against the sandbox, on a real socket.
#include "exchange/Dispatcher.h"
#include "exchange/JournalReader.h"
#include "partners/Prime.h"
#include "sandbox/Sandbox.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace Qt::StringLiterals;
using exchange::Dispatcher;
using exchange::Exchange;
using exchange::ExchangeList;
using partners::Operation;
using partners::Outcome;

namespace {

constexpr int Patience = 20000;

Exchange get(const QUrl &base, const QString &alid)
{
    Exchange exchange;
    exchange.operation = Operation::GetFull;
    exchange.document = alid;
    exchange.target = {u"L"_s, alid, {}, {}, {}, {}};
    exchange.request
        = partners::makePrimeRequest(Operation::GetFull, {u"L"_s, alid, {}, {}, {}, {}}, {base, {}, "KEY"}).value();
    return exchange;
}

exchange::Environment at(const QUrl &base)
{
    exchange::Environment environment;
    environment.name = QLatin1StringView(exchange::Environment::SandboxName);
    environment.prime.emplace().baseUrl = base;
    return environment;
}

/// A dispatcher with a journal of its own, which tries once.
struct Desk
{
    Desk() { dispatcher.setRetryPolicy({.retries = 0}); }
    int send(const QUrl &base, const QString &alid) { return dispatcher.send(get(base, alid), at(base), Patience); }

    QTemporaryDir folder;
    ExchangeList list;
    Dispatcher dispatcher{list, folder.filePath(u"journal.sqlite"_s)};
};

std::unique_ptr<sandbox::Sandbox> sandboxWith(std::string_view fault = {})
{
    sandbox::SandboxOptions options;
    if (!fault.empty())
        options.faults.push_back(sandbox::parseFault(fault).value());
    return sandbox::Sandbox::start(options).value();
}

} // namespace

class TestDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isInTheListBeforeItIsSent()
    {
        const auto sandbox = sandboxWith();
        Desk desk;
        ExchangeList &list = desk.list;
        Dispatcher &dispatcher = desk.dispatcher;
        QSignalSpy started(&dispatcher, &Dispatcher::started);
        QSignalSpy finished(&dispatcher, &Dispatcher::finished);
        const int number = desk.send(sandbox->primeUrl(), u"NF-1"_s);
        QCOMPARE(started.size(), 1);
        QVERIFY(dispatcher.isRunning(number));
        QVERIFY(!list.find(number)->done);
        QVERIFY(list.find(number)->began.isValid());
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
        QCOMPARE(finished.first().first().toInt(), number);
        QVERIFY(!dispatcher.isRunning(number));
        QCOMPARE(dispatcher.running(), 0);
        QVERIFY(list.find(number)->done);
        QCOMPARE(list.find(number)->reply.status, 404);
        QCOMPARE(list.find(number)->outcome.kind, Outcome::Kind::Rejected);
    }

    void manyAtOnceEndOnceEach()
    {
        const auto sandbox = sandboxWith();
        Desk desk;
        Dispatcher &dispatcher = desk.dispatcher;
        QSignalSpy finished(&dispatcher, &Dispatcher::finished);
        for (int i = 0; i < 20; ++i)
            desk.send(sandbox->primeUrl(), u"NF-%1"_s.arg(i));
        QCOMPARE(dispatcher.running(), 20);
        QTRY_COMPARE_WITH_TIMEOUT(dispatcher.running(), 0, Patience);
        QSet<int> numbers;
        for (const QList<QVariant> &told : std::as_const(finished))
            numbers << told.first().toInt();
        QCOMPARE(finished.size(), 20);
        QCOMPARE(numbers.size(), 20);
    }

    void cancels()
    {
        const auto sandbox = sandboxWith("stall");
        Desk desk;
        ExchangeList &list = desk.list;
        Dispatcher &dispatcher = desk.dispatcher;
        QSignalSpy finished(&dispatcher, &Dispatcher::finished);
        const int number = desk.send(sandbox->primeUrl(), u"NF-1"_s);
        dispatcher.cancel(number);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
        const auto transport = list.find(number)->reply.transport;
        QVERIFY(transport == partners::Reply::Transport::Cancelled
            || transport == partners::Reply::Transport::CancelledBefore);
        QCOMPARE(list.find(number)->outcome.kind, Outcome::Kind::Failed); // a GET changes nothing
        dispatcher.cancel(number); // it is done
        dispatcher.cancel(4711); // there is none
        QCoreApplication::processEvents();
        QCOMPARE(finished.size(), 1);
    }

    void nobodyListens()
    {
        Desk desk;
        ExchangeList &list = desk.list;
        QUrl nowhere = sandboxWith()->primeUrl(); // the sandbox has ended by the time that it is asked
        const int number = desk.send(nowhere, u"NF-1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(list.find(number)->done, Patience);
        QCOMPARE(list.find(number)->outcome.kind, Outcome::Kind::Failed);
    }

    void isInTheJournalWithItsOutcome()
    {
        const auto sandbox = sandboxWith();
        Desk desk;
        const int number = desk.send(sandbox->primeUrl(), u"NF-1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.list.find(number)->done, Patience);
        const auto reader = exchange::JournalReader::open(desk.folder.filePath(u"journal.sqlite"_s));
        QVERIFY(reader);
        const auto rows = (*reader)->list({});
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows.front().reply.outcome, u"rejected"_s);
        QCOMPARE(rows.front().request.document, u"NF-1"_s);
    }

    void withoutAJournalNothingIsSent()
    {
        const auto sandbox = sandboxWith();
        const QTemporaryDir folder;
        ExchangeList list;
        Dispatcher dispatcher(list, folder.filePath(u"no/such/folder/journal.sqlite"_s));
        QFile blocking(folder.filePath(u"no"_s)); // a file where a folder would have to be
        QVERIFY(blocking.open(QIODevice::WriteOnly));
        const int number = dispatcher.send(get(sandbox->primeUrl(), u"NF-1"_s), at(sandbox->primeUrl()), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(list.find(number)->done, Patience);
        QCOMPARE(list.find(number)->outcome.kind, Outcome::Kind::Failed);
        QCOMPARE(list.find(number)->attempts, 0);
        QVERIFY(list.find(number)->outcome.message.contains(u"Nothing was sent"_s));
    }

    void endsWhileSomethingRuns()
    {
        const auto sandbox = sandboxWith("stall");
        const QTemporaryDir folder;
        ExchangeList list;
        {
            Dispatcher dispatcher(list, folder.filePath(u"journal.sqlite"_s));
            dispatcher.send(get(sandbox->primeUrl(), u"NF-1"_s), at(sandbox->primeUrl()), Patience), at(sandbox->primeUrl());
            QCoreApplication::processEvents();
        }
        QCoreApplication::processEvents();
        QCOMPARE(list.rowCount(), 1);
        Dispatcher idle(list); // never sends
    }
};

QTEST_GUILESS_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"
