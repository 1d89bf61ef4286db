// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalog.h"
#include "rules/AllRules.h"
#include "rules/PerformanceFacts.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <QStringList>

namespace marquee::rules {

using namespace Qt::StringLiterals;

namespace {

class IncompleteEntity : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *type) const override { return type && type->name == "Performance"; }

    void check(const ObjectPlace &place, Report &report) const override
    {
        std::string names;
        for (const catalog::Field *field : missingFields(place.context.catalog, place.object)) {
            if (!standsInOtherCase(place.object, field->name)) // PF003 speaks of that
                names += (names.empty() ? "" : " ") + field->name;
        }
        if (!names.empty())
            report.add(*this, 0, std::move(names));
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        QStringList labels;
        for (const QString &name : words(problem.detail).split(u' ')) {
            const catalog::Field *field = context.catalog.type("Performance")->find(name.toStdString());
            labels << (field ? field->label : name);
        }
        return tr("Not a complete performance: %1 missing. That is fine where the partner knows it already.")
            .arg(labels.join(u", "_s));
    }

    payload::Pointer field(const Problem &problem, const Context &context) const override
    {
        return pointerOf(problem, context).child(std::string_view(problem.detail).substr(0, problem.detail.find(' ')));
    }
};

} // namespace

std::unique_ptr<Rule> makePF002()
{
    return std::make_unique<IncompleteEntity>(RuleInfo{"PF002", Severity::Warning, Scope::Object, true,
        QT_TRANSLATE_NOOP("rules", "A performance that isn't complete"),
        QT_TRANSLATE_NOOP("rules",
            "Messages may say a part, and the partner puts the parts together; a new performance needs all of them in "
            "the end."),
        QT_TRANSLATE_NOOP("rules", "Showtime Analytics, Performance Add/Update: fields marked with *")});
}

} // namespace marquee::rules
