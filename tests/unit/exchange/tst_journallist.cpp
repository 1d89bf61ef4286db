// SPDX-License-Identifier: GPL-3.0-or-later
// The stored journal as a table: pages, filters, what comes while one looks, bodies and exports.
#include "exchange/Journal.h"
#include "exchange/JournalExchange.h"
#include "exchange/JournalList.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::exchange;
using namespace Qt::StringLiterals;
using partners::Outcome;

namespace {

constexpr int Patience = 20000;

JournalRequest put(const QString &subject, const QString &environment = u"test"_s)
{
    JournalRequest request;
    request.started = QDateTime::currentDateTimeUtc();
    request.environment = environment;
    request.operation = u"put-full"_s;
    request.document = subject + u".json"_s;
    request.subject = subject;
    request.method = "PUT";
    request.url = "https://x.example/v1/avails/Lantern%20Pictures/full-extract/" + subject.toUtf8();
    request.headers = {{"Content-Type", "application/json"}, {"x-api-key", "$PRIME_KEY"}, {"x-house", "***"}};
    request.body = "{\"avail\":{\"ALID\":\"" + subject.toUtf8() + "\"}}";
    return request;
}

JournalReply answer(const QString &outcome, const QByteArray &body = "{\"success\":true}")
{
    JournalReply reply;
    reply.ended = QDateTime::currentDateTimeUtc();
    reply.outcome = outcome;
    reply.message = u"So it went."_s;
    reply.status = outcome == u"rejected"_s ? 400 : 200;
    reply.attempts = 1;
    reply.body = body;
    return reply;
}

/// A journal, and a list that reads it.
struct Desk
{
    Desk()
    {
        JournalOptions options;
        options.path = path;
        journal = Journal::open(options).value();
    }
    qint64 add(const JournalRequest &request, const std::optional<JournalReply> &reply)
    {
        qint64 row = 0;
        journal->begin(request, {}, [&row](const Expected<qint64> &begun) { row = begun.value_or(-1); });
        [&row] { QTRY_VERIFY_WITH_TIMEOUT(row != 0, Patience); }();
        if (reply)
            journal->end(row, *reply, 0, {}, [](const Expected<void> &) {});
        journal->flush();
        return row;
    }
    void test() { tester.emplace(&list, QAbstractItemModelTester::FailureReportingMode::QtTest); }
    void read(const JournalFilter &filter = {})
    {
        list.setFilter(filter);
        [this] { QTRY_VERIFY_WITH_TIMEOUT(!list.isReading(), Patience); }();
    }
    QString shown(int row, int column) const { return list.index(row, column).data().toString(); }

    QTemporaryDir folder;
    QString path = folder.filePath(u"journal.sqlite"_s);
    std::unique_ptr<Journal> journal;
    JournalList list{path};
    std::optional<QAbstractItemModelTester> tester; ///< fetches all there is
};

} // namespace

