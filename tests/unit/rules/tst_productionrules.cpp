// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule of productions: a case that it finds, with place and severity, and a near miss that it doesn't.
#include "ProductionFixture.h"

#include "rules/PlaceName.h"
#include "rules/ProductionFacts.h"

#include <QRandomGenerator>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;

namespace {

constexpr const char *First = "/productionDetails/0";

QByteArray venue(const QByteArray &dates)
{
    return "{\"venueId\":\"C1\"" + (dates.isEmpty() ? QByteArray() : ',' + dates) + '}';
}

QByteArray iso(const QByteArray &start, const QByteArray &end)
{
    return venue("\"isoStartDate\":\"" + start + "\",\"isoEndDate\":\"" + end + '"');
}

QByteArray local(const QByteArray &start, const QByteArray &end)
{
    return venue("\"localStartDate\":\"" + start + "\",\"localEndDate\":\"" + end + '"');
}

QByteArray images(const QByteArray &cover, const QByteArray &promo = {})
{
    return productions(production({{"productionMedia",
        "{\"imageData\":{\"coverImageUrl\":\"" + cover + "\",\"promoImageUrls\":[" + promo
            + "]},\"trailerData\":{\"trailerUrls\":[]}}"}}));
}

QByteArray below(const char *path)
{
    return QByteArray(First) + path;
}

} // namespace

class TestProductionRules : public QObject
{
    Q_OBJECT

private:
    void hit(const char *rule, const char *name, const QByteArray &text, const char *severity,
        const QByteArray &pointer, const QStringList &asked = {})
    {
        m_hit << QString::fromLatin1(rule);
        QTest::addRow("%s finds: %s", rule, name) << text << QString::fromLatin1(rule) << QString::fromLatin1(severity)
                                                  << QString::fromUtf8(pointer) << asked;
    }
    void miss(const char *rule, const char *name, const QByteArray &text, const QStringList &asked = {})
    {
        m_missed << QString::fromLatin1(rule);
        QTest::addRow("%s lets pass: %s", rule, name)
            << text << QString::fromLatin1(rule) << QString() << QString() << asked;
    }
    void idRows();
    void pageRows();
    void dateRows();
    void replyRows();
    void valueRows();

    static std::unique_ptr<rules::Validator> validatorOf(
        const payload::Document &document, const QStringList &asked = {})
    {
        auto validator = std::make_unique<rules::Validator>(rulebook(), document, rules::Severities(), fixedClock);
        validator->setAskedIds(asked);
        validator->validate();
        return validator;
    }

    QStringList m_hit;
    QStringList m_missed;

private Q_SLOTS:
    void theFixturesAreClean()
    {
        for (const QByteArray &text : {productions(production()), question(25),
                 question(3, "\"pageSize\":100,\"page\":0"), iso("2026-03-14T07:00:00Z", "2026-03-21T07:00:00Z"),
                 local("2026-03-14T00:00:00", "2026-03-14T00:00:00")}) {
            const auto document = read(text);
            QCOMPARE(problemsOf(*validatorOf(*document)), QStringList());
        }
    }

