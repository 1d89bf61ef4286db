// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Catalog.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <algorithm>

namespace marquee::rules {

namespace {

class MissingMember : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *type) const override
    {
        return type && std::any_of(type->fields.begin(), type->fields.end(), [](const catalog::Field &field) {
            return field.required != catalog::Requirement::Never;
        });
    }

    void check(const ObjectPlace &place, Report &report) const override
    {
        if (place.object.isElided())
            return;
        const auto &fields = place.type->fields;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const catalog::Field &field = fields[i];
            if (!isAskedFor(field, place))
                continue;
            const int member = place.memberOf(static_cast<int>(i));
            if (member < 0) {
                report.add(*this, Absent, field.name);
                continue;
            }
            const payload::Value value = place.object.at(static_cast<std::uint32_t>(member));
            if (field.minItems > 0 && value.isArray() && value.size() == 0 && !value.isElided())
                report.add(*this, Empty, field.name, {}, {static_cast<std::uint32_t>(member)});
        }
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const catalog::Field *field = fieldOf(problem, context);
        const QString label = field ? field->label : words(problem.detail);
        return problem.variant == Empty ? tr("%1 needs at least one entry.").arg(label)
                                        : tr("%1 (%2) is missing.").arg(label, words(problem.detail));
    }

    payload::Pointer field(const Problem &problem, const Context &context) const override
    {
        const payload::Pointer pointer = pointerOf(problem, context);
        return problem.variant == Absent ? pointer.child(problem.detail) : pointer;
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const catalog::Field *field = fieldOf(problem, context);
        if (!field)
            return {};
        const payload::Pointer pointer = pointerOf(problem, context);
        const std::string json = skeleton(*field);
        if (problem.variant == Empty)
            return {fix("insert", tr("Add one"), {payload::Edit::insertItem(pointer, json.substr(1, json.size() - 2))})};
        const payload::Value object = valueOf(problem, context);
        return {fix("insert", tr("Add it"),
                    {payload::Edit::insertMember(pointer, field->name, json,
                                                 placeFor(object, *typeOf(problem, context), field->name))})};
    }

private:
    enum Variant : std::uint8_t { Absent, Empty };

    static bool isAskedFor(const catalog::Field &field, const ObjectPlace &place)
    {
        return field.required == catalog::Requirement::Always
            || (field.required == catalog::Requirement::Authored && !isReply(place.context.kind));
    }

    /// The type of the object that the member is missing from.
    static const catalog::ObjectType *typeOf(const Problem &problem, const Context &context)
    {
        const FieldAt at = fieldAt(context, problem.path);
        if (problem.variant == Empty)
            return at.owner;
        return at.field ? at.field->object : context.catalog.type("AvailDocument");
    }

    static const catalog::Field *fieldOf(const Problem &problem, const Context &context)
    {
        const catalog::ObjectType *type = typeOf(problem, context);
        return type ? type->find(problem.detail) : nullptr;
    }
};

} // namespace

std::unique_ptr<Rule> makeAV001()
{
    return std::make_unique<MissingMember>(RuleInfo{
        "AV001", Severity::Error, Scope::Object, false, QT_TRANSLATE_NOOP("rules", "A member that the format requires"),
        QT_TRANSLATE_NOOP("rules", "The partner cannot take an avail without it."),
        QT_TRANSLATE_NOOP("rules", "MDDF Avails v2.6; Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
