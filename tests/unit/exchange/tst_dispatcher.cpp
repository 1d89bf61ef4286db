// SPDX-License-Identifier: GPL-3.0-or-later
// The dispatcher against the sandbox, on a real socket.
#include "exchange/Dispatcher.h"
#include "exchange/JournalExchange.h"
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

const QByteArray film = R"({"avail":{"ALID":"NF-1","Licensor":{"DisplayName":"L"},"Transaction":[{)"
                        R"("_TransactionID":"w1","LicenseType":"EST","Territory":[{"country":"US"}],)"
                        R"("Start":"2027-01-01T00:00:00Z","End":"2028-01-01T00:00:00Z"}]}})";

Exchange put(Operation operation, const QUrl &base)
{
    const bool isBatch = partners::infoOf(operation).reach == partners::Reach::Batch;
    const partners::PrimeTarget target{u"L"_s, u"NF-1"_s, {}, {}, {}, {}};
    const QByteArray items = R"({"requestItems":[{"requestItemId":"a","path":)"
                             R"("/avails/L/partial-extract/transactions/w1","body":)"
        + film + "}]}";
    const QByteArray body = isBatch ? items : operation == Operation::DeleteFull ? QByteArray() : film;
    Exchange exchange;
    exchange.operation = operation;
    exchange.environment = QLatin1StringView(exchange::Environment::SandboxName);
    exchange.document = u"NF-1"_s;
    exchange.target = target;
    exchange.request = partners::makePrimeRequest(operation, target, {base, {}, "KEY"}, body).value();
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
    std::vector<exchange::JournalRecord> journal() const
    {
        const auto reader = exchange::JournalReader::open(folder.filePath(u"journal.sqlite"_s));
        exchange::JournalFilter filter;
        filter.withBodies = true;
        return reader ? (*reader)->list(filter) : std::vector<exchange::JournalRecord>();
    }
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

    void asksBack_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("operation");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *fault, Operation operation, Outcome::Kind kind) {
            QTest::newRow(fault) << QString::fromLatin1(fault) << static_cast<int>(operation) << static_cast<int>(kind);
        };
        row("reset:put-full", Operation::PutFull, Outcome::Kind::Accepted); // it was applied
        row("stall:put-full", Operation::PutFull, Outcome::Kind::Failed); // it wasn't
        row("refuse:put-full", Operation::PutFull, Outcome::Kind::Failed);
        row("reset:delete-full", Operation::DeleteFull, Outcome::Kind::Accepted);
        row("reset:batch-put", Operation::BatchPut, Outcome::Kind::Accepted);
        row("stall:batch-put", Operation::BatchPut, Outcome::Kind::Failed);
        row("stall", Operation::PutFull, Outcome::Kind::Unknown); // nor does it answer what is asked
    }
    void asksBack()
    {
        QFETCH(QString, fault);
        QFETCH(int, operation);
        const auto sandbox = sandboxWith(fault.toStdString());
        const exchange::Environment environment = at(sandbox->primeUrl());
        Desk desk;
        QSignalSpy finished(&desk.dispatcher, &Dispatcher::finished);
        constexpr int Short = 500; // only where it has to be waited for
        const int sending = fault.startsWith(u"stall"_s) ? Short : Patience;
        const int asking = fault == u"stall"_s ? Short : Patience;
        const int number
            = desk.dispatcher.send(put(static_cast<Operation>(operation), sandbox->primeUrl()), environment, sending);
        QCOMPARE(desk.dispatcher.askBack(number, environment, asking), 0); // it still runs
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
        QCOMPARE(desk.list.find(number)->outcome.kind, Outcome::Kind::Unknown);
        const qint64 row = desk.list.find(number)->journal;
        QVERIFY(row != 0);
        exchange::Environment elsewhere = environment;
        elsewhere.name = u"production"_s;
        QCOMPARE(desk.dispatcher.askBack(number, elsewhere, asking), 0);
        QCOMPARE(desk.dispatcher.askBack(number, environment, asking), number);
        QVERIFY(desk.list.find(number)->isAsked);
        QCOMPARE(desk.list.indexOf(number).siblingAtColumn(ExchangeList::Outcome).data().toString(), u"Asking…"_s);
        QCOMPARE(desk.dispatcher.askBack(number, environment, asking), 0); // once at a time
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, Patience);
        QVERIFY(!desk.list.find(number)->isAsked);
        QCOMPARE(desk.list.rowCount(), 1);
        QTEST(static_cast<int>(desk.list.find(number)->outcome.kind), "kind");
        QVERIFY(desk.list.find(number)->outcome.message.contains(u"sked back"_s));

        const auto rows = desk.journal();
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[0].request.settles, row);
        QCOMPARE(rows[0].request.operation,
            static_cast<Operation>(operation) == Operation::BatchPut ? u"batch-get"_s : u"get-full"_s);
        QCOMPARE(rows[1].id, row);
        QCOMPARE(rows[1].reply.outcome, QString(partners::outcomeName(desk.list.find(number)->outcome.kind)));
        QCOMPARE(rows[1].reply.message, desk.list.find(number)->outcome.message);
        QCOMPARE(rows[1].reply.attempts, 1);
    }

    void asksBackWhatAnotherSessionSent()
    {
        const auto sandbox = sandboxWith("reset:put-full");
        const exchange::Environment environment = at(sandbox->primeUrl());
        Desk desk;
        const int number = desk.dispatcher.send(put(Operation::PutFull, sandbox->primeUrl()), environment, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(desk.list.find(number)->done, Patience);
        const Exchange stored = exchange::exchangeOf(desk.journal().at(0)).value();

        ExchangeList later;
        Dispatcher dispatcher(later, desk.folder.filePath(u"journal.sqlite"_s));
        const int asked = dispatcher.askBack(stored, environment, Patience);
        QVERIFY(asked != 0);
        QCOMPARE(later.find(asked)->journal, stored.journal);
        QTRY_VERIFY_WITH_TIMEOUT(!later.find(asked)->isAsked, Patience);
        QCOMPARE(later.find(asked)->outcome.kind, Outcome::Kind::Accepted);
        QCOMPARE(desk.journal().at(1).reply.outcome, u"accepted"_s);
        QCOMPARE(dispatcher.askBack(stored, environment, Patience), 0); // it is settled
        Exchange other = stored;
        other.journal = 99;
        other.isCut = true; // what was sent isn't whole: nothing to compare with
        QCOMPARE(dispatcher.askBack(other, environment, Patience), 0);
        QCOMPARE(later.rowCount(), 1);
    }

    void whatCantBeAskedStaysUnknown()
    {
        Desk desk;
        exchange::Environment environment;
        {
            const auto sandbox = sandboxWith("stall");
            environment = at(sandbox->primeUrl());
            const int number = desk.dispatcher.send(put(Operation::PutFull, sandbox->primeUrl()), environment, 300);
            QTRY_VERIFY_WITH_TIMEOUT(desk.list.find(number)->done, Patience);
        }
        QCOMPARE(desk.dispatcher.askBack(1, environment, Patience), 1); // the sandbox is gone
        QTRY_VERIFY_WITH_TIMEOUT(!desk.list.find(1)->isAsked, Patience);
        QCOMPARE(desk.list.find(1)->outcome.kind, Outcome::Kind::Unknown);
        QCOMPARE(desk.dispatcher.askBack(1, environment, Patience), 1);
        desk.dispatcher.cancel(1);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.list.find(1)->isAsked, Patience);
        QCOMPARE(desk.list.find(1)->outcome.kind, Outcome::Kind::Unknown);
        QCOMPARE(desk.dispatcher.askBack(4711, environment, Patience), 0);
    }

    void endsWhileSomethingRuns()
    {
        const auto sandbox = sandboxWith("stall");
        const QTemporaryDir folder;
        ExchangeList list;
        {
            Dispatcher dispatcher(list, folder.filePath(u"journal.sqlite"_s));
            dispatcher.send(get(sandbox->primeUrl(), u"NF-1"_s), at(sandbox->primeUrl()), Patience);
            QCoreApplication::processEvents();
        }
        QCoreApplication::processEvents();
        QCOMPARE(list.rowCount(), 1);
        Dispatcher idle(list); // never sends
    }
};

QTEST_GUILESS_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"
