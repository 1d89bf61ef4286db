// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Document.h"
#include "payload/JsonLayout.h"

#include <QTest>

using namespace marquee::payload;

class TestJsonLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canonical_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("empty") << QByteArray("{ }") << QByteArray("{}\n");
        QTest::newRow("members") << QByteArray("{\"b\":1,\"a\":[1,[],{ }]}")
                                 << QByteArray("{\n  \"b\": 1,\n  \"a\": [\n    1,\n    [],\n    {}\n  ]\n}\n");
        QTest::newRow("digits and escapes") << QByteArray("[9.90,-0,1e400,\"\\u0041 : , {\\\"\"]")
                                            << QByteArray("[\n  9.90,\n  -0,\n  1e400,\n  \"\\u0041 : , {\\\"\"\n]\n");
        QTest::newRow("carriage returns") << QByteArray("{\r\n\t\"a\" : 1\r\n}\r\n") << QByteArray("{\n  \"a\": 1\n}\n");
        QTest::newRow("doubled names") << QByteArray("{\"a\":1,\"a\":2}") << QByteArray("{\n  \"a\": 1,\n  \"a\": 2\n}\n");
        QTest::newRow("mark goes") << QByteArray("\xef\xbb\xbf[]") << QByteArray("[]\n");
        QTest::newRow("ellipsis stays") << QByteArray("{\"body\":{ ... }}")
                                        << QByteArray("{\n  \"body\": {\n    ...\n  }\n}\n");
        QTest::newRow("comments stay") << QByteArray("[1, // one\n2 /* two */]")
                                       << QByteArray("[\n  1,\n  // one\n  2 /* two */\n]\n");
        QTest::newRow("scalar") << QByteArray(" 12 ") << QByteArray("12\n");
    }
    void canonical()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QVERIFY(Document::read(text).has_value());
        const QByteArray once = canonicalJson(text);
        QCOMPARE(once, expected);
        QCOMPARE(canonicalJson(once), once);
        QVERIFY(Document::read(once).has_value());
    }

    void style_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("lines");
        QTest::addColumn<QByteArray>("unit");
        QTest::addColumn<QByteArray>("colon");
        QTest::addColumn<QByteArray>("newline");
        QTest::newRow("two blanks") << QByteArray("{\n  \"a\": {\n    \"b\": 1\n  }\n}") << true << QByteArray("  ")
                                    << QByteArray(": ") << QByteArray("\n");
        QTest::newRow("tabs, CRLF") << QByteArray("{\r\n\t\"a\":1\r\n}") << true << QByteArray("\t") << QByteArray(":")
                                    << QByteArray("\r\n");
        QTest::newRow("as published") << QByteArray("{\n\"a\": {\n\"b\": 1\n}\n}") << true << QByteArray("")
                                      << QByteArray(": ") << QByteArray("\n");
        QTest::newRow("one line") << QByteArray("{\"a\":1}") << false << QByteArray("  ") << QByteArray(":")
                                  << QByteArray("\n");
    }
    void style()
    {
        QFETCH(QByteArray, text);
        const auto document = Document::read(text);
        const JsonStyle &style = JsonStyle::of((*document)->text(), *(*document)->root().slot());
        QTEST(style.lines, "lines");
        QTEST(QByteArray::fromStdString(style.unit), "unit");
        QTEST(QByteArray::fromStdString(style.colon), "colon");
        QTEST(QByteArray::fromStdString(style.newline), "newline");
    }
};

QTEST_GUILESS_MAIN(TestJsonLayout)
#include "tst_jsonlayout.moc"
