// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace marquee::rules {
class RuleSet;
}

namespace marquee::shell {

/// What one rule finds and why, over `parent`. Nothing where there is no such rule.
void showRule(const rules::RuleSet &rules, const QString &id, QWidget *parent);
/// All rules, to choose one from.
void showRules(const rules::RuleSet &rules, QWidget *parent);
/// What this program is.
void showAbout(QWidget *parent);

} // namespace marquee::shell
