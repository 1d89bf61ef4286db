// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixture.h"

#include "rules/PlaceName.h"

#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Pointer;

class TestPlaceName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void places_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QString>("name");
        const QByteArray two = avail(window() + ',' + window({{"_TransactionID", ""}, {"Mood", "[1,{\"x\":2}]"}}));
        QTest::newRow("the whole") << two << QByteArray() << QString();
        QTest::newRow("the avail") << two << QByteArray("/avail") << QString();
        QTest::newRow("a window by its ID") << two << QByteArray("/avail/Transaction/0") << u"Window w1"_s;
        QTest::newRow("a window by its number") << two << QByteArray("/avail/Transaction/1") << u"Window 2"_s;
        QTest::newRow("a field of a window") << two << QByteArray("/avail/Transaction/0/End") << u"Window w1 › End"_s;
        QTest::newRow("a field that isn't there")
            << two << QByteArray("/avail/Transaction/1/ContractID") << u"Window 2 › Contract"_s;
        QTest::newRow("a window that isn't there")
            << two << QByteArray("/avail/Transaction/7/End") << u"Window 8 › End"_s;
        QTest::newRow("unknown members keep their spelling")
            << two << QByteArray("/avail/Transaction/1/Mood") << u"Window 2 › Mood"_s;
        QTest::newRow("a term by its label") << two << QByteArray("/avail/Transaction/0/Terms/1/Duration")
                                             << u"Window w1 › Terms › Rental duration › Duration"_s;
        QTest::newRow("a batch's items aren't windows")
            << "{\"requestItems\":[{\"requestItemId\":\"a\",\"body\":" + two + "}]}"
            << QByteArray("/requestItems/0/requestItemId") << QString();
        QTest::newRow("of an unknown payload") << QByteArray("{\"a\":{\"b\":1}}") << QByteArray("/a/b") << u"a › b"_s;
    }
    void places()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, pointer);
        QFETCH(QString, name);
        const auto document = read(text);
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        const QString said = rules::placeName(validator.context(), *Pointer::parse(pointer.toStdString()));
        if (name.isEmpty() && pointer.size() > 10) // only that it isn't called a window
            QVERIFY2(!said.contains(u"Window"_s) && !said.isEmpty(), qPrintable(said));
        else
            QCOMPARE(said, name);
    }

    void windowNames()
    {
        const auto document = read(R"([{"_TransactionID":"HL-1"},{"_TransactionID":""},{},7])");
        QCOMPARE(rules::windowName(document->root().at(0), 0), u"Window HL-1"_s);
        QCOMPARE(rules::windowName(document->root().at(1), 1), u"Window 2"_s);
        QCOMPARE(rules::windowName(document->root().at(2), 2), u"Window 3"_s);
        QCOMPARE(rules::windowName(document->root().at(3), 3), u"Window 4"_s);
    }

    /// Wherever a rule sends the user, there are words for it.
    void everyFieldHasAName()
    {
        const auto document
            = read(avail(window({{"LicenseType", ""}, {"End", "\"2020-01-01T00:00:00Z\""}, {"Terms", ""}}), "{}"));
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        QVERIFY(validator.counts().total() > 3);
        for (const rules::Problem &problem : validator.problems()) {
            const Pointer field = problem.rule->field(problem, validator.context());
            QVERIFY2(!rules::placeName(validator.context(), field).isEmpty(), field.toString().c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestPlaceName)
#include "tst_placename.moc"
