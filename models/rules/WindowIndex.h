// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"
#include "rules/UnitIndex.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace marquee::rules {

class WindowFacts;

/// What rules across windows compare: taken from each window once, kept while it stands.
struct WindowSummary
{
    std::string id; ///< _TransactionID; empty where there is none
    std::uint64_t content = 0; ///< hash of everything but the id; order of members doesn't count
    /// Hashes of territory, licence type, format, channel and contract: one for each territory. Windows overlap where
    /// they share one.
    std::vector<std::uint64_t> groups;
    std::optional<std::int64_t> start; ///< seconds since 1970, UTC
    std::optional<std::int64_t> end;
    bool preOrder = false; ///< POEST
    std::vector<std::string> territories;
    std::string businessLine; ///< told from licence type and channel
};

WindowSummary summarise(const WindowFacts &window);
/// The same for one member of it: which of the partner's lines of business a window belongs to.
std::string businessLine(const payload::Value &window);

/// One window as validation knows it.
struct WindowUnit : ListUnit
{
    WindowSummary summary;
};

/// What a rule across windows has to know about all windows of an avail.
class WindowIndex : public UnitIndex<WindowUnit>
{
};

} // namespace marquee::rules
