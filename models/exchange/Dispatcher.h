// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ExchangeList.h"

#include <QHash>
#include <QObject>
#include <QThread>

namespace marquee::exchange {

class Sender;

/// Sends for the window: on a thread of its own, each request written into the list before it goes out and completed there when
/// it ends. Everything is called, and told, on the dispatcher's own thread.
class Dispatcher : public QObject
{
    Q_OBJECT

public:
    /// The list has to outlive the dispatcher.
    explicit Dispatcher(ExchangeList &list, QObject *parent = nullptr);
    ~Dispatcher() override;

    /// Of `exchange`, everything up to the request is set. Returns its number; `finished` follows exactly once, later.
    int send(Exchange exchange, int timeoutMs);
    /// Ends one that still runs. `finished` follows all the same.
    void cancel(int number);
    bool isRunning(int number) const { return m_running.contains(number); }
    int running() const { return static_cast<int>(m_running.size()); }

Q_SIGNALS:
    void started(int number);
    void finished(int number);

private:
    ExchangeList &m_list;
    QThread m_thread;
    Sender *m_sender; ///< lives on the thread
    QHash<int, std::shared_ptr<int>> m_running; ///< → the sender's own number, set on its thread
};

} // namespace marquee::exchange
