// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule: a case that it finds, with place and severity, and a near miss that it doesn't.
#include "Fixture.h"

#include "rules/ShowFix.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray item(const QByteArray &id, const QByteArray &window, const QByteArray &body, const QByteArray &tail = {})
{
    return "{\"requestItemId\":\"" + id + "\",\"path\":\"/avails/Lantern%20Pictures/partial-extract/transactions/" + window + tail
        + '"' + (body.isEmpty() ? QByteArray() : ",\"body\":" + body) + '}';
}

QByteArray batch(const QByteArray &items)
{
    return "{\"requestItems\":[" + items + "]}";
}

QByteArray many(int count)
{
    QByteArray items;
    for (int i = 0; i < count; ++i)
        items += (i == 0 ? "" : ",") + item("r" + QByteArray::number(i), "w" + QByteArray::number(i), {});
    return items;
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private:
    void hit(const char *rule, const char *name, const QByteArray &text, const char *severity, const char *pointer)
    {
        m_hit << QString::fromLatin1(rule);
        QTest::addRow("%s finds: %s", rule, name) << text << QString::fromLatin1(rule) << QString::fromLatin1(severity)
                                                  << QString::fromLatin1(pointer);
    }
    void miss(const char *rule, const char *name, const QByteArray &text)
    {
        m_missed << QString::fromLatin1(rule);
        QTest::addRow("%s lets pass: %s", rule, name) << text << QString::fromLatin1(rule) << QString() << QString();
    }

    void payloadRows();
    void fieldRows();
    void windowRows();
    void availRows();
    void termRows();
    void batchRows();

    QStringList m_hit;
    QStringList m_missed;

private Q_SLOTS:
    void theFixtureIsClean()
    {
        const auto document = read(avail(window()));
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        QCOMPARE(problemsOf(validator), QStringList());
    }

    void rule_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("severity");
        QTest::addColumn<QString>("pointer");
        payloadRows();
        fieldRows();
        windowRows();
        availRows();
        termRows();
        batchRows();
    }
    void rule()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, rule);
        QFETCH(QString, severity);
        QFETCH(QString, pointer);
        const auto document = payload::Document::read(text);
        QVERIFY2(document.has_value(), document ? "" : qPrintable(document.error().message));
        rules::Validator validator(rulebook(), **document, {}, fixedClock);
        validator.validate();
        const QStringList lines = problemsOf(validator);
        if (severity.isEmpty()) {
            QVERIFY2(!lines.join(u'\n').contains(rule + u' '), qPrintable(lines.join(u'\n')));
            return;
        }
        const QString expected = rule + u' ' + severity + u' ' + pointer;
        QVERIFY2(lines.contains(expected), qPrintable(expected + u" isn't among\n" + lines.join(u'\n')));
        for (const rules::Problem &problem : validator.problems())
            QVERIFY(!problem.rule->message(problem, validator.context()).isEmpty());
    }

    /// A fix is one step, after which its problem is gone.
    void fixes_data() { rule_data(); }
    void fixes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, rule);
        QFETCH(QString, severity);
        QFETCH(QString, pointer);
        if (severity.isEmpty())
            return;
        auto document = read(text);
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        for (const rules::Problem &problem : validator.problems()) {
            const QString place = QString::fromStdString(document->pointerTo(problem.path).toString());
            if (QLatin1StringView(problem.rule->info().id) != rule || place != pointer)
                continue;
            for (const rules::Fix &fix : problem.rule->fixes(problem, validator.context())) {
                if (rules::isShowing(fix))
                    continue;
                auto copy = read(text);
                rules::Validator before(rulebook(), *copy, {}, fixedClock);
                before.validate();
                const rules::Split steps = fix.steps(before.context());
                QVERIFY(!fix.split || !steps.documents.empty());
                for (const QByteArray &further : steps.documents)
                    QVERIFY(payload::Document::read(further).has_value());
                const auto changed = copy->apply(steps.edits, {fix.title, {}});
                QVERIFY2(changed.has_value() && *changed, qPrintable(fix.title));
                QCOMPARE(copy->steps().size(), std::size_t{1});
                rules::Validator after(rulebook(), *copy, {}, fixedClock);
                after.validate();
                const QString same = rule + u' ' + severity + u' ' + pointer;
                QVERIFY2(problemsOf(after).count(same) < problemsOf(validator).count(same) || rule == u"AV103"_s,
                         qPrintable(fix.title));
                copy->undo();
                QCOMPARE(copy->text().toByteArray(), text);
            }
        }
    }

    /// Each further document holds what the first gave up, and nothing is in two of them.
    void splitsLoseNothing()
    {
        const auto splitOf = [](const QByteArray &text, const char *rule, std::unique_ptr<payload::Document> &first) -> rules::Split {
            first = read(text);
            rules::Validator validator(rulebook(), *first, {}, fixedClock);
            validator.validate();
            for (const rules::Problem &problem : validator.problems()) {
                if (std::string_view(problem.rule->info().id) == rule) {
                    auto steps = problem.rule->fixes(problem, validator.context()).front().steps(validator.context());
                    return first->apply(steps.edits) ? steps : rules::Split{};
                }
            }
            return {};
        };
        std::unique_ptr<payload::Document> first;
        const QByteArray three = avail(window({{"_TransactionID", "\"w1\""}, {"Territory", "[{\"country\":\"DE\"},{\"country\":\"AT\"}]"}}) + ','
                                       + window({{"_TransactionID", "\"w2\""}, {"Territory", "[]"}}) + ','
                                       + window({{"_TransactionID", "\"w3\""}, {"Territory", "[{\"country\":\"AT\"}]"}}));
        const rules::Split byTerritory = splitOf(three, "AV108", first);
        QCOMPARE(byTerritory.documents.size(), std::size_t{1});
        const payload::Value kept = first->root().member("avail").member("Transaction");
        QCOMPARE(kept.size(), 2U);
        QCOMPARE(kept.at(0).member("_TransactionID").string(), std::string("w1"));
        QCOMPARE(kept.at(0).member("Territory").size(), 1U);
        QCOMPARE(kept.at(1).member("_TransactionID").string(), std::string("w2"));
        const auto second = read(byTerritory.documents.front());
        const payload::Value others = second->root().member("avail").member("Transaction");
        QCOMPARE(others.size(), 2U);
        QVERIFY(others.at(0).member("_TransactionID").string() != "w1"); // it is a window of its own now
        QCOMPARE(others.at(0).member("Territory").at(0).member("country").string(), std::string("AT"));
        QCOMPARE(others.at(1).member("_TransactionID").string(), std::string("w3"));

        const rules::Split byHundred = splitOf(batch(many(250)), "BA001", first);
        QCOMPARE(byHundred.documents.size(), std::size_t{2});
        std::string seen;
        std::uint32_t count = 0;
        const auto collect = [&](const payload::Document &document) {
            const payload::Value items = document.root().member("requestItems");
            count += items.size();
            QVERIFY(items.size() <= 100);
            for (std::uint32_t i = 0; i < items.size(); ++i)
                seen += items.at(i).raw();
        };
        collect(*first);
        for (const QByteArray &further : byHundred.documents)
            collect(*read(further));
        QCOMPARE(count, 250U);
        std::string all;
        const auto whole = read(batch(many(250)));
        for (std::uint32_t i = 0; i < 250; ++i)
            all += whole->root().member("requestItems").at(i).raw();
        QCOMPARE(seen, all);
    }

    void everyRuleHasAHitAndANearMiss()
    {
        // PL001, PL003 and PL005 are the reader's (tst_jsonreader); BA006 is the rules of avails inside a batch.
        const QStringList elsewhere{u"PL001"_s, u"PL003"_s, u"PL005"_s};
        for (const auto &rule : rulebook().rules->all()) {
            const QString id = QString::fromLatin1(rule->info().id);
            if (elsewhere.contains(id) || id == u"BA006"_s || id.startsWith(u"PF"_s) || id.startsWith(u"AT"_s)) // tst_performancerules, tst_productionrules
                continue;
            QVERIFY2(m_hit.contains(id), qPrintable(id));
            QVERIFY2(m_missed.contains(id), qPrintable(id));
        }
    }

    /// The published documents give no error, and warnings only where the rules say so.
    void publishedExamples()
    {
        const QDir folder(QStringLiteral(MARQUEE_SHARED "/examples/prime"));
        if (!folder.exists())
            QSKIP("the published examples aren't beside this checkout");
        int complete = 0;
        for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto document = payload::Document::read(file.readAll());
            QCOMPARE(document.has_value(), !name.contains(u"malformed"_s));
            if (!document)
                continue;
            rules::Validator validator(rulebook(), **document, {}, fixedClock);
            validator.setReply(name.contains(u".response."_s));
            validator.validate();
            QVERIFY2(validator.kind() != rules::DocumentKind::Unknown, qPrintable(name));
            QVERIFY2(validator.counts().errors == 0, qPrintable(name + u'\n' + problemsOf(validator).join(u'\n')));
            complete += (*document)->root().member("avail") ? 1 : 0;
        }
        QVERIFY(complete >= 12);
    }
};

