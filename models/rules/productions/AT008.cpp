// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/PerformanceFacts.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <QSet>
#include <QStringList>

namespace marquee::rules {

using namespace Qt::StringLiterals;

namespace {

/// Not all pages: it says that there are several, and holds no more than one.
bool isOnePageOfSeveral(const payload::Value &reply, std::uint32_t productions)
{
    const payload::Value info = reply.member("pageInfo");
    const auto number = [&info](const char *name) { return parseInteger(info.member(name).raw()).value_or(0); };
    return number("totalPages") > 1 && productions <= number("pageSize");
}

class AskedAndReturned : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *type) const override { return type && type->name == "ProductionReply"; }

    void check(const ObjectPlace &place, Report &report) const override
    {
        const std::int64_t index = place.object.indexOf("productionDetails");
        const auto list = static_cast<std::uint32_t>(index);
        if (index < 0 || !place.object.at(list).isArray())
            return;
        const payload::Value productions = place.object.at(list);
        const QStringList *asked = place.context.askedIds;
        const QSet<QString> wanted = asked ? QSet<QString>(asked->begin(), asked->end()) : QSet<QString>();
        QSet<QString> returned;
        for (std::uint32_t i = 0; i < productions.size(); ++i) {
            const payload::Value idValue = productions.at(i).member("id");
            if (!idValue.isString())
                continue;
            const std::string id = idValue.string();
            const QString text = QString::fromStdString(id);
            const auto member = static_cast<std::uint32_t>(productions.at(i).indexOf("id"));
            if (returned.contains(text))
                report.add(*this, Twice, id, {}, {list, i, member});
            else if (!wanted.isEmpty() && !wanted.contains(text))
                report.add(*this, Extra, id, {}, {list, i, member});
            returned.insert(text);
        }
        if (asked)
            checkMissing(place, *asked, returned, list, report);
    }

    QString message(const Problem &problem, const Context &) const override
    {
        switch (problem.variant) {
        case Twice:
            return tr("“%1” came more than once.").arg(words(problem.detail));
        case Extra:
            return tr("“%1” came, but wasn't asked for.").arg(words(problem.detail));
        case OnOtherPages:
            return tr("Asked for, and not on this page: %1. There are further pages.").arg(words(problem.detail));
        default:
            return tr("Asked for, and not returned: %1.").arg(words(problem.detail));
        }
    }

private:
    enum Variant : std::uint8_t
    {
        Twice,
        Extra,
        Missing,
        OnOtherPages
    };

    void checkMissing(const ObjectPlace &place, const QStringList &asked, const QSet<QString> &returned,
        std::uint32_t list, Report &report) const
    {
        QStringList missing;
        for (const QString &id : asked) {
            if (!returned.contains(id) && !missing.contains(id) && missing.size() < Most)
                missing << id;
        }
        if (missing.isEmpty())
            return;
        const bool isPaged = isOnePageOfSeveral(place.object, place.object.at(list).size());
        report.add(*this, isPaged ? OnOtherPages : Missing, missing.join(u", "_s).toStdString(), {}, {list});
    }

    static constexpr qsizetype Most = 100; ///< that are named; who wants all asks Productions.h
};

} // namespace

std::unique_ptr<Rule> makeAT008()
{
    return std::make_unique<AskedAndReturned>(RuleInfo{"AT008", Severity::Warning, Scope::Document, true,
        QT_TRANSLATE_NOOP("rules", "Another set of productions than was asked for"),
        QT_TRANSLATE_NOOP("rules",
            "Nobody says what becomes of an ID that the partner doesn't know; a list that isn't compared hides it."),
        QT_TRANSLATE_NOOP(
            "rules", "Atom Tickets, Production Models: ProductionDetailsResponse; what isn't said there")});
}

} // namespace marquee::rules
