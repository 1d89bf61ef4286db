// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"

#include <optional>

class QCheckBox;

namespace marquee::editor {

/// Yes or no as a check box; half checked where nothing is set, or where what stands there is neither. Delete and
/// Backspace take the value away.
class BooleanEditor : public FieldEditor
{
    Q_OBJECT

public:
    explicit BooleanEditor(QWidget *parent = nullptr);

    void show(const payload::Value &value) override;
    void showSeveral(const payload::Value &shared) override;
    void setReadOnly(bool readOnly) override;
    QWidget *inputWidget() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showState(Qt::CheckState state, const QString &text);

    QCheckBox *m_box;
    std::optional<std::string> m_current;
};

} // namespace marquee::editor