void TestRules::payloadRows()
{
    hit("PL002", "a member twice", "{\"avail\":{\"ALID\":\"a\",\"ALID\":\"b\"}}", "error", "/avail/ALID");
    hit("PL002", "in an unknown object", "{\"avail\":{\"x\":{\"y\":1,\"y\":1}}}", "error", "/avail/x/y");
    miss("PL002", "the same name in two objects", avail(window() + ',' + window({{"_TransactionID", "\"w2\""}})));
    hit("PL004", "a mark", "\xef\xbb\xbf" + avail(window()), "hint", "");
    hit("PL004", "an ellipsis", "{\"requestItems\":[{\"body\":{ ... }}]}", "hint", "/requestItems/0/body");
    miss("PL004", "three dots in a text", avail(window({{"ContractID", "\"...\""}})));
    hit("PL006", "something else", "{\"a\":1}", "error", "");
    hit("PL006", "a list", "[]", "error", "");
    miss("PL006", "only an outcome", "{\"success\":true}");
}

void TestRules::fieldRows()
{
    hit("AV001", "no ALID", "{\"avail\":{}}", "error", "/avail");
    hit("AV001", "no windows", avail({}), "error", "/avail/Transaction");
    hit("AV001", "no country", avail(window({{"Territory", "[{}]"}})), "error", "/avail/Transaction/0/Territory/0");
    hit("AV001", "a term without name", avail(window({{"Terms", rentalTerms("{\"Text\":\"x\"}")}})), "error",
        "/avail/Transaction/0/Terms/3");
    miss("AV001", "no disposition in a reply",
         avail(window()).replace("\"Disposition\":{\"EntryType\":\"FullExtract\"},", "").replace("}}}", "}}}"));
    miss("AV001", "what documentation leaves out", "{\"requestItems\":[{\"body\":{ ... }}]}");
    hit("AV002", "a number as ID", avail(window()).replace("\"ALID\":\"NF-1\"", "\"ALID\":1"), "error", "/avail/ALID");
    hit("AV002", "text as an object", avail(window({{"FormatProfile", "\"HD\""}})), "error",
        "/avail/Transaction/0/FormatProfile");
    hit("AV002", "an object as a list", avail(window({{"Territory", "{\"country\":\"US\"}"}})), "error",
        "/avail/Transaction/0/Territory");
    hit("AV002", "an amount as text",
        avail(window()).replace("4.99", "\"4.99\""), "error", "/avail/Transaction/0/Terms/0/Money/value");
    miss("AV002", "any type where the catalogue says nothing", avail(window({{"StartCondition", "[1]"}})));
    hit("AV003", "an entry type with a blank", avail(window(), {}, "Full Extract"), "error",
        "/avail/Disposition/EntryType");
    hit("AV003", "an unknown asset", avail(window({{"HoldbackLanguage", "[{\"value\":\"en\",\"_asset\":\"video\"}]"}})),
        "error", "/avail/Transaction/0/HoldbackLanguage/0/_asset");
    miss("AV003", "a known asset", avail(window({{"HoldbackLanguage", "[{\"value\":\"en\",\"_asset\":\"subdub\"}]"}})));
    hit("AV004", "other case", avail(window({{"LicenseType", "\"Svod\""}})), "warning", "/avail/Transaction/0/LicenseType");
    hit("AV004", "another name for it", avail(window({{"FormatProfile", "{\"value\":\"4K\"}"}})), "warning",
        "/avail/Transaction/0/FormatProfile/value");
    hit("AV004", "nothing near", avail(window({{"LicenseRightsDescription", "\"Zebra crossing\""}})), "hint",
        "/avail/Transaction/0/LicenseRightsDescription");
    hit("AV004", "a term's name", avail(window({{"Terms", rentalTerms("{\"_termName\":\"Exlusive\",\"Boolean\":true}")}})),
        "warning", "/avail/Transaction/0/Terms/3/_termName");
    miss("AV004", "a contract of one's own", avail(window({{"ContractID", "\"cph-7\""}})));
    hit("AV005", "a slip", avail(window({{"ContractId", "\"CPH\""}})), "warning", "/avail/Transaction/0/ContractId");
    hit("AV005", "something new", avail(window({{"Mood", "\"blue\""}})), "hint", "/avail/Transaction/0/Mood");
    miss("AV005", "a known one that no form shows", avail(window({{"ReportingID", "\"r\""}})));
    hit("AV006", "no zone", avail(window({{"Start", "\"2027-01-01T00:00:00\""}})), "error", "/avail/Transaction/0/Start");
    hit("AV006", "no such day", avail(window({{"Start", "\"2027-02-30T00:00:00Z\""}})), "error", "/avail/Transaction/0/Start");
    hit("AV006", "an offset", avail(window({{"Start", "\"2027-01-01T00:00:00+02:00\""}})), "hint",
        "/avail/Transaction/0/Start");
    miss("AV006", "a leap day", avail(window({{"End", "\"2028-02-29T23:59:59Z\""}})));
    hit("AV007", "a bare number", avail(window()).replace("PT720H", "720"), "error",
        "/avail/Transaction/0/Terms/1/Duration");
    hit("AV007", "nothing", avail(window()).replace("PT48H", "PT0H"), "error", "/avail/Transaction/0/Terms/2/Duration");
    miss("AV007", "days", avail(window()).replace("PT720H", "P30D"));
    hit("AV008", "an underscore", avail(window({{"AssetLanguage", "[{\"value\":\"en_us\"}]"}})), "error",
        "/avail/Transaction/0/AssetLanguage/0/value");
    hit("AV008", "not registered", avail(window({{"AssetLanguage", "[{\"value\":\"en-QX1\"}]"}})), "error",
        "/avail/Transaction/0/AssetLanguage/0/value");
    miss("AV008", "a region by number", avail(window({{"AssetLanguage", "[{\"value\":\"es-419\"}]"}})));
    hit("AV009", "three letters", avail(window({{"Territory", "[{\"country\":\"usa\"}]"}})), "error",
        "/avail/Transaction/0/Territory/0/country");
    hit("AV009", "UK", avail(window({{"Territory", "[{\"country\":\"UK\"}]"}})), "error",
        "/avail/Transaction/0/Territory/0/country");
    miss("AV009", "GB", avail(window({{"Territory", "[{\"country\":\"GB\"}]"}})));
    hit("AV010", "small letters", avail(window()).replace("\"USD\"", "\"usd\""), "error",
        "/avail/Transaction/0/Terms/0/Money/_currency");
    miss("AV010", "another currency", avail(window()).replace("\"USD\"", "\"JPY\"").replace("4.99", "499"));
    hit("AV011", "less than nothing", avail(window()).replace("4.99", "-4.99"), "error",
        "/avail/Transaction/0/Terms/0/Money/value");
    hit("AV011", "words", avail(window()).replace("4.99", "\"cheap\""), "error",
        "/avail/Transaction/0/Terms/0/Money/value");
    hit("AV011", "three decimals", avail(window()).replace("4.99", "4.995"), "warning",
        "/avail/Transaction/0/Terms/0/Money/value");
    hit("AV011", "yen with decimals", avail(window()).replace("\"USD\"", "\"JPY\""), "warning",
        "/avail/Transaction/0/Terms/0/Money/value");
    miss("AV011", "zeros behind", avail(window()).replace("4.99", "4.9900"));
    hit("AV012", "empty", avail(window({{"ContractID", "\"\""}})), "error", "/avail/Transaction/0/ContractID");
    hit("AV012", "blanks", avail(window({{"ContractID", "\"  \""}})), "error", "/avail/Transaction/0/ContractID");
    hit("AV012", "a blank behind", avail(window({{"ContractID", "\"CPH \""}})), "warning",
        "/avail/Transaction/0/ContractID");
    miss("AV012", "a blank inside", avail(window({{"ContractID", "\"C PH\""}})));
    const QByteArray season = "{\"_contentID\":\"NF-1\",\"WorkType\":\"Season\",\"SeasonMetadata\":{\"SeasonContentID\":"
                              "\"NF-1\",\"NumberOfEpisodes\":%}}";
    hit("AV013", "half an episode", avail(window(), QByteArray(season).replace("%", "7.5")), "error",
        "/avail/Asset/0/SeasonMetadata/NumberOfEpisodes");
    hit("AV013", "below zero", avail(window(), QByteArray(season).replace("%", "-1")), "error",
        "/avail/Asset/0/SeasonMetadata/NumberOfEpisodes");
    miss("AV013", "none", avail(window(), QByteArray(season).replace("%", "0")));
    hit("AV014", "a wrong character", avail(window(), {}, "FullExtract", "10.5240/0000-0000-0000-0000-0000-A"), "warning",
        "/avail/ALID");
    miss("AV014", "not quite an EIDR", avail(window(), {}, "FullExtract", "10.5240/0000-0000-0000-0000-A"));
}

