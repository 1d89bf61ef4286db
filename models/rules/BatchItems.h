// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"
#include "rules/BatchFacts.h"

#include <set>
#include <string>
#include <vector>

namespace marquee::payload {
class Document;
}

namespace marquee::rules {

/// A window of an avail as a batch speaks of it.
struct WindowItem
{
    std::string licensor; ///< of the avail; empty where it says none
    std::string transaction; ///< the window's own ID, or a new one where it has none
    std::string body; ///< JSON: the document with that window alone, as a partial extract
};

/// One for each window of the document's avail, in their order; nothing where it has no avail or no windows. A
/// partner's reply loses what only a reply has. Everything else is the document's own bytes.
std::vector<WindowItem> windowItems(const payload::Document &document, const Context &context);

/// The JSON of an item; without a body where that is empty.
std::string batchItem(const std::string &id, const BatchPath &path, const std::string &body);

/// Item IDs that no item of a batch has: "item-1" and so on, counted from how many items there are.
class BatchItemIds
{
public:
    explicit BatchItemIds(const payload::Value &items);
    std::string next();

private:
    std::set<std::string> m_taken;
    std::uint32_t m_number = 0;
};

} // namespace marquee::rules
