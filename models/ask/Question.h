// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QString>

#include <cstdint>
#include <string>

namespace marquee::rules {
struct Rulebook;
}

namespace marquee::ask {

/// A moment, or a whole day in UTC.
struct When
{
    std::int64_t first = 0; ///< seconds since 1970, UTC: the moment, or the day's midnight
    bool isDay = true;

    /// The last second that is asked for. A window that ends at 23:59:59 holds all of its last day.
    std::int64_t last() const { return isDay ? first + 86399 : first; }

    friend bool operator==(const When &, const When &) = default;
};

/// What may be shown then and there, in that format and language?
struct Question
{
    When on;
    std::string territory; ///< ISO 3166-1 ("US"), or a part of a country after ISO 3166-2 ("US-CA")
    std::string format; ///< as FormatProfile says it ("UHD"); empty: any
    std::string language; ///< BCP 47 ("fr-CA"); empty: any

    friend bool operator==(const Question &, const Question &) = default;
};

/// A day (2027-03-14, and what else people type for one) or a moment (2027-03-14T09:00:00Z, 2027-03-14 9:00). Invalid
/// for others.
Expected<When> readWhen(const QString &typed);
/// Puts a question together of what was typed: letter case and other names of a format ("4K") don't matter. Invalid
/// where one of them isn't what it has to be; the message says which, and what was likely meant.
Expected<Question> readQuestion(const QString &on, const QString &territory, const QString &format,
    const QString &language, const rules::Rulebook &book);

/// The format as the catalogue spells it: "4K" is UHD. Others as they are.
std::string formatName(std::string_view written, const rules::Rulebook &book);

/// "14 Mar 2027", "14 Mar 2027 09:00 UTC".
QString whenWords(const When &when);

} // namespace marquee::ask
