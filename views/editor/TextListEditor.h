// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"

#include <optional>
#include <vector>

class QToolButton;
class QVBoxLayout;

namespace marquee::editor {

class TextEditor;

/// A list of plain texts, one line each. With one entry it looks like a text field with a quiet plus at its side. A
/// value that isn't a list is shown in the line, and becomes the list's only entry when somebody types.
class TextListEditor : public FieldEditor
{
    Q_OBJECT

public:
    explicit TextListEditor(QWidget *parent = nullptr);

    void show(const payload::Value &value) override;
    void showSeveral(const payload::Value &shared) override;
    void setMark(Mark mark) override;
    void setReadOnly(bool readOnly) override;
    QWidget *inputWidget() override; ///< the first line; it is never another

    int count() const { return static_cast<int>(m_rows.size()); }
    TextEditor *entry(int index) const { return m_rows[static_cast<std::size_t>(index)].editor; }

private:
    struct Row
    {
        QWidget *widget;
        TextEditor *editor;
        QToolButton *remove;
    };

    void addRow();
    void setRows(std::size_t count);
    void nameRows();
    void setEntry(std::size_t index, const std::string &json, bool typing);
    void removeEntry(std::size_t index);
    void add();
    void handOn(const std::string &json, bool typing);
    void refresh();

    std::vector<Row> m_rows; ///< at least one
    QVBoxLayout *m_lines;
    QToolButton *m_add = nullptr;
    std::optional<std::string> m_current;
    Mark m_mark = Mark::None;
    bool m_readOnly = false;
};

} // namespace marquee::editor
