// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <cstdint>
#include <optional>

namespace marquee::callbacks {

/// A message that was sent, or was about to be.
struct SentMessage
{
    /// How the post itself ended.
    enum class Outcome : std::uint8_t
    {
        Unknown, ///< none yet, or it may have arrived
        Accepted, ///< queued by the partner
        Rejected, ///< the partner took none of it
        Failed ///< it surely didn't arrive
    };

    qint64 row = 0; ///< of the journal; 0: not there
    QString document; ///< its file, or what it is called
    QDateTime sent;
    Outcome outcome = Outcome::Unknown;
    QByteArray body; ///< as it was sent; empty where it wasn't kept whole
};

/// Who knows what was sent: the journal. One thread.
class SentMessages
{
public:
    virtual ~SentMessages() = default;

    /// The message of that supplier and number, as they are written; where it was sent several times, the last one.
    /// Nothing where it never was.
    virtual std::optional<SentMessage> find(const QString &supplier, const QString &sequence) const = 0;
};

} // namespace marquee::callbacks
