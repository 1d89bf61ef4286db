// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/JsonEditor.h"

#include "editor/JsonParts.h"
#include "payload/JsonReader.h"
#include "shell/theme/Theme.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::editor {

namespace {

constexpr int Around = 14; ///< frame, its blanks, and the margin of the text
constexpr int Margin = 2;

/// Lines of a value that stands deep in a document begin far to the right; here they begin where the value does.
QString withoutIndent(const QString &text)
{
    QStringList lines = text.split(u'\n');
    qsizetype indent = text.size();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        qsizetype blanks = 0;
        while (blanks < lines[i].size() && lines[i][blanks] == u' ')
            ++blanks;
        indent = std::min(indent, blanks);
    }
    for (qsizetype i = 1; i < lines.size(); ++i)
        lines[i].remove(0, indent);
    return lines.join(u'\n');
}

} // namespace

JsonEditor::JsonEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_edit(new QPlainTextEdit(this))
{
    m_edit->setPlaceholderText(tr("not set"));
    m_edit->setTabChangesFocus(true);
    m_edit->document()->setDocumentMargin(Margin);
    m_edit->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_edit, 0, Qt::AlignTop);
    setFocusProxy(m_edit);
    watch(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_typed = true;
        grow();
    });
    connect(m_edit->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        &JsonEditor::grow);
    const auto dress = [this] {
        m_edit->setFont(theme::codeFont());
        grow();
    };
    dress();
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, dress);
}

QWidget *JsonEditor::inputWidget()
{
    return m_edit;
}

void JsonEditor::show(const payload::Value &value)
{
    std::optional<std::string> shown;
    if (value)
        shown = value.raw();
    if (shown == m_current && m_typed)
        return; // a text that isn't JSON yet, or is being typed, stays
    m_edit->setPlaceholderText(tr("not set"));
    m_current = std::move(shown);
    const QString text = m_current ? withoutIndent(toQString(*m_current)) : QString();
    if (text != m_edit->toPlainText()) {
        const QSignalBlocker blocker(m_edit);
        m_edit->setPlainText(text);
        grow();
    }
    m_typed = false;
    m_malformed = false;
    markIt();
}

void JsonEditor::showSeveral(const payload::Value &)
{
    show({});
    m_edit->setPlaceholderText(severalValues());
}

void JsonEditor::setMark(Mark mark)
{
    m_mark = mark;
    markIt();
}

void JsonEditor::markIt()
{
    showMark(m_edit, m_malformed ? Mark::Error : m_mark);
}

void JsonEditor::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

void JsonEditor::setMostLines(int lines)
{
    m_mostLines = lines;
    grow();
}

void JsonEditor::grow()
{
    const int line = QFontMetrics(theme::codeFont()).lineSpacing();
    // What a plain text calls its size is counted in lines, wrapped ones too.
    const int shown = qRound(m_edit->document()->size().height());
    const int lines = std::clamp(shown, 1, m_mostLines);
    const bool fits = shown <= m_mostLines;
    m_edit->setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_edit->setFixedHeight(std::max(theme::scaled(32), line * lines + Around + theme::scaled(2)));
}

void JsonEditor::finishTyping()
{
    if (!m_typed)
        return;
    const std::string json = m_edit->toPlainText().trimmed().toStdString();
    payload::Tree scratch;
    const auto read = json.empty() ? Expected<payload::Slot>() : payload::readJsonValue(json, scratch, 1);
    m_malformed = !read;
    markIt();
    if (!read) {
        const QString &next = read.error().nextStep;
        Q_EMIT malformed(next.isEmpty() ? read.error().message : QString(read.error().message + u' ' + next));
        return;
    }
    m_typed = false;
    if (json.empty()) {
        if (std::exchange(m_current, std::nullopt))
            Q_EMIT cleared();
    } else if (m_current != json && withoutIndent(toQString(m_current.value_or(std::string()))) != toQString(json)) {
        m_current = json;
        Q_EMIT edited(json, false);
    }
}

bool JsonEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_typed && isUndoOrRedo(event)) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers() & Qt::ControlModifier)) {
            finishTyping();
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace marquee::editor
