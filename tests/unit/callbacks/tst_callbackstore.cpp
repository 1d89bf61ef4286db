// SPDX-License-Identifier: GPL-3.0-or-later
// CallbackStore: bytes stay, secrets don't, and it is bounded.
#include "callbacks/CallbackStore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::callbacks;
using namespace Qt::StringLiterals;

namespace {

Delivery delivery(const QByteArray &body, int second = 0)
{
    Delivery made;
    made.body = body;
    made.headers = {{"Content-Type", "text/xml"}, {"Authorization", "Basic planted"}, {"X-Odd", "\xff\xfe\"\\"}};
    made.peer = "127.0.0.1:4711";
    made.time = QDateTime(QDate(2027, 3, 14), QTime(9, 0), Qt::UTC).addSecs(second);
    return made;
}

} // namespace

class TestCallbackStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString folder() const { return m_dir->filePath(u"home/callbacks"_s); }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void keepsAllOfIt()
    {
        QByteArray body = "{\n\r\n";
        for (int byte = 0; byte < 256; ++byte)
            body += static_cast<char>(byte);
        CallbackStore store(folder());
        QVERIFY(store.list().empty());
        const auto kept = store.keep(delivery(body));
        QVERIFY(kept && !kept->isRepeat && kept->dropped.isEmpty());
        const CallbackStore again(folder()); // another process
        const auto list = again.list();
        QCOMPARE(list.size(), std::size_t{1});
        QCOMPARE(list[0].id, kept->id);
        QCOMPARE(list[0].size, body.size());
        QCOMPARE(list[0].delivery.time, delivery({}).time);
        QCOMPARE(list[0].delivery.peer, QByteArray("127.0.0.1:4711"));
        QCOMPARE(list[0].delivery.headers.size(), std::size_t{3});
        QCOMPARE(list[0].delivery.headers[2].second, QByteArray("\xff\xfe\"\\"));
        QCOMPARE(again.body(kept->id).value(), body);
    }

    void secretsAreMasked()
    {
        CallbackStore store(folder());
        QVERIFY(store.keep(delivery("a")));
        QCOMPARE(store.list()[0].delivery.headers[1], (std::pair<QByteArray, QByteArray>("Authorization", "***")));
        for (const QFileInfo &info : QDir(folder()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("planted"));
            QCOMPARE(
                file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
        }
    }

    void waysAreKept_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("received") << static_cast<int>(Delivery::How::Received);
        QTest::newRow("pasted") << static_cast<int>(Delivery::How::Pasted);
        QTest::newRow("opened") << static_cast<int>(Delivery::How::Opened);
    }
    void waysAreKept()
    {
        QFETCH(int, how);
        CallbackStore store(folder());
        Delivery one = delivery("a");
        one.how = static_cast<Delivery::How>(how);
        QVERIFY(store.keep(one));
        QCOMPARE(static_cast<int>(store.list()[0].delivery.how), how);
    }

    void sameTwiceIsOne()
    {
        CallbackStore store(folder());
        const auto first = store.keep(delivery("a"));
        const auto second = store.keep(delivery("a", 60));
        const auto other = store.keep(delivery("a ", 61)); // a near miss
        QVERIFY(first && second && other);
        QVERIFY(second->isRepeat && !other->isRepeat);
        QCOMPARE(second->id, first->id);
        const auto list = store.list();
        QCOMPARE(list.size(), std::size_t{2});
        QCOMPARE(list[0].repeats, 1);
        QCOMPARE(list[0].lastRepeat, delivery({}, 60).time);
        QCOMPARE(list[0].delivery.time, delivery({}).time); // when it first came
        QCOMPARE(store.body(first->id).value(), QByteArray("a"));
    }

    void oldestMakeRoom()
    {
        CallbackStore store(folder(), {3, 1'000'000});
        QStringList ids;
        for (int i = 0; i < 5; ++i) {
            const auto kept = store.keep(delivery(QByteArray::number(i), i));
            QVERIFY(kept);
            QCOMPARE(kept->dropped, i < 3 ? QStringList() : QStringList{ids.takeFirst()});
            ids << kept->id;
        }
        QCOMPARE(store.list().size(), std::size_t{3});
        QCOMPARE(store.dropped().count, 2);
        QCOMPARE(store.dropped().upTo, delivery({}, 1).time);
    }

    void bytesAreBounded()
    {
        CallbackStore store(folder(), {100, 2500});
        QVERIFY(store.keep(delivery(QByteArray(900, 'a'), 0)));
        QVERIFY(store.keep(delivery(QByteArray(900, 'b'), 1)));
        QCOMPARE(store.list().size(), std::size_t{2});
        QVERIFY(store.keep(delivery(QByteArray(900, 'c'), 2)));
        QCOMPARE(store.list().size(), std::size_t{2});
        QVERIFY(store.keep(delivery(QByteArray(5000, 'd'), 3))); // the newest stays, whatever its size
        QCOMPARE(store.list().size(), std::size_t{1});
        QCOMPARE(store.body(store.list()[0].id).value().size(), 5000);
    }

    void foreignFilesAreLeftAlone()
    {
        CallbackStore store(folder());
        QVERIFY(store.keep(delivery("a")));
        for (const char *name : {"x.callback", "y.callback", "notes.txt"}) {
            QFile file(folder() + u'/' + QLatin1StringView(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(name[0] == 'y' ? "{\"callback\":2}\nbody" : "nothing of ours");
        }
        QCOMPARE(store.list().size(), std::size_t{1});
        QVERIFY(!store.find(u"x"_s));
        QVERIFY(!store.body(u"none"_s));
        QVERIFY(!store.body(u"../callbacks/none"_s));
    }

    void fullDiskIsAnError()
    {
        QFile blocks(m_dir->filePath(u"home"_s));
        QVERIFY(blocks.open(QIODevice::WriteOnly)); // a file where a folder belongs
        CallbackStore store(folder());
        const auto kept = store.keep(delivery("a"));
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, Error::Code::WriteFailed);
        QVERIFY(!kept.error().nextStep.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCallbackStore)
#include "tst_callbackstore.moc"
