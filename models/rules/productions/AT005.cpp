// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/DateTime.h"
#include "payload/JsonText.h"
#include "rules/AllRules.h"
#include "rules/Places.h"
#include "rules/ProductionFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <array>

namespace marquee::rules {

namespace {

using payload::Edit;
using payload::Pointer;
using payload::Value;

/// The two ways to say from when to when.
struct Pair
{
    const char *start;
    const char *end;
    bool hasZone;
};
constexpr std::array<Pair, 2> pairs{{{"isoStartDate", "isoEndDate", true}, {"localStartDate", "localEndDate", false}}};

class VenueDates : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *type) const override { return type && type->name == "ProductionQuery"; }

    void check(const ObjectPlace &place, Report &report) const override
    {
        if (!isForVenue(place.object))
            return;
        checkPairs(place.object, report);
        for (const Pair &pair : pairs) {
            const auto start = checkDate(place.object, pair.start, pair.hasZone, report);
            const auto end = checkDate(place.object, pair.end, pair.hasZone, report);
            if (start && end && *end < *start)
                report.add(*this, Backwards, pair.start, pair.end,
                    {static_cast<std::uint32_t>(place.object.indexOf(pair.end))});
        }
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const QString text = words(valueOf(problem, context).string());
        switch (problem.variant) {
        case NoPair:
            return tr("The dates are missing. Give isoStartDate and isoEndDate, or localStartDate and localEndDate.");
        case HalfPair:
            return tr("%1 is missing. Give both ends.").arg(words(problem.detail));
        case BothPairs:
            return tr("The dates are given in two ways. Give them with a zone or in the venue's own time, not both.");
        case NoDate:
            return tr("“%1” is no moment like %2.")
                .arg(text, problem.detail.empty() ? tr("2026-03-14T00:00:00") : tr("2026-03-14T07:00:00Z"));
        case NoZone:
            return tr("“%1” has no zone: write Z at its end for UTC.").arg(text);
        case Zone:
            return tr("“%1” has a zone: dates in the venue's own time have none.").arg(text);
        case Fraction:
            return tr("“%1” has a fraction of a second, which the partner doesn't read.").arg(text);
        default:
            return tr("The end is before the start.");
        }
    }

    Pointer field(const Problem &problem, const Context &context) const override
    {
        const Pointer place = pointerOf(problem, context);
        if (problem.variant == NoPair)
            return place.child(pairs.front().start);
        return problem.variant == HalfPair ? place.child(problem.detail) : place;
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const Pointer place = pointerOf(problem, context);
        if (problem.variant == BothPairs)
            return keepOne(context, place);
        if (problem.variant == Backwards)
            return swapped(problem, context, place.parent());
        if (problem.variant == NoPair || problem.variant == HalfPair)
            return {};
        const std::string right = rightForm(valueOf(problem, context).string(), !problem.detail.empty());
        return right.empty() ? std::vector<Fix>() : std::vector{changeTo(problem, context, right)};
    }

private:
    enum Variant : std::uint8_t
    {
        NoPair,
        HalfPair,
        BothPairs,
        NoDate,
        NoZone,
        Zone,
        Fraction,
        Backwards
    };

    void checkPairs(const Value &query, Report &report) const
    {
        int whole = 0;
        int begun = 0;
        const char *absent = nullptr;
        for (const Pair &pair : pairs) {
            const bool hasStart = query.indexOf(pair.start) >= 0;
            const bool hasEnd = query.indexOf(pair.end) >= 0;
            whole += hasStart && hasEnd ? 1 : 0;
            begun += hasStart || hasEnd ? 1 : 0;
            if (hasStart != hasEnd)
                absent = hasStart ? pair.end : pair.start;
        }
        if (begun == 2)
            report.add(*this, BothPairs);
        else if (begun == 0)
            report.add(*this, NoPair);
        else if (whole == 0)
            report.add(*this, HalfPair, absent);
    }

    /// When that is, where it can be told. `detail` of what is found says whether a zone belongs there.
    std::optional<std::int64_t> checkDate(const Value &query, const char *name, bool wantsZone, Report &report) const
    {
        const std::int64_t index = query.indexOf(name);
        const auto member = static_cast<std::uint32_t>(index);
        if (index < 0 || !query.at(member).isString())
            return std::nullopt;
        const auto date = QueryDate::parse(query.at(member).string());
        const std::string wish(wantsZone ? "zone" : "");
        if (!date) {
            report.add(*this, NoDate, wish, {}, {member});
            return std::nullopt;
        }
        if (date->hasFraction)
            report.add(*this, Fraction, wish, {}, {member});
        else if (wantsZone == date->zone.empty())
            report.add(*this, wantsZone ? NoZone : Zone, wish, {}, {member});
        return date->seconds;
    }

    /// The same moment as it has to be written; a day alone is its midnight. Empty where nobody can tell.
    static std::string rightForm(const std::string &text, bool wantsZone)
    {
        const bool isDay = catalog::DateTime::parseDate(text).has_value();
        const auto date = QueryDate::parse(isDay ? text + "T00:00:00" : text);
        if (!date)
            return {};
        if (!wantsZone)
            return date->bare;
        return date->bare + (date->zone.empty() ? std::string("Z") : date->zone);
    }

    static std::vector<Fix> keepOne(const Context &context, const Pointer &query)
    {
        std::vector<Fix> fixes;
        for (const Pair &kept : pairs) {
            if (!context.document.find(query.child(kept.start)) || !context.document.find(query.child(kept.end)))
                continue;
            const Pair &other = kept.hasZone ? pairs[1] : pairs[0];
            std::vector<Edit> edits;
            for (const char *name : {other.start, other.end}) {
                if (context.document.find(query.child(name)))
                    edits.push_back(Edit::remove(query.child(name)));
            }
            fixes.push_back(kept.hasZone ? fix("keepIso", tr("Keep those with a zone"), std::move(edits))
                                         : fix("keepLocal", tr("Keep those in the venue's time"), std::move(edits)));
        }
        return fixes;
    }

    static std::vector<Fix> swapped(const Problem &problem, const Context &context, const Pointer &query)
    {
        const Pointer start = query.child(problem.detail);
        const Pointer end = query.child(problem.other);
        return {fix("swap", tr("Swap start and end"),
            {Edit::set(start, context.document.find(end).raw()), Edit::set(end, context.document.find(start).raw())})};
    }
};

} // namespace

std::unique_ptr<Rule> makeAT005()
{
    return std::make_unique<VenueDates>(RuleInfo{"AT005", Severity::Error, Scope::Value, true,
        QT_TRANSLATE_NOOP("rules", "Dates that the partner doesn't read"),
        QT_TRANSLATE_NOOP("rules",
            "A venue is asked with one pair of dates: with a zone and without a fraction, or in its own time without a "
            "zone."),
        QT_TRANSLATE_NOOP("rules", "Atom Tickets, Common Models: ISODateBounds, LocalDateBounds; calls by venue")});
}

} // namespace marquee::rules
