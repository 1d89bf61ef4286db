// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"

#include <optional>

class QPlainTextEdit;

namespace marquee::editor {

/// Any JSON, as text. Handed on when the cursor leaves or Ctrl+Enter is pressed, if it is well-formed; if it isn't, the
/// text stays and says what is wrong. Emptied, it takes the value away.
class JsonEditor : public FieldEditor
{
    Q_OBJECT

public:
    static constexpr int MostLines = 8; ///< more scroll, unless said otherwise
    void setMostLines(int lines);

    explicit JsonEditor(QWidget *parent = nullptr);

    void show(const payload::Value &value) override;
    void showSeveral(const payload::Value &shared) override;
    void setMark(Mark mark) override;
    void setReadOnly(bool readOnly) override;
    QWidget *inputWidget() override;

Q_SIGNALS:
    /// What was typed isn't JSON, so it wasn't handed on. The message names the place and is for the user.
    void malformed(const QString &message);

protected:
    void finishTyping() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void grow();
    void markIt();

    QPlainTextEdit *m_edit;
    std::optional<std::string> m_current;
    int m_mostLines = MostLines;
    bool m_typed = false;
    bool m_malformed = false;
    Mark m_mark = Mark::None; ///< what the field's problems say
};

} // namespace marquee::editor
