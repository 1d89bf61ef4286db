// SPDX-License-Identifier: GPL-3.0-or-later
// Decimals as messages write them: what people type, and the way back.
#include "MessageTest.h"

#include "performances/ScaledNumber.h"

using namespace marquee;
using namespace marquee::test;
using namespace marquee::performances;

class TestScaledNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("figures");
        QTest::addColumn<int>("precision");
        const auto row = [](const char *name, const QString &text, const QString &figures, int precision) {
            QTest::newRow(name) << text << figures << precision;
        };
        row("a point", u"45.5"_s, u"455"_s, 1);
        row("a comma and a sign", u"45,5 %"_s, u"455"_s, 1);
        row("whole", u"12"_s, u"12"_s, 0);
        row("zeros behind are kept", u"45.50"_s, u"4550"_s, 2);
        row("zeros in front aren't", u"007.5"_s, u"75"_s, 1);
        row("small", u".05"_s, u"5"_s, 2);
        row("zero", u"0"_s, u"0"_s, 0);
        row("zero with decimals", u"0.00"_s, u"0"_s, 2);
        row("negative", u"-1.5"_s, u"-15"_s, 1);
        row("negative and small", u"-0.05"_s, u"-5"_s, 2);
        row("thousands", u"1.234,56"_s, u"123456"_s, 2);
        row("thousands the other way", u"1,234.56"_s, u"123456"_s, 2);
        row("blanks between thousands", u"1 234,5"_s, u"12345"_s, 1);
        row("a comma and three figures below one", u"0,125"_s, u"125"_s, 3);
        row("still typing", u"45."_s, u"45"_s, 0);
        row("as many figures as fit", u"123456789.123456789"_s, u"123456789123456789"_s, 9);
        row("too many decimals", u"0.1234567891"_s, {}, 0);
        row("too many figures", u"12345678901.123456789"_s, {}, 0);
        row("a thousand or one and a bit", u"1,234"_s, {}, 0);
        row("two points", u"1.2.3"_s, {}, 0);
        row("no figure", u"."_s, {}, 0);
        row("nothing", {}, {}, 0);
        row("a sign alone", u"-"_s, {}, 0);
        row("words", u"half"_s, {}, 0);
        row("an exponent", u"1e3"_s, {}, 0);
    }
    void typed()
    {
        QFETCH(QString, text);
        QFETCH(QString, figures);
        QFETCH(int, precision);
        const auto number = readScaled(text);
        QCOMPARE(number.has_value(), !figures.isEmpty());
        if (!number)
            return;
        QCOMPARE(QString::fromStdString(number->figures), figures);
        QCOMPARE(number->precision, precision);
        const auto again = readScaled(plainText(*number));
        QVERIFY(again && *again == *number);
    }

    void plain()
    {
        QCOMPARE(plainText({"455", 1}), u"45.5"_s);
        QCOMPARE(plainText({"5", 2}), u"0.05"_s);
        QCOMPARE(plainText({"-5", 2}), u"-0.05"_s);
        QCOMPARE(plainText({"455", 0}), u"455"_s);
        QCOMPARE(plainText({"0", 2}), u"0.00"_s);
    }

    void element_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QString>("expected");
        QTest::newRow("right") << QByteArray("<DistributorPercentage precision=\"1\">455</DistributorPercentage>")
                               << u"45.5"_s;
        QTest::newRow("without precision")
            << QByteArray("<DistributorPercentage>455</DistributorPercentage>") << QString();
        QTest::newRow("a decimal point") << QByteArray(
            "<DistributorPercentage precision=\"1\">45.5</DistributorPercentage>")
                                         << QString();
        QTest::newRow("a precision of ten")
            << QByteArray("<DistributorPercentage precision=\"10\">455</DistributorPercentage>") << QString();
        QTest::newRow("empty") << QByteArray("<DistributorPercentage precision=\"1\"/>") << QString();
    }
    void element()
    {
        QFETCH(QByteArray, xml);
        QFETCH(QString, expected);
        const Message all(message(performance({{"DistributorPercentage", xml}})));
        const auto number = scaledOf(all.at(0).member("DistributorPercentage"));
        QCOMPARE(number ? plainText(*number) : QString(), expected);
    }

    void edits_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("edits");
        const QByteArray right = "<DistributorRate precision=\"2\">12050</DistributorRate>";
        QTest::newRow("absent") << QByteArray() << right << 1;
        QTest::newRow("only the figures")
            << QByteArray("<DistributorRate precision=\"2\">1</DistributorRate>") << right << 1;
        QTest::newRow("both") << QByteArray("<DistributorRate precision=\"0\">1</DistributorRate>") << right << 2;
        QTest::newRow("the same") << right << right << 0;
        QTest::newRow("what stands beside stays")
            << QByteArray("<DistributorRate note=\"x\" precision=\"2\">1</DistributorRate>")
            << QByteArray("<DistributorRate note=\"x\" precision=\"2\">12050</DistributorRate>") << 1;
        QTest::newRow("without precision") << QByteArray("<DistributorRate>1</DistributorRate>") << right << 1;
    }
    void edits()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(int, edits);
        Message all(message(performance({{"DistributorRate", before}})));
        const auto made = scaledEdits(all.context(), placeOf(0).child("DistributorRate"), {"12050", 2});
        QCOMPARE(static_cast<int>(made.size()), edits);
        QVERIFY(all.apply(made));
        QVERIFY2(all.text().contains(after), all.text().constData());
    }
};

QTEST_GUILESS_MAIN(TestScaledNumber)
#include "tst_scalednumber.moc"
