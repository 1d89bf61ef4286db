// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/RowColours.h"
#include "preview/ShownRow.h"

#include <QFont>
#include <QRawFont>

#include <array>

class QPainter;
class QTextLayout;

namespace marquee::preview {

/// Paints rows in the theme's code font, and knows where on a row each unit stands. Lengths in pixels.
///
/// A row of plain ASCII is a grid of glyphs that are looked up once: an order of magnitude cheaper than laying text
/// out. Only rows with other scripts are laid out, for their joining and their direction.
class CodePainter
{
public:
    CodePainter() { refresh(); }
    void refresh(); ///< the theme's font or size is another

    const QFont &font() const { return m_font; }
    int rowHeight() const { return m_rowHeight; }
    qreal baseline() const { return m_ascent; } ///< from a row's top
    qreal columnWidth() const { return m_columnWidth; }

    /// `left` and `top` are those of the row's own place; its indentation is added.
    void paint(QPainter &painter, qreal left, qreal top, const ShownRow &shown, const std::vector<Span> &spans) const;
    /// From the row's left, its indentation included.
    qreal xOf(const ShownRow &shown, qsizetype unit) const;
    qsizetype unitAt(const ShownRow &shown, qreal x) const; ///< the gap between units that is nearest

private:
    void paintGrid(QPainter &painter, const QPointF &at, const QString &text, qsizetype begin, qsizetype end) const;
    void layOut(QTextLayout &layout) const;
    qreal indentOf(const ShownRow &shown) const { return shown.row().indent * m_columnWidth; }

    QFont m_font;
    QRawFont m_raw;
    std::array<quint32, 128> m_glyphs{};
    qreal m_columnWidth = 1;
    qreal m_ascent = 0;
    int m_rowHeight = 1;
};

} // namespace marquee::preview
