// SPDX-License-Identifier: GPL-3.0-or-later
// What a summary says of each kind of payload, where it says that this stands, and its bounds.
#include "unit/summary/Told.h"

using namespace marquee;
using namespace marquee::tests;
using namespace Qt::StringLiterals;
using rules::DocumentKind;

class TestSummary : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<payload::Document> m_document;

    summary::Summary of(const QByteArray &bytes)
    {
        auto document = payload::Document::read(bytes);
        if (!document)
            qFatal("%s", qPrintable(document.error().message));
        m_document = std::move(*document);
        return told(*m_document);
    }

private Q_SLOTS:
    void says_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("value");
        const auto add = [](const char *file, const char *heading, const char *label, const char *value) {
            QTest::addRow("%s: %s, %s", file, heading, label) << QString::fromUtf8(file) << QString::fromUtf8(heading)
                                                              << QString::fromUtf8(label) << QString::fromUtf8(value);
        };
        add("avail-reply.json", "Title", "Title", "Night Ferry");
        add("avail-reply.json", "Title", "Work type", "Movie");
        add("avail-reply.json", "Title", "Avail ID", "NF-1");
        add("avail-reply.json", "Title", "Licensor", "Lantern Pictures");
        add("avail-reply.json", "The partner's answer", "Taken", "yes");
        add("avail-reply.json", "Windows", "How many", "3");
        add("avail-reply.json", "Windows", "Territories", "Canada (CA) 1, Germany (DE) 1, United States (US) 2");
        add("avail-reply.json", "Windows", "Formats", "HD 2, UHD 1");
        add("avail-reply.json", "Windows", "First start", "1 Jan 2026 00:00");
        add("avail-reply.json", "Windows", "Last end", "1 Jan 2030 00:00");
        add("avail-reply.json", "Windows", "Today", "1 running · 1 to come · 1 over");
        add("avail-reply.json", "Running today", "Window w1", "EST · US, CA · HD · until 1 Jan 2028 00:00");
        add("avail-reply.json", "Running today", "Window w2", "(nothing)");
        add("avail-reply.json", "Prices", "Canada (CA)", "EST · HD: SRP 9.99 USD · WSP 7 USD");
        add("avail-reply.json", "Prices", "Germany (DE)", "(nothing)");
        add("avail-reply-flawed.json", "Title", "Avail ID", "5");
        add("avail-reply-flawed.json", "The partner's answer", "Taken", "perhaps");
        add("avail-reply-flawed.json", "The partner's answer", "It says", "The end comes first");
        add("batch-reply.json", "Items", "Taken", "2");
        add("batch-reply.json", "Items", "Not taken", "4");
        add("batch-reply.json", "Not taken", "item-1", "(nothing)");
        add("batch-reply.json", "Not taken", "item-2", "E101 · The end comes before the start · Transaction.End");
        add("batch-reply.json", "Not taken", "item-3", "The partner rejected it, and says no more.");
        add("batch-reply.json", "Not taken", "item-5", "The partner says neither yes nor no.");
        add("batch-reply.json", "Not taken", "Item 6", "The partner says neither yes nor no.");
        add("batch.json", "Items", "item-1", "Night Ferry · w1");
        add("batch.json", "Items", "item-2", "w9");
        add("batch.json", "Batch", "Licensors", "lantern");
        add("reply.json", "The partner's answer", "Taken", "yes");
        add("reply-rejected.json", "The partner's answer", "Taken", "no");
        add("reply-rejected.json", "The partner's answer", "It says", "The ALID is unknown");
        add("productions.json", "Reply", "Productions", "2");
        add("productions.json", "Reply", "Pages", "page 1 of 3, 25 productions a page");
        add("productions.json", "Night Ferry", "Running time", "112 min");
        add("productions.json", "Night Ferry", "Cast", "Ada Quill (The Captain), Ben Marlow");
        add("productions.json", "Harbour Lights", "Rating", "R");
        add("productions.json", "Harbour Lights", "Poster", "https://images.example/B00000000002/cover.jpg");
        add("productions.json", "Harbour Lights", "Missing", "(nothing)");
        add("productions-flawed.json", "Reply", "Doubled ids", "B00000000001");
        add("productions-flawed.json", "Paper Lanterns", "Not documented", "heroVideo");
        add("productions-none.json", "Reply", "Productions", "0");
        add("ids.json", "Ids", "How many", "4");
        add("ids.json", "Ids", "Doubled", "1");
        add("query-venue.json", "Question", "Venue", "C00000000001");
        add("query-ids.json", "Ids", "Doubled", "(nothing)");
        add("performances.xml", "Message", "Supplier", "LANTERN");
        add("performances.xml", "Message", "Cancelled", "1");
        add("performances.xml", "Message", "First day", "2027-03-12");
        add("performances.xml", "Performances", "Performance P-1 at HARBOUR", "2027-03-12 · 19:30 · NIGHT-FERRY");
        add("callback.xml", "Message", "Taken", "1");
        add("callback.xml", "Message", "Not taken", "1");
        add("callback.xml", "Answers", "Performance P-1 HARBOUR", "taken");
        add("numbers.json", "Members", "long", "123456789012345678901234567890");
        add("forbidden.json", "Members", "message", "Forbidden");
        add("other.xml", "File", "Outermost element", "catalogue");
        add("scalar.json", "File", "Holds", "yes");
    }

    void says()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, heading);
        QFETCH(const QString, label);
        QFETCH(const QString, value);
        const summary::Summary summary = of(replyBytes(file));
        QCOMPARE(valueOf(summary, heading, label), value);
    }

    /// Each place is there, and is what the row speaks of.
    void places()
    {
        const QStringList files{u"avail-reply.json"_s, u"batch-reply.json"_s, u"productions.json"_s, u"ids.json"_s,
            u"performances.xml"_s, u"callback.xml"_s, u"other.xml"_s, u"numbers.json"_s, u"query-venue.json"_s};
        for (const QString &file : files) {
            const summary::Summary summary = of(replyBytes(file));
            for (const summary::SummarySection &section : summary.sections) {
                for (const summary::SummaryRow &row : section.rows)
                    QVERIFY2(!row.place || m_document->find(*row.place),
                        qPrintable(QString(file + u' ' + row.label + u' ' + row.value)));
            }
        }
        const summary::Summary avail = of(replyBytes(u"avail-reply.json"_s));
        QCOMPARE(rowOf(avail, u"Windows"_s, u"First start"_s)->place->toString(), "/avail/Transaction/0/Start");
        QCOMPARE(rowOf(avail, u"Windows"_s, u"Last end"_s)->place->toString(), "/avail/Transaction/2/End");
        QCOMPARE(rowOf(avail, u"Running today"_s, u"Window w1"_s)->place->toString(), "/avail/Transaction/0");
    }

    void titles()
    {
        const summary::Summary avail = of(replyBytes(u"avail-reply.json"_s));
        QCOMPARE(avail.kind, DocumentKind::AvailReply);
        QCOMPARE(avail.title, u"Night Ferry"_s);
        QVERIFY(avail.subtitle.contains(u"NF-1"_s));
        QCOMPARE(countOf(avail, "windows"), 3);
        QCOMPARE(countOf(avail, "territories"), 3);
        QCOMPARE(countOf(avail, "running"), 1);
        QCOMPARE(avail.problems.errors, 0);
        QCOMPARE(of("{\"avail\":{}}").title, u"Avail"_s);
        QCOMPARE(of("{\"avail\":{\"ALID\":\"X-1\"}}").title, u"X-1"_s);
        QCOMPARE(of("{\"a\":1}").title, u"Some other file"_s);
    }

    void links()
    {
        const summary::Summary good = of(replyBytes(u"productions.json"_s));
        QCOMPARE(rowOf(good, u"Night Ferry"_s, u"Poster"_s)->link, u"https://images.example/B00000000001/cover.jpg"_s);
        QCOMPARE(rowOf(good, u"Night Ferry"_s, u"Page"_s)->link, u"https://tickets.example/movies/B00000000001"_s);
        QVERIFY(rowOf(good, u"Night Ferry"_s, u"Release"_s)->link.isEmpty());
        // Shown, and not to be opened.
        for (const summary::SummarySection &section : of(replyBytes(u"productions-flawed.json"_s)).sections) {
            for (const summary::SummaryRow &row : section.rows)
                QVERIFY2(row.link.isEmpty() || row.link.startsWith(u"http"_s), qPrintable(row.link));
        }
        QCOMPARE(rowOf(of(replyBytes(u"productions-flawed.json"_s)), u"7"_s, u"Poster"_s)->value,
            u"ftp://images.example/7.jpg"_s);
        QVERIFY(rowOf(of(replyBytes(u"productions-flawed.json"_s)), u"7"_s, u"Poster"_s)->link.isEmpty());
    }

    void problems()
    {
        const summary::Summary flawed = of(replyBytes(u"avail-reply-flawed.json"_s));
        QVERIFY(flawed.problems.errors > 5);
        QCOMPARE(flawed.sections.back().heading, u"Problems"_s);
        QCOMPARE(flawed.sections.back().rows.at(1).label, u"Error"_s);
        QVERIFY(flawed.sections.back().rows.at(1).place);
        QVERIFY(flawed.subtitle.contains(u"error"_s));
    }

    void leavesLargeOnesUnjudged()
    {
        const auto document = payload::Document::read("{\"avail\":{}}");
        const auto judged = summary::summarise(**document, rulebook(), {}, today, (*document)->text().size());
        QVERIFY(judged.isJudged && judged.problems.errors > 0);
        const auto other = summary::summarise(**document, rulebook(), {}, today, (*document)->text().size() - 1);
        QVERIFY(!other.isJudged && other.problems.errors == 0);
        QVERIFY(valueOf(other, u"Problems"_s, u"Together"_s).startsWith(u"not looked for"_s));
    }

    void bounds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto repeated
            = [](const QByteArray &front, const QByteArray &one, const QByteArray &behind, int times) -> QByteArray {
            QByteArray all = front;
            for (int i = 0; i < times; ++i)
                all += (i > 0 ? "," : "") + QByteArray(one).replace('#', QByteArray::number(i));
            return all + behind;
        };
        QTest::newRow("windows") << repeated("{\"avail\":{\"Transaction\":[",
            "{\"_TransactionID\":\"w#\",\"Start\":\"2020-01-01T00:00:00Z\",\"Territory\":[{\"country\":\"US\"}],"
            "\"Terms\":[{\"_termName\":\"SRP\",\"Money\":{\"value\":#,\"_currency\":\"USD\"}}]}",
            "]}}", 1000);
        QTest::newRow("territories") << repeated(
            "{\"avail\":{\"Transaction\":[{\"Territory\":[", "{\"country\":\"T#\"}", "]}]}}", 1000);
        QTest::newRow("items") << repeated("{\"requestItems\":[", "{\"requestItemId\":\"#\"}", "]}", 1000);
        QTest::newRow("answers") << repeated(
            "{\"responseItems\":[", "{\"requestItemId\":\"#\",\"success\":false}", "]}", 1000);
        QTest::newRow("errors") << repeated("{\"success\":false,\"validationErrors\":[", "\"#\"", "]}", 1000);
        QTest::newRow("productions") << repeated("{\"productionDetails\":[", "{\"id\":\"#\"}", "]}", 1000);
        QTest::newRow("people") << repeated("{\"productionDetails\":[{\"id\":\"1\",\"contributors\":{\"cast\":[",
            "{\"name\":\"#\"}", "],\"crew\":[]}}]}", 1000);
        QTest::newRow("ids") << repeated("{\"ids\":[", "\"#\"", "]}", 1000);
        QTest::newRow("members") << repeated("{", "\"m#\":#", "}", 1000);
        QTest::newRow("entries") << repeated("[", "#", "]", 1000);
        QTest::newRow("a long text") << QByteArray("{\"a\":\"" + QByteArray(1'000'000, 'x') + "\"}");
        QTest::newRow("a long title") << QByteArray("{\"avail\":{\"ALID\":\"" + QByteArray(100'000, 'x')
            + "\",\"Asset\":[{\"Metadata\":{\"TitleInternalAlias\":[\"" + QByteArray(100'000, 'y') + "\"]}}]}}");
    }

    void bounds()
    {
        QFETCH(const QByteArray, bytes);
        const summary::Summary summary = of(bytes);
        QVERIFY(summary.sections.size() <= summary::MostSections);
        QVERIFY(summary.title.size() <= 400);
        bool isCut = false;
        for (const summary::SummarySection &section : summary.sections) {
            QVERIFY(section.rows.size() <= summary::MostRows + 1);
            for (const summary::SummaryRow &row : section.rows) {
                QVERIFY2(row.value.size() <= 400 && row.label.size() <= 400, qPrintable(row.value.left(80)));
                QVERIFY(!row.value.contains(u'\n'));
                isCut |= row.value.contains(u"more"_s) || row.value.endsWith(u'…');
            }
        }
        QVERIFY(isCut);
    }

    void tellsHowManyMore()
    {
        QByteArray ids = "{\"ids\":[";
        for (int i = 0; i < 500; ++i)
            ids += (i > 0 ? ",\"" : "\"") + QByteArray::number(i) + '"';
        const summary::Summary summary = of(ids + "]}");
        QCOMPARE(countOf(summary, "ids"), 500);
        QCOMPARE(summary.sections.front().rows.back().value, u"and 301 more"_s); // "How many" is a row, too
    }

    void webPages_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isPage");
        QTest::newRow("document type") << QByteArray("<!DOCTYPE html>\n<html>") << true;
        QTest::newRow("old document type") << QByteArray("<!doctype HTML PUBLIC \"-//W3C\">") << true;
        QTest::newRow("html") << QByteArray("\n <HTML lang='en'>") << true;
        QTest::newRow("mark in front") << QByteArray("\xef\xbb\xbf<html>") << true;
        QTest::newRow("comment in front") << QByteArray("<!-- proxy --><?xml version='1.0'?> <html>") << true;
        QTest::newRow("body alone") << QByteArray("<body>no</body>") << true;
        QTest::newRow("other document type") << QByteArray("<!DOCTYPE htmlish>") << false;
        QTest::newRow("another element") << QByteArray("<htmlReport/>") << false;
        QTest::newRow("html inside") << QByteArray("<a><html></html></a>") << false;
        QTest::newRow("JSON") << QByteArray("{\"a\":\"<html>\"}") << false;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("an open comment") << QByteArray("<!-- <html>") << false;
        QTest::newRow("cut off") << QByteArray("<html") << false;
    }

    void webPages()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const bool, isPage);
        QCOMPARE(summary::isWebPage(text.toStdString()), isPage);
    }
};

QTEST_GUILESS_MAIN(TestSummary)
#include "tst_summary.moc"
