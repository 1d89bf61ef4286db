// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/AvailFacts.h"
#include "rules/Report.h"
#include "rules/SplitList.h"
#include "rules/WindowId.h"
#include "rules/WindowIndex.h"
#include "rules/Wording.h"

#include <algorithm>
#include <map>

namespace marquee::rules {

namespace {

class OneTerritory : public AvailRule
{
public:
    using AvailRule::AvailRule;

    void check(const AvailFacts &avail, Report &report) const override
    {
        const std::int64_t member = avail.avail.indexOf("Transaction");
        if (!avail.isEntry("FullExtract") || member < 0)
            return;
        const auto at = static_cast<std::uint32_t>(member);
        if (avail.windows.territories.size() > 1)
            report.add(*this, Territories, std::to_string(avail.windows.territories.size()), {}, {at});
        if (avail.windows.businessLines.size() > 1)
            report.add(*this, BusinessLines, std::to_string(avail.windows.businessLines.size()), {}, {at});
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return problem.variant == Territories
            ? tr("This full extract covers %1 territories; each belongs into a document of its own.").arg(words(problem.detail))
            : tr("This full extract covers %1 lines of business; each belongs into a document of its own.").arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const payload::Pointer windows = pointerOf(problem, context);
        const bool byTerritory = problem.variant == Territories;
        Fix split = fix("split", tr("Split into %1 documents").arg(words(problem.detail)), {});
        split.split = [windows, byTerritory](const Context &now) {
            return splitList(now.document, windows, byTerritory ? byTerritories(now, windows) : byLines(now, windows));
        };
        return {std::move(split)};
    }

private:
    enum Variant : std::uint8_t { Territories, BusinessLines };
    using Parts = std::vector<ListPart>;

    /// The part of that name; parts stand in the order in which their names come first.
    static ListPart &partFor(const std::string &name, Parts &parts, std::map<std::string, std::size_t> &places)
    {
        const auto [place, isNew] = places.try_emplace(name, parts.size());
        if (isNew)
            parts.emplace_back();
        return parts[place->second];
    }

    /// What says nothing of its territory stays in the first document. A window of several territories goes into each one's, with
    /// that territory alone; all but the first get an ID of their own, because each is a window of its own from then on.
    static Parts byTerritories(const Context &context, const payload::Pointer &list)
    {
        const payload::Value windows = context.document.find(list);
        Parts parts;
        std::map<std::string, std::size_t> places;
        std::vector<std::uint32_t> homeless;
        for (std::uint32_t i = 0; i < windows.size(); ++i) {
            const payload::Value territories = windows.at(i).member("Territory");
            std::vector<std::pair<std::string, std::uint32_t>> countries;
            for (std::uint32_t k = 0; territories.isArray() && k < territories.size(); ++k) {
                const std::string country = territories.at(k).member("country").string();
                if (!country.empty() && std::none_of(countries.begin(), countries.end(), [&](const auto &one) { return one.first == country; }))
                    countries.emplace_back(country, k);
            }
            if (countries.empty())
                homeless.push_back(i);
            for (const auto &[country, kept] : countries) {
                ListPart &part = partFor(country, parts, places);
                part.kept.push_back(i);
                if (countries.size() > 1)
                    narrow(part, list.child(i), windows.at(i), kept, country != countries.front().first);
            }
        }
        if (!homeless.empty() && !parts.empty()) {
            std::vector<std::uint32_t> &kept = parts.front().kept;
            kept.insert(kept.end(), homeless.begin(), homeless.end());
            std::sort(kept.begin(), kept.end());
        }
        return parts;
    }

    static void narrow(ListPart &part, const payload::Pointer &at, const payload::Value &window, std::uint32_t kept, bool asNew)
    {
        for (std::uint32_t k = window.member("Territory").size(); k-- > 0;) {
            if (k != kept)
                part.edits.push_back(payload::Edit::remove(at.child("Territory").child(k)));
        }
        if (asNew && window.indexOf("_TransactionID") >= 0)
            part.edits.push_back(payload::Edit::set(at.child("_TransactionID"), '"' + newWindowId() + '"'));
    }

    static Parts byLines(const Context &context, const payload::Pointer &list)
    {
        const payload::Value windows = context.document.find(list);
        Parts parts;
        std::map<std::string, std::size_t> places;
        std::string last; // what has no line of its own goes with the window before it
        for (std::uint32_t i = 0; i < windows.size(); ++i) {
            if (std::string line = businessLine(windows.at(i)); !line.empty())
                last = std::move(line);
            partFor(last, parts, places).kept.push_back(i);
        }
        return parts;
    }
};

} // namespace

std::unique_ptr<Rule> makeAV108()
{
    return std::make_unique<OneTerritory>(RuleInfo{
        "AV108", Severity::Warning, Scope::Document, true, QT_TRANSLATE_NOOP("rules", "A full extract over several territories or lines of business"),
        QT_TRANSLATE_NOOP("rules", "A full extract replaces all windows of one title in one territory and one line of business; several at once may replace too little or too much."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
