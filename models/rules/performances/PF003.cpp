// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalog.h"
#include "catalog/Nearest.h"
#include "rules/AllRules.h"
#include "rules/PerformanceFacts.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"
#include "rules/XmlEdits.h"

#include <algorithm>

namespace marquee::rules {

namespace {

class UnknownName : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *type) const override { return type != nullptr; }

    void check(const ObjectPlace &place, Report &report) const override
    {
        std::string scratch;
        if (place.object.isString() && place.type->indexOf("#text") < 0 && !isBlankText(place.object.string(scratch)))
            report.add(*this, Text);
        for (qsizetype i = 0; i < place.fields.size(); ++i) {
            if (place.fields[i] >= 0)
                continue;
            const auto member = static_cast<std::uint32_t>(i);
            const payload::Value value = place.object.at(member);
            if (value.isInnerText()) {
                report.add(*this, Text, {}, {}, {member});
                continue;
            }
            std::string name(value.name(scratch));
            std::string near = meant(name, value, place);
            report.add(*this, Name, std::move(name), std::move(near), {member});
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        if (problem.variant == Text)
            return tr("Text stands here, where only elements belong.");
        const bool isAttribute = problem.detail.starts_with('@');
        const QString name = words(bare(problem.detail));
        if (problem.other.empty())
            return isAttribute ? tr("There is no attribute “%1” here.").arg(name)
                               : tr("There is no element “%1” here.").arg(name);
        const QString near = words(bare(problem.other));
        if (isAttribute != problem.other.starts_with('@'))
            return isAttribute ? tr("There is no attribute “%1” here. Did you mean the element %2?").arg(name, near)
                               : tr("There is no element “%1” here. Did you mean the attribute %2?").arg(name, near);
        return isAttribute ? tr("There is no attribute “%1” here. Did you mean %2? Case counts.").arg(name, near)
                           : tr("There is no element “%1” here. Did you mean %2? Case counts.").arg(name, near);
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        if (problem.variant == Text || problem.other.empty())
            return {};
        const payload::Value value = valueOf(problem, context);
        const QString near = words(bare(problem.other));
        if (problem.detail.starts_with('@') == problem.other.starts_with('@'))
            return {fix("rename", tr("Rename to %1").arg(near), {renameInXml(value, bare(problem.other))})};
        const payload::Pointer pointer = pointerOf(problem, context);
        const payload::Value holder = holderOf(problem, context);
        const catalog::ObjectType *type = fieldAt(context, problem.path).owner;
        if (!type || !value.isString()) // more than a text fits into no attribute
            return {};
        const std::int64_t place = placeFor(holder, *type, problem.other);
        const std::int64_t behind = place > static_cast<std::int64_t>(problem.path.back()) ? 1 : 0;
        return {fix("rename",
            problem.other.starts_with('@') ? tr("Make it the attribute %1").arg(near)
                                           : tr("Make it the element %1").arg(near),
            {payload::Edit::remove(pointer),
                payload::Edit::insertMember(pointer.parent(), problem.other, value.raw(), place - behind)})};
    }

private:
    enum Variant : std::uint8_t
    {
        Name,
        Text
    };

    static std::string_view bare(std::string_view name) { return name.starts_with('@') ? name.substr(1) : name; }

    static std::string lower(std::string_view text)
    {
        std::string small(text);
        std::transform(small.begin(), small.end(), small.begin(),
            [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return small;
    }

    /// A list's wrapper can't be meant by what holds a text, nor the other way round.
    static bool fits(const payload::Value &value, const catalog::Field &field)
    {
        std::string scratch;
        if (field.isAttribute() != value.isAttribute())
            return value.isString();
        if (!field.object || field.object->find("#text"))
            return !value.isObject() || value.indexOf("#text") >= 0;
        return !value.isString() || isBlankText(value.string(scratch));
    }

    /// The one field of this type that differs from the name in case, or in a letter, and doesn't stand yet.
    static std::string meant(const std::string &name, const payload::Value &value, const ObjectPlace &place)
    {
        std::string found;
        int nearest = 3;
        for (std::size_t i = 0; i < place.type->fields.size(); ++i) {
            const catalog::Field &field = place.type->fields[i];
            if (field.name == "#text" || place.memberOf(static_cast<int>(i)) >= 0 || !fits(value, field))
                continue;
            const std::string_view known = bare(field.name);
            const int limit = known.size() < 4 ? 0 : known.size() < 8 ? 1 : 2;
            const int distance = catalog::editDistance(lower(bare(name)), lower(known), limit);
            if (distance > limit || distance > nearest)
                continue;
            found = distance == nearest ? std::string() : field.name;
            nearest = distance;
        }
        return found;
    }
};

} // namespace

std::unique_ptr<Rule> makePF003()
{
    return std::make_unique<UnknownName>(RuleInfo{"PF003", Severity::Error, Scope::Object, true,
        QT_TRANSLATE_NOOP("rules", "An element or attribute in wrong letter case, or that nobody knows"),
        QT_TRANSLATE_NOOP(
            "rules", "All names are case sensitive; what the partner's schema doesn't know is refused or not read."),
        QT_TRANSLATE_NOOP("rules", "Showtime Analytics, Performance Add/Update: note on names; message structure")});
}

} // namespace marquee::rules
