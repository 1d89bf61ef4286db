// SPDX-License-Identifier: GPL-3.0-or-later
// CallbackDesk and CallbacksModel: taken, kept, matched and shown, also all the way from the simulated partner.
#include "callbacks/CallbackDesk.h"
#include "sandbox/Sandbox.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace marquee;
using namespace marquee::callbacks;
using namespace Qt::StringLiterals;

namespace {

class Outbox : public SentMessages
{
public:
    std::optional<SentMessage> find(const QString &supplier, const QString &sequence) const override
    {
        const auto found = m_messages.find({supplier, sequence});
        return found == m_messages.end() ? std::nullopt : std::optional(found->second);
    }
    void add(const QString &supplier, const QString &sequence, const QByteArray &body)
    {
        SentMessage message;
        message.row = static_cast<qint64>(m_messages.size()) + 1;
        message.document = u"day.xml"_s;
        message.outcome = SentMessage::Outcome::Accepted;
        message.body = body;
        m_messages[{supplier, sequence}] = message;
    }

private:
    std::map<std::pair<QString, QString>, SentMessage> m_messages;
};

QByteArray message(const QByteArray &callbackUrl = {})
{
    return "<ShowTimeAnalytics dataSupplierId=\"SUP-01\" messageSequence=\"1001\"><CallbackUrl>" + callbackUrl
        + "</CallbackUrl><Performances>"
          "<Performance id=\"P-1\" siteId=\"S-1\"><EventId>E</EventId></Performance>"
          "<Performance id=\"P-2\" siteId=\"S-1\"><Date>soon</Date></Performance>"
          "</Performances></ShowTimeAnalytics>";
}

QByteArray callback(
    const QByteArray &status = "ok", const QByteArray &supplier = "SUP-01", const QByteArray &sequence = "1001")
{
    return "<ShowTimeAnalyticsResponse dataSupplierId=\"" + supplier + "\" messageSequence=\"" + sequence
        + "\"><Responses><Response id=\"P-1\" siteId=\"S-1\" entity=\"Performance\"><Status>" + status
        + "</Status><Errors/></Response><Response id=\"P-2\" siteId=\"S-1\" "
          "entity=\"Performance\"><Status>error</Status><Errors><Error>101 "
          "Date</Error></Errors></Response></Responses></ShowTimeAnalyticsResponse>";
}

} // namespace

