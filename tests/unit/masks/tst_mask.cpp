// SPDX-License-Identifier: GPL-3.0-or-later
// What is replaced and what stays, byte for byte; the same value by the same stand-in; the same problems afterwards.
#include "unit/rules/Fixture.h"

#include "masks/Mask.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using masks::MaskOptions;

namespace {

QByteArray masked(const QByteArray &text, const MaskOptions &options = MaskOptions())
{
    const auto result = masks::maskDocument(*read(text), options, rulebook());
    return result ? result->bytes : QByteArray("refused: " + result.error().message.toUtf8());
}

/// The rules that are broken, and where.
QStringList problems(const QByteArray &text)
{
    const auto document = read(text);
    rules::Validator validator(rulebook(), *document, {}, fixedClock);
    validator.validate();
    QStringList list;
    for (const rules::Problem &problem : validator.problems())
        list << QString::fromUtf8(problem.rule->info().id) + u' '
                + QString::fromStdString(document->pointerTo(problem.path).toString());
    return list;
}

MaskOptions only(const char *what)
{
    MaskOptions options{false, false, false, false, false, {}, {}};
    const QByteArrayView name(what);
    options.titles = name == "titles";
    options.prices = name == "prices";
    options.contracts = name == "contracts";
    options.ids = name == "ids";
    options.people = name == "people";
    return options;
}

QByteArray film()
{
    return avail(window({{"ContractID", "\"LP-2027-11\""}}) + ','
        + window(
            {{"_TransactionID", "\"w2\""}, {"FormatProfile", "{\"value\":\"UHD\"}"}, {"ContractID", "\"LP-2027-11\""},
                {"Terms", rentalTerms("{\"_termName\":\"WSP\",\"Money\":{\"value\":3.50,\"_currency\":\"USD\"}}")}}));
}

} // namespace

