// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ExchangeList.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace marquee;
using namespace Qt::StringLiterals;
using exchange::Exchange;
using exchange::ExchangeList;
using partners::Outcome;

namespace {

Exchange about(const QString &document)
{
    Exchange exchange;
    exchange.document = document;
    exchange.environment = u"sandbox"_s;
    exchange.began = QDateTime::currentDateTimeUtc();
    return exchange;
}

QString shown(const ExchangeList &list, int row, int column)
{
    return list.index(row, column).data().toString();
}

} // namespace

class TestExchangeList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirst()
    {
        ExchangeList list;
        QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(list.add(about(u"a"_s)), 1);
        QCOMPARE(list.add(about(u"b"_s)), 2);
        QCOMPARE(shown(list, 0, ExchangeList::Document), u"b"_s);
        QCOMPARE(shown(list, 1, ExchangeList::Document), u"a"_s);
        QCOMPARE(list.indexOf(1).row(), 1);
        QCOMPARE(list.find(2)->document, u"b"_s);
        QVERIFY(!list.find(3));
        QVERIFY(!list.indexOf(0).isValid());
    }

    void whileItRuns()
    {
        ExchangeList list;
        QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.add(about(u"a"_s));
        QCOMPARE(shown(list, 0, ExchangeList::Outcome), u"Sending…"_s);
        for (int column : {ExchangeList::Status, ExchangeList::Duration, ExchangeList::Size, ExchangeList::Message})
            QCOMPARE(shown(list, 0, column), QString());
        QCOMPARE(list.index(0, 0).data(ExchangeList::OutcomeRole).toInt(), -1);
        QCOMPARE(list.index(0, 0).data(ExchangeList::NumberRole).toInt(), 1);
    }

    void ends_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("statusShown");
        QTest::newRow("accepted") << static_cast<int>(Outcome::Kind::Accepted) << 200 << u"Accepted"_s << u"200"_s;
        QTest::newRow("rejected") << static_cast<int>(Outcome::Kind::Rejected) << 400 << u"Rejected"_s << u"400"_s;
        QTest::newRow("failed") << static_cast<int>(Outcome::Kind::Failed) << 0 << u"Failed"_s << u"none"_s;
        QTest::newRow("unknown") << static_cast<int>(Outcome::Kind::Unknown) << 0 << u"Unknown"_s << u"none"_s;
    }
    void ends()
    {
        QFETCH(int, kind);
        QFETCH(int, status);
        QFETCH(QString, outcome);
        QFETCH(QString, statusShown);
        ExchangeList list;
        QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const int number = list.add(about(u"a"_s));
        list.add(about(u"b"_s));
        QSignalSpy changed(&list, &QAbstractItemModel::dataChanged);
        partners::Reply reply;
        reply.status = status;
        reply.elapsedMs = 12;
        Outcome how;
        how.kind = static_cast<Outcome::Kind>(kind);
        how.message = u"So it went."_s;
        list.finish(number, reply, how);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
        QCOMPARE(shown(list, 1, ExchangeList::Outcome), outcome);
        QCOMPARE(shown(list, 1, ExchangeList::Status), statusShown);
        QCOMPARE(shown(list, 1, ExchangeList::Duration), u"12 ms"_s);
        QCOMPARE(shown(list, 1, ExchangeList::Message), u"So it went."_s);
        QCOMPARE(list.index(1, 0).data(ExchangeList::OutcomeRole).toInt(), kind);
        QVERIFY(list.find(number)->done);
        QVERIFY(!list.find(2)->done);

        list.finish(number, {}, {}); // a second end changes nothing
        QCOMPARE(changed.size(), 1);
        QCOMPARE(shown(list, 1, ExchangeList::Outcome), outcome);
        list.finish(77, {}, {}); // nor does one that isn't there
    }

    void asked()
    {
        ExchangeList list;
        QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const int number = list.add(about(u"a"_s));
        QVERIFY(!list.beginAsking(number)); // it runs
        QVERIFY(!exchange::canAskBack(*list.find(number)));
        list.finish(number, {}, {}, 1, 12);
        QCOMPARE(list.numberOf(12), number);
        QCOMPARE(list.numberOf(0), 0);
        QCOMPARE(list.numberOf(13), 0);
        QVERIFY(exchange::canAskBack(*list.find(number)));
        QVERIFY(list.beginAsking(number));
        QVERIFY(!list.beginAsking(number));
        QVERIFY(!list.beginAsking(77));
        QCOMPARE(shown(list, 0, ExchangeList::Outcome), u"Asking…"_s);
        QCOMPARE(list.index(0, 0).data(ExchangeList::OutcomeRole).toInt(), -1);
        Outcome accepted;
        accepted.kind = Outcome::Kind::Accepted;
        list.settle(number, accepted);
        list.settle(77, accepted);
        QCOMPARE(shown(list, 0, ExchangeList::Outcome), u"Accepted"_s);
        QVERIFY(!exchange::canAskBack(*list.find(number)));
    }

    void whatCanBeAsked_data()
    {
        QTest::addColumn<int>("operation");
        QTest::addColumn<bool>("cut");
        QTest::addColumn<int>("run");
        QTest::addColumn<int>("attempts");
        QTest::addColumn<bool>("can");
        using partners::Operation;
        const auto row = [](const char *name, Operation operation, bool cut, int run, int attempts, bool can) {
            QTest::newRow(name) << static_cast<int>(operation) << cut << run << attempts << can;
        };
        row("put", Operation::PutFull, false, 0, 1, true);
        row("put without an end", Operation::PutFull, false, 0, 0, true);
        row("get", Operation::GetFull, false, 0, 1, false);
        row("validate", Operation::ValidateFull, false, 0, 1, false);
        row("put, cut", Operation::PutFull, true, 0, 1, false);
        row("deletion, cut", Operation::DeleteFull, true, 0, 1, true);
        row("of a run", Operation::PutFull, false, 3, 1, true);
        row("of a run, without an end", Operation::PutFull, false, 3, 0, false);
    }
    void whatCanBeAsked()
    {
        QFETCH(int, operation);
        QFETCH(bool, cut);
        QFETCH(int, run);
        QFETCH(int, attempts);
        Exchange exchange = about(u"a"_s);
        exchange.operation = static_cast<partners::Operation>(operation);
        exchange.done = true;
        exchange.isCut = cut;
        exchange.run = run;
        exchange.attempts = attempts;
        QTEST(exchange::canAskBack(exchange), "can");
    }

    void anotherDayIsNamed()
    {
        ExchangeList list;
        Exchange old = about(u"a"_s);
        old.began = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5)).toUTC();
        list.add(old);
        QVERIFY(shown(list, 0, ExchangeList::Time).endsWith(u" 03:04"_s));
        QVERIFY(shown(list, 0, ExchangeList::Time).size() > 9);
    }

    void oldOnesAreDropped()
    {
        ExchangeList list;
        QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < ExchangeList::Most + 2; ++i)
            list.add(about(QString::number(i)));
        QCOMPARE(list.rowCount(), ExchangeList::Most);
        QVERIFY(!list.find(1));
        QVERIFY(!list.find(2));
        QVERIFY(list.find(3));
        list.finish(1, {}, {}); // ends after it was dropped
        QCOMPARE(shown(list, 0, ExchangeList::Document), QString::number(ExchangeList::Most + 1));
    }

    void everyColumnAndOperationHasATitle()
    {
        ExchangeList list;
        for (int column = 0; column < ExchangeList::ColumnCount; ++column)
            QVERIFY(!list.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        QSet<QString> titles;
        for (const partners::OperationInfo &info : partners::allOperations())
            titles << exchange::operationTitle(info.operation);
        QCOMPARE(titles.size(), static_cast<qsizetype>(partners::allOperations().size()));
        QVERIFY(!titles.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(TestExchangeList)
#include "tst_exchangelist.moc"
