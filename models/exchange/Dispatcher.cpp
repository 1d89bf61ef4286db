// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Dispatcher.h"

#include "exchange/Channel.h"
#include "exchange/Courier.h"
#include "exchange/Journal.h"
#include "exchange/Secrets.h"
#include "payload/Document.h"

#include <QHash>

#include <functional>
#include <memory>

namespace marquee::exchange {

using partners::Outcome;
using partners::Reply;

namespace {

/// It never came to sending; why, and what to do.
Outcome notSent(const Error &error)
{
    Outcome outcome;
    outcome.kind = Outcome::Kind::Failed;
    outcome.exitCode = 4;
    outcome.message = sentence(error);
    outcome.mayRepeat = true;
    return outcome;
}

/// Of a batch: the names of its items, by which the answer tells them apart.
std::vector<std::string> itemIdsOf(const Exchange &exchange)
{
    std::vector<std::string> ids;
    if (partners::infoOf(exchange.operation).reach != partners::Reach::Batch)
        return ids;
    const auto document = payload::Document::read(exchange.request.body);
    const payload::Value items = document ? (*document)->root().member("requestItems") : payload::Value();
    for (std::uint32_t i = 0; i < items.size(); ++i)
        ids.push_back(items.at(i).member("requestItemId").string());
    return ids;
}

} // namespace

struct Dispatcher::Ending
{
    Reply reply;
    Outcome outcome;
    int attempts = 0;
    qint64 journal = 0;
    bool isHeld = false; ///< it never came to sending
};

/// What lives on the other thread: journal, secrets, channels and the courier.
class Dispatcher::Worker : public QObject
{
public:
    using Ended = std::function<void(const Ending &)>;

    explicit Worker(const QString &journalPath)
        : m_journalPath(journalPath)
    {
    }

    void send(int number, const Exchange &exchange, const Environment &environment, const RetryPolicy &retry,
        int timeoutMs, const std::function<void(int, qint64)> &waiting, const Ended &ended)
    {
        const auto begin = [this, number, delivery = deliveryOf(exchange, retry, timeoutMs), ended](
                               const std::shared_ptr<Channel> &channel) {
            return m_courier->send(channel, delivery, [this, number, ended](const Delivered &delivered) {
                forget(number);
                const bool isHeld = delivered.attempts == 0 && delivered.journalError;
                ended({delivered.reply, isHeld ? notSent(*delivered.journalError) : delivered.outcome,
                    delivered.attempts, delivered.journal, isHeld});
            });
        };
        withChannel(number, environment, partners::infoOf(exchange.operation).partner, waiting, begin, ended);
    }

    void askBack(int number, const Exchange &exchange, const Environment &environment, const RetryPolicy &retry,
        int timeoutMs, const std::function<void(int, qint64)> &waiting, const Ended &ended)
    {
        Delivery delivery = deliveryOf(exchange, retry, timeoutMs);
        delivery.itemIds = itemIdsOf(exchange);
        Delivered known;
        known.outcome = exchange.outcome;
        known.reply = exchange.reply;
        known.attempts = exchange.attempts;
        known.journal = exchange.journal;
        const auto begin = [this, number, delivery, known, ended](const std::shared_ptr<Channel> &channel) {
            return m_courier->askBack(channel, delivery, known, [this, number, ended](const Delivered &delivered) {
                forget(number);
                ended({delivered.reply, delivered.outcome, delivered.attempts, delivered.journal, false});
            });
        };
        withChannel(number, environment, partners::infoOf(exchange.operation).partner, waiting, begin, ended);
    }

    void cancel(int number)
    {
        const auto asked = m_asked.constFind(number);
        if (asked == m_asked.cend())
            return;
        if (*asked == 0)
            m_cancelled.insert(number); // its channel is being opened
        else
            m_courier->cancel(*asked);
    }

    void giveSecret(const SecretSource &source, const QByteArray &secret)
    {
        secrets().giveForSession(source, secret);
        m_channels.clear(); // they were opened without it
    }

private:
    using Begin = std::function<Expected<int>(const std::shared_ptr<Channel> &)>;

    static Delivery deliveryOf(const Exchange &exchange, const RetryPolicy &retry, int timeoutMs)
    {
        Delivery delivery;
        delivery.operation = exchange.operation;
        delivery.target = exchange.target;
        delivery.message = exchange.message;
        delivery.atom = exchange.atom;
        delivery.body = exchange.request.body;
        delivery.document = exchange.document;
        delivery.timeoutMs = timeoutMs;
        delivery.retry = retry;
        return delivery;
    }

