// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/theme/Icons.h"

#include "shell/theme/Theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

#include <functional>

namespace marquee::theme {

namespace {

/// Paints when asked, so that an icon is sharp at every size and follows the theme.
class PaintedEngine : public QIconEngine
{
public:
    using Paint = std::function<void(QPainter &, const QRectF &)>;
    explicit PaintedEngine(Paint paint)
        : m_paint(std::move(paint))
    {
    }
    void paint(QPainter *painter, const QRect &where, QIcon::Mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        m_paint(*painter, where);
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new PaintedEngine(m_paint); }

private:
    Paint m_paint;
};

QRectF square(const QRectF &where)
{
    const double side = std::min(where.width(), where.height());
    return QRectF(where.center().x() - side / 2, where.center().y() - side / 2, side, side);
}

void cross(QPainter &painter, const QPointF &middle, double arm)
{
    painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm));
    painter.drawLine(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm));
}

} // namespace

QIcon icon(const QString &name)
{
    return QIcon::fromTheme(name);
}

QIcon tintedIcon(const QString &name, Token token)
{
    return QIcon(new PaintedEngine([name, token](QPainter &painter, const QRectF &where) {
        const QRectF box = square(where);
        const double ratio = painter.device()->devicePixelRatioF();
        QPixmap pixmap = icon(name).pixmap(box.size().toSize(), ratio);
        if (pixmap.isNull())
            return; // no such icon on this machine
        QPainter tint(&pixmap);
        tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
        tint.fillRect(pixmap.rect(), color(token));
        tint.end();
        painter.drawPixmap(box.toRect(), pixmap);
    }));
}

void paintSeverity(QPainter &painter, const QRectF &where, rules::Severity severity)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = square(where);
    const double side = box.width();
    const double inset = side * 0.1;
    const QRectF shape = box.adjusted(inset, inset, -inset, -inset);
    switch (severity) {
    case rules::Severity::Error:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Error));
        painter.drawEllipse(shape);
        painter.setPen(QPen(color(Token::Base), side * 0.11, Qt::SolidLine, Qt::RoundCap));
        cross(painter, box.center(), side * 0.16);
        break;
    case rules::Severity::Warning: {
        QPainterPath path;
        path.moveTo(box.center().x(), shape.top());
        path.lineTo(shape.right(), shape.bottom() - inset * 0.4);
        path.lineTo(shape.left(), shape.bottom() - inset * 0.4);
        path.closeSubpath();
        painter.setPen(QPen(color(Token::Warning), side * 0.1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(color(Token::Warning));
        painter.drawPath(path);
        painter.setPen(QPen(color(Token::Base), side * 0.11, Qt::SolidLine, Qt::RoundCap));
        const double x = box.center().x();
        painter.drawLine(QPointF(x, box.top() + side * 0.38), QPointF(x, box.top() + side * 0.6));
        painter.drawPoint(QPointF(x, box.top() + side * 0.76));
        break;
    }
    case rules::Severity::Hint:
        painter.setPen(QPen(color(Token::Hint), side * 0.12));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(shape.adjusted(inset * 0.5, inset * 0.5, -inset * 0.5, -inset * 0.5));
        break;
    }
    painter.restore();
}

QIcon severityIcon(rules::Severity severity)
{
    return QIcon(new PaintedEngine([severity](QPainter &painter, const QRectF &where) { paintSeverity(painter, where, severity); }));
}

QIcon dotIcon(const QColor &dot)
{
    return QIcon(new PaintedEngine([dot](QPainter &painter, const QRectF &where) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(dot);
        const QRectF box = square(where);
        painter.drawEllipse(box.center(), box.width() * 0.3, box.width() * 0.3);
    }));
}

QIcon crossIcon(bool strong)
{
    return QIcon(new PaintedEngine([strong](QPainter &painter, const QRectF &where) {
        const QRectF box = square(where);
        painter.setPen(QPen(color(strong ? Token::Text : Token::TextFaint), box.width() * 0.1, Qt::SolidLine, Qt::RoundCap));
        cross(painter, box.center(), box.width() * 0.22);
    }));
}

} // namespace marquee::theme
