// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "payload/Document.h"
#include "rules/Context.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class UnknownKind : public Rule
{
public:
    using Rule::Rule;
    QString message(const Problem &, const Context &context) const override
    {
        if (context.document.isXml())
            return tr("This is well-formed XML, but neither a performance message nor a callback.");
        return tr("This is valid JSON, but neither an avail nor a batch nor a partner's reply.");
    }
};

} // namespace

std::unique_ptr<Rule> makePL006()
{
    return std::make_unique<UnknownKind>(RuleInfo{
        "PL006", Severity::Error, Scope::Document, true, QT_TRANSLATE_NOOP("rules", "A payload of no known kind"),
        QT_TRANSLATE_NOOP("rules", "Its outermost members, or its root element, belong to none of the documents that partners exchange."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples; Showtime Analytics, message structure")});
}

} // namespace marquee::rules
