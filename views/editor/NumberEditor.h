// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/LineEditor.h"

namespace marquee::editor {

/// Whole and decimal numbers, with the digits that were typed; 9.90 isn't 9.9.
class NumberEditor : public LineEditor
{
    Q_OBJECT

public:
    explicit NumberEditor(QWidget *parent = nullptr);

protected:
    std::optional<std::string> jsonOf(const QString &text) const override;
};

} // namespace marquee::editor