    void rule_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("severity");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QStringList>("asked");
        idRows();
        pageRows();
        dateRows();
        replyRows();
        valueRows();
    }
    void rule()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, rule);
        QFETCH(QString, severity);
        QFETCH(QString, pointer);
        QFETCH(QStringList, asked);
        const auto document = payload::Document::read(text);
        QVERIFY2(document.has_value(), document ? "" : qPrintable(document.error().message));
        const auto validator = validatorOf(**document, asked);
        const QStringList lines = problemsOf(*validator);
        if (severity.isEmpty()) {
            QVERIFY2(!lines.join(u'\n').contains(rule + u' '), qPrintable(lines.join(u'\n')));
            return;
        }
        const QString expected = rule + u' ' + severity + u' ' + pointer;
        QCOMPARE(lines.count(expected), 1);
        for (const rules::Problem &problem : validator->problems()) {
            const QString words = problem.rule->message(problem, validator->context());
            QVERIFY2(!words.isEmpty() && !words.contains(u"%1"_s), qPrintable(words));
            problem.rule->field(problem, validator->context());
        }
    }

    /// A fix is one step, after which its problem is gone and none is new; undo gives the text back.
    void fixes_data() { rule_data(); }
    void fixes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, rule);
        QFETCH(QString, severity);
        QFETCH(QString, pointer);
        QFETCH(QStringList, asked);
        if (severity.isEmpty())
            return;
        const auto document = read(text);
        const auto validator = validatorOf(*document, asked);
        for (const rules::Problem &problem : validator->problems()) {
            if (QLatin1StringView(problem.rule->info().id) != rule)
                continue;
            for (const rules::Fix &fix : problem.rule->fixes(problem, validator->context())) {
                auto copy = read(text);
                const auto changed = copy->apply(fix.edits, {fix.title, {}});
                QVERIFY2(changed.has_value() && *changed, qPrintable(fix.title));
                QCOMPARE(copy->steps().size(), std::size_t{1});
                const auto after = validatorOf(*copy, asked);
                QVERIFY2(after->counts().total() < validator->counts().total(),
                    qPrintable(fix.title + u'\n' + problemsOf(*after).join(u'\n')));
                copy->undo();
                QCOMPARE(copy->text().toByteArray(), text);
            }
        }
    }

    void everyRuleHasAHitAndANearMiss()
    {
        int count = 0;
        for (const auto &rule : rulebook().rules->all()) {
            const QString id = QString::fromLatin1(rule->info().id);
            if (!id.startsWith(u"AT"_s))
                continue;
            ++count;
            QVERIFY2(m_hit.contains(id), qPrintable(id));
            QVERIFY2(m_missed.contains(id), qPrintable(id));
        }
        QCOMPARE(count, 9);
    }

    /// What a fix makes of a document, and nothing where nobody can tell.
    void fixed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *rule, const QByteArray &text, const QByteArray &after) {
            QTest::newRow(name) << text << QString::fromLatin1(rule) << after;
        };
        const auto isoStart = [](const QByteArray &start) { return iso(start, "2026-03-15T00:00:00Z"); };
        row("the second of two goes", "AT002", R"({"ids":["B1","B2","B1"]})", R"({"ids":["B1","B2"]})");
        row("nearest page size below", "AT003", question(1, "\"pageSize\":0"), question(1, "\"pageSize\":1"));
        row("nearest page size above", "AT003", question(1, "\"pageSize\":500"), question(1, "\"pageSize\":100"));
        row("nearest of a huge number", "AT003", question(1, "\"pageSize\":1e400"), question(1, "\"pageSize\":100"));
        row("nearest of a fraction isn't sure", "AT003", question(1, "\"pageSize\":12.5"), {});
        row("a negative page is left out", "AT003", question(1, "\"page\":-1"), question(1));
        row("a page for all", "AT004", question(40, "\"pageSize\":30"), question(40, "\"pageSize\":40"));
        row("a page for all of a lone list", "AT004", question(26), question(26, "\"pageSize\":26"));
        row("no page for more than a hundred", "AT004", question(101), {});
        row("Z is added", "AT005", isoStart("2026-03-14T07:00:00"), isoStart("2026-03-14T07:00:00Z"));
        row("the fraction goes", "AT005", isoStart("2026-03-14T07:00:00.250Z"), isoStart("2026-03-14T07:00:00Z"));
        row("fraction and zone at once", "AT005", isoStart("2026-03-14T07:00:00.25"), isoStart("2026-03-14T07:00:00Z"));
        row("an offset stays", "AT005", isoStart("2026-03-14T07:00:00.25+02:00"),
            isoStart("2026-03-14T07:00:00+02:00"));
        row("a day is its midnight", "AT005", isoStart("2026-03-14"), isoStart("2026-03-14T00:00:00Z"));
        row("no such day", "AT005", isoStart("2025-02-30T00:00:00Z"), {});
        row("the zone goes", "AT005", local("2026-03-14T00:00:00Z", "2026-03-15T00:00:00"),
            local("2026-03-14T00:00:00", "2026-03-15T00:00:00"));
        row("the ends change places", "AT005", iso("2026-03-15T00:00:00Z", "2026-03-14T00:00:00Z"),
            iso("2026-03-14T00:00:00Z", "2026-03-15T00:00:00Z"));
    }
    void fixed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, rule);
        QFETCH(QByteArray, after);
        auto document = read(text);
        const auto validator = validatorOf(*document);
        std::vector<rules::Fix> fixes;
        for (const rules::Problem &problem : validator->problems()) {
            if (QLatin1StringView(problem.rule->info().id) == rule)
                fixes = problem.rule->fixes(problem, validator->context());
        }
        QCOMPARE(fixes.empty(), after.isEmpty());
        if (fixes.empty())
            return;
        QVERIFY(document->apply(fixes.front().edits).value());
        QCOMPARE(document->text().toByteArray(), after);
    }

    /// One of the two pairs can be kept, whichever.
    void bothPairs()
    {
        const auto document
            = read(venue("\"isoStartDate\":\"2026-03-14T07:00:00Z\",\"isoEndDate\":\"2026-03-15T07:00:00Z\","
                         "\"localStartDate\":\"2026-03-14T00:00:00\",\"localEndDate\":\"2026-03-15T00:00:00\""));
        const auto validator = validatorOf(*document);
        QCOMPARE(problemsOf(*validator), QStringList{u"AT005 error "_s});
        const auto fixes
            = validator->problems().front().rule->fixes(validator->problems().front(), validator->context());
        QCOMPARE(fixes.size(), std::size_t{2});
        QVERIFY(document->apply(fixes.back().edits).value());
        QCOMPARE(document->text().toByteArray(), local("2026-03-14T00:00:00", "2026-03-15T00:00:00"));
    }

    /// The whole of what is missing and of what is undocumented, each name once, in one problem.
    void bothListsInOneProblem()
    {
        const auto document = read(productions(production({{"distributor", {}}, {"imdbId", "null"},
            {"tagline", "\"x\""},
            {"contributors",
                R"({"cast":[{"name":"A","photo":1},{"name":"B","photo":2}],"crew":[{"name":"C"}],"stunts":[]})"}})));
        const auto validator = validatorOf(*document);
        QCOMPARE(problemsOf(*validator), QStringList{u"AT007 hint /productionDetails/0"_s});
        const rules::Problem problem = validator->problems().front();
        QCOMPARE(problem.detail, std::string("contributors/crew/0/role, distributor, imdbId"));
        QCOMPARE(problem.other, std::string("contributors/cast/0/photo, contributors/stunts, tagline"));
        const QString message = problem.rule->message(problem, validator->context());
        QVERIFY(message.contains(u"distributor"_s) && message.contains(u"tagline"_s));
    }

    /// The catalogue documents the same members as the comparison does.
    void documentedTwiceIsTheSame()
    {
        const auto &catalog = *rulebook().catalog;
        const rules::ProductionMembers none = rules::membersOf(read("{}")->root());
        std::vector<std::string> names;
        for (const catalog::Field &field : catalog.type("Production")->fields)
            names.push_back(field.name);
        QCOMPARE(none.missing, names);
        // What stands in the catalogue below is known below.
        for (const char *path :
            {"ProductionMedia", "ImageData", "TrailerData", "Contributors", "CastMember", "CrewMember"})
            QVERIFY(catalog.type(path));
        const auto whole = read(production());
        QCOMPARE(rules::membersOf(whole->root()).missing, std::vector<std::string>());
        QCOMPARE(rules::membersOf(whole->root()).undocumented, std::vector<std::string>());
    }

    void furtherPagesMayHoldThem()
    {
        const QStringList asked{u"B0000000001"_s, u"B2"_s};
        const auto messageOf = [&](const QByteArray &pageInfo) {
            const auto document = read(productions(production(), pageInfo));
            const auto validator = validatorOf(*document, asked);
            const auto problems = validator->problems();
            return problems.size() == 1 ? problems[0].rule->message(problems[0], validator->context()) : QString();
        };
        QVERIFY(messageOf("{\"page\":1,\"pageSize\":1,\"totalPages\":2}").contains(u"further pages"_s));
        QVERIFY(!messageOf("{\"page\":1,\"pageSize\":1,\"totalPages\":1}").contains(u"further pages"_s));
        QVERIFY(!messageOf("{\"page\":1,\"pageSize\":0,\"totalPages\":2}")
                     .contains(u"further pages"_s)); // all of them in one
    }

    void kinds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("kind");
        QTest::newRow("ids") << QByteArray(R"({"ids":["B1"]})") << u"production-ids"_s;
        QTest::newRow("no ids") << QByteArray(R"({"ids":[]})") << u"production-ids"_s;
        QTest::newRow("ids with a note of the partner's")
            << QByteArray(R"({"ids":["B1"],"note":1})") << u"production-ids"_s;
        QTest::newRow("ids and a page") << QByteArray(R"({"ids":["B1"],"page":1})") << u"production-query"_s;
        QTest::newRow("ids and a market")
            << QByteArray(R"({"ids":["B1"],"marketplaceId":"US"})") << u"production-query"_s;
        QTest::newRow("a venue") << QByteArray(R"({"venueId":"C1"})") << u"production-query"_s;
        QTest::newRow("a venue and dates") << iso("x", "y") << u"production-query"_s;
        QTest::newRow("dates without a venue")
            << QByteArray(R"({"localStartDate":"x","localEndDate":"y"})") << u"production-query"_s;
        QTest::newRow("a reply") << productions({}) << u"production-reply"_s;
        QTest::newRow("a reply without pages") << QByteArray(R"({"productionDetails":[]})") << u"production-reply"_s;
        QTest::newRow("a market alone") << QByteArray(R"({"marketplaceId":"US"})") << u"production-query"_s;
        QTest::newRow("a showtime has a venue too")
            << QByteArray(R"({"showtimeId":"D1","venueId":"C1","productionId":"B1"})") << u"unknown"_s;
        QTest::newRow("a page of something") << QByteArray(R"({"page":1,"pageSize":25})") << u"unknown"_s;
        QTest::newRow("other case") << QByteArray(R"({"IDs":["B1"]})") << u"unknown"_s;
        QTest::newRow("nothing") << QByteArray("{}") << u"unknown"_s;
        QTest::newRow("a list") << QByteArray(R"(["B1"])") << u"unknown"_s;
        QTest::newRow("an outcome with ids") << QByteArray(R"({"success":true,"ids":[]})") << u"reply"_s;
        QTest::newRow("an avail first") << QByteArray(R"({"avail":{},"ids":[]})") << u"avail"_s;
        QTest::newRow("XML") << QByteArray("<ids/>") << u"unknown"_s;
    }
    void kinds()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, kind);
        QCOMPARE(rules::kindName(rules::kindOf(read(text)->root())), kind);
    }

    void onlyAReplyIsOne()
    {
        using rules::DocumentKind;
        QVERIFY(rules::isReply(DocumentKind::ProductionReply));
        QVERIFY(!rules::isReply(DocumentKind::ProductionIds) && !rules::isReply(DocumentKind::ProductionQuery));
        QVERIFY(
            rules::asksForProductions(DocumentKind::ProductionIds) && !rules::asksForProductions(DocumentKind::Avail));
    }

    void places_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("name");
        const QByteArray two = productions(production() + ',' + production({{"name", {}}}) + ",{}");
        QTest::newRow("a field") << two << u"/productionDetails/0/releaseDate"_s
                                 << u"Production Night Ferry › Release date"_s;
        QTest::newRow("by its id") << two << u"/productionDetails/1"_s << u"Production B0000000001"_s;
        QTest::newRow("by its number") << two << u"/productionDetails/2/name"_s << u"Production 3 › Name"_s;
        QTest::newRow("the poster") << two << u"/productionDetails/0/productionMedia/imageData/coverImageUrl"_s
                                    << u"Production Night Ferry › Poster"_s;
        QTest::newRow("somebody") << two << u"/productionDetails/0/contributors/cast/0/characterName"_s
                                  << u"Production Night Ferry › Cast › Ada Holm › Character"_s;
        QTest::newRow("pages") << two << u"/pageInfo/page"_s << u"Pages › Page"_s;
        QTest::newRow("an id") << question(3) << u"/ids/1"_s << u"IDs › 2"_s;
        QTest::newRow("of a venue") << venue({}) << u"/isoEndDate"_s << u"Last day, with zone"_s;
    }
    void places()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, pointer);
        QFETCH(QString, name);
        const auto document = read(text);
        const auto validator = validatorOf(*document);
        QCOMPARE(rules::placeName(validator->context(), *Pointer::parse(pointer.toStdString())), name);
    }

    /// Random edits; after each, what was kept up agrees with what is found anew.
    void incrementalAgreesWithFull_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("reply") << productions(
            production() + ',' + production({{"id", "\"B2\""}, {"x", "1"}}) + ',' + production());
        QTest::newRow("question") << question(27, "\"pageSize\":10,\"page\":1");
        QTest::newRow("ids") << question(3);
        QTest::newRow("venue") << iso("2026-03-14T07:00:00Z", "2026-03-30T07:00:00Z");
    }
    void incrementalAgreesWithFull()
    {
        QFETCH(QByteArray, text);
        const QStringList asked{u"B1"_s, u"B2"_s};
        auto document = read(text);
        const auto kept = validatorOf(*document, asked);
        document->addListener([&kept](const payload::Change &change) { kept->update(change); });
        QRandomGenerator random(11);
        const std::vector<std::string> values{"\"B1\"", "\"\"", "\"2026-03-14\"", "-1", "10.01", "null", "[]", "{}",
            "[\"B2\",\"B2\"]", "{\"id\":\"B2\"}", "\"https://a.example/b\""};
        const std::vector<std::string> names{"ids", "page", "pageSize", "venueId", "isoEndDate", "id", "releaseDate",
            "atomUserScore", "productionDetails", "mood"};
        for (int round = 0; round < 400; ++round) {
            payload::Path path;
            payload::Value value = document->root();
            while (value.size() > 0 && random.bounded(5) != 0) {
                path.push_back(random.bounded(value.size()));
                value = value.at(path.back());
            }
            const Pointer pointer = document->pointerTo(path);
            const std::string &json = values[random.bounded(static_cast<quint32>(values.size()))];
            Edit edit = Edit::set(pointer, json);
            const quint32 choice = random.bounded(8u);
            if (choice < 3 && value.isArray())
                edit = Edit::insertItem(pointer, json, random.bounded(value.size() + 1));
            else if (choice < 3 && value.isObject())
                edit = Edit::insertMember(pointer, names[random.bounded(static_cast<quint32>(names.size()))], json, 0);
            else if (choice == 3 && path.size() > 1)
                edit = Edit::remove(pointer);
            else if (path.size() < 2)
                continue;
            if (!document->apply(edit).has_value())
                continue;
            if (random.bounded(6) == 0 && document->canUndo())
                document->undo();
            const auto full = validatorOf(*document, asked);
            QCOMPARE(problemsOf(*kept), problemsOf(*full));
            QCOMPARE(kept->counts(), full->counts());
        }
    }

    void badShapes_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
            {R"({"ids":"B1"})", R"({"ids":{"a":1}})", R"({"ids":[1,null,[],{}]})", R"({"ids":null})",
                R"({"ids":[],"ids":["B1"]})", R"({"ids":["B1"],"pageSize":"25"})",
                R"({"venueId":1,"isoStartDate":[],"isoEndDate":{}})", R"({"productionDetails":{}})",
                R"({"productionDetails":null})", R"({"productionDetails":[1,"x",null,[]]})",
                R"({"productionDetails":[{"productionMedia":[],"contributors":{"cast":{},"crew":[1]},"genres":"Drama"}],"pageInfo":[]})",
                R"({"productionDetails":[{"id":1,"id":"B1","name":[],"releaseDate":5}],"productionDetails":[]})"})
            QTest::newRow(text) << QByteArray(text);
    }
    void badShapes()
    {
        QFETCH(QByteArray, text);
        const auto document = read(text);
        const auto validator = validatorOf(*document, {u"B1"_s, u"B9"_s});
        QVERIFY(validator->kind() != rules::DocumentKind::Unknown);
        for (const rules::Problem &problem : validator->problems()) {
            QVERIFY(!problem.rule->message(problem, validator->context()).isEmpty());
            problem.rule->fixes(problem, validator->context());
            problem.rule->field(problem, validator->context());
        }
    }
};

