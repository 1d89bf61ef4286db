// SPDX-License-Identifier: GPL-3.0-or-later
// PL001, PL003 and PL005: a text that isn't a payload. The reader finds them; nothing else can be checked then.
#include "rules/AllRules.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

/// Its message is the reader's own, which names the place.
class TextRule : public Rule
{
public:
    using Rule::Rule;
    QString message(const Problem &problem, const Context &) const override { return words(problem.detail); }
};

} // namespace

std::unique_ptr<Rule> makePL001()
{
    return std::make_unique<TextRule>(RuleInfo{
        "PL001", Severity::Error, Scope::Document, false, QT_TRANSLATE_NOOP("rules", "Text that isn't well-formed"),
        QT_TRANSLATE_NOOP("rules", "A partner's program stops reading at the first mistake, and nothing behind it arrives."),
        QT_TRANSLATE_NOOP("rules", "RFC 8259 (JSON); XML 1.0")});
}

std::unique_ptr<Rule> makePL003()
{
    return std::make_unique<TextRule>(RuleInfo{
        "PL003", Severity::Error, Scope::Document, false, QT_TRANSLATE_NOOP("rules", "Text that isn't UTF-8"),
        QT_TRANSLATE_NOOP("rules", "Payloads are UTF-8; other bytes arrive as other characters, or not at all."),
        QT_TRANSLATE_NOOP("rules", "RFC 8259 (JSON), section 8; XML 1.0")});
}

std::unique_ptr<Rule> makePL005()
{
    return std::make_unique<TextRule>(RuleInfo{
        "PL005", Severity::Error, Scope::Document, false, QT_TRANSLATE_NOOP("rules", "Nested too deeply, or with a document type or entities of its own"),
        QT_TRANSLATE_NOOP("rules", "No payload is deeper than 256 levels or declares entities; what does, was made to exhaust whoever reads it."),
        QT_TRANSLATE_NOOP("rules", "This program's limit")});
}

} // namespace marquee::rules
