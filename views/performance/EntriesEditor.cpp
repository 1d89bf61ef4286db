// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/EntriesEditor.h"

#include "editor/ChoiceDelegate.h"
#include "editor/FlowLayout.h"
#include "editor/JsonParts.h"
#include "editor/LanguageChip.h"
#include "editor/Sizes.h"
#include "payload/JsonText.h"
#include "performances/Message.h"
#include "shell/theme/Theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace marquee::performance {

using namespace Qt::StringLiterals;
using editor::LanguageChip;
using payload::Value;

namespace {

constexpr int LineWidth = 16; ///< characters
constexpr int MostSuggestions = 12;

} // namespace

EntriesEditor::EntriesEditor(std::string item, Choices choices, QWidget *parent)
    : FieldEditor(parent)
    , m_item(std::move(item))
    , m_choices(std::move(choices))
    , m_flow(new editor::FlowLayout(this))
    , m_line(new QLineEdit(this))
    , m_suggestions(new editor::ChoiceModel(this))
    , m_completer(new QCompleter(m_suggestions, this))
    , m_absent(tr("not set"))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_flow->setContentsMargins({});
    m_flow->setSpacing(theme::scaled(4));
    editor::keepFieldSize(m_line, LineWidth);
    m_flow->addWidget(m_line);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(MostSuggestions);
    m_completer->setWidget(m_line);
    m_completer->popup()->setItemDelegate(new editor::ChoiceDelegate(m_completer));
    m_completer->popup()->setAccessibleName(tr("Suggestions"));
    setFocusProxy(m_line);
    watch(m_line);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &text) {
        m_line->clear();
        take(text);
    });
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.contains(u';'))
            finishTyping();
        else
            suggest(false);
    });
    showPlaceholder();
}

QWidget *EntriesEditor::inputWidget()
{
    return m_line;
}

void EntriesEditor::setAbsentWords(const QString &words)
{
    m_absent = words;
    showPlaceholder();
}

void EntriesEditor::showPlaceholder()
{
    m_line->setPlaceholderText(m_entries.isEmpty() ? (m_stands ? tr("empty") : m_absent) : tr("Add…"));
}

void EntriesEditor::show(const Value &value)
{
    QStringList entries;
    const Value list = value.member(m_item);
    for (std::uint32_t i = 0; list.isArray() && i < list.size(); ++i)
        entries << editor::toQString(performances::textOf(list.at(i)));
    m_stands = static_cast<bool>(value);
    if (entries != m_entries) {
        m_entries = entries;
        if (m_editing >= m_entries.size())
            m_editing = -1;
        showChips();
    }
    showPlaceholder();
}

void EntriesEditor::showChips()
{
    while (m_chips.size() > static_cast<std::size_t>(m_entries.size())) {
        LanguageChip *last = m_chips.back();
        m_chips.pop_back();
        m_flow->removeWidget(last);
        last->hide();
        last->deleteLater(); // it may be what asked for this
    }
    while (m_chips.size() < static_cast<std::size_t>(m_entries.size())) {
        auto *chip = new LanguageChip(this);
        connectChip(chip, static_cast<int>(m_chips.size()));
        m_chips.push_back(chip);
    }
    m_flow->removeWidget(m_line);
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const QString &entry = m_entries[static_cast<qsizetype>(i)];
        m_flow->removeWidget(m_chips[i]);
        m_flow->addWidget(m_chips[i]);
        m_chips[i]->setTexts(entry.isEmpty() ? tr("empty") : entry, {});
        m_chips[i]->setRemovable(!m_readOnly);
        m_chips[i]->setAccessibleName(tr("%1, entry %2 of %3").arg(entry).arg(i + 1).arg(m_chips.size()));
        m_chips[i]->setToolTip(tr("Click to change it; Delete removes it; Alt and an arrow move it"));
        m_chips[i]->show();
        setTabOrder(i == 0 ? m_line : static_cast<QWidget *>(m_chips[i - 1]), m_chips[i]);
    }
    m_flow->addWidget(m_line);
    m_line->show();
    m_flow->invalidate();
    updateGeometry();
}

void EntriesEditor::connectChip(LanguageChip *chip, int index)
{
    chip->setObjectName(u"entry-%1"_s.arg(index));
    chip->setAutoDefault(false);
    editor::keepFieldHeight(chip); // or it stands higher than the line
    watch(chip);
    connect(chip, &LanguageChip::removeAsked, this, [this, index] { remove(index); });
    connect(chip, &QPushButton::clicked, this, [this, index] { begin(index); });
    connect(chip, &LanguageChip::stepAsked, this, [this, index](int by, bool reorder) {
        if (reorder)
            move(index, by);
        else if (const int to = index + by; to >= 0 && to < static_cast<int>(m_chips.size()))
            m_chips[static_cast<std::size_t>(to)]->setFocus(Qt::TabFocusReason);
        else if (by > 0)
            m_line->setFocus(Qt::TabFocusReason);
    });
}