void TestProductionRules::idRows()
{
    hit("AT001", "an empty list, alone", R"({"ids":[]})", "error", "/ids");
    hit("AT001", "an empty list with a page size", R"({"ids":[],"pageSize":10})", "error", "/ids");
    hit("AT001", "no list", R"({"marketplaceId":"US","pageSize":10})", "error", "");
    hit("AT001", "an empty id", R"({"ids":["B1",""]})", "error", "/ids/1");
    hit("AT001", "an id of blanks", R"({"ids":["  ","B1"]})", "error", "/ids/0");
    miss("AT001", "one id", R"({"ids":["B1"]})");
    miss("AT001", "a venue needs none", iso("2026-03-14T07:00:00Z", "2026-03-15T07:00:00Z"));
    miss("AT001", "an empty reply", productions({}));
    hit("AT002", "twice", R"({"ids":["B1","B2","B1"]})", "warning", "/ids/2");
    hit("AT002", "written with an escape", R"({"ids":["B1","\u00421"],"page":1})", "warning", "/ids/1");
    miss("AT002", "other letter case", R"({"ids":["B1","b1"]})");
    miss("AT002", "empty ones have their own rule", R"({"ids":["",""]})");
}

void TestProductionRules::pageRows()
{
    hit("AT003", "no page", question(1, "\"pageSize\":0"), "error", "/pageSize");
    hit("AT003", "too large a page", question(1, "\"pageSize\":101"), "error", "/pageSize");
    hit("AT003", "a fraction", question(1, "\"pageSize\":12.5"), "error", "/pageSize");
    hit("AT003", "a negative page", question(1, "\"page\":-1"), "error", "/page");
    miss("AT003", "the smallest", question(1, "\"pageSize\":1,\"page\":0"));
    miss("AT003", "the largest", question(1, "\"pageSize\":100,\"page\":2147483647"));
    miss("AT003", "what a reply says is the partner's",
        productions(production(), "{\"page\":-1,\"pageSize\":0,\"totalPages\":1}"));
    hit("AT004", "26 and no page size", question(26), "warning", "/ids");
    hit("AT004", "11 on pages of 10", question(11, "\"pageSize\":10"), "warning", "/ids");
    hit("AT004", "more than any page holds", question(101, "\"pageSize\":100"), "warning", "/ids");
    miss("AT004", "25 and no page size", question(25));
    miss("AT004", "as many as a page holds", question(100, "\"pageSize\":100"));
    miss("AT004", "a page size that can't be has its own rule", question(30, "\"pageSize\":0"));
}

