// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace marquee::catalog {

/// ISO 8601 durations such as PT720H, P30D, P1Y2M, PT1.5S, P2W. Any thread.
struct Duration
{
    bool negative = false;
    bool calendar = false; ///< has years or months, whose length depends on when they begin
    double seconds = 0; ///< without the sign; a year taken as 365 days, a month as 30

    /// Nothing where the text isn't a duration: PT, P, 720, P1H, pt5h.
    static std::optional<Duration> parse(std::string_view text);
    bool isPositive() const { return !negative && seconds > 0; }

    /// Hours as rentals are written: PT720H.
    static std::string ofHours(std::int64_t hours);
    /// For people: "720 h (30 days)", "48 h (2 days)", "90 min". As it is written, where it is neither hours, days nor
    /// minutes alone.
    static QString reading(std::string_view text);
    /// Whole hours, where the duration is just that (days counted as 24): what an editor in hours or days can show.
    static std::optional<std::int64_t> wholeHours(std::string_view text);
    /// What people type: "720", "720 h", "30 days", "30d", "30 Tage". A bare number is hours.
    static std::optional<std::string> parseTyped(const QString &typed);
};

} // namespace marquee::catalog
