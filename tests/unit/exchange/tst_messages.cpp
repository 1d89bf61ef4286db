// SPDX-License-Identifier: GPL-3.0-or-later
// Messages to a scripted Showtime: the bytes that arrive, what each answer means, what the journal knows afterwards,
// and that no secret is anywhere. Then a run of many.
#include "exchange/BatchReport.h"
#include "exchange/BatchRun.h"
#include "exchange/Courier.h"
#include "exchange/EnvironmentList.h"
#include "exchange/JournalExchange.h"
#include "exchange/JournalReader.h"
#include "exchange/MessageMaker.h"
#include "exchange/Prepare.h"
#include "exchange/SequenceNumbers.h"
#include "exchange/Trial.h"
#include "payload/Document.h"
#include "sandbox/Sandbox.h"
#include "support/MemoryKeyStore.h"
#include "workspace/Files.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::exchange;
using namespace Qt::StringLiterals;
using partners::Operation;
using partners::Outcome;

namespace {

const QByteArray planted = "tR0ub4dor & planted";
const QByteArray user = "anna";
constexpr int Patience = 30000;

QByteArray message(const QByteArray &sequence, const QByteArray &supplier = "SUP-01")
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<!-- \xC3\xBC -->\n<ShowTimeAnalytics dataSupplierId=\""
        + supplier + "\" messageSequence=\"" + sequence
        + "\">\n  <Performances>\n    <Performance id=\"P-1\" siteId=\"S-1\">\n      "
          "<EventId><![CDATA[E-1]]></EventId>\n"
          "      <Date>2027-03-14</Date>\n      <Time>19:30</Time>\n      "
          "<PrintFormats><PrintFormat><![CDATA[3D]]></PrintFormat>"
          "</PrintFormats>\n      <RunWeek>1</RunWeek>\n      <HallId><![CDATA[H-1]]></HallId>\n    </Performance>\n"
          "  </Performances>\n</ShowTimeAnalytics>\n";
}

