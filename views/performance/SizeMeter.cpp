// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/SizeMeter.h"

#include "shell/theme/Theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace marquee::performance {

using namespace Qt::StringLiterals;
using theme::scaled;

SizeMeter::SizeMeter(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"messageSize"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QString SizeMeter::words() const
{
    constexpr double kilo = 1024;
    const double used = static_cast<double>(m_bytes) / kilo;
    const QString figures = QLocale().toString(used, 'f', used < 10 ? 1 : 0);
    return tr("%1 of %2 KB").arg(figures).arg(Most / 1024);
}

void SizeMeter::setBytes(qint64 bytes)
{
    if (bytes == m_bytes)
        return;
    m_bytes = bytes;
    setAccessibleName(tr("Size of the message: %1").arg(words()));
    setToolTip(m_bytes > Most ? tr("%1. The partner refuses larger messages: split it into several.").arg(words())
                              : tr("%1. The partner refuses larger messages.").arg(words()));
    updateGeometry();
    update();
}

QSize SizeMeter::sizeHint() const
{
    const QFontMetrics metrics(theme::noteFont());
    return {std::max(scaled(104), metrics.horizontalAdvance(words())), metrics.height() + scaled(8)};
}

void SizeMeter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const theme::Token ink = m_bytes > Most ? theme::Token::Error
        : m_bytes >= Near                   ? theme::Token::Warning
                                            : theme::Token::Accent;
    painter.setFont(theme::noteFont());
    painter.setPen(theme::color(m_bytes >= Near ? ink : theme::Token::TextSoft));
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignTop, words());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QRectF bar(0, height() - scaled(4), width(), scaled(4));
    painter.setBrush(theme::color(theme::Token::Line));
    painter.drawRoundedRect(bar, 2, 2);
    bar.setWidth(std::clamp(bar.width() * static_cast<double>(m_bytes) / Most, 4.0, bar.width()));
    painter.setBrush(theme::color(ink));
    painter.drawRoundedRect(bar, 2, 2);
}

} // namespace marquee::performance
