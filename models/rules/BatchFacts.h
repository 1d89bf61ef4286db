// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"
#include "rules/Context.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace marquee::rules {

/// What a batch asks for. The document itself doesn't say it: its address does.
enum class BatchVerb : std::uint8_t { Put, Get, Delete, Validate };

/// The path of a batch item, taken apart.
struct BatchPath
{
    std::string licensor; ///< percent signs decoded, as the body spells it
    std::string transaction; ///< likewise
    bool validates = false; ///< ends in /validate

    /// Nothing where the path isn't /avails/{licensor}/partial-extract/transactions/{id}[/validate].
    static std::optional<BatchPath> parse(std::string_view path);
    /// The path that says the same; of the form, even where a part is empty (which parse then refuses).
    std::string text() const;
};

struct BatchItemFact
{
    std::uint32_t item = 0; ///< its place in requestItems
    payload::Value value;
    int idMember = -1; ///< places among the item's members, -1 where absent
    int pathMember = -1;
    int bodyMember = -1;
    std::string id;
    std::string path;
    std::optional<BatchPath> parts; ///< of the path, where it has the form
};

/// A batch as the rules over it see it. Report's place is the requestItems.
struct BatchFacts
{
    const Context &context;
    std::vector<BatchItemFact> items;
    /// What the batch does, told by its items where nobody says: one path that validates makes it a validate, one body a
    /// put; else it gets or deletes, which look the same.
    BatchVerb verb = BatchVerb::Get;

    static BatchFacts read(const Context &context, const payload::Value &items, std::optional<BatchVerb> verb);
};

} // namespace marquee::rules
