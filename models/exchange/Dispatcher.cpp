// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Dispatcher.h"

#include "exchange/Sender.h"

namespace marquee::exchange {

Dispatcher::Dispatcher(ExchangeList &list, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_sender(new Sender)
{
    m_sender->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_sender, &QObject::deleteLater);
}

Dispatcher::~Dispatcher()
{
    if (!m_thread.isRunning()) {
        delete m_sender; // never began to send: nothing of it lives on the other thread
        return;
    }
    m_thread.quit();
    m_thread.wait();
}

int Dispatcher::send(Exchange exchange, int timeoutMs)
{
    if (!m_thread.isRunning())
        m_thread.start();
    exchange.began = QDateTime::currentDateTimeUtc();
    const partners::Request request = exchange.request;
    const partners::Operation operation = exchange.operation;
    const int number = m_list.add(std::move(exchange));
    const auto inner = std::make_shared<int>(0);
    m_running.insert(number, inner);
    QMetaObject::invokeMethod(m_sender, [this, request, operation, timeoutMs, number, inner] {
        *inner = m_sender->send(request, timeoutMs, [this, number, operation](const partners::Reply &reply) {
            const partners::Outcome outcome = partners::primeOutcome(operation, reply);
            QMetaObject::invokeMethod(this, [this, number, reply, outcome] {
                m_running.remove(number);
                m_list.finish(number, reply, outcome);
                Q_EMIT finished(number);
            });
        });
    });
    Q_EMIT started(number);
    return number;
}

void Dispatcher::cancel(int number)
{
    if (const auto inner = m_running.value(number))
        QMetaObject::invokeMethod(m_sender, [this, inner] { m_sender->cancel(*inner); });
}

} // namespace marquee::exchange
