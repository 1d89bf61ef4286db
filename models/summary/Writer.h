// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"
#include "rules/Validator.h"
#include "summary/Summary.h"

namespace marquee::summary {

QString tr(const char *text); ///< in the context "summary"

/// What a value says, on one line and not too long: a text as it reads, all else as its JSON.
QString shown(const payload::Value &value);
QString oneLine(const QString &text);

/// Puts rows into sections, and keeps to the bounds.
class Writer
{
public:
    Writer(Summary &into, const payload::Document &of, const rules::Rulebook &book, std::int64_t time)
        : document(of)
        , rulebook(book)
        , now(time)
        , m_summary(into)
    {
    }

    /// What follows belongs under that heading. A section without rows is dropped.
    void section(const QString &heading, std::optional<payload::Pointer> place = {});
    /// Nothing where the value is empty.
    void row(const QString &label, const QString &value, std::optional<payload::Pointer> place = {},
        const QString &link = {});
    /// What a member says, with its place.
    void member(
        const QString &label, const payload::Value &object, const payload::Pointer &place, std::string_view name);
    /// A web address: a link, where it is one.
    void address(const QString &label, const QString &url, const payload::Pointer &place);
    /// The section has more than it shows.
    bool isFull() const { return m_isFull; }
    void count(const char *name, std::size_t count) { m_summary.counts.push_back({name, count}); }
    /// Ends the last section.
    void finish();

    Summary &summary() { return m_summary; }

    const payload::Document &document;
    const rules::Rulebook &rulebook;
    const std::int64_t now; ///< seconds since 1970, UTC

private:
    Summary &m_summary;
    std::size_t m_left = 0; ///< rows that have no place
    bool m_isOpen = false;
    bool m_isFull = false;
};

// One for each kind of payload, each in its file. They set title, subtitle, counts and sections.
void summariseAvail(Writer &writer);
void summariseBatch(Writer &writer);
void summariseBatchReply(Writer &writer);
void summariseReply(Writer &writer);
void summariseProductions(Writer &writer);
void summariseProductionIds(Writer &writer);
void summariseProductionQuery(Writer &writer);
void summarisePerformances(Writer &writer);
void summariseCallback(Writer &writer);
void summariseUnknown(Writer &writer);

/// "success", and what the partner complains of.
void answerRows(Writer &writer, const payload::Value &answer, const payload::Pointer &place);
QString titleOf(const payload::Value &avail); ///< its first title; empty where it has none

} // namespace marquee::summary
