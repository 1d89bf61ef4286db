// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Catalog.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <algorithm>
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
        if (place.object.isXml()) {
            checkXml(place, report);
            return;
        }
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
        if (holder.isXml()) {
            // Whatever stands between two elements of one name, each is removed for itself.
            if (!holder.isArray() || holder.size() < 2)
                return {};
            for (std::uint32_t i = holder.size(); i-- > 0;) {
                if (i != problem.path.back())
                    edits.push_back(payload::Edit::remove(pointer.parent().child(i)));
            }
            return {fix("keep", tr("Keep this one"), std::move(edits))};
        }
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
    /// Elements may stand as often as they like, but for those of which the catalogue knows that there is one.
    void checkXml(const ObjectPlace &place, Report &report) const
    {
        QVarLengthArray<bool, 32> stood(place.type ? static_cast<qsizetype>(place.type->fields.size()) : 0);
        std::fill(stood.begin(), stood.end(), false);
        std::string scratch;
        for (qsizetype i = 0; i < place.fields.size(); ++i) {
            if (place.fields[i] < 0 || place.type->fields[static_cast<std::size_t>(place.fields[i])].list)
                continue;
            const auto at = static_cast<std::uint32_t>(i);
            const payload::Value value = place.object.at(at);
            const std::string name(value.name(scratch));
            bool &before = stood[place.fields[i]];
            if (value.isArray()) {
                for (std::uint32_t k = before ? 0 : 1; k < value.size(); ++k)
                    report.add(*this, 0, name, {}, {at, k});
            } else if (before) {
                report.add(*this, 0, name, {}, {at});
            }
            before = true;
        }
    }

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
        "PL002", Severity::Error, Scope::Object, false, QT_TRANSLATE_NOOP("rules", "A member twice in one object, or an element too often"),
        QT_TRANSLATE_NOOP("rules", "Programs differ in which of the two they take, so nobody knows what the partner reads."),
        QT_TRANSLATE_NOOP("rules", "RFC 8259 (JSON), section 4; Showtime Analytics: message structure")});
}

} // namespace marquee::rules
