// SPDX-License-Identifier: GPL-3.0-or-later
// RequestReader and BodyReader: one request out of bytes, whole or one by one.
#include "http/RequestReader.h"

#include <QTest>

using namespace marquee::http;
using State = RequestReader::State;

namespace {

const char *nameOf(State state)
{
    constexpr const char *names[]
        = {"needs more", "head done", "complete", "malformed", "head too large", "body too large"};
    return names[static_cast<int>(state)];
}

State readAll(RequestReader &reader, const QByteArray &bytes)
{
    State state = reader.feed(bytes);
    return state == State::HeadDone ? reader.feed({}) : state;
}

} // namespace

class TestRequestReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requests_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &bytes, State state, const char *body = "") {
            QTest::newRow(name) << bytes << QByteArray(nameOf(state)) << QByteArray(body);
        };
        const QByteArray chunked = "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
        row("no body", "GET / HTTP/1.1\r\nHost: x\r\n\r\n", State::Complete);
        row("body", "PUT / HTTP/1.1\r\ncontent-LENGTH: 3\r\n\r\nabc", State::Complete, "abc");
        row("half a body", "PUT / HTTP/1.1\r\nContent-Length: 4\r\n\r\nabc", State::NeedsMore);
        row("the largest body", "PUT / HTTP/1.1\r\nContent-Length: 10\r\n\r\n0123456789", State::Complete,
            "0123456789");
        row("above it", "PUT / HTTP/1.1\r\nContent-Length: 11\r\n\r\n", State::BodyTooLarge);
        row("a length that is no number", "PUT / HTTP/1.1\r\nContent-Length: 3x\r\n\r\nabc", State::Malformed);
        row("a length below nothing", "PUT / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", State::Malformed);
        row("a length beyond all numbers", "PUT / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
            State::BodyTooLarge);
        row("two lengths", "PUT / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc", State::Malformed);
        row("the same length twice", "PUT / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
            State::Complete, "abc");
        row("a length and chunks", "PUT / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
            State::Malformed);
        row("packed", "PUT / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", State::Malformed);
        row("chunks", chunked + "2\r\nab\r\n1;x=y\r\nc\r\n0\r\n\r\n", State::Complete, "abc");
        row("chunks with a trailer", chunked + "3\r\nabc\r\n0\r\nA: b\r\nC: d\r\n\r\n", State::Complete, "abc");
        row("chunks without an end", chunked + "3\r\nabc\r\n0\r\n", State::NeedsMore);
        row("a chunk that isn't", chunked + "zz\r\n", State::Malformed);
        row("a chunk with a sign", chunked + "+3\r\nabc\r\n", State::Malformed);
        row("a chunk longer than it says", chunked + "2\r\nabc\r\n", State::Malformed);
        row("chunks up to the largest", chunked + "8\r\n01234567\r\n2\r\n89\r\n0\r\n\r\n", State::Complete,
            "0123456789");
        row("chunks above it", chunked + "8\r\n01234567\r\n3\r\n", State::BodyTooLarge);
        row("a chunk beyond all numbers", chunked + "fffffffffffffffffff\r\n", State::BodyTooLarge);
        row("a size without an end", chunked + QByteArray(9000, '0'), State::Malformed);
        row("no HTTP", "hello\r\n\r\n", State::Malformed);
        row("no path", "GET http://x/ HTTP/1.1\r\n\r\n", State::Malformed);
        row("a blank in front of the colon", "GET / HTTP/1.1\r\nHost : x\r\n\r\n", State::Malformed);
        row("a header without a colon", "GET / HTTP/1.1\r\nHost\r\n\r\n", State::Malformed);
        row("a head too large", "GET / HTTP/1.1\r\nA: " + QByteArray(300, 'x') + "\r\n\r\n", State::HeadTooLarge);
        row("a head without an end", "GET / HTTP/1.1\r\nA: " + QByteArray(300, 'x'), State::HeadTooLarge);
    }
    void requests()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, state);
        QFETCH(QByteArray, body);
        RequestReader whole({256, 10});
        QCOMPARE(QByteArray(nameOf(readAll(whole, bytes))), state);
        QCOMPARE(whole.request().body, body);
        RequestReader single({256, 10});
        State last = State::NeedsMore;
        for (const char byte : bytes) {
            last = readAll(single, QByteArray(1, byte));
            if (last != State::NeedsMore)
                break;
        }
        QCOMPARE(QByteArray(nameOf(last)), state);
        QCOMPARE(single.request().body, body);
    }

    void headersKeepOrderAndCase()
    {
        RequestReader reader;
        QCOMPARE(
            reader.feed(
                "POST /a?b HTTP/1.0\r\nX-One:  1 \r\nx-one: 2\r\nExpect: 100-Continue\r\nContent-Length: 1\r\n\r\n"),
            State::HeadDone);
        QCOMPARE(reader.request().method, QByteArray("POST"));
        QCOMPARE(reader.request().target, QByteArray("/a?b"));
        QCOMPARE(reader.request().headers[0].first, QByteArray("X-One"));
        QCOMPARE(reader.request().header("X-ONE"), QByteArray("1"));
        QVERIFY(reader.expectsContinue());
        QVERIFY(reader.saysLength());
        QVERIFY(!reader.request().keepAlive);
    }

    void oneBehindTheOther()
    {
        RequestReader reader;
        QCOMPARE(
            readAll(reader, "PUT /1 HTTP/1.1\r\nContent-Length: 1\r\n\r\naGET /2 HTTP/1.1\r\n\r\n"), State::Complete);
        QCOMPARE(reader.request().body, QByteArray("a"));
        reader.next();
        QCOMPARE(readAll(reader, {}), State::Complete);
        QCOMPARE(reader.request().target, QByteArray("/2"));
        QVERIFY(!reader.saysLength());
        QVERIFY(reader.request().body.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRequestReader)
#include "tst_requestreader.moc"
