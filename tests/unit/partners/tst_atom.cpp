// SPDX-License-Identifier: GPL-3.0-or-later
// Requests to Atom Tickets' partner API, and what its replies mean.
#include "partners/Atom.h"
#include "payload/Document.h"

#include <QTest>

using namespace marquee;
using namespace Qt::StringLiterals;
using partners::AtomEndpoint;
using partners::AtomTarget;
using partners::Operation;
using partners::Outcome;
using partners::Reply;
using Transport = Reply::Transport;

Q_DECLARE_METATYPE(partners::AtomTarget)
Q_DECLARE_METATYPE(partners::Operation)
Q_DECLARE_METATYPE(partners::Reply)

namespace {

AtomEndpoint endpoint(const QString &base = u"https://api-beta.atomtickets.com"_s)
{
    return {QUrl(base), "s3cret-key", "MY_KEY", {}};
}

AtomTarget ids(const QStringList &list)
{
    AtomTarget target;
    target.ids = list;
    return target;
}

AtomTarget venue(const QString &start, const QString &end, bool isLocal)
{
    AtomTarget target;
    target.venue = u"C0042"_s;
    target.start = start;
    target.end = end;
    target.isLocal = isLocal;
    return target;
}

AtomTarget name(const QString &text)
{
    AtomTarget target;
    target.name = text;
    return target;
}

AtomTarget vendor(const QString &id, const QString &circuit)
{
    AtomTarget target;
    target.vendorId = id;
    target.circuit = circuit;
    return target;
}

Reply answered(int status, const QByteArray &body, const QByteArray &type = "application/json")
{
    Reply reply;
    reply.transport = Transport::Answered;
    reply.status = status;
    reply.headers.emplace_back("Content-Type", type);
    reply.body = body;
    return reply;
}

Reply broken(Transport transport)
{
    Reply reply;
    reply.transport = transport;
    reply.problem = u"Nobody listens."_s;
    return reply;
}

QByteArray header(const partners::Request &request, const QByteArray &wanted)
{
    for (const partners::Header &one : request.headers) {
        if (one.name.compare(wanted, Qt::CaseInsensitive) == 0)
            return one.value;
    }
    return "none";
}

} // namespace

