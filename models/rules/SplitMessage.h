// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Rule.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <vector>

namespace marquee::payload {
class Document;
}

namespace marquee::rules {

/// What the partner rejects is larger than this, in bytes, if its 256 KB are of 1,024 bytes.
inline constexpr std::uint32_t largestMessage = 262'144;
/// What is surely taken, whatever a KB is, with some room.
inline constexpr std::uint32_t largestSafeMessage = 249'999;

/// A performance message shared out to several: each holds whole performances, in their order, with the head of the
/// whole. A comment goes with the performance in front of which it stands, or behind which on its line. All bytes are
/// the document's own, but for the numbers of the further messages.
class SplitMessage
{
public:
    /// How to split it so that no part is larger than `most` bytes, whatever number it gets; a performance that is
    /// larger alone is a part of its own. Nothing where the document is no such message, has no performances, or holds
    /// entities of other kinds, which must not be sent twice.
    static std::optional<SplitMessage> plan(const payload::Document &document, std::uint32_t most = largestSafeMessage);

    std::size_t count() const { return m_first.size(); } ///< of parts; 1 where nothing is to be split
    /// Which performances a part holds, by their places in the whole: from the first to before the last.
    std::pair<std::uint32_t, std::uint32_t> performances(std::size_t part) const;
    /// The bytes of a part, numbered so. Without a number, and in a message that has none: as the whole is.
    QByteArray text(std::size_t part, std::optional<qint64> sequence = {}) const;
    /// The number of the whole; nothing where it has none that is one.
    std::optional<qint64> sequence() const { return m_sequence; }

    /// As a fix: the document keeps the first part, and the others are numbered on from its own number.
    Split split() const;

private:
    QByteArray m_text;
    std::vector<std::uint32_t>
        m_cuts; ///< where each performance begins with what belongs to it; at last, where the tail begins
    std::vector<std::uint32_t> m_first; ///< of each part, its first performance
    std::pair<std::uint32_t, std::uint32_t>
        m_number; ///< where the number stands, between its quotes; empty where there is none
    std::optional<qint64> m_sequence;
};

} // namespace marquee::rules
