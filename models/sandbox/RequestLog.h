// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Operation.h"
#include "sandbox/Fault.h"

#include <QByteArray>
#include <QDateTime>
#include <QMutex>

#include <deque>
#include <optional>
#include <vector>

namespace marquee::sandbox {

/// One request as the sandbox saw it, or a callback that it sent. No header and no body is kept: a key stands in the one, and the other may be
/// large.
struct AskedRequest
{
    enum class Kind : std::uint8_t
    {
        Asked,
        Callback, ///< sent by the sandbox; the status is what it was answered, 0 where nobody did
        CallbackKept ///< it isn't sent: its address isn't http on this machine
    };

    Kind kind = Kind::Asked;
    quint64 number = 0; ///< from 1, in the order in which they came
    QDateTime time; ///< UTC
    std::optional<partners::Operation> operation; ///< nothing: not one that there is
    QByteArray method; ///< of HTTP; empty: it couldn't be read
    QByteArray target; ///< path and query, percent-encoded, of a callback the whole address; at most LongestTarget bytes
    int status = 0; ///< of the answer; 0: none was given
    std::optional<Fault::Kind> fault; ///< which one hit it
};

/// What the sandbox was asked last. Any thread.
class RequestLog
{
public:
    static constexpr std::size_t Most = 1000;
    static constexpr qsizetype LongestTarget = 500;

    /// Numbers it and keeps it; the oldest makes room. True where the last call of `after` had seen all before it:
    /// somebody is to be told that there is news.
    bool add(AskedRequest request);
    /// Those with a larger number that are still there, oldest first.
    std::vector<AskedRequest> after(quint64 number);

private:
    QMutex m_mutex;
    std::deque<AskedRequest> m_requests;
    quint64 m_last = 0;
    bool m_isNewsTold = false;
};

} // namespace marquee::sandbox