void TestRules::windowRows()
{
    hit("AV101", "before", avail(window({{"End", "\"2026-12-31T00:00:00Z\""}})), "error", "/avail/Transaction/0/End");
    hit("AV101", "the same moment", avail(window({{"End", "\"2027-01-01T01:00:00+01:00\""}})), "error",
        "/avail/Transaction/0/End");
    miss("AV101", "a second later", avail(window({{"End", "\"2027-01-01T00:00:01Z\""}})));
    hit("AV102", "over", avail(window({{"Start", "\"2025-01-01T00:00:00Z\""}, {"End", "\"2026-05-31T23:59:59Z\""}})),
        "warning", "/avail/Transaction/0/End");
    miss("AV102", "over, in a reply",
         avail(window({{"Start", "\"2025-01-01T00:00:00Z\""}, {"End", "\"2026-05-31T23:59:59Z\""}}))
             .replace("{\"avail\"", "{\"success\":true,\"avail\""));
    const QByteArray second = window({{"_TransactionID", "\"w2\""}, {"Start", "\"2027-12-31T23:59:59Z\""}});
    hit("AV103", "a second", avail(window() + ',' + second), "warning", "/avail/Transaction/1");
    miss("AV103", "one after the other",
         avail(window() + ','
               + window({{"_TransactionID", "\"w2\""}, {"Start", "\"2028-01-01T00:00:00Z\""}, {"End", "\"2029-01-01T00:00:00Z\""}})));
    miss("AV103", "another format",
         avail(window() + ',' + window({{"_TransactionID", "\"w2\""}, {"FormatProfile", "{\"value\":\"SD\"}"}})));
    hit("AV104", "twice", avail(window() + ',' + window({{"FormatProfile", "{\"value\":\"SD\"}"}})), "error",
        "/avail/Transaction/1");
    miss("AV104", "other case", avail(window() + ',' + window({{"_TransactionID", "\"W1\""}})));
    hit("AV105", "equal", avail(window() + ',' + window({{"_TransactionID", "\"w2\""}})), "warning", "/avail/Transaction/0");
    miss("AV105", "another end",
         avail(window() + ',' + window({{"_TransactionID", "\"w2\""}, {"End", "\"2028-01-01T00:00:01Z\""}})));
    hit("AV107", "no ID", avail(window({{"_TransactionID", ""}}), {}, "PartialExtract"), "error", "/avail/Transaction/0");
    miss("AV107", "no ID in a full extract", avail(window({{"_TransactionID", ""}})));
    const QByteArray french = "[{\"value\":\"fr\"}]";
    hit("AV111", "both", avail(window({{"AllowedLanguage", french}, {"HoldbackLanguage", french}})), "error",
        "/avail/Transaction/0/HoldbackLanguage");
    miss("AV111", "one of them empty", avail(window({{"AllowedLanguage", "[]"}, {"HoldbackLanguage", french}})));
    hit("AV112", "not delivered", avail(window({{"HoldbackLanguage", french}})), "hint",
        "/avail/Transaction/0/HoldbackLanguage/0");
    miss("AV112", "delivered elsewhere", avail(window({{"HoldbackLanguage", "[{\"value\":\"en-GB\"}]"}})));
    hit("AV113", "twice", avail(window({{"AssetLanguage", "[{\"value\":\"fr\"},{\"value\":\"fr\"}]"}})), "warning",
        "/avail/Transaction/0/AssetLanguage/1");
    hit("AV113", "covered", avail(window({{"HoldbackLanguage", "[{\"value\":\"en-US\"},{\"value\":\"en\"}]"}})), "warning",
        "/avail/Transaction/0/HoldbackLanguage/0");
    miss("AV113", "audio and subtitles",
         avail(window({{"HoldbackLanguage", "[{\"value\":\"en\",\"_asset\":\"audio\"},{\"value\":\"en\",\"_asset\":\"subtitle\"}]"}})));
}

