// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/NumberEditor.h"

namespace marquee::performance {

/// A whole number as messages write it: a text of figures. What isn't one is handed on as it is typed.
class WholeEditor : public editor::NumberEditor
{
    Q_OBJECT

public:
    explicit WholeEditor(QWidget *parent = nullptr);

protected:
    QString textOf(const payload::Value &value) const override;
    std::optional<std::string> jsonOf(const QString &text) const override;
};

} // namespace marquee::performance