void TestProductionRules::dateRows()
{
    const QByteArray end = "2026-03-15T00:00:00Z";
    hit("AT005", "no zone", iso("2026-03-14T07:16:48", end), "error", "/isoStartDate");
    hit("AT005", "a fraction", iso("2026-03-14T07:00:00.000Z", end), "error", "/isoStartDate");
    hit("AT005", "a zone in local time", local("2026-03-14T00:00:00", end), "error", "/localEndDate");
    hit("AT005", "a fraction in local time", local("2026-03-14T00:00:00.5", "2026-03-15T00:00:00"), "error",
        "/localStartDate");
    hit("AT005", "a day alone", iso("2026-03-14", end), "error", "/isoStartDate");
    hit("AT005", "no such day", iso("2026-02-30T00:00:00Z", end), "error", "/isoStartDate");
    hit("AT005", "no date", iso("tomorrow", end), "error", "/isoStartDate");
    hit("AT005", "an empty date", iso("", end), "error", "/isoStartDate");
    hit("AT005", "no pair", venue({}), "error", "");
    hit("AT005", "half a pair", venue("\"isoStartDate\":\"2026-03-14T07:00:00Z\""), "error", "");
    hit("AT005", "a half of each",
        venue("\"isoStartDate\":\"2026-03-14T07:00:00Z\",\"localEndDate\":\"2026-03-15T00:00:00\""), "error", "");
    hit("AT005", "backwards", iso("2026-03-15T00:00:01Z", end), "error", "/isoEndDate");
    hit("AT005", "backwards across zones", iso("2026-03-15T00:00:00Z", "2026-03-15T01:00:00+02:00"), "error",
        "/isoEndDate");
    miss("AT005", "an offset is a zone", iso("2026-03-14T07:00:00+02:00", end));
    miss("AT005", "nothing between the ends", iso(end, end));
    miss("AT005", "ids need no dates", question(3, "\"page\":1"));
    hit("AT006", "seven days and a second", iso("2026-03-14T07:00:00Z", "2026-03-21T07:00:01Z"), "warning",
        "/isoEndDate");
    hit("AT006", "a month of local time", local("2026-03-01T00:00:00", "2026-03-31T00:00:00"), "warning",
        "/localEndDate");
    miss("AT006", "seven days", iso("2026-03-14T07:00:00Z", "2026-03-21T07:00:00Z"));
    miss("AT006", "seven days across zones", iso("2026-03-14T07:00:00+00:00", "2026-03-21T09:00:00+02:00"));
    miss("AT006", "backwards", iso("2026-03-30T07:00:00Z", "2026-03-01T07:00:00Z"));
}

