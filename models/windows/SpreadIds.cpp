// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/SpreadIds.h"

#include "rules/WindowId.h"
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
    if (name == u"n"_s)
        return QString::number(parts.number);
    bool isNumber = false;
    const int digits = name.startsWith(u"n:"_s) ? name.mid(2).toInt(&isNumber) : 0;
    if (isNumber && digits >= 1 && digits <= 9)
        return QString::number(parts.number).rightJustified(digits, u'0');
    return std::nullopt;
}

} // namespace

Expected<std::string> idByPattern(const QString &pattern, const IdParts &parts)
{
    if (pattern.trimmed().isEmpty())
        return rules::newWindowId();
    QString id;
    for (qsizetype at = 0; at < pattern.size();) {
        const qsizetype open = pattern.indexOf(u'{', at);
        if (open < 0) {
            id += pattern.mid(at);
            break;
        }
        id += pattern.mid(at, open - at);
        const qsizetype close = pattern.indexOf(u'}', open);
        if (close < 0)
            return tl::unexpected(refusal(tr("A brace in the pattern isn't closed."), nextStep()));
        const QString name = pattern.mid(open + 1, close - open - 1);
        const auto text = meaning(name.trimmed().toLower(), parts);
        if (!text)
            return tl::unexpected(refusal(tr("The pattern doesn't know {%1}.").arg(name), nextStep()));
        id += *text;
        at = close + 1;
    }
    id = id.trimmed();
    if (id.isEmpty())
        return tl::unexpected(refusal(tr("The pattern leaves an empty ID."), nextStep()));
    return id.toStdString();
}

} // namespace marquee::windows
