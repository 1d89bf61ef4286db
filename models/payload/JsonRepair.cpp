// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/JsonRepair.h"

#include "payload/JsonReader.h"
#include "payload/Text.h"

#include <algorithm>
#include <array>

namespace marquee::payload {

namespace {

constexpr int MostRepairs = 8;
/// Each trial reads the text again; beyond this a proposal takes too long to wait for.
constexpr qsizetype LargestText = 4 * 1024 * 1024;

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Behind the last token before an offset, which is where a missing comma or bracket belongs.
qsizetype placeFor(const QByteArray &text, qsizetype offset)
{
    while (offset > 0 && std::string_view(" \t\r\n").find(text[offset - 1]) != std::string_view::npos)
        --offset;
    return offset;
}

} // namespace

std::optional<Repair> proposeRepair(const QByteArray &malformed)
{
    if (malformed.size() > LargestText)
        return std::nullopt;
    // Short ones first: of two insertions that read equally far, the smaller is likelier meant.
    static constexpr std::array<std::string_view, 6> insertions{",", "}", "]", "},", "],", "}]"};
    const Text original(malformed);
    Repair repair{malformed, {}};
    qsizetype added = 0;
    for (int round = 0; round < MostRepairs; ++round) {
        const auto read = readJson(viewOf(repair.text));
        if (read)
            return repair.insertions.empty() ? std::nullopt : std::optional(repair);
        if (read.error().code != Error::Code::Malformed)
            return std::nullopt;
        const auto failedAt = static_cast<qsizetype>(read.error().place->offset);
        const qsizetype at = placeFor(repair.text, failedAt);
        QByteArray best;
        std::string_view bestInsertion;
        qsizetype furthest = failedAt;
        for (const std::string_view insertion : insertions) {
            QByteArray trial = repair.text;
            trial.insert(at, insertion.data(), static_cast<qsizetype>(insertion.size()));
            const auto again = readJson(viewOf(trial));
            const qsizetype reached = again ? trial.size() + 1
                : again.error().code == Error::Code::Malformed
                ? static_cast<qsizetype>(again.error().place->offset) - static_cast<qsizetype>(insertion.size())
                : 0;
            // At the end of the text nothing reads further; a closed bracket is progress all the same.
            const bool closes = at == placeFor(repair.text, repair.text.size()) && reached >= failedAt
                && again.has_value() == false && insertion.size() == 1 && insertion != ","
                && again.error().message != read.error().message;
            if (reached > furthest || (best.isEmpty() && closes)) {
                furthest = std::max(furthest, reached);
                best = trial;
                bestInsertion = insertion;
            }
        }
        if (best.isEmpty())
            return std::nullopt;
        const auto originalOffset = static_cast<std::uint32_t>(std::max<qsizetype>(0, at - added));
        repair.insertions.push_back({original.place(originalOffset), std::string(bestInsertion)});
        repair.text = best;
        added += static_cast<qsizetype>(bestInsertion.size());
    }
    const auto read = readJson(viewOf(repair.text));
    return read ? std::optional(repair) : std::nullopt;
}

} // namespace marquee::payload
