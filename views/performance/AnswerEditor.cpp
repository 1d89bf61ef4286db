// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/AnswerEditor.h"

#include "editor/JsonParts.h"
#include "editor/Sizes.h"
#include "performances/Message.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace marquee::performance {

using namespace Qt::StringLiterals;

AnswerEditor::AnswerEditor(QWidget *parent)
    : FieldEditor(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::scaled(4));
    m_yes = add(tr("Yes"), {});
    m_no = add(tr("No"), u"answerNo"_s);
    m_none = add(tr("Not sent"), u"answerNone"_s);
    layout->addStretch();
    setFocusProxy(m_yes);
    connect(m_yes, &QPushButton::clicked, this, [this] { choose(true); });
    connect(m_no, &QPushButton::clicked, this, [this] { choose(false); });
    connect(m_none, &QPushButton::clicked, this, [this] { choose(std::nullopt); });
    showAnswer();
}

QPushButton *AnswerEditor::add(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setAutoDefault(false);
    button->setProperty("role", u"filter"_s);
    editor::keepFieldHeight(button);
    layout()->addWidget(button);
    watch(button);
    return button;
}

QWidget *AnswerEditor::inputWidget()
{
    return m_yes;
}

void AnswerEditor::show(const payload::Value &value)
{
    m_current = value ? std::optional(performances::textOf(value)) : std::nullopt;
    showAnswer();
}

void AnswerEditor::showAnswer()
{
    m_yes->setChecked(m_current == "true");
    m_no->setChecked(m_current == "false");
    m_none->setChecked(!m_current);
    m_no->setAccessibleName(tr("%1: no").arg(m_yes->accessibleName()));
    m_none->setAccessibleName(tr("%1: not sent").arg(m_yes->accessibleName()));
    Q_EMIT readingChanged();
}

QString AnswerEditor::reading() const
{
    if (!m_current || m_current == "true" || m_current == "false")
        return {};
    return m_current->empty() ? tr("empty") : editor::toQString(*m_current);
}

void AnswerEditor::choose(std::optional<bool> answer)
{
    const std::optional<std::string> text
        = !answer ? std::nullopt : std::optional<std::string>(*answer ? "true" : "false");
    const bool isOther = text != m_current;
    m_current = text;
    showAnswer();
    if (!isOther)
        return;
    if (text)
        Q_EMIT edited('"' + *text + '"', false);
    else
        Q_EMIT cleared();
}

void AnswerEditor::setMark(editor::Mark mark)
{
    for (QPushButton *button : {m_yes, m_no, m_none})
        editor::showMark(button, button->isChecked() ? mark : editor::Mark::None);
}

void AnswerEditor::setReadOnly(bool readOnly)
{
    for (QPushButton *button : {m_yes, m_no, m_none})
        button->setEnabled(!readOnly);
}

bool AnswerEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !m_yes->isEnabled())
        return FieldEditor::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        choose(std::nullopt);
        return true;
    }
    QPushButton *const all[] = {m_yes, m_no, m_none};
    for (int i = 0; i < 3; ++i) {
        const int to = i + (key == Qt::Key_Left ? -1 : key == Qt::Key_Right ? 1 : 0);
        if (all[i] == watched && to != i && to >= 0 && to < 3) {
            all[to]->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace marquee::performance
