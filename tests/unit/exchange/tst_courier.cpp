// SPDX-License-Identifier: GPL-3.0-or-later
// Courier against the sandbox: each of its faults, to the outcome, the attempts and what the journal says.
#include "exchange/Courier.h"
#include "exchange/JournalReader.h"
#include "sandbox/Sandbox.h"
#include "support/MemoryKeyStore.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::exchange;
using namespace Qt::StringLiterals;
using partners::Operation;

namespace {

const QByteArray film = "{\"avail\":{\"ALID\":\"NF-1\",\"Licensor\":{\"DisplayName\":\"L\"},\"x\":9.90,\"Transaction\":"
                        "[{\"_TransactionID\":\"w1\","
                        "\"LicenseType\":\"EST\",\"Territory\":[{\"country\":\"US\"}],\"Start\":\"2027-01-01T00:00:"
                        "00Z\",\"End\":\"2028-01-01T00:00:00Z\"}]}}";

QByteArray batch()
{
    QByteArray items;
    for (const char *id : {"a", "b"})
        items += (items.isEmpty() ? "" : ",") + QByteArray("{\"requestItemId\":\"") + id
            + "\",\"path\":\"/avails/L/partial-extract/transactions/w" + id
            + "\",\"body\":" + QByteArray(film).replace("w1", QByteArray(QByteArray("w") + id)) + '}';
    return "{\"requestItems\":[" + items + "]}";
}

} // namespace

class TestCourier : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Journal> m_journal;

    std::unique_ptr<sandbox::Sandbox> sandbox(const QStringList &faults = {}, const QByteArray &key = {})
    {
        sandbox::SandboxOptions options;
        options.apiKey = key;
        for (const QString &fault : faults)
            options.faults.push_back(sandbox::parseFault(fault.toStdString()).value());
        return sandbox::Sandbox::start(options).value();
    }

    Delivery delivery(Operation operation) const
    {
        Delivery delivery;
        delivery.operation = operation;
        delivery.target = {u"L"_s, u"NF-1"_s, u"w1"_s, {}, {}, {}};
        delivery.document = u"film.json"_s;
        delivery.retry.firstWaitMs = 5;
        delivery.timeoutMs = 10000;
        if (partners::infoOf(operation).reach == partners::Reach::Batch) {
            delivery.body = batch();
            delivery.itemIds = {"a", "b"};
        } else if (partners::infoOf(operation).hasBody) {
            delivery.body = film;
        }
        return delivery;
    }

    Delivered send(const std::shared_ptr<Channel> &channel, const Delivery &delivery)
    {
        Courier courier(*m_journal);
        std::optional<Delivered> result;
        int ended = 0;
        const auto number = courier.send(channel, delivery, [&](const Delivered &delivered) {
            result = delivered;
            ++ended;
        });
        if (!number)
            return {};
        [&result] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 30000); }();
        QCoreApplication::processEvents();
        return ended == 1 ? result.value_or(Delivered()) : Delivered();
    }

    JournalRecord recorded(qint64 row) const
    {
        return JournalReader::open(m_journal->path()).value()->find(row).value_or(JournalRecord());
    }

