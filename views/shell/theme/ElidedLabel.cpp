// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/theme/ElidedLabel.h"

#include <QFontMetrics>
#include <QPainter>

namespace marquee::theme {

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setToolTip(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

void ElidedLabel::setShortText(const QString &text)
{
    if (text == m_short)
        return;
    m_short = text;
    update();
}

void ElidedLabel::setLook(QFont (*fontOf)(), Token ink)
{
    m_font = fontOf;
    m_color = ink;
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(m_font());
    return {metrics.horizontalAdvance(m_text), metrics.height() + 2};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {scaled(48), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_font());
    painter.setPen(color(m_color));
    const QFontMetrics metrics = painter.fontMetrics();
    const bool fits = m_short.isEmpty() || metrics.horizontalAdvance(m_text) <= width();
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, metrics.elidedText(fits ? m_text : m_short, m_mode, width()));
}

} // namespace marquee::theme