/// Answers each request with the next of its answers; with "", or none left, it hangs up.
class Scripted : public QTcpServer
{
public:
    explicit Scripted(QList<QByteArray> answers)
        : m_answers(std::move(answers))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            ++connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { hear(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
    }

    QUrl url() const { return QUrl(u"http://127.0.0.1:%1/data/pos/"_s.arg(serverPort())); }
    int connections = 0;
    QList<QByteArray> requests;

private:
    void hear(QTcpSocket *socket)
    {
        QByteArray &heard = m_heard[socket];
        heard += socket->readAll();
        const qsizetype end = heard.indexOf("\r\n\r\n");
        const qsizetype at = heard.indexOf("Content-Length: ");
        if (end < 0 || at < 0)
            return;
        const qsizetype length = heard.mid(at + 16, heard.indexOf('\r', at) - at - 16).toLongLong();
        if (heard.size() < end + 4 + length)
            return;
        requests << heard;
        heard.clear();
        const QByteArray answer = m_answers.isEmpty() ? QByteArray() : m_answers.takeFirst();
        if (answer.isEmpty())
            socket->abort();
        else
            socket->write(answer);
    }

    QList<QByteArray> m_answers;
    QHash<QTcpSocket *, QByteArray> m_heard;
};

QByteArray answer(int status, const QByteArray &body = {}, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " x\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    rules::Rulebook m_book;
    QString m_path; ///< of the journal, a new one for each test
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Secrets> m_secrets;
    int m_homes = 0;

    Environment environment(const QUrl &url) const
    {
        Environment environment;
        environment.name = u"cinema"_s;
        environment.folder = m_folder.path();
        environment.proxy.mode = ProxySettings::Mode::None;
        environment.showtime.emplace();
        environment.showtime->baseUrl = url;
        environment.showtime->user = QString::fromLatin1(user);
        environment.showtime->password = {SecretSource::Kind::Keychain, u"show-password"_s};
        return environment;
    }

    std::shared_ptr<Channel> channel(const QUrl &url)
    {
        return Channel::openNow(environment(url), *m_secrets, partners::Partner::Showtime).value();
    }

    static Delivery delivery(const QByteArray &body)
    {
        Delivery delivery;
        delivery.operation = Operation::PostPerformance;
        delivery.body = body;
        delivery.message = partners::messageTargetOf(**payload::Document::read(body));
        delivery.document = u"evening.xml"_s;
        delivery.timeoutMs = 10000;
        delivery.retry.firstWaitMs = 5;
        delivery.retry.retries = 2;
        return delivery;
    }

    Delivered send(const std::shared_ptr<Channel> &to, const Delivery &delivery)
    {
        Courier courier(*m_journal);
        std::optional<Delivered> result;
        if (!courier.send(to, delivery, [&](const Delivered &delivered) { result = delivered; }))
            return {};
        [&result] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), Patience); }();
        return result.value_or(Delivered());
    }

    std::unique_ptr<JournalReader> reader() const { return JournalReader::open(m_path).value(); }

    QString file(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_folder.filePath(u"%1/%2"_s.arg(m_homes).arg(name));
        QDir().mkpath(QFileInfo(path).path());
        QFile written(path);
        if (!written.open(QIODevice::WriteOnly) || written.write(bytes) != bytes.size())
            qFatal("can't write");
        return path;
    }

    static BatchOptions options(bool isNext)
    {
        BatchOptions options;
        options.operationName = u"post-performance"_s;
        options.operation = BatchOperation::named("post-performance").value();
        options.nextSequence = isNext;
        options.jobs = 8; // and yet one at a time
        options.retry.firstWaitMs = 5;
        options.retry.retries = 1;
        options.timeoutMs = 10000;
        return options;
    }

    std::unique_ptr<BatchRun> run(
        Courier &courier, const std::shared_ptr<Channel> &to, BatchPlan plan, const BatchOptions &options) const
    {
        auto source = std::make_unique<MessageSource>(
            workspace::readFile, MessageMaker(m_book, {}, SequenceNumbers(m_path), numberingOf(options)));
        return std::make_unique<BatchRun>(&courier, to, std::move(source), std::move(plan), options);
    }

    static QStringList outcomes(const BatchRun &run)
    {
        QStringList list;
        for (const BatchItem &item : run.plan().items)
            list << QString(item.transaction + u' ' + QString(partners::outcomeName(item.outcome)));
        return list;
    }

