// SPDX-License-Identifier: GPL-3.0-or-later
// The same call in another environment: what stays, what is the environment's, and what isn't made again.
#include "exchange/Environment.h"
#include "exchange/Repeat.h"

#include <QTest>

using namespace marquee;
using namespace Qt::StringLiterals;
using exchange::Environment;
using exchange::Exchange;
using partners::Operation;

namespace {

Environment test()
{
    Environment environment;
    environment.name = u"test"_s;
    environment.prime.emplace().baseUrl = QUrl(u"https://test.example/v1"_s);
    environment.prime->licensor = u"lantern"_s;
    environment.prime->apiKey = {exchange::SecretSource::Kind::Variable, u"TEST_KEY"_s};
    environment.atom.emplace().baseUrl = QUrl(u"https://atom.example"_s);
    return environment;
}

Exchange get(const QString &alid, const QString &base = u"https://live.example/v1"_s)
{
    Exchange exchange;
    exchange.operation = Operation::GetFull;
    exchange.document = u"night-ferry"_s;
    exchange.environment = u"live"_s;
    exchange.target.licensor = u"harbour"_s;
    exchange.target.alid = alid;
    exchange.request.url = QUrl(base + u"/avails/harbour/full-extract/"_s + alid);
    return exchange;
}

Exchange ask(const QByteArray &body)
{
    Exchange exchange;
    exchange.operation = Operation::ProductionByIds;
    exchange.atom.ids = {u"B1"_s};
    exchange.request.url = QUrl(u"https://elsewhere.example/partner/v1/production/details/byIds"_s);
    exchange.request.body = body;
    exchange.document = u"B1"_s;
    return exchange;
}

} // namespace

class TestRepeat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAvailElsewhere()
    {
        const auto again = exchange::repeated(get(u"NF-1"_s), test());
        QVERIFY(again);
        QCOMPARE(again->environment, u"test"_s);
        QCOMPARE(again->document, u"night-ferry"_s);
        QCOMPARE(again->request.url, QUrl(u"https://test.example/v1/avails/harbour/full-extract/NF-1"_s));
        QVERIFY(partners::toHttp(again->request).contains("x-api-key: $TEST_KEY"));
        QVERIFY(exchange::isSameCall(*again, get(u"NF-1"_s)));
    }

    void theEnvironmentsLicensorWhereNobodySays()
    {
        Exchange earlier = get(u"NF-1"_s);
        earlier.target.licensor.clear();
        const auto again = exchange::repeated(earlier, test());
        QVERIFY(again);
        QVERIFY(again->request.url.path().contains(u"/avails/lantern/"_s));
    }

    void productionsElsewhere()
    {
        const auto again = exchange::repeated(ask("{\"ids\":[\"B1\"]}"), test());
        QVERIFY(again);
        QCOMPARE(again->request.url, QUrl(u"https://atom.example/partner/v1/production/details/byIds"_s));
        QCOMPARE(again->request.body, QByteArray("{\"ids\":[\"B1\"]}"));
        QVERIFY(exchange::isSameCall(*again, ask("{\"ids\":[\"B1\"]}")));
    }

    void notWhereThePartnerIsnt()
    {
        Environment nowhere;
        nowhere.name = u"nowhere"_s;
        const auto avail = exchange::repeated(get(u"NF-1"_s), nowhere);
        QVERIFY(!avail && avail.error().message.contains(u"nowhere"_s) && !avail.error().nextStep.isEmpty());
        QVERIFY(!exchange::repeated(ask("{}"), nowhere));
        Exchange message;
        message.operation = Operation::PostPerformance;
        QVERIFY(!exchange::repeated(message, test()));
    }

    void whatReads_data()
    {
        QTest::addColumn<int>("operation");
        QTest::addColumn<bool>("reads");
        QTest::newRow("get") << int(Operation::GetFull) << true;
        QTest::newRow("batch get") << int(Operation::BatchGet) << true;
        QTest::newRow("validate") << int(Operation::ValidatePartial) << true;
        QTest::newRow("productions") << int(Operation::ProductionsByName) << true;
        QTest::newRow("put") << int(Operation::PutFull) << false;
        QTest::newRow("delete") << int(Operation::DeletePartial) << false;
        QTest::newRow("batch put") << int(Operation::BatchPut) << false;
        QTest::newRow("message") << int(Operation::PostPerformance) << false;
    }
    void whatReads()
    {
        QFETCH(int, operation);
        QTEST(exchange::canRepeat(static_cast<Operation>(operation)), "reads");
    }

    void otherCalls()
    {
        QVERIFY(exchange::isSameCall(get(u"NF-1"_s), get(u"NF-1"_s, u"https://test.example/other/v1"_s)));
        QVERIFY(!exchange::isSameCall(get(u"NF-1"_s), get(u"NF-2"_s)));
        Exchange territory = get(u"NF-1"_s);
        territory.request.url.setQuery(u"territory=US"_s);
        QVERIFY(!exchange::isSameCall(get(u"NF-1"_s), territory));
        Exchange removal = get(u"NF-1"_s);
        removal.operation = Operation::DeleteFull;
        QVERIFY(!exchange::isSameCall(get(u"NF-1"_s), removal));
        QVERIFY(!exchange::isSameCall(ask("{\"ids\":[\"B1\"]}"), ask("{\"ids\":[\"B2\"]}")));
        // A row of the journal whose body isn't here.
        QVERIFY(exchange::isSameCall(ask("{\"ids\":[\"B1\"]}"), ask({})));
        Exchange other = ask({});
        other.document = u"B2"_s;
        QVERIFY(!exchange::isSameCall(ask("{\"ids\":[\"B1\"]}"), other));
    }
};

QTEST_GUILESS_MAIN(TestRepeat)
#include "tst_repeat.moc"
