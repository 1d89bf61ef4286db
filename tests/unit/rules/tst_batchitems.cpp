// SPDX-License-Identifier: GPL-3.0-or-later
// BatchItems, BatchPath::text: what items of a batch are made of.
#include "Fixture.h"

#include "rules/BatchItems.h"

#include <QSet>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using rules::BatchItemIds;
using rules::BatchPath;

class TestBatchItems : public QObject
{
    Q_OBJECT

private:
    static std::vector<rules::WindowItem> itemsOf(const QByteArray &text)
    {
        const auto document = test::read(text);
        const rules::Context context{
            *rulebook().catalog, *rulebook().vocabularies, *document, rules::kindOf(document->root()), 0};
        return rules::windowItems(*document, context);
    }

private Q_SLOTS:
    void oneForEachWindow()
    {
        const QByteArray first = window();
        const QByteArray second = window({{"_TransactionID", "\"w2\""}, {"LicenseType", "\"EST\""}});
        const auto items = itemsOf(avail(first + ',' + second));
        QCOMPARE(items.size(), std::size_t{2});
        QCOMPARE(items[1].licensor, std::string("Lantern Pictures"));
        QCOMPARE(items[1].transaction, std::string("w2"));
        QCOMPARE(QByteArray::fromStdString(items[0].body), avail(first, {}, "PartialExtract")); // byte for byte
        QCOMPARE(QByteArray::fromStdString(items[1].body), avail(second, {}, "PartialExtract"));
    }

    void windowsWithoutIds()
    {
        const auto items = itemsOf(avail(window({{"_TransactionID", ""}}) + ",{}"));
        QCOMPARE(items.size(), std::size_t{2});
        QVERIFY(items[0].transaction != items[1].transaction);
        for (const rules::WindowItem &item : items) {
            const auto body = test::read(QByteArray::fromStdString(item.body));
            const payload::Value window = body->root().member("avail").member("Transaction").at(0);
            QCOMPARE(window.member("_TransactionID").string(), item.transaction);
        }
    }

    void repliesLoseWhatOnlyTheyHave()
    {
        const auto items
            = itemsOf(avail(window(), {}, "PartialExtract").chopped(1) + ",\"success\":true,\"validationErrors\":[]}");
        QCOMPARE(items.size(), std::size_t{1});
        QCOMPARE(QByteArray::fromStdString(items[0].body), avail(window(), {}, "PartialExtract"));
    }

    void nothingToTake_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"{}", "[]", "7", "{\"avail\":{}}", "{\"avail\":[]}",
                 "{\"avail\":{\"Transaction\":{}}}", "{\"requestItems\":[]}"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("no windows") << avail({});
    }
    void nothingToTake()
    {
        QFETCH(QByteArray, text);
        QVERIFY(itemsOf(text).empty());
    }

    void dispositionIsMade()
    {
        const auto items = itemsOf("{\"avail\":{\"Transaction\":[{\"_TransactionID\":\"a\"}]}}");
        QCOMPARE(items.size(), std::size_t{1});
        QCOMPARE(items[0].licensor, std::string());
        const auto body = test::read(QByteArray::fromStdString(items[0].body));
        QCOMPARE(body->root().member("avail").member("Disposition").member("EntryType").string(),
            std::string("PartialExtract"));
    }

    void ids()
    {
        const auto document
            = test::read("[{\"requestItemId\":\"item-2\"},{\"requestItemId\":7},{\"requestItemId\":\"item-5\"}]");
        BatchItemIds made(document->root());
        QCOMPARE(made.next(), std::string("item-4"));
        QCOMPARE(made.next(), std::string("item-6"));
        QCOMPARE(made.next(), std::string("item-7"));
    }

    void paths_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path :
            {"/avails/L/partial-extract/transactions/w", "/avails/L/partial-extract/transactions/w/validate",
                "/avails/A%26B%20C/partial-extract/transactions/a%2Fb"})
            QTest::newRow(path) << QByteArray(path);
    }
    void paths()
    {
        QFETCH(QByteArray, path);
        const auto parts = BatchPath::parse(path.toStdString());
        QVERIFY(parts);
        QCOMPARE(QByteArray::fromStdString(parts->text()), path);
    }

    void anItem()
    {
        QCOMPARE(rules::batchItem("a\"b", {"L", "w", true}, {}),
            std::string(
                "{\"requestItemId\":\"a\\\"b\",\"path\":\"/avails/L/partial-extract/transactions/w/validate\"}"));
        QVERIFY(rules::batchItem("a", {"L", "w", false}, "{}").ends_with(",\"body\":{}}"));
    }
};

QTEST_GUILESS_MAIN(TestBatchItems)
#include "tst_batchitems.moc"
