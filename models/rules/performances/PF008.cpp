// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalog.h"
#include "rules/AllRules.h"
#include "rules/PerformanceFacts.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <map>

namespace marquee::rules {

namespace {

class SeatsOfAKind : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *type) const override
    {
        return type && (type->name == "SeatCapacity" || type->name == "SeatCapacities");
    }

    void check(const ObjectPlace &place, Report &report) const override
    {
        if (place.type->name == "SeatCapacities") {
            checkList(place, report);
            return;
        }
        for (std::size_t i = 0; i < place.type->fields.size(); ++i) {
            const std::string &name = place.type->fields[i].name;
            const int member = place.memberOf(static_cast<int>(i));
            if (member < 0) {
                if (!standsInOtherCase(place.object, name)) // PF003 speaks of that
                    report.add(*this, Absent, name);
                continue;
            }
            const auto at = static_cast<std::uint32_t>(member);
            std::string scratch;
            const std::string_view text = elementText(place.object.at(at), scratch);
            if (isBlankText(text))
                report.add(*this, Empty, name, {}, {at});
            else if (name == "Capacity" && parseInteger(text).value_or(1) <= 0)
                report.add(*this, Severity::Warning, NoSeats, std::string(text), {}, {at});
        }
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const catalog::Field *field = context.catalog.type("SeatCapacity")->find(problem.detail);
        switch (problem.variant) {
        case Absent:
            return tr("%1 is missing.").arg(field ? field->label : words(problem.detail));
        case Empty:
            return tr("%1 is empty.").arg(field ? field->label : words(problem.detail));
        case NoSeats:
            return tr("A capacity of %1: nobody could sit there.").arg(words(problem.detail));
        default:
            return tr("Seats of the kind “%1” stand here already.").arg(words(problem.detail));
        }
    }

    payload::Pointer field(const Problem &problem, const Context &context) const override
    {
        const payload::Pointer pointer = pointerOf(problem, context);
        return problem.variant == Absent ? pointer.child(problem.detail) : pointer;
    }

private:
    enum Variant : std::uint8_t
    {
        Absent,
        Empty,
        NoSeats,
        Twice
    };

    void checkList(const ObjectPlace &place, Report &report) const
    {
        const std::int64_t list = place.object.indexOf("SeatCapacity");
        const payload::Value items = list < 0 ? payload::Value() : place.object.at(static_cast<std::uint32_t>(list));
        std::map<std::string, std::uint32_t> seen;
        std::string scratch;
        for (std::uint32_t i = 0; items.isArray() && i < items.size(); ++i) {
            const std::int64_t member = items.at(i).indexOf("SeatType");
            if (member < 0)
                continue;
            const auto at = static_cast<std::uint32_t>(member);
            const std::string type(elementText(items.at(i).at(at), scratch));
            if (!isBlankText(type) && !seen.emplace(type, i).second)
                report.add(*this, Severity::Warning, Twice, type, {}, {static_cast<std::uint32_t>(list), i, at});
        }
    }
};

} // namespace

std::unique_ptr<Rule> makePF008()
{
    return std::make_unique<SeatsOfAKind>(RuleInfo{"PF008", Severity::Error, Scope::Object, true,
        QT_TRANSLATE_NOOP("rules", "Seats without a type or a capacity"),
        QT_TRANSLATE_NOOP(
            "rules", "Both are required; the type has to be the one of the ticket sales, or capacities don't add up."),
        QT_TRANSLATE_NOOP("rules", "Showtime Analytics, Performance Add/Update: SeatCapacities")});
}

} // namespace marquee::rules
