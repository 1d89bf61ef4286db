// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/LineEditor.h"

namespace marquee::editor {

/// Text and ids. A value that isn't text is shown as its JSON, and becomes text when somebody types in it.
class TextEditor : public LineEditor
{
    Q_OBJECT

public:
    explicit TextEditor(QWidget *parent = nullptr);

protected:
    std::optional<std::string> jsonOf(const QString &text) const override;
    bool emptyIsValue() const override { return true; }
};

} // namespace marquee::editor
