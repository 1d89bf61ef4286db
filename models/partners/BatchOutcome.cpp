// SPDX-License-Identifier: GPL-3.0-or-later
#include "partners/BatchOutcome.h"

#include "partners/OutcomeText.h"
#include "payload/Document.h"

#include <QCoreApplication>

#include <unordered_map>

namespace marquee::partners {

using namespace Qt::StringLiterals;
using payload::Value;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Outcome", text);
}

Outcome notSaid(const OperationInfo &info, const QString &what)
{
    Outcome outcome;
    outcome.kind = info.changes ? Outcome::Kind::Unknown : Outcome::Kind::Failed;
    outcome.exitCode = info.changes ? 5 : 4;
    outcome.message = info.changes
        ? tr("%1 The partner may have taken it all the same. Get it back to see, before you send it again.").arg(what)
        : tr("%1 Nothing was changed; ask again.").arg(what);
    return outcome;
}

Outcome ofItem(const OperationInfo &info, const Value &answer)
{
    Outcome outcome;
    outcome.errors = partnerErrors(answer.member("validationErrors"));
    const Value success = answer.member("success");
    const bool isTaken
        = success.isBoolean() ? success.kind() == payload::Kind::True : static_cast<bool>(answer.member("avail"));
    if (!success.isBoolean() && !answer.member("avail") && outcome.errors.empty())
        return notSaid(info, tr("The partner's answer to this item can't be understood."));
    outcome.kind = isTaken ? Outcome::Kind::Accepted : Outcome::Kind::Rejected;
    outcome.exitCode = isTaken ? 0 : 1;
    if (isTaken)
        outcome.message = acceptedWords(info);
    else
        outcome.message = outcome.errors.empty()
            ? tr("The partner rejected it.")
            : tr("The partner rejected it: %1").arg(outcome.errors.front().message);
    return outcome;
}

} // namespace

BatchOutcome batchOutcome(
    Operation operation, const Outcome &whole, const Reply &reply, std::span<const std::string> ids)
{
    const OperationInfo &info = infoOf(operation);
    BatchOutcome result;
    const auto document = payload::Document::read(reply.body);
    const Value answers = document ? (*document)->root().member("responseItems") : Value();
    const bool isWhole = whole.kind == Outcome::Kind::Accepted || whole.kind == Outcome::Kind::Rejected;
    if (!isWhole || reply.status >= 300 || !answers.isArray()) {
        result.items.assign(ids.size(), whole);
        // Accepted or rejected as a whole, and not a word on the items: that says nothing of them, unless all were
        // refused.
        if (isWhole && !(whole.kind == Outcome::Kind::Rejected))
            result.items.assign(ids.size(), notSaid(info, tr("The partner's reply doesn't name this item.")));
        return result;
    }
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < ids.size(); ++i)
        places.emplace(ids[i], i);
    std::vector<bool> answered(ids.size(), false);
    result.items.resize(ids.size());
    for (std::uint32_t i = 0; i < answers.size(); ++i) {
        const Value id = answers.at(i).member("requestItemId");
        const auto place = places.find(id.isString() ? id.string() : id.raw());
        if (place == places.end()) {
            ++result.strangers;
            continue;
        }
        Outcome outcome = ofItem(info, answers.at(i));
        Outcome &known = result.items[place->second];
        if (!answered[place->second]) {
            answered[place->second] = true;
            known = std::move(outcome);
            continue;
        }
        ++result.doubled;
        if (known.kind != outcome.kind)
            known = notSaid(info, tr("The partner answered this item twice, and not alike."));
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (answered[i])
            continue;
        ++result.missing;
        result.items[i] = notSaid(info, tr("The partner's reply doesn't name this item."));
    }
    return result;
}

} // namespace marquee::partners
