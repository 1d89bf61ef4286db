// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace marquee::series {

/// Titles of episodes as they are typed or pasted: one a line, of a row from a spreadsheet the last cell that says
/// something. An empty line in the middle is an episode without a title; those at the end don't count.
QStringList titlesFrom(const QString &text);

} // namespace marquee::series