void TestRules::availRows()
{
    hit("AV106", "two windows", avail(window() + ',' + window({{"_TransactionID", "\"w2\""}, {"FormatProfile", "{\"value\":\"SD\"}"}}), {}, "PartialExtract"),
        "error", "/avail/Transaction");
    miss("AV106", "one window", avail(window(), {}, "PartialExtract"));
    const QByteArray german = window({{"_TransactionID", "\"w2\""}, {"Territory", "[{\"country\":\"DE\"}]"}});
    hit("AV108", "two territories", avail(window() + ',' + german), "warning", "/avail/Transaction");
    hit("AV108", "one window for two", avail(window({{"Territory", "[{\"country\":\"DE\"},{\"country\":\"AT\"}]"}})), "warning", "/avail/Transaction");
    hit("AV108", "two lines", avail(window() + ',' + window({{"_TransactionID", "\"w2\""}, {"LicenseType", "\"SVOD\""}})), "warning", "/avail/Transaction");
    miss("AV108", "two formats",
         avail(window() + ',' + window({{"_TransactionID", "\"w2\""}, {"FormatProfile", "{\"value\":\"SD\"}"}})));
    const QByteArray movie = "{\"_contentID\":\"%\",\"WorkType\":\"Movie\",\"Metadata\":{\"TitleInternalAlias\":[\"x\"]}}";
    hit("AV109", "another ID", avail(window(), QByteArray(movie).replace("%", "NF-2")), "warning", "/avail/Asset/0/_contentID");
    miss("AV109", "empty, which is another rule's", avail(window(), QByteArray(movie).replace("%", "")));
    const QByteArray episode = "{\"_contentID\":\"NF-1\",\"WorkType\":\"Episode\",\"EpisodeMetadata\":{\"TitleInternalAlias\":"
                               "[\"x\"],\"EpisodeNumber\":{\"Number\":%1},\"SeasonMetadata\":{\"SeasonContentID\":\"%2\","
                               "\"NumberOfEpisodes\":10}}}";
    hit("AV110", "an episode's details on a movie",
        avail(window(), QByteArray(episode).replace("\"Episode\"", "\"Movie\"").replace("%1", "1").replace("%2", "S")), "error",
        "/avail/Asset/0");
    hit("AV110", "no details", avail(window(), "{\"_contentID\":\"NF-1\",\"WorkType\":\"Movie\"}"), "error", "/avail/Asset/0");
    hit("AV110", "no number",
        avail(window(), QByteArray(episode).replace("\"EpisodeNumber\":{\"Number\":%1},", "").replace("%2", "S")), "error",
        "/avail/Asset/0/EpisodeMetadata");
    miss("AV110", "an episode", avail(window(), QByteArray(episode).replace("%1", "1").replace("%2", "S")));
    miss("AV110", "a short", avail(window(), QByteArray(movie).replace("%", "NF-1").replace("\"Movie\"", "\"Short\"")));
    hit("AV114", "eleven of ten", avail(window(), QByteArray(episode).replace("%1", "11").replace("%2", "S")), "warning",
        "/avail/Asset/0/EpisodeMetadata/EpisodeNumber/Number");
    miss("AV114", "ten of ten", avail(window(), QByteArray(episode).replace("%1", "10").replace("%2", "S")));
    hit("AV115", "the season's ID", avail(window(), QByteArray(episode).replace("%1", "1").replace("%2", "NF-1")), "warning",
        "/avail/ALID");
    miss("AV115", "a season's own ID",
         avail(window(), "{\"_contentID\":\"NF-1\",\"WorkType\":\"Season\",\"SeasonMetadata\":{\"SeasonContentID\":\"NF-1\"}}"));
}

