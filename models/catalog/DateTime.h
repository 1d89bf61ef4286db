// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace marquee::catalog {

/// Date-times as the partners write them: YYYY-MM-DDThh:mm:ss, then Z or an offset. All functions may be called from any
/// thread.
struct DateTime
{
    std::int64_t epochSeconds = 0; ///< since 1970-01-01T00:00:00Z
    int offsetMinutes = 0; ///< of the written offset, east of UTC
    bool isZ = true; ///< written with Z

    /// Exactly that form; nothing else, no fractions, no blanks, no 24:00, no leap second.
    static std::optional<DateTime> parse(std::string_view text);
    /// True where the text has the form, but names a day or hour that isn't: 2023-02-30.
    static bool hasForm(std::string_view text);
    /// Exactly YYYY-MM-DD: the midnight, in UTC, with which that day begins.
    static std::optional<std::int64_t> parseDate(std::string_view text);

    /// As written to a payload: 2026-03-14T09:00:00Z.
    static std::string format(std::int64_t epochSeconds);
    /// For people: "14 Mar 2026 09:00", in UTC.
    static QString reading(std::int64_t epochSeconds, const QLocale &locale = QLocale());
    /// What people type or paste, taken as UTC: 2026-03-14, 2026-03-14 9:00, 14.3.2026 9:00, 14 Mar 2026, 14-Mar-26.
    /// A date alone is its midnight. 3/4/2026 is refused, because nobody can tell day from month; 3/14/2026 isn't.
    static std::optional<std::int64_t> parseTyped(const QString &typed);
};

} // namespace marquee::catalog
