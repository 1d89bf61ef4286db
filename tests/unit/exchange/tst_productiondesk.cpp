// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to Atom Tickets from the window, over a real socket: pages, what is kept of them, and secrets.
#include "exchange/EnvironmentList.h"
#include "exchange/JournalExchange.h"
#include "exchange/JournalReader.h"
#include "exchange/Prepare.h"
#include "exchange/ProductionDesk.h"
#include "exchange/Repeat.h"
#include "exchange/Trial.h"
#include "payload/Document.h"
#include "support/SmallServer.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace Qt::StringLiterals;
using exchange::Dispatcher;
using exchange::Environment;
using exchange::ExchangeList;
using exchange::ProductionDesk;
using partners::AtomTarget;
using partners::Operation;
using partners::Outcome;
using test::SmallServer;

namespace {

constexpr int Patience = 20000;
const QByteArray planted = "pl4nted-atom-key";

AtomTarget ids(int count)
{
    AtomTarget target;
    for (int i = 0; i < count; ++i)
        target.ids.append(u"B%1"_s.arg(i));
    return target;
}

Environment environmentAt(const QUrl &url)
{
    Environment environment;
    environment.name = u"beta"_s;
    environment.proxy.mode = exchange::ProxySettings::Mode::None;
    environment.atom.emplace();
    environment.atom->baseUrl = url;
    environment.atom->apiKey = {exchange::SecretSource::Kind::Variable, u"TEST_ATOM_KEY"_s};
    environment.atom->partner = u"acme"_s;
    return environment;
}

/// Answers page by page, counted from `base`.
SmallServer::Answer paged(int base, int total)
{
    return [base, total](const SmallServer::Asked &asked) {
        const auto document = payload::Document::read(asked.body);
        const AtomTarget target = partners::atomTargetOf(**document);
        const int page = target.page.value_or(base);
        const QByteArray number = QByteArray::number(page);
        return SmallServer::reply("{\"productionDetails\":[{\"id\":\"P" + number + "\"}],\"pageInfo\":{\"page\":"
            + number + ",\"pageSize\":1,\"totalPages\":" + QByteArray::number(total) + "}}");
    };
}

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

    QTemporaryDir folder;
    ExchangeList list;
    Dispatcher dispatcher{list, folder.filePath(u"journal.sqlite"_s)};
    ProductionDesk desk{dispatcher, list};
};

} // namespace

class TestProductionDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TEST_ATOM_KEY", planted); }

    void getsEveryPage_data()
    {
        QTest::addColumn<int>("base");
        QTest::newRow("from 0") << 0;
        QTest::newRow("from 1") << 1;
    }

    void getsEveryPage()
    {
        QFETCH(const int, base);
        SmallServer server(paged(base, 3));
        Desk desk;
        QSignalSpy progressed(&desk.desk, &ProductionDesk::progressed);
        QSignalSpy finished(&desk.desk, &ProductionDesk::finished);
        QVERIFY(desk.desk.start(Operation::ProductionByIds, ids(3), true, environmentAt(server.url())));
        QVERIFY(desk.desk.isActive());
        QVERIFY(!desk.desk.start(Operation::AtomPing, {}, false, environmentAt(server.url())));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
        QVERIFY(!desk.desk.isActive());
        const exchange::ProductionAnswer &answer = desk.desk.result();
        QCOMPARE(answer.outcome.kind, Outcome::Kind::Accepted);
        QCOMPARE(answer.pages, 3);
        QCOMPARE(answer.asked, ids(3));
        QCOMPARE(progressed.size(), 3);
        QCOMPARE(progressed.last(), (QList<QVariant>{3, 3}));
        const auto reply = payload::Document::read(answer.reply.body);
        QCOMPARE((*reply)->root().member("productionDetails").size(), 3u);
        QVERIFY(!server.asked().front().body.contains("\"page\""));
        QCOMPARE(desk.list.rowCount(), 3);
    }

    void journalsEachPageWithoutTheKey()
    {
        SmallServer server(paged(1, 2));
        Desk desk;
        QSignalSpy finished(&desk.desk, &ProductionDesk::finished);
        QVERIFY(desk.desk.start(Operation::ProductionByIds, ids(3), true, environmentAt(server.url())));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
        for (const SmallServer::Asked &asked : server.asked()) {
            QVERIFY(asked.head.contains(QByteArray("x-api-key: " + planted)));
            QVERIFY(asked.head.contains("X-Atom-Partner: acme"));
            QVERIFY(asked.head.contains("Content-Type: application/json"));
        }
        const auto records = desk.journal();
        QCOMPARE(records.size(), std::size_t{2});
        for (const exchange::JournalRecord &record : records) {
            QCOMPARE(record.request.operation, u"production-by-ids"_s);
            QVERIFY(record.request.subject.startsWith(u"B0"_s));
            QCOMPARE(record.reply.outcome, u"accepted"_s);
            const auto shown = exchange::exchangeOf(record);
            QCOMPARE(shown->atom.ids, ids(3).ids);
            QCOMPARE(exchange::recordOf(*shown).request.subject, record.request.subject);
        }
        QFile file(desk.folder.filePath(u"journal.sqlite"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(planted));
    }

    void addressesComeBackFromTheJournal_data()
    {
        QTest::addColumn<int>("operation");
        QTest::addColumn<bool>("isLocal");
        QTest::newRow("venue") << static_cast<int>(Operation::ProductionIdsByVenue) << false;
        QTest::newRow("venue, local") << static_cast<int>(Operation::ProductionIdsByVenue) << true;
        QTest::newRow("name") << static_cast<int>(Operation::ProductionsByName) << false;
        QTest::newRow("vendor") << static_cast<int>(Operation::ProductionsByVendorId) << false;
        QTest::newRow("ping") << static_cast<int>(Operation::AtomPing) << false;
    }

    void addressesComeBackFromTheJournal()
    {
        QFETCH(const int, operation);
        QFETCH(const bool, isLocal);
        const auto which = static_cast<Operation>(operation);
        AtomTarget target;
        if (which == Operation::ProductionIdsByVenue) {
            target.venue = u"C 1/2"_s;
            target.start = u"2027-03-14T07:00:00+01:00"_s;
            target.end = u"2027-03-15T07:00:00Z"_s;
            target.isLocal = isLocal;
            target.marketplace = u"US"_s;
        } else if (which == Operation::ProductionsByName) {
            target.name = u"Night + Ferry"_s;
            target.page = 0;
        } else if (which == Operation::ProductionsByVendorId) {
            target.vendorId = u"HO/1"_s;
            target.circuit = u"AMC"_s;
        }
        const auto sent = exchange::prepareQuery(which, target, environmentAt(QUrl(u"https://atom.example"_s)));
        QVERIFY(sent);
        const auto shown = exchange::exchangeOf(exchange::recordOf(*sent));
        QVERIFY(shown);
        QCOMPARE(shown->atom, target);
    }

    void onePageIsLeftAsItIs()
    {
        SmallServer server(paged(1, 3));
        Desk desk;
        QSignalSpy finished(&desk.desk, &ProductionDesk::finished);
        QVERIFY(desk.desk.start(Operation::ProductionByIds, ids(3), false, environmentAt(server.url())));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
        QCOMPARE(server.asked().size(), std::size_t{1});
        QCOMPARE(desk.desk.result().reply.body, desk.list.at(0)->reply.body);
    }

    void aRepeatedPageEndsIt()
    {
        SmallServer server([](const SmallServer::Asked &) {
            return SmallServer::reply(
                "{\"productionDetails\":[{\"id\":\"P\"}],\"pageInfo\":{\"page\":0,\"totalPages\":9}}");
        });
        Desk desk;
        QSignalSpy finished(&desk.desk, &ProductionDesk::finished);
        QVERIFY(desk.desk.start(Operation::ProductionByIds, ids(3), true, environmentAt(server.url())));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
        QCOMPARE(server.asked().size(), std::size_t{2});
        QCOMPARE(desk.desk.result().notes.size(), 1);
        QCOMPARE(desk.desk.result().pages, 1);
    }

    void cancelKeepsNothing()
    {
        SmallServer server(paged(1, 1000));
        Desk desk;
        QSignalSpy finished(&desk.desk, &ProductionDesk::finished);
        connect(&desk.desk, &ProductionDesk::progressed, &desk.desk, [&desk](int pages) {
            if (pages == 2)
                desk.desk.cancel();
        });
        QVERIFY(desk.desk.start(Operation::ProductionByIds, ids(3), true, environmentAt(server.url())));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
        QCOMPARE(desk.desk.result().outcome.kind, Outcome::Kind::Failed);
        QVERIFY(desk.desk.result().reply.body.isEmpty());
        QCOMPARE(server.asked().size(), std::size_t{2});
        // and another can begin
        QVERIFY(desk.desk.start(Operation::ProductionByIds, ids(1), false, environmentAt(server.url())));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, Patience);
        QCOMPARE(desk.desk.result().outcome.kind, Outcome::Kind::Accepted);
    }

    void saysWhyItCantBegin()
    {
        Desk desk;
        QVERIFY(!desk.desk.start(Operation::ProductionsByName, {}, false, environmentAt(QUrl(u"https://x.example"_s))));
        QVERIFY(desk.desk.problem().contains(u"--name"_s));
        QVERIFY(!desk.desk.start(Operation::ProductionByIds, ids(1), false, Environment()));
        QVERIFY(!desk.desk.problem().isEmpty());
        QVERIFY(!desk.desk.isActive());
        QCOMPARE(desk.list.rowCount(), 0);
    }

    void documentsSayWhatTheyAskFor()
    {
        using exchange::Intent;
        const auto operation = [](const QByteArray &text) {
            return exchange::operationFor(Intent::Get, **payload::Document::read(text));
        };
        QCOMPARE(operation("{\"ids\":[\"B1\"]}"), Operation::ProductionByIds);
        QCOMPARE(operation("{\"ids\":[\"B1\"],\"pageSize\":5}"), Operation::ProductionByIds);
        QCOMPARE(operation("{\"venueId\":\"C1\",\"isoStartDate\":\"a\",\"isoEndDate\":\"b\"}"),
            Operation::ProductionIdsByVenue);
        QVERIFY(operation("{\"avail\":{}}") != Operation::ProductionByIds);
        const auto query = payload::Document::read("{\"ids\":[\"B1\"]}").value();
        QVERIFY(exchange::isPossible(Intent::Get, *query));
        QVERIFY(!exchange::isPossible(Intent::Put, *query));
        const auto reply = payload::Document::read("{\"productionDetails\":[]}").value();
        QVERIFY(!exchange::isPossible(Intent::Get, *reply));
    }

    void isAskedAgain()
    {
        exchange::EnvironmentList list;
        exchange::Exchange earlier;
        earlier.operation = Operation::ProductionsByName;
        earlier.atom.name = u"Ferry"_s;
        QVERIFY(!exchange::repeated(earlier, list.current())); // the sandbox isn't running
        list.setSandbox(QUrl(u"http://127.0.0.1:1/v1"_s), {}, QUrl(u"http://127.0.0.1:1"_s));
        const auto again = exchange::repeated(earlier, list.current());
        QVERIFY(again);
        QCOMPARE(again->request.url.query(), u"name=Ferry"_s);
        earlier.operation = Operation::GetFull;
        earlier.document = u"film"_s;
        earlier.target = {u"L"_s, u"A-1"_s, {}, {}, {}, {}};
        QCOMPARE(exchange::repeated(earlier, list.current())->document, u"film"_s);
    }

    void tries_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("takes the key") << 200 << true;
        QTest::newRow("refuses the key") << 403 << false;
    }

    void tries()
    {
        QFETCH(const int, status);
        QFETCH(const bool, isGood);
        SmallServer server([status](const SmallServer::Asked &asked) {
            return asked.path() == "/partner/ping" ? SmallServer::reply({}, {}, status) : QByteArray();
        });
        exchange::Secrets secrets;
        std::optional<exchange::Findings> found;
        exchange::tryEnvironment(
            environmentAt(server.url()), secrets, [&found](const exchange::Findings &findings) { found = findings; });
        QTRY_VERIFY_WITH_TIMEOUT(found, Patience);
        QCOMPARE(server.asked().size(), std::size_t{1});
        QCOMPARE(!exchange::hasErrors(*found), isGood);
        for (const exchange::Finding &finding : *found)
            QVERIFY(!finding.message.contains(QString::fromLatin1(planted)));
    }
};

QTEST_GUILESS_MAIN(TestProductionDesk)
#include "tst_productiondesk.moc"