void EntriesEditor::begin(int index)
{
    if (m_readOnly || index >= m_entries.size())
        return;
    m_line->setFocus(Qt::OtherFocusReason);
    m_editing = index;
    m_line->setText(m_entries[index]);
    m_line->selectAll();
}

void EntriesEditor::take(const QString &text)
{
    const int editing = std::exchange(m_editing, -1);
    QStringList parts;
    for (const QString &part : text.split(u';', Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            parts << part.trimmed();
    }
    if (parts.isEmpty())
        return;
    QStringList entries = m_entries;
    if (editing >= 0 && editing < entries.size())
        entries[editing] = parts.takeFirst();
    for (const QString &part : parts) {
        if (!entries.contains(part))
            entries << part;
    }
    if (entries == m_entries)
        return;
    m_entries = entries;
    showChips();
    handOn();
}

void EntriesEditor::remove(int index)
{
    if (m_readOnly || index >= m_entries.size())
        return;
    m_editing = -1;
    m_entries.removeAt(index);
    const bool hadCursor = static_cast<std::size_t>(index) < m_chips.size() && hasCursor() && !m_line->hasFocus();
    showChips();
    if (hadCursor && !m_chips.empty())
        m_chips[std::min<std::size_t>(static_cast<std::size_t>(index), m_chips.size() - 1)]->setFocus(
            Qt::OtherFocusReason);
    else if (hadCursor)
        m_line->setFocus(Qt::OtherFocusReason);
    handOn();
}

void EntriesEditor::move(int index, int by)
{
    const int to = index + by;
    if (m_readOnly || to < 0 || to >= m_entries.size())
        return;
    m_entries.move(index, to);
    showChips();
    m_chips[static_cast<std::size_t>(to)]->setFocus(Qt::OtherFocusReason);
    handOn();
}

std::string EntriesEditor::json() const
{
    std::string json(1, '{');
    json.append(payload::encodeJsonString(std::string_view(m_item))).append(":[");
    bool isFirst = true;
    for (const QString &entry : m_entries) {
        if (!std::exchange(isFirst, false))
            json.push_back(',');
        json.append(payload::encodeJsonString(entry));
    }
    return json.append("]}");
}

void EntriesEditor::handOn()
{
    m_stands = !m_entries.isEmpty();
    showPlaceholder();
    if (m_entries.isEmpty())
        Q_EMIT cleared();
    else
        Q_EMIT edited(json(), false);
}

void EntriesEditor::finishTyping()
{
    const QString text = m_line->text();
    m_line->clear();
    m_completer->popup()->hide();
    take(text);
}

void EntriesEditor::suggest(bool all)
{
    const QString text = m_line->text().trimmed();
    QList<editor::Choice> found;
    if (m_choices && (all || !text.isEmpty()))
        found = editor::matching(m_choices(), all ? QString() : text);
    found.removeIf([this](const editor::Choice &choice) { return m_entries.contains(choice.value); });
    if (found.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_suggestions->setChoices(found.mid(0, MostSuggestions * 4));
    m_completer->setCompletionPrefix(text);
    const int wanted = m_completer->popup()->sizeHintForColumn(0) + m_line->height();
    m_completer->complete(QRect(0, 0, std::max(m_line->width(), wanted), m_line->height()));
}

bool EntriesEditor::keyInLine(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        finishTyping();
        return true;
    case Qt::Key_Down:
        suggest(m_line->text().isEmpty() || modifiers == Qt::AltModifier);
        return true;
    case Qt::Key_Escape:
        if (m_line->text().isEmpty())
            return false;
        m_editing = -1;
        m_line->clear();
        return true;
    case Qt::Key_Backspace:
        if (!m_line->text().isEmpty() || m_entries.isEmpty())
            return false;
        remove(static_cast<int>(m_entries.size()) - 1);
        return true;
    case Qt::Key_Left:
        if (m_line->cursorPosition() > 0 || m_chips.empty())
            return false;
        m_chips.back()->setFocus(Qt::TabFocusReason);
        return true;
    default:
        return false;
    }
}

bool EntriesEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && isUndoOrRedo(event) && m_line->text().isEmpty()) {
        event->ignore();
        return true;
    }
    if (watched == m_line && event->type() == QEvent::KeyPress && !m_readOnly) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (keyInLine(key->key(), key->modifiers()))
            return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

void EntriesEditor::setMark(editor::Mark mark)
{
    editor::showMark(m_line, mark);
}

void EntriesEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_line->setReadOnly(readOnly);
    showChips();
}

} // namespace marquee::performance
