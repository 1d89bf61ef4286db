// SPDX-License-Identifier: GPL-3.0-or-later
#include "performances/TypedTimes.h"

#include "catalog/DateTime.h"

#include <QDateTime>
#include <QRegularExpression>

namespace marquee::performances {

using namespace Qt::StringLiterals;

namespace {

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

QDate dateOf(std::string_view text)
{
    if (text.size() != 10)
        return {};
    return QDate::fromString(fromUtf8(text), u"yyyy-MM-dd"_s);
}

QTime timeOf(std::string_view text)
{
    if (text.size() != 5)
        return {};
    return QTime::fromString(fromUtf8(text), u"HH:mm"_s);
}

std::optional<QDate> readDate(const QString &typed)
{
    const auto moment = catalog::DateTime::parseTyped(typed.trimmed());
    if (!moment || *moment % 86400 != 0)
        return std::nullopt;
    return QDateTime::fromSecsSinceEpoch(*moment, Qt::UTC).date();
}

std::optional<QTime> readTime(const QString &typed)
{
    static const QRegularExpression form(
        u"^(\\d{1,2})(?:\\s*[:.h]\\s*(\\d{2})?|(\\d{2}))?(?::00)?\\s*(am|pm|a\\.m\\.|p\\.m\\.|uhr)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(typed.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const QString minutes = match.captured(2) + match.captured(3);
    const QString half = match.captured(4).toLower();
    int hour = match.captured(1).toInt();
    // A figure alone may be the beginning of a time: 7, 19.
    if (minutes.isEmpty() && half.isEmpty() && !typed.contains(u'h'))
        return std::nullopt;
    const bool isHalf = half.startsWith(u'a') || half.startsWith(u'p');
    if (isHalf && (hour < 1 || hour > 12))
        return std::nullopt;
    if (isHalf)
        hour = hour % 12 + (half.startsWith(u'p') ? 12 : 0);
    const QTime time(hour, minutes.toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

QString written(QDate date)
{
    return date.toString(u"yyyy-MM-dd"_s);
}

QString written(QTime time)
{
    return time.toString(u"HH:mm"_s);
}

} // namespace marquee::performances
