// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/theme/Theme.h"

#include <QWidget>

namespace marquee::theme {

/// A note of one line that gives way where there is no room, in its middle unless said otherwise; the whole is its tooltip.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setText(const QString &text);
    /// What is shown where the text itself doesn't fit; it is cut only where that doesn't either.
    void setShortText(const QString &text);
    const QString &text() const { return m_text; }
    /// Faint and small unless said otherwise. The font is asked for each time, because it grows with the text.
    void setLook(QFont (*fontOf)(), Token ink);
    void setElide(Qt::TextElideMode mode) { m_mode = mode; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QString m_short;
    QFont (*m_font)() = noteFont;
    Token m_color = Token::TextFaint;
    Qt::TextElideMode m_mode = Qt::ElideMiddle;
};

} // namespace marquee::theme