private Q_SLOTS:
    void initTestCase()
    {
        JournalOptions options;
        options.path = m_folder.filePath(u"journal.sqlite"_s);
        m_journal = Journal::open(options).value();
    }

    void faults_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<bool>("settle");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("exit");
        QTest::addColumn<int>("attempts");
        const auto row
            = [](const char *fault, const char *operation, bool settle, const char *outcome, int exit, int attempts) {
                  QTest::addRow("%s %s%s", fault, operation, settle ? " settled" : "")
                      << QString::fromLatin1(fault) << QString::fromLatin1(operation) << settle
                      << QString::fromLatin1(outcome) << exit << attempts;
              };
        row("500x1", "put-full", false, "accepted", 0, 2);
        row("503x3", "put-full", false, "accepted", 0, 4);
        row("500", "put-full", false, "failed", 4, 4);
        row("429x1", "put-full", false, "accepted", 0, 2);
        row("401", "put-full", false, "failed", 6, 1);
        row("reset:put-full", "put-full", false, "unknown", 5, 4);
        row("reset:put-full", "put-full", true, "accepted", 0, 4);
        row("reset:put-fullx1", "put-full", false, "accepted", 0, 2);
        row("reset:delete-full", "delete-full", true, "accepted", 0, 4);
        row("refuse:put-full", "put-full", false, "unknown", 5, 4);
        row("refuse:put-full", "put-full", true, "failed", 4, 4);
        row("truncate:put-full", "put-full", true, "accepted", 0, 4);
        row("truncate", "get-full", false, "failed", 4, 4);
        row("garbage:put-full", "put-full", false, "unknown", 5, 1);
        row("html:put-full", "put-full", false, "unknown", 5, 1);
        row("html:put-full", "put-full", true, "failed", 4, 1);
        row("html", "put-full", true, "unknown", 5, 1);
        row("redirect", "put-full", false, "failed", 4, 1);
        row("partial:batch-put", "batch-put", false, "rejected", 1, 1);
        row("reset:batch-put", "batch-put", false, "unknown", 5, 1);
        row("reset:batch-put", "batch-put", true, "accepted", 0, 1);
        row("refuse:batch-put", "batch-put", true, "failed", 4, 1);
        row("500:batch-put", "batch-put", false, "failed", 4, 1);
        row("503:batch-putx1", "batch-put", false, "accepted", 0, 2);
        row("reset:batch-delete", "batch-delete", true, "accepted", 0, 1);
        row("truncate:batch-getx1", "batch-get", false, "rejected", 1, 2);
    }
    void faults()
    {
        QFETCH(QString, fault);
        QFETCH(QString, operation);
        QFETCH(bool, settle);
        QFETCH(QString, outcome);
        QFETCH(int, exit);
        QFETCH(int, attempts);
        const auto partner = sandbox({fault});
        const auto channel = sandboxChannel(partner->primeUrl());
        Delivery sent = delivery(*partners::operationNamed(operation.toStdString()));
        sent.settle = settle;
        const Delivered result = send(channel, sent);
        QVERIFY2(QString(partners::outcomeName(result.outcome.kind)) == outcome,
            qPrintable(partners::outcomeName(result.outcome.kind) + u' ' + result.outcome.message));
        QCOMPARE(result.outcome.exitCode, exit);
        QCOMPARE(result.attempts, attempts);
        const JournalRecord record = recorded(result.journal);
        QCOMPARE(record.reply.outcome, outcome);
        QCOMPARE(record.reply.attempts, attempts);
        QVERIFY(record.reply.ended.isValid() && !record.reply.message.isEmpty());
        QCOMPARE(record.request.body, sent.body);
        QCOMPARE(channel->pace().running(), 0);
        if (!sent.itemIds.empty())
            QCOMPARE(result.items.size(), std::size_t{2});
    }

    void late()
    {
        const auto partner = sandbox({u"stall:put-full"_s});
        Delivery sent = delivery(Operation::PutFull);
        sent.timeoutMs = 150;
        sent.retry.retries = 1;
        const Delivered result = send(sandboxChannel(partner->primeUrl()), sent);
        QCOMPARE(result.outcome.exitCode, 5);
        QCOMPARE(result.attempts, 2);
        sent.settle = true;
        QCOMPARE(send(sandboxChannel(partner->primeUrl()), sent).outcome.exitCode, 4);
    }

    void settlingIsInTheJournalToo()
    {
        const auto partner = sandbox({u"reset:put-full"_s});
        Delivery sent = delivery(Operation::PutFull);
        sent.settle = true;
        const Delivered result = send(sandboxChannel(partner->primeUrl()), sent);
        const JournalRecord asked = recorded(result.journal + 1);
        QCOMPARE(asked.request.operation, u"get-full"_s);
        QCOMPARE(asked.request.settles, result.journal);
    }

    void notReached()
    {
        QUrl gone;
        {
            const auto partner = sandbox();
            gone = partner->primeUrl();
        }
        const Delivered result = send(sandboxChannel(gone), delivery(Operation::PutFull));
        QCOMPARE(result.outcome.exitCode, 4);
        QCOMPARE(result.attempts, 1);
    }

    void cancelling()
    {
        const auto partner = sandbox({u"stall"_s});
        Courier courier(*m_journal);
        const auto channel = sandboxChannel(partner->primeUrl());
        std::optional<Delivered> first;
        std::optional<Delivered> second;
        channel->pace().setLimits(0, 1);
        const int one
            = courier.send(channel, delivery(Operation::PutFull), [&](const Delivered &d) { first = d; }).value();
        const int two
            = courier.send(channel, delivery(Operation::PutFull), [&](const Delivered &d) { second = d; }).value();
        QTRY_COMPARE(channel->pace().waiting(), 1);
        courier.cancel(two); // before its turn
        QTRY_VERIFY(second.has_value());
        QCOMPARE(second->attempts, 0);
        QCOMPARE(second->journal, qint64{0});
        QCOMPARE(second->outcome.kind, partners::Outcome::Kind::Failed);
        QVERIFY(!first.has_value());
        courier.cancel(one);
        QTRY_VERIFY(first.has_value());
        QCOMPARE(channel->pace().running(), 0);
        QCOMPARE(courier.running(), 0);
    }

    void cancelledWhileItWaits()
    {
        const auto partner = sandbox({u"503"_s});
        Courier courier(*m_journal);
        std::optional<Delivered> result;
        Delivery sent = delivery(Operation::PutFull);
        sent.retry.firstWaitMs = 3600000;
        const int number
            = courier.send(sandboxChannel(partner->primeUrl()), sent, [&](const Delivered &d) { result = d; }).value();
        connect(&courier, &Courier::waiting, &courier, [&] { courier.cancel(number); });
        QTRY_VERIFY(result.has_value());
        QCOMPARE(result->attempts, 1);
        QCOMPARE(result->outcome.kind, partners::Outcome::Kind::Failed);
    }

    /// What isn't in the journal isn't sent.
    void fullDisk()
    {
        JournalOptions options;
        options.path = m_folder.filePath(u"full.sqlite"_s);
        options.pageLimit = 15;
        const auto partner = sandbox();
        const auto journal = Journal::open(options).value();
        Courier courier(*journal);
        Delivery sent = delivery(Operation::PutFull);
        sent.body.replace("9.90", QByteArray('"' + QByteArray(60000, 'x') + '"'));
        std::optional<Delivered> result;
        (void)courier.send(sandboxChannel(partner->primeUrl()), sent, [&](const Delivered &d) { result = d; });
        QTRY_VERIFY(result.has_value());
        QCOMPARE(result->attempts, 0);
        QVERIFY(result->journalError.has_value());
        QCOMPARE(result->outcome.exitCode, 4);
        QCOMPARE(send(sandboxChannel(partner->primeUrl()), delivery(Operation::GetFull)).reply.status, 404);
    }

    /// Secrets that were planted are nowhere in what was written: not sent ones, not ones that the partner sends back.
    void noSecretIsWritten()
    {
        const QByteArray secret = "pl4nted-s3cret/+";
        qputenv("MARQUEE_TEST_PLANTED", secret);
        const auto partner = sandbox({}, secret);
        Environment environment;
        environment.name = u"planted"_s;
        environment.proxy.mode = ProxySettings::Mode::None;
        environment.prime = PrimeSide{};
        environment.prime->baseUrl = partner->primeUrl();
        environment.prime->apiKey = {SecretSource::Kind::Variable, u"MARQUEE_TEST_PLANTED"_s};
        Secrets secrets(std::make_unique<test::MemoryKeyStore>());
        const auto channel = Channel::openNow(environment, secrets).value();
        Delivery sent = delivery(Operation::PutFull);
        sent.body.replace("9.90", QByteArray("\"" + secret + "\"")); // somebody pasted it into the document
        QCOMPARE(send(channel, sent).outcome.exitCode, 0);
        const Delivered got = send(channel, delivery(Operation::GetFull));
        QVERIFY(got.reply.body.contains(secret)); // the reply itself is as it came
        m_journal->flush();
        const JournalReader::Dropped none = JournalReader::open(m_journal->path()).value()->dropped();
        QCOMPARE(none.count, qint64{0});
        QVERIFY(recorded(got.journal).reply.body.contains("***"));
        int files = 0;
        for (const QFileInfo &info : QDir(m_folder.path()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains(secret) && !bytes.contains(secret.toBase64())
                    && !bytes.contains(secret.toPercentEncoding()),
                qPrintable(info.filePath()));
            ++files;
        }
        QVERIFY(files > 0);
    }
};

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