    /// Opens the journal and the environment and begins; where something of that can't be, it ends as not sent.
    void withChannel(int number, const Environment &environment, partners::Partner partner,
        const std::function<void(int, qint64)> &waiting, const Begin &begin, const Ended &ended)
    {
        if (const auto ready = open(); !ready) {
            ended({{}, notSent(ready.error()), 0, 0, true});
            return;
        }
        m_asked.insert(number, 0);
        m_waiting.insert(number, waiting);
        channelTo(
            environment, partner, [this, number, begin, ended](const Expected<std::shared_ptr<Channel>> &channel) {
                if (!channel) {
                    forget(number);
                    ended({{}, notSent(channel.error()), 0, 0, true});
                    return;
                }
                if (m_cancelled.contains(number)) {
                    forget(number);
                    Error cancelled;
                    cancelled.message = tr("Cancelled.");
                    ended({{}, notSent(cancelled), 0, 0, true});
                    return;
                }
                const auto begun = begin(*channel);
                if (!begun) {
                    forget(number);
                    ended({{}, notSent(begun.error()), 0, 0, true});
                    return;
                }
                m_asked.insert(number, *begun);
            });
    }

    struct Open
    {
        QString signature; ///< what it was opened for
        std::shared_ptr<Channel> channel;
    };

    Expected<void> open()
    {
        if (m_courier)
            return {};
        JournalOptions options;
        options.path = m_journalPath;
        auto journal = Journal::open(options);
        if (!journal)
            return tl::unexpected(journal.error());
        m_journal = std::move(*journal);
        m_courier = std::make_unique<Courier>(*m_journal);
        connect(m_courier.get(), &Courier::waiting, this, [this](int asked, int attempts, qint64 forMs) {
            if (const auto tell = m_waiting.value(m_asked.key(asked)))
                tell(attempts, forMs);
        });
        return {};
    }

    Secrets &secrets()
    {
        if (!m_secrets)
            m_secrets = std::make_unique<Secrets>();
        return *m_secrets;
    }

    /// What a channel was opened for: with anything of it changed, it is opened anew.
    static QString signatureOf(const Environment &environment, partners::Partner partner)
    {
        const QString proxy = environment.proxy.url.toString();
        if (partner == partners::Partner::Showtime) {
            const ShowtimeSide side = environment.showtime.value_or(ShowtimeSide());
            return QStringList{
                side.baseUrl.toString(), side.user, side.password.name, side.caCertificate, side.contentType, proxy}
                .join(u'\n');
        }
        if (partner == partners::Partner::Atom) {
            const AtomSide side = environment.atom.value_or(AtomSide());
            return QStringList{side.baseUrl.toString(), side.apiKey.name, side.partner,
                QString::number(side.ratePerSecond), QString::number(side.burst), proxy}
                .join(u'\n');
        }
        const PrimeSide side = environment.prime.value_or(PrimeSide());
        return side.baseUrl.toString() + side.apiKey.name + side.clientCertificate + side.clientKey + side.caCertificate
            + proxy + QString::number(side.ratePerSecond) + u'/' + QString::number(side.connections);
    }

    static std::shared_ptr<Channel> sandboxChannelTo(const Environment &environment, partners::Partner partner)
    {
        if (partner == partners::Partner::Showtime)
            return sandboxShowtimeChannel(environment.showtime.value_or(ShowtimeSide()).baseUrl);
        if (partner == partners::Partner::Atom)
            return sandboxAtomChannel(environment.atom.value_or(AtomSide()).baseUrl);
        return sandboxChannel(environment.prime.value_or(PrimeSide()).baseUrl);
    }

    void channelTo(const Environment &environment, partners::Partner partner, const Channel::Opened &opened)
    {
        const QString signature = signatureOf(environment, partner);
        const QString key = QString::number(static_cast<int>(partner)) + environment.name;
        const Open known = m_channels.value(key);
        if (known.channel && known.signature == signature) {
            opened(known.channel);
            return;
        }
        const auto keep = [this, key, signature, opened](const Expected<std::shared_ptr<Channel>> &channel) {
            if (channel)
                m_channels.insert(key, {signature, *channel});
            opened(channel);
        };
        if (environment.name == QLatin1StringView(Environment::SandboxName))
            keep(sandboxChannelTo(environment, partner));
        else
            Channel::open(environment, secrets(), keep, partner);
    }

    void forget(int number)
    {
        m_asked.remove(number);
        m_waiting.remove(number);
        m_cancelled.remove(number);
    }

