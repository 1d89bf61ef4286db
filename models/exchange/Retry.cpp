// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Retry.h"

#include <QLocale>

#include <algorithm>

namespace marquee::exchange {

using partners::Reply;

std::optional<qint64> retryAfterMs(const QByteArray &header, const QDateTime &now)
{
    const QByteArray text = header.trimmed();
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return seconds >= 0 ? std::optional(std::min<qint64>(seconds, 1000000) * 1000) : std::nullopt;
    QDateTime moment
        = QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!moment.isValid())
        return std::nullopt;
    moment.setTimeSpec(Qt::UTC);
    return std::max<qint64>(0, now.msecsTo(moment));
}

std::optional<qint64> waitBeforeRetry(const RetryPolicy &policy, int attempts, const partners::Outcome &outcome,
    const Reply &reply, double chance, const QDateTime &now)
{
    const bool isLost = reply.transport == Reply::Transport::Lost || reply.transport == Reply::Transport::TimedOut;
    const bool isAnswered = reply.transport == Reply::Transport::Answered;
    if (!outcome.mayRepeat || attempts > policy.retries || !(isLost || isAnswered))
        return std::nullopt;
    const int doublings = std::min(attempts - 1, 20);
    const double most
        = std::min<double>(policy.longestWaitMs, static_cast<double>(policy.firstWaitMs) * (1 << doublings));
    const auto wait = static_cast<qint64>(most / 2 + most / 2 * chance);
    if (!isAnswered)
        return wait;
    const auto asked = retryAfterMs(reply.header("Retry-After"), now);
    if (asked && *asked > policy.longestAsked)
        return std::nullopt;
    return std::max(wait, asked.value_or(0));
}

} // namespace marquee::exchange
