// SPDX-License-Identifier: GPL-3.0-or-later
#include "production/PictureBox.h"

#include "shell/theme/Theme.h"

#include <QPainter>
#include <QPainterPath>

namespace marquee::production {

using theme::color;
using theme::scaled;
using theme::Token;

PictureBox::PictureBox(const Pictures &pictures, const QUrl &url, QSize size, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_pictures(pictures)
    , m_url(url)
    , m_size(size)
{
    setAccessibleName(title);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&pictures, &Pictures::changed, this, [this](const QUrl &changed) {
        if (changed == m_url)
            follow();
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    follow();
}

void PictureBox::follow()
{
    m_entry = m_pictures.entry(m_url);
    setAccessibleDescription(said());
    setToolTip(m_url.toString(QUrl::FullyEncoded));
    update();
}

QString PictureBox::said() const
{
    switch (m_entry.state) {
    case Pictures::State::Coming:
        return tr("Loading…");
    case Pictures::State::Shown:
        return tr("Loaded");
    case Pictures::State::Failed:
        return m_entry.problem;
    case Pictures::State::Unasked:
        break;
    }
    return tr("Not loaded");
}

QSize PictureBox::sizeHint() const
{
    return {scaled(m_size.width()), scaled(m_size.height())};
}

void PictureBox::paintEvent(QPaintEvent *)
{
    constexpr int corner = 6;
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path;
    path.addRoundedRect(frame, corner, corner);
    painter.fillPath(path, color(Token::Window));
    if (m_entry.state == Pictures::State::Shown) {
        QRectF where(QPointF(), QSizeF(m_entry.pixmap.size()).scaled(frame.size(), Qt::KeepAspectRatio));
        where.moveCenter(frame.center());
        painter.save();
        painter.setClipPath(path);
        painter.drawPixmap(where, m_entry.pixmap, QRectF(m_entry.pixmap.rect()));
        painter.restore();
    } else {
        const bool isBad = m_entry.state == Pictures::State::Failed;
        painter.setFont(theme::noteFont());
        painter.setPen(color(isBad ? Token::Error : Token::TextFaint));
        const int gap = scaled(8);
        painter.drawText(rect().adjusted(gap, gap, -gap, -gap), Qt::AlignCenter | Qt::TextWordWrap, said());
    }
    painter.setPen(color(Token::Line));
    painter.drawPath(path);
}

} // namespace marquee::production
