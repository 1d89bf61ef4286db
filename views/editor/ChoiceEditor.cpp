// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/ChoiceEditor.h"

#include "editor/ChoiceCombo.h"
#include "editor/ChoiceDelegate.h"
#include "payload/JsonText.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace marquee::editor {

namespace {

constexpr int MostSuggestions = 12;

} // namespace

ChoiceEditor::ChoiceEditor(QWidget *parent)
    : LineEditor(parent)
    , m_combo(new ChoiceCombo(this))
    , m_suggestions(new ChoiceModel(this))
    , m_completer(new QCompleter(m_suggestions, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_combo);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setLine(m_combo->lineEdit(), m_combo);

    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // `suggestions` filters
    m_completer->setMaxVisibleItems(MostSuggestions);
    m_completer->setWidget(m_combo);
    m_completer->popup()->setItemDelegate(new ChoiceDelegate(m_completer));
    m_completer->popup()->setAccessibleName(tr("Suggestions"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &ChoiceEditor::choose);
    connect(
        m_combo, &QComboBox::activated, this, [this](int row) { choose(m_combo->choices().choices().at(row).value); });
    connect(line(), &QLineEdit::textEdited, this, &ChoiceEditor::suggest);
}

void ChoiceEditor::setChoices(const QList<Choice> &choices)
{
    m_combo->setChoices(choices);
}

void ChoiceEditor::setReadOnly(bool readOnly)
{
    m_combo->setReadOnly(readOnly);
}

QList<Choice> ChoiceEditor::suggestions(const QString &text) const
{
    return matching(m_combo->choices().choices(), text);
}

std::optional<Choice> ChoiceEditor::known(const QString &value) const
{
    const int row = m_combo->choices().rowOf(value);
    return row < 0 ? std::nullopt : std::optional(m_combo->choices().choices().at(row));
}

std::optional<std::string> ChoiceEditor::jsonOf(const QString &text) const
{
    return payload::encodeJsonString(text);
}

void ChoiceEditor::textChanged()
{
    const auto choice = known(line()->text());
    m_combo->setLabel(choice ? choice->label : QString());
    m_combo->setToolTip(choice ? choice->help : QString());
    LineEditor::textChanged();
}

void ChoiceEditor::choose(const QString &value)
{
    handOn(payload::encodeJsonString(value), false);
    showCurrent();
    line()->end(false);
}

void ChoiceEditor::suggest(const QString &text)
{
    const QList<Choice> found = text.isEmpty() ? QList<Choice>() : suggestions(text);
    // A list that offers just what is written already would only be in the way.
    const bool useful = !found.isEmpty() && !(found.size() == 1 && found.front().value == text);
    if (!useful) {
        m_completer->popup()->hide();
        return;
    }
    m_suggestions->setChoices(found.mid(0, MostSuggestions * 4));
    m_completer->setCompletionPrefix(text);
    const int wanted = m_completer->popup()->sizeHintForColumn(0) + m_combo->height();
    m_completer->complete(QRect(0, 0, std::max(m_combo->width(), wanted), m_combo->height()));
}

} // namespace marquee::editor
