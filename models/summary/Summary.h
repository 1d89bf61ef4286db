// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"
#include "rules/Context.h"
#include "rules/Kind.h"
#include "rules/Problem.h"
#include "rules/Report.h"

#include <QString>

#include <optional>
#include <vector>

namespace marquee::rules {
struct Rulebook;
}

namespace marquee::summary {

/// One thing that is said of a payload.
struct SummaryRow
{
    QString label; ///< may be empty: the row goes on with the one above
    QString value; ///< on one line, cut where it is very long
    std::optional<payload::Pointer> place; ///< where this is said; nothing for what was counted
    QString link; ///< a web address, http or https; else empty
};

struct SummarySection
{
    QString heading;
    std::vector<SummaryRow> rows; ///< at most MostRows, and one that says how many more there are
    std::optional<payload::Pointer> place; ///< of what the section is about, where that is one thing
};

/// How many there are of something that a payload holds.
struct SummaryCount
{
    const char *name; ///< for programs, never translated: "windows", "items", "productions", "ids" …
    std::size_t count = 0;
};

/// A payload in plain words.
struct Summary
{
    rules::DocumentKind kind = rules::DocumentKind::Unknown;
    QString title; ///< "Night Ferry"; what kind of payload it is, where it has no title of its own
    QString subtitle; ///< one line: "Avail NF-1 · 12 windows · 2 errors"
    std::vector<SummarySection> sections;
    std::vector<SummaryCount> counts;
    rules::Counts problems;
    bool isJudged = true; ///< false: too large, nobody looked for problems
};

constexpr std::uint32_t MostJudged = 16u * 1024 * 1024; ///< bytes; rules over more take many times its memory

/// Says what a payload is about. What is wrong with its shape is passed over; its problems are counted and the first
/// ones told, where it has at most `mostJudged` bytes. Any thread, while the document isn't edited.
Summary summarise(const payload::Document &document, const rules::Rulebook &rulebook,
    const rules::Severities &severities = {}, const rules::Clock &clock = rules::systemClock,
    std::uint32_t mostJudged = MostJudged);

/// What a kind is called: "Avail", "Reply to a batch", "Productions".
QString kindWords(rules::DocumentKind kind);

/// Whether a text is a web page: a proxy's, a login. Looks at its beginning alone.
bool isWebPage(std::string_view text);

constexpr std::size_t MostRows = 200; ///< of a section
constexpr std::size_t MostSections = 210; ///< a reply may have thousands of productions

} // namespace marquee::summary
