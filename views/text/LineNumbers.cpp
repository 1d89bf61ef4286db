// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/LineNumbers.h"

#include "shell/theme/Theme.h"
#include "text/TextEditor.h"

#include <QApplication>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace marquee::text {

using namespace Qt::StringLiterals;

namespace {
constexpr int FewestDigits = 3; // so that a small text doesn't jump when it grows
}

LineNumbers::LineNumbers(TextEditor *editor)
    : QWidget(editor)
    , m_editor(editor)
{
    setObjectName(u"lineNumbers"_s);
    setCursor(Qt::ArrowCursor);
}

int LineNumbers::wantedWidth() const
{
    const auto digits = std::max<qsizetype>(FewestDigits, QString::number(m_editor->blockCount()).size());
    return QFontMetrics(theme::codeFont()).horizontalAdvance(QString(digits, u'9')) + theme::scaled(24);
}

QSize LineNumbers::sizeHint() const
{
    return {wantedWidth(), 0};
}

void LineNumbers::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), theme::color(theme::Token::Base));
    painter.setFont(theme::codeFont());
    const int current = m_editor->textCursor().blockNumber();
    const int right = width() - theme::scaled(12);
    const int height = QFontMetrics(theme::codeFont()).lineSpacing();
    m_editor->forEachBlockInSight([&](const QTextBlock &block, int top) {
        const bool isCurrent = block.blockNumber() == current;
        const bool isMistake = block.blockNumber() == m_editor->mistakeLine();
        painter.setPen(theme::color(isMistake ? theme::Token::Error
                : isCurrent                   ? theme::Token::Text
                                              : theme::Token::TextFaint));
        painter.drawText(
            QRect(0, top, right, height), Qt::AlignRight | Qt::AlignTop, QString::number(block.blockNumber() + 1));
    });
}

void LineNumbers::mousePressEvent(QMouseEvent *event)
{
    QTextCursor cursor = m_editor->cursorForPosition(QPoint(0, event->position().toPoint().y()));
    cursor.movePosition(QTextCursor::StartOfBlock);
    if (!cursor.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor))
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    m_editor->setTextCursor(cursor);
    m_editor->setFocus(Qt::MouseFocusReason);
}

void LineNumbers::wheelEvent(QWheelEvent *event)
{
    QApplication::sendEvent(m_editor->viewport(), event);
}

} // namespace marquee::text
