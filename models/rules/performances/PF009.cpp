// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Document.h"
#include "rules/AllRules.h"
#include "rules/MessageFacts.h"
#include "rules/Report.h"
#include "rules/SplitMessage.h"
#include "rules/Wording.h"

#include <QLocale>

namespace marquee::rules {

namespace {

class TooLarge : public MessageRule
{
public:
    using MessageRule::MessageRule;

    void check(const MessageFacts &message, Report &report) const override
    {
        const std::uint32_t size = message.context.document.text().size();
        if (size > largestMessage)
            report.add(*this, Severity::Error, Refused, std::to_string(size));
        else if (size > largestSafeMessage)
            report.add(*this, Severity::Warning, Close, std::to_string(size));
    }

    QString message(const Problem &problem, const Context &) const override
    {
        const QLocale locale;
        const QString size = locale.toString(QString::fromStdString(problem.detail).toULongLong());
        return problem.variant == Refused
            ? tr("The message has %1 bytes; more than %2 are refused.").arg(size, locale.toString(largestMessage))
            : tr("The message has %1 bytes, and may be refused: nobody says whether the limit of 256 KB is %2 bytes or "
                 "less.")
                  .arg(size, locale.toString(largestMessage));
    }

    std::vector<Fix> fixes(const Problem &, const Context &context) const override
    {
        const auto plan = SplitMessage::plan(context.document);
        if (!plan || plan->count() < 2)
            return {};
        Fix split = fix("split", tr("Split into %1 messages").arg(plan->count()), {});
        split.split = [](const Context &now) -> Split {
            const auto present = SplitMessage::plan(now.document);
            return present ? present->split() : Split{};
        };
        return {std::move(split)};
    }

private:
    enum Variant : std::uint8_t
    {
        Refused,
        Close
    };
};

} // namespace

std::unique_ptr<Rule> makePF009()
{
    return std::make_unique<TooLarge>(RuleInfo{"PF009", Severity::Error, Scope::Document, true,
        QT_TRANSLATE_NOOP("rules", "A message that is too large"),
        QT_TRANSLATE_NOOP("rules", "Messages above 256 KB are rejected as a whole; the sender has to split them."),
        QT_TRANSLATE_NOOP("rules", "Showtime Analytics, Posting: size of a message")});
}

} // namespace marquee::rules
