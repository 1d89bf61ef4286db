// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/LineEditor.h"

#include "editor/JsonParts.h"
#include "payload/JsonText.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace marquee::editor {

namespace {

constexpr int Around = 10; ///< frame and blanks on each side of the text

} // namespace

LineEditor::LineEditor(QWidget *parent)
    : FieldEditor(parent)
{
}

void LineEditor::setLine(QLineEdit *line, QWidget *holder)
{
    m_line = line;
    m_holder = holder;
    showPlaceholder();
    setFocusProxy(holder);
    watch(holder);
    connect(m_line, &QLineEdit::textEdited, this, &LineEditor::typed);
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        // A pop-up list may have dealt with Enter already; then nothing is left to finish.
        finishTyping();
    });
}

void LineEditor::show(const payload::Value &value)
{
    std::optional<std::string> shown;
    if (value)
        shown = value.raw();
    // The user's own half-typed text stays, as long as the value under it is the one that it began with or came to.
    if (isTyping() && shown == m_current)
        return;
    m_current = std::move(shown);
    m_several = false;
    m_typed = false;
    setText(textOf(value));
}

void LineEditor::showSeveral(const payload::Value &)
{
    if (isTyping())
        return;
    m_current.reset();
    m_several = true;
    m_typed = false;
    setText({});
}

void LineEditor::showPlaceholder()
{
    // A line for a few figures has no room for the words.
    const bool isNarrow = m_line->maximumWidth() < m_line->fontMetrics().horizontalAdvance(severalValues()) + 2 * Around;
    const QString several = isNarrow ? tr("mixed") : severalValues();
    m_line->setPlaceholderText(m_several ? several : m_current ? tr("empty") : m_absent.isEmpty() ? tr("not set") : m_absent);
}

void LineEditor::setAbsentWords(const QString &words)
{
    m_absent = words;
    showPlaceholder();
}

void LineEditor::setText(const QString &text)
{
    showPlaceholder();
    if (m_line->text() != text) {
        m_line->setText(text);
        if (!m_line->hasFocus() && !m_holder->hasFocus())
            m_line->setCursorPosition(0);
    }
    textChanged();
}

QString LineEditor::textOf(const payload::Value &value) const
{
    return lineText(value);
}

void LineEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

bool LineEditor::isReadOnly() const
{
    return m_line->isReadOnly();
}

void LineEditor::typed(const QString &text)
{
    m_typed = true;
    if (!text.isEmpty() || emptyIsValue()) {
        if (const auto json = jsonOf(text))
            handOn(*json, true);
    }
    textChanged();
}

void LineEditor::handOn(const std::string &json, bool typing)
{
    if (m_current == json)
        return;
    m_current = json;
    m_several = false;
    showPlaceholder();
    Q_EMIT edited(json, typing);
}

void LineEditor::takeAway()
{
    m_typed = false;
    if (!m_current)
        return;
    m_current.reset();
    setText({});
    Q_EMIT cleared();
}

void LineEditor::showCurrent()
{
    m_typed = false;
    setText(textOf(OwnValue(m_current).value()));
}

void LineEditor::finishTyping()
{
    if (!m_typed)
        return;
    const QString text = m_line->text();
    if (text.isEmpty() && m_several) { // nothing came of it: the values stay as they are
        m_typed = false;
        return;
    }
    if (text.isEmpty() && !emptyIsValue()) {
        takeAway();
        return;
    }
    // Still typing: it belongs to the same step as the keystrokes before it.
    handOn(jsonOf(text).value_or(payload::encodeJsonString(text)), true);
    showCurrent();
}

bool LineEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_holder && isUndoOrRedo(event)) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress && watched == m_holder && m_current && !isReadOnly()
        && m_line->text().isEmpty()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        // Not while the key is held down: it is to end at the empty text.
        if ((key->key() == Qt::Key_Backspace || key->key() == Qt::Key_Delete) && !key->isAutoRepeat()) {
            takeAway();
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace marquee::editor