    QString m_journalPath;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Secrets> m_secrets;
    QHash<QString, Open> m_channels; ///< by partner and environment
    std::unique_ptr<Courier> m_courier;
    QHash<int, int> m_asked; ///< ours → the courier's; 0 while the channel is being opened
    QHash<int, std::function<void(int, qint64)>> m_waiting;
    QSet<int> m_cancelled;
};

Dispatcher::Dispatcher(ExchangeList &list, const QString &journalPath, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_worker(new Worker(journalPath))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
}

Dispatcher::~Dispatcher()
{
    if (!m_thread.isRunning()) {
        delete m_worker; // never began to send: nothing of it lives on the other thread
        return;
    }
    m_thread.quit();
    m_thread.wait();
}

int Dispatcher::send(Exchange exchange, const Environment &environment, int timeoutMs)
{
    if (!m_thread.isRunning())
        m_thread.start();
    exchange.began = QDateTime::currentDateTimeUtc();
    const Exchange copy = exchange;
    const int number = m_list.add(std::move(exchange));
    m_running.insert(number);
    QMetaObject::invokeMethod(m_worker, [this, number, copy, environment, retry = m_retry, timeoutMs] {
        m_worker->send(
            number, copy, environment, retry, timeoutMs,
            [this, number](int attempts, qint64 forMs) {
                QMetaObject::invokeMethod(
                    this, [this, number, attempts, forMs] { Q_EMIT waiting(number, attempts, forMs); });
            },
            [this, number](const Ending &ending) {
                QMetaObject::invokeMethod(this, [this, number, ending] { end(number, ending); });
            });
    });
    Q_EMIT started(number);
    return number;
}

void Dispatcher::end(int number, const Ending &ending)
{
    m_running.remove(number);
    Outcome outcome = ending.outcome;
    if (ending.isHeld)
        outcome.message += tr(" Nothing was sent.");
    m_list.finish(number, ending.reply, outcome, ending.attempts, ending.journal);
    Q_EMIT finished(number);
}

int Dispatcher::askBack(const Exchange &stored, const Environment &environment, int timeoutMs)
{
    int number = m_list.numberOf(stored.journal);
    if (number == 0 && canAskBack(stored))
        number = m_list.add(stored);
    return askBack(number, environment, timeoutMs);
}

int Dispatcher::askBack(int number, const Environment &environment, int timeoutMs)
{
    const Exchange *exchange = m_list.find(number);
    const bool isElsewhere = exchange && !exchange->environment.isEmpty() && exchange->environment != environment.name;
    if (!exchange || isElsewhere || !canAskBack(*exchange))
        return 0;
    const Exchange copy = *exchange;
    m_list.beginAsking(number);
    if (!m_thread.isRunning())
        m_thread.start();
    m_running.insert(number);
    QMetaObject::invokeMethod(m_worker, [this, number, copy, environment, retry = m_retry, timeoutMs] {
        m_worker->askBack(
            number, copy, environment, retry, timeoutMs,
            [this, number](int attempts, qint64 forMs) {
                QMetaObject::invokeMethod(
                    this, [this, number, attempts, forMs] { Q_EMIT waiting(number, attempts, forMs); });
            },
            [this, number, before = copy.outcome](const Ending &ending) {
                // Where nobody could be asked, nothing new is known of what was sent then.
                Outcome outcome = ending.outcome;
                if (ending.isHeld) {
                    outcome = before;
                    outcome.message = tr("The partner couldn't be asked: %1").arg(ending.outcome.message);
                }
                QMetaObject::invokeMethod(this, [this, number, outcome] { settled(number, outcome); });
            });
    });
    Q_EMIT started(number);
    return number;
}

void Dispatcher::settled(int number, const Outcome &outcome)
{
    m_running.remove(number);
    m_list.settle(number, outcome);
    Q_EMIT finished(number);
}

void Dispatcher::cancel(int number)
{
    if (m_running.contains(number))
        QMetaObject::invokeMethod(m_worker, [this, number] { m_worker->cancel(number); });
}

QThread &Dispatcher::sendingThread()
{
    if (!m_thread.isRunning())
        m_thread.start();
    return m_thread;
}

void Dispatcher::giveSecret(const SecretSource &source, const QByteArray &secret)
{
    if (!m_thread.isRunning())
        m_thread.start();
    QMetaObject::invokeMethod(m_worker, [this, source, secret] { m_worker->giveSecret(source, secret); });
}

} // namespace marquee::exchange