void TestRules::termRows()
{
    const auto with = [](const QByteArray &more) { return avail(window({{"Terms", rentalTerms(more)}})); };
    const auto licence = [](const QByteArray &type, const QByteArray &terms) {
        return avail(window({{"LicenseType", '"' + type + '"'}, {"Terms", '[' + terms + ']'}}));
    };
    const QByteArray price = "{\"_termName\":\"SRP\",\"Money\":{\"value\":9.99,\"_currency\":\"USD\"}}";
    const QByteArray channel = "{\"_termName\":\"ChannelIdentity\",\"Text\":\"prime\"}";
    const QByteArray lift = "{\"_termName\":\"SuppressionLiftDate\",\"Event\":\"2026-12-01T00:00:00Z\"}";

    hit("TM001", "truth as text", with("{\"_termName\":\"Exclusive\",\"Text\":\"true\"}"), "error",
        "/avail/Transaction/0/Terms/3/Text");
    hit("TM001", "download as truth", with("{\"_termName\":\"Download\",\"Boolean\":true}"), "error",
        "/avail/Transaction/0/Terms/3/Boolean");
    miss("TM001", "a term whose kind nobody fixes", with("{\"_termName\":\"TitleStatus\",\"ID\":\"Approved\"}"));
    hit("TM002", "two", with("{\"_termName\":\"Category\",\"Text\":\"a\",\"Boolean\":true}"), "error",
        "/avail/Transaction/0/Terms/3");
    miss("TM002", "one", with("{\"_termName\":\"Category\",\"Text\":\"a\"}"));
    hit("TM003", "none", with("{\"_termName\":\"Category\"}"), "warning", "/avail/Transaction/0/Terms/3");
    hit("TM003", "none, in a reply", with("{\"_termName\":\"Category\"}").replace("{\"avail\"", "{\"success\":true,\"avail\""),
        "hint", "/avail/Transaction/0/Terms/3");
    miss("TM003", "a kind that no form has", with("{\"_termName\":\"Zone\",\"Region\":{\"country\":\"US\"}}"));
    hit("TM004", "twice", with(price), "warning", "/avail/Transaction/0/Terms/3");
    miss("TM004", "another price", with("{\"_termName\":\"WSP\",\"Money\":{\"value\":3.99,\"_currency\":\"USD\"}}"));
    hit("TM005", "a truth in words", with("{\"_termName\":\"Download\",\"Text\":\"true\"}"), "error",
        "/avail/Transaction/0/Terms/3/Text");
    miss("TM005", "Yes", with("{\"_termName\":\"Download\",\"Text\":\"Yes\"}"));
    hit("TM006", "no channel", licence("SVOD", {}), "warning", "/avail/Transaction/0");
    miss("TM006", "a channel", licence("SVOD", channel));
    hit("TM007", "no price", licence("EST", {}), "warning", "/avail/Transaction/0");
    miss("TM007", "a tier", licence("EST", "{\"_termName\":\"Tier\",\"Text\":\"4\"}"));
    hit("TM008", "a price", licence("SVOD", channel + ',' + price), "hint", "/avail/Transaction/0/Terms/1");
    miss("TM008", "a category", licence("SVOD", channel + ",{\"_termName\":\"Category\",\"Text\":\"sub\"}"));
    hit("TM009", "none", licence("POEST", price), "error", "/avail/Transaction/0");
    hit("TM009", "two", licence("POEST", price + ',' + lift + ',' + lift), "error", "/avail/Transaction/0");
    miss("TM009", "one", licence("POEST", price + ',' + lift));
    const QByteArray fulfil = "{\"_termName\":\"PreOrderFulfillDate\",\"Event\":\"2027-01-01T00:00:00Z\"}";
    hit("TM010", "on a purchase", licence("EST", price + ',' + fulfil), "error", "/avail/Transaction/0/Terms/1");
    miss("TM010", "on a pre-order", licence("POEST", price + ',' + lift + ',' + fulfil));
    hit("TM011", "above", with("{\"_termName\":\"WSP\",\"Money\":{\"value\":5,\"_currency\":\"USD\"}}"), "warning",
        "/avail/Transaction/0/Terms/3");
    hit("TM011", "another currency", with("{\"_termName\":\"WSP\",\"Money\":{\"value\":3,\"_currency\":\"EUR\"}}"), "warning",
        "/avail/Transaction/0/Terms/3");
    miss("TM011", "the same", with("{\"_termName\":\"WSP\",\"Money\":{\"value\":4.990,\"_currency\":\"USD\"}}"));
    hit("TM012", "dollars in Germany", avail(window({{"Territory", "[{\"country\":\"DE\"}]"}})), "hint",
        "/avail/Transaction/0/Terms/0/Money");
    miss("TM012", "euros in Germany", avail(window({{"Territory", "[{\"country\":\"DE\"}]"}})).replace("USD", "EUR"));
    const QByteArray attributes = "{\"_termName\":\"ExclusiveAttributes\",\"Text\":\"SECOND_RUN_EXCLUSIVE\"}";
    hit("TM013", "not exclusive", with("{\"_termName\":\"Exclusive\",\"Boolean\":false}," + attributes), "hint",
        "/avail/Transaction/0/Terms/4");
    miss("TM013", "exclusive", with("{\"_termName\":\"Exclusive\",\"Boolean\":true}," + attributes));
    hit("TM014", "a rental without", licence("VOD", price), "warning", "/avail/Transaction/0");
    hit("TM014", "a purchase with", licence("EST", price + ",{\"_termName\":\"WatchDuration\",\"Duration\":\"PT48H\"}"), "warning",
        "/avail/Transaction/0/Terms/1");
    miss("TM014", "a subscription with", licence("SVOD", channel + ",{\"_termName\":\"WatchDuration\",\"Duration\":\"PT48H\"}"));
    hit("TM015", "longer", avail(window()).replace("PT48H", "P31D"), "warning", "/avail/Transaction/0/Terms/2/Duration");
    miss("TM015", "as long", avail(window()).replace("PT48H", "P30D"));
    hit("TM016", "after the start", with("{\"_termName\":\"AnnounceDate\",\"Event\":\"2027-01-02T00:00:00Z\"}"), "warning",
        "/avail/Transaction/0/Terms/3/Event");
    hit("TM016", "after the lift", with("{\"_termName\":\"AnnounceDate\",\"Event\":\"2026-12-02\"}," + lift), "warning",
        "/avail/Transaction/0/Terms/3/Event");
    miss("TM016", "long before", with("{\"_termName\":\"AnnounceDate\",\"Event\":\"2022-05-22T10:00:00Z\"}," + lift));
}