private Q_SLOTS:
    void initTestCase() { m_book = rules::Rulebook::load().value(); }

    void init()
    {
        m_path = m_folder.filePath(u"%1/journal.sqlite"_s.arg(++m_homes));
        JournalOptions options;
        options.path = m_path;
        m_journal = Journal::open(options).value();
        auto store = std::make_unique<test::MemoryKeyStore>();
        store->entries.insert(u"show-password"_s, planted);
        m_secrets = std::make_unique<Secrets>(std::move(store));
    }

    void arrivesByteForByte()
    {
        Scripted partner({answer(200, "queued")});
        const Delivered result = send(channel(partner.url()), delivery(message("1001")));
        QCOMPARE(result.outcome.kind, Outcome::Kind::Accepted);
        QVERIFY(result.outcome.message.contains(u"Queued"_s));
        QCOMPARE(partner.requests.size(), 1);
        const QByteArray &request = partner.requests.front();
        const qsizetype end = request.indexOf("\r\n\r\n") + 4;
        QCOMPARE(request.mid(end), message("1001"));
        const QList<QByteArray> head = request.left(end).split('\n');
        QCOMPARE(head.first(), QByteArray("POST /data/pos/ HTTP/1.1\r"));
        QVERIFY(head.contains("Authorization: Basic " + QByteArray(user + ':' + planted).toBase64() + '\r'));
        QVERIFY(head.contains("Content-Type: text/xml; charset=UTF-8\r"));
        QVERIFY(head.contains("Content-Length: " + QByteArray::number(message("1001").size()) + '\r'));
    }

    void answers_data()
    {
        QTest::addColumn<QList<QByteArray>>("answers");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("exit");
        QTest::addColumn<int>("attempts");
        const auto row
            = [](const char *name, const QList<QByteArray> &answers, const char *outcome, int exit, int attempts) {
                  QTest::newRow(name) << answers << QString::fromLatin1(outcome) << exit << attempts;
              };
        row("200", {answer(200)}, "accepted", 0, 1);
        row("400", {answer(400, "bad"), answer(200)}, "rejected", 1, 1);
        row("401", {answer(401), answer(200)}, "failed", 6, 1);
        row("500", {answer(500), answer(200)}, "failed", 4, 1); // only 429 and 503 go again by themselves
        row("503", {answer(503), answer(200)}, "accepted", 0, 2);
        row("429", {answer(429, {}, "Retry-After: 0\r\n"), answer(503), answer(200)}, "accepted", 0, 3);
        row("503 for ever", {answer(503), answer(503), answer(503), answer(200)}, "failed", 4, 3);
        row("lost", {{}, answer(200)}, "unknown", 5, 1);
        row("cut off", {"HTTP/1.1 200 x\r\nContent-Length: 40\r\n\r\nhalf", {}}, "unknown", 5, 1);
        row("not HTTP", {"SSH-2.0-x\r\n\r\n", answer(200)}, "unknown", 5, 1);
        row("a page", {answer(200, "<!doctype html>", "Content-Type: text/html\r\n")}, "unknown", 5, 1);
        row("redirected", {answer(302, {}, "Location: https://elsewhere.example/\r\n"), answer(200)}, "failed", 4, 1);
        row("503, then lost", {answer(503), {}}, "unknown", 5, 2);
    }
    void answers()
    {
        QFETCH(QList<QByteArray>, answers);
        QFETCH(QString, outcome);
        QFETCH(int, exit);
        QFETCH(int, attempts);
        const bool staysSilent = QByteArray(QTest::currentDataTag()) == "cut off";
        Scripted partner(answers);
        Delivery sent = delivery(message("7"));
        sent.settle = true; // there is nothing to ask
        if (staysSilent)
            sent.timeoutMs = 300;
        const Delivered result = send(channel(partner.url()), sent);
        QCOMPARE(QString(partners::outcomeName(result.outcome.kind)), outcome);
        QCOMPARE(result.outcome.exitCode, exit);
        QCOMPARE(result.attempts, attempts);
        QCOMPARE(partner.requests.size(), attempts);
        QVERIFY(outcome != "unknown"_L1 || result.outcome.message.contains(u"callback"_s));
        const JournalRecord record = reader()->find(result.journal).value();
        QCOMPARE(record.reply.outcome, outcome);
        QCOMPARE(record.request.subject, u"SUP-01/7"_s);
    }

    void notReached()
    {
        QUrl nowhere;
        {
            Scripted partner({});
            nowhere = partner.url();
        }
        const Delivered result = send(channel(nowhere), delivery(message("7")));
        QCOMPARE(result.outcome.kind, Outcome::Kind::Failed);
        QCOMPARE(result.outcome.exitCode, 4);
        // It surely never got there, so its number may go again.
        const SequenceNumbers numbers(m_path);
        QCOMPARE(numbers.last(u"SUP-01"_s).value(), 7);
        QCOMPARE(numbers.lastBut(u"SUP-01"_s, 7).value(), 6);
        Scripted partner({answer(200)});
        QCOMPARE(send(channel(partner.url()), delivery(message("7"))).outcome.kind, Outcome::Kind::Accepted);
        QCOMPARE(numbers.lastBut(u"SUP-01"_s, 7).value(), 7);
    }

    void foundAgain()
    {
        Scripted partner({answer(200), answer(400), {}, answer(200), answer(400)});
        const auto to = channel(partner.url());
        for (const char *number : {"1001", "1002", "1003"})
            (void)send(to, delivery(message(number)));
        (void)send(to, delivery(message("1001", "SUP-02")));
        (void)send(to, delivery(message("1001"))); // sent once more all the same, and refused
        const auto journal = reader();
        const JournalRecord queued = journal->findMessage(u"SUP-01"_s, 1001).value();
        QCOMPARE(queued.reply.outcome, u"accepted"_s);
        QCOMPARE(queued.request.body, message("1001"));
        QCOMPARE(journal->findMessage(u"SUP-01"_s, 1002)->reply.outcome, u"rejected"_s);
        QCOMPARE(journal->findMessage(u"SUP-01"_s, 1003)->reply.outcome, u"unknown"_s);
        QCOMPARE(journal->findMessage(u"SUP-02"_s, 1001)->request.body, message("1001", "SUP-02"));
        QVERIFY(!journal->findMessage(u"SUP-01"_s, 1004));
        QVERIFY(!journal->findMessage(u"SUP-0"_s, 1001));
        QVERIFY(!journal->findMessage({}, 1001));
        QCOMPARE(journal->lastSequence(u"SUP-01"_s), 1003);
        const Exchange shown = exchangeOf(queued).value();
        QCOMPARE(shown.operation, Operation::PostPerformance);
        QCOMPARE(shown.message.name(), u"SUP-01/1001"_s);
        QCOMPARE(shown.message.performances.size(), std::size_t{1});
        QVERIFY(!canAskBack(exchangeOf(*journal->findMessage(u"SUP-01"_s, 1003)).value()));
    }

    void noSecretAnywhere()
    {
        const QByteArray signIn = QByteArray(user + ':' + planted).toBase64();
        // A partner that says everything back.
        Scripted partner(
            {answer(400, "Authorization: Basic " + signIn + " is " + planted + " <p>tR0ub4dor &amp; planted</p>",
                "X-Echo: Basic " + signIn + "\r\nX-Plain: " + planted + "\r\n")});
        const Delivered result = send(channel(partner.url()), delivery(message("7")));
        m_journal->flush();
        const JournalRecord record = reader()->find(result.journal).value();
        const Exchange shown = exchangeOf(record).value();
        QByteArray all = toHar({record}) + partners::toHttp(shown.request) + partners::toCurl(shown.request);
        QVERIFY(all.contains("--user 'anna:'\"$show_password\""));
        m_journal.reset();
        QDirIterator files(QFileInfo(m_path).path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            QFile any(files.next());
            QVERIFY(any.open(QIODevice::ReadOnly));
            all += any.readAll();
            ++count;
        }
        QVERIFY(count >= 2); // the journal, and the numbers
        QVERIFY(all.contains("Performances"));
        for (const QByteArray &secret : {planted, planted.toBase64(), planted.toPercentEncoding(), signIn,
                 QByteArray("tR0ub4dor"), QByteArray("tR0ub4dor &amp; planted")})
            QVERIFY2(!all.contains(secret), secret.constData());
    }

    void numbersThatCantBeKept()
    {
        Scripted partner({answer(200)});
        const SequenceNumbers numbers(m_path);
        QVERIFY(numbers.use(u"SUP-01"_s, 5));
        QFile damaged(numbers.fileOf(u"SUP-01"_s));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("marquee");
        damaged.close();
        const Delivered result = send(channel(partner.url()), delivery(message("7")));
        QCOMPARE(result.outcome.kind, Outcome::Kind::Failed);
        QCOMPARE(result.attempts, 0);
        QVERIFY(result.outcome.message.contains(damaged.fileName()));
        QVERIFY(partner.requests.isEmpty());
    }

    void anotherPartnersChannel()
    {
        Courier courier(*m_journal);
        QVERIFY(!courier.send(sandboxChannel(QUrl(u"http://127.0.0.1:1/v1"_s)), delivery(message("7")), {}));
        Delivery get;
        QVERIFY(!courier.send(sandboxShowtimeChannel(QUrl(u"http://127.0.0.1:1/data/pos/"_s)), get, {}));
        QVERIFY(!courier.askBack(
            sandboxShowtimeChannel(QUrl(u"http://127.0.0.1:1/data/pos/"_s)), delivery(message("7")), {}, {}));
    }

    void opening_data()
    {
        QTest::addColumn<QString>("missing");
        QTest::newRow("side") << u"side"_s;
        QTest::newRow("user") << u"user"_s;
        QTest::newRow("password") << u"password"_s;
        QTest::newRow("secret") << u"secret"_s;
        QTest::newRow("address") << u"address"_s;
    }
    void opening()
    {
        QFETCH(QString, missing);
        Environment there = environment(QUrl(u"https://c.example/data/pos/"_s));
        if (missing == "side"_L1)
            there.showtime.reset();
        else if (missing == "user"_L1)
            there.showtime->user.clear();
        else if (missing == "password"_L1)
            there.showtime->password = {};
        else if (missing == "secret"_L1)
            there.showtime->password.name = u"nobody-knows"_s;
        else
            there.showtime->baseUrl.clear();
        const auto opened = Channel::openNow(there, *m_secrets, partners::Partner::Showtime);
        QVERIFY(!opened);
        QVERIFY(!opened.error().message.isEmpty());
    }

    void prepared()
    {
        EnvironmentList list;
        const auto document = payload::Document::read(message("9")).value();
        const auto avail
            = payload::Document::read("{\"avail\":{\"ALID\":\"a\",\"Licensor\":{\"DisplayName\":\"L\"}}}").value();
        QVERIFY(!prepare(Operation::PostPerformance, *document, list)); // the sandbox isn't running
        list.setSandbox(QUrl(u"http://127.0.0.1:4711/v1"_s), QUrl(u"http://127.0.0.1:4711/data/pos/"_s));
        QCOMPARE(operationFor(Intent::Put, *document), Operation::PostPerformance);
        QVERIFY(isPossible(Intent::Put, *document) && !isPossible(Intent::Delete, *document)
            && isPossible(Intent::Delete, *avail));
        const Exchange ready = prepare(Operation::PostPerformance, *document, list).value();
        QCOMPARE(ready.request.body, message("9"));
        QCOMPARE(ready.message.name(), u"SUP-01/9"_s);
        QVERIFY(partners::toHttp(ready.request).contains("Basic sandbox:$SANDBOX_PASSWORD"));
        QVERIFY(!prepare(Operation::PostPerformance, *avail, list));
        for (const Intent intent : {Intent::Get, Intent::Delete, Intent::Validate})
            QVERIFY(!prepare(operationFor(intent, *document), *document, list));
        QVERIFY(!prepare(Operation::PutFull, *document, list));
        QVERIFY(prepare(Operation::PutFull, *avail, list));
    }

    void sandboxed()
    {
        const auto partner = sandbox::Sandbox::start().value();
        const Delivered result = send(sandboxShowtimeChannel(partner->showtimeUrl()), delivery(message("12")));
        QCOMPARE(result.outcome.kind, Outcome::Kind::Accepted);
        QCOMPARE(reader()->findMessage(u"SUP-01"_s, 12)->request.environment, u"sandbox"_s);
    }

    void made_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("numbering");
        QTest::addColumn<bool>("force");
        QTest::addColumn<qint64>("sequence"); // 0: held back; -1: it can't be made
        QTest::addColumn<QString>("rule");
        const QByteArray wrong = message("50").replace("19:30", "25:30");
        const auto row = [](const char *name, const QByteArray &text, Numbering numbering, bool force, qint64 sequence,
                             const char *rule = "") {
            QTest::newRow(name) << text << static_cast<int>(numbering) << force << sequence
                                << QString::fromLatin1(rule);
        };
        row("above", message("21"), Numbering::AsWritten, false, 21);
        row("the last", message("20"), Numbering::AsWritten, false, 0, "PF012");
        row("below", message("3"), Numbering::AsWritten, false, 0, "PF012");
        row("the last, forced", message("20"), Numbering::AsWritten, true, 20);
        row("next", message("20"), Numbering::Next, false, 21);
        row("next of one without", message("20").replace(" messageSequence=\"20\"", ""), Numbering::Next, false, 21);
        row("without", message("20").replace(" messageSequence=\"20\"", ""), Numbering::AsWritten, false, 0, "PF001");
        row("shown", message("3"), Numbering::Shown, false, 21);
        row("another supplier", message("3", "SUP-02"), Numbering::AsWritten, false, 3);
        row("another supplier's next", message("3", "SUP-02"), Numbering::Next, false, 1);
        row("error", wrong, Numbering::AsWritten, false, 0, "PF004");
        row("error, next", wrong, Numbering::Next, false, 0, "PF004");
        row("error, next, forced", wrong, Numbering::Next, true, 21);
        row("not in CDATA", message("21").replace("<![CDATA[E-1]]>", "E-1"), Numbering::AsWritten, false, 0, "PF013");
        row("no supplier", message("21", ""), Numbering::Next, false, 0, "PF001");
        row("avail", "{\"avail\":{}}", Numbering::AsWritten, false, -1);
        row("callback", "<ShowTimeAnalyticsResponse/>", Numbering::AsWritten, true, -1);
        row("ill-formed", message("21") + "x", Numbering::Next, true, -1);
    }
    void made()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, numbering);
        QFETCH(bool, force);
        QFETCH(qint64, sequence);
        QFETCH(QString, rule);
        const SequenceNumbers numbers(m_path);
        QVERIFY(numbers.use(u"SUP-01"_s, 20));
        MessageMaker maker(m_book, {}, numbers, static_cast<Numbering>(numbering), force);
        const auto made = maker.make(text);
        QCOMPARE(made.has_value(), sequence >= 0);
        const bool isReserved = static_cast<Numbering>(numbering) == Numbering::Next && sequence > 0;
        QCOMPARE(
            numbers.last(u"SUP-01"_s).value(), isReserved && sequence == 21 ? 21 : 20); // nothing is used up in vain
        if (!made)
            return;
        QCOMPARE(made->errors.isEmpty(), sequence > 0);
        if (sequence == 0) {
            QVERIFY(made->body.isEmpty());
            QVERIFY2(made->errors.join(u' ').contains(rule), qPrintable(made->errors.join(u'\n')));
            return;
        }
        QCOMPARE(made->target.sequence, sequence);
        QCOMPARE(partners::messageTargetOf(**payload::Document::read(made->body)).sequence, sequence);
        if (static_cast<Numbering>(numbering) == Numbering::AsWritten)
            QCOMPARE(made->body, text);
    }

    void plan()
    {
        const QString folder = m_folder.filePath(QString::number(m_homes)) + u"/in"_s;
        file(u"in/b.xml"_s, message("2"));
        file(u"in/a.xml"_s, message("1"));
        file(u"in/below/c.XML"_s, message("3"));
        file(u"in/avail.json"_s, "{\"avail\":{}}");
        file(u"in/callback.xml"_s, "<ShowTimeAnalyticsResponse/>");
        file(u"in/torn.xml"_s, "<ShowTimeAnalytics>");
        const BatchPlan plan = BatchPlan::fromInputs({folder}, workspace::readFile, {}, BatchOf::Messages).value();
        QStringList names;
        for (const BatchItem &item : plan.items)
            names << QFileInfo(plan.files[item.file]).fileName() + u' ' + item.transaction;
        QCOMPARE(names, (QStringList{u"a.xml SUP-01/1"_s, u"b.xml SUP-01/2"_s, u"c.XML SUP-01/3"_s, u"torn.xml "_s}));
        QCOMPARE(plan.notes.size(), 2);
        QVERIFY(plan.hasUnreadable);
        QCOMPARE(BatchPlan::fromInputs({folder}, workspace::readFile).value().items.size(),
            std::size_t{1}); // avails as ever
    }

    void oneAfterTheOther()
    {
        QStringList files;
        QList<QByteArray> answers;
        for (int i = 1; i <= 12; ++i) {
            files << file(u"%1.xml"_s.arg(i), message(QByteArray::number(100 + i)));
            if (i == 4)
                answers << answer(503); // and the fifth doesn't get past it
            answers << answer(i == 7 ? 400 : 200);
        }
        Scripted partner(answers);
        Courier courier(*m_journal);
        const auto batch = run(courier, channel(partner.url()),
            BatchPlan::fromInputs(files, workspace::readFile, {}, BatchOf::Messages).value(), options(false));
        batch->start();
        QTRY_COMPARE_WITH_TIMEOUT(batch->state(), BatchRun::State::Finished, Patience);
        QList<qint64> arrived;
        for (const QByteArray &request : partner.requests)
            arrived << partners::messageTargetOf(
                **payload::Document::read(request.mid(request.indexOf("\r\n\r\n") + 4)))
                           .sequence;
        QCOMPARE(arrived, (QList<qint64>{101, 102, 103, 104, 104, 105, 106, 107, 108, 109, 110, 111, 112}));
        QCOMPARE(batch->counts().accepted, 11);
        QCOMPARE(batch->counts().rejected, 1);
        QCOMPARE(outcomes(*batch).at(6), u"SUP-01/107 rejected"_s);
        QCOMPARE(reader()->findMessage(u"SUP-01"_s, 110)->request.run, batch->record().number);
        QBuffer report;
        QVERIFY(report.open(QIODevice::WriteOnly) && writeReport(*batch, ReportFormat::Csv, report));
        QVERIFY(report.data().contains("SUP-01/107,rejected"));
    }

    void numberedInOrder()
    {
        QStringList files;
        for (const char *sequence : {"1", "1", "900"})
            files << file(u"n%1.xml"_s.arg(files.size()), message(sequence));
        files.insert(1, file(u"wrong.xml"_s, message("1").replace("19:30", "25:30")));
        QVERIFY(SequenceNumbers(m_path).use(u"SUP-01"_s, 40));
        Scripted partner({answer(200), answer(200), answer(200)});
        Courier courier(*m_journal);
        const auto batch = run(courier, channel(partner.url()),
            BatchPlan::fromInputs(files, workspace::readFile, {}, BatchOf::Messages).value(), options(true));
        batch->start();
        QTRY_COMPARE_WITH_TIMEOUT(batch->state(), BatchRun::State::Finished, Patience);
        QCOMPARE(outcomes(*batch),
            (QStringList{
                u"SUP-01/41 accepted"_s, u"SUP-01/1 rejected"_s, u"SUP-01/42 accepted"_s, u"SUP-01/43 accepted"_s}));
        QCOMPARE(batch->item(1).attempts, 0);
        QVERIFY(batch->item(1).message.contains(u"PF004"_s));
        QVERIFY(BatchOptions::fromJson(u"post-performance"_s, batch->record().options).nextSequence);
    }

    void heldBackTwice()
    {
        const QStringList files{file(u"a.xml"_s, message("5")), file(u"b.xml"_s, message("5"))};
        Scripted partner({answer(200), answer(200)});
        Courier courier(*m_journal);
        const auto batch = run(courier, channel(partner.url()),
            BatchPlan::fromInputs(files, workspace::readFile, {}, BatchOf::Messages).value(), options(false));
        batch->start();
        QTRY_COMPARE_WITH_TIMEOUT(batch->state(), BatchRun::State::Finished, Patience);
        QCOMPARE(batch->item(1).outcome, Outcome::Kind::Rejected);
        QVERIFY(batch->item(1).message.contains(u"PF012"_s));
        QCOMPARE(partner.requests.size(), 1);
    }

    /// What failed goes again under its own number; what is unknown doesn't.
    void triedAgain()
    {
        QStringList files;
        for (const char *sequence : {"5", "6", "7"})
            files << file(u"%1.xml"_s.arg(QLatin1StringView(sequence)), message(sequence));
        Scripted partner({answer(500), {}, answer(200), answer(200)});
        Courier courier(*m_journal);
        const auto batch = run(courier, channel(partner.url()),
            BatchPlan::fromInputs(files, workspace::readFile, {}, BatchOf::Messages).value(), options(false));
        batch->start();
        QTRY_COMPARE_WITH_TIMEOUT(batch->state(), BatchRun::State::Finished, Patience);
        QCOMPARE(outcomes(*batch), (QStringList{u"SUP-01/5 failed"_s, u"SUP-01/6 unknown"_s, u"SUP-01/7 accepted"_s}));
        QCOMPARE(batch->retryFailed(), 1);
        batch->resume(batch->record());
        QTRY_COMPARE_WITH_TIMEOUT(batch->state(), BatchRun::State::Finished, Patience);
        QCOMPARE(
            outcomes(*batch), (QStringList{u"SUP-01/5 accepted"_s, u"SUP-01/6 unknown"_s, u"SUP-01/7 accepted"_s}));
        QCOMPARE(partner.requests.size(), 4);
    }

    /// As after a kill: the journal has a row without an end, and items without an outcome.
    void goneOnWith()
    {
        QStringList files;
        for (const char *sequence : {"5", "6"})
            files << file(u"%1.xml"_s.arg(QLatin1StringView(sequence)), message(sequence));
        BatchPlan plan = BatchPlan::fromInputs(files, workspace::readFile, {}, BatchOf::Messages).value();
        plan.items[0].wasOnItsWay = true;
        Scripted partner({answer(200)});
        Courier courier(*m_journal);
        const auto batch = run(courier, channel(partner.url()), std::move(plan), options(false));
        batch->start();
        QTRY_COMPARE_WITH_TIMEOUT(batch->state(), BatchRun::State::Finished, Patience);
        QCOMPARE(outcomes(*batch), (QStringList{u"SUP-01/5 unknown"_s, u"SUP-01/6 accepted"_s}));
        QCOMPARE(batch->item(0).exitCode, 5);
        QVERIFY(batch->item(0).message.contains(u"callback"_s));
        QCOMPARE(partner.requests.size(), 1);
    }

    void dryRun()
    {
        const QStringList files{file(u"a.xml"_s, message("5")), file(u"b.xml"_s, message("5"))};
        BatchOptions dry = options(true);
        dry.dryRun = true;
        auto source = std::make_unique<MessageSource>(
            workspace::readFile, MessageMaker(m_book, {}, SequenceNumbers(m_path), numberingOf(dry)));
        BatchRun batch(nullptr, nullptr, std::move(source),
            BatchPlan::fromInputs(files, workspace::readFile, {}, BatchOf::Messages).value(), dry);
        batch.start();
        QTRY_COMPARE_WITH_TIMEOUT(batch.state(), BatchRun::State::Finished, Patience);
        QCOMPARE(batch.item(0).transaction, u"SUP-01/1"_s);
        QCOMPARE(batch.item(1).transaction, u"SUP-01/2"_s);
        QCOMPARE(SequenceNumbers(m_path).last(u"SUP-01"_s).value(), 0);
    }

    /// It is knocked at, and nothing is posted.
    void tried()
    {
        Scripted partner({answer(200)});
        std::optional<Findings> findings;
        tryEnvironment(environment(partner.url()), *m_secrets, [&](const Findings &found) { findings = found; });
        QTRY_VERIFY_WITH_TIMEOUT(findings.has_value(), Patience);
        QVERIFY(!hasErrors(*findings));
        QCOMPARE(partner.connections, 1);
        QVERIFY(partner.requests.isEmpty());
        QString words;
        for (const Finding &finding : *findings)
            words += finding.message + u'\n';
        QVERIFY(words.contains(u"can be reached"_s) && words.contains(u"Nothing was sent"_s));
        QUrl nowhere = partner.url();
        partner.close();
        findings.reset();
        tryEnvironment(environment(nowhere), *m_secrets, [&](const Findings &found) { findings = found; });
        QTRY_VERIFY_WITH_TIMEOUT(findings.has_value(), Patience);
        QVERIFY(hasErrors(*findings));
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
