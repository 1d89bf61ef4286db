// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"

#include <optional>

class QPushButton;

namespace marquee::performance {

/// "true" or "false" as two buttons, Yes and No, and a third for a field that isn't sent. What is neither is shown as
/// it is written. Delete and Backspace take the value away; Left and Right go from one to the next.
class AnswerEditor : public editor::FieldEditor
{
    Q_OBJECT

public:
    explicit AnswerEditor(QWidget *parent = nullptr);

    void show(const payload::Value &value) override;
    QString reading() const override;
    void setMark(editor::Mark mark) override;
    void setReadOnly(bool readOnly) override;
    QWidget *inputWidget() override; ///< the Yes; it stands for the group

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPushButton *add(const QString &text, const QString &name);
    void choose(std::optional<bool> answer);
    void showAnswer();

    QPushButton *m_yes;
    QPushButton *m_no;
    QPushButton *m_none;
    std::optional<std::string> m_current; ///< text; nothing where it isn't sent
};

} // namespace marquee::performance
