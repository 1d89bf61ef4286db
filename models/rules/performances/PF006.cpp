// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalog.h"
#include "payload/JsonText.h"
#include "rules/AllRules.h"
#include "rules/PerformanceFacts.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <QRegularExpression>

namespace marquee::rules {

using namespace Qt::StringLiterals;

namespace {

class NoPrecision : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *type) const override { return type && type->name == "ScaledNumber"; }

    void check(const ObjectPlace &place, Report &report) const override
    {
        std::string scratch[2];
        const ScaledNumber number = ScaledNumber::read(place.object, scratch);
        if (hasPoint(number.digits))
            report.add(*this, Point, std::string(number.digits));
        else if (!number.hasPrecision && !standsInOtherCase(place.object, "@precision")) // PF003 speaks of that
            report.add(*this, Absent, std::string(number.digits));
        else if (number.hasPrecision && !number.places())
            report.add(*this, Wrong, std::string(number.precision));
    }

    QString message(const Problem &problem, const Context &) const override
    {
        switch (problem.variant) {
        case Point:
            return tr("“%1” has a decimal point. Its digits are written without, and precision says how many stand "
                      "behind it.")
                .arg(words(problem.detail));
        case Wrong:
            return tr("The precision “%1” is no whole number from 0 to 9.").arg(words(problem.detail));
        default:
            return tr("The precision is missing: how many of the digits stand behind the point.");
        }
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const payload::Value value = valueOf(problem, context);
        const payload::Pointer pointer = pointerOf(problem, context);
        if (problem.variant == Point) {
            std::string scratch[2];
            const ScaledNumber number = ScaledNumber::read(value, scratch);
            const auto scaled = scale(QString::fromStdString(problem.detail).trimmed(), number.places().value_or(0));
            if (!scaled)
                return {};
            return {fix("scale", tr("Write %1 with precision %2").arg(words(scaled->first)).arg(scaled->second),
                edits(value, pointer, scaled->first, scaled->second))};
        }
        // As it stands, the number is the number that it reads as.
        if (problem.variant == Absent && parseInteger(problem.detail))
            return {fix("precision", tr("Add precision 0: %1 as it stands").arg(words(problem.detail)),
                edits(value, pointer, problem.detail, 0))};
        return {};
    }

private:
    enum Variant : std::uint8_t
    {
        Absent,
        Wrong,
        Point
    };

    static bool hasPoint(std::string_view text)
    {
        return text.find_first_of(".,") != std::string_view::npos
            && text.find_first_of("0123456789") != std::string_view::npos;
    }

    /// Digits and precision that say the same; the precision that stands is kept where it is enough. Of 12,500 nobody
    /// can tell whether it has decimals.
    static std::optional<std::pair<std::string, int>> scale(const QString &text, int places)
    {
        static const QRegularExpression form(u"^(-?)(\\d*)([.,])(\\d*)\\s*%?$"_s);
        const auto match = form.match(text);
        QString decimals = match.captured(4);
        if (!match.hasMatch() || (match.captured(3) == u","_s && decimals.size() == 3))
            return std::nullopt;
        while (decimals.size() > places && decimals.endsWith(u'0'))
            decimals.chop(1);
        if (decimals.size() > 9)
            return std::nullopt;
        decimals = decimals.leftJustified(places, u'0');
        QString digits = match.captured(2) + decimals;
        while (digits.size() > 1 && digits.startsWith(u'0'))
            digits.remove(0, 1);
        const std::string number = QString(match.captured(1) + digits).toStdString();
        if (!parseInteger(number))
            return std::nullopt;
        return std::pair(number, static_cast<int>(decimals.size()));
    }

    static std::vector<payload::Edit> edits(
        const payload::Value &value, const payload::Pointer &pointer, const std::string &digits, int places)
    {
        const std::string number = payload::encodeJsonString(digits);
        const std::string precision = '"' + std::to_string(places) + '"';
        if (!value.isObject())
            return {payload::Edit::set(pointer, "{\"@precision\":" + precision + ",\"#text\":" + number + '}')};
        std::vector<payload::Edit> edits;
        if (value.member("#text").string() != digits)
            edits.push_back(payload::Edit::set(pointer.child("#text"), number));
        if (!value.member("@precision"))
            edits.push_back(payload::Edit::insertMember(pointer, "@precision", precision, 0));
        else if (value.member("@precision").string() != std::to_string(places))
            edits.push_back(payload::Edit::set(pointer.child("@precision"), precision));
        return edits;
    }
};

} // namespace

std::unique_ptr<Rule> makePF006()
{
    return std::make_unique<NoPrecision>(RuleInfo{"PF006", Severity::Error, Scope::Object, true,
        QT_TRANSLATE_NOOP("rules", "A number without precision, or with a decimal point"),
        QT_TRANSLATE_NOOP("rules", "Numbers are whole; where the point belongs, the precision says."),
        QT_TRANSLATE_NOOP(
            "rules", "Showtime Analytics, Posting: numbers; Performance Add/Update: precision is required")});
}

} // namespace marquee::rules