class TestJournalList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noJournalYet()
    {
        const QTemporaryDir folder;
        JournalList list(folder.filePath(u"none.sqlite"_s));
        QVERIFY(!list.canFetchMore({})); // nothing is asked yet
        list.setFilter({});
        QVERIFY(list.isReading());
        QTRY_VERIFY_WITH_TIMEOUT(!list.isReading(), Patience);
        QVERIFY(list.isEmptyJournal());
        QCOMPARE(list.rowCount(), 0);
        QCOMPARE(list.problem(), QString());
        QVERIFY(!list.canFetchMore({}));
    }

    void notAJournal()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"j.sqlite"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(4096, 'x'));
        file.close();
        JournalList list(file.fileName());
        list.setFilter({});
        QTRY_VERIFY_WITH_TIMEOUT(!list.isReading(), Patience);
        QCOMPARE(list.rowCount(), 0);
    }

    void newestFirstInPages()
    {
        Desk desk;
        const int all = JournalList::PageSize + 7;
        for (int i = 0; i < all; ++i)
            desk.journal->begin(put(u"NF-%1"_s.arg(i)), {}, [](const Expected<qint64> &) {});
        desk.journal->flush();
        desk.read();
        QCOMPARE(desk.list.rowCount(), JournalList::PageSize);
        QCOMPARE(desk.shown(0, ExchangeList::Document), u"NF-%1.json"_s.arg(all - 1));
        QVERIFY(desk.list.canFetchMore({}));
        desk.list.fetchMore({});
        QVERIFY(!desk.list.canFetchMore({})); // it is on its way
        QTRY_COMPARE_WITH_TIMEOUT(desk.list.rowCount(), all, Patience);
        QCOMPARE(desk.shown(all - 1, ExchangeList::Document), u"NF-0.json"_s);
        QVERIFY(!desk.list.canFetchMore({}));
    }

    void columns()
    {
        Desk desk;
        desk.test();
        const qint64 row = desk.add(put(u"NF-1"_s), answer(u"accepted"_s));
        desk.read();
        QCOMPARE(desk.shown(0, ExchangeList::Operation), u"Put full extract"_s);
        QCOMPARE(desk.shown(0, ExchangeList::Outcome), u"Accepted"_s);
        QCOMPARE(desk.shown(0, ExchangeList::Environment), u"test"_s);
        QCOMPARE(desk.shown(0, ExchangeList::Status), u"200"_s);
        QCOMPARE(desk.shown(0, ExchangeList::Message), u"So it went."_s);
        QCOMPARE(desk.list.index(0, 0).data(ExchangeList::NumberRole).toInt(), 0);
        QCOMPARE(desk.list.index(0, 0).data(ExchangeList::JournalRole).toLongLong(), row);
        QCOMPARE(desk.list.indexOf(row).row(), 0);
        QVERIFY(!desk.list.indexOf(row + 1).isValid());
        QCOMPARE(desk.list.environments(), QStringList({u"test"_s}));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("environment");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("documents");
        QTest::newRow("all") << QString() << QString() << QString()
                             << QStringList({u"C.json"_s, u"B.json"_s, u"A.json"_s});
        QTest::newRow("environment") << u"production"_s << QString() << QString() << QStringList({u"B.json"_s});
        QTest::newRow("outcome") << QString() << u"rejected"_s << QString() << QStringList({u"B.json"_s});
        QTest::newRow("unknown") << QString() << u"unknown"_s << QString() << QStringList({u"C.json"_s});
        QTest::newRow("body") << QString() << QString() << u"lantern fish"_s << QStringList({u"A.json"_s});
        QTest::newRow("name") << QString() << QString() << u"b.JSON"_s << QStringList({u"B.json"_s});
        QTest::newRow("both") << u"production"_s << u"accepted"_s << QString() << QStringList();
    }
    void filters()
    {
        QFETCH(QString, environment);
        QFETCH(QString, outcome);
        QFETCH(QString, text);
        Desk desk;
        desk.test();
        desk.add(put(u"A"_s), answer(u"accepted"_s, "{\"a\":\"lantern fish\"}"));
        desk.add(put(u"B"_s, u"production"_s), answer(u"rejected"_s));
        desk.add(put(u"C"_s), {});
        JournalFilter filter;
        filter.environment = environment;
        filter.outcome = outcome;
        filter.text = text;
        desk.read(filter);
        QStringList documents;
        for (int row = 0; row < desk.list.rowCount(); ++row)
            documents << desk.shown(row, ExchangeList::Document);
        QTEST(documents, "documents");
    }

    void textFarBackIsFound()
    {
        Desk desk;
        desk.add(put(u"needle"_s), answer(u"accepted"_s));
        for (int i = 0; i < 1200; ++i)
            desk.journal->begin(put(u"hay"_s), {}, [](const Expected<qint64> &) {});
        desk.journal->flush();
        JournalFilter filter;
        filter.text = u"needle"_s;
        desk.read(filter);
        QCOMPARE(desk.list.rowCount(), 1);
        QVERIFY(!desk.list.canFetchMore({}));
        filter.text = u"nowhere"_s;
        desk.list.setFilter(filter);
        filter.text = u"hay"_s;
        desk.read(filter); // takes the place of the former
        QCOMPARE(desk.list.rowCount(), JournalList::PageSize);
    }

    void whatIsNewComesOnTop()
    {
        Desk desk;
        desk.test();
        const qint64 first = desk.add(put(u"A"_s), {});
        desk.read();
        const QPersistentModelIndex place = desk.list.index(0, 0);
        desk.journal->end(first, answer(u"accepted"_s), 0, {}, [](const Expected<void> &) {});
        desk.add(put(u"B"_s), answer(u"rejected"_s));
        QSignalSpy changed(&desk.list, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&desk.list, &QAbstractItemModel::modelReset);
        desk.list.refresh();
        desk.list.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(desk.list.rowCount(), 2, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.list.isReading(), Patience);
        QCOMPARE(place.row(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(desk.shown(1, ExchangeList::Outcome), u"Accepted"_s);
        QCOMPARE(desk.shown(0, ExchangeList::Outcome), u"Rejected"_s);
    }

    void allOfItFetched()
    {
        Desk desk;
        desk.test();
        for (int i = 0; i < 2 * JournalList::PageSize + 7; ++i)
            desk.journal->begin(put(u"NF-%1"_s.arg(i)), {}, [](const Expected<qint64> &) {});
        desk.journal->flush();
        desk.read();
        QTRY_COMPARE_WITH_TIMEOUT(desk.list.rowCount(), 2 * JournalList::PageSize + 7, Patience);
        desk.list.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.list.isReading(), Patience);
        QCOMPARE(desk.list.rowCount(), 2 * JournalList::PageSize + 7);
        for (int row = 1; row < desk.list.rowCount(); ++row)
            QVERIFY(desk.list.at(row)->journal < desk.list.at(row - 1)->journal);
    }

    void moreNewThanOneLooks()
    {
        Desk desk;
        desk.add(put(u"old"_s), {});
        desk.read();
        for (int i = 0; i < 150; ++i)
            desk.journal->begin(put(u"N"_s), {}, [](const Expected<qint64> &) {});
        desk.journal->flush();
        desk.list.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(desk.list.rowCount(), JournalList::PageSize, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(desk.list.canFetchMore({}), Patience); // none is left out in between
        desk.list.fetchMore({});
        QTRY_COMPARE_WITH_TIMEOUT(desk.list.rowCount(), 151, Patience);
    }

    void bodiesAreLoadedForOne()
    {
        Desk desk;
        desk.test();
        const qint64 row = desk.add(put(u"NF-1"_s),
            answer(u"rejected"_s, R"({"success":false,"validationErrors":[{"errorCode":"E1","message":"No."}]})"));
        desk.read();
        QVERIFY(desk.list.at(0)->request.body.isEmpty());
        std::optional<std::vector<Exchange>> loaded;
        desk.list.load({row, row + 5}, [&loaded](const std::vector<Exchange> &exchanges) { loaded = exchanges; });
        QTRY_VERIFY_WITH_TIMEOUT(loaded.has_value(), Patience);
        QCOMPARE(loaded->size(), std::size_t{1});
        const Exchange &exchange = loaded->front();
        QCOMPARE(exchange.request.body, put(u"NF-1"_s).body);
        QCOMPARE(exchange.outcome.kind, Outcome::Kind::Rejected);
        QCOMPARE(exchange.outcome.errors.size(), std::size_t{1});
        QCOMPARE(exchange.target.licensor, u"Lantern Pictures"_s);
        QCOMPARE(exchange.target.alid, u"NF-1"_s);
        const QByteArray curl = partners::toCurl(exchange.request);
        QVERIFY(curl.contains("\"x-api-key: $PRIME_KEY\""));
        QVERIFY(curl.contains("\"x-house: $X_HOUSE\""));
    }

    void targets_data()
    {
        QTest::addColumn<QString>("operation");
        for (const partners::OperationInfo &info : partners::operationsOf(partners::Partner::Prime))
            QTest::newRow(info.name.data()) << QString::fromUtf8(info.name.data());
    }
    void targets()
    {
        QFETCH(QString, operation);
        const auto which = *partners::operationNamed(operation.toStdString());
        const partners::PrimeTarget target{u"A/B & C"_s, u"NF 1/2"_s, u"w/1"_s, u"US"_s, u"VOD"_s, u"K 1"_s};
        const auto request
            = partners::makePrimeRequest(which, target, {QUrl(u"https://x.example/avails/v1"_s), {}, {}});
        JournalRecord record;
        record.request.operation = operation;
        record.request.url = request->url.toEncoded();
        const auto read = exchangeOf(record);
        QVERIFY(read);
        QCOMPARE(partners::makePrimeRequest(which, read->target, {QUrl(u"https://x.example/avails/v1"_s), {}, {}})->url,
            request->url);
        record.request.operation = u"paint-it"_s;
        QVERIFY(!exchangeOf(record));
    }

    void exports()
    {
        Desk desk;
        const qint64 row = desk.add(put(u"A"_s), answer(u"accepted"_s));
        desk.add(put(u"B"_s, u"production"_s), answer(u"rejected"_s));
        JournalFilter filter;
        filter.environment = u"test"_s;
        desk.read(filter);
        QByteArray har;
        int count = -1;
        const auto done = [&](const QByteArray &made, int many, bool isWhole) {
            QVERIFY(isWhole);
            har = made;
            count = many;
        };
        desk.list.exportAll(done);
        QTRY_COMPARE_WITH_TIMEOUT(count, 1, Patience);
        QVERIFY(har.contains("full-extract/A") && !har.contains("full-extract/B"));
        QVERIFY(har.contains("{\\\"avail\\\""));
        count = -1;
        Exchange kept;
        kept.journal = row;
        kept.request.body = "what the journal masked"; // it is the journal's that counts
        Exchange unsent;
        unsent.request.headers = {{"x-api-key", "s3cret", "PRIME_KEY"}};
        unsent.request.url = QUrl(u"https://x.example/unsent"_s);
        Exchange gone;
        gone.journal = 4711;
        desk.list.exportThese({kept, unsent, gone}, done);
        QTRY_COMPARE_WITH_TIMEOUT(count, 2, Patience);
        QVERIFY(har.contains("full-extract/A") && har.contains("unsent"));
        QVERIFY(!har.contains("s3cret") && !har.contains("what the journal masked"));
    }

    void endsWhileItReads()
    {
        Desk desk;
        desk.add(put(u"A"_s), {});
        desk.list.setFilter({});
        JournalList other(desk.path);
        other.setFilter({});
        other.exportAll([](const QByteArray &, int, bool) {});
        other.setLive(true);
    }
};

QTEST_GUILESS_MAIN(TestJournalList)
#include "tst_journallist.moc"
