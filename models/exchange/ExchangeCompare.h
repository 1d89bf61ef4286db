// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ExchangeList.h"

#include <optional>
#include <vector>

namespace marquee::exchange {

/// One thing in which two exchanges differ.
struct Difference
{
    enum class Part : std::uint8_t
    {
        Request,
        Answer
    };

    Part part = Part::Request;
    QString what; ///< in the user's language: "Address", "Header Content-Type", "Body"
    QString place; ///< in a JSON body: a pointer, in which windows go by their IDs; else empty
    std::optional<QString> left; ///< nothing: it isn't there
    std::optional<QString> right;
};

struct Comparison
{
    std::vector<Difference> differences; ///< in the order of the request and the answer
    bool isWhole = true; ///< false: there are more than MostDifferences
};

constexpr std::size_t MostDifferences = 500;
constexpr qsizetype LargestCompared = 16 * 1024 * 1024; ///< bytes; larger bodies are compared as bytes, not as JSON

/// What differs. Bodies that are JSON are compared by what they say, as changes::compare does. Other bodies are
/// compared byte by byte, up to the first that differs. Secrets are compared, and told, by their names. Texts are cut
/// to a few hundred characters. Takes a moment for large bodies; any thread.
Comparison compareExchanges(const Exchange &left, const Exchange &right);

} // namespace marquee::exchange
