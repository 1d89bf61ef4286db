// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/Sizes.h"

#include "shell/theme/Theme.h"

#include <QFontMetrics>
#include <QVariant>
#include <QWidget>

namespace marquee::editor {

namespace {

constexpr int RowHeight = 32;
constexpr int Frame = 18; ///< borders and the blanks beside the text

constexpr const char *Characters = "characters";

void setWidth(QWidget *field)
{
    const int digit = QFontMetrics(theme::bodyFont()).horizontalAdvance(u'0');
    field->setFixedWidth(digit * field->property(Characters).toInt() + Frame);
}

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
    field->setProperty(Characters, characters);
    followTheme(field, [field] { setWidth(field); });
    keepFieldHeight(field);
}

void setFieldCharacters(QWidget *field, int characters)
{
    field->setProperty(Characters, characters);
    setWidth(field);
}

} // namespace marquee::editor
