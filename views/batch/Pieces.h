// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QString>

namespace marquee::batch {

/// A label that wraps, in one of the style sheet's roles.
inline QLabel *noteLabel(const char *name, const QString &role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1StringView(name));
    label->setProperty("role", role);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// Says it to eyes and to screen readers.
template <class Widget>
Widget *named(Widget *widget, const char *name, const QString &title)
{
    widget->setObjectName(QLatin1StringView(name));
    widget->setAccessibleName(title);
    return widget;
}

} // namespace marquee::batch
