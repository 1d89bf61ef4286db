// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/SpreadIds.h"

#include "rules/WindowId.h"
#include "windows/FillPattern.h"
#include "windows/Plan.h"

#include <optional>

namespace marquee::windows {

using namespace Qt::StringLiterals;

namespace {

QString nextStep()
{
    return tr("It may name {id}, {territory}, {licence}, {format} and {n}; {n:3} counts 001, 002, …");
}

std::optional<QString> meaning(const QString &name, const IdParts &parts)
{
    if (name == u"id"_s)
        return QString::fromStdString(parts.id);
    if (name == u"territory"_s)
        return QString::fromStdString(parts.territory);
    if (name == u"licence"_s || name == u"license"_s)
        return QString::fromStdString(parts.licence);
    if (name == u"format"_s)
        return QString::fromStdString(parts.format);
    return countedAs(u"n"_s, name, parts.number);
}

} // namespace

Expected<std::string> idByPattern(const QString &pattern, const IdParts &parts)
{
    if (pattern.trimmed().isEmpty())
        return rules::newWindowId();
    const auto filled
        = fillPattern(pattern, [&](const QString &name) { return meaning(name, parts); }, nextStep());
    if (!filled)
        return tl::unexpected(filled.error());
    const QString id = filled->trimmed();
    if (id.isEmpty())
        return tl::unexpected(refusal(tr("The pattern leaves an empty ID."), nextStep()));
    return id.toStdString();
}

} // namespace marquee::windows
