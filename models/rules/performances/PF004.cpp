// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalog.h"
#include "catalog/DateTime.h"
#include "rules/AllRules.h"
#include "rules/FieldEdits.h"
#include "rules/PerformanceFacts.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <QDate>
#include <QRegularExpression>

namespace marquee::rules {

using namespace Qt::StringLiterals;

namespace {

using catalog::FieldType;

bool isTime(std::string_view text)
{
    const auto digit = [text](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4))
        return false;
    return (text[0] - '0') * 10 + (text[1] - '0') < 24 && text[3] < '6';
}

class DateOrTime : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override
    {
        return field.type == FieldType::Date || field.type == FieldType::Time;
    }

    void check(const ValuePlace &place, Report &report) const override
    {
        const bool isDate = place.field.type == FieldType::Date;
        if (isDate ? catalog::DateTime::parseDate(place.text).has_value() : isTime(place.text))
            return;
        report.add(*this, isBlankText(place.text) ? Empty : isDate ? Date : Time);
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const FieldAt at = fieldAt(context, problem.path);
        if (problem.variant == Empty)
            return tr("%1 is empty. Leave it out where the partner is to keep what it has.")
                .arg(at.field ? at.field->label : QString());
        const QString text = words(valueOf(problem, context).string());
        return problem.variant == Date ? tr("“%1” is no date of the form 2026-03-14.").arg(text)
                                       : tr("“%1” is no time of the form 19:30, from 00:00 to 23:59.").arg(text);
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        if (problem.variant == Empty) {
            auto edit = removeField(context, pointerOf(problem, context));
            return edit ? std::vector{fix("remove", tr("Leave it out"), {*std::move(edit)})} : std::vector<Fix>();
        }
        const QString text = QString::fromStdString(valueOf(problem, context).string()).trimmed();
        const std::string right = problem.variant == Date ? dateOf(text) : timeOf(text);
        return right.empty() ? std::vector<Fix>() : std::vector{changeTo(problem, context, right)};
    }

private:
    enum Variant : std::uint8_t
    {
        Date,
        Time,
        Empty
    };

    /// The same day in the right form, where only one can be meant. Of 03/04/2026 nobody can tell day from month.
    static std::string dateOf(const QString &text)
    {
        static const QRegularExpression yearFirst(u"^(\\d{4})[-/.]?(\\d{1,2})[-/.]?(\\d{1,2})(?:T00:00(?::00)?Z?)?$"_s);
        static const QRegularExpression dayFirst(u"^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})$"_s);
        QDate date;
        if (const auto match = yearFirst.match(text); match.hasMatch())
            date = QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        else if (const auto other = dayFirst.match(text); other.hasMatch())
            date = QDate(other.captured(3).toInt(), other.captured(2).toInt(), other.captured(1).toInt());
        return date.isValid() ? date.toString(Qt::ISODate).toStdString() : std::string();
    }

    static std::string timeOf(const QString &text)
    {
        static const QRegularExpression form(u"^(\\d{1,2})[:.](\\d{2})(?:[:.]00(?:\\.0+)?)?\\s*([aApP][mM])?$"_s);
        const auto match = form.match(text);
        if (!match.hasMatch())
            return {};
        int hour = match.captured(1).toInt();
        if (const QString half = match.captured(3).toLower(); !half.isEmpty()) {
            if (hour < 1 || hour > 12)
                return {};
            hour = hour % 12 + (half == u"pm"_s ? 12 : 0);
        }
        const std::string time = u"%1:%2"_s.arg(hour, 2, 10, QChar(u'0')).arg(match.captured(2)).toStdString();
        return isTime(time) ? time : std::string();
    }
};

} // namespace

std::unique_ptr<Rule> makePF004()
{
    return std::make_unique<DateOrTime>(RuleInfo{"PF004", Severity::Error, Scope::Value, true,
        QT_TRANSLATE_NOOP("rules", "A date or time that is not one"),
        QT_TRANSLATE_NOOP("rules", "An entity whose values aren't of the documented types is rejected."),
        QT_TRANSLATE_NOOP(
            "rules", "Showtime Analytics, Performance Add/Update: yyyy-mm-dd and hh:mm; response code 101")});
}

} // namespace marquee::rules
