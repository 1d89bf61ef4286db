// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/TextEditor.h"

#include "shell/theme/Theme.h"
#include "text/Brackets.h"
#include "text/CodeHighlighter.h"
#include "text/LineNumbers.h"

#include <QFocusEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace marquee::text {

using namespace Qt::StringLiterals;
using theme::Token;

namespace {
constexpr int TabColumns = 4;
}

TextEditor::TextEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_indent(u"  "_s)
    , m_numbers(new LineNumbers(this))
    , m_colours(new CodeHighlighter(document()))
{
    setProperty("role", u"page"_s);
    setAccessibleName(tr("The payload as text"));
    setAccessibleDescription(tr("Tab indents. Press Esc and then Tab to go on to the next field."));
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &TextEditor::placeNumbers);
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, [this](const QRect &rect, int dy) {
        if (dy)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isShowing)
            Q_EMIT typed();
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        showMarks();
        if (!m_isShowing)
            Q_EMIT cursorMoved();
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &TextEditor::dress);
    dress();
}

void TextEditor::setLanguage(preview::Language language)
{
    m_colours->setLanguage(language);
}

void TextEditor::dress()
{
    setFont(theme::codeFont());
    document()->setDefaultFont(theme::codeFont());
    document()->setDocumentMargin(theme::scaled(4));
    setTabStopDistance(QFontMetricsF(theme::codeFont()).horizontalAdvance(u' ') * TabColumns);
    placeNumbers();
    showMarks();
}

void TextEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    // A style sheet gives every widget the program's own font.
    if (event->type() == QEvent::FontChange && font() != theme::codeFont())
        dress();
}

bool TextEditor::showText(ShownText text)
{
    m_isShowing = true;
    if (m_isEmpty)
        setPlainText(text.source());
    else if (m_text.shown() != text.shown())
        replace(text);
    m_text = std::move(text);
    const bool isExact = document()->toRawText() == m_text.shown();
    m_isEmpty = !isExact;
    if (!isExact) {
        clear();
        m_text = ShownText();
    }
    m_isShowing = false;
    showMarks();
    return isExact;
}

void TextEditor::replace(const ShownText &text)
{
    const QString &before = m_text.shown();
    const QString &after = text.shown();
    const qsizetype most = std::min(before.size(), after.size());
    const qsizetype front = std::mismatch(before.begin(), before.begin() + most, after.begin()).first - before.begin();
    const qsizetype back
        = std::mismatch(before.rbegin(), before.rbegin() + (most - front), after.rbegin()).first - before.rbegin();
    QTextCursor top(firstVisibleBlock());
    QTextCursor change(document());
    change.setPosition(static_cast<int>(front));
    change.setPosition(static_cast<int>(before.size() - back), QTextCursor::KeepAnchor);
    change.insertText(after.mid(front, after.size() - front - back));
    document()->clearUndoRedoStacks();
    verticalScrollBar()->setValue(top.block().firstLineNumber());
}

const ShownText &TextEditor::takeTyped()
{
    m_text.follow(document()->toRawText());
    return m_text;
}

void TextEditor::setMistake(std::optional<qsizetype> offset)
{
    const int last = std::max(0, document()->characterCount() - 1);
    m_mistake = offset ? std::min(static_cast<int>(m_text.unitOf(*offset)), last) : -1;
    m_mistakeLine = offset ? document()->findBlock(m_mistake).blockNumber() : -1;
    showMarks();
    m_numbers->update();
}

void TextEditor::goTo(qsizetype offset)
{
    select(offset, offset);
}

void TextEditor::select(qsizetype begin, qsizetype end)
{
    const bool was = std::exchange(m_isShowing, true);
    const int last = std::max(0, document()->characterCount() - 1);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(static_cast<int>(m_text.unitOf(begin)), last));
    if (end > begin)
        cursor.setPosition(std::min(static_cast<int>(m_text.unitOf(end)), last), QTextCursor::KeepAnchor);
    const int top = firstVisibleBlock().blockNumber();
    const int line = cursor.blockNumber();
    const int lines = viewport()->height() / std::max(1, fontMetrics().lineSpacing());
    setTextCursor(cursor);
    if (line < top || line >= top + lines - 1) // a third below the top, so that what is around it is seen too
        verticalScrollBar()->setValue(std::max(0, cursor.block().firstLineNumber() - lines / 3));
    m_isShowing = was;
}

qsizetype TextEditor::cursorOffset() const
{
    return m_text.offsetOf(textCursor().position());
}

void TextEditor::forEachBlockInSight(const std::function<void(const QTextBlock &block, int top)> &what) const
{
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= viewport()->height()) {
        if (block.isVisible())
            what(block, qRound(top));
        top += blockBoundingRect(block).height();
        block = block.next();
    }
}

void TextEditor::placeNumbers()
{
    setViewportMargins(m_numbers->wantedWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_numbers->setGeometry(inside.left(), inside.top(), m_numbers->wantedWidth(), inside.height());
    m_numbers->update();
}

void TextEditor::paintEvent(QPaintEvent *event)
{
    QTextBlock last;
    forEachBlockInSight([&last](const QTextBlock &block, int) { last = block; });
    m_colours->setSight(firstVisibleBlock(), last);
    QPlainTextEdit::paintEvent(event);
}

void TextEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeNumbers();
}

QTextEdit::ExtraSelection TextEditor::mark(int position, int length, const QTextCharFormat &format) const
{
    QTextEdit::ExtraSelection selection;
    selection.format = format;
    selection.cursor = textCursor();
    selection.cursor.setPosition(position);
    selection.cursor.setPosition(
        std::min(position + length, std::max(position, document()->characterCount() - 1)), QTextCursor::KeepAnchor);
    return selection;
}

void TextEditor::showMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextCharFormat line;
    line.setBackground(theme::color(Token::Window));
    line.setProperty(QTextFormat::FullWidthSelection, true);
    marks << mark(textCursor().position(), 0, line);
    if (const auto brackets = bracketsAt(*document(), textCursor().position())) {
        QTextCharFormat bracket;
        bracket.setBackground(theme::color(brackets->second < 0 ? Token::ErrorGround : Token::AccentSoft));
        bracket.setForeground(theme::color(brackets->second < 0 ? Token::Error : Token::Accent));
        marks << mark(brackets->first, 1, bracket);
        if (brackets->second >= 0)
            marks << mark(brackets->second, 1, bracket);
    }
    if (m_mistake >= 0) {
        QTextCharFormat mistake;
        mistake.setBackground(theme::color(Token::ErrorGround));
        mistake.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mistake.setUnderlineColor(theme::color(Token::Error));
        marks << mark(m_mistake, 1, mistake);
    }
    setExtraSelections(marks);
    m_numbers->update();
}

void TextEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    m_tabLeaves = false;
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT left();
}

QMimeData *TextEditor::createMimeDataFromSelection() const
{
    // As it stands: the component's own would make blanks of blanks that don't break.
    QString selected = textCursor().selectedText();
    auto *copied = new QMimeData;
    copied->setText(selected.replace(QChar::ParagraphSeparator, u'\n'));
    return copied;
}

bool TextEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() && !source->hasUrls(); // files are the window's
}

} // namespace marquee::text
