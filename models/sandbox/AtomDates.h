// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <string>

namespace marquee::sandbox {

/// The days for which a venue is asked, judged as the simulated partner does.
struct AtomDates
{
    struct Pair
    {
        std::string start; ///< as written; empty: not given
        std::string end;
    };

    std::int64_t firstDay = 0; ///< since 1970
    std::int64_t lastDay = 0; ///< inclusive
    QByteArray complaint; ///< why it isn't answered; empty: it is

    static AtomDates read(const Pair &iso, const Pair &local);
    /// Whether a production is played on one of the days. Each has a day off in four, the same ones each time.
    bool plays(const QString &id) const;
};

} // namespace marquee::sandbox
