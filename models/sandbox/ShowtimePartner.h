// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/RequestReader.h"
#include "sandbox/Answer.h"
#include "sandbox/ShowtimeJudgement.h"
#include "sandbox/ShowtimeMessage.h"

#include <QByteArray>
#include <QString>

#include <deque>
#include <map>
#include <utility>

namespace marquee::sandbox {

/// Showtime's side of Entity Posting: takes messages of performances, queues them, merges each into what it has, and
/// says what became of them. No sockets in here. One thread.
class ShowtimePartner
{
public:
    static constexpr qsizetype LargestMessage = 256 * 1024; ///< in bytes; a larger one is refused
    static constexpr std::size_t MostWaiting = 1000; ///< messages; above that it is overloaded
    static constexpr std::size_t MostKept = 50'000; ///< performances

    static bool knows(const QByteArray &target); ///< an address of Showtime, or nearly one
    static bool isPost(const http::Request &request); ///< a message to where messages go

    /// 200: queued. `rejectEverySecond`: of the message's performances, when it is processed (the fault "partial").
    HttpAnswer answer(const http::Request &request, bool rejectEverySecond = false);

    /// What is to be posted once a message was processed.
    struct Callback
    {
        QString url; ///< as the message gave it; empty: nobody wants to hear
        QByteArray body;
    };
    bool isWaiting() const { return !m_queue.empty(); }
    Callback processNext(); ///< the oldest message; there has to be one

    /// Asked for from now on; an empty user: any that isn't empty will do, and any password that isn't.
    void setLogin(const QString &user, const QString &password);
    const QString &user() const { return m_user; }
    const QString &password() const { return m_password; }

    int performances() const { return static_cast<int>(m_kept.size()); } ///< that it keeps
    int messages() const { return m_messages; } ///< that it took
    int waiting() const { return static_cast<int>(m_queue.size()); } ///< messages that aren't processed yet
    void forgetEverything();

private:
    struct Waiting
    {
        ShowtimeMessage message;
        bool rejectEverySecond = false;
    };
    struct Result
    {
        QStringList errors;
        QStringList warnings;
    };

    bool letsIn(const QByteArray &authorization) const;
    Result process(const XmlElement &performance);

    QString m_user;
    QString m_password;
    std::deque<Waiting> m_queue;
    std::map<std::pair<QString, QString>, PerformanceFields> m_kept; ///< by id and siteId
    int m_messages = 0;
};

} // namespace marquee::sandbox
