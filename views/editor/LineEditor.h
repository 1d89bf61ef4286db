// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"

#include <optional>

class QLineEdit;

namespace marquee::editor {

/// What all editors share whose value is one line of text. A heir says how a value reads and what a text means; when
/// something is handed on is said here:
/// - at every keystroke after which the text means a value;
/// - when the cursor leaves or Enter is pressed, whatever was typed, as a JSON string where it means nothing else.
/// A line that was emptied takes the value away, unless the type has an empty value; so does Backspace or Delete in a
/// line that shows an empty value.
class LineEditor : public FieldEditor
{
    Q_OBJECT

public:
    void show(const payload::Value &value) override;
    void showSeveral(const payload::Value &shared) override;
    void setReadOnly(bool readOnly) override;
    QWidget *inputWidget() override { return m_holder; }

    QLineEdit *line() const { return m_line; }
    /// What stands in the line where there is no value, in place of "not set".
    void setAbsentWords(const QString &words);

protected:
    explicit LineEditor(QWidget *parent);
    /// `holder` takes the cursor for the line: a combo box. It may be the line itself.
    void setLine(QLineEdit *line, QWidget *holder);

    virtual QString textOf(const payload::Value &value) const;
    /// Nothing where the text doesn't mean a value of the type, or not yet.
    virtual std::optional<std::string> jsonOf(const QString &text) const = 0;
    virtual bool emptyIsValue() const { return false; }
    /// The text, the value or both are another.
    virtual void textChanged() { Q_EMIT readingChanged(); }

    /// The value as it was shown or handed on last.
    const std::optional<std::string> &current() const { return m_current; }
    bool isTyping() const { return m_typed && m_holder->hasFocus(); }
    bool isReadOnly() const;
    void handOn(const std::string &json, bool typing);
    void takeAway();
    /// Writes the present value as `textOf` reads it.
    void showCurrent();
    void finishTyping() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void typed(const QString &text);
    void setText(const QString &text);
    void showPlaceholder();

    QLineEdit *m_line = nullptr;
    QWidget *m_holder = nullptr;
    std::optional<std::string> m_current;
    bool m_typed = false; ///< the text is the user's, not ours
    bool m_several = false; ///< values that differ are meant
    QString m_absent; ///< empty: the usual words
};

} // namespace marquee::editor
