// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/theme/Theme.h"

#include <QFont>
#include <QLabel>
#include <QPushButton>
#include <QString>

namespace marquee::production {

/// Keeps a font that grows with the text.
inline void keepFont(QWidget *widget, QFont (*font)())
{
    widget->setFont(font());
    QObject::connect(
        &theme::Theme::instance(), &theme::Theme::changed, widget, [widget, font] { widget->setFont(font()); });
}

/// Words that wrap and can be copied, in one of the style sheet's roles (null: none).
inline QLabel *words(const char *name, const char *role, QWidget *parent, const QString &text = {})
{
    auto *label = new QLabel(text, parent);
    label->setObjectName(QLatin1StringView(name));
    if (role)
        label->setProperty("role", QString::fromLatin1(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// A button in one of the style sheet's roles (null: the plain one).
inline QPushButton *button(const QString &name, const QString &text, const char *role, QWidget *parent)
{
    auto *made
        = new QPushButton(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")), parent); // an address has them
    made->setObjectName(name);
    made->setAccessibleName(text);
    made->setAutoDefault(false);
    if (role)
        made->setProperty("role", QString::fromLatin1(role));
    if (role && QLatin1StringView(role) == QLatin1StringView("link"))
        made->setCursor(Qt::PointingHandCursor);
    return made;
}

} // namespace marquee::production
