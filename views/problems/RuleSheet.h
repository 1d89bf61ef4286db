// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Rule.h"

#include <QDialog>

namespace marquee::problems {

/// Explains one rule: what it finds, why, and who says so.
class RuleSheet : public QDialog
{
    Q_OBJECT

public:
    /// The rule has to outlive the sheet.
    explicit RuleSheet(const rules::Rule &rule, QWidget *parent = nullptr);

private:
    void addPart(const QString &name, const QString &heading, const QString &text);
};

} // namespace marquee::problems
