// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalog.h"
#include "rules/AllRules.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class Cancels : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override { return field.name == "IsCancelled"; }

    void check(const ValuePlace &place, Report &report) const override
    {
        if (place.text == "true")
            report.add(*this);
    }

    QString message(const Problem &, const Context &) const override
    {
        return tr("Every ticket order of this performance will be invalidated.");
    }
};

} // namespace

std::unique_ptr<Rule> makePF011()
{
    return std::make_unique<Cancels>(RuleInfo{"PF011", Severity::Warning, Scope::Value, true,
        QT_TRANSLATE_NOOP("rules", "A performance that is cancelled"),
        QT_TRANSLATE_NOOP(
            "rules", "Cancelling invalidates all ticket orders; no message is known that brings them back."),
        QT_TRANSLATE_NOOP("rules", "Showtime Analytics, Performance Add/Update: IsCancelled")});
}

} // namespace marquee::rules
