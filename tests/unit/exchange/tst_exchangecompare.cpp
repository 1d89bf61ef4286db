// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between two exchanges: by meaning where it is JSON, by bytes where it isn't, and never with a secret.
#include "exchange/ExchangeCompare.h"

#include <QTest>

using namespace marquee;
using namespace Qt::StringLiterals;
using exchange::Comparison;
using exchange::Difference;
using exchange::Exchange;

namespace {

Exchange put(const QByteArray &body)
{
    Exchange exchange;
    exchange.done = true;
    exchange.environment = u"test"_s;
    exchange.request.method = "PUT";
    exchange.request.url = QUrl(u"https://x.example/v1/avails/L/full-extract/NF-1"_s);
    exchange.request.headers = {{"Content-Type", "application/json", {}}, {"x-api-key", "s3cret", "PRIME_KEY"}};
    exchange.request.body = body;
    return exchange;
}

/// "what place left|right", one a line.
QStringList lines(const Comparison &comparison)
{
    QStringList list;
    for (const Difference &one : comparison.differences)
        list << one.what + u' ' + one.place + u' ' + one.left.value_or(u"-"_s) + u'|' + one.right.value_or(u"-"_s);
    return list;
}

} // namespace

class TestExchangeCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodies_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QStringList>("differences");
        const auto row = [](const char *name, const char *left, const char *right, const QStringList &differences) {
            QTest::newRow(name) << QByteArray(left) << QByteArray(right) << differences;
        };
        row("same", R"({"a":1})", R"({"a":1})", {});
        row("order and blanks", R"({"a":1,"b":"x"})", R"({ "b" : "\u0078", "a" : 1.0 })", {});
        row("value", R"({"a":{"b":1}})", R"({"a":{"b":2}})", {u"Body /a/b 1|2"_s});
        row("digits that a double hasn't", R"([12345678901234567890])", R"([12345678901234567891])",
            {u"Body /0 12345678901234567890|12345678901234567891"_s});
        row("kind", R"({"a":"1"})", R"({"a":1})", {u"Body /a \"1\"|1"_s});
        row("null isn't absent", R"({"a":null})", R"({})", {u"Body /a null|-"_s});
        row("member comes", R"({})", R"({"a/b":[1]})", {u"Body /a~1b -|[1]"_s});
        row("items in their order", R"([1,2])", R"([2,1,3])",
            {u"Body /0 1|-"_s, u"Body /1 -|1"_s, u"Body /2 -|3"_s});
        row("windows by ID", R"({"Transaction":[{"_TransactionID":"w1","End":"a"},{"_TransactionID":"w2"}]})",
            R"({"Transaction":[{"_TransactionID":"w2"},{"_TransactionID":"w1","End":"b"}]})",
            {u"Body /Transaction/w1/End \"a\"|\"b\""_s});
        row("windows, one without ID", R"({"Transaction":[{"_TransactionID":"w1"},{}]})",
            R"({"Transaction":[{},{"_TransactionID":"w1"}]})", {});
        row("twice the same ID", R"({"Transaction":[{"_TransactionID":"w"},{"_TransactionID":"w","a":1}]})",
            R"({"Transaction":[{"_TransactionID":"w"},{"_TransactionID":"w","a":2}]})",
            {u"Body /Transaction/w/a 1|2"_s});
        row("a name twice", R"({"a":1,"a":2})", R"({"a":1,"a":3})", {u"Body /a 2|3"_s});
        row("not JSON", "one\ntwo\n", "one\ntwO\n", {u"Body, from byte 7 (line 2)  o\n|O\n"_s});
        row("JSON and not", R"({"a":1})", R"({"a":1)", {u"Body, from byte 7 (line 1)  }|"_s});
        row("none", "", "{}", {u"Body  -|{}"_s});
    }
    void bodies()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QLocale::setDefault(QLocale::c());
        const Comparison comparison = exchange::compareExchanges(put(left), put(right));
        QTEST(lines(comparison), "differences");
        QVERIFY(comparison.isWhole);
    }

    void requestThenAnswer()
    {
        const Exchange one = put("{}");
        Exchange other = put("{}");
        other.environment = u"production"_s;
        other.request.url = QUrl(u"https://x.example/v1/avails/L/full-extract/NF-2?token=hush"_s);
        other.request.headers[0].value = "text/plain";
        other.request.headers[1].value = "another";
        other.outcome.kind = partners::Outcome::Kind::Rejected;
        other.outcome.message = u"No."_s;
        other.reply.status = 400;
        other.reply.elapsedMs = 7;
        other.reply.headers = {{"Set-Cookie", "hush"}, {"X-A", "1"}};
        other.reply.body = "{\"success\":false}";
        const Comparison comparison = exchange::compareExchanges(one, other);
        QStringList whats;
        int answers = 0;
        for (const Difference &difference : comparison.differences) {
            whats << difference.what;
            answers += difference.part == Difference::Part::Answer ? 1 : 0;
            for (const auto &text : {difference.left, difference.right})
                QVERIFY(!text || (!text->contains(u"hush"_s) && !text->contains(u"s3cret"_s)));
        }
        QCOMPARE(whats,
            QStringList({u"Environment"_s, u"Address"_s, u"Header content-type"_s, u"Outcome"_s, u"What it says"_s,
                u"Status"_s, u"Took"_s, u"Header set-cookie"_s, u"Header x-a"_s, u"Body"_s}));
        QCOMPARE(answers, 7);
    }

    void isBounded()
    {
        QByteArray left = "[";
        QByteArray right = "[";
        for (int i = 0; i < 2000; ++i) {
            left += "1,";
            right += "2,";
        }
        const Comparison many = exchange::compareExchanges(put(left + "1]"), put(right + "1]"));
        QCOMPARE(many.differences.size(), exchange::MostDifferences);
        QVERIFY(!many.isWhole);
        const QByteArray large(exchange::LargestCompared, 'x');
        const Comparison bytes = exchange::compareExchanges(put('"' + large + "a\""), put('"' + large + "b\""));
        QCOMPARE(bytes.differences.size(), std::size_t{1});
        QVERIFY(bytes.differences.front().what.startsWith(u"Body, from byte"_s));
        const Comparison longValue = exchange::compareExchanges(put("{}"), put("{\"a\":\"" + large.left(5000) + "\"}"));
        QVERIFY(longValue.differences.front().right->size() < 400);
    }
};

QTEST_GUILESS_MAIN(TestExchangeCompare)
#include "tst_exchangecompare.moc"
