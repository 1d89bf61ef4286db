// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchanges/ElidedLabel.h"

#include "shell/theme/Theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace marquee::exchanges {

void ElidedLabel::setText(const QString &text)
{
    m_text = text;
    setToolTip(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(theme::noteFont());
    return {metrics.horizontalAdvance(m_text), metrics.height() + 2};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {theme::scaled(48), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(theme::noteFont());
    painter.setPen(theme::color(theme::Token::TextFaint));
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(m_text, Qt::ElideMiddle, width()));
}

} // namespace marquee::exchanges
