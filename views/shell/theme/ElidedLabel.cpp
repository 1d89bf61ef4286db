// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/theme/ElidedLabel.h"

#include <QFontMetrics>
#include <QPainter>

namespace marquee::theme {

namespace {

constexpr qsizetype Most = 1000; // no screen is wider, and to measure text takes its time

} // namespace

void ElidedLabel::setText(const QString &text)
{
    const QString shown = text.left(Most);
    if (shown == m_text)
        return;
    m_text = shown;
    setToolTip(shown);
    setAccessibleName(shown);
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
    return {metrics.horizontalAdvance(m_text) + 2, metrics.height() + 2}; // advances are rounded, and what is cut isn't
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
    // A few letters around an ellipsis tell nobody anything.
    if (width() < metrics.averageCharWidth() * 12 && metrics.horizontalAdvance(m_short.isEmpty() ? m_text : m_short) > width())
        return;
    const bool fits = m_short.isEmpty() || metrics.horizontalAdvance(m_text) <= width();
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, metrics.elidedText(fits ? m_text : m_short, m_mode, width()));
}

} // namespace marquee::theme
