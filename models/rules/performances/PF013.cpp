// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalog.h"
#include "payload/Document.h"
#include "payload/XmlValue.h"
#include "rules/AllRules.h"
#include "rules/PerformanceFacts.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

using catalog::FieldType;

class PlainText : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override
    {
        return !field.isAttribute()
            && (field.type == FieldType::Text || field.type == FieldType::Id || field.type == FieldType::Url);
    }

    void check(const ValuePlace &place, Report &report) const override
    {
        if (!isBlankText(place.text) && !payload::isInCdata(place.value))
            report.add(*this, place.context.sending ? Severity::Error : Severity::Hint);
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const FieldAt at = fieldAt(context, problem.path);
        return tr("%1 isn't inside CDATA, as all text has to be when it is sent.")
            .arg(at.field ? at.field->label : tr("The text"));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        Fix all = fix("all", tr("Put all text of the message in CDATA"), {});
        all.split = [this](const Context &now) -> Split {
            Split split;
            collect(now.document.root(), *now.catalog.type(rootTypeName(now.kind)), {}, now.document, split.edits);
            return split;
        };
        return {
            fix("cdata", tr("Put it in CDATA"), {payload::Edit::rewrite(pointerOf(problem, context))}), std::move(all)};
    }

private:
    /// An edit for each text below an object that has to stand in CDATA and doesn't.
    void collect(const payload::Value &object, const catalog::ObjectType &type, const payload::Path &place,
        const payload::Document &document, std::vector<payload::Edit> &edits) const
    {
        std::string scratch;
        for (std::uint32_t i = 0; i < object.size(); ++i) {
            const catalog::Field *field = type.find(object.at(i).name(scratch));
            payload::Path below = place;
            below.push_back(i);
            if (field)
                collectField(object.at(i), *field, below, document, edits);
        }
    }

    void collectField(const payload::Value &value, const catalog::Field &field, const payload::Path &place,
        const payload::Document &document, std::vector<payload::Edit> &edits) const
    {
        if (value.isArray()) {
            for (std::uint32_t i = 0; i < value.size(); ++i) {
                payload::Path below = place;
                below.push_back(i);
                collectField(value.at(i), field, below, document, edits);
            }
        } else if (field.object) {
            collect(value, *field.object, place, document, edits);
        } else if (std::string scratch; value.isString() && appliesTo(field) && !isBlankText(value.string(scratch))
                   && !payload::isInCdata(value)) {
            edits.push_back(payload::Edit::rewrite(document.pointerTo(place)));
        }
    }
};

} // namespace

std::unique_ptr<Rule> makePF013()
{
    return std::make_unique<PlainText>(
        RuleInfo{"PF013", Severity::Error, Scope::Value, true, QT_TRANSLATE_NOOP("rules", "Text outside of CDATA"),
            QT_TRANSLATE_NOOP(
                "rules", "All text of a message has to stand in CDATA; numbers, dates, truths and attributes don't."),
            QT_TRANSLATE_NOOP("rules", "Showtime Analytics, Posting: strings")});
}

} // namespace marquee::rules
