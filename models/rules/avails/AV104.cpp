// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "payload/JsonText.h"
#include "rules/Report.h"
#include "rules/WindowId.h"
#include "rules/WindowIndex.h"
#include "rules/Wording.h"

#include <QVarLengthArray>

#include <unordered_map>
#include <utility>
#include <vector>

namespace marquee::rules {

namespace {

/// Windows by what they have in common; two or more are a find.
class IdIndex : public WindowIndex
{
public:
    void add(WindowUnit &unit) override
    {
        if (!unit.summary.id.empty())
            change(unit, true);
    }

    void remove(WindowUnit &unit) override
    {
        flag(unit, false);
        if (!unit.summary.id.empty())
            change(unit, false);
    }

    void settle() override
    {
        for (const std::string &key : std::exchange(m_touched, {})) {
            const auto found = m_units.find(key);
            if (found == m_units.end())
                continue;
            for (WindowUnit *unit : found->second)
                flag(*unit, found->second.size() > 1);
        }
    }

    void describe(const WindowUnit &unit, Problem &problem) const override
    {
        const auto found = m_units.find(unit.summary.id);
        if (found == m_units.end())
            return;
        const WindowUnit *first = nullptr;
        for (const WindowUnit *other : found->second) {
            if (other != &unit && (!first || other->index < first->index))
                first = other;
        }
        if (first)
            problem.detail = std::to_string(first->index + 1);
    }

private:
    using Units = QVarLengthArray<WindowUnit *, 2>; ///< hardly ever more than one

    void change(WindowUnit &unit, bool comes)
    {
        Units &units = m_units[unit.summary.id];
        // Only where a second one comes or the second last goes does anything change for the others.
        if (units.size() == (comes ? 1 : 2))
            m_touched.push_back(unit.summary.id);
        else if (comes && units.size() > 1)
            flag(unit, true);
        if (comes)
            units.push_back(&unit);
        else
            units.removeOne(&unit);
        if (units.empty())
            m_units.erase(unit.summary.id);
    }

    std::unordered_map<std::string, Units> m_units;
    std::vector<std::string> m_touched;
};

class SameId : public AcrossWindowsRule
{
public:
    using AcrossWindowsRule::AcrossWindowsRule;

    std::unique_ptr<WindowIndex> makeIndex() const override { return std::make_unique<IdIndex>(); }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("Another window has the same ID: number %1.").arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const payload::Pointer window = pointerOf(problem, context);
        return {fix("new", tr("Make a new ID"),
                    {payload::Edit::set(window.child("_TransactionID"), payload::encodeJsonString(newWindowId()))})};
    }
};

} // namespace

std::unique_ptr<Rule> makeAV104()
{
    return std::make_unique<SameId>(RuleInfo{
        "AV104", Severity::Error, Scope::Document, true, QT_TRANSLATE_NOOP("rules", "The same window ID twice"),
        QT_TRANSLATE_NOOP("rules", "The partner keeps one window an ID: the second overwrites the first."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API: the transaction ID identifies the window")});
}

} // namespace marquee::rules
