// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace marquee::theme {

/// Check boxes and radio buttons in the program's colours, over the platform-independent style: that one takes their outlines from
/// the ground behind them, and on a dark ground they are hardly seen.
class Indicators : public QProxyStyle
{
    Q_OBJECT

public:
    Indicators();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
};

} // namespace marquee::theme
