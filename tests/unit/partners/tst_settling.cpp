// SPDX-License-Identifier: GPL-3.0-or-later
// Meaning, Settling and BatchOutcome: what a reply says of what was sent.
#include "partners/BatchOutcome.h"
#include "partners/Meaning.h"
#include "partners/Settling.h"
#include "payload/Document.h"

#include <QTest>

using namespace marquee;
using namespace marquee::partners;
using namespace Qt::StringLiterals;

class TestSettling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meaning_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("got");
        QTest::addColumn<bool>("same");
        const auto row = [](const char *name, const char *sent, const char *got, bool same) {
            QTest::newRow(name) << QByteArray(sent) << QByteArray(got) << same;
        };
        row("alike", "{\"a\":1}", "{\"a\":1}", true);
        row("order of members", "{\"a\":1,\"b\":2}", "{ \"b\": 2, \"a\": 1 }", true);
        row("order of windows", "{\"Transaction\":[{\"n\":1},{\"n\":2}]}", "{\"Transaction\":[{\"n\":2},{\"n\":1}]}",
            true);
        row("spelling of a number", "{\"v\":9.90}", "{\"v\":9.9}", true);
        row("exponents", "{\"v\":1200}", "{\"v\":1.2E+3}", true);
        row("nothing and less than nothing", "{\"v\":-0.0}", "{\"v\":0}", true);
        row("spelling of a text", "{\"v\":\"\\u0041\\/\"}", "{\"v\":\"A/\"}", true);
        row("no disposition", "{\"ALID\":\"x\",\"Disposition\":{\"EntryType\":\"FullExtract\"}}", "{\"ALID\":\"x\"}",
            true);
        row("no window IDs", "{\"Transaction\":[{\"_TransactionID\":\"w1\",\"n\":1}]}", "{\"Transaction\":[{\"n\":1}]}",
            true);
        row("another window ID", "{\"Transaction\":[{\"_TransactionID\":\"w1\"}]}",
            "{\"Transaction\":[{\"_TransactionID\":\"w2\"}]}", false);
        row("another digit", "{\"v\":9.90}", "{\"v\":9.91}", false);
        row("a long number", "{\"v\":98765432109876543210}", "{\"v\":98765432109876543211}", false);
        row("a number as text", "{\"v\":1}", "{\"v\":\"1\"}", false);
        row("a member more", "{\"a\":1}", "{\"a\":1,\"b\":null}", false);
        row("a window less", "{\"Transaction\":[{\"n\":1},{\"n\":1}]}", "{\"Transaction\":[{\"n\":1}]}", false);
        row("sign", "{\"v\":1}", "{\"v\":-1}", false);
    }
    void meaning()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, got);
        QFETCH(bool, same);
        const auto left = payload::Document::read(sent).value();
        const auto right = payload::Document::read(got).value();
        QCOMPARE(sameMeaning(left->root(), right->root()), same);
    }

    void settling_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("outcome");
        const QByteArray same = "{\"avail\":{\"ALID\":\"x\",\"v\":9.9}}";
        const QByteArray other = "{\"avail\":{\"ALID\":\"x\",\"v\":9}}";
        const QByteArray none = "{\"success\":false}";
        QTest::newRow("put, there") << u"put-full"_s << 200 << same << u"accepted"_s;
        QTest::newRow("put, another there") << u"put-full"_s << 200 << other << u"failed"_s;
        QTest::newRow("put, not there") << u"put-full"_s << 404 << none << u"failed"_s;
        QTest::newRow("put, who knows") << u"put-full"_s << 503 << none << u"unknown"_s;
        QTest::newRow("put, a proxy's page") << u"put-partial"_s << 200 << QByteArray("<html>") << u"unknown"_s;
        QTest::newRow("put, refused") << u"put-partial"_s << 403 << none << u"unknown"_s;
        QTest::newRow("delete, gone") << u"delete-full"_s << 404 << none << u"accepted"_s;
        QTest::newRow("delete, there") << u"delete-full"_s << 200 << other << u"failed"_s;
    }
    void settling()
    {
        QFETCH(QString, operation);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, outcome);
        const Operation sentAs = *operationNamed(operation.toStdString());
        const auto sent = payload::Document::read("{\"avail\":{\"v\":9.90,\"ALID\":\"x\"}}").value();
        Reply reply;
        reply.transport = Reply::Transport::Answered;
        reply.status = status;
        reply.body = body;
        const Outcome asked = primeOutcome(*askingBack(sentAs), reply);
        QCOMPARE(QString(outcomeName(settled(sentAs, sent->root(), asked, reply).kind)), outcome);
    }

    void nothingToAskBack()
    {
        QVERIFY(!askingBack(Operation::GetFull) && !askingBack(Operation::ValidatePartial)
            && !askingBack(Operation::BatchGet));
        QCOMPARE(askingBack(Operation::BatchDelete), Operation::BatchGet);
    }

    void batches_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("outcomes"); // of the items a and b
        QTest::addColumn<int>("strangers");
        const auto row = [](const char *name, const char *items, const QStringList &outcomes, int strangers = 0) {
            QTest::newRow(name) << QByteArray("{\"responseItems\":[") + items + "]}" << outcomes << strangers;
        };
        row("both",
            "{\"requestItemId\":\"a\",\"success\":true},{\"requestItemId\":\"b\",\"success\":false,"
            "\"validationErrors\":[\"no\"]}",
            {u"accepted"_s, u"rejected"_s});
        row("other order", "{\"requestItemId\":\"b\",\"success\":false},{\"requestItemId\":\"a\",\"success\":true}",
            {u"accepted"_s, u"rejected"_s});
        row("one missing", "{\"requestItemId\":\"b\",\"success\":true}", {u"unknown"_s, u"accepted"_s});
        row("a stranger",
            "{\"requestItemId\":\"c\",\"success\":false},{\"requestItemId\":\"a\",\"success\":true},{\"requestItemId\":"
            "\"b\",\"success\":true}",
            {u"accepted"_s, u"accepted"_s}, 1);
        row("twice alike",
            "{\"requestItemId\":\"a\",\"success\":true},{\"requestItemId\":\"a\",\"success\":true},{\"requestItemId\":"
            "\"b\",\"success\":true}",
            {u"accepted"_s, u"accepted"_s});
        row("twice unlike",
            "{\"requestItemId\":\"a\",\"success\":true},{\"requestItemId\":\"a\",\"success\":false},{\"requestItemId\":"
            "\"b\",\"success\":true}",
            {u"unknown"_s, u"accepted"_s});
        row("nothing said", "{\"requestItemId\":\"a\"},{\"requestItemId\":\"b\",\"avail\":{}}",
            {u"unknown"_s, u"accepted"_s});
        row("no items", "", {u"unknown"_s, u"unknown"_s});
        QTest::newRow("rejected whole") << QByteArray("{\"success\":false,\"validationErrors\":[\"no\"]}")
                                        << QStringList{u"rejected"_s, u"rejected"_s} << 0;
        QTest::newRow("accepted whole, no items")
            << QByteArray("{\"success\":true}") << QStringList{u"unknown"_s, u"unknown"_s} << 0;
        QTest::newRow("a proxy's page") << QByteArray("<html>") << QStringList{u"unknown"_s, u"unknown"_s} << 0;
    }
    void batches()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, outcomes);
        QFETCH(int, strangers);
        Reply reply;
        reply.transport = Reply::Transport::Answered;
        reply.status = 200;
        reply.body = body;
        const std::vector<std::string> ids{"a", "b"};
        const BatchOutcome result
            = batchOutcome(Operation::BatchPut, primeOutcome(Operation::BatchPut, reply), reply, ids);
        QStringList got;
        for (const Outcome &item : result.items)
            got << QString(outcomeName(item.kind));
        QCOMPARE(got, outcomes);
        QCOMPARE(result.strangers, strangers);
        // Of what changes nothing, nothing can be unknown.
        for (const Outcome &item :
            batchOutcome(Operation::BatchGet, primeOutcome(Operation::BatchGet, reply), reply, ids).items)
            QVERIFY(item.kind != Outcome::Kind::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestSettling)
#include "tst_settling.moc"
