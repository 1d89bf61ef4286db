// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <unordered_map>

namespace marquee::rules {

namespace {

/// The same member name twice in one object. Every occurrence but the first is reported.
class DoubledName : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *) const override { return true; }

    void check(const ObjectPlace &place, Report &report) const override
    {
        const std::uint32_t count = place.object.size();
        if (count < 2 || allKnownAndDifferent(place))
            return;
        std::unordered_map<std::string, std::uint32_t> seen;
        std::string scratch;
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::string name(place.object.at(i).name(scratch));
            if (seen[name]++ > 0)
                report.add(*this, 0, name, {}, {i});
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("“%1” stands here more than once.").arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const payload::Pointer pointer = pointerOf(problem, context);
        const payload::Value holder = holderOf(problem, context);
        std::vector<payload::Edit> edits;
        std::uint32_t occurrence = 0;
        while (holder.indexOf(problem.detail, occurrence) >= 0)
            ++occurrence;
        while (occurrence-- > 0) { // from the last, so that the numbers of the others hold
            if (occurrence != pointer.tokens.back().occurrence)
                edits.push_back(payload::Edit::remove(pointer.parent().child(problem.detail, occurrence)));
        }
        return {fix("keep", tr("Keep this one"), std::move(edits))};
    }

private:
    /// The usual case, told without comparing a name: each member is another field of the catalogue.
    static bool allKnownAndDifferent(const ObjectPlace &place)
    {
        std::uint64_t seen = 0;
        for (const std::int16_t field : place.fields) {
            if (field < 0 || field > 63 || (seen & (std::uint64_t{1} << field)) != 0)
                return false;
            seen |= std::uint64_t{1} << field;
        }
        return true;
    }
};

} // namespace

std::unique_ptr<Rule> makePL002()
{
    return std::make_unique<DoubledName>(RuleInfo{
        "PL002", Severity::Error, Scope::Object, false, QT_TRANSLATE_NOOP("rules", "A member twice in one object"),
        QT_TRANSLATE_NOOP("rules", "Programs differ in which of the two they take, so nobody knows what the partner reads."),
        QT_TRANSLATE_NOOP("rules", "RFC 8259 (JSON), section 4")});
}

} // namespace marquee::rules
