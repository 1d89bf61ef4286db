// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

/// Stands in the list of rules only: the validator checks each body as the avail that it is, so its problems carry their own
/// rules and begin with the item's pointer.
class BodyProblems : public Rule
{
public:
    using Rule::Rule;

    QString message(const Problem &, const Context &) const override { return tr("The item's body has problems of its own."); }
};

} // namespace

std::unique_ptr<Rule> makeBA006()
{
    return std::make_unique<BodyProblems>(RuleInfo{
        "BA006", Severity::Error, Scope::Batch, true, QT_TRANSLATE_NOOP("rules", "Problems in the bodies"),
        QT_TRANSLATE_NOOP("rules", "Every body is an avail, and every rule of avails holds for it; problems name the item in front."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
