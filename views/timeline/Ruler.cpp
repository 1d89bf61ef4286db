// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/Ruler.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <cstdint>

namespace marquee::timeline {

using namespace Qt::StringLiterals;

namespace {

enum class Unit : std::uint8_t
{
    Hour,
    Day,
    Month,
    Year
};

struct Step
{
    Unit unit;
    int count;
    double seconds; ///< about
    double room; ///< how much of a label's width its own need
};

constexpr double DaySeconds = 86400;
constexpr std::array steps{Step{Unit::Hour, 1, 3600, 1.2}, Step{Unit::Hour, 6, 3600 * 6, 1.2},
    Step{Unit::Day, 1, DaySeconds, 0.8}, Step{Unit::Day, 7, DaySeconds * 7, 0.8},
    Step{Unit::Month, 1, DaySeconds * 30, 1}, Step{Unit::Month, 3, DaySeconds * 91, 1},
    Step{Unit::Year, 1, DaySeconds * 365, 1.2}, Step{Unit::Year, 5, DaySeconds * 365 * 5, 1.2},
    Step{Unit::Year, 10, DaySeconds * 365 * 10, 1.2}, Step{Unit::Year, 50, DaySeconds * 365 * 50, 1.2},
    Step{Unit::Year, 100, DaySeconds * 365 * 100, 1.2}};

QDateTime momentAt(double seconds)
{
    return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(seconds), Qt::UTC);
}

/// The last tick at or before a moment.
QDateTime floorTo(const QDateTime &moment, const Step &step)
{
    const QDate date = moment.date();
    switch (step.unit) {
    case Unit::Hour:
        return QDateTime(date, QTime(moment.time().hour() / step.count * step.count, 0), Qt::UTC);
    case Unit::Day: // weeks begin on Mondays
        return QDateTime(step.count == 7 ? date.addDays(1 - date.dayOfWeek()) : date, QTime(0, 0), Qt::UTC);
    case Unit::Month:
        return QDateTime(QDate(date.year(), (date.month() - 1) / step.count * step.count + 1, 1), QTime(0, 0), Qt::UTC);
    case Unit::Year:
        return QDateTime(QDate(std::max(1, date.year() / step.count * step.count), 1, 1), QTime(0, 0), Qt::UTC);
    }
    return moment;
}

QDateTime next(const QDateTime &tick, const Step &step)
{
    switch (step.unit) {
    case Unit::Hour:
        return tick.addSecs(qint64{3600} * step.count);
    case Unit::Day:
        return tick.addDays(step.count);
    case Unit::Month:
        return tick.addMonths(step.count);
    case Unit::Year:
        return floorTo(tick.addYears(step.count), step);
    }
    return tick;
}

QString labelOf(const QDateTime &tick, Unit unit)
{
    const QLocale locale;
    switch (unit) {
    case Unit::Hour:
        return tick.toString(u"HH:mm"_s);
    case Unit::Day:
        return QString::number(tick.date().day());
    case Unit::Month:
        return locale.standaloneMonthName(tick.date().month(), QLocale::ShortFormat);
    case Unit::Year:
        return QString::number(tick.date().year());
    }
    return {};
}

QString longLabelOf(const QDateTime &tick, Unit unit)
{
    const QLocale locale;
    if (unit == Unit::Day)
        return locale.toString(tick.date(), u"d MMMM yyyy"_s);
    if (unit == Unit::Month)
        return locale.standaloneMonthName(tick.date().month()) + u' ' + QString::number(tick.date().year());
    return labelOf(tick, unit);
}

template <class Label>
std::vector<Ruler::Tick> ticksOf(const TimeScale &scale, double width, const Step &step, Label label)
{
    std::vector<Ruler::Tick> ticks;
    const auto end = static_cast<qint64>(scale.timeAt(width));
    for (QDateTime tick = floorTo(momentAt(scale.timeAt(0)), step); tick.isValid() && tick.toSecsSinceEpoch() <= end;
         tick = next(tick, step)) {
        if (tick.date().year() > 9999)
            break;
        ticks.push_back({scale.xOf(static_cast<double>(tick.toSecsSinceEpoch())), label(tick)});
    }
    return ticks;
}

} // namespace

Ruler rulerOf(const TimeScale &scale, double width, double labelWidth)
{
    const Step *step = &steps.back();
    for (const Step &tried : steps) {
        if (tried.seconds / scale.secondsPerPixel() >= labelWidth * tried.room) {
            step = &tried;
            break;
        }
    }
    Ruler ruler;
    ruler.lower = ticksOf(scale, width, *step, [step](const QDateTime &tick) { return labelOf(tick, step->unit); });
    if (step->unit == Unit::Year)
        return ruler;
    const Unit above = step->unit == Unit::Hour ? Unit::Day : step->unit == Unit::Day ? Unit::Month : Unit::Year;
    ruler.upper = ticksOf(
        scale, width, Step{above, 1, 0, 0}, [above](const QDateTime &tick) { return longLabelOf(tick, above); });
    return ruler;
}

} // namespace marquee::timeline
