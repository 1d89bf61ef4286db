// SPDX-License-Identifier: GPL-3.0-or-later
// SequenceNumbers: never a number twice, whatever ends the process, and never a guess where a file is damaged.
#include "exchange/Journal.h"
#include "exchange/SequenceNumbers.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>
#include <limits>
#include <unistd.h>

using namespace marquee;
using namespace marquee::exchange;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Largest = std::numeric_limits<qint64>::max();

/// What the child of the tests does: says each number as soon as it has it, and goes on until it is ended, or has so
/// many.
int reserveForEver(const QString &journal, const QString &supplier, int most)
{
    const SequenceNumbers numbers(journal);
    for (int i = 0; i < most; ++i) {
        const auto number = numbers.reserve(supplier);
        if (!number)
            return 1;
        const QByteArray line = QByteArray::number(*number) + '\n';
        if (::write(STDOUT_FILENO, line.constData(), static_cast<std::size_t>(line.size())) != line.size())
            return 2;
    }
    return 0;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestSequenceNumbers : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_homes = 0;

    QString freshJournal() { return m_folder.filePath(u"%1/journal.sqlite"_s.arg(++m_homes)); }

    static void start(QProcess &child, const QString &journal, const QString &supplier, int most)
    {
        child.start(QCoreApplication::applicationFilePath(), {u"reserve"_s, journal, supplier, QString::number(most)});
    }

    /// The numbers that whole lines say.
    static QList<qint64> numbersIn(const QByteArray &text)
    {
        QList<qint64> numbers;
        for (const QByteArray &line : text.left(text.lastIndexOf('\n') + 1).split('\n')) {
            if (!line.isEmpty())
                numbers << line.toLongLong();
        }
        return numbers;
    }

    /// A row of the journal as the courier writes it.
    static void note(Journal &journal, const QString &subject, const QString &outcome)
    {
        JournalRequest request;
        request.started = QDateTime::currentDateTimeUtc();
        request.operation = u"post-performance"_s;
        request.subject = subject;
        journal.begin(request, {}, [&journal, outcome](const Expected<qint64> &row) {
            JournalReply reply;
            reply.ended = QDateTime::currentDateTimeUtc();
            reply.outcome = outcome;
            if (row && !outcome.isEmpty())
                journal.end(*row, reply, 0, {}, {});
        });
        journal.flush();
        QCoreApplication::processEvents();
        journal.flush();
    }

private Q_SLOTS:
    void countsUp()
    {
        const SequenceNumbers numbers(freshJournal());
        QCOMPARE(numbers.last(u"SUP"_s).value(), 0);
        QCOMPARE(numbers.reserve(u"SUP"_s).value(), 1);
        QCOMPARE(numbers.reserve(u"SUP"_s).value(), 2);
        QCOMPARE(numbers.last(u"SUP"_s).value(), 2);
        QCOMPARE(numbers.reserve(u"sup"_s).value(), 1); // another supplier
        QCOMPARE(numbers.reserve(u"../SUP/ü\n"_s).value(), 1);
        QCOMPARE(numbers.reserve(u"SUP"_s, 1000).value(), 1001);
        QCOMPARE(numbers.reserve(u"SUP"_s, 7).value(), 1002);
        QCOMPARE(numbers.reserveMany(u"SUP"_s, 5).value(), 1003);
        QCOMPARE(numbers.reserve(u"SUP"_s).value(), 1008);
        QVERIFY(!numbers.reserve({}));
        QVERIFY(!numbers.last({}));
    }

    void byHand_data()
    {
        QTest::addColumn<qint64>("used");
        QTest::addColumn<qint64>("next");
        QTest::newRow("above") << qint64(50) << qint64(51);
        QTest::newRow("just above") << qint64(11) << qint64(12);
        QTest::newRow("the last") << qint64(10) << qint64(11);
        QTest::newRow("below: only up") << qint64(9) << qint64(11);
        QTest::newRow("none") << qint64(0) << qint64(11);
        QTest::newRow("negative") << qint64(-3) << qint64(11);
        QTest::newRow("one is left") << Largest - 1 << Largest;
    }
    void byHand()
    {
        QFETCH(qint64, used);
        QFETCH(qint64, next);
        const SequenceNumbers numbers(freshJournal());
        QVERIFY(numbers.use(u"SUP"_s, 10));
        QVERIFY(numbers.use(u"SUP"_s, used));
        QCOMPARE(numbers.reserve(u"SUP"_s).value(), next);
    }

    void noneLeft()
    {
        const SequenceNumbers numbers(freshJournal());
        QVERIFY(numbers.use(u"SUP"_s, Largest - 2));
        QVERIFY(!numbers.reserveMany(u"SUP"_s, 3));
        QCOMPARE(numbers.reserveMany(u"SUP"_s, 2).value(), Largest - 1);
        const auto none = numbers.reserve(u"SUP"_s);
        QVERIFY(!none);
        QVERIFY(!none.error().nextStep.isEmpty());
        QCOMPARE(numbers.last(u"SUP"_s).value(), Largest);
    }

    /// Whatever a torn write, a bad disk or a hand leaves: it is said, and nobody counts from 1.
    void damage()
    {
        const SequenceNumbers numbers(freshJournal());
        QVERIFY(numbers.use(u"SUP"_s, 1234));
        QVERIFY(numbers.use(u"OTHER"_s, 9));
        const QString path = numbers.fileOf(u"SUP"_s);
        const QByteArray good = bytesOf(path);
        QList<QByteArray> bad{good + "\n", good + good, QByteArray(good).replace("1234", "1235"),
            bytesOf(numbers.fileOf(u"OTHER"_s)), QByteArray(good.size(), '\0'), QByteArray(200000, 'x')};
        for (qsizetype i = 0; i < good.size(); ++i) {
            bad << good.left(i);
            bad << good;
            bad.last()[i] = static_cast<char>(bad.last()[i] ^ 1);
        }
        for (const QByteArray &bytes : bad) {
            put(path, bytes);
            for (const Expected<qint64> &answer : {numbers.last(u"SUP"_s), numbers.reserve(u"SUP"_s),
                     numbers.reserve(u"SUP"_s, 5000), numbers.lastBut(u"SUP"_s, 7)}) {
                QVERIFY2(!answer, bytes.constData());
                QCOMPARE(answer.error().code, Error::Code::ReadFailed);
                QVERIFY(answer.error().message.contains(path));
                QVERIFY(!answer.error().nextStep.isEmpty());
            }
            QVERIFY(!numbers.use(u"SUP"_s, 5000));
            QCOMPARE(bytesOf(path), bytes); // nobody mends by guessing
        }
        QCOMPARE(numbers.reserve(u"OTHER"_s).value(), 10); // only that one is damaged
        put(path, good);
        QCOMPARE(numbers.reserve(u"SUP"_s).value(), 1235);
        put(path, {});
        QVERIFY(numbers.begin(u"SUP"_s, 2000)); // somebody says so
        QCOMPARE(numbers.reserve(u"SUP"_s).value(), 2001);
        QVERIFY(numbers.begin(u"SUP"_s, 3)); // not below what is known
        QCOMPARE(numbers.reserve(u"SUP"_s).value(), 2002);
    }

    /// What a process that was killed while it wrote leaves beside the file.
    void halfWritten()
    {
        const SequenceNumbers numbers(freshJournal());
        QVERIFY(numbers.use(u"SUP"_s, 41));
        put(numbers.fileOf(u"SUP"_s) + u".new"_s, "marquee-seq");
        QCOMPARE(numbers.reserve(u"SUP"_s).value(), 42);
    }

    void wontWrite()
    {
        const SequenceNumbers nowhere(u"/proc/nothing/journal.sqlite"_s);
        QCOMPARE(nowhere.reserve(u"SUP"_s).error().code, Error::Code::WriteFailed);
        QVERIFY(!nowhere.use(u"SUP"_s, 1));
        const SequenceNumbers numbers(freshJournal());
        QVERIFY(numbers.use(u"SUP"_s, 1));
        QVERIFY(QDir().mkdir(numbers.fileOf(u"SUP"_s) + u".new"_s)); // in the way
        const auto none = numbers.reserve(u"SUP"_s);
        QVERIFY(!none);
        QVERIFY(!none.error().nextStep.isEmpty());
        QCOMPARE(numbers.last(u"SUP"_s).value(), 1);
    }

    /// Where the file is gone, the journal knows.
    void fromTheJournal()
    {
        JournalOptions options;
        options.path = freshJournal();
        const auto journal = Journal::open(options).value();
        for (const auto &[subject, outcome] :
            {std::pair{u"SUP/8"_s, u"accepted"_s}, std::pair{u"SUP/70"_s, u"failed"_s}, std::pair{u"SUP/9"_s, u""_s},
                std::pair{u"SUP/X/900"_s, u"accepted"_s}, std::pair{u"SUPER/901"_s, u"accepted"_s},
                std::pair{u"sup/902"_s, u"accepted"_s}, std::pair{u"\U0001F3A6/5"_s, u"rejected"_s}})
            note(*journal, subject, outcome);
        const SequenceNumbers numbers(options.path);
        QCOMPARE(numbers.last(u"SUP"_s).value(), 70);
        QCOMPARE(numbers.last(u"SUP/X"_s).value(), 900);
        QCOMPARE(numbers.last(u"\U0001F3A6"_s).value(), 5);
        QCOMPARE(numbers.last(u"SU"_s).value(), 0);
        QCOMPARE(numbers.reserve(u"SUP"_s).value(), 71);
        QVERIFY(QFile::remove(numbers.fileOf(u"SUP"_s)));
        QCOMPARE(numbers.reserve(u"SUP"_s).value(), 71); // nothing went out as 71
        // What surely never got there may go again under its number; what may have may not.
        QCOMPARE(numbers.lastBut(u"SUP"_s, 70).value(), 69);
        QCOMPARE(numbers.lastBut(u"SUP"_s, 8).value(), 71);
        QCOMPARE(numbers.lastBut(u"SUP"_s, 9).value(), 71);
        QCOMPARE(numbers.lastBut(u"SUP"_s, 71).value(), 71);
        QCOMPARE(numbers.lastBut(u"SUP"_s, 72).value(), 71);
        QCOMPARE(numbers.lastBut(u"\U0001F3A6"_s, 5).value(), 5);
    }

    void killedAHundredTimes()
    {
        const QString journal = freshJournal();
        QList<qint64> all;
        for (int i = 0; i < 100; ++i) {
            QProcess child;
            start(child, journal, u"SUP"_s, 100000);
            QVERIFY(child.waitForStarted());
            const int wanted = QRandomGenerator::global()->bounded(1, 5);
            QByteArray said;
            while (said.count('\n') < wanted && child.waitForReadyRead(20000))
                said += child.readAllStandardOutput();
            QVERIFY(said.count('\n') >= wanted);
            // It goes on meanwhile, so that it is anywhere by now.
            QElapsedTimer clock;
            clock.start();
            const int later = QRandomGenerator::global()->bounded(3000000);
            while (clock.nsecsElapsed() < later) { }
            QCOMPARE(::kill(static_cast<pid_t>(child.processId()), SIGKILL), 0);
            QVERIFY(child.waitForFinished(20000));
            said += child.readAllStandardOutput();
            all += numbersIn(said);
        }
        QCOMPARE(QSet<qint64>(all.begin(), all.end()).size(), all.size());
        QVERIFY(std::is_sorted(all.begin(), all.end()));
        QVERIFY(SequenceNumbers(journal).last(u"SUP"_s).value() >= all.last());
    }

    void twoProcessesAtOnce()
    {
        const QString journal = freshJournal();
        constexpr int each = 150;
        QProcess one;
        QProcess two;
        start(one, journal, u"SUP"_s, each);
        start(two, journal, u"SUP"_s, each);
        QVERIFY(one.waitForFinished(60000) && two.waitForFinished(60000));
        QCOMPARE(one.exitCode(), 0);
        QCOMPARE(two.exitCode(), 0);
        QList<qint64> all = numbersIn(one.readAllStandardOutput()) + numbersIn(two.readAllStandardOutput());
        std::sort(all.begin(), all.end());
        QCOMPARE(all.size(), 2 * each);
        for (int i = 0; i < all.size(); ++i)
            QCOMPARE(all.at(i), i + 1); // no gap, and none twice
    }

    void threadsAtOnce()
    {
        const QString journal = freshJournal();
        constexpr int each = 50;
        std::vector<std::vector<qint64>> found(3);
        std::vector<std::unique_ptr<QThread>> threads;
        for (std::vector<qint64> &mine : found)
            threads
                .emplace_back(QThread::create([&mine, &journal] {
                    const SequenceNumbers numbers(journal);
                    for (int i = 0; i < each; ++i)
                        mine.push_back(numbers.reserve(u"SUP"_s).value_or(-1));
                }))
                ->start();
        for (const auto &thread : threads)
            QVERIFY(thread->wait(60000));
        QSet<qint64> all;
        for (const std::vector<qint64> &mine : found) {
            QVERIFY(std::is_sorted(mine.begin(), mine.end()));
            all += QSet<qint64>(mine.begin(), mine.end());
        }
        QCOMPARE(all.size(), 3 * each);
        QVERIFY(!all.contains(-1));
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == "reserve"_L1)
        return reserveForEver(arguments.at(2), arguments.at(3), arguments.at(4).toInt());
    TestSequenceNumbers test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sequencenumbers.moc"
