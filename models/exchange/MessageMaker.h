// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/BatchSource.h"
#include "exchange/SequenceNumbers.h"
#include "partners/Showtime.h"
#include "rules/Validator.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

namespace marquee::exchange {

/// Where a message's number comes from.
enum class Numbering : std::uint8_t
{
    AsWritten, ///< it has one
    Next, ///< the supplier's next is reserved, and written into what is sent
    Shown ///< the same, to be looked at only: nothing is reserved
};

/// Makes what is posted out of a message as it stands in a file: checked, and numbered. Waits for the disk. One thread.
class MessageMaker
{
public:
    struct Made
    {
        QByteArray body; ///< the message's own bytes, but for its number
        partners::MessageTarget target;
        QStringList errors; ///< why it is held back: "PF005 … [/pointer]"; then nothing was reserved
    };

    /// `force`: nothing is held back.
    MessageMaker(rules::Rulebook rulebook, rules::Severities severities, SequenceNumbers numbers, Numbering numbering,
        bool force = false);

    /// Errors: those of reading, Invalid for what isn't a message, those of SequenceNumbers.
    Expected<Made> make(const QByteArray &bytes);

    const rules::Rulebook &rulebook() const { return m_rulebook; }

private:
    Expected<qint64> lastFor(const partners::MessageTarget &target);
    QStringList errorsOf(const payload::Document &document, qint64 last) const;

    rules::Rulebook m_rulebook;
    rules::Severities m_severities;
    SequenceNumbers m_numbers;
    Numbering m_numbering;
    bool m_force;
    QHash<QString, qint64> m_shown; ///< numbers that were only shown, by supplier
};

/// Messages of a run, a file each.
class MessageSource : public BatchSource
{
public:
    MessageSource(ReadFile read, MessageMaker maker);

    LoadedItem load(const QString &file, const BatchItem &item) override;

private:
    ReadFile m_read;
    MessageMaker m_maker;
};

} // namespace marquee::exchange
