// SPDX-License-Identifier: GPL-3.0-or-later
// What windows grant and what stands against them, near misses beside hits, and that each is told at its field.
#include "unit/rules/Fixture.h"

#include "ask/Ask.h"

#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using ask::Answer;
using ask::Question;

namespace {

Question question(
    const char *on = "2027-03-14", const char *territory = "US", const char *format = "", const char *language = "")
{
    const auto read = ask::readQuestion(QLatin1StringView(on), QLatin1StringView(territory), QLatin1StringView(format),
        QLatin1StringView(language), rulebook());
    return read ? *read : Question();
}

std::vector<Answer> answers(const QByteArray &text, const Question &asked = question())
{
    return ask::ask(*read(text), rulebook(), asked);
}

/// "yes", or the reasons with their places, in the order in which they are told.
QString brief(const Answer &answer)
{
    QStringList parts;
    if (answer.isAllowed())
        parts << u"yes"_s;
    for (const ask::Obstacle &one : answer.obstacles) {
        QString place = QString::fromStdString(one.place.toString());
        parts << ask::reasonName(one.reason) + QString(u' ' + place.remove(u"/avail/Transaction/0"_s));
    }
    return parts.join(u"; "_s);
}

QByteArray terms(const QByteArray &term)
{
    return "[" + term + "]";
}

} // namespace

