// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Document.h"
#include "payload/Repair.h"

#include <QFile>
#include <QTest>

using namespace marquee::payload;

class TestJsonRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repairs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("comma") << QByteArray("{\"a\": 1\n\"b\": 2}") << QByteArray("{\"a\": 1,\n\"b\": 2}");
        QTest::newRow("closing brace") << QByteArray("{\"a\": {\"b\": 2}") << QByteArray("{\"a\": {\"b\": 2}}");
        QTest::newRow("several closers") << QByteArray("{\"a\": [{\"b\": 2\n") << QByteArray("{\"a\": [{\"b\": 2}]}\n");
        QTest::newRow("item cut short") << QByteArray("[{\"a\": 1\n{\"b\": 2}]") << QByteArray("[{\"a\": 1},\n{\"b\": 2}]");
    }
    void repairs()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const auto repair = proposeRepair(text);
        QVERIFY(repair.has_value());
        QCOMPARE(repair->text, expected);
        QVERIFY(!repair->changes.empty());
    }

    void noProposal_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("well-formed") << QByteArray("{}");
        QTest::newRow("single quotes") << QByteArray("{'a': 1}");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("half a text") << QByteArray("{\"a\": \"b");
        QTest::newRow("not UTF-8") << QByteArray("{\"\xff\": 1");
    }
    void noProposal()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!proposeRepair(text).has_value());
    }

    void publishedBatches()
    {
        for (const char *name : {"batch-delete.malformed.json", "batch-validate.malformed.json"}) {
            QFile file(QStringLiteral(MARQUEE_SHARED "/examples/prime/") + QLatin1StringView(name));
            if (!file.open(QIODevice::ReadOnly))
                QSKIP("the published examples aren't beside this checkout");
            const auto repair = proposeRepair(file.readAll());
            QVERIFY2(repair.has_value(), name);
            const auto document = Document::read(repair->text);
            QVERIFY(document.has_value());
            QCOMPARE((*document)->root().at(0).size(), 2u);
        }
    }
};

QTEST_GUILESS_MAIN(TestJsonRepair)
#include "tst_jsonrepair.moc"