void TestProductionRules::replyRows()
{
    hit("AT007", "something is missing", productions(production({{"distributor", {}}})), "hint", First);
    hit("AT007", "null says nothing", productions(production({{"distributor", "null"}})), "hint", First);
    hit("AT007", "something is undocumented",
        productions(production() + ',' + production({{"id", "\"B2\""}, {"tagline", "1"}})), "hint",
        "/productionDetails/1");
    hit("AT007", "something is missing below",
        productions(production({{"productionMedia", R"({"imageData":{"promoImageUrls":[]}})"}})), "hint", First);
    miss("AT007", "empty lists are there",
        productions(production({{"contributors", R"({"cast":[],"crew":[]})"}, {"genres", "[]"}})));
    miss("AT007", "an unknown member beside the productions", R"({"productionDetails":[],"trace":1})");

    const QByteArray one = production();
    const QByteArray two = production({{"id", "\"B2\""}});
    const QString first = u"B0000000001"_s;
    hit("AT008", "twice", productions(one + ',' + two + ',' + one), "warning", "/productionDetails/2/id");
    hit("AT008", "not returned", productions(one), "warning", "/productionDetails", {first, u"B2"_s});
    hit("AT008", "nothing returned", productions({}), "warning", "/productionDetails", {first});
    hit("AT008", "not asked for", productions(one + ',' + two), "warning", "/productionDetails/1/id", {first});
    miss("AT008", "as asked", productions(two + ',' + one), {first, u"B2"_s});
    miss("AT008", "nobody knows what was asked", productions(one + ',' + two));
    miss("AT008", "asked for twice, returned once", productions(one), {first, first});
    miss("AT008", "without ids nothing came twice", productions("{},{}"));
}

