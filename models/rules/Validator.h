// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Change.h"
#include "rules/BatchFacts.h"
#include "rules/Context.h"
#include "rules/Problem.h"
#include "rules/Report.h"
#include "rules/Rule.h"
#include "rules/RuleSet.h"

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace marquee::catalog {
class Vocabularies;
}

namespace marquee::rules {

class PartState;

/// Everything that validation needs beside the document. Shared by all validators; any thread.
struct Rulebook
{
    std::shared_ptr<const catalog::Catalog> catalog;
    std::shared_ptr<const catalog::Vocabularies> vocabularies;
    std::shared_ptr<const RuleSet> rules;

    /// The built-in ones. Internal where one is missing: nothing may pass because nothing looked.
    static Expected<Rulebook> load();
};

/// Finds the problems of one document, and keeps up with its edits at the cost of what they touch: the window that was
/// changed, the avail's own fields, and what the rules across windows have to look at again; likewise the performances of a message.
/// One thread at a time.
class Validator
{
public:
    /// The document has to outlive the validator.
    Validator(Rulebook rulebook, const payload::Document &document, Severities severities = {}, Clock clock = systemClock);
    ~Validator();

    /// The document is known to be a reply although it doesn't look like one: a GET's answer without "success".
    void setReply(bool reply);
    /// What is being done with a batch, where that is known.
    void setBatchVerb(std::optional<BatchVerb> verb);

    /// The document is about to be sent as it stands: what is a hint on opening may be an error then (PF013).
    void setSending(bool sending);
    /// Who knows the numbers that were sent (PF012). Asked with every edit of a message, on the validator's thread.
    void setLastSequence(LastSequence lastSequence);
    /// What a production reply answers (AT008). Empty: not known, and then only what came twice can be told.
    void setAskedIds(QStringList ids);

    void validate(); ///< all of it
    void update(const payload::Change &change); ///< what the change touched

    DocumentKind kind() const { return m_kind; }
    Counts counts() const;
    /// The first problems in the order of the text; all of them by default.
    std::vector<Problem> problems(std::size_t most = std::numeric_limits<std::size_t>::max()) const;
    /// Those at a place or below it.
    std::vector<Problem> problemsUnder(const payload::Path &place) const;
    /// Those outside of windows and performances: around the avails or the message, and of their own fields.
    std::vector<Problem> problemsOutsideWindows() const;
    /// Of one window of the document's (first) avail, by its index.
    Counts windowCounts(std::uint32_t window) const;
    /// Of one performance of a message, by its index.
    Counts performanceCounts(std::uint32_t performance) const;

    /// For Rule::message and Rule::fixes.
    Context context() const;
    const Rulebook &rulebook() const { return m_rulebook; }
    const payload::Document &document() const { return m_document; }

private:
    void findParts();
    void findAvails();
    void checkAround();
    /// Nothing but a value outside of all parts changed, and no part with it.
    bool isAroundOnly(const payload::ChangedPlace &place) const;
    PartState *partAt(const payload::Path &path);
    Counts itemCounts(std::uint32_t item) const;

    Rulebook m_rulebook;
    const payload::Document &m_document;
    Severities m_severities;
    Clock m_clock;
    bool m_reply = false;
    bool m_sending = false;
    LastSequence m_lastSequence;
    QStringList m_askedIds;
    std::optional<BatchVerb> m_verb;
    std::int64_t m_now = 0;
    DocumentKind m_kind = DocumentKind::Unknown;
    std::vector<std::unique_ptr<PartState>> m_parts; ///< avails, or the message
    std::vector<Problem> m_around; ///< problems outside of the parts
    Counts m_aroundCounts;
};

} // namespace marquee::rules
