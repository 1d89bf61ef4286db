// SPDX-License-Identifier: GPL-3.0-or-later
// One reply of many pages: which page is asked next, what ends it, and that not a byte of a production is changed.
#include "exchange/AllPages.h"
#include "payload/Document.h"

#include <QTest>

using namespace marquee;
using namespace Qt::StringLiterals;
using exchange::AllPages;
using partners::AtomTarget;
using partners::Operation;
using partners::Outcome;
using partners::Reply;

Q_DECLARE_METATYPE(partners::Reply)

namespace {

AtomTarget asking(std::optional<int> page = {})
{
    AtomTarget target;
    target.ids = QStringList{u"B1"_s, u"B2"_s};
    target.page = page;
    return target;
}

Reply replyWith(const QByteArray &body, int status = 200)
{
    Reply reply;
    reply.transport = Reply::Transport::Answered;
    reply.status = status;
    reply.body = body;
    reply.elapsedMs = 5;
    reply.bytesSent = 10;
    reply.bytesReceived = body.size();
    return reply;
}

QByteArray info(int page, int total)
{
    return "{\"page\":" + QByteArray::number(page) + ",\"pageSize\":1,\"totalPages\":" + QByteArray::number(total)
        + "}";
}

QByteArray page(const QByteArray &id, const QByteArray &pageInfo)
{
    return "{\"productionDetails\":[" + (id.isEmpty() ? QByteArray() : "{\"id\":\"" + id + "\"}") + "]"
        + (pageInfo.isEmpty() ? QByteArray() : ",\"pageInfo\":" + pageInfo) + "}";
}

bool take(AllPages &pages, const Reply &reply)
{
    return pages.take(partners::atomOutcome(Operation::ProductionByIds, reply), reply);
}

QByteArrayList idsIn(const Reply &reply)
{
    QByteArrayList ids;
    const auto document = payload::Document::read(reply.body);
    const payload::Value list = document ? (*document)->root().member("productionDetails") : payload::Value();
    for (std::uint32_t i = 0; i < list.size(); ++i)
        ids << QByteArray::fromStdString(list.at(i).member("id").string());
    return ids;
}

} // namespace

class TestAllPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsFromTheFirst_data()
    {
        QTest::addColumn<int>("base");
        QTest::addColumn<int>("total");
        for (const int base : {0, 1, 7, -1}) {
            for (const int total : {1, 2, 4})
                QTest::addRow("from %d, %d pages", base, total) << base << total;
        }
    }

    void countsFromTheFirst()
    {
        QFETCH(const int, base);
        QFETCH(const int, total);
        AllPages pages(Operation::ProductionByIds, asking());
        QVERIFY(!pages.target().page);
        QByteArrayList ids;
        for (int i = 0; i < total; ++i) {
            if (i > 0)
                QCOMPARE(pages.target().page, std::optional<int>(base + i));
            ids << "B" + QByteArray::number(i);
            QCOMPARE(take(pages, replyWith(page(ids.last(), info(base + i, total)))), i < total - 1);
            QCOMPARE(pages.pages(), i + 1);
            QCOMPARE(pages.total(), total);
        }
        QCOMPARE(idsIn(pages.reply()), ids);
        QCOMPARE(pages.outcome().kind, Outcome::Kind::Accepted);
        QCOMPARE(pages.outcome().exitCode, 0);
        QVERIFY(pages.notes().isEmpty());
        QCOMPARE(pages.attempts(), total);
        QCOMPARE(pages.reply().elapsedMs, 5 * total);
        QCOMPARE(pages.reply().bytesSent, 10 * total);
    }

    void beginsWhereItIsTold_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<QList<int>>("then");
        QTest::newRow("0 of 3") << 0 << QList<int>{1, 2};
        QTest::newRow("1 of 3") << 1 << QList<int>{2, 3};
        QTest::newRow("3 of 3") << 3 << QList<int>{};
    }

    void beginsWhereItIsTold()
    {
        QFETCH(const int, first);
        QFETCH(const QList<int>, then);
        AllPages pages(Operation::ProductionByIds, asking(first));
        QCOMPARE(pages.target().page, std::optional<int>(first));
        bool goesOn = take(pages, replyWith(page("A", info(first, 3))));
        for (const int number : then) {
            QVERIFY(goesOn);
            QCOMPARE(pages.target().page, std::optional<int>(number));
            goesOn = take(pages, replyWith(page("B" + QByteArray::number(number), info(number, 3))));
        }
        QVERIFY(!goesOn);
        QVERIFY(pages.notes().isEmpty());
    }

    void aPageThatIsntThereAfterAll()
    {
        AllPages pages(Operation::ProductionByIds, asking(1)); // of 0, 1, 2
        QVERIFY(take(pages, replyWith(page("B1", info(1, 3)))));
        QVERIFY(take(pages, replyWith(page("B2", info(2, 3)))));
        QVERIFY(!take(pages, replyWith("{\"message\":\"no such page\"}", 404)));
        QCOMPARE(pages.outcome().kind, Outcome::Kind::Accepted);
        QCOMPARE(idsIn(pages.reply()), (QByteArrayList{"B1", "B2"}));
    }

    void theTextStays()
    {
        const QByteArray first = "{\r\n  \"x\" : 1.50,\r\n  \"productionDetails\" : [\r\n    {\"id\":\"A\",\"s\":8.00},"
                                 "\r\n    {\"id\":\"\\u0042\"}\r\n  ],\r\n  \"pageInfo\":"
            + info(1, 2) + "  \r\n}\r\n";
        const QByteArray second = "{\"pageInfo\":{ \"page\":2,\"totalPages\":2,\"new\":[ ] },\"productionDetails\":["
                                  "{ \"id\":\"C\",  \"a\":1e2,\"a\":2 } , {\"id\":\"D\"}]}";
        AllPages pages(Operation::ProductionByIds, asking());
        QVERIFY(take(pages, replyWith(first)));
        QVERIFY(!take(pages, replyWith(second)));
        QCOMPARE(pages.reply().body,
            "{\r\n  \"x\" : 1.50,\r\n  \"productionDetails\" : [\r\n    {\"id\":\"A\",\"s\":8.00},"
            "\r\n    {\"id\":\"\\u0042\"} , { \"id\":\"C\",  \"a\":1e2,\"a\":2 } , {\"id\":\"D\"}\r\n  ],\r\n  "
            "\"pageInfo\":{ \"page\":2,\"totalPages\":2,\"new\":[ ] }  \r\n}\r\n");
        QCOMPARE(pages.notes(), QStringList());
    }

    void pageInfoInFront()
    {
        AllPages pages(Operation::ProductionByIds, asking());
        QVERIFY(take(pages, replyWith("{\"pageInfo\":" + info(0, 2) + ",\"productionDetails\":[]}")));
        QVERIFY(!take(pages, replyWith(page("B", info(1, 2)))));
        QCOMPARE(pages.reply().body, "{\"pageInfo\":" + info(1, 2) + ",\"productionDetails\":[{\"id\":\"B\"}]}");
    }

    void onePage_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isNoted");
        QTest::newRow("no pageInfo") << page("A", {}) << false;
        QTest::newRow("null") << page("A", "null") << false;
        QTest::newRow("one of one") << page("A", info(1, 1)) << false;
        QTest::newRow("0 pages, and productions") << page("A", info(0, 0)) << true;
        QTest::newRow("0 pages, and none") << page("", info(0, 0)) << false;
        QTest::newRow("-3 pages") << page("A", info(0, -3)) << true;
        QTest::newRow("pages that are no number") << page("A", "{\"page\":\"x\",\"totalPages\":{}}") << true;
        QByteArray many;
        for (int i = 0; i < 25; ++i)
            many += (i == 0 ? "{\"id\":\"" : ",{\"id\":\"") + QByteArray::number(i) + "\"}";
        QTest::newRow("a full page that doesn't say") << "{\"productionDetails\":[" + many + "]}" << true;
    }

    void onePage()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const bool, isNoted);
        AllPages pages(Operation::ProductionByIds, asking());
        QVERIFY(!take(pages, replyWith(body)));
        QCOMPARE(pages.reply().body, body);
        QCOMPARE(pages.notes().size(), isNoted ? 1 : 0);
        QCOMPARE(pages.outcome().exitCode, 0);
    }

    void stops_data()
    {
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("page 1 again") << page("A", info(1, 3));
        QTest::newRow("other productions, the number of page 1") << page("B", info(1, 3));
        QTest::newRow("page 3 instead") << page("C", info(3, 3));
        QTest::newRow("the productions of page 1 as page 2") << page("A", info(2, 3));
        QTest::newRow("the same without pageInfo") << page("A", {});
    }

    void stops()
    {
        QFETCH(const QByteArray, second);
        AllPages pages(Operation::ProductionByIds, asking());
        QVERIFY(take(pages, replyWith(page("A", info(1, 3)))));
        QVERIFY(!take(pages, replyWith(second)));
        QCOMPARE(pages.notes().size(), 1);
        QCOMPARE(pages.outcome().kind, Outcome::Kind::Accepted);
        QCOMPARE(pages.outcome().exitCode, 1);
        QVERIFY(pages.outcome().message.contains(pages.notes().first()));
        QCOMPARE(pages.pages(), 1);
        QCOMPARE(pages.reply().body, page("A", info(1, 3)));
    }

    void goesOnWithout_data()
    {
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("an empty page in the middle") << page("", info(2, 3));
        QTest::newRow("two empty ones in a row look alike") << page("", {});
        QTest::newRow("a page that doesn't say its number") << page("B", {});
    }

    void goesOnWithout()
    {
        QFETCH(const QByteArray, second);
        AllPages pages(Operation::ProductionByIds, asking());
        QVERIFY(take(pages, replyWith(page("", info(1, 3)))));
        QVERIFY(take(pages, replyWith(second)));
        QVERIFY(!take(pages, replyWith(page("C", info(3, 3)))));
        QVERIFY(pages.notes().isEmpty());
        QCOMPARE(idsIn(pages.reply()).last(), "C");
    }

    void totalGrowsAndShrinks()
    {
        AllPages growing(Operation::ProductionByIds, asking());
        QVERIFY(take(growing, replyWith(page("A", info(1, 2)))));
        QVERIFY(take(growing, replyWith(page("B", info(2, 3)))));
        QVERIFY(!take(growing, replyWith(page("C", info(3, 3)))));
        QCOMPARE(growing.notes().size(), 1);
        QCOMPARE(growing.outcome().exitCode, 0);
        QCOMPARE(idsIn(growing.reply()).size(), 3);
        AllPages shrinking(Operation::ProductionByIds, asking());
        QVERIFY(take(shrinking, replyWith(page("A", info(1, 5)))));
        QVERIFY(!take(shrinking, replyWith(page("B", info(2, 2)))));
        QCOMPARE(shrinking.notes().size(), 1);
    }

    void isBounded()
    {
        AllPages pages(Operation::ProductionsByName, asking());
        int asked = 0;
        while (take(pages, replyWith(page("B" + QByteArray::number(asked), info(asked, asked + 2)))))
            ++asked;
        QCOMPARE(pages.pages(), AllPages::MostPages);
        QCOMPARE(pages.outcome().exitCode, 1);
        QCOMPARE(idsIn(pages.reply()).size(), AllPages::MostPages);
    }

    void keepsNothingHalf_data()
    {
        QTest::addColumn<Reply>("second");
        QTest::addColumn<QString>("kind");
        QTest::newRow("500") << replyWith("Oops", 500) << u"failed"_s;
        QTest::newRow("400") << replyWith("{}", 400) << u"rejected"_s;
        QTest::newRow("truncated") << replyWith("{\"productionDetails\":[") << u"failed"_s;
        Reply cancelled;
        cancelled.transport = Reply::Transport::Cancelled;
        QTest::newRow("cancelled") << cancelled << u"failed"_s;
    }

    void keepsNothingHalf()
    {
        QFETCH(const Reply, second);
        QFETCH(const QString, kind);
        AllPages pages(Operation::ProductionByIds, asking());
        QVERIFY(take(pages, replyWith(page("A", info(1, 3)))));
        QVERIFY(!take(pages, second));
        QCOMPARE(QString(partners::outcomeName(pages.outcome().kind)), kind);
        QVERIFY(pages.outcome().message.contains(u'2'));
        QCOMPARE(pages.reply().body, second.body);
    }

    void onlyOneIsWanted()
    {
        AllPages pages(Operation::ProductionByIds, asking(), {}, false);
        QVERIFY(!take(pages, replyWith(page("A", info(1, 3)))));
        QCOMPARE(pages.reply().body, page("A", info(1, 3)));
        QCOMPARE(pages.total(), 3);
        AllPages venue(Operation::ProductionIdsByVenue, asking()); // which knows no pages
        const Reply reply = replyWith("{\"ids\":[\"A\"],\"pageInfo\":" + info(1, 3) + "}");
        QVERIFY(!venue.take(partners::atomOutcome(Operation::ProductionIdsByVenue, reply), reply));
        QCOMPARE(venue.reply().body, reply.body);
    }

    void anOwnBodyKeepsItsMembers()
    {
        AllPages pages(Operation::ProductionByIds, asking(), "{\n  \"ids\": [\"B1\"],\n  \"x\": 1.50\n}\n");
        QVERIFY(take(pages, replyWith(page("A", info(0, 3)))));
        QCOMPARE(pages.body(), "{\n  \"ids\": [\"B1\"],\n  \"x\": 1.50,\n  \"page\": 1\n}\n");
        QVERIFY(take(pages, replyWith(page("B", info(1, 3)))));
        QCOMPARE(pages.body(), "{\n  \"ids\": [\"B1\"],\n  \"x\": 1.50,\n  \"page\": 2\n}\n");
    }
};

QTEST_GUILESS_MAIN(TestAllPages)
#include "tst_allpages.moc"
