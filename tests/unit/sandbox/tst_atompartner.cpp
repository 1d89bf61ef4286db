// SPDX-License-Identifier: GPL-3.0-or-later
// Atom's side of the sandbox: what it answers, over real sockets, and what it knows.
#include "payload/Document.h"
#include "sandbox/AtomCatalogue.h"
#include "sandbox/AtomDates.h"
#include "sandbox/Picture.h"
#include "sandbox/RateLimit.h"
#include "sandbox/Sandbox.h"

#include <QSet>
#include <QTcpSocket>
#include <QtEndian>
#include <QTest>

using namespace marquee;
using namespace marquee::sandbox;
using namespace Qt::StringLiterals;
using payload::Value;

namespace {

const QByteArray ByIds = "/partner/v1/production/details/byIds";
const QByteArray ByVenue = "/partner/v1/production/ids/byVenue/C0000000001";

struct Heard
{
    int status = 0;
    QByteArray head;
    QByteArray body;
    std::shared_ptr<payload::Document> json; ///< null where the body isn't JSON

    Value root() const { return json ? json->root() : Value(); }
    QStringList ids() const
    {
        QStringList list;
        const Value details = root().member("productionDetails");
        const Value ids = root().member("ids");
        for (std::uint32_t i = 0; i < details.size(); ++i)
            list << QString::fromStdString(details.at(i).member("id").string());
        for (std::uint32_t i = 0; i < ids.size(); ++i)
            list << QString::fromStdString(ids.at(i).string());
        return list;
    }
    QByteArray info(const char *name) const
    {
        return QByteArray::fromStdString(root().member("pageInfo").member(name).raw());
    }
};

Heard ask(const Sandbox &sandbox, const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
    const QByteArray &headers = {})
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, sandbox.port());
    if (!socket.waitForConnected())
        return {};
    socket.write(method + ' ' + target + " HTTP/1.1\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
    while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(10000)) { }
    const QByteArray answer = socket.readAll();
    Heard heard;
    const qsizetype end = answer.indexOf("\r\n\r\n");
    heard.status = answer.mid(9, 3).toInt();
    heard.head = answer.left(end);
    heard.body = end < 0 ? QByteArray() : answer.mid(end + 4);
    if (auto document = payload::Document::read(heard.body))
        heard.json = std::move(*document);
    return heard;
}

Heard get(const Sandbox &sandbox, const QByteArray &target)
{
    return ask(sandbox, "GET", target);
}

QByteArray idOf(int number)
{
    return 'B' + QByteArray::number(number).rightJustified(10, '0');
}

/// {"ids":[…]} of the first so many, with more members behind the list.
QByteArray question(int count, const QByteArray &more = {})
{
    QByteArray list;
    for (int i = 1; i <= count; ++i)
        list += (i == 1 ? "\"" : ",\"") + idOf(i) + '"';
    return "{\"ids\":[" + list + ']' + more + '}';
}

std::unique_ptr<Sandbox> start(const std::vector<const char *> &faults = {}, int firstPage = 1)
{
    SandboxOptions options;
    options.atomPerSecond = 0; // its pace has tests of its own
    options.atomFirstPage = firstPage;
    for (const char *spec : faults)
        options.faults.push_back(parseFault(spec).value());
    return Sandbox::start(options).value();
}

} // namespace

