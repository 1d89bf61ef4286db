// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/LineEditor.h"

namespace marquee::performance {

/// A decimal number that messages write as an integer with a precision: typed and shown as "45.5", with a unit behind
/// it, read as "455, precision 1". What isn't such a number is shown, and handed on, as it is.
class ScaledEditor : public editor::LineEditor
{
    Q_OBJECT

public:
    /// `unit`: "%"; may be empty.
    explicit ScaledEditor(const QString &unit, QWidget *parent = nullptr);

    void show(const payload::Value &value) override;
    QString reading() const override;

protected:
    QString textOf(const payload::Value &value) const override;
    std::optional<std::string> jsonOf(const QString &text) const override;
};

} // namespace marquee::performance