void TestProductionRules::valueRows()
{
    const auto with = [](const char *name, const QByteArray &json) { return productions(production({{name, json}})); };
    hit("AT009", "a score above", with("atomUserScore", "10.01"), "warning", below("/atomUserScore"));
    hit("AT009", "a score below", with("atomUserScore", "-0.5"), "warning", below("/atomUserScore"));
    hit("AT009", "a score without end", with("atomUserScore", "1e400"), "warning", below("/atomUserScore"));
    miss("AT009", "a score of 0", with("atomUserScore", "0"));
    miss("AT009", "a score of 10", with("atomUserScore", "10"));
    miss("AT009", "a score of 10.0", with("atomUserScore", "10.0"));
    hit("AT009", "no runtime", with("runtimeMinutes", "0"), "warning", below("/runtimeMinutes"));
    hit("AT009", "a negative runtime", with("runtimeMinutes", "-90"), "warning", below("/runtimeMinutes"));
    miss("AT009", "a minute", with("runtimeMinutes", "1"));
    hit("AT009", "no such day", with("releaseDate", "\"2025-02-30\""), "warning", below("/releaseDate"));
    hit("AT009", "a moment", with("releaseDate", "\"2025-02-28T00:00:00Z\""), "warning", below("/releaseDate"));
    miss("AT009", "a leap day", with("releaseDate", "\"2024-02-29\""));
    hit("AT009", "an address without a scheme", with("productionUrl", "\"//tickets.example/x\""), "warning",
        below("/productionUrl"));
    hit("AT009", "a path", images("/nf.jpg"), "warning", below("/productionMedia/imageData/coverImageUrl"));
    hit("AT009", "an empty address", images(""), "warning", below("/productionMedia/imageData/coverImageUrl"));
    hit("AT009", "one of several", images("https://a.example/b", "\"https://a.example/c\",\"c.jpg\""), "warning",
        below("/productionMedia/imageData/promoImageUrls/1"));
    miss("AT009", "an address", images("http://127.0.0.1:8080/images/a.png", "\"https://a.example/c?d=e#f\""));
    miss("AT009", "null says nothing", with("productionUrl", "null"));
}

QTEST_GUILESS_MAIN(TestProductionRules)
#include "tst_productionrules.moc"
