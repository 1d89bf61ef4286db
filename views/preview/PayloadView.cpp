// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/PayloadView.h"

#include "preview/Caret.h"
#include "preview/FindBar.h"
#include "preview/Utf8.h"
#include "shell/theme/Theme.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace marquee::preview {

using namespace Qt::StringLiterals;

namespace {
constexpr int ColumnsKeptFree = 1; // fonts of other scripts are a little wider than their columns
constexpr int ShownAbove = 3; // a place that is scrolled to comes a third below the top
}

PayloadView::PayloadView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_findBar(new FindBar(this))
{
    setObjectName(u"payloadView"_s);
    setAccessibleName(tr("Payload"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Base); // beside the scroll bar
    setAutoFillBackground(true);
    m_findBar->setBackgroundRole(QPalette::Window);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_findBar->hide();

    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, &PayloadView::scrollBarMoved);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &PayloadView::refreshFont);
    connect(m_findBar, &FindBar::searchChanged, this, &PayloadView::search);
    connect(m_findBar, &FindBar::nextWanted, this, &PayloadView::findNext);
    connect(m_findBar, &FindBar::previousWanted, this, &PayloadView::findPrevious);
    connect(m_findBar, &FindBar::closed, this, &PayloadView::closeFind);
    connect(&m_finder, &Finder::found, this, &PayloadView::showFound);
    connect(&m_finder, &Finder::progressed, this, &PayloadView::showCount);
    layOutAgain();
}

void PayloadView::setText(payload::Text text, std::span<const payload::Splice> splices)
{
    const auto moved = [&](std::uint32_t offset) { return characterBegin(text, movedBy(splices, offset)); };
    m_caret = moved(m_caret);
    m_anchor = moved(m_anchor);
    m_top = moved(m_top);
    if (!splices.empty()) {
        m_highlight = {movedBy(splices, m_highlight.begin), movedBy(splices, m_highlight.end)};
        for (Mark &mark : m_marks) {
            mark.begin = movedBy(splices, mark.begin);
            mark.end = movedBy(splices, mark.end);
        }
    }
    m_wishedX.reset();
    m_layout.setText(std::move(text));
    m_finder.setText(m_layout.text());
    layOutAgain();
}

void PayloadView::setLanguage(Language language)
{
    m_colours.setLanguage(language, m_layout.text());
    viewport()->update();
}

void PayloadView::setMarks(std::vector<Mark> marks)
{
    std::stable_sort(marks.begin(), marks.end(), [](const Mark &a, const Mark &b) { return a.begin < b.begin; });
    m_marks = std::move(marks);
    viewport()->update();
}

void PayloadView::setHighlight(std::uint32_t begin, std::uint32_t end)
{
    if (m_highlight == Stretch{begin, end})
        return;
    m_highlight = {begin, end};
    viewport()->update();
}

void PayloadView::showOffset(std::uint32_t begin, std::uint32_t end)
{
    const Row first = m_layout.rowAt(begin);
    const Row last = m_layout.step(m_layout.rowAt(m_top), rowsInSight() - 1);
    // What is longer than the view can't be seen whole: its beginning is what counts.
    const Row wanted = m_layout.rowAt(std::clamp(end, begin, m_layout.step(first, rowsInSight() / 2).begin));
    if (first.begin >= m_top && wanted.begin <= last.begin)
        return;
    setTop(m_layout.step(first, -rowsInSight() / ShownAbove).begin);
}

Stretch PayloadView::selection() const
{
    return {std::min(m_anchor, m_caret), std::max(m_anchor, m_caret)};
}

