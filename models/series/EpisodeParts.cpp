// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/EpisodeParts.h"

#include "windows/FillPattern.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace marquee::series {

using namespace Qt::StringLiterals;

namespace {

QString nextStep(const EpisodeParts &parts)
{
    QString names = u"{n}, {n:2}, {season}, {series}, {seasontitle}, {title}, {id}"_s;
    if (parts.alid)
        names += u", {alid}"_s;
    if (parts.window)
        names += u", {window}, {windowid}"_s;
    return QCoreApplication::translate("Episodes", "It may name %1.").arg(names);
}

std::optional<QString> meaning(const QString &name, const EpisodeParts &parts)
{
    if (name == u"series"_s)
        return parts.series;
    if (name == u"seasontitle"_s)
        return parts.seasonTitle;
    if (name == u"title"_s)
        return parts.title;
    if (name == u"id"_s)
        return parts.id;
    if (name == u"alid"_s)
        return parts.alid;
    if (name == u"windowid"_s)
        return parts.windowId;
    if (const auto number = windows::countedAs(u"n"_s, name, parts.number))
        return number;
    if (parts.window && windows::countedAs(u"window"_s, name, *parts.window))
        return windows::countedAs(u"window"_s, name, *parts.window);
    const auto season = windows::countedAs(u"season"_s, name, parts.season.value_or(0));
    return season && !parts.season ? std::optional(QString()) : season;
}

} // namespace

Expected<QString> filled(const QString &pattern, const EpisodeParts &parts)
{
    const auto meant = [&](const QString &name) { return meaning(name, parts); };
    auto text = windows::fillPattern(pattern, meant, nextStep(parts));
    if (!text)
        return text;
    if (parts.title.isEmpty() && pattern.contains(u"{title}"_s, Qt::CaseInsensitive)) {
        static const QRegularExpression atEnds(u"^[\\s–—\\-:,·|/]+|[\\s–—\\-:,·|/]+$"_s);
        text->remove(atEnds);
    }
    return text->trimmed();
}

} // namespace marquee::series
