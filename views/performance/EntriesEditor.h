// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"
#include "performance/SuggestEditor.h"

#include <QStringList>

#include <vector>

class QCompleter;
class QLineEdit;

namespace marquee::editor {
class ChoiceModel;
class FlowLayout;
class LanguageChip;
}

namespace marquee::performance {

/// A list of texts, {"Tag":["gala","late"]}, as chips with a line behind them: Enter or a semicolon adds what is typed,
/// a click on a chip takes its text into the line to be changed, Backspace in the empty line takes the last away. Alt
/// and an arrow move the chip that has the cursor. The last one gone, the list isn't sent.
class EntriesEditor : public editor::FieldEditor
{
    Q_OBJECT

public:
    /// `item`: what an entry is called: "Tag". `choices`: what is suggested.
    EntriesEditor(std::string item, Choices choices, QWidget *parent = nullptr);

    void show(const payload::Value &value) override;
    void setMark(editor::Mark mark) override;
    void setReadOnly(bool readOnly) override;
    QWidget *inputWidget() override; ///< the line
    void setAbsentWords(const QString &words);

    const QStringList &entries() const { return m_entries; }
    std::string json() const; ///< of what is shown

protected:
    void finishTyping() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showChips();
    void showPlaceholder();
    void connectChip(editor::LanguageChip *chip, int index);
    void begin(int index);
    void take(const QString &text);
    void remove(int index);
    void move(int index, int by);
    void handOn();
    void suggest(bool all);
    bool keyInLine(int key, Qt::KeyboardModifiers modifiers);

    std::string m_item;
    Choices m_choices;
    QStringList m_entries;
    std::vector<editor::LanguageChip *> m_chips;
    editor::FlowLayout *m_flow;
    QLineEdit *m_line;
    editor::ChoiceModel *m_suggestions;
    QCompleter *m_completer;
    QString m_absent;
    int m_editing = -1; ///< the entry that is in the line
    bool m_stands = false; ///< the list is sent, be it empty
    bool m_readOnly = false;
};

} // namespace marquee::performance
