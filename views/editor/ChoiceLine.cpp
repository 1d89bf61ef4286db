// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/ChoiceLine.h"

#include "editor/ChoiceDelegate.h"
#include "shell/theme/Theme.h"

#include <QPainter>
#include <QStyleOptionFrame>

namespace marquee::editor {

void ChoiceLine::setLabel(const QString &label)
{
    if (m_label == label)
        return;
    m_label = label;
    setAccessibleDescription(label);
    update();
}

void ChoiceLine::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const QWidget *holder = focusProxy() ? focusProxy() : this;
    if (m_label.isEmpty() || holder->hasFocus())
        return;
    QStyleOptionFrame option;
    initStyleOption(&option);
    QRect where = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    constexpr int Margin = 2; // of a QLineEdit's text, inside of its contents
    where.setLeft(where.left() + Margin + fontMetrics().horizontalAdvance(text()) + theme::scaled(ChoiceDelegate::Gap));
    if (where.width() < theme::scaled(16))
        return;
    QPainter painter(this);
    painter.setPen(theme::color(theme::Token::TextSoft));
    painter.drawText(
        where, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(m_label, Qt::ElideRight, where.width()));
}

} // namespace marquee::editor
