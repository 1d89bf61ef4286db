// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/CountWords.h"

#include <QCoreApplication>
#include <QStringList>

namespace marquee::rules {

QString countsInWords(const Counts &counts)
{
    QStringList parts;
    if (counts.errors > 0)
        parts << QCoreApplication::translate("counts", "%n error(s)", nullptr, counts.errors);
    if (counts.warnings > 0)
        parts << QCoreApplication::translate("counts", "%n warning(s)", nullptr, counts.warnings);
    if (counts.hints > 0)
        parts << QCoreApplication::translate("counts", "%n hint(s)", nullptr, counts.hints);
    return parts.isEmpty() ? QCoreApplication::translate("counts", "no problems") : parts.join(QStringLiteral(", "));
}

} // namespace marquee::rules
