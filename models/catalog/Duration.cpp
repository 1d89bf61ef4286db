// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Duration.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace marquee::catalog {

using namespace Qt::StringLiterals;

namespace {

constexpr double Hour = 3600;
constexpr double Day = 24 * Hour;

/// Seconds of one designator, in the order in which they have to stand; 0 where it doesn't belong.
struct Designator
{
    char letter;
    bool time;
    double seconds;
};
constexpr Designator designators[] = {{'Y', false, 365 * Day}, {'M', false, 30 * Day}, {'W', false, 7 * Day},
                                      {'D', false, Day},       {'H', true, Hour},      {'M', true, 60},
                                      {'S', true, 1}};

} // namespace

std::optional<Duration> Duration::parse(std::string_view text)
{
    Duration duration;
    std::size_t at = 0;
    if (at < text.size() && text[at] == '-') {
        duration.negative = true;
        ++at;
    }
    if (at >= text.size() || text[at++] != 'P')
        return std::nullopt;
    bool inTime = false;
    bool partOfTime = false;
    std::size_t next = 0; // designators in front of this one have passed
    int parts = 0;
    while (at < text.size()) {
        if (text[at] == 'T' && !inTime) {
            inTime = true;
            ++at;
            continue;
        }
        const std::size_t from = at;
        double value = 0;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9')
            value = value * 10 + (text[at++] - '0');
        if (at == from)
            return std::nullopt;
        bool fraction = false;
        if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
            fraction = true;
            double unit = 0.1;
            const std::size_t digits = ++at;
            for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; unit /= 10)
                value += unit * (text[at++] - '0');
            if (at == digits)
                return std::nullopt;
        }
        if (at == text.size())
            return std::nullopt;
        while (next < std::size(designators)
               && (designators[next].letter != text[at] || designators[next].time != inTime))
            ++next;
        if (next == std::size(designators))
            return std::nullopt;
        duration.calendar = duration.calendar || next < 2;
        duration.seconds += value * designators[next].seconds;
        partOfTime = partOfTime || inTime;
        ++next;
        ++parts;
        ++at;
        if (fraction && at != text.size())
            return std::nullopt;
    }
    if (parts == 0 || (inTime && !partOfTime))
        return std::nullopt;
    return duration;
}

std::string Duration::ofHours(std::int64_t hours)
{
    return "PT" + std::to_string(hours) + 'H';
}

std::optional<std::int64_t> Duration::wholeHours(std::string_view text)
{
    const auto duration = parse(text);
    if (!duration || duration->negative || duration->calendar || std::fmod(duration->seconds, Hour) != 0)
        return std::nullopt;
    return static_cast<std::int64_t>(duration->seconds / Hour);
}

QString Duration::reading(std::string_view text)
{
    const auto duration = parse(text);
    const QString written = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    if (!duration || duration->calendar || duration->negative)
        return written;
    if (const auto hours = wholeHours(text)) {
        const QString inHours = QCoreApplication::translate("Duration", "%1 h").arg(*hours);
        if (*hours < 24 || *hours % 24 != 0)
            return inHours;
        return QCoreApplication::translate("Duration", "%1 (%n day(s))", nullptr, static_cast<int>(*hours / 24))
            .arg(inHours);
    }
    if (std::fmod(duration->seconds, 60) == 0)
        return QCoreApplication::translate("Duration", "%1 min").arg(static_cast<qint64>(duration->seconds / 60));
    return written;
}

std::optional<std::string> Duration::parseTyped(const QString &typed)
{
    const QString text = typed.trimmed();
    const std::string exact = text.toUpper().toStdString();
    if (parse(exact))
        return exact;
    static const QRegularExpression form(
        u"^(\\d{1,6})\\s*(h|hrs?|hours?|stunden?|std|d|days?|tage?|w|weeks?|wochen?)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const std::int64_t count = match.captured(1).toLongLong();
    const QString unit = match.captured(2).toLower();
    if (unit.startsWith(u'd') || unit.startsWith(u't'))
        return ofHours(count * 24);
    return ofHours(unit.startsWith(u'w') ? count * 24 * 7 : count);
}

} // namespace marquee::catalog
