// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/DateTime.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <array>
#include <chrono>

namespace marquee::catalog {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view Form = "dddd-dd-ddTdd:dd:dd";
constexpr int SecondsADay = 86400;

bool matches(std::string_view text, std::string_view form)
{
    if (text.size() < form.size())
        return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] == 'd' ? (text[i] < '0' || text[i] > '9') : text[i] != form[i])
            return false;
    }
    return true;
}

int number(std::string_view text, std::size_t from, std::size_t digits)
{
    int value = 0;
    for (std::size_t i = from; i < from + digits; ++i)
        value = value * 10 + (text[i] - '0');
    return value;
}

std::optional<std::int64_t> days(int year, int month, int day)
{
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok())
        return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count();
}

bool zoneHasForm(std::string_view zone)
{
    return zone == "Z" || (zone.size() == 6 && (matches(zone, "+dd:dd") || matches(zone, "-dd:dd")));
}

int fullYear(const QString &written)
{
    const int year = written.toInt();
    return written.size() == 2 ? 2000 + year : year;
}

/// 1 to 12 for the name of a month, or how it begins, in English or the user's language; 0 for anything else.
int monthNamed(const QString &name)
{
    for (const QLocale &locale : {QLocale::c(), QLocale()}) {
        for (int month = 1; month <= 12; ++month) {
            if (name.size() >= 3 && locale.standaloneMonthName(month).startsWith(name, Qt::CaseInsensitive))
                return month;
        }
    }
    return 0;
}

std::optional<std::int64_t> fromParts(int year, int month, int day, const QRegularExpressionMatch &match)
{
    const auto date = days(year, month, day);
    const int hour = match.captured(u"h"_s).toInt();
    const int minute = match.captured(u"m"_s).toInt();
    const int second = match.captured(u"s"_s).toInt();
    if (!date || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    return *date * SecondsADay + hour * 3600 + minute * 60 + second;
}

} // namespace

bool DateTime::hasForm(std::string_view text)
{
    return matches(text, Form) && zoneHasForm(text.substr(Form.size()));
}

std::optional<DateTime> DateTime::parse(std::string_view text)
{
    if (!hasForm(text))
        return std::nullopt;
    const auto date = days(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
    const int hour = number(text, 11, 2);
    const int minute = number(text, 14, 2);
    const int second = number(text, 17, 2);
    if (!date || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    DateTime result;
    const std::string_view zone = text.substr(Form.size());
    result.isZ = zone == "Z";
    if (!result.isZ) {
        const int hours = number(zone, 1, 2);
        const int minutes = number(zone, 4, 2);
        if (hours > 14 || minutes > 59)
            return std::nullopt;
        result.offsetMinutes = (hours * 60 + minutes) * (zone[0] == '-' ? -1 : 1);
    }
    result.epochSeconds = *date * SecondsADay + hour * 3600 + minute * 60 + second - result.offsetMinutes * 60;
    return result;
}

std::optional<std::int64_t> DateTime::parseDate(std::string_view text)
{
    if (text.size() != 10 || !matches(text, "dddd-dd-dd"))
        return std::nullopt;
    const auto date = days(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
    return date ? std::optional(*date * SecondsADay) : std::nullopt;
}

std::string DateTime::format(std::int64_t epochSeconds)
{
    return QDateTime::fromSecsSinceEpoch(epochSeconds, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss'Z'"_s).toStdString();
}

QString DateTime::reading(std::int64_t epochSeconds, const QLocale &locale)
{
    return locale.toString(QDateTime::fromSecsSinceEpoch(epochSeconds, Qt::UTC), u"d MMM yyyy HH:mm"_s);
}

std::optional<std::int64_t> DateTime::parseTyped(const QString &typed)
{
    const QString text = typed.trimmed();
    const QByteArray utf8 = text.toUtf8();
    if (const auto exact = parse({utf8.constData(), static_cast<std::size_t>(utf8.size())}))
        return exact->epochSeconds;

    static const QString time = u"(?:[T ,]+(?<h>\\d{1,2}):(?<m>\\d{2})(?::(?<s>\\d{2}))?\\s*(?:Z|UTC)?)?$"_s;
    static const QRegularExpression yearFirst(u"^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})"_s + time);
    static const QRegularExpression dotted(u"^(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4}|\\d{2})"_s + time);
    static const QRegularExpression slashed(u"^(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})"_s + time);
    static const QRegularExpression named(u"^(\\d{1,2})\\.?[- ](\\p{L}+)\\.?[- ](\\d{4}|\\d{2})"_s + time);

    if (const auto match = yearFirst.match(text); match.hasMatch())
        return fromParts(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt(), match);
    if (const auto match = dotted.match(text); match.hasMatch())
        return fromParts(fullYear(match.captured(3)), match.captured(2).toInt(), match.captured(1).toInt(), match);
    if (const auto match = slashed.match(text); match.hasMatch()) {
        const int first = match.captured(1).toInt();
        const int second = match.captured(2).toInt();
        if (first <= 12 && second <= 12 && first != second)
            return std::nullopt;
        return fromParts(fullYear(match.captured(3)), std::min(first, second), std::max(first, second), match);
    }
    if (const auto match = named.match(text); match.hasMatch()) {
        if (const int month = monthNamed(match.captured(2)))
            return fromParts(fullYear(match.captured(3)), month, match.captured(1).toInt(), match);
    }
    return std::nullopt;
}

} // namespace marquee::catalog
