// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Outcome.h"

#include <QDateTime>

#include <optional>

namespace marquee::exchange {

/// How often something is sent again by itself, and how long that waits.
struct RetryPolicy
{
    int retries = 3; ///< beside the first attempt
    int firstWaitMs = 500; ///< doubles with each attempt
    int longestWaitMs = 60000;
    qint64 longestAsked = 600000; ///< of a Retry-After, in milliseconds; one that asks for more ends it
};

/// What a Retry-After says, in milliseconds: seconds or an HTTP date. Nothing where it can't be read.
std::optional<qint64> retryAfterMs(const QByteArray &header, const QDateTime &now);

/// How long to wait before the same is sent again; nothing where it isn't. Sent again is what may be
/// (Outcome::mayRepeat): after a reply that got lost or came late, after 429 and 5xx; never where the partner wasn't
/// reached at all, because that isn't mended by waiting seconds. `attempts` were made so far. `chance` from 0 to 1
/// spreads the wait over its upper half, so that many don't come back together.
std::optional<qint64> waitBeforeRetry(const RetryPolicy &policy, int attempts, const partners::Outcome &outcome,
    const partners::Reply &reply, double chance, const QDateTime &now);

} // namespace marquee::exchange
