// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalog.h"
#include "payload/JsonText.h"
#include "rules/AllRules.h"
#include "rules/FieldEdits.h"
#include "rules/PerformanceFacts.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class MissingAttribute : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *type) const override
    {
        return type && (type->name == "ShowTimeAnalytics" || type->name == "Performance");
    }

    void check(const ObjectPlace &place, Report &report) const override
    {
        const auto &fields = place.type->fields;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (fields[i].required == catalog::Requirement::Never)
                continue;
            const int member = place.memberOf(static_cast<int>(i));
            if (member < 0) {
                if (!standsInOtherCase(place.object, fields[i].name)) // PF003 speaks of that
                    report.add(*this, Absent, fields[i].name);
                continue;
            }
            std::string scratch;
            if (isBlankText(elementText(place.object.at(static_cast<std::uint32_t>(member)), scratch)))
                report.add(*this, Empty, fields[i].name, {}, {static_cast<std::uint32_t>(member)});
        }
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const catalog::Field *field = fieldOf(problem, context);
        const QString label = field ? field->label : words(problem.detail);
        const QString name = words(std::string_view(problem.detail).substr(1));
        return problem.variant == Empty ? tr("%1 (%2) is empty.").arg(label, name)
                                        : tr("%1 (%2) is missing.").arg(label, name);
    }

    payload::Pointer field(const Problem &problem, const Context &context) const override
    {
        const payload::Pointer pointer = pointerOf(problem, context);
        return problem.variant == Absent ? pointer.child(problem.detail) : pointer;
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        if (problem.variant != Absent)
            return {};
        return {fix("insert", tr("Add it"), {placeValue(context, field(problem, context), "\"\"")})};
    }

private:
    enum Variant : std::uint8_t
    {
        Absent,
        Empty
    };

    static const catalog::Field *fieldOf(const Problem &problem, const Context &context)
    {
        const FieldAt at = fieldAt(context, problem.path);
        const catalog::ObjectType *type = problem.variant == Empty ? at.owner : at.field ? at.field->object : nullptr;
        return type ? type->find(problem.detail) : nullptr;
    }
};

} // namespace

std::unique_ptr<Rule> makePF001()
{
    return std::make_unique<MissingAttribute>(RuleInfo{"PF001", Severity::Error, Scope::Object, true,
        QT_TRANSLATE_NOOP("rules", "An identifier that every message needs"),
        QT_TRANSLATE_NOOP("rules",
            "Without supplier, number, performance ID and site the partner can't tell what the message speaks of."),
        QT_TRANSLATE_NOOP("rules", "Showtime Analytics, Performance Add/Update: required fields")});
}

} // namespace marquee::rules