void TestRules::batchRows()
{
    const QByteArray body = avail(window(), {}, "PartialExtract");
    hit("BA001", "101", batch(many(101)), "error", "/requestItems");
    miss("BA001", "100", batch(many(100)));
    hit("BA002", "twice", batch(item("r", "w1", {}) + ',' + item("r", "w2", {})), "error", "/requestItems/1/requestItemId");
    hit("BA002", "empty", batch(item("", "w1", {})), "error", "/requestItems/0/requestItemId");
    hit("BA002", "absent", batch(item("r", "w1", {}).replace("\"requestItemId\":\"r\",", "")), "error", "/requestItems/0");
    miss("BA002", "other case", batch(item("r", "w1", {}) + ',' + item("R", "w2", {})));
    hit("BA003", "another window", batch(item("r", "w2", body)), "error", "/requestItems/0/path");
    hit("BA003", "another licensor", batch(item("r", "w1", QByteArray(body).replace("Lantern Pictures", "x"))), "error",
        "/requestItems/0/path");
    miss("BA003", "the same", batch(item("r", "w1", body)));
    hit("BA004", "with version", batch(item("r", "w1", {}).replace("/avails/", "/v1/avails/")), "error", "/requestItems/0/path");
    hit("BA004", "one that validates among others",
        batch(item("r", "w1", body, "/validate") + ',' + item("s", "w1", body)), "error", "/requestItems/1/path");
    miss("BA004", "all validate", batch(item("r", "w1", body, "/validate")));
    hit("BA005", "one without", batch(item("r", "w1", body) + ',' + item("s", "w2", {})), "error", "/requestItems/1");
    miss("BA005", "none has one", batch(item("r", "w1", {}) + ',' + item("s", "w2", {})));
    hit("AV101", "in a batch's body",
        batch(item("r", "w1", QByteArray(body).replace("2028-01-01", "2026-12-01"))), "error",
        "/requestItems/0/body/avail/Transaction/0/End");
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
