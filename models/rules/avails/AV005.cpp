// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Catalog.h"
#include "catalog/Nearest.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <algorithm>

namespace marquee::rules {

namespace {

class UnknownMember : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *type) const override { return type != nullptr; }

    void check(const ObjectPlace &place, Report &report) const override
    {
        for (qsizetype i = 0; i < place.fields.size(); ++i) {
            if (place.fields[i] >= 0)
                continue;
            const auto member = static_cast<std::uint32_t>(i);
            std::string scratch;
            const std::string name(place.object.at(member).name(scratch));
            const std::string near = meant(name, place);
            report.add(*this, near.empty() ? Severity::Hint : Severity::Warning, 0, name, near, {member});
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        if (problem.other.empty())
            return tr("“%1” isn't in the catalogue. It is kept and sent.").arg(words(problem.detail));
        return tr("“%1” isn't in the catalogue. Did you mean %2?").arg(words(problem.detail), words(problem.other));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        if (problem.other.empty())
            return {};
        const payload::Pointer pointer = pointerOf(problem, context);
        return {fix("rename", tr("Rename to %1").arg(words(problem.other)),
                    {payload::Edit::remove(pointer),
                     payload::Edit::insertMember(pointer.parent(), problem.other, valueOf(problem, context).raw(),
                                                 problem.path.back())})};
    }

private:
    /// The one field of this type that differs from the name in a letter or in case, and doesn't stand yet.
    static std::string meant(const std::string &name, const ObjectPlace &place)
    {
        const auto lower = [](std::string text) {
            std::transform(text.begin(), text.end(), text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
            return text;
        };
        const std::string *found = nullptr;
        for (std::size_t i = 0; i < place.type->fields.size(); ++i) {
            const std::string &field = place.type->fields[i].name;
            const int limit = field.size() < 4 ? 0 : 1;
            if (place.memberOf(static_cast<int>(i)) >= 0 || catalog::editDistance(lower(name), lower(field), limit) > limit)
                continue;
            if (found)
                return {};
            found = &field;
        }
        return found ? *found : std::string();
    }
};

} // namespace

std::unique_ptr<Rule> makeAV005()
{
    return std::make_unique<UnknownMember>(RuleInfo{
        "AV005", Severity::Warning, Scope::Object, true, QT_TRANSLATE_NOOP("rules", "A member that the catalogue does not know"),
        QT_TRANSLATE_NOOP("rules", "The partner ignores what it does not support; a misspelt name is ignored just so."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload schemas")});
}

} // namespace marquee::rules
