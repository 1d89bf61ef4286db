// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/TextEditor.h"

#include <QKeyEvent>
#include <QTextBlock>

#include <algorithm>

namespace marquee::text {

namespace {

QString blanksInFront(const QString &line)
{
    const auto *end = std::find_if_not(line.begin(), line.end(), [](QChar c) { return c == u' ' || c == u'\t'; });
    return line.left(end - line.begin());
}

bool isEnter(const QKeyEvent *event)
{
    return (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
}

} // namespace

/// Keys that the window has actions for, and that are the editor's first.
bool TextEditor::isOurs(const QKeyEvent *event) const
{
    if (event->matches(QKeySequence::Undo))
        return document()->isUndoAvailable();
    if (event->matches(QKeySequence::Redo))
        return document()->isRedoAvailable();
    return event->key() == Qt::Key_F3;
}

bool TextEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool undoes = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
        if (isOurs(key)) {
            event->accept();
            return true;
        }
        if (undoes) { // nothing left here: the window's own
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void TextEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isTab = event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab;
    const bool modifies
        = event->key() == Qt::Key_Shift || event->key() == Qt::Key_Control || event->key() == Qt::Key_Alt;
    if (!isTab && !modifies)
        m_tabLeaves = event->key() == Qt::Key_Escape;
    if (event->matches(QKeySequence::Undo) && !document()->isUndoAvailable())
        Q_EMIT undoWanted();
    else if (event->matches(QKeySequence::Redo) && !document()->isRedoAvailable())
        Q_EMIT redoWanted();
    else if (event->matches(QKeySequence::Find))
        Q_EMIT findWanted();
    else if (event->key() == Qt::Key_F3)
        Q_EMIT findNextWanted(event->modifiers() & Qt::ShiftModifier);
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT escaped();
    else if (isEnter(event)) // with Shift too, which would write a U+2028
        breakLine();
    else if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::NoModifier)
        indent();
    else if (event->key() == Qt::Key_Backtab)
        outdent();
    else
        QPlainTextEdit::keyPressEvent(event);
}

bool TextEditor::focusNextPrevChild(bool next)
{
    return m_tabLeaves && QAbstractScrollArea::focusNextPrevChild(next);
}

/// The next line begins where this one does, one level further behind an opening bracket; a closing one gets a line of
/// its own.
void TextEditor::breakLine()
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString line = cursor.block().text();
    const QString front = line.left(cursor.positionInBlock());
    const QString blanks = blanksInFront(front);
    const QString written = front.trimmed();
    const bool opens = written.endsWith(u'{') || written.endsWith(u'[');
    const QString behind = line.mid(cursor.positionInBlock()).trimmed();
    const bool closes = behind.startsWith(u'}') || behind.startsWith(u']');
    cursor.insertBlock();
    cursor.insertText(opens ? QString(blanks + m_indent) : blanks);
    if (opens && closes) {
        const int position = cursor.position();
        cursor.insertBlock();
        cursor.insertText(blanks);
        cursor.setPosition(position);
    }
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

void TextEditor::changeLines(const std::function<void(QTextCursor &line)> &change)
{
    const QTextCursor selection = textCursor();
    QTextBlock block = document()->findBlock(selection.selectionStart());
    const QTextBlock last = document()->findBlock(selection.selectionEnd());
    // A selection that ends in front of a line doesn't mean that line.
    const bool leavesLast = block != last && last.position() == selection.selectionEnd();
    const int end = last.blockNumber() - (leavesLast ? 1 : 0);
    QTextCursor edit(document());
    edit.beginEditBlock();
    for (; block.isValid() && block.blockNumber() <= end; block = block.next()) {
        edit.setPosition(block.position());
        change(edit);
    }
    edit.endEditBlock();
}

void TextEditor::indent()
{
    QTextCursor cursor = textCursor();
    if (document()->findBlock(cursor.selectionStart()) == document()->findBlock(cursor.selectionEnd())) {
        cursor.insertText(m_indent);
        return;
    }
    changeLines([this](QTextCursor &line) { line.insertText(m_indent); });
}

void TextEditor::outdent()
{
    changeLines([this](QTextCursor &line) {
        const QString blanks = blanksInFront(line.block().text());
        const bool isOne = blanks.startsWith(u'\t') || blanks.startsWith(m_indent);
        const qsizetype count = blanks.startsWith(u'\t') ? 1
            : isOne                                      ? m_indent.size()
                                                         : std::min(blanks.size(), m_indent.size());
        line.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor, static_cast<int>(count));
        line.removeSelectedText();
    });
}

} // namespace marquee::text
