// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>

class QNetworkAccessManager;

namespace marquee::sandbox {

struct Desk;

/// Processes Showtime's messages one after the other, each a moment after it came, and posts what became of it to the
/// message's address. It posts to this machine and nowhere else. The sandbox's thread.
class CallbackSender : public QObject
{
    Q_OBJECT

public:
    CallbackSender(Desk &desk, std::chrono::milliseconds delay);

    /// To be called when a message was queued.
    void wake();
    /// Whether a callback may go there: http, and the host is this machine by its name or address.
    static bool mayPostTo(const QUrl &url);

private:
    void process();
    void post(const QUrl &url, const QByteArray &body);
    void settle();

    Desk &m_desk;
    QTimer m_timer;
    QNetworkAccessManager *m_network = nullptr;
    bool m_isPosting = false;
};

} // namespace marquee::sandbox