QByteArray PayloadView::selectedBytes() const
{
    std::string scratch;
    const std::string_view bytes = text().view(selection().begin, selection().end, scratch);
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

void PayloadView::select(std::uint32_t begin, std::uint32_t end)
{
    m_anchor = characterBegin(text(), begin);
    m_caret = characterBegin(text(), end);
    m_wishedX.reset();
    viewport()->update();
}

QPoint PayloadView::pointOf(std::uint32_t offset) const
{
    const Gutter gutter = Gutter::of(m_code, text().lineCount());
    const Row wanted = m_layout.rowAt(offset);
    Row row = m_layout.rowAt(m_top);
    int y = gutter.top;
    while (row.begin < wanted.begin && y < viewport()->height()) {
        row = m_layout.step(row, 1);
        y += m_code.rowHeight();
    }
    return {qRound(xOf(offset)), y + m_code.rowHeight() / 2};
}

void PayloadView::refreshFont()
{
    m_code.refresh();
    placeFindBar();
    layOutAgain();
}

/// After anything that moves bytes to other rows. Keeps the first row where it was, as near as rows allow.
void PayloadView::layOutAgain()
{
    const Gutter gutter = Gutter::of(m_code, text().lineCount());
    const int width = viewport()->width() - gutter.text - theme::scaled(4);
    m_layout.setColumns(static_cast<int>(width / m_code.columnWidth()) - ColumnsKeptFree);
    m_colours.textChanged(text()); // what is remembered of a row is of other rows
    m_top = std::min(m_layout.rowAt(m_top).begin, lastTop());
    updateScrollBar();
    viewport()->update();
}

int PayloadView::rowsInSight() const
{
    return std::max(1, (viewport()->height() - theme::scaled(4)) / m_code.rowHeight());
}

/// With this row at the top, the text's last row is the last in sight.
std::uint32_t PayloadView::lastTop() const
{
    return m_layout.step(m_layout.rowAt(text().size()), 1 - rowsInSight()).begin;
}

void PayloadView::updateScrollBar()
{
    const std::uint32_t last = lastTop();
    m_settingBar = true;
    verticalScrollBar()->setRange(0, static_cast<int>(last));
    verticalScrollBar()->setPageStep(static_cast<int>(std::max(1u, text().size() - last)));
    verticalScrollBar()->setValue(static_cast<int>(m_top));
    m_settingBar = false;
}

void PayloadView::setTop(std::uint32_t offset)
{
    m_top = std::min(m_layout.rowAt(offset).begin, lastTop());
    m_settingBar = true;
    verticalScrollBar()->setValue(static_cast<int>(m_top));
    m_settingBar = false;
    viewport()->update();
}

void PayloadView::scrollRows(int rows)
{
    setTop(m_layout.step(m_layout.rowAt(m_top), rows).begin);
}

/// The bar counts bytes; its steps are rows all the same.
void PayloadView::scrollBarMoved(int action)
{
    const int page = std::max(1, rowsInSight() - 1);
    const int rows = action == QAbstractSlider::SliderSingleStepAdd ? 1
        : action == QAbstractSlider::SliderSingleStepSub            ? -1
        : action == QAbstractSlider::SliderPageStepAdd              ? page
        : action == QAbstractSlider::SliderPageStepSub              ? -page
                                                                    : 0;
    if (rows != 0)
        verticalScrollBar()->setSliderPosition(static_cast<int>(m_layout.step(m_layout.rowAt(m_top), rows).begin));
}

void PayloadView::scrollContentsBy(int, int)
{
    if (m_settingBar)
        return;
    // Dragged: the bar stays under the pointer, the text begins with the row that is there.
    m_top = m_layout.rowAt(static_cast<std::uint32_t>(verticalScrollBar()->value())).begin;
    viewport()->update();
}

void PayloadView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    placeFindBar();
    layOutAgain();
}

void PayloadView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (text().size() == 0 && !m_placeholder.isEmpty()) {
        const int gap = theme::scaled(24);
        painter.fillRect(viewport()->rect(), theme::color(theme::Token::Base));
        painter.setFont(theme::noteFont());
        painter.setPen(theme::color(theme::Token::TextFaint));
        painter.drawText(viewport()->rect().adjusted(gap, gap, -gap, -gap), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_placeholder);
        return;
    }
    const PayloadScene scene{
        m_layout, m_colours, m_code, m_marks, m_highlight, selection(), m_caret, hasFocus(), m_top};
    scene.paint(painter, viewport()->rect());
}

void PayloadView::setPlaceholder(const QString &words)
{
    m_placeholder = words;
    viewport()->update();
}

void PayloadView::placeFindBar()
{
    const int height = m_findBar->isHidden() ? 0 : m_findBar->sizeHint().height();
    if (viewportMargins().top() != height)
        setViewportMargins(0, height, 0, 0);
    m_findBar->setGeometry(0, 0, width(), height);
}

void PayloadView::openFind()
{
    m_findBar->show();
    placeFindBar();
    const bool oneLine = m_layout.rowAt(selection().begin).line == m_layout.rowAt(selection().end).line;
    m_findBar->begin(oneLine && selectedBytes().size() < 200 ? textOf(selectedBytes().toStdString()) : QString());
    search();
}

void PayloadView::closeFind()
{
    m_finder.stop();
    m_findBar->hide();
    placeFindBar();
    setFocus(Qt::OtherFocusReason);
}

void PayloadView::search()
{
    m_stepping = false;
    if (m_findBar->text().isEmpty()) {
        m_finder.stop();
        m_findBar->showNothing();
        return;
    }
    m_finder.search(m_findBar->text().toUtf8(), m_findBar->matchCase(), selection().begin);
}

void PayloadView::findNext()
{
    if (!m_finder.isSearching())
        return openFind();
    m_stepping = true;
    m_finder.next(selection().begin + (selection().isEmpty() ? 0 : 1));
}

void PayloadView::findPrevious()
{
    if (!m_finder.isSearching())
        return openFind();
    m_stepping = true;
    m_finder.previous(selection().begin);
}

void PayloadView::showFound(quint32 begin, quint32 end)
{
    select(begin, end);
    showOffset(begin, end);
    if (m_stepping)
        Q_EMIT offsetActivated(begin);
}

void PayloadView::showCount()
{
    if (m_finder.isSearching())
        m_findBar->showCount(
            m_finder.numberOf(selection().begin), m_finder.count(), m_finder.isCounting() || m_finder.isSeeking());
}

} // namespace marquee::preview