class TestAtomPartner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pings()
    {
        const auto sandbox = start();
        QCOMPARE(sandbox->atomUrl().toString(), u"http://127.0.0.1:%1"_s.arg(sandbox->port()));
        for (const char *target : {"/ping", "/partner/ping"}) {
            const Heard heard = get(*sandbox, target);
            QCOMPARE(heard.status, 200);
            QCOMPARE(heard.body, QByteArray());
        }
        QCOMPARE(ask(*sandbox, "POST", "/partner/ping").status, 405);
    }

    void key()
    {
        const auto sandbox = start();
        sandbox->setApiKey("secret");
        const Heard without = get(*sandbox, "/partner/ping");
        QCOMPARE(without.status, 403);
        QCOMPARE(without.body, QByteArray("{\"message\":\"Forbidden\"}"));
        QCOMPARE(ask(*sandbox, "GET", "/partner/ping", {}, "x-api-key: secret2\r\n").status, 403);
        QCOMPARE(ask(*sandbox, "GET", "/partner/ping", {}, "X-Api-Key: secret\r\n").status, 200);
        QCOMPARE(ask(*sandbox, "POST", ByIds, question(1)).status, 403);
        QCOMPARE(get(*sandbox, "/ping").status, 200); // whether it lives is no secret,
        QCOMPARE(get(*sandbox, "/images/" + idOf(1) + ".png").status, 200); // and posters are for everybody
        sandbox->setApiKey({});
        QCOMPARE(get(*sandbox, "/partner/ping").status, 200);
    }

    void details()
    {
        const auto sandbox = start();
        const Heard heard = ask(*sandbox, "POST", ByIds, R"({"ids":["B0000000002","B9999999999","B0000000001"]})",
            "X-Atom-Partner: anybody\r\nContent-Type: application/json\r\n");
        QCOMPARE(heard.status, 200);
        QVERIFY(heard.head.contains("application/json"));
        QCOMPARE(heard.ids(), (QStringList{u"B0000000002"_s, u"B0000000001"_s})); // unknown ones are passed over
        QCOMPARE(heard.info("page"), QByteArray("1"));
        QCOMPARE(heard.info("pageSize"), QByteArray("25"));
        QCOMPARE(heard.info("totalPages"), QByteArray("1"));
        const Value one = heard.root().member("productionDetails").at(1);
        QCOMPARE(one.member("name").string(), std::string("Night Ferry"));
        const QByteArray cover = QByteArray::fromStdString(
            one.member("productionMedia").member("imageData").member("coverImageUrl").string());
        QCOMPARE(cover, sandbox->atomUrl().toEncoded() + "/images/B0000000001.png");
        QVERIFY(!heard.body.contains(AtomCatalogue::Here));
    }

    void refusedQuestions_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing") << QByteArray() << 400;
        QTest::newRow("not JSON") << QByteArray("ids=B1") << 400;
        QTest::newRow("a list") << QByteArray("[\"B1\"]") << 400;
        QTest::newRow("XML") << QByteArray("<a><ids>B1</ids><ids>B2</ids></a>") << 400;
        QTest::newRow("no ids") << QByteArray("{\"page\":1}") << 400;
        QTest::newRow("empty ids") << QByteArray("{\"ids\":[]}") << 400;
        QTest::newRow("ids of numbers") << QByteArray("{\"ids\":[1]}") << 400;
        QTest::newRow("one text for ids") << QByteArray("{\"ids\":\"B1\"}") << 400;
        QTest::newRow("page size 0") << question(1, ",\"pageSize\":0") << 400;
        QTest::newRow("page size 101") << question(1, ",\"pageSize\":101") << 400;
        QTest::newRow("page size of text") << question(1, ",\"pageSize\":\"25\"") << 400;
        QTest::newRow("page below the first") << question(1, ",\"page\":0") << 400;
        QTest::newRow("page beyond any number") << question(1, ",\"page\":99999999999") << 400;
        QTest::newRow("page size 100") << question(1, ",\"pageSize\":100") << 200;
        QTest::newRow("page size 1") << question(1, ",\"pageSize\":1") << 200;
        QTest::newRow("a page far behind the last") << question(1, ",\"page\":2147483647,\"pageSize\":100") << 200;
    }
    void refusedQuestions()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const auto sandbox = start();
        const Heard heard = ask(*sandbox, "POST", ByIds, body);
        QCOMPARE(heard.status, status);
        QCOMPARE(heard.root().member("message").isString(), status == 400);
    }

    /// Every page, from the first to one behind the last; together they are what was asked for, once each.
    void pages_data()
    {
        QTest::addColumn<int>("firstPage");
        QTest::newRow("counted from 1") << 1;
        QTest::newRow("counted from 0") << 0;
    }
    void pages()
    {
        QFETCH(int, firstPage);
        const auto sandbox = start({}, firstPage);
        const Heard first = ask(*sandbox, "POST", ByIds, question(60)); // which page that is, it says itself
        QCOMPARE(first.info("page").toInt(), firstPage);
        QCOMPARE(first.info("totalPages").toInt(), 3);
        QStringList ids = first.ids();
        QCOMPARE(ids.size(), 25);
        for (int page = firstPage + 1; page < firstPage + 3; ++page) {
            const Heard next = ask(*sandbox, "POST", ByIds, question(60, ",\"page\":" + QByteArray::number(page)));
            QCOMPARE(next.info("page").toInt(), page);
            ids += next.ids();
        }
        QCOMPARE(ids.size(), 60);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 60);
        const Heard behind
            = ask(*sandbox, "POST", ByIds, question(60, ",\"page\":" + QByteArray::number(firstPage + 3)));
        QCOMPARE(behind.status, 200);
        QCOMPARE(behind.ids(), QStringList());
        QCOMPARE(ask(*sandbox, "POST", ByIds, question(60, ",\"pageSize\":60")).ids().size(), 60);
    }

    void anotherMarket()
    {
        const auto sandbox = start();
        QCOMPARE(ask(*sandbox, "POST", ByIds, question(2, ",\"marketplaceId\":\"US\"")).ids().size(), 2);
        QCOMPARE(ask(*sandbox, "POST", ByIds, question(2, ",\"marketplaceId\":\"GB\"")).ids().size(), 0);
    }

    void venues_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("status");
        const auto iso = [](const char *start, const char *end) -> QByteArray {
            return QByteArray("isoStartDate=") + start + "&isoEndDate=" + end;
        };
        QTest::newRow("no dates") << QByteArray() << 400;
        QTest::newRow("UTC") << iso("2026-03-14T07:00:00Z", "2026-03-15T07:00:00Z") << 200;
        QTest::newRow("an offset") << iso("2026-03-14T07:00:00%2B01:00", "2026-03-15T07:00:00%2B01:00") << 200;
        QTest::newRow("an offset whose plus isn't escaped")
            << iso("2026-03-14T07:00:00+01:00", "2026-03-15T07:00:00+01:00") << 400;
        QTest::newRow("no zone") << iso("2026-03-14T07:00:00", "2026-03-15T07:00:00") << 400;
        QTest::newRow("a fraction") << iso("2026-03-14T07:00:00.000Z", "2026-03-15T07:00:00Z") << 400;
        QTest::newRow("no such day") << iso("2026-02-30T07:00:00Z", "2026-03-01T07:00:00Z") << 400;
        QTest::newRow("half a pair") << QByteArray("isoStartDate=2026-03-14T07:00:00Z") << 400;
        QTest::newRow("local") << QByteArray("localStartDate=2026-03-14T00:00:00&localEndDate=2026-03-15T00:00:00")
                               << 200;
        QTest::newRow("local with a zone")
            << QByteArray("localStartDate=2026-03-14T00:00:00Z&localEndDate=2026-03-15T00:00:00Z") << 400;
        QTest::newRow("both pairs") << iso("2026-03-14T07:00:00Z", "2026-03-15T07:00:00Z")
                + "&localStartDate=2026-03-14T00:00:00&localEndDate=2026-03-15T00:00:00"
                                    << 400;
        QTest::newRow("backwards") << iso("2026-03-15T07:00:00Z", "2026-03-14T07:00:00Z") << 400;
        QTest::newRow("seven days") << iso("2026-03-14T07:00:00Z", "2026-03-21T07:00:00Z") << 200;
        QTest::newRow("seven days and a second") << iso("2026-03-14T07:00:00Z", "2026-03-21T07:00:01Z") << 400;
    }
    void venues()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, status);
        const auto sandbox = start();
        const Heard heard = get(*sandbox, ByVenue + '?' + query);
        QCOMPARE(heard.status, status);
        QCOMPARE(!heard.ids().isEmpty(), status == 200);
        for (const QString &id : heard.ids())
            QVERIFY(AtomCatalogue::instance().production(id));
    }

    void whatAVenuePlays()
    {
        const auto sandbox = start();
        const QByteArray week = "?localStartDate=2026-03-14T00:00:00&localEndDate=2026-03-21T00:00:00";
        const QByteArray day = "?localStartDate=2026-03-14T00:00:00&localEndDate=2026-03-14T00:00:00";
        const QStringList ofWeek = get(*sandbox, ByVenue + week).ids();
        const QStringList ofDay = get(*sandbox, ByVenue + day).ids();
        QCOMPARE(ofWeek, AtomCatalogue::instance().venues().front().productions);
        QVERIFY(ofDay.size() < ofWeek.size() && !ofDay.isEmpty());
        const QByteArray elsewhere = "/partner/v1/production/ids/byVenue/C0000000099" + week;
        QCOMPARE(get(*sandbox, elsewhere).status, 404);
        QCOMPARE(get(*sandbox, "/partner/v1/production/ids/byVenue/" + week).status, 404);
        QCOMPARE(get(*sandbox, ByVenue + week + "&marketplaceId=GB").ids(), QStringList());
    }

    void names_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("found");
        QTest::newRow("whole") << QByteArray("name=Night%20Ferry") << 200 << 1;
        QTest::newRow("a part, other case") << QByteArray("name=ferry") << 200 << 20;
        QTest::newRow("a blank as a plus") << QByteArray("name=night+ferry") << 200 << 1;
        QTest::newRow("nobody is called so") << QByteArray("name=zzz") << 200 << 0;
        QTest::newRow("a page of 5") << QByteArray("name=ferry&pageSize=5") << 200 << 5;
        QTest::newRow("the last page of 15") << QByteArray("name=ferry&pageSize=15&page=2") << 200 << 5;
        QTest::newRow("nothing asked") << QByteArray("name=") << 400 << 0;
        QTest::newRow("blanks") << QByteArray("name=%20") << 400 << 0;
        QTest::newRow("no name") << QByteArray("title=ferry") << 400 << 0;
        QTest::newRow("too large a page") << QByteArray("name=ferry&pageSize=101") << 400 << 0;
    }
    void names()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, status);
        QFETCH(int, found);
        const auto sandbox = start();
        const Heard heard = get(*sandbox, "/partner/v1/production/search/byName?" + query);
        QCOMPARE(heard.status, status);
        QCOMPARE(heard.ids().size(), found);
    }

    void vendorIds()
    {
        const auto sandbox = start();
        const QByteArray target = "/partner/v1/productions/byVendorProductionId/HO005000";
        QCOMPARE(get(*sandbox, target).ids(), (QStringList{u"B0000000001"_s, u"B0000000002"_s}));
        QCOMPARE(get(*sandbox, target + "?circuitId=harbour").ids(), QStringList{u"B0000000002"_s});
        QCOMPARE(get(*sandbox, target + "?circuitId=else").ids(), QStringList());
        QCOMPARE(get(*sandbox, target + "0").ids(), QStringList());
        QVERIFY(!get(*sandbox, target).root().member("pageInfo"));
    }

    void addresses()
    {
        const auto sandbox = start();
        QCOMPARE(get(*sandbox, "/partner/v1/productions/details/byIds").status, 404); // production, not productions
        const Heard wrong = get(*sandbox, ByIds);
        QCOMPARE(wrong.status, 405);
        QVERIFY(wrong.head.contains("Allow: POST"));
        QCOMPARE(get(*sandbox, "/images/B0000000999.png").status, 404);
        QCOMPARE(get(*sandbox, "/images/").status, 404);
        QCOMPARE(get(*sandbox, "/images/../secret.png").status, 404);
    }

    void faults()
    {
        const auto sandbox = start({"503:production-by-ids@1", "429:production-by-ids@2", "401:atom-ping",
            "html:productions-by-name", "truncate:productions-by-vendor-id", "reset:production-ids-by-venue"});
        const Heard overloaded = ask(*sandbox, "POST", ByIds, question(1));
        QCOMPARE(overloaded.status, 503);
        QCOMPARE(overloaded.body, QByteArray("{\"message\":\"Service Unavailable\"}"));
        const Heard many = ask(*sandbox, "POST", ByIds, question(1));
        QCOMPARE(many.status, 429);
        QCOMPARE(many.body, QByteArray("{\"message\":\"Too Many Requests\"}"));
        QCOMPARE(ask(*sandbox, "POST", ByIds, question(1)).status, 200);
        QCOMPARE(get(*sandbox, "/partner/ping").status, 401);
        QVERIFY(get(*sandbox, "/partner/v1/production/search/byName?name=ferry").body.startsWith("<!doctype"));
        const Heard cut = get(*sandbox, "/partner/v1/productions/byVendorProductionId/HO005000");
        QVERIFY(!cut.body.isEmpty() && !cut.json);
        QCOMPARE(get(*sandbox, ByVenue).status, 0);
        const std::vector<AskedRequest> log = sandbox->requests();
        QVERIFY(log.front().operation == partners::Operation::ProductionByIds);
        QVERIFY(log.front().fault == Fault::Kind::Status503);
    }

    void pace()
    {
        RateLimit limit;
        limit.setPerSecond(25, 50);
        int admitted = 0;
        for (int i = 0; i < 80; ++i)
            admitted += limit.admits(1000) ? 1 : 0;
        QCOMPARE(admitted, 50); // at once
        QVERIFY(!limit.admits(1039));
        QVERIFY(limit.admits(1040)); // a 25th of a second makes room for one
        QVERIFY(!limit.admits(1040));
        for (int i = 0; i < 25; ++i)
            QVERIFY(limit.admits(2040));
        QVERIFY(!limit.admits(2040));
        admitted = 0;
        for (int i = 0; i < 80; ++i)
            admitted += limit.admits(1'000'000) ? 1 : 0;
        QCOMPARE(admitted, 50); // no more than a burst is saved up
    }

    /// Sooner or later it is asked too quickly; and says so in Atom's words. Pictures don't count.
    void tooManyRequests()
    {
        SandboxOptions options;
        options.atomPerSecond = 1;
        options.atomBurst = 1;
        const auto sandbox = Sandbox::start(options).value();
        Heard heard;
        for (int i = 0; i < 500 && heard.status != 429; ++i)
            heard = get(*sandbox, "/partner/ping");
        QCOMPARE(heard.status, 429);
        QCOMPARE(heard.body, QByteArray("{\"message\":\"Too Many Requests\"}"));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(get(*sandbox, "/images/" + idOf(1) + ".png").status, 200);
    }

    void onePartnerAlone()
    {
        SandboxOptions options;
        options.playsPrime = false;
        options.playsShowtime = false;
        const auto atom = Sandbox::start(options).value();
        QCOMPARE(get(*atom, "/partner/ping").status, 200);
        QVERIFY(get(*atom, "/v1/avails/L/full-extract/A").body.contains("message")); // in Atom's words
        QCOMPARE(atom->holdings().productions, 300);
        options.playsPrime = true;
        options.playsAtom = false;
        const auto prime = Sandbox::start(options).value();
        QCOMPARE(get(*prime, "/partner/ping").status, 404);
        QCOMPARE(prime->holdings().productions, 0);
    }

    /// The same ones each time, each with its own name, and as documented but for the few that are meant not to be.
    void catalogue()
    {
        const AtomCatalogue &catalogue = AtomCatalogue::instance();
        QCOMPARE(static_cast<int>(catalogue.productions().size()), AtomCatalogue::Productions);
        QCOMPARE(static_cast<int>(catalogue.venues().size()), AtomCatalogue::Venues);
        QSet<QString> names;
        for (const AtomProduction &production : catalogue.productions()) {
            names.insert(production.name);
            const auto document = payload::Document::read(production.json);
            QVERIFY(document.has_value());
            QCOMPARE((*document)->root().member("id").string(), production.id.toStdString());
        }
        QCOMPARE(static_cast<int>(names.size()), AtomCatalogue::Productions);
        for (const AtomVenue &venue : catalogue.venues()) {
            QVERIFY(!venue.productions.isEmpty());
            QCOMPARE(
                QSet<QString>(venue.productions.begin(), venue.productions.end()).size(), venue.productions.size());
        }
        QVERIFY(!catalogue.production(u"B0000000000"_s));
    }

    void flaws()
    {
        const auto has = [](int number, const char *text) {
            return AtomCatalogue::instance().production(QString::fromLatin1(idOf(number)))->json.contains(text);
        };
        QVERIFY(has(1, "\"distributor\"") && !has(6, "\"distributor\""));
        QVERIFY(has(12, "\"tagline\"") && !has(11, "\"tagline\""));
        QVERIFY(has(18, "\"atomUserScore\":11"));
        QVERIFY(has(24, "\"runtimeMinutes\":0,"));
        QVERIFY(has(30, "2026-02-30"));
        QVERIFY(has(36, "\"coverImageUrl\":\"/images/"));
        QVERIFY(has(42, "\"trailerUrls\":[]"));
        QVERIFY(has(47, "\"contributors\"") && !has(48, "\"contributors\""));
    }

    void pictures()
    {
        const auto sandbox = start();
        const Heard poster = get(*sandbox, "/images/" + idOf(1) + ".png");
        QCOMPARE(poster.status, 200);
        QVERIFY(poster.head.contains("image/png"));
        QVERIFY(poster.body.startsWith("\x89PNG\r\n\x1a\n") && poster.body.contains("IEND"));
        QCOMPARE(qFromBigEndian<quint32>(poster.body.mid(16, 4).constData()), 240U);
        QCOMPARE(qFromBigEndian<quint32>(poster.body.mid(20, 4).constData()), 360U);
        QVERIFY(get(*sandbox, "/images/" + idOf(2) + ".png").body != poster.body);
        QCOMPARE(
            qFromBigEndian<quint32>(get(*sandbox, "/images/" + idOf(1) + "-1.png").body.mid(16, 4).constData()), 480U);
        QVERIFY(get(*sandbox, "/images/" + idOf(54) + ".png").head.contains("text/html"));
        QCOMPARE(get(*sandbox, "/images/" + idOf(60) + ".png").status, 404);
        QVERIFY(poster.body.size() < 200'000);
    }

    /// CRC and zlib are right: what every PNG ends with has a known sum, and the rows come out again.
    void pictureBytes()
    {
        const QByteArray png = pictureOf(7, 5, 3);
        QVERIFY(png.endsWith(QByteArray::fromHex("0000000049454e44ae426082")));
        const quint32 length = qFromBigEndian<quint32>(png.mid(33, 4).constData());
        QCOMPARE(png.mid(37, 4), QByteArray("IDAT"));
        const QByteArray rows = qUncompress(QByteArray::fromHex("0000ffff") + png.mid(41, length));
        QCOMPARE(rows.size(), 3 * (5 * 3 + 1));
    }
};

QTEST_GUILESS_MAIN(TestAtomPartner)
#include "tst_atompartner.moc"
