// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/DateTime.h"
#include "catalog/Decimal.h"
#include "catalog/Duration.h"
#include "payload/JsonText.h"
#include "rules/Report.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class WrongKind : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        for (const TermFact &term : window.termList) {
            if (term.hasValue() && term.definition && term.definition->fixedKind && term.kind != term.definition->kind)
                report.add(*this, 0, std::string(term.name), std::string(catalog::termProperty(term.kind)),
                           {member(window), term.item, static_cast<std::uint32_t>(term.valueMember)});
        }
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const catalog::TermDefinition *term = context.catalog.term(problem.detail);
        return tr("%1 has its value under %2, not %3.")
            .arg(term->label, words(catalog::termProperty(term->kind)), words(problem.other));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const catalog::TermDefinition *term = context.catalog.term(problem.detail);
        const auto json = converted(valueOf(problem, context), term->kind);
        if (!json)
            return {};
        const payload::Pointer pointer = pointerOf(problem, context);
        const std::string property(catalog::termProperty(term->kind));
        return {fix("move", tr("Move it to %1").arg(words(property)),
                    {payload::Edit::remove(pointer),
                     payload::Edit::insertMember(pointer.parent(), property, *json, problem.path.back())})};
    }

private:
    /// The same value as the other kind writes it; nothing where it can't be told.
    static std::optional<std::string> converted(const payload::Value &value, catalog::TermKind kind)
    {
        const std::string text = value.isString() ? value.string() : value.raw();
        switch (kind) {
        case catalog::TermKind::Text:
            return value.isObject() || value.isArray() ? std::nullopt : std::optional(payload::encodeJsonString(text));
        case catalog::TermKind::Boolean: {
            const QString word = words(text).toLower();
            if (word == QLatin1StringView("true") || word == QLatin1StringView("yes"))
                return "true";
            return word == QLatin1StringView("false") || word == QLatin1StringView("no") ? std::optional<std::string>("false") : std::nullopt;
        }
        case catalog::TermKind::Duration: {
            const auto duration = catalog::Duration::parseTyped(words(text));
            return duration ? std::optional(payload::encodeJsonString(*duration)) : std::nullopt;
        }
        case catalog::TermKind::Event: {
            const auto date = catalog::DateTime::parseTyped(words(text));
            return date ? std::optional(payload::encodeJsonString(catalog::DateTime::format(*date))) : std::nullopt;
        }
        case catalog::TermKind::Money:
            return catalog::Decimal::parse(text) ? std::optional("{\"value\":" + text + '}') : std::nullopt;
        default:
            return std::nullopt;
        }
    }

    static std::uint32_t member(const WindowFacts &window) { return static_cast<std::uint32_t>(window.terms.member); }
};

} // namespace

std::unique_ptr<Rule> makeTM001()
{
    return std::make_unique<WrongKind>(RuleInfo{
        "TM001", Severity::Error, Scope::Value, true, QT_TRANSLATE_NOOP("rules", "A value under the wrong kind"),
        QT_TRANSLATE_NOOP("rules", "The partner looks for each term's value under one property and finds none."),
        QT_TRANSLATE_NOOP("rules", "MDDF Avails v2.6; Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
