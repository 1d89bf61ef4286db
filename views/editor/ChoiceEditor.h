// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/ChoiceModel.h"
#include "editor/LineEditor.h"

class QCompleter;

namespace marquee::editor {

class ChoiceCombo;

/// Text with a list of known values to pick from. Any text is taken, known or not: rules say what doesn't belong.
class ChoiceEditor : public LineEditor
{
    Q_OBJECT

public:
    void setReadOnly(bool readOnly) override;
    ChoiceCombo *combo() const { return m_combo; }

protected:
    explicit ChoiceEditor(QWidget *parent);
    /// What the list offers. Once, by the heir's constructor.
    void setChoices(const QList<Choice> &choices);

    /// What is offered while somebody types.
    virtual QList<Choice> suggestions(const QString &text) const;
    /// What a value stands for; nothing where it isn't known.
    virtual std::optional<Choice> known(const QString &value) const;

    std::optional<std::string> jsonOf(const QString &text) const override;
    void textChanged() override;

private:
    void choose(const QString &value);
    void suggest(const QString &text);

    ChoiceCombo *m_combo;
    ChoiceModel *m_suggestions;
    QCompleter *m_completer;
};

} // namespace marquee::editor
