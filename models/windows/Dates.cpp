// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/Dates.h"

#include "catalog/DateTime.h"
#include "payload/JsonText.h"

#include <QDateTime>

#include <cstdio>
#include <cstdlib>

namespace marquee::windows {

using catalog::DateTime;

std::optional<std::int64_t> later(std::int64_t moment, int months, int days)
{
    const QDateTime to = QDateTime::fromSecsSinceEpoch(moment, Qt::UTC).addMonths(months).addDays(days);
    // A day away from what four digits can write, because of offsets.
    const QDate earliest(1, 1, 2), latest(9999, 12, 30);
    if (!to.isValid() || to.date() < earliest || to.date() > latest)
        return std::nullopt;
    return to.toSecsSinceEpoch();
}

std::optional<std::int64_t> momentOf(const payload::Value &value)
{
    std::string scratch;
    const std::string_view text = value.string(scratch);
    if (const auto moment = DateTime::parse(text))
        return moment->epochSeconds;
    return DateTime::parseDate(text);
}

std::string spelled(std::int64_t moment, std::string_view like)
{
    std::string text = DateTime::format(moment);
    const auto date = DateTime::parse(like);
    constexpr std::int64_t day = 86400;
    if (DateTime::parseDate(like) && moment % day == 0) {
        text.resize(like.size());
    } else if (date && !date->isZ) {
        text = DateTime::format(moment + date->offsetMinutes * std::int64_t{60});
        text.pop_back();
        const int minutes = std::abs(date->offsetMinutes);
        char offset[16];
        std::snprintf(offset, sizeof offset, "%c%02d:%02d", like[like.size() - 6], minutes / 60, minutes % 60);
        text += offset;
    }
    return payload::encodeJsonString(std::string_view(text));
}

} // namespace marquee::windows
