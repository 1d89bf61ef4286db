// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Pointer.h"

#include <QTest>

using namespace marquee::payload;

class TestPointer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("tokens");
        QTest::newRow("whole") << QString() << 0;
        QTest::newRow("empty name") << QStringLiteral("/") << 1;
        QTest::newRow("members") << QStringLiteral("/avail/Transaction/0/End") << 4;
        QTest::newRow("escapes") << QStringLiteral("/a~1b/m~0n") << 2;
        QTest::newRow("beyond ASCII") << QStringLiteral("/größe/名") << 2;
    }
    void roundTrip()
    {
        QFETCH(QString, text);
        QFETCH(int, tokens);
        const auto pointer = Pointer::parse(text.toStdString());
        QVERIFY(pointer.has_value());
        QCOMPARE(static_cast<int>(pointer->tokens.size()), tokens);
        QCOMPARE(QString::fromStdString(pointer->toString()), text);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no slash") << QStringLiteral("avail");
        QTest::newRow("lone tilde") << QStringLiteral("/a~");
        QTest::newRow("unknown escape") << QStringLiteral("/a~2");
    }
    void refused()
    {
        QFETCH(QString, text);
        const auto pointer = Pointer::parse(text.toStdString());
        QVERIFY(!pointer.has_value());
        QVERIFY(!pointer.error().nextStep.isEmpty());
    }

    void decodes() { QCOMPARE(Pointer::parse("/a~1b~0")->tokens[0].text, std::string("a/b~")); }

    void prefixes()
    {
        const Pointer pointer = Pointer().child("avail").child(3u).child("End");
        QVERIFY(pointer.startsWith(Pointer().child("avail")));
        QVERIFY(!pointer.startsWith(Pointer().child("ava")));
        QCOMPARE(pointer.parent().toString(), std::string("/avail/3"));
        QCOMPARE(Pointer().child("a", 1).toString(), std::string("/a"));
    }
};

QTEST_GUILESS_MAIN(TestPointer)
#include "tst_pointer.moc"
