// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/WindowIndex.h"
#include "rules/Wording.h"

#include <QVarLengthArray>

#include <unordered_map>
#include <utility>
#include <vector>

namespace marquee::rules {

namespace {

/// Windows by what they have in common; two or more are a find.
class ContentIndex : public WindowIndex
{
public:
    void add(WindowUnit &unit) override
    {
        if (unit.summary.content != 0)
            change(unit, true);
    }

    void remove(WindowUnit &unit) override
    {
        flag(unit, false);
        if (unit.summary.content != 0)
            change(unit, false);
    }

    void settle() override
    {
        for (const std::uint64_t &key : std::exchange(m_touched, {})) {
            const auto found = m_units.find(key);
            if (found == m_units.end())
                continue;
            for (WindowUnit *unit : found->second)
                flag(*unit, found->second.size() > 1);
        }
    }

    void describe(const WindowUnit &unit, Problem &problem) const override
    {
        const auto found = m_units.find(unit.summary.content);
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
        Units &units = m_units[unit.summary.content];
        // Only where a second one comes or the second last goes does anything change for the others.
        if (units.size() == (comes ? 1 : 2))
            m_touched.push_back(unit.summary.content);
        else if (comes && units.size() > 1)
            flag(unit, true);
        if (comes)
            units.push_back(&unit);
        else
            units.removeOne(&unit);
        if (units.empty())
            m_units.erase(unit.summary.content);
    }

    std::unordered_map<std::uint64_t, Units> m_units;
    std::vector<std::uint64_t> m_touched;
};

class SameContent : public AcrossWindowsRule
{
public:
    using AcrossWindowsRule::AcrossWindowsRule;

    std::unique_ptr<WindowIndex> makeIndex() const override { return std::make_unique<ContentIndex>(); }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("Window %1 says the same.").arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        return {fix("remove", tr("Remove this one"), {payload::Edit::remove(pointerOf(problem, context))})};
    }
};

} // namespace

std::unique_ptr<Rule> makeAV105()
{
    return std::make_unique<SameContent>(RuleInfo{
        "AV105", Severity::Warning, Scope::Document, true, QT_TRANSLATE_NOOP("rules", "Two windows equal but for their ID"),
        QT_TRANSLATE_NOOP("rules", "The second says nothing that the first does not say."),
        QT_TRANSLATE_NOOP("rules", "MovieLabs avails validation: duplicate lines")});
}

} // namespace marquee::rules
