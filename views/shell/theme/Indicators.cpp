// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/theme/Indicators.h"

#include "shell/theme/Theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace marquee::theme {

Indicators::Indicators()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void Indicators::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const bool isRadio = element == PE_IndicatorRadioButton;
    if (!isRadio && element != PE_IndicatorCheckBox && element != PE_IndicatorItemViewItemCheck) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const bool isOn = option->state.testFlag(State_On);
    const bool isEnabled = option->state.testFlag(State_Enabled);
    const bool isMarked = option->state.testFlag(State_HasFocus) || option->state.testFlag(State_MouseOver);
    const double side = std::min(option->rect.width(), option->rect.height()) - 1;
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option->rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(color(!isEnabled ? Token::Line : isOn || isMarked ? Token::Accent : Token::TextFaint));
    painter->setBrush(color(isOn ? (isEnabled ? Token::Accent : Token::TextFaint) : Token::Base));
    if (isRadio) {
        painter->drawEllipse(box);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(Token::OnAccent));
        if (isOn)
            painter->drawEllipse(box.adjusted(side * 0.3, side * 0.3, -side * 0.3, -side * 0.3));
    } else {
        painter->drawRoundedRect(box, side / 5, side / 5);
        const auto at = [&](double x, double y) { return box.topLeft() + QPointF(x, y) * side; };
        painter->setPen(QPen(color(isOn ? Token::OnAccent : Token::TextSoft), side / 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (isOn)
            painter->drawPolyline(QPolygonF{at(0.25, 0.52), at(0.43, 0.7), at(0.76, 0.32)});
        else if (option->state.testFlag(State_NoChange))
            painter->drawLine(at(0.3, 0.5), at(0.7, 0.5));
    }
    painter->restore();
}

} // namespace marquee::theme
