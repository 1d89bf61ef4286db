// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ask/Answer.h"
#include "ask/Question.h"

#include <atomic>
#include <limits>

namespace marquee::payload {
class Document;
}

namespace marquee::ask {

struct Limits
{
    std::size_t most = std::numeric_limits<std::size_t>::max(); ///< windows of an avail that are listed, of each kind;
                                                                ///< all are counted
    const std::atomic<bool> *stop = nullptr; ///< set: ends early, with what there is
};

/// What each avail of a payload answers: the avail of an avail or a reply, those of a batch's items and of its reply.
/// Nothing for other payloads.
///
/// What counts, and where it is said:
/// - A day is granted where the window covers all of it, in UTC. Start and End that are absent are open; ones that
/// can't be
///   read, or hang on a condition, grant nothing.
/// - A country grants its regions, a region doesn't grant the country. TerritoryExcluded takes away; with it, a window
/// that names
///   no territory holds everywhere else (MDDF Avails v2.6, AvailTrans-type).
/// - A format is its own: UHD doesn't grant HD, which has a window of its own (EMA, one line for each).
/// - Allowed languages are the only ones: fr allows fr-CA, fr-CA doesn't allow fr. A holdback of fr holds back fr-CA,
/// and one of
///   fr-CA also fr (Prime Video, language holdback and allowed languages). A holdback of subtitles or audio alone is a
///   condition. Asset languages aren't contractual, and stand against nothing (EMA data dictionary).
/// - Before its SuppressionLiftDate nothing is shown; after its FixedEndDate nothing either; a TitleStatus other than
///   Approved grants nothing (MDDF Avails v2.6, terms).
///
/// Takes time that grows with the text. Any thread, while nobody changes the document.
std::vector<Answer> ask(const payload::Document &document, const rules::Rulebook &book, const Question &question,
    const Limits &limits = {});

} // namespace marquee::ask
