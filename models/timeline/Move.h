// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"
#include "timeline/WindowTimes.h"

#include <cstdint>
#include <vector>

namespace marquee::timeline {

constexpr std::int64_t Day = 86400; ///< seconds; UTC has no other days

/// What is taken hold of.
enum class Handle : std::uint8_t
{
    Start,
    End,
    Whole
};
enum class Snap : std::uint8_t
{
    Midnight,
    Minute,
    None
}; ///< in UTC

/// A window's dates after something of it was taken that many seconds further. A whole window keeps its length, and its
/// start snaps, or its end where it has no start. One edge stops a day, a minute or a second before the other; where
/// the window was backwards, it may go anywhere. Years stay between 1 and 9999. A date that doesn't stand stays so.
Times moved(const Times &times, Handle handle, std::int64_t seconds, Snap snap);

/// The edits that give a window of the document's avail these dates, in the spelling and with the offset that each has.
/// A date that doesn't read as one, or isn't to change, is left alone.
std::vector<payload::Edit> timeEdits(const payload::Document &document, std::uint32_t window, const Times &times);

/// Where the windows of a document stand: /avail/Transaction.
payload::Pointer windowsPlace();

} // namespace marquee::timeline
