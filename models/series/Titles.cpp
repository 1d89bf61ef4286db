// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/Titles.h"

namespace marquee::series {

QStringList titlesFrom(const QString &text)
{
    QStringList titles;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        QString title;
        for (const QString &cell : line.split(QLatin1Char('\t'))) {
            if (!cell.trimmed().isEmpty())
                title = cell.simplified();
        }
        titles << title;
    }
    while (!titles.isEmpty() && titles.last().isEmpty())
        titles.removeLast();
    return titles;
}

} // namespace marquee::series
