// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ask/Answer.h"
#include "ask/Question.h"

#include <QStringList>

namespace marquee::ask {

/// "1 Mar 2027", with the time and "UTC" where it isn't that day's first moment, or, of an end, its last.
QString startWords(std::int64_t moment);
QString endWords(std::int64_t moment);
QString timeWords(std::int64_t moment); ///< "09:00 UTC"

/// "the United States", "Germany"; a code that nobody knows as it is.
QString territoryName(std::string_view code, const rules::Rulebook &book);
QString languageName(std::string_view tag, const rules::Rulebook &book);
/// "a, b, c and 4 more"
QString shortList(const QStringList &words);

/// What the answer comes to: "Yes: …" or "No: …", with the window that grants it, or the one that comes nearest.
QString answerWords(const Answer &answer, const Question &question, const rules::Rulebook &book);

} // namespace marquee::ask
