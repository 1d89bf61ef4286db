// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/BatchItem.h"

#include <algorithm>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using partners::Operation;
using partners::Outcome;
using partners::Reach;

namespace {

constexpr std::pair<std::string_view, BatchVerb> verbs[] = {
    {"put", BatchVerb::Put}, {"get", BatchVerb::Get}, {"delete", BatchVerb::Delete}, {"validate", BatchVerb::Validate}};

} // namespace

std::optional<BatchOperation> BatchOperation::named(std::string_view name)
{
    for (const auto &[word, verb] : verbs) {
        if (name == word)
            return BatchOperation{verb, std::nullopt};
        if (name == std::string(word) + "-full")
            return BatchOperation{verb, Reach::Full};
        if (name == std::string(word) + "-partial" || name == "batch-" + std::string(word))
            return BatchOperation{verb, Reach::Partial};
    }
    if (name == partners::infoOf(Operation::PostPerformance).name)
        return BatchOperation{BatchVerb::Put, Reach::Message};
    return std::nullopt;
}

std::vector<std::string> BatchOperation::names()
{
    std::vector<std::string> all;
    for (const auto &[word, verb] : verbs) {
        const std::string name(word);
        all.insert(all.end(), {name, name + "-full", name + "-partial", "batch-" + name});
    }
    all.emplace_back(partners::infoOf(Operation::PostPerformance).name);
    return all;
}

Operation singleOperation(BatchVerb verb, Reach reach)
{
    if (reach == Reach::Message)
        return Operation::PostPerformance;
    const bool isFull = reach == Reach::Full;
    switch (verb) {
    case BatchVerb::Put:
        return isFull ? Operation::PutFull : Operation::PutPartial;
    case BatchVerb::Get:
        return isFull ? Operation::GetFull : Operation::GetPartial;
    case BatchVerb::Delete:
        return isFull ? Operation::DeleteFull : Operation::DeletePartial;
    case BatchVerb::Validate:
        break;
    }
    return isFull ? Operation::ValidateFull : Operation::ValidatePartial;
}

Operation batchOperation(BatchVerb verb)
{
    switch (verb) {
    case BatchVerb::Put:
        return Operation::BatchPut;
    case BatchVerb::Get:
        return Operation::BatchGet;
    case BatchVerb::Delete:
        return Operation::BatchDelete;
    case BatchVerb::Validate:
        break;
    }
    return Operation::BatchValidate;
}

std::optional<Expectation> Expectation::parse(const QString &words)
{
    const QString text = words.trimmed();
    if (text.compare("accepted"_L1, Qt::CaseInsensitive) == 0)
        return Expectation{Outcome::Kind::Accepted, {}};
    if (text.compare("rejected"_L1, Qt::CaseInsensitive) == 0)
        return Expectation{Outcome::Kind::Rejected, {}};
    if (text.startsWith("rejected:"_L1, Qt::CaseInsensitive))
        return Expectation{Outcome::Kind::Rejected, text.mid(9).trimmed()};
    return std::nullopt;
}

bool Expectation::isMetBy(const Outcome &outcome) const
{
    if (outcome.kind != kind)
        return false;
    const auto says = [this](const QString &words) { return words.contains(text, Qt::CaseInsensitive); };
    return text.isEmpty() || says(outcome.message)
        || std::any_of(outcome.errors.begin(), outcome.errors.end(), [&says](const partners::PartnerError &error) {
               return says(error.message) || says(error.code) || says(error.path)
                   || says(QString::fromStdString(error.raw));
           });
}

QString itemMessage(const Outcome &outcome)
{
    constexpr std::size_t most = 3;
    QString text = outcome.message;
    for (std::size_t i = 0; i < std::min(most, outcome.errors.size()); ++i) {
        const partners::PartnerError &error = outcome.errors[i];
        if (text.contains(error.message))
            continue;
        text += u' ' + (error.code.isEmpty() ? QString() : QString(error.code + u": "_s)) + error.message
            + (error.path.isEmpty() ? QString() : QString(u" ("_s + error.path + u')'));
    }
    return text;
}

} // namespace marquee::exchange
