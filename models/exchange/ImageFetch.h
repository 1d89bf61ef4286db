// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Environment.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace marquee::exchange {

/// Gets images that a reply links to. Where they lie is the partner's word, so little is trusted: only http and https,
/// also where one is sent on to another address, and never from https to http; nothing is sent but the question, no
/// key, no cookie, no sign-in; what is larger than an image of a poster isn't read on. Whether the bytes are an image
/// is for whoever decodes them. One thread, with an event loop.
class ImageFetch : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 MostBytes = 8 * 1024 * 1024;
    static constexpr int MostRedirects = 5;

    explicit ImageFetch(QObject *parent = nullptr);
    ~ImageFetch() override;

    /// How one gets out of the house, for what is begun from now on; the system's way where nobody says. This computer
    /// is always reached directly.
    void setProxy(const ProxySettings &settings, const QByteArray &password = {});

    /// Begins to get one; `fetched` follows once, later, unless it is cancelled. `timeoutMs`: for all of it.
    int fetch(const QUrl &url, int timeoutMs);
    /// Nothing is told of it any more.
    void cancel(int number);
    void cancelAll();
    int running() const { return static_cast<int>(m_running.size()); }

Q_SIGNALS:
    /// `problem`: in words why there are no bytes; empty where it worked.
    void fetched(int number, const QByteArray &bytes, const QString &problem);

private:
    struct Running;
    using Pointer = std::shared_ptr<Running>;

    void begin(const Pointer &running, const QUrl &url, int timeoutMs);
    void redirected(const Pointer &running, const QUrl &to);
    void headed(const Pointer &running);
    void read(const Pointer &running);
    void replied(const Pointer &running);
    void end(const Pointer &running, const QString &problem);

    std::unique_ptr<QNetworkAccessManager> m_network;
    QHash<int, Pointer> m_running;
    int m_last = 0;
};

} // namespace marquee::exchange
