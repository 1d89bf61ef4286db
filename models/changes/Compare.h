// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/Difference.h"
#include "changes/Ignoring.h"

#include <atomic>
#include <limits>

namespace marquee::payload {
class Document;
}

namespace marquee::changes {

struct Options
{
    std::size_t most = std::numeric_limits<std::size_t>::max(); ///< differences that are listed; all are counted
    std::size_t longestValue = 4096; ///< bytes kept of a value
    /// It came from a partner although it doesn't look like it: a GET's answer without "success".
    bool beforeIsReply = false;
    bool afterIsReply = false;
    /// The order of no list says anything: items go by what they say, then by the member that names them (id, name …).
    bool anyOrder = false;
    Ignoring ignoring; ///< members that don't differ, whatever they say and whether they stand
    const std::atomic<bool> *stop = nullptr; ///< set: ends early, with what there is
};

/// What differs in meaning.
///
/// - Members go by their names, in any order; of a name that stands twice, the first with the first.
/// - Windows (Transaction) go by _TransactionID; those without a match by what they say, then by licence type,
/// territories,
///   format, channel, contract and start. Without the start, and then without the contract, only where one of the two
///   has no ID: windows whose IDs and dates both differ are two windows.
/// - Performances go by id and site, a callback's answers by entity, id and site, seats by their type; tags, formats
/// and attributes are
///   sets. Comments, and what stands in CDATA and what doesn't, don't count.
/// - Assets go by _contentID, terms by name, items of a batch and of its reply by requestItemId, productions by
///   id; territories and languages are sets;
/// other
///   lists keep their order, and go by their longest common part.
/// - Texts are the same however they are escaped, numbers by value: 9.90 is 9.9, to the last digit. An amount of money
/// has
///   as many decimals as its currency (TM rules look at that), not as many as were typed. Date-times go by their text.
/// - Between what one sends and a partner's reply, only the avail counts; what the partner doesn't give back
///   (Disposition, IDs of windows where it tells none) doesn't differ.
///
/// Takes time that grows with the texts. Any thread, while nobody changes or reads either document.
Comparison compare(const payload::Document &before, const payload::Document &after, const Options &options = {});

} // namespace marquee::changes
