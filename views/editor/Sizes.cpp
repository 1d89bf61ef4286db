// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/Sizes.h"

#include "shell/theme/Theme.h"

#include <QFontMetrics>
#include <QWidget>

namespace marquee::editor {

namespace {

constexpr int RowHeight = 32;
constexpr int Frame = 18; ///< borders and the blanks beside the text

template <class Adapt>
void followTheme(QWidget *widget, Adapt adapt)
{
    adapt();
    QObject::connect(&theme::Theme::instance(), &theme::Theme::changed, widget, adapt);
}

} // namespace

void keepFieldHeight(QWidget *field)
{
    followTheme(field, [field] { field->setFixedHeight(theme::scaled(RowHeight)); });
}

void keepFieldSize(QWidget *field, int characters)
{
    followTheme(field, [field, characters] {
        const int digit = QFontMetrics(theme::bodyFont()).horizontalAdvance(u'0');
        field->setFixedSize(digit * characters + Frame, theme::scaled(RowHeight));
    });
}

} // namespace marquee::editor
