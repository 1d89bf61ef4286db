// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/LanguageChip.h"

#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace marquee::editor {

namespace {

constexpr int Side = 8;
constexpr int Gap = 4;
constexpr int Cross = 16;
constexpr int Height = 28;

} // namespace

LanguageChip::LanguageChip(QWidget *parent)
    : QPushButton(parent)
{
    setProperty("role", QStringLiteral("chip"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LanguageChip::setTexts(const QString &tag, const QString &asset)
{
    if (tag == m_tag && asset == m_asset)
        return;
    m_tag = tag;
    m_asset = asset;
    setText(asset.isEmpty() ? tag : QString(tag + u' ' + asset)); // read by screen readers; painted by us
    updateGeometry();
    update();
}

void LanguageChip::setRemovable(bool removable)
{
    m_removable = removable;
    updateGeometry();
    update();
}

QRect LanguageChip::crossRect() const
{
    if (!m_removable)
        return {};
    const int side = theme::scaled(Cross);
    return {width() - side - theme::scaled(Gap), (height() - side) / 2, side, side};
}

QSize LanguageChip::sizeHint() const
{
    int width = fontMetrics().horizontalAdvance(m_tag) + theme::scaled(2 * Side);
    if (!m_asset.isEmpty())
        width += theme::scaled(Gap) + fontMetrics().horizontalAdvance(m_asset);
    if (m_removable)
        width += theme::scaled(Cross);
    return {width, theme::scaled(Height)};
}

void LanguageChip::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    const int side = theme::scaled(Side);
    const QRect cross = crossRect();
    QRect where = rect().adjusted(side, 0, m_removable ? cross.left() - width() : -side, 0);
    painter.setPen(theme::color(theme::Token::Text));
    painter.drawText(
        where, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(m_tag, Qt::ElideRight, where.width()));
    where.setLeft(where.left() + fontMetrics().horizontalAdvance(m_tag) + theme::scaled(Gap));
    painter.setPen(theme::color(theme::Token::TextSoft));
    painter.drawText(where, Qt::AlignVCenter | Qt::AlignLeft, m_asset);
    if (m_removable) {
        const QPoint pointer = mapFromGlobal(QCursor::pos());
        theme::crossIcon(underMouse() && cross.contains(pointer)).paint(&painter, cross);
    }
}

void LanguageChip::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() & Qt::AltModifier;
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_removable)
            Q_EMIT removeAsked();
        return;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool forwards = (event->key() == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
        Q_EMIT stepAsked(forwards ? 1 : -1, alt && m_removable);
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    default:
        QPushButton::keyPressEvent(event);
    }
}

void LanguageChip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && crossRect().contains(event->pos())) {
        Q_EMIT removeAsked();
        return;
    }
    QPushButton::mousePressEvent(event);
}

} // namespace marquee::editor
