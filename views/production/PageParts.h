// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of a production's page share.
#pragma once

#include "shell/theme/Theme.h"

#include <QLabel>
#include <QString>
#include <QVariant>
#include <QVBoxLayout>

namespace marquee::production::parts {

// How much one can look at. The tree of the answer has all of it.
constexpr qsizetype LongestText = 4000;
constexpr qsizetype LongestName = 300;
constexpr qsizetype MostCredits = 40;
constexpr qsizetype MostLinks = 20;
constexpr qsizetype MostMembers = 60;
constexpr qsizetype LongestAddress = 72;

inline QString cut(const QString &text, qsizetype most)
{
    return text.size() > most ? QString(text.left(most) + QChar(u'…')) : text;
}

/// An address is told apart by its ends.
inline QString cutInMiddle(const QString &text)
{
    constexpr qsizetype end = 24;
    return text.size() > LongestAddress ? QString(text.left(LongestAddress - end) + QChar(u'…') + text.right(end))
                                        : text;
}

inline QVBoxLayout *columnOf(QWidget *widget, int spacing)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::scaled(spacing));
    return layout;
}

inline QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("label"));
    return label;
}

} // namespace marquee::production::parts