class TestAtom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<AtomTarget>("target");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        const auto row
            = [](const char *what, Operation operation, const AtomTarget &target, const char *method,
                  const QString &path) { QTest::newRow(what) << operation << target << QByteArray(method) << path; };
        AtomTarget paged = ids({u"B1"_s});
        paged.page = 2;
        row("by ids", Operation::ProductionByIds, ids({u"B1"_s}), "POST", u"/partner/v1/production/details/byIds"_s);
        row("pages stand in the body", Operation::ProductionByIds, paged, "POST",
            u"/partner/v1/production/details/byIds"_s);
        row("by venue, with a zone", Operation::ProductionIdsByVenue,
            venue(u"2027-03-14T07:00:00Z"_s, u"2027-03-15T07:00:00Z"_s, false), "GET",
            u"/partner/v1/production/ids/byVenue/"
            "C0042?isoStartDate=2027-03-14T07%3A00%3A00Z&isoEndDate=2027-03-15T07%3A00%3A00Z"_s);
        row("an offset keeps its plus", Operation::ProductionIdsByVenue,
            venue(u"2027-03-14T07:00:00+01:00"_s, {}, false), "GET",
            u"/partner/v1/production/ids/byVenue/C0042?isoStartDate=2027-03-14T07%3A00%3A00%2B01%3A00"_s);
        row("by venue, local", Operation::ProductionIdsByVenue,
            venue(u"2027-03-14T07:00:00"_s, u"2027-03-15T07:00:00"_s, true), "GET",
            u"/partner/v1/production/ids/byVenue/"
            "C0042?localStartDate=2027-03-14T07%3A00%3A00&localEndDate=2027-03-15T07%3A00%3A00"_s);
        row("by name", Operation::ProductionsByName, name(u"Night+Ferry & Söhne"_s), "GET",
            u"/partner/v1/production/search/byName?name=Night%2BFerry%20%26%20S%C3%B6hne"_s);
        row("by vendor id", Operation::ProductionsByVendorId, vendor(u"HO/12"_s, {}), "GET",
            u"/partner/v1/productions/byVendorProductionId/HO%2F12"_s);
        row("by vendor id, with a circuit", Operation::ProductionsByVendorId, vendor(u"12"_s, u"AMC"_s), "GET",
            u"/partner/v1/productions/byVendorProductionId/12?circuitId=AMC"_s);
        row("ping", Operation::AtomPing, {}, "GET", u"/partner/ping"_s);
    }

    void addresses()
    {
        QFETCH(const Operation, operation);
        QFETCH(const AtomTarget, target);
        QFETCH(const QByteArray, method);
        QFETCH(const QString, path);
        for (const QString &base :
            {u"https://api.example"_s, u"https://api.example/"_s, u"https://api.example/gate"_s}) {
            const auto request = partners::makeAtomRequest(operation, target, endpoint(base));
            QVERIFY2(request, request ? "" : qPrintable(request.error().message));
            QCOMPARE(request->method, method);
            const QString front = base.endsWith(u"/gate"_s) ? u"https://api.example/gate"_s : u"https://api.example"_s;
            QCOMPARE(QString::fromLatin1(request->url.toEncoded()), QString(front + path));
            QCOMPARE(header(*request, "Content-Type"), method == "POST" ? "application/json" : "none");
            QCOMPARE(header(*request, "X-Atom-Partner"), "none");
        }
    }

    void theKeyIsShownByItsName()
    {
        AtomEndpoint there = endpoint();
        there.partner = u"acme"_s;
        const auto request = partners::makeAtomRequest(Operation::AtomPing, {}, there).value();
        QCOMPARE(header(request, "x-api-key"), "s3cret-key");
        QCOMPARE(header(request, "X-Atom-Partner"), "acme");
        for (const QByteArray &shown : {partners::toHttp(request), partners::toCurl(request)}) {
            QVERIFY(!shown.contains("s3cret-key"));
            QVERIFY(shown.contains("$MY_KEY"));
            QVERIFY(shown.contains("X-Atom-Partner: acme"));
        }
        there.apiKey.clear();
        QCOMPARE(header(partners::makeAtomRequest(Operation::AtomPing, {}, there).value(), "x-api-key"), "none");
    }

    void refuses_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<AtomTarget>("target");
        QTest::addColumn<QString>("says");
        QTest::newRow("no ids") << Operation::ProductionByIds << ids({}) << u"--ids"_s;
        QTest::newRow("no venue") << Operation::ProductionIdsByVenue << ids({u"B1"_s}) << u"--venue"_s;
        QTest::newRow("no name") << Operation::ProductionsByName << ids({u"B1"_s}) << u"--name"_s;
        QTest::newRow("a blank name") << Operation::ProductionsByName << name(u"  "_s) << u"--name"_s;
        QTest::newRow("no vendor id") << Operation::ProductionsByVendorId << vendor({}, u"AMC"_s) << u"--vendor-id"_s;
    }

    void refuses()
    {
        QFETCH(const Operation, operation);
        QFETCH(const AtomTarget, target);
        QFETCH(const QString, says);
        const auto request = partners::makeAtomRequest(operation, target, endpoint());
        QVERIFY(!request);
        QCOMPARE(request.error().code, Error::Code::Invalid);
        QVERIFY2(request.error().nextStep.contains(says), qPrintable(request.error().nextStep));
    }

    void refusesWhatIsntAtoms()
    {
        QVERIFY(!partners::makeAtomRequest(Operation::GetFull, ids({u"B1"_s}), endpoint()));
        QVERIFY(!partners::makeAtomRequest(Operation::AtomPing, {}, endpoint({})));
        AtomEndpoint there = endpoint();
        there.partner = u"acme\r\nX-Evil: 1"_s; // would be another header
        QVERIFY(!partners::makeAtomRequest(Operation::AtomPing, {}, there));
    }

    void bodies()
    {
        AtomTarget target = ids({u"B1"_s, u"B\"2"_s});
        QCOMPARE(partners::productionQueryBody(target), "{\n  \"ids\": [\n    \"B1\",\n    \"B\\\"2\"\n  ]\n}\n");
        target.marketplace = u"US"_s;
        target.page = 0;
        target.pageSize = 50;
        const QByteArray body = partners::productionQueryBody(target);
        QVERIFY(body.endsWith("],\n  \"marketplaceId\": \"US\",\n  \"page\": 0,\n  \"pageSize\": 50\n}\n"));
        QCOMPARE(partners::atomTargetOf(**payload::Document::read(body)), target);
        const auto request = partners::makeAtomRequest(Operation::ProductionByIds, target, endpoint()).value();
        QCOMPARE(request.body, body);
        const QByteArray own = "{ \"ids\":[\"B1\"],  \"x\":1.50 }";
        QCOMPARE(partners::makeAtomRequest(Operation::ProductionByIds, {}, endpoint(), own)->body, own);
        target.venue = u"C1"_s; // which isn't part of that question
        QCOMPARE(partners::makeAtomRequest(Operation::ProductionByIds, target, endpoint())->body, body);
    }

    void venueBodiesComeBack()
    {
        for (const bool isLocal : {false, true}) {
            AtomTarget target = venue(u"2027-03-14T07:00:00"_s, u"2027-03-15T07:00:00"_s, isLocal);
            target.marketplace = u"GB"_s;
            const QByteArray body = partners::productionQueryBody(target);
            QCOMPARE(body.contains("localStartDate"), isLocal);
            QCOMPARE(partners::atomTargetOf(**payload::Document::read(body)), target);
        }
    }

    void oddDocumentsSayNothing()
    {
        for (const char *text :
            {"[]", "1", "{}", "{\"ids\":\"B1\",\"page\":\"2\",\"pageSize\":1.5}", "<a/>", "{\"ids\":[null,{},[]]}"})
            QCOMPARE(partners::atomTargetOf(**payload::Document::read(text)), AtomTarget());
    }

    void merges()
    {
        const AtomTarget both
            = partners::merged(venue(u"2027-03-14T07:00:00Z"_s, u"2027-03-15T07:00:00Z"_s, false), ids({u"B1"_s}));
        QCOMPARE(both.ids, QStringList{u"B1"_s});
        QCOMPARE(both.venue, u"C0042"_s);
        QCOMPARE(both.end, u"2027-03-15T07:00:00Z"_s);
        AtomTarget later;
        later.end = u"2027-03-16T07:00:00Z"_s;
        QCOMPARE(partners::merged(both, later).start, u"2027-03-14T07:00:00Z"_s);
        later.isLocal = true; // half a pair of another kind
        QVERIFY(partners::merged(both, later).start.isEmpty());
    }

    void subjects()
    {
        QCOMPARE(partners::subjectOf(Operation::ProductionByIds, ids({u"B1"_s})), u"B1"_s);
        QVERIFY(partners::subjectOf(Operation::ProductionByIds, ids({u"B1"_s, u"B2"_s, u"B3"_s})).startsWith(u"B1"_s));
        QVERIFY(partners::subjectOf(Operation::ProductionByIds, ids({u"B1"_s, u"B2"_s, u"B3"_s})).contains(u'2'));
        QCOMPARE(partners::subjectOf(Operation::ProductionIdsByVenue, venue({}, {}, false)), u"C0042"_s);
        QCOMPARE(partners::subjectOf(Operation::ProductionsByName, name(u"Night"_s)), u"Night"_s);
        QCOMPARE(partners::subjectOf(Operation::ProductionsByVendorId, vendor(u"7"_s, {})), u"7"_s);
        QVERIFY(partners::subjectOf(Operation::AtomPing, name(u"Night"_s)).isEmpty());
    }

    void operations()
    {
        QCOMPARE(partners::operationsOf(partners::Partner::Atom).size(), std::size_t{5});
        for (const partners::OperationInfo &info : partners::operationsOf(partners::Partner::Atom)) {
            QCOMPARE(info.partner, partners::Partner::Atom);
            QVERIFY(!info.changes && info.repeatable);
            QCOMPARE(partners::operationNamed(info.name), info.operation);
        }
    }

    void outcomes_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("exit");
        QTest::addColumn<bool>("mayRepeat");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *what, Operation operation, const Reply &reply, const char *kind, int exit,
                             bool mayRepeat, const QString &says = {}) {
            QTest::newRow(what) << operation << reply << QString::fromLatin1(kind) << exit << mayRepeat << says;
        };
        const Operation by = Operation::ProductionByIds;
        const Operation at = Operation::ProductionIdsByVenue;
        const Operation ping = Operation::AtomPing;
        row("productions", by, answered(200, "{\"productionDetails\":[{\"id\":\"B1\"}]}"), "accepted", 0, false);
        row("no productions", by, answered(200, "{\"productionDetails\":[]}"), "accepted", 0, false);
        row("ids", at, answered(200, "{\"ids\":[\"B1\"]}"), "accepted", 0, false);
        row("ids where productions were asked", by, answered(200, "{\"ids\":[\"B1\"]}"), "failed", 4, false);
        row("productions where ids were asked", at, answered(200, "{\"productionDetails\":[]}"), "failed", 4, false);
        row("no list", by, answered(200, "{\"productionDetails\":null}"), "failed", 4, false);
        row("an error with 200", by, answered(200, "{\"message\":\"Not today\"}"), "failed", 4, false, u"Not today"_s);
        row("ping", ping, answered(200, {}), "accepted", 0, false);
        row("ping with words", ping, answered(200, "pong", "text/plain"), "accepted", 0, false);
        row("ping of a proxy", ping, answered(200, "<html>Sign in</html>", "text/html"), "failed", 4, false);
        row("ping of garbage", ping, answered(200, QByteArray("\x01\x02", 2), {}), "failed", 4, false);
        row("a proxy's page", by, answered(200, "<!DOCTYPE html><p>Sign in", "text/html"), "failed", 4, false);
        row("a page that calls itself JSON", by, answered(200, " <html>"), "failed", 4, false);
        row("truncated", by, answered(200, "{\"productionDetails\":[{\"id\""), "failed", 4, false);
        row("an array", by, answered(200, "[]"), "failed", 4, false);
        row("empty", by, answered(200, {}), "failed", 4, false);
        row("the gateway's no", by, answered(403, "{\"message\":\"Forbidden\"}"), "failed", 6, false, u"Forbidden"_s);
        row("401", by, answered(401, {}), "failed", 6, false, u"401"_s);
        row("429", by, answered(429, "{\"message\":\"Too Many Requests\"}"), "failed", 4, true);
        row("500", by, answered(500, "{\"error\":\"Oops\"}"), "failed", 4, true, u"Oops"_s);
        row("503", by, answered(503, "<html>", "text/html"), "failed", 4, true);
        row("302", by, answered(302, {}), "failed", 4, false);
        row("405", by, answered(405, {}), "failed", 4, false);
        row("400", by, answered(400, "{\"message\":\"Invalid format\"}"), "rejected", 1, false);
        row("404", by, answered(404, {}), "rejected", 1, false);
        row("422", by, answered(422, "{\"errors\":[{\"message\":\"a\"},{\"message\":\"b\"}]}"), "rejected", 1, false);
        row("not reached", by, broken(Transport::NotReached), "failed", 4, true, u"Nobody listens"_s);
        row("refused", by, broken(Transport::Refused), "failed", 6, false);
        row("lost", by, broken(Transport::Lost), "failed", 4, true);
        row("late", by, broken(Transport::TimedOut), "failed", 4, true);
        row("cancelled", by, broken(Transport::Cancelled), "failed", 4, false);
        row("too large", by, broken(Transport::TooLarge), "failed", 4, false);
    }

    void outcomes()
    {
        QFETCH(const Operation, operation);
        QFETCH(const Reply, reply);
        QFETCH(const QString, says);
        const Outcome outcome = partners::outcomeOf(operation, reply);
        QTEST(QString(partners::outcomeName(outcome.kind)), "kind");
        QTEST(outcome.exitCode, "exit");
        QTEST(outcome.mayRepeat, "mayRepeat");
        QVERIFY2(outcome.message.contains(says), qPrintable(outcome.message));
        QVERIFY(!outcome.message.isEmpty());
    }

    void errors_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("says");
        const auto row
            = [](const char *body, const QStringList &says) { QTest::newRow(body) << QByteArray(body) << says; };
        row("{\"message\":\"Invalid format: \\\"2027\\\" is too short\"}",
            {u"Invalid format: \"2027\" is too short"_s});
        row("{\"error\":\"bad\"}", {u"bad"_s});
        row("{\"error\":{\"message\":\"deep\"}}", {u"deep"_s});
        row("{\"errors\":[\"a\",{\"message\":\"b\"}],\"message\":\"c\"}", {u"a"_s, u"b"_s});
        row("[{\"message\":\"in a list\"}]", {u"in a list"_s});
        row("Unexpected Error Occurred: Invalid format", {u"Unexpected Error Occurred: Invalid format"_s});
        row("{\"strange\":1}", {u"{\"strange\":1}"_s});
        row("<html>no</html>", {});
        row("\x01\x02", {});
        row("", {});
    }

    void errors()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QStringList, says);
        QStringList found;
        for (const partners::PartnerError &error :
            partners::atomOutcome(Operation::ProductionByIds, answered(400, body, {})).errors)
            found.append(error.message);
        QCOMPARE(found, says);
    }
};

QTEST_GUILESS_MAIN(TestAtom)
#include "tst_atom.moc"
