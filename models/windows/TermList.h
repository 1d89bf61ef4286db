// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalog.h"
#include "payload/Error.h"
#include "payload/Value.h"

#include <QByteArray>
#include <QString>

#include <string>
#include <vector>

namespace marquee::windows {

/// One term as it is written somewhere.
struct WrittenTerm
{
    std::string name; ///< decoded; empty where it has none
    std::string json; ///< to the digit
    std::string content; ///< as contentOf says
    QString words; ///< its value for people: "4.99 USD", "720 h (30 days)"
};

/// Terms away from a window: on the clipboard, in a set of terms.
struct TermList
{
    std::vector<WrittenTerm> terms; ///< in their order; at least one where readTerms made it
    std::string json; ///< the list, as it is written
};

constexpr qsizetype MostTermText = 1024 * 1024; ///< bytes of text that readTerms takes
constexpr std::size_t MostTerms = 1000;

/// Terms from text: a list of terms, an object with "Terms" (a window, or part of one), or one term; the braces around
/// a member or a list that was cut out of a payload may be missing. Errors: Malformed (not JSON), Invalid (something
/// else), TooLarge. Any thread.
Expected<TermList> readTerms(const QByteArray &text);

/// What a term is called: the catalogue's label, else its name as it is written.
QString termLabel(const catalog::Catalog &catalog, const std::string &name);
/// A term's value for people, on one line.
QString termWords(const payload::Value &term);

} // namespace marquee::windows
