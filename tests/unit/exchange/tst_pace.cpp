// SPDX-License-Identifier: GPL-3.0-or-later
// Pace and Retry, on a clock of the test's own.
#include "exchange/Pace.h"
#include "exchange/Retry.h"

#include <QTest>
#include <QTimeZone>

#include <map>

using namespace marquee;
using namespace marquee::exchange;
using namespace Qt::StringLiterals;
using partners::Outcome;
using partners::Reply;

namespace {

/// Time that goes on only when the test says so.
struct Time
{
    qint64 now = 0;
    std::multimap<qint64, std::function<void()>> wakes;

    PaceClock clock()
    {
        return {[this] { return now; },
            [this](int ms, std::function<void()> wake) { wakes.emplace(now + ms, std::move(wake)); }};
    }
    void run(qint64 until)
    {
        while (!wakes.empty() && wakes.begin()->first <= until) {
            now = wakes.begin()->first;
            const auto wake = wakes.begin()->second;
            wakes.erase(wakes.begin());
            wake();
        }
        now = until;
    }
};

} // namespace

class TestPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rate()
    {
        Time time;
        const auto pace = std::make_shared<Pace>(10, 100, 1, time.clock());
        std::vector<qint64> gone;
        for (int i = 0; i < 25; ++i)
            pace->acquire([&] { gone.push_back(time.now); });
        QCOMPARE(gone.size(), std::size_t{1});
        time.run(1000);
        QCOMPARE(gone.size(), std::size_t{11});
        time.run(2400);
        QCOMPARE(gone.size(), std::size_t{25});
        for (std::size_t i = 1; i < gone.size(); ++i)
            QVERIFY(gone[i] - gone[i - 1] >= 100);
    }

    void restBringsNoMoreThanTheBurst()
    {
        Time time;
        const auto pace = std::make_shared<Pace>(10, 100, 3, time.clock());
        time.run(60000);
        int gone = 0;
        for (int i = 0; i < 10; ++i)
            pace->acquire([&] { ++gone; });
        QCOMPARE(gone, 3);
    }

    void connections()
    {
        Time time;
        const auto pace = std::make_shared<Pace>(0, 2, 1, time.clock());
        std::vector<int> order;
        for (int i = 0; i < 5; ++i)
            pace->acquire([&order, i] { order.push_back(i); });
        QCOMPARE(order, (std::vector<int>{0, 1}));
        pace->release();
        QCOMPARE(order, (std::vector<int>{0, 1, 2}));
        pace->release();
        pace->release();
        QCOMPARE(order, (std::vector<int>{0, 1, 2, 3, 4})); // first come, first served
        QCOMPARE(pace->running(), 2);
    }

    void forgetting()
    {
        Time time;
        const auto pace = std::make_shared<Pace>(0, 1, 1, time.clock());
        int gone = 0;
        const int first = pace->acquire([&] { ++gone; });
        const int second = pace->acquire([&] { gone += 10; });
        QVERIFY(!pace->forget(first)); // went already
        QVERIFY(pace->forget(second));
        pace->release();
        QCOMPARE(gone, 1);
    }

    void holding()
    {
        Time time;
        const auto pace = std::make_shared<Pace>(0, 5, 1, time.clock());
        pace->hold(1000);
        int gone = 0;
        pace->acquire([&] { ++gone; });
        time.run(999);
        QCOMPARE(gone, 0);
        time.run(1000);
        QCOMPARE(gone, 1);
    }

    void shared()
    {
        const auto one = Pace::shared(u"tst"_s, 10, 5);
        QVERIFY(Pace::shared(u"tst"_s, 4, 5) == one);
        QCOMPARE(one->perSecond(), 4.0);
        QVERIFY(Pace::shared(u"tst2"_s, 4, 5) != one);
    }

    void goComesBack()
    {
        Time time;
        const auto pace = std::make_shared<Pace>(0, 1, 1, time.clock());
        int gone = 0;
        std::function<void()> again = [&] {
            if (++gone < 5) {
                pace->acquire(again);
                pace->release();
            }
        };
        pace->acquire(again);
        QCOMPARE(gone, 5);
    }

    void retryAfter_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("seconds") << QByteArray("7") << qint64(7000);
        QTest::newRow("at once") << QByteArray(" 0 ") << qint64(0);
        QTest::newRow("a date") << QByteArray("Sun, 14 Mar 2027 09:00:30 GMT") << qint64(30000);
        QTest::newRow("a date gone by") << QByteArray("Sun, 14 Mar 2027 08:00:00 GMT") << qint64(0);
        QTest::newRow("words") << QByteArray("soon") << qint64(-1);
        QTest::newRow("less than none") << QByteArray("-5") << qint64(-1);
        QTest::newRow("nothing") << QByteArray() << qint64(-1);
    }
    void retryAfter()
    {
        QFETCH(QByteArray, header);
        QFETCH(qint64, ms);
        const QDateTime now(QDate(2027, 3, 14), QTime(9, 0), Qt::UTC);
        QCOMPARE(retryAfterMs(header, now).value_or(-1), ms);
    }

    void retry_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<int>("transport");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("again");
        const auto row
            = [](const char *name, const char *operation, Reply::Transport transport, int status, bool again) {
                  QTest::addRow("%s, %s", operation, name)
                      << QString::fromLatin1(operation) << static_cast<int>(transport) << status << again;
              };
        using T = Reply::Transport;
        for (const char *operation : {"put-full", "get-full", "delete-full", "validate-full", "put-partial",
                 "get-partial", "delete-partial", "validate-partial", "batch-get", "batch-validate"}) {
            row("lost", operation, T::Lost, 0, true);
            row("late", operation, T::TimedOut, 0, true);
            row("429", operation, T::Answered, 429, true);
            row("500", operation, T::Answered, 500, true);
            row("503", operation, T::Answered, 503, true);
            row("401", operation, T::Answered, 401, false);
            row("400", operation, T::Answered, 400, false);
            row("redirected", operation, T::Answered, 302, false);
            row("a proxy's page", operation, T::Answered, 200, false);
            row("not reached", operation, T::NotReached, 0, false);
            row("TLS", operation, T::Refused, 0, false);
            row("cancelled", operation, T::Cancelled, 0, false);
        }
        for (const char *operation : {"batch-put", "batch-delete"}) {
            row("lost", operation, T::Lost, 0, false);
            row("late", operation, T::TimedOut, 0, false);
            row("429", operation, T::Answered, 429, true);
            row("503", operation, T::Answered, 503, true);
            row("500", operation, T::Answered, 500, false);
        }
    }
    void retry()
    {
        QFETCH(QString, operation);
        QFETCH(int, transport);
        QFETCH(int, status);
        QFETCH(bool, again);
        Reply reply;
        reply.transport = static_cast<Reply::Transport>(transport);
        reply.status = status;
        reply.body = "<html>";
        const Outcome outcome = partners::primeOutcome(*partners::operationNamed(operation.toStdString()), reply);
        const RetryPolicy policy;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QCOMPARE(waitBeforeRetry(policy, 1, outcome, reply, 0.5, now).has_value(), again);
        QCOMPARE(waitBeforeRetry(policy, 3, outcome, reply, 0.5, now).has_value(), again);
        QVERIFY(!waitBeforeRetry(policy, 4, outcome, reply, 0.5, now).has_value());
        QVERIFY(!waitBeforeRetry({0}, 1, outcome, reply, 0.5, now).has_value());
    }

    void waitsGrow()
    {
        Reply reply;
        reply.transport = Reply::Transport::Answered;
        reply.status = 503;
        const Outcome outcome = partners::primeOutcome(partners::Operation::PutFull, reply);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const RetryPolicy policy{20};
        QCOMPARE(waitBeforeRetry(policy, 1, outcome, reply, 0, now).value(), 250);
        QCOMPARE(waitBeforeRetry(policy, 1, outcome, reply, 1, now).value(), 500);
        QCOMPARE(waitBeforeRetry(policy, 3, outcome, reply, 1, now).value(), 2000);
        QCOMPARE(waitBeforeRetry(policy, 15, outcome, reply, 1, now).value(), 60000);
        reply.headers.emplace_back("retry-after", "5");
        QCOMPARE(waitBeforeRetry(policy, 1, outcome, reply, 1, now).value(), 5000);
        reply.headers.front().second = "3600";
        QVERIFY(!waitBeforeRetry(policy, 1, outcome, reply, 1, now).has_value());
    }
};

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
