// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/ChoiceEditor.h"

#include <functional>

namespace marquee::performance {

/// What an editor offers; asked whenever it is needed.
using Choices = std::function<QList<editor::Choice>()>;

/// Text, with values to pick from that may become others. Any text is taken; an emptied line takes the value away.
class SuggestEditor : public editor::ChoiceEditor
{
    Q_OBJECT

public:
    explicit SuggestEditor(Choices choices, QWidget *parent = nullptr);

protected:
    QString textOf(const payload::Value &value) const override;
    QList<editor::Choice> suggestions(const QString &text) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offer();

    Choices m_choices;
};

} // namespace marquee::performance
