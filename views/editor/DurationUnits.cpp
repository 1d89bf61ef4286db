// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/DurationUnits.h"

#include "catalog/Duration.h"

#include <QRegularExpression>

#include <cmath>

namespace marquee::editor {

using namespace Qt::StringLiterals;
using catalog::Duration;
using Unit = DurationEditor::Unit;

namespace {

constexpr int MostDigits = 6;

double secondsOf(Unit unit)
{
    switch (unit) {
    case Unit::Hours:
        return 3600;
    case Unit::Days:
        return 24 * 3600;
    case Unit::Minutes:
        return 60;
    case Unit::Written:
        break;
    }
    return 0;
}

std::optional<std::int64_t> typedMinutes(const QString &text)
{
    static const QRegularExpression minutes(u"^(\\d{1,%1})\\s*(?:min|mins|minutes?|minuten?)$"_s.arg(MostDigits),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = minutes.match(text);
    return match.hasMatch() ? std::optional<std::int64_t>(match.captured(1).toLongLong()) : std::nullopt;
}

} // namespace

std::optional<std::int64_t> amountIn(Unit unit, std::string_view text)
{
    const auto duration = Duration::parse(text);
    if (unit == Unit::Written || !duration || duration->negative || duration->calendar)
        return std::nullopt;
    const double amount = duration->seconds / secondsOf(unit);
    if (amount != std::floor(amount) || amount >= std::pow(10, MostDigits))
        return std::nullopt;
    return static_cast<std::int64_t>(amount);
}

Unit unitOf(std::string_view text)
{
    if (text.find('T') == std::string_view::npos && amountIn(Unit::Days, text))
        return Unit::Days;
    if (amountIn(Unit::Hours, text) && !text.ends_with('M'))
        return Unit::Hours;
    return amountIn(Unit::Minutes, text) ? Unit::Minutes : Unit::Written;
}

std::string durationOf(Unit unit, std::int64_t amount)
{
    if (unit == Unit::Minutes)
        return "PT" + std::to_string(amount) + 'M';
    return Duration::ofHours(unit == Unit::Days ? amount * 24 : amount);
}

std::optional<std::int64_t> bareFigures(const QString &text)
{
    static const QRegularExpression figures(u"^\\d{1,%1}$"_s.arg(MostDigits));
    return figures.match(text).hasMatch() ? std::optional<std::int64_t>(text.toLongLong()) : std::nullopt;
}

std::optional<std::string> typedDuration(const QString &typed, Unit unit)
{
    const QString text = typed.trimmed();
    if (const auto amount = bareFigures(text))
        return durationOf(unit, *amount);
    if (const auto minutes = typedMinutes(text))
        return durationOf(Unit::Minutes, *minutes);
    return Duration::parseTyped(text);
}

std::optional<Unit> typedUnit(const QString &typed)
{
    const QString text = typed.trimmed();
    if (bareFigures(text))
        return std::nullopt;
    if (typedMinutes(text))
        return Unit::Minutes;
    const auto duration = Duration::parseTyped(text);
    if (!duration)
        return std::nullopt;
    // "30 d" is asked for in days, although it is written PT720H; an ISO text reads as it is written.
    static const QRegularExpression days(u"^\\d+\\s*[dtw]"_s, QRegularExpression::CaseInsensitiveOption);
    return days.match(text).hasMatch() ? Unit::Days : unitOf(*duration);
}

} // namespace marquee::editor
