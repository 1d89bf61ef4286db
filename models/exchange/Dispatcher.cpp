// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Dispatcher.h"

#include "exchange/Channel.h"
#include "exchange/Courier.h"
#include "exchange/Journal.h"
#include "exchange/Secrets.h"

#include <QHash>

#include <functional>
#include <memory>

namespace marquee::exchange {

using partners::Outcome;
using partners::Reply;

namespace {

/// Nothing went out; why, and what to do.
Outcome notSent(const Error &error)
{
    Outcome outcome;
    outcome.kind = Outcome::Kind::Failed;
    outcome.exitCode = 4;
    outcome.message = error.nextStep.isEmpty() ? error.message : QString(error.message + u' ' + error.nextStep);
    outcome.message += Dispatcher::tr(" Nothing was sent.");
    outcome.mayRepeat = true;
    return outcome;
}

} // namespace

/// What lives on the other thread: journal, secrets, channels and the courier.
class Dispatcher::Worker : public QObject
{
public:
    using Ended = std::function<void(const Reply &, const Outcome &, int attempts)>;

    explicit Worker(const QString &journalPath)
        : m_journalPath(journalPath)
    {
    }

    void send(int number, const Exchange &exchange, const Environment &environment, const RetryPolicy &retry, int timeoutMs,
              const std::function<void(int, qint64)> &waiting, Ended ended)
    {
        if (const auto ready = open(); !ready) {
            ended({}, notSent(ready.error()), 0);
            return;
        }
        Delivery delivery;
        delivery.operation = exchange.operation;
        delivery.target = exchange.target;
        delivery.body = exchange.request.body;
        delivery.document = exchange.document;
        delivery.timeoutMs = timeoutMs;
        delivery.retry = retry;
        m_asked.insert(number, 0);
        m_waiting.insert(number, waiting);
        channelTo(environment, [this, number, delivery, ended](const Expected<std::shared_ptr<Channel>> &channel) {
            if (!channel) {
                forget(number);
                ended({}, notSent(channel.error()), 0);
                return;
            }
            if (m_cancelled.remove(number)) {
                forget(number);
                Outcome outcome = notSent({});
                outcome.message = tr("Cancelled before anything was sent.");
                ended({}, outcome, 0);
                return;
            }
            const auto begun = m_courier->send(*channel, delivery, [this, number, ended](const Delivered &delivered) {
                forget(number);
                ended(delivered.reply, delivered.attempts == 0 && delivered.journalError ? notSent(*delivered.journalError) : delivered.outcome,
                      delivered.attempts);
            });
            if (!begun) {
                forget(number);
                ended({}, notSent(begun.error()), 0);
                return;
            }
            m_asked.insert(number, *begun);
        });
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

    void channelTo(const Environment &environment, const Channel::Opened &opened)
    {
        const PrimeSide side = environment.prime.value_or(PrimeSide());
        const QString signature = side.baseUrl.toString() + side.apiKey.name + side.clientCertificate + side.clientKey + side.caCertificate
            + environment.proxy.url.toString() + QString::number(side.ratePerSecond) + u'/' + QString::number(side.connections);
        const Open known = m_channels.value(environment.name);
        if (known.channel && known.signature == signature) {
            opened(known.channel);
            return;
        }
        const auto keep = [this, name = environment.name, signature, opened](const Expected<std::shared_ptr<Channel>> &channel) {
            if (channel)
                m_channels.insert(name, {signature, *channel});
            opened(channel);
        };
        if (environment.name == QLatin1StringView(Environment::SandboxName))
            keep(sandboxChannel(side.baseUrl));
        else
            Channel::open(environment, secrets(), keep);
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
    QHash<QString, Open> m_channels; ///< by the environment's name
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
                QMetaObject::invokeMethod(this, [this, number, attempts, forMs] { Q_EMIT waiting(number, attempts, forMs); });
            },
            [this, number](const Reply &reply, const Outcome &outcome, int attempts) {
                QMetaObject::invokeMethod(this, [this, number, reply, outcome, attempts] { end(number, reply, outcome, attempts); });
            });
    });
    Q_EMIT started(number);
    return number;
}

void Dispatcher::end(int number, const Reply &reply, const Outcome &outcome, int attempts)
{
    m_running.remove(number);
    m_list.finish(number, reply, outcome, attempts);
    Q_EMIT finished(number);
}

void Dispatcher::cancel(int number)
{
    if (m_running.contains(number))
        QMetaObject::invokeMethod(m_worker, [this, number] { m_worker->cancel(number); });
}

void Dispatcher::giveSecret(const SecretSource &source, const QByteArray &secret)
{
    if (!m_thread.isRunning())
        m_thread.start();
    QMetaObject::invokeMethod(m_worker, [this, source, secret] { m_worker->giveSecret(source, secret); });
}

} // namespace marquee::exchange
