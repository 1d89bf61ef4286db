// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalog.h"
#include "rules/AllRules.h"
#include "rules/FieldEdits.h"
#include "rules/PerformanceFacts.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <QRegularExpression>
#include <QUrl>

namespace marquee::rules {

using namespace Qt::StringLiterals;

namespace {

/// This very machine, by name or number.
bool isLoopback(const QString &host)
{
    static const QRegularExpression numbers(u"^127(\\.\\d{1,3}){3}$"_s);
    return host == u"localhost"_s || host.endsWith(u".localhost"_s) || host == u"::1"_s
        || numbers.match(host).hasMatch();
}

class CallbackAddress : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override { return field.type == catalog::FieldType::Url; }

    void check(const ValuePlace &place, Report &report) const override
    {
        if (isBlankText(place.text)) {
            report.add(*this, Empty);
            return;
        }
        const QUrl url(
            QString::fromUtf8(place.text.data(), static_cast<qsizetype>(place.text.size())), QUrl::StrictMode);
        const QString host = url.host();
        if (!url.isValid() || host.isEmpty())
            report.add(*this, NoAddress);
        else if (url.scheme() != u"https"_s && !(url.scheme() == u"http"_s && isLoopback(host)))
            report.add(*this, NotHttps);
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const QString text = words(valueOf(problem, context).string());
        switch (problem.variant) {
        case Empty:
            return tr("The callback address is empty. Leave it out where no outcome is to be posted.");
        case NotHttps:
            return tr("“%1” isn't an https address. Plain http is for this machine only.").arg(text);
        default:
            return tr("“%1” isn't an absolute address such as https://cinema.example/callback.").arg(text);
        }
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        if (problem.variant != Empty)
            return {};
        auto edit = removeField(context, pointerOf(problem, context));
        return edit ? std::vector{fix("remove", tr("Leave it out"), {*std::move(edit)})} : std::vector<Fix>();
    }

private:
    enum Variant : std::uint8_t
    {
        Empty,
        NoAddress,
        NotHttps
    };
};

} // namespace

std::unique_ptr<Rule> makePF015()
{
    return std::make_unique<CallbackAddress>(RuleInfo{"PF015", Severity::Error, Scope::Value, true,
        QT_TRANSLATE_NOOP("rules", "A callback address that can't be reached safely"),
        QT_TRANSLATE_NOOP("rules", "The partner posts the outcome there; all its traffic is https."),
        QT_TRANSLATE_NOOP("rules", "Showtime Analytics, Performance Add/Update: CallbackUrl; Security")});
}

} // namespace marquee::rules