class TestAsk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windows_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("asked"); // on, territory, format, language
        QTest::addColumn<QString>("answer");
        using Changes = QList<std::pair<const char *, QByteArray>>;
        const auto row = [](const char *name, const Changes &changes, const QStringList &asked, const QString &answer) {
            QTest::newRow(name) << window(changes) << asked << answer;
        };
        const QStringList usual{u"2027-03-14"_s, u"US"_s, u""_s, u""_s};
        const auto on = [&](const char *day) { return QStringList{QLatin1StringView(day), u"US"_s, u""_s, u""_s}; };
        const auto in = [&](const char *territory) {
            return QStringList{u"2027-03-14"_s, QLatin1StringView(territory), u""_s, u""_s};
        };
        const auto as = [&](const char *format) {
            return QStringList{u"2027-03-14"_s, u"US"_s, QLatin1StringView(format), u""_s};
        };
        const auto speaking = [&](const char *tag) {
            return QStringList{u"2027-03-14"_s, u"US"_s, u""_s, QLatin1StringView(tag)};
        };

        row("in the middle", {}, usual, u"yes"_s);
        row("its first day", {}, on("2027-01-01"), u"yes"_s);
        row("the day before", {}, on("2026-12-31"), u"not-begun /Start"_s);
        row("the last whole day", {}, on("2027-12-31"), u"yes"_s);
        row("the day that its end begins", {}, on("2028-01-01"), u"ended /End"_s);
        row("begins within the day", {{"Start", "\"2027-03-14T09:00:00Z\""}}, usual, u"not-begun /Start"_s);
        row("that moment", {{"Start", "\"2027-03-14T09:00:00Z\""}}, on("2027-03-14T09:00:00Z"), u"yes"_s);
        row("a second before", {{"Start", "\"2027-03-14T09:00:00Z\""}}, on("2027-03-14T08:59:59Z"),
            u"not-begun /Start"_s);
        row("ends with the day's last second", {{"End", "\"2027-03-14T23:59:59Z\""}}, usual, u"yes"_s);
        row("ends within the day", {{"End", "\"2027-03-14T10:00:00Z\""}}, usual, u"ended /End"_s);
        row("written with an offset", {{"Start", "\"2027-03-14T02:00:00+02:00\""}}, usual, u"yes"_s);
        row("no end", {{"End", ""}}, on("2090-01-01"), u"yes"_s);
        row("an open end", {{"End", "\"Open\""}}, on("2090-01-01"), u"yes"_s);
        row("null is no end", {{"End", "null"}}, on("2090-01-01"), u"yes"_s);
        row("an end that isn't a date", {{"End", "\"2028-02-30T00:00:00Z\""}}, usual, u"unclear /End"_s);
        row("an end on a condition", {{"End", ""}, {"EndCondition", "\"ESTStart\""}}, usual,
            u"unclear /EndCondition"_s);
        row("a duration that is over", {{"End", ""}, {"WindowDuration", "\"P30D\""}}, usual,
            u"ended /WindowDuration"_s);
        row("a duration that lasts", {{"End", ""}, {"WindowDuration", "\"P300D\""}}, usual, u"yes"_s);

        row("another country", {}, in("CA"), u"other-territory /Territory/0/country"_s);
        row("a region of the country", {}, in("US-CA"), u"yes"_s);
        row("only a region", {{"Territory", "[{\"countryRegion\":\"US-CA\"}]"}}, usual,
            u"other-territory /Territory/0/countryRegion"_s);
        row("just that region", {{"Territory", "[{\"countryRegion\":\"US-CA\"}]"}}, in("US-CA"), u"yes"_s);
        row("the second of several", {{"Territory", "[{\"country\":\"CA\"},{\"country\":\"US\"}]"}}, usual, u"yes"_s);
        row("none of several", {{"Territory", "[{\"country\":\"CA\"},{\"country\":\"MX\"}]"}}, usual,
            u"other-territory /Territory"_s);
        row("no territory", {{"Territory", ""}}, usual, u"no-territory "_s);
        row("left out", {{"TerritoryExcluded", "[{\"country\":\"US\"}]"}}, usual,
            u"excluded-territory /TerritoryExcluded/0/country"_s);
        row("another is left out", {{"TerritoryExcluded", "[{\"country\":\"CA\"}]"}}, usual, u"yes"_s);
        row("everywhere but there", {{"Territory", ""}, {"TerritoryExcluded", "{\"country\":\"CA\"}"}}, usual,
            u"yes"_s);
        row("small letters are no code", {{"Territory", "[{\"country\":\"us\"}]"}}, usual,
            u"other-territory /Territory/0/country"_s);

        row("that format", {}, as("HD"), u"yes"_s);
        row("another format", {}, as("UHD"), u"other-format /FormatProfile/value"_s);
        row("by another name", {{"FormatProfile", "{\"value\":\"UHD\"}"}}, as("4k"), u"yes"_s);
        row("as a text", {{"FormatProfile", "\"UHD\""}}, as("UHD"), u"yes"_s);
        row("UHD isn't HD", {{"FormatProfile", "{\"value\":\"UHD\"}"}}, as("HD"),
            u"other-format /FormatProfile/value"_s);
        row("no format", {{"FormatProfile", ""}}, as("HD"), u"other-format "_s);

        const QByteArray allowed = "[{\"value\":\"fr\"}]";
        row("any language", {{"AllowedLanguage", allowed}}, usual, u"yes"_s);
        row("allowed with its regions", {{"AllowedLanguage", allowed}}, speaking("fr-CA"), u"yes"_s);
        row("letter case", {{"AllowedLanguage", "[{\"value\":\"FR-ca\"}]"}}, speaking("fr-CA"), u"yes"_s);
        row("another is allowed", {{"AllowedLanguage", allowed}}, speaking("de"), u"other-language /AllowedLanguage"_s);
        row("a region doesn't allow the rest", {{"AllowedLanguage", "[{\"value\":\"fr-CA\"}]"}}, speaking("fr"),
            u"other-language /AllowedLanguage"_s);
        row("fr isn't frr", {{"AllowedLanguage", allowed}}, speaking("frr"), u"other-language /AllowedLanguage"_s);
        const auto held = [](const QByteArray &list) { return Changes{{"HoldbackLanguage", list}}; };
        row("held back", held("[{\"value\":\"fr-CA\"}]"), speaking("fr-CA"), u"held-back /HoldbackLanguage/0"_s);
        row("held back with all regions", held("[{\"value\":\"fr\"}]"), speaking("fr-CA"),
            u"held-back /HoldbackLanguage/0"_s);
        row("held back without a region", held("[{\"value\":\"fr-CA\"}]"), speaking("fr"),
            u"held-back /HoldbackLanguage/0"_s);
        row("another region is held back", held("[{\"value\":\"fr-CA\"}]"), speaking("fr-FR"), u"yes"_s);
        row("only subtitles", held("[{\"value\":\"fr-CA\",\"_asset\":\"subtitle\"}]"), speaking("fr-CA"), u"yes"_s);
        row("subtitles and audio",
            held("[{\"value\":\"fr-CA\",\"_asset\":\"subtitle\"},{\"value\":\"fr-CA\",\"_asset\":\"audio\"}]"),
            speaking("fr-CA"), u"held-back /HoldbackLanguage/1"_s);
        row("both by one word", held("[{\"value\":\"fr-CA\",\"_asset\":\"subdub\"}]"), speaking("fr-CA"),
            u"held-back /HoldbackLanguage/0"_s);
        row("an asset nobody knows", held("[{\"value\":\"fr-CA\",\"_asset\":\"songs\"}]"), speaking("fr-CA"),
            u"held-back /HoldbackLanguage/0"_s);
        row("held back, but not asked for", held("[{\"value\":\"fr-CA\"}]"), usual, u"yes"_s);
        row("not to be delivered", {}, speaking("de"), u"yes"_s);

        const auto term = [&](const QByteArray &json) { return Changes{{"Terms", terms(json)}}; };
        row("suppressed", term("{\"_termName\":\"SuppressionLiftDate\",\"Event\":\"2027-04-01T00:00:00Z\"}"), usual,
            u"suppressed /Terms/0/Event"_s);
        row("suppressed no more", term("{\"_termName\":\"SuppressionLiftDate\",\"Event\":\"2027-03-14T00:00:00Z\"}"),
            usual, u"yes"_s);
        row("suppressed for a part of the day",
            term("{\"_termName\":\"SuppressionLiftDate\",\"Event\":\"2027-03-14T10:00:00Z\"}"), usual,
            u"suppressed /Terms/0/Event"_s);
        row("announced later", term("{\"_termName\":\"AnnounceDate\",\"Event\":\"2027-04-01T00:00:00Z\"}"), usual,
            u"yes"_s);
        row("ended for good", term("{\"_termName\":\"FixedEndDate\",\"Event\":\"2027-03-01\"}"), usual,
            u"ended /Terms/0/Event"_s);
        row("revoked", term("{\"_termName\":\"TitleStatus\",\"Text\":\"Revoked\"}"), usual,
            u"not-approved /Terms/0/Text"_s);
        row("approved", term("{\"_termName\":\"TitleStatus\",\"Text\":\"Approved\"}"), usual, u"yes"_s);

        row("several reasons", {}, {u"2026-06-01"_s, u"CA"_s, u"UHD"_s, u""_s},
            u"not-begun /Start; other-territory /Territory/0/country; other-format /FormatProfile/value"_s);
    }

    void windows()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, asked);
        QFETCH(QString, answer);
        const auto question = ask::readQuestion(asked[0], asked[1], asked[2], asked[3], rulebook());
        QVERIFY(question);
        const auto found = answers(avail(text), *question);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(brief(found[0]), answer);
        QCOMPARE(found[0].windows, std::size_t(1));
        QCOMPARE(found[0].nearest.has_value(), !found[0].isAllowed());
    }

    void grantsTellTheirConditions()
    {
        const auto found = answers(avail(window(
            {{"HoldbackLanguage", "[{\"value\":\"fr-CA\",\"_asset\":\"audio\"}]"}, {"ContractID", "\"NF-7\""}})));
        QCOMPARE(found[0].grants.size(), std::size_t(1));
        const ask::Grant &grant = found[0].grants[0];
        QCOMPARE(grant.name, u"Window w1"_s);
        QCOMPARE(grant.id, std::string("w1"));
        QCOMPARE(grant.licence, u"Rental"_s);
        QCOMPARE(grant.dates, u"1 Jan 2027 – 1 Jan 2028 00:00 UTC"_s);
        QCOMPARE(grant.price, u"4.99 USD"_s);
        QStringList conditions;
        for (const ask::Condition &one : grant.conditions)
            conditions << one.words + u" @ "_s
                    + QString::fromStdString(one.place.toString()).remove(u"/avail/Transaction/0"_s);
        QVERIFY2(conditions.filter(u"Rental duration: 720 h (30 day"_s).value(0).endsWith(u" @ /Terms/1/Duration"_s),
            qPrintable(conditions.join(u'\n')));
        QVERIFY(conditions.contains(u"Contract: NF-7 @ /ContractID"_s));
        QVERIFY(conditions.filter(u"Held back: French (Canada), audio"_s).size() == 1);
    }

    void words_data()
    {
        QTest::addColumn<QByteArray>("windows");
        QTest::addColumn<QString>("words");
        QTest::newRow("yes")
            << window()
            << u"Yes: Night Ferry may be shown in the United States on 14 Mar 2027 in HD, by Window w1 (VOD, HD, 1 Jan 2027 – 1 Jan 2028 00:00 UTC)."_s;
        QTest::newRow("two")
            << QByteArray(window() + ',' + window({{"_TransactionID", "\"w2\""}}))
            << u"Yes: Night Ferry may be shown in the United States on 14 Mar 2027 in HD, by Window w1 (VOD, HD, 1 Jan 2027 – 1 Jan 2028 00:00 UTC), and 1 more."_s;
        QTest::newRow("no")
            << window({{"Start", "\"2027-06-01T00:00:00Z\""}})
            << u"No: Night Ferry may not be shown in the United States on 14 Mar 2027 in HD. Window w1 comes nearest. It begins on 1 Jun 2027."_s;
        QTest::newRow("the nearest has fewer reasons")
            << QByteArray(window({{"FormatProfile", "{\"value\":\"SD\"}"}, {"Start", "\"2027-03-15T00:00:00Z\""}}) + ','
                   + window({{"_TransactionID", "\"w2\""}, {"Start", "\"2027-09-01T00:00:00Z\""}}) + ','
                   + window({{"_TransactionID", "\"w3\""}, {"Start", "\"2027-08-01T00:00:00Z\""}}))
            << u"No: Night Ferry may not be shown in the United States on 14 Mar 2027 in HD. Window w3 comes nearest. It begins on 1 Aug 2027."_s;
        QTest::newRow("orders alone")
            << window({{"LicenseType", "\"POEST\""}})
            << u"Yes, but only orders: Night Ferry may be pre-ordered in the United States on 14 Mar 2027, by Window w1 (POEST, HD, 1 Jan 2027 – 1 Jan 2028 00:00 UTC)."_s;
        QTest::newRow("no windows")
            << QByteArray()
            << u"No: Night Ferry may not be shown in the United States on 14 Mar 2027 in HD. The avail has no windows."_s;
    }

    void words()
    {
        QFETCH(QByteArray, windows);
        QFETCH(QString, words);
        QCOMPARE(answers(avail(windows), question("2027-03-14", "US", "HD"))[0].words, words);
    }

    void everyKindOfDocument_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("avails");
        const QByteArray one = avail(window());
        const QByteArray inner = one.mid(9, one.size() - 10); // the avail's object
        QTest::newRow("avail") << one << QStringList{u"/avail"_s};
        QTest::newRow("reply") << QByteArray("{\"success\":true,\"avail\":" + inner + '}') << QStringList{u"/avail"_s};
        QTest::newRow("batch") << QByteArray("{\"requestItems\":[{\"requestItemId\":\"1\",\"body\":" + one
            + "},{\"requestItemId\":\"2\"},{\"body\":" + one + "}]}")
                               << QStringList{u"/requestItems/0/body/avail"_s, u"/requestItems/2/body/avail"_s};
        QTest::newRow("batch reply") << QByteArray("{\"responseItems\":[{\"success\":false},{\"avail\":" + inner
            + "}]}") << QStringList{u"/responseItems/1/avail"_s};
        QTest::newRow("outcome") << QByteArray("{\"success\":true}") << QStringList();
        QTest::newRow("anything") << QByteArray("[1,2]") << QStringList();
        QTest::newRow("XML") << QByteArray("<ShowTimeAnalytics/>") << QStringList();
        QTest::newRow("an avail that is a text") << QByteArray("{\"avail\":\"none\"}") << QStringList();
    }

    void everyKindOfDocument()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, avails);
        QStringList found;
        for (const Answer &answer : answers(text)) {
            found << QString::fromStdString(answer.avail.toString());
            QVERIFY(answer.isAllowed());
            QVERIFY(answer.grants[0].window.startsWith(answer.avail));
        }
        QCOMPARE(found, avails);
    }

    void brokenWindows_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::newRow("an object") << QByteArray("{}");
        QTest::newRow("a text") << QByteArray("\"none\"");
        QTest::newRow("numbers for windows") << QByteArray("[1,null,[]]");
        QTest::newRow("nothing in it") << QByteArray("[{}]");
        QTest::newRow("everything is a number")
            << QByteArray("[{\"Start\":1,\"End\":2,\"Territory\":3,\"FormatProfile\":4,\"HoldbackLanguage\":[5],"
                          "\"AllowedLanguage\":[6],\"Terms\":[7,{}]}]");
    }

    void brokenWindows()
    {
        QFETCH(QByteArray, list);
        const auto found = answers("{\"avail\":{\"Transaction\":" + list + "}}");
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY(!found[0].isAllowed());
        QVERIFY(!found[0].words.isEmpty());
    }

    void anAvailThatIsTakenBack()
    {
        const auto found = answers(avail(window(), {}, "Full Delete"));
        QVERIFY(!found[0].isAllowed());
        QCOMPARE(found[0].obstacles[0].reason, ask::Reason::Withdrawn);
        QCOMPARE(found[0].obstacles[0].place.toString(), std::string("/avail/Disposition/EntryType"));
    }

    void limits()
    {
        QByteArrayList list;
        for (int i = 0; i < 20; ++i)
            list << window({{"Territory", i % 2 ? "[{\"country\":\"US\"}]" : "[{\"country\":\"CA\"}]"}});
        const auto document = read(avail(list.join(',')));
        const auto found = ask::ask(*document, rulebook(), question(), {3, nullptr});
        QCOMPARE(found[0].grants.size(), std::size_t(3));
        QCOMPARE(found[0].obstacles.size(), std::size_t(3));
        QCOMPARE(found[0].open, std::size_t(10));
        QVERIFY(found[0].isCut);
        const std::atomic<bool> stop = true;
        QVERIFY(ask::ask(*document, rulebook(), question(), {100, &stop}).empty());
    }

    void questions_data()
    {
        QTest::addColumn<QStringList>("asked");
        QTest::addColumn<bool>("good");
        const auto row
            = [](const char *name, const QStringList &asked, bool good) { QTest::newRow(name) << asked << good; };
        row("day", {u"2027-03-14"_s, u"US"_s, u""_s, u""_s}, true);
        row("moment", {u"2027-03-14T09:00:00Z"_s, u"US"_s, u""_s, u""_s}, true);
        row("typed", {u"14 Mar 2027"_s, u"us"_s, u"4k"_s, u"fr_ca"_s}, true);
        row("region", {u"2027-03-14"_s, u"US-CA"_s, u""_s, u""_s}, true);
        row("no day", {u""_s, u"US"_s, u""_s, u""_s}, false);
        row("30 February", {u"2027-02-30"_s, u"US"_s, u""_s, u""_s}, false);
        row("words", {u"tomorrow"_s, u"US"_s, u""_s, u""_s}, false);
        row("which is the month", {u"3/4/2027"_s, u"US"_s, u""_s, u""_s}, false);
        row("no territory", {u"2027-03-14"_s, u""_s, u""_s, u""_s}, false);
        row("no country", {u"2027-03-14"_s, u"XQ"_s, u""_s, u""_s}, false);
        row("not a code", {u"2027-03-14"_s, u"USA"_s, u""_s, u""_s}, false);
        row("a region of nowhere", {u"2027-03-14"_s, u"XQ-CA"_s, u""_s, u""_s}, false);
        row("not a tag", {u"2027-03-14"_s, u"US"_s, u""_s, u"french language"_s}, false);
    }

    void questions()
    {
        QFETCH(QStringList, asked);
        QFETCH(bool, good);
        const auto read = ask::readQuestion(asked[0], asked[1], asked[2], asked[3], rulebook());
        QCOMPARE(read.has_value(), good);
        if (!good)
            QVERIFY(!read.error().message.isEmpty() && !read.error().nextStep.isEmpty());
    }

    void aQuestionAsItIsUnderstood()
    {
        const auto read = ask::readQuestion(u"14 Mar 2027"_s, u"us"_s, u"4k"_s, u"fr_ca"_s, rulebook());
        QCOMPARE(read->territory, std::string("US"));
        QCOMPARE(read->format, std::string("UHD"));
        QCOMPARE(read->language, std::string("fr-CA"));
        QVERIFY(read->on.isDay);
        QVERIFY(!question("2027-03-14T09:00:00Z").on.isDay);
    }
};

QTEST_GUILESS_MAIN(TestAsk)
#include "tst_ask.moc"
