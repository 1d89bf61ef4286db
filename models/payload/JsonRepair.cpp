// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Repair.h"

#include "payload/JsonReader.h"
#include "payload/Text.h"

#include <algorithm>
#include <array>

namespace marquee::payload {

namespace {

constexpr int MostRepairs = 8;

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

/// What closes the brackets that are still open at the end; nothing where they don't match, or a text is open.
std::string closersFor(const QByteArray &text)
{
    std::string closers;
    bool inText = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText) {
            i += c == '\\' ? 1 : 0;
            inText = c != '"';
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            closers.insert(closers.begin(), c == '{' ? '}' : ']');
        } else if (c == '}' || c == ']') {
            if (closers.empty() || closers.front() != c)
                return {};
            closers.erase(closers.begin());
        }
    }
    return inText ? std::string() : closers;
}

/// The insertion after which most of the text can be read; empty where none helps.
std::string bestInsertion(const QByteArray &text, qsizetype at, qsizetype failedAt)
{
    // Short ones first: of two insertions that read equally far, the smaller is likelier meant.
    static constexpr std::array<std::string_view, 6> insertions{",", "}", "]", "},", "],", "}]"};
    std::string best;
    qsizetype furthest = failedAt;
    for (const std::string_view insertion : insertions) {
        QByteArray trial = text;
        trial.insert(at, insertion.data(), static_cast<qsizetype>(insertion.size()));
        const auto read = readJson(viewOf(trial));
        qsizetype reached = trial.size() + 1;
        if (!read)
            reached = read.error().code == Error::Code::Malformed
                ? static_cast<qsizetype>(read.error().place->offset) - static_cast<qsizetype>(insertion.size())
                : 0;
        if (reached > furthest) {
            furthest = reached;
            best = insertion;
        }
    }
    return best;
}

} // namespace

std::optional<Repair> proposeJsonRepair(const QByteArray &malformed)
{
    const Text original(malformed);
    Repair repair{malformed, {}};
    qsizetype added = 0;
    for (int round = 0; round < MostRepairs; ++round) {
        const auto read = readJson(viewOf(repair.text));
        if (read)
            return repair.changes.empty() ? std::nullopt : std::optional(repair);
        if (read.error().code != Error::Code::Malformed)
            return std::nullopt;
        const auto failedAt = static_cast<qsizetype>(read.error().place->offset);
        const qsizetype at = placeFor(repair.text, failedAt);
        const std::string insertion = at == placeFor(repair.text, repair.text.size()) ? closersFor(repair.text)
                                                                                      : bestInsertion(repair.text, at, failedAt);
        if (insertion.empty())
            return std::nullopt;
        const auto originalOffset = static_cast<std::uint32_t>(std::max<qsizetype>(0, at - added));
        repair.changes.push_back({original.place(originalOffset), {}, insertion});
        repair.text.insert(at, insertion.data(), static_cast<qsizetype>(insertion.size()));
        added += static_cast<qsizetype>(insertion.size());
    }
    return std::nullopt;
}

} // namespace marquee::payload