class TestCallbackDesk : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString folder() const { return m_dir->filePath(u"callbacks"_s); }
    static QString text(
        const CallbackDesk &, CallbacksModel &model, int row, int column, const QModelIndex &parent = {})
    {
        return model.index(row, column, parent).data().toString();
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void pastedIsMatched()
    {
        Outbox outbox;
        outbox.add(u"SUP-01"_s, u"1001"_s, message());
        CallbackDesk desk(folder());
        const QAbstractItemModelTester tester(&desk.model());
        desk.setMessages(&outbox);
        QSignalSpy changed(&desk, &CallbackDesk::messageChanged);
        QSignalSpy taken(&desk, &CallbackDesk::taken);
        QCOMPARE(desk.report(u"SUP-01"_s, u"1001"_s).state, MessageState::Queued);
        const auto id = desk.takeText(callback());
        QVERIFY(id);
        QCOMPARE(taken.takeFirst(), (QVariantList{*id, false}));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(desk.body(*id).value(), callback());
        const MessageReport report = desk.report(u"SUP-01"_s, u"1001"_s);
        QCOMPARE(report.state, MessageState::Partly);
        QCOMPARE(QString::fromStdString(report.entities[1].place->toString()),
            u"/ShowTimeAnalytics/Performances/Performance/1"_s);
        CallbacksModel &model = desk.model();
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex top = model.index(0, 0);
        QCOMPARE(model.rowCount(top), 2);
        QCOMPARE(text(desk, model, 0, CallbacksModel::State), u"Partly"_s);
        QCOMPARE(text(desk, model, 0, CallbacksModel::Subject), u"SUP-01 · 1001"_s);
        QCOMPARE(top.data(CallbacksModel::DocumentRole).toString(), u"day.xml"_s);
        QCOMPARE(top.data(CallbacksModel::RowRole).toLongLong(), 1);
        QCOMPARE(text(desk, model, 1, CallbacksModel::Says, top), u"101 Date"_s);
        const QModelIndex second = model.index(1, 0, top);
        QCOMPARE(second.parent(), top);
        QCOMPARE(second.data(CallbacksModel::PlaceRole).toString(), u"/ShowTimeAnalytics/Performances/Performance/1"_s);
        QCOMPARE(second.data(CallbacksModel::LevelRole).toInt(), static_cast<int>(CallbacksModel::Level::Error));
        QCOMPARE(second.data(CallbacksModel::ResponseRole).value<Response>().id, u"P-2"_s);
        // The same once more is no second row; a later one that says otherwise counts.
        QVERIFY(desk.takeText(callback()));
        QCOMPARE(taken.takeFirst().at(1).toBool(), true);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(text(desk, model, 0, CallbacksModel::Says).contains(u'2'));
        QVERIFY(desk.takeText(callback("error")));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(text(desk, model, 0, CallbacksModel::State), u"Error"_s); // the newest first
        QCOMPARE(desk.report(u"SUP-01"_s, u"1001"_s).state, MessageState::Error);
        QCOMPARE(top.parent(), QModelIndex());
    }

    void unmatched_data()
    {
        QTest::addColumn<QByteArray>("supplier");
        QTest::addColumn<QByteArray>("sequence");
        QTest::newRow("another supplier") << QByteArray("SUP-02") << QByteArray("1001");
        QTest::newRow("another number") << QByteArray("SUP-01") << QByteArray("1002");
        QTest::newRow("no number") << QByteArray("SUP-01") << QByteArray();
    }
    void unmatched()
    {
        QFETCH(QByteArray, supplier);
        QFETCH(QByteArray, sequence);
        Outbox outbox;
        outbox.add(u"SUP-01"_s, u"1001"_s, message());
        CallbackDesk desk(folder());
        desk.setMessages(&outbox);
        QVERIFY(desk.takeText(callback("ok", supplier, sequence)));
        const QModelIndex top = desk.model().index(0, 0);
        QCOMPARE(top.data().toString(), u"No message"_s);
        QVERIFY(!desk.model().index(0, 0, top).data(CallbacksModel::PlaceRole).isValid());
        QCOMPARE(desk.report(u"SUP-01"_s, u"1001"_s).state, MessageState::Queued);
        // It is known later: of another program, or put right.
        outbox.add(QString::fromLatin1(supplier), QString::fromLatin1(sequence), message());
        QSignalSpy loaded(&desk, &CallbackDesk::loaded);
        desk.lookAgain();
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(top.data().toString(), u"Partly"_s);
    }

    void replayIsMatchedAgain()
    {
        Outbox outbox;
        CallbackDesk desk(folder());
        desk.setMessages(&outbox);
        const auto id = desk.takeText(callback());
        QVERIFY(id);
        outbox.add(u"SUP-01"_s, u"1001"_s, message());
        QSignalSpy changed(&desk, &CallbackDesk::messageChanged);
        QVERIFY(desk.replay(*id));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(desk.model().index(0, 0).data().toString(), u"Partly"_s);
        QCOMPARE(desk.model().rowCount(), 1);
        QVERIFY(!desk.replay(u"none"_s));
    }

    void unreadableIsKept()
    {
        CallbackDesk desk(folder());
        const QAbstractItemModelTester tester(&desk.model());
        QVERIFY(desk.takeText("<ShowTimeAnalyticsResponse>"));
        const QModelIndex top = desk.model().index(0, 0);
        QCOMPARE(top.data().toString(), u"Unreadable"_s);
        QCOMPARE(top.data(CallbacksModel::LevelRole).toInt(), static_cast<int>(CallbacksModel::Level::Error));
        QCOMPARE(desk.model().rowCount(top), 0);
        QVERIFY(!desk.model().index(0, CallbacksModel::Says).data().toString().isEmpty());
    }

    void notTaken()
    {
        CallbackDesk desk(folder());
        QCOMPARE(desk.takeText("  \n").error().code, Error::Code::Invalid);
        QCOMPARE(desk.takeText(QByteArray(CallbackDesk::LargestCallback + 1, 'x')).error().code, Error::Code::TooLarge);
        QCOMPARE(desk.takeFile(m_dir->filePath(u"none.xml"_s)).error().code, Error::Code::NotFound);
        QCOMPARE(desk.takeFile(m_dir->path()).error().code, Error::Code::ReadFailed);
        QCOMPARE(desk.model().rowCount(), 0);
    }

    void fileIsTakenAndLoaded()
    {
        QFile file(m_dir->filePath(u"answer.xml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(callback());
        file.close();
        {
            CallbackDesk desk(folder());
            QVERIFY(desk.takeFile(file.fileName()));
            QVERIFY(desk.takeText(callback("error")));
        }
        Outbox outbox;
        outbox.add(u"SUP-01"_s, u"1001"_s, message());
        CallbackDesk again(folder());
        const QAbstractItemModelTester tester(&again.model());
        again.setMessages(&outbox);
        QSignalSpy loaded(&again, &CallbackDesk::loaded);
        again.load();
        QTRY_VERIFY(!loaded.isEmpty());
        QCOMPARE(again.model().rowCount(), 2);
        QCOMPARE(again.model().entry(1).stored.delivery.how, Delivery::How::Opened);
        QCOMPARE(again.model().entry(1).stored.delivery.peer, QByteArray("answer.xml"));
        QVERIFY(again.model().entry(0).message && again.model().entry(1).message);
        QCOMPARE(again.report(u"SUP-01"_s, u"1001"_s).state, MessageState::Error);
    }

    void lostCallbackIsTold()
    {
        QFile blocks(folder());
        QVERIFY(blocks.open(QIODevice::WriteOnly));
        CallbackDesk desk(folder());
        QSignalSpy failed(&desk, &CallbackDesk::failed);
        QVERIFY(desk.startListening());
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(desk.url().port()));
        socket.write("POST " + desk.url().path().toLatin1() + " HTTP/1.1\r\nContent-Length: 1\r\n\r\na");
        QTRY_COMPARE(failed.size(), 1);
    }

    /// From the post to the state, over two real sockets.
    void fromTheSandbox()
    {
        sandbox::SandboxOptions options;
        options.callbackDelay = std::chrono::milliseconds(0);
        const auto sandbox = sandbox::Sandbox::start(options).value();
        CallbackDesk desk(folder());
        QVERIFY(desk.startListening());
        const QByteArray body = message(desk.url().toEncoded());
        Outbox outbox;
        outbox.add(u"SUP-01"_s, u"1001"_s, body);
        desk.setMessages(&outbox);
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, sandbox->port());
        socket.write("POST /data/pos/ HTTP/1.1\r\nAuthorization: Basic dTpw\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QSignalSpy taken(&desk, &CallbackDesk::taken);
        QTRY_COMPARE(taken.size(), 1);
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 200 "));
        const MessageReport report = desk.report(u"SUP-01"_s, u"1001"_s);
        QCOMPARE(report.state, MessageState::Partly);
        QCOMPARE(report.ok, 1);
        QCOMPARE(report.warned, 1);
        QCOMPARE(report.entities[1].response.code, 101);
        QCOMPARE(desk.model().entry(0).stored.delivery.how, Delivery::How::Received);
    }
};

QTEST_GUILESS_MAIN(TestCallbackDesk)
#include "tst_callbackdesk.moc"
