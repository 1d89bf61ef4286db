// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/SuggestEditor.h"

#include "editor/ChoiceCombo.h"
#include "editor/JsonParts.h"
#include "performances/Message.h"

#include <QEvent>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace marquee::performance {

SuggestEditor::SuggestEditor(Choices choices, QWidget *parent)
    : ChoiceEditor(parent)
    , m_choices(std::move(choices))
{
    constexpr int widest = 640;
    combo()->setWidest(widest);
    offer();
}

/// The list as it is now. The text stays: it is the value's.
void SuggestEditor::offer()
{
    const QList<editor::Choice> now = m_choices ? m_choices() : QList<editor::Choice>();
    const QList<editor::Choice> &old = combo()->choices().choices();
    const bool isSame = std::equal(now.begin(), now.end(), old.begin(), old.end(),
        [](const editor::Choice &a, const editor::Choice &b) { return a.value == b.value; });
    if (isSame)
        return;
    const QSignalBlocker blocker(combo());
    const QSignalBlocker lineBlocker(line());
    const QString text = line()->text();
    const int cursor = line()->cursorPosition();
    setChoices(now);
    line()->setText(text);
    line()->setCursorPosition(cursor);
}

QString SuggestEditor::textOf(const payload::Value &value) const
{
    return editor::toQString(performances::textOf(value));
}

QList<editor::Choice> SuggestEditor::suggestions(const QString &text) const
{
    return editor::matching(m_choices ? m_choices() : QList<editor::Choice>(), text);
}

bool SuggestEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        offer();
    return ChoiceEditor::eventFilter(watched, event);
}

} // namespace marquee::performance
