// SPDX-License-Identifier: GPL-3.0-or-later
// Episodes out of a season, a series, another episode.
#include "unit/rules/Fixture.h"

#include "series/EpisodeBatch.h"
#include "series/EpisodeCheck.h"
#include "series/EpisodeMaker.h"
#include "series/EpisodeParts.h"
#include "series/Titles.h"
#include "workspace/Files.h"

#include <QTest>

#include <functional>

using namespace marquee;
using namespace marquee::test;
using namespace marquee::series;
using namespace Qt::StringLiterals;

namespace {

/// A document to make episodes of.
struct Source
{
    explicit Source(const QByteArray &text)
        : document(read(text))
    {
    }
    rules::Context context() const
    {
        return {
            *rulebook().catalog, *rulebook().vocabularies, *document, rules::kindOf(document->root()), fixedClock()};
    }
    EpisodePattern pattern() const { return suggestedPattern(readSource(context()).value()); }
    std::unique_ptr<payload::Document> document;
};

QByteArray sample(const char *name)
{
    return workspace::readFile(QStringLiteral(MARQUEE_RESOURCES "/samples/%1.json").arg(QLatin1StringView(name)))
        .value();
}

QByteArray rawTemplate(const char *name)
{
    return workspace::readFile(QStringLiteral(MARQUEE_RESOURCES "/templates/%1.json").arg(QLatin1StringView(name)))
        .value();
}

QByteArray seriesAvail()
{
    return avail(window({{"LicenseType", "\"SVOD\""}}),
        R"({"_contentID":"HL","WorkType":"Series","SeriesMetadata":{"SeriesContentID":"HL","SeriesTitleInternalAlias":["Harbour Lights"],"NumberOfSeasons":2}})",
        "FullExtract", "HL");
}

QStringList ruleIds(const QByteArray &text)
{
    const auto document = read(text);
    rules::Validator validator(rulebook(), *document, {}, fixedClock);
    validator.validate();
    QStringList ids;
    for (const QString &line : problemsOf(validator))
        ids << line.section(u' ', 0, 1);
    ids.removeDuplicates();
    return ids;
}

payload::Value asset(const payload::Document &document)
{
    return document.root().member("avail").member("Asset").at(0);
}

} // namespace

class TestEpisodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suggestions_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("alid");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("first");
        QTest::addColumn<QString>("firstAlid");
        QTest::newRow("a season") << sample("harbour-lights-s01") << u"{id}E{n:2}"_s << 10 << 1 << u"HL-S01E01"_s;
        QTest::newRow("an episode of eight")
            << sample("harbour-lights-s01e01") << u"HL-S01E{n:2}"_s << 7 << 2 << u"HL-S01E02"_s;
        QTest::newRow("a series") << seriesAvail() << u"{id}-S{season:2}E{n:2}"_s << 10 << 1 << u"HL-S01E01"_s;
    }
    void suggestions()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, alid);
        QFETCH(int, count);
        QFETCH(int, first);
        QFETCH(QString, firstAlid);
        const Source source(text);
        const EpisodePattern pattern = source.pattern();
        QCOMPARE(pattern.alid, alid);
        QCOMPARE(pattern.count, count);
        QCOMPARE(pattern.first, first);
        const auto plan = EpisodeMaker::plan(source.context(), pattern, {});
        QVERIFY(plan);
        QCOMPARE(plan->episodes().front().alid, firstAlid);
    }

    void patterns_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("text"); // null: isn't a pattern
        QTest::newRow("all") << u"{id} {series}|{seasontitle}|{season:2}|{n:3}|{title}|{alid}"_s << u"T"_s
                             << u"S Show|Season|04|007|T|A"_s;
        QTest::newRow("plain") << u"x"_s << u"T"_s << u"x"_s;
        QTest::newRow("no title") << u"{series}, {n} – {title}"_s << QString() << u"Show, 7"_s;
        QTest::newRow("no title in front") << u"{title}: {n}"_s << QString() << u"7"_s;
        QTest::newRow("no title in brackets") << u"{n} ({title})"_s << QString() << u"7 ()"_s;
        QTest::newRow("ends of its own") << u"{n} –"_s << QString() << u"7 –"_s;
        QTest::newRow("unknown") << u"{episode}"_s << u"T"_s << QString();
        QTest::newRow("open") << u"{n"_s << u"T"_s << QString();
        QTest::newRow("a window where there is none") << u"{window}"_s << u"T"_s << QString();
    }
    void patterns()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, title);
        QFETCH(QString, text);
        EpisodeParts parts{7, 4, u"Show"_s, u"Season"_s, title, u"S"_s, u"A"_s, {}, {}};
        const auto made = filled(pattern, parts);
        QCOMPARE(made.has_value(), !text.isNull());
        if (made)
            QCOMPARE(*made, text);
        else
            QVERIFY(!made.error().nextStep.isEmpty());
    }

    void titles_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("titles");
        QTest::newRow("lines") << u"One\nTwo\r\n\n"_s << QStringList{u"One"_s, u"Two"_s};
        QTest::newRow("none in the middle") << u"One\n\nThree"_s << QStringList{u"One"_s, {}, u"Three"_s};
        QTest::newRow("rows of a spreadsheet") << u"1\tOne\t\n2\tTwo"_s << QStringList{u"One"_s, u"Two"_s};
        QTest::newRow("nothing") << u" \n"_s << QStringList();
    }
    void titles()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, titles);
        QCOMPARE(titlesFrom(text), titles);
    }

    void fromASeason()
    {
        const Source source(sample("harbour-lights-s01"));
        const auto made = makeEpisodes(source.context(), source.pattern(), {u"The Keeper"_s, u"Fog"_s});
        QVERIFY(made);
        QCOMPARE(made->episodes.size(), 10u);
        const Episode &two = made->episodes[1];
        QCOMPARE(two.number, 2);
        QCOMPARE(two.alid, u"HL-S01E02"_s);
        QCOMPARE(two.title, u"Harbour Lights: Season 1, Episode 2 – Fog"_s);
        QCOMPARE(two.fileName, u"HL-S01E02.json"_s);
        QVERIFY(two.clashes.isEmpty());
        QCOMPARE(made->episodes[2].title, u"Harbour Lights: Season 1, Episode 3"_s);

        const auto document = read(two.text);
        const payload::Value from = source.document->root().member("avail");
        const payload::Value avail = document->root().member("avail");
        QCOMPARE(avail.member("ALID").string(), std::string("HL-S01E02"));
        QCOMPARE(avail.member("SharedEntitlement").at(0).member("EcosystemID").string(), std::string("DMA-HL-S01E02"));
        QCOMPARE(asset(*document).member("_contentID").string(), std::string("HL-S01E02"));
        QCOMPARE(asset(*document).member("WorkType").string(), std::string("Episode"));
        QVERIFY(!asset(*document).member("SeasonMetadata"));
        const payload::Value details = asset(*document).member("EpisodeMetadata");
        QCOMPARE(details.member("EpisodeNumber").member("Number").raw(), std::string("2"));
        QCOMPARE(details.member("TitleInternalAlias").at(0).string(), two.title.toStdString());
        QCOMPARE(details.member("SeasonMetadata").member("SeasonContentID").string(), std::string("HL-S01"));
        QCOMPARE(details.member("SeasonMetadata").member("NumberOfEpisodes").raw(), std::string("10"));
        QCOMPARE(details.member("SeriesMetadata").member("SeriesContentID").string(), std::string("HL"));
        // The window is the same but for its ID.
        const payload::Value window = avail.member("Transaction").at(0);
        QVERIFY(window.member("_TransactionID").string()
            != from.member("Transaction").at(0).member("_TransactionID").string());
        QCOMPARE(window.member("_TransactionID").string().size(), 36u);
        QCOMPARE(window.member("Terms").raw(), from.member("Transaction").at(0).member("Terms").raw());
        QCOMPARE(avail.member("Licensor").raw(), from.member("Licensor").raw());
        QVERIFY(two.text != made->episodes[0].text);
    }

    void noNewProblems_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a season") << sample("harbour-lights-s01");
        QTest::newRow("an episode") << sample("harbour-lights-s01e01");
        QTest::newRow("a series") << seriesAvail();
        for (const char *name : {"prime-season", "channel-season", "prime-episode", "channel-episode"}) {
            QByteArray text = rawTemplate(name);
            int number = 0;
            for (qsizetype at = 0; (at = text.indexOf("\"\"", at)) >= 0;)
                text.replace(at, 2, QByteArray("\"ID-" + QByteArray(++number, 'a') + '"'));
            QTest::newRow(name) << text;
        }
        QTest::newRow("an unusual season")
            << sample("harbour-lights-s01").replace("\"NumberOfEpisodes\"", "\"Extra\": 1.50, \"NumberOfEpisodes\"");
    }
    void noNewProblems()
    {
        QFETCH(QByteArray, text);
        const Source source(text);
        const QStringList before = ruleIds(text);
        const auto made = makeEpisodes(source.context(), source.pattern(), {u"The Keeper"_s});
        QVERIFY(made);
        for (const Episode &episode : made->episodes) {
            for (const QString &id : ruleIds(episode.text))
                QVERIFY2(before.contains(id), qPrintable(id + u' ' + episode.alid));
            QCOMPARE(checkEpisode(rulebook(), episode.text, {}, fixedClock).counts.errors,
                checkEpisode(rulebook(), text, {}, fixedClock).counts.errors);
        }
        QVERIFY(!text.contains("1.50") || made->episodes.back().text.contains("1.50"));
    }

    void moreThanTheSeasonHas()
    {
        const Source source(sample("harbour-lights-s01"));
        EpisodePattern pattern = source.pattern();
        pattern.first = 11;
        pattern.count = 1;
        const auto made = makeEpisodes(source.context(), pattern, {});
        const EpisodeCheck check = checkEpisode(rulebook(), made->episodes.front().text, {}, fixedClock);
        QCOMPARE(check.counts.warnings, 1);
        QVERIFY(!check.messages.isEmpty());
        QCOMPARE(checkEpisode(rulebook(), "{", {}, fixedClock).counts.errors, 1);
    }

    void fromAnEpisode()
    {
        QByteArray text = sample("harbour-lights-s01e01");
        text.replace("\"EpisodeNumber\"", "\"TitleEIDR-URN\": \"urn:x\", \"Ratings\": [1.0], \"EpisodeNumber\"");
        const Source source(text);
        EpisodePattern pattern = source.pattern();
        pattern.windowId = u"{alid}-{window:2}-{windowid}"_s;
        pattern.contentId = u"C-{alid}"_s;
        const auto made = makeEpisodes(source.context(), pattern, {u"Fog"_s});
        QVERIFY(made);
        const auto document = read(made->episodes.front().text);
        const payload::Value details = asset(*document).member("EpisodeMetadata");
        QVERIFY(!details.member("TitleEIDR-URN"));
        QCOMPARE(details.member("Ratings").raw(), std::string("[1.0]"));
        QCOMPARE(details.member("EpisodeNumber").member("Number").raw(), std::string("2"));
        QCOMPARE(asset(*document).member("_contentID").string(), std::string("C-HL-S01E02"));
        QCOMPARE(document->root().member("avail").member("Transaction").at(1).member("_TransactionID").string(),
            std::string("HL-S01E02-02-HL-101-HD"));
    }

    void fromASeries()
    {
        const Source source(seriesAvail());
        EpisodePattern pattern = source.pattern();
        pattern.season = 2;
        pattern.count = 1;
        const auto made = makeEpisodes(source.context(), pattern, {});
        const auto document = read(made->episodes.front().text);
        const payload::Value season = asset(*document).member("EpisodeMetadata").member("SeasonMetadata");
        QCOMPARE(season.member("SeasonContentID").string(), std::string("HL-S02"));
        QCOMPARE(season.member("SeasonTitleInternalAlias").at(0).string(), std::string("Harbour Lights: Season 2"));
        QCOMPARE(season.member("SeasonNumber").member("Number").raw(), std::string("2"));
        QCOMPARE(made->episodes.front().alid, u"HL-S02E01"_s);
    }

    void fromAReply()
    {
        const QByteArray text = "{\"success\":true," + sample("harbour-lights-s01").mid(1);
        const Source source(text);
        const auto made = makeEpisodes(source.context(), source.pattern(), {});
        QVERIFY(made && !made->episodes.front().text.contains("success"));
    }

    void clashes()
    {
        const Source source(sample("harbour-lights-s01"));
        EpisodePattern pattern = source.pattern();
        pattern.count = 3;
        const Taken taken{{u"HL-S01E02"_s}, {u"hl-s01e03.JSON"_s}};
        auto made = makeEpisodes(source.context(), pattern, {u"a"_s, u"b"_s, u"c"_s, u"d"_s}, taken);
        QVERIFY(made->episodes[0].clashes.isEmpty());
        QVERIFY(made->episodes[1].clashes.join(u' ').contains(u"workspace"_s) && !made->episodes[1].isIdTwice);
        QVERIFY(made->episodes[2].isFileTaken && !made->episodes[2].clashes.isEmpty());
        QCOMPARE(made->remarks.size(), 1); // a title is left over
        pattern.alid = u"{id}"_s;
        made = makeEpisodes(source.context(), pattern, {});
        QVERIFY(made->episodes[0].isIdTwice && made->episodes[0].isFileTaken);
        pattern.alid = u"a/{n}:\\"_s;
        made = makeEpisodes(source.context(), pattern, {});
        QCOMPARE(made->episodes[0].fileName, u"a-1--.json"_s);
    }

    void refused_data()
    {
        QTest::addColumn<EpisodePattern>("pattern");
        EpisodePattern good{3, 1, u"{id}E{n}"_s, {}, u"{title}"_s, {}, {}, {}, 1, {}, {}};
        const auto row = [&](const char *name, const std::function<void(EpisodePattern &)> &change) {
            EpisodePattern pattern = good;
            change(pattern);
            QTest::newRow(name) << pattern;
        };
        row("none", [](EpisodePattern &p) { p.count = 0; });
        row("too many", [](EpisodePattern &p) { p.count = MostEpisodes + 1; });
        row("negative", [](EpisodePattern &p) { p.first = -1; });
        row("no ALID", [](EpisodePattern &p) { p.alid = u" "_s; });
        row("ALID of itself", [](EpisodePattern &p) { p.alid = u"{alid}"_s; });
        row("content ID", [](EpisodePattern &p) { p.contentId = u"{x}"_s; });
        row("title", [](EpisodePattern &p) { p.title = u"{"_s; });
        row("entitlement", [](EpisodePattern &p) { p.entitlement = u"{x}"_s; });
        row("file", [](EpisodePattern &p) { p.fileName = u"..."_s; });
        row("window IDs", [](EpisodePattern &p) { p.windowId = u"{x}"_s; });
        row("window IDs twice", [](EpisodePattern &p) { p.windowId = u"w{window}"_s; });
    }
    void refused()
    {
        QFETCH(EpisodePattern, pattern);
        const Source source(sample("harbour-lights-s01"));
        const auto made = makeEpisodes(source.context(), pattern, {});
        QVERIFY(!made);
        QVERIFY(!made.error().message.isEmpty() && !made.error().nextStep.isEmpty());
    }

    void moreTextThanCanBeHeld()
    {
        const Source source(
            sample("harbour-lights-s01")
                .replace("\"NumberOfEpisodes\"",
                    QByteArray("\"Extra\": \"" + QByteArray(512 * 1024, 'x') + "\", \"NumberOfEpisodes\"")));
        EpisodePattern pattern = source.pattern();
        QVERIFY(EpisodeMaker::plan(source.context(), pattern, {}));
        pattern.count = MostEpisodes;
        const auto plan = EpisodeMaker::plan(source.context(), pattern, {});
        QVERIFY(!plan && plan.error().code == Error::Code::TooLarge);
    }

    void otherDocuments()
    {
        for (const QByteArray &text :
            {avail(window()), QByteArray("{\"requestItems\":[]}"), QByteArray("[]"), QByteArray("{\"avail\":{}}")}) {
            const Source source(text);
            const auto read = readSource(source.context());
            QVERIFY(!read && !read.error().nextStep.isEmpty());
        }
    }

    void asABatch()
    {
        const Source source(sample("harbour-lights-s01e01"));
        EpisodePattern pattern = source.pattern();
        pattern.count = 2;
        const auto made = makeEpisodes(source.context(), pattern, {});
        const auto batch = batchOf(source.context(), made->episodes);
        QVERIFY(batch);
        const auto document = read(*batch);
        QCOMPARE(document->root().member("requestItems").size(), 6u);
        QCOMPARE(ruleIds(*batch), QStringList());
        QVERIFY(document->root()
                    .member("requestItems")
                    .at(5)
                    .member("path")
                    .string()
                    .starts_with("/avails/Lantern%20Pictures/"));
        QVERIFY(!batchOf(source.context(), {}));
    }
};

QTEST_GUILESS_MAIN(TestEpisodes)
#include "tst_episodes.moc"
