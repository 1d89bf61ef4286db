// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/JsonText.h"
#include "rules/AllRules.h"
#include "rules/MessageFacts.h"
#include "rules/PerformanceFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <limits>

namespace marquee::rules {

namespace {

class OldSequence : public MessageRule
{
public:
    using MessageRule::MessageRule;

    void check(const MessageFacts &message, Report &report) const override
    {
        const std::int64_t member = message.message.indexOf("@messageSequence");
        const auto last = member < 0 ? std::nullopt : lastOf(message.message, message.context);
        if (!last)
            return;
        const auto at = static_cast<std::uint32_t>(member);
        const auto number = parseInteger(message.message.at(at).string());
        if (number && *number > 0 && *number <= *last)
            report.add(*this, 0, std::to_string(*last), {}, {at});
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("The last message sent for this supplier had the number %1; the next needs a greater one.")
            .arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const auto last = lastOf(holderOf(problem, context), context);
        if (!last || *last == std::numeric_limits<qint64>::max())
            return {};
        return {changeTo(problem, context, std::to_string(*last + 1))};
    }

private:
    static std::optional<qint64> lastOf(const payload::Value &message, const Context &context)
    {
        const std::string supplier = message.member("@dataSupplierId").string();
        return context.lastSequence && !isBlankText(supplier)
            ? (*context.lastSequence)(QString::fromStdString(supplier))
            : std::nullopt;
    }
};

} // namespace

std::unique_ptr<Rule> makePF012()
{
    return std::make_unique<OldSequence>(RuleInfo{"PF012", Severity::Warning, Scope::Document, true,
        QT_TRANSLATE_NOOP("rules", "A sequence number that was passed already"),
        QT_TRANSLATE_NOOP("rules", "The number is unique and grows with every message of a supplier."),
        QT_TRANSLATE_NOOP("rules", "Showtime Analytics, Performance Add/Update: MessageSequence")});
}

} // namespace marquee::rules
