// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "payload/Document.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

using payload::Oddity;

/// A byte-order mark, comments or "..." that can be read past. The validator reports what the reader found.
class Pasted : public Rule
{
public:
    using Rule::Rule;

    QString message(const Problem &problem, const Context &context) const override
    {
        if (context.document.isXml()) // where comments are none of its kinds
            return tr("The file begins with a byte-order mark, which UTF-8 doesn't need and a partner's program may stumble over.");
        switch (static_cast<Oddity::Kind>(problem.variant)) {
        case Oddity::Kind::ByteOrderMark:
            return tr("The file begins with a byte-order mark, which isn't part of JSON.");
        case Oddity::Kind::Comment:
            return tr("A comment stands here; JSON has none, and the partner may refuse it.");
        case Oddity::Kind::Ellipsis:
            break;
        }
        return tr("“...” stands here for something that documentation leaves out.");
    }

    std::vector<Fix> fixes(const Problem &, const Context &context) const override
    {
        std::string text = context.document.text().toByteArray().toStdString();
        const auto &oddities = context.document.oddities();
        for (auto it = oddities.rbegin(); it != oddities.rend(); ++it)
            text.erase(it->begin, it->end - it->begin);
        return {fix("remove", tr("Remove them all"), {payload::Edit::whole(std::move(text))})};
    }
};

} // namespace

std::unique_ptr<Rule> makePL004()
{
    return std::make_unique<Pasted>(RuleInfo{
        "PL004", Severity::Hint, Scope::Document, true, QT_TRANSLATE_NOOP("rules", "Marks, comments or “...” from documentation"),
        QT_TRANSLATE_NOOP("rules", "They can be read past here, but a partner's program needn't do so."),
        QT_TRANSLATE_NOOP("rules", "RFC 8259 (JSON); XML 1.0")});
}

} // namespace marquee::rules
