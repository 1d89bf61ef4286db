// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/CodePainter.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>
#include <QTextLayout>

namespace marquee::preview {

namespace {

constexpr int Leading = 3;

/// Where the ink of a row changes: from a unit on.
struct Ink
{
    qsizetype begin = 0;
    qsizetype end = 0;
    theme::Token colour = theme::Token::Text;
};

std::vector<Ink> inksOf(const ShownRow &shown, const std::vector<Span> &spans)
{
    std::vector<Ink> inks;
    qsizetype at = 0;
    for (const Span &span : spans) {
        const qsizetype begin = shown.unitAt(span.begin);
        const qsizetype end = shown.unitAt(span.end);
        if (begin > at)
            inks.push_back({at, begin, theme::Token::Text});
        if (end > begin)
            inks.push_back({begin, end, span.colour});
        at = std::max(at, end);
    }
    if (at < shown.text().size())
        inks.push_back({at, shown.text().size(), theme::Token::Text});
    return inks;
}

} // namespace

void CodePainter::refresh()
{
    m_font = theme::codeFont();
    m_raw = QRawFont::fromFont(m_font);
    m_glyphs.fill(0);
    for (char16_t code = 0x20; code < 0x7F; ++code) {
        const QList<quint32> glyphs = m_raw.glyphIndexesForString(QChar(code));
        m_glyphs[code] = glyphs.isEmpty() ? 0 : glyphs.front();
    }
    const QFontMetricsF metrics(m_font);
    m_columnWidth = std::max(1.0, metrics.horizontalAdvance(u'0'));
    m_ascent = metrics.ascent() + theme::scaled(Leading) / 2;
    m_rowHeight = qCeil(metrics.height()) + theme::scaled(Leading);
}

void CodePainter::paintGrid(
    QPainter &painter, const QPointF &at, const QString &text, qsizetype begin, qsizetype end) const
{
    QList<quint32> glyphs;
    QList<QPointF> places;
    for (qsizetype unit = begin; unit < end; ++unit) {
        const char16_t code = text.at(unit).unicode();
        if (code == u' ')
            continue;
        glyphs.append(m_glyphs[code & 0x7F]);
        places.append(QPointF(static_cast<qreal>(unit) * m_columnWidth, 0));
    }
    if (glyphs.isEmpty())
        return;
    QGlyphRun run;
    run.setRawFont(m_raw);
    run.setGlyphIndexes(glyphs);
    run.setPositions(places);
    painter.drawGlyphRun(at, run);
}

void CodePainter::layOut(QTextLayout &layout) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    layout.setCacheEnabled(false);
    layout.beginLayout();
    layout.createLine().setPosition({0, 0});
    layout.endLayout();
}

void CodePainter::paint(
    QPainter &painter, qreal left, qreal top, const ShownRow &shown, const std::vector<Span> &spans) const
{
    left += indentOf(shown);
    const std::vector<Ink> inks = inksOf(shown, spans);
    if (shown.isGrid()) {
        for (const Ink &ink : inks) {
            painter.setPen(theme::color(ink.colour));
            paintGrid(painter, {left, top + m_ascent}, shown.text(), ink.begin, ink.end);
        }
        return;
    }
    QTextLayout layout(shown.text(), m_font);
    QList<QTextLayout::FormatRange> formats;
    for (const Ink &ink : inks) {
        QTextCharFormat format;
        format.setForeground(theme::color(ink.colour));
        formats.append({static_cast<int>(ink.begin), static_cast<int>(ink.end - ink.begin), format});
    }
    layout.setFormats(formats);
    layOut(layout);
    // Another script's font may stand higher; the base line is what all rows share.
    layout.draw(&painter, {left, top + m_ascent - layout.lineAt(0).ascent()});
}

qreal CodePainter::xOf(const ShownRow &shown, qsizetype unit) const
{
    if (shown.isGrid())
        return indentOf(shown) + static_cast<qreal>(unit) * m_columnWidth;
    QTextLayout layout(shown.text(), m_font);
    layOut(layout);
    return indentOf(shown) + layout.lineAt(0).cursorToX(static_cast<int>(unit));
}

qsizetype CodePainter::unitAt(const ShownRow &shown, qreal x) const
{
    x -= indentOf(shown);
    if (shown.isGrid())
        return std::clamp<qsizetype>(qRound(x / m_columnWidth), 0, shown.text().size());
    QTextLayout layout(shown.text(), m_font);
    layOut(layout);
    return layout.lineAt(0).xToCursor(x);
}

} // namespace marquee::preview
