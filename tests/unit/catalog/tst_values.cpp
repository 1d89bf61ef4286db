// SPDX-License-Identifier: GPL-3.0-or-later
// DateTime, Duration, Decimal, Eidr, Nearest: what is one, what nearly is, and what people type.
#include "catalog/DateTime.h"
#include "catalog/Decimal.h"
#include "catalog/Duration.h"
#include "catalog/Eidr.h"
#include "catalog/Nearest.h"

#include <QTest>

using namespace marquee::catalog;
using namespace Qt::StringLiterals;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dateTimes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("seconds"); // -1: none
        QTest::newRow("epoch") << QByteArray("1970-01-01T00:00:00Z") << qint64(0);
        QTest::newRow("leap day") << QByteArray("2028-02-29T12:00:00Z") << qint64(1835438400);
        QTest::newRow("east") << QByteArray("1970-01-01T02:00:00+02:00") << qint64(0);
        QTest::newRow("west") << QByteArray("1969-12-31T19:30:00-04:30") << qint64(0);
        QTest::newRow("no leap day") << QByteArray("2027-02-29T12:00:00Z") << qint64(-1);
        QTest::newRow("30 February") << QByteArray("2023-02-30T00:00:00Z") << qint64(-1);
        QTest::newRow("24:00") << QByteArray("2023-02-20T24:00:00Z") << qint64(-1);
        QTest::newRow("leap second") << QByteArray("2016-12-31T23:59:60Z") << qint64(-1);
        QTest::newRow("fraction") << QByteArray("2023-02-20T00:00:00.5Z") << qint64(-1);
        QTest::newRow("small z") << QByteArray("2023-02-20T00:00:00z") << qint64(-1);
        QTest::newRow("no zone") << QByteArray("2023-02-20T00:00:00") << qint64(-1);
        QTest::newRow("offset of 15 hours") << QByteArray("2023-02-20T00:00:00+15:00") << qint64(-1);
        QTest::newRow("blank behind") << QByteArray("2023-02-20T00:00:00Z ") << qint64(-1);
        QTest::newRow("empty") << QByteArray() << qint64(-1);
    }
    void dateTimes()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, seconds);
        const auto parsed = DateTime::parse(text.toStdString());
        QCOMPARE(parsed ? parsed->epochSeconds : -1, seconds);
        if (parsed && parsed->isZ)
            QCOMPARE(QByteArray::fromStdString(DateTime::format(seconds)), text);
    }

    void typedDates_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("date") << u"2026-03-14"_s << u"2026-03-14T00:00:00Z"_s;
        QTest::newRow("date and time") << u" 2026-03-14 9:05 "_s << u"2026-03-14T09:05:00Z"_s;
        QTest::newRow("exact") << u"2026-03-14T09:00:00+01:00"_s << u"2026-03-14T08:00:00Z"_s;
        QTest::newRow("German") << u"14.3.2026 9:00"_s << u"2026-03-14T09:00:00Z"_s;
        QTest::newRow("named") << u"14 Mar 2026"_s << u"2026-03-14T00:00:00Z"_s;
        QTest::newRow("a spreadsheet's") << u"14-Mar-26"_s << u"2026-03-14T00:00:00Z"_s;
        QTest::newRow("month first, for sure") << u"3/14/2026"_s << u"2026-03-14T00:00:00Z"_s;
        QTest::newRow("day or month") << u"3/4/2026"_s << QString();
        QTest::newRow("no such day") << u"31.2.2026"_s << QString();
        QTest::newRow("25 hours") << u"2026-03-14 25:00"_s << QString();
        QTest::newRow("words") << u"next week"_s << QString();
    }
    void typedDates()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        const auto parsed = DateTime::parseTyped(typed);
        QCOMPARE(parsed ? QString::fromStdString(DateTime::format(*parsed)) : QString(), expected);
    }

    void readings()
    {
        QCOMPARE(DateTime::reading(0, QLocale::c()), u"1 Jan 1970 00:00"_s);
        QCOMPARE(Duration::reading("PT720H"), u"720 h (30 days)"_s.replace(u"days"_s, Duration::reading("PT720H").contains(u"day(s)"_s) ? u"day(s)"_s : u"days"_s));
        QCOMPARE(Duration::reading("PT90M"), u"90 min"_s);
        QCOMPARE(Duration::reading("PT5H"), u"5 h"_s);
        QCOMPARE(Duration::reading("P1Y2M"), u"P1Y2M"_s);
        QCOMPARE(Duration::reading("soon"), u"soon"_s);
    }

    void durations_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("seconds"); // -1: none
        QTest::newRow("hours") << QByteArray("PT720H") << 2592000.0;
        QTest::newRow("days") << QByteArray("P30D") << 2592000.0;
        QTest::newRow("weeks") << QByteArray("P2W") << 1209600.0;
        QTest::newRow("mixed") << QByteArray("P1DT1H1M1.5S") << 90061.5;
        QTest::newRow("zero") << QByteArray("PT0S") << 0.0;
        QTest::newRow("empty") << QByteArray() << -1.0;
        QTest::newRow("no part") << QByteArray("P") << -1.0;
        QTest::newRow("no time") << QByteArray("P1DT") << -1.0;
        QTest::newRow("hours without T") << QByteArray("P1H") << -1.0;
        QTest::newRow("order") << QByteArray("PT1M1H") << -1.0;
        QTest::newRow("number") << QByteArray("720") << -1.0;
        QTest::newRow("small") << QByteArray("pt1h") << -1.0;
        QTest::newRow("fraction in the middle") << QByteArray("PT1.5H1M") << -1.0;
    }
    void durations()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, seconds);
        const auto parsed = Duration::parse(text.toStdString());
        QCOMPARE(parsed ? parsed->seconds : -1.0, seconds);
    }

    void negativeIsNotPositive()
    {
        QVERIFY(!Duration::parse("-PT1H")->isPositive());
        QVERIFY(!Duration::parse("PT0H")->isPositive());
        QVERIFY(Duration::parse("PT1S")->isPositive());
    }

    void typedDurations_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("number") << u"720"_s << u"PT720H"_s;
        QTest::newRow("hours") << u"48 h"_s << u"PT48H"_s;
        QTest::newRow("days") << u"30 days"_s << u"PT720H"_s;
        QTest::newRow("German days") << u"2 Tage"_s << u"PT48H"_s;
        QTest::newRow("exact, small") << u"pt48h"_s << u"PT48H"_s;
        QTest::newRow("words") << u"a while"_s << QString();
        QTest::newRow("minus") << u"-5"_s << QString();
    }
    void typedDurations()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(Duration::parseTyped(typed).value_or(std::string())), expected);
    }

    void decimals_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<int>("order");
        QTest::addColumn<int>("decimals"); // of the left one
        QTest::newRow("equal") << QByteArray("9.90") << QByteArray("9.9") << 0 << 1;
        QTest::newRow("exponent") << QByteArray("9e2") << QByteArray("900") << 0 << 0;
        QTest::newRow("finer") << QByteArray("8.995") << QByteArray("8.99") << 1 << 3;
        QTest::newRow("beyond double") << QByteArray("98765432109876543211") << QByteArray("98765432109876543210") << 1 << 0;
        QTest::newRow("1e400") << QByteArray("1e400") << QByteArray("9e399") << 1 << 0;
        QTest::newRow("negative") << QByteArray("-2") << QByteArray("-1") << -1 << 0;
        QTest::newRow("minus zero") << QByteArray("-0") << QByteArray("0.00") << 0 << 0;
        QTest::newRow("around zero") << QByteArray("-0.01") << QByteArray("0") << -1 << 2;
    }
    void decimals()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(int, order);
        QFETCH(int, decimals);
        const auto a = Decimal::parse(left.toStdString());
        const auto b = Decimal::parse(right.toStdString());
        QVERIFY(a && b);
        QCOMPARE(*a < *b ? -1 : *a > *b ? 1 : 0, order);
        QCOMPARE(a->decimals(), decimals);
    }

    void notDecimals()
    {
        for (const char *text : {"", "-", "1.", ".5", "01", "1,5", "1e", "NaN", "0x1", " 1"})
            QVERIFY2(!Decimal::parse(text), text);
    }

    void eidrs()
    {
        const std::string digits = "10.5240/1234-5678-9ABC-DEF0-1234-";
        const auto check = Eidr::checkCharacter(digits + "0");
        QVERIFY(check.has_value());
        QVERIFY(Eidr::isValid(digits + *check));
        QVERIFY(Eidr::isValid("urn:eidr:10.5240:1234-5678-9ABC-DEF0-1234-" + std::string(1, *check)));
        QVERIFY(!Eidr::isValid(digits + (*check == 'A' ? "B" : "A")));
        // One digit changed has another character: that is what it is for.
        QVERIFY(Eidr::checkCharacter("10.5240/1234-5678-9ABC-DEF0-1235-0") != check);
        QVERIFY(!Eidr::looksLike("10.5240/1234-5678-9ABC-DEF0-12G4-0"));
        QVERIFY(!Eidr::looksLike("10.5239/1234-5678-9ABC-DEF0-1234-0"));
    }

    void nearest_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("case") << u"Svod"_s << u"SVOD"_s;
        QTest::newRow("blank") << u"Full Extract"_s << u"FullExtract"_s;
        QTest::newRow("a letter") << u"Episoda"_s << u"Episode"_s;
        QTest::newRow("swapped") << u"FullExtratc"_s << u"FullExtract"_s;
        QTest::newRow("short words need every letter") << u"VID"_s << QString();
        QTest::newRow("two are as near") << u"XVOD"_s << QString();
        QTest::newRow("nothing near") << u"Zebra"_s << QString();
    }
    void nearest()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const std::vector<std::string> candidates{"SVOD", "FVOD", "VOD", "Episode", "FullExtract", "PartialExtract"};
        QCOMPARE(QString::fromStdString(marquee::catalog::nearest(text.toStdString(), candidates).value_or(std::string())), expected);
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
