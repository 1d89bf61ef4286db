// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/FillPattern.h"

#include "windows/Plan.h"

namespace marquee::windows {

using namespace Qt::StringLiterals;

Expected<QString> fillPattern(const QString &pattern, const Meaning &meaning, const QString &nextStep)
{
    QString filled;
    for (qsizetype at = 0; at < pattern.size();) {
        const qsizetype open = pattern.indexOf(u'{', at);
        if (open < 0) {
            filled += pattern.mid(at);
            break;
        }
        filled += pattern.mid(at, open - at);
        const qsizetype close = pattern.indexOf(u'}', open);
        if (close < 0)
            return tl::unexpected(refusal(tr("A brace in the pattern isn't closed."), nextStep));
        const QString name = pattern.mid(open + 1, close - open - 1);
        const auto text = meaning(name.trimmed().toLower());
        if (!text)
            return tl::unexpected(refusal(tr("The pattern doesn't know {%1}.").arg(name), nextStep));
        filled += *text;
        at = close + 1;
    }
    return filled;
}

std::optional<QString> countedAs(const QString &name, const QString &asked, int number)
{
    if (asked == name)
        return QString::number(number);
    bool isNumber = false;
    const int digits = asked.startsWith(name + u':') ? asked.mid(name.size() + 1).toInt(&isNumber) : 0;
    if (isNumber && digits >= 1 && digits <= 9)
        return QString::number(number).rightJustified(digits, u'0');
    return std::nullopt;
}

} // namespace marquee::windows