class TestMask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *what, const char *before, const char *after) {
            QTest::newRow(name) << QString::fromLatin1(what) << QByteArray(before) << QByteArray(after);
        };
        row("a title", "titles", "{ \"TitleInternalAlias\" : [ \"Night Ferry\" ] , \"x\" : 9.90 }",
            "{ \"TitleInternalAlias\" : [ \"Title 1\" ] , \"x\" : 9.90 }");
        row("the same title", "titles",
            "{\"Title\":\"Night Ferry\",\"SeasonTitle\":\"Night Ferry\",\"a\":{\"title\":\"Harbour Lights\"}}",
            "{\"Title\":\"Title 1\",\"SeasonTitle\":\"Title 1\",\"a\":{\"title\":\"Title 2\"}}");
        row("an empty one", "titles", "{\"Title\":\"\",\"b\":{\"Title\":\"  \"}}",
            "{\"Title\":\"\",\"b\":{\"Title\":\"  \"}}");
        row("blanks around it", "titles", "{\"Title\":\" Night Ferry \"}", "{\"Title\":\" Title 1 \"}");
        row("with a language", "titles", "{\"TitleDisplayUnlimited\":{\"value\":\"Night Ferry\",\"_language\":\"en\"}}",
            "{\"TitleDisplayUnlimited\":{\"value\":\"Title 1\",\"_language\":\"en\"}}");
        row("subtitles aren't titles", "titles", "{\"Subtitle\":\"Night\",\"TitleStatus\":\"x\",\"titleId\":\"y\"}",
            "{\"Subtitle\":\"Night\",\"TitleStatus\":\"x\",\"titleId\":\"y\"}");
        row("inside of a text", "titles",
            "{\"Title\":\"Night Ferry\",\"Synopsis\":\"In Night Ferry, the night ferry sails.\"}",
            "{\"Title\":\"Title 1\",\"Synopsis\":\"In Title 1, the title 1 sails.\"}");
        row("in an address", "titles",
            "{\"Title\":\"Night "
            "Ferry\",\"u\":\"https://img.example.org/night-ferry/poster.jpg?x=1\",\"v\":\"https://img.example.org/"
            "other.jpg\"}",
            "{\"Title\":\"Title 1\",\"u\":\"https://example.com/1\",\"v\":\"https://img.example.org/other.jpg\"}");
        row("an address in a text", "titles",
            "{\"Title\":\"Night Ferry\",\"t\":\"See https://a.example/NightFerry and Night Ferry.\"}",
            "{\"Title\":\"Title 1\",\"t\":\"See https://example.com/1 and Title 1.\"}");
        row("in an ID", "titles",
            "{\"Title\":\"Night Ferry\",\"ALID\":\"NIGHT_FERRY-01\",\"b\":{\"ALID\":\"NightFerry2\"}}",
            "{\"Title\":\"Title 1\",\"ALID\":\"TITLE_1-01\",\"b\":{\"ALID\":\"Title12\"}}");
        row("a longer word isn't it", "titles", "{\"Title\":\"Night Ferry\",\"t\":\"night ferryman\"}",
            "{\"Title\":\"Title 1\",\"t\":\"night ferryman\"}");
        row("short titles aren't looked for", "titles", "{\"Title\":\"It\",\"t\":\"It rains.\"}",
            "{\"Title\":\"Title 1\",\"t\":\"It rains.\"}");
        row("the longest first", "titles",
            "{\"Title\":\"Night Ferry\",\"b\":{\"Title\":\"Night Ferry Home\"},\"t\":\"Night Ferry Home\"}",
            "{\"Title\":\"Title 1\",\"b\":{\"Title\":\"Title 2\"},\"t\":\"Title 2\"}");
        row("a word of the format", "titles",
            "{\"avail\":{\"Asset\":[{\"WorkType\":\"Movie\",\"Metadata\":{\"TitleInternalAlias\":[\"Movie\"]}}]}}",
            "{\"avail\":{\"Asset\":[{\"WorkType\":\"Movie\",\"Metadata\":{\"TitleInternalAlias\":[\"Title 1\"]}}]}}");
        row("comments", "titles", "{\"Title\":\"Night Ferry\", // Night Ferry\n\"u\":\"a//b\"}",
            "{\"Title\":\"Title 1\", // Title 1\n\"u\":\"a//b\"}");
        row("escapes", "titles", "{\"Title\":\"Caf\\u00e9 Noir\",\"t\":\"\\\"Café Noir\\\"\"}",
            "{\"Title\":\"Title 1\",\"t\":\"\\\"Title 1\\\"\"}");
        row("escapes around it", "titles",
            "{\"Title\":\"Night Ferry\",\"t\":\"\\u00e9 \\/ Night Ferry \\ud83d\\ude00 \\n\\u00e9\"}",
            "{\"Title\":\"Title 1\",\"t\":\"\\u00e9 \\/ Title 1 \\ud83d\\ude00 \\n\\u00e9\"}");
        row("productions", "titles",
            "{\"productionDetails\":[{\"name\":\"Night Ferry\",\"genres\":[\"Drama\"]}],\"name\":\"x\"}",
            "{\"productionDetails\":[{\"name\":\"Title 1\",\"genres\":[\"Drama\"]}],\"name\":\"x\"}");
        row("prices keep order and decimals", "prices",
            "[{\"price\":9.90},{\"price\":7.99},{\"price\":500},{\"price\":0.00},{\"price\":-1.5}]",
            "[{\"price\":2.10},{\"price\":1.01},{\"price\":3},{\"price\":0.00},{\"price\":-1.1}]");
        row("the same amount", "prices", "[{\"price\":9.90},{\"price\":9.9}]", "[{\"price\":1.10},{\"price\":1.1}]");
        row("a price as text", "prices", "{\"price\":\"12.50\"}", "{\"price\":\"1.10\"}");
        row("too large for a double", "prices", "[{\"price\":1e400},{\"price\":2}]", "[{\"price\":2e0},{\"price\":1}]");
        row("money", "prices",
            "{\"Terms\":[{\"_termName\":\"SRP\",\"Money\":{\"value\":8.99,\"_currency\":\"USD\"}},{\"_termName\":"
            "\"RentalDuration\",\"Duration\":\"PT48H\"}]}",
            "{\"Terms\":[{\"_termName\":\"SRP\",\"Money\":{\"value\":1.01,\"_currency\":\"USD\"}},{\"_termName\":"
            "\"RentalDuration\",\"Duration\":\"PT48H\"}]}");
        row("a price category", "prices",
            "{\"Terms\":[{\"_termName\":\"Tier\",\"Text\":\"A7\"},{\"_termName\":\"Category\",\"Text\":\"sub\"}]}",
            "{\"Terms\":[{\"_termName\":\"Tier\",\"Text\":\"Price "
            "1\"},{\"_termName\":\"Category\",\"Text\":\"sub\"}]}");
        row("contracts", "contracts",
            "[{\"ContractID\":\"LP-7\"},{\"ContractID\":\"LP-8\"},{\"ContractID\":\"LP-7\"},{\"ID\":\"LP-7\"}]",
            "[{\"ContractID\":\"CONTRACT-001\"},{\"ContractID\":\"CONTRACT-002\"},{\"ContractID\":\"CONTRACT-001\"},{"
            "\"ID\":\"LP-7\"}]");
        row("ids keep their form", "ids", "[{\"ALID\":\"NF-1\"},{\"_contentID\":\"NF-1\"},{\"ALID\":\"nf-2\"}]",
            "[{\"ALID\":\"AA-1\"},{\"_contentID\":\"AA-1\"},{\"ALID\":\"aa-2\"}]");
        row("a production's id", "ids", "{\"ids\":[\"B00809994585\",\"B00809994586\"]}",
            "{\"ids\":[\"B00000000001\",\"B00000000002\"]}");
        row("number ids stay numbers", "ids", "[{\"id\":4711},{\"id\":7},{\"id\":1.5},{\"id\":\"4711\"}]",
            "[{\"id\":1001},{\"id\":2},{\"id\":1.5},{\"id\":\"1001\"}]");
        row("a batch's path", "ids",
            "{\"requestItems\":[{\"requestItemId\":\"1\",\"path\":\"/avails/lantern/partial-extract/transactions/"
            "w1\",\"body\":{\"avail\":{\"Transaction\":[{\"_TransactionID\":\"w1\"}]}}}]}",
            "{\"requestItems\":[{\"requestItemId\":\"1\",\"path\":\"/avails/lantern/partial-extract/transactions/"
            "a2\",\"body\":{\"avail\":{\"Transaction\":[{\"_TransactionID\":\"a2\"}]}}}]}");
        row("people", "people",
            "{\"cast\":[{\"name\":\"Mara Lindt\",\"characterName\":\"Ida\"}],\"t\":\"With Mara "
            "Lindt.\",\"crew\":[{\"name\":\"Mara Lindt\",\"role\":\"Director\"}]}",
            "{\"cast\":[{\"name\":\"Person 1\",\"characterName\":\"Person-2\"}],\"t\":\"With Person "
            "1.\",\"crew\":[{\"name\":\"Person 1\",\"role\":\"Director\"}]}");
        row("contacts", "people", "{\"Licensor\":{\"ContactInfo\":{\"PrimaryEmail\":\"ida@lantern.example\"}}}",
            "{\"Licensor\":{\"ContactInfo\":{\"PrimaryEmail\":\"person1@example.com\"}}}");
        row("XML", "titles",
            "<Events><Event id='1' Title='Night &amp; Ferry'><Name><![CDATA[Night & Ferry]]></Name><Note>about Night "
            "&amp; Ferry</Note><!-- Night & Ferry --></Event></Events>",
            "<Events><Event id='1' Title='Title 1'><Name><![CDATA[Title 1]]></Name><Note>about Title 1</Note><!-- "
            "Title 1 --></Event></Events>");
    }

    void texts()
    {
        QFETCH(QString, what);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QCOMPARE(masked(before, only(what.toLatin1().constData())), after);
    }

    void chosenMembers()
    {
        MaskOptions options{false, false, false, false, false, {u"note"_s}, {payload::Pointer::parse("/a/1").value()}};
        QCOMPARE(masked("{\"note\":{\"x\":\"secret\",\"n\":12.5,\"d\":\"2027-03-14T09:00:00Z\",\"b\":true,\"u\":"
                        "\"https://a.example/x\"},\"a\":[\"keep\",\"go\",\"keep\"]}",
                     options),
            QByteArray("{\"note\":{\"x\":\"Text "
                       "1\",\"n\":1.1,\"d\":\"2001-01-03T00:00:00Z\",\"b\":true,\"u\":\"https://example.com/"
                       "1\"},\"a\":[\"keep\",\"Text 3\",\"keep\"]}"));
    }

    void refusals() { QVERIFY(!masks::maskDocument(*read("{}"), only("none"), rulebook())); }

    void theTableTells()
    {
        const auto result = masks::maskDocument(
            *read("{\"Title\":\"Night Ferry\",\"t\":\"Night Ferry\",\"x\":{\"Title\":\"Night Ferry\"}}"),
            only("titles"), rulebook());
        QCOMPARE(result->table.size(), std::size_t(1));
        QCOMPARE(result->table[0].before, u"Night Ferry"_s);
        QCOMPARE(result->table[0].after, u"Title 1"_s);
        QCOMPARE(result->table[0].count, 3);
        QCOMPARE(result->table[0].first.toString(), std::string("/Title"));
    }

    void properties_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("film") << film();
        QTest::newRow("with problems") << avail(
            window({{"ContractID", "\" x \""}, {"End", "\"2026-01-01T00:00:00Z\""}}) + ',' + window(), {},
            "FullExtract", " NF 1");
        QTest::newRow("swapped prices") << avail(window(
            {{"Terms", rentalTerms("{\"_termName\":\"WSP\",\"Money\":{\"value\":6.00,\"_currency\":\"USD\"}}")}}));
        QTest::newRow("too many decimals") << avail(window({{"Terms",
            "[{\"_termName\":\"SRP\",\"Money\":{\"value\":4.995,\"_currency\":\"JPY\"}},{\"_termName\":"
            "\"RentalDuration\",\"Duration\":\"PT720H\"},{\"_termName\":\"WatchDuration\",\"Duration\":\"PT48H\"}]"}}));
        QTest::newRow("an EIDR") << avail(window(), {}, "FullExtract", "urn:eidr:10.5240:1A2B-3C4D-5E6F-7A8B-9C0D-X");
        QTest::newRow("batch") << QByteArray("{\"requestItems\":[{\"requestItemId\":\"1\",\"path\":\"/avails/"
                                             "Lantern%20Pictures/partial-extract/transactions/w1\",\"body\":"
            + avail(window(), {}, "PartialExtract")
            + "},{\"requestItemId\":\"1\",\"path\":\"/avails/x/partial-extract/transactions/w9\",\"body\":"
            + avail(window(), {}, "PartialExtract") + "}]}");
        addSamples(QString::fromUtf8(MARQUEE_TEST_DATA));
        addSamples(QString::fromUtf8(MARQUEE_SHARED) + u"/examples"_s);
    }

    void properties()
    {
        QFETCH(QByteArray, text);
        for (const MaskOptions &options : {MaskOptions(), MaskOptions::all()}) {
            const QByteArray once = masked(text, options);
            QCOMPARE(masked(text, options), once); // the same every time
            QCOMPARE(masked(once, options), once); // and again
            QCOMPARE(problems(once), problems(text));
            QCOMPARE(once.count('\n'), text.count('\n'));
        }
    }

    void nothingIsLeft()
    {
        const QByteArray all = masked(film(), MaskOptions::all());
        for (const char *secret : {"Night", "Ferry", "Lantern", "LP-2027-11", "NF-1", "4.99", "3.50"})
            QVERIFY2(!all.contains(secret), secret);
    }

    void manyValues()
    {
        QByteArrayList list;
        for (int i = 0; i < 3000; ++i)
            list << "{\"Title\":\"The Harbour " + QByteArray::number(i) + "\",\"t\":\"The The The Harbour "
                    + QByteArray::number(i) + "\"}";
        const QByteArray all = masked('[' + list.join(',') + ']', only("titles"));
        QVERIFY(all.contains("\"The The Title 3000\""));
        QVERIFY(!all.contains("Harbour"));
    }

private:
    static void addSamples(const QString &folder)
    {
        for (QDirIterator each(folder, {u"*.json"_s, u"*.xml"_s}, QDir::Files, QDirIterator::Subdirectories);
             each.hasNext();) {
            QFile file(each.next());
            if (file.size() > 200'000 || !file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray text = file.readAll();
            if (payload::Document::read(text))
                QTest::newRow(qPrintable(QDir(folder).relativeFilePath(file.fileName()))) << text;
        }
    }
};

QTEST_GUILESS_MAIN(TestMask)
#include "tst_mask.moc"
