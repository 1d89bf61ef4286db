// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Prepare.h"

#include "exchange/Channel.h"
#include "exchange/EnvironmentList.h"
#include "payload/Document.h"
#include "rules/Kind.h"

#include <QCoreApplication>

namespace marquee::exchange {

using partners::Operation;

partners::Operation operationFor(Intent intent, const payload::Document &document)
{
    static constexpr Operation full[] = {Operation::PutFull, Operation::GetFull, Operation::DeleteFull, Operation::ValidateFull};
    static constexpr Operation partial[] = {Operation::PutPartial, Operation::GetPartial, Operation::DeletePartial, Operation::ValidatePartial};
    static constexpr Operation batch[] = {Operation::BatchPut, Operation::BatchGet, Operation::BatchDelete, Operation::BatchValidate};
    const auto at = static_cast<std::size_t>(intent);
    if (intent == Intent::Put && partners::isMessage(document))
        return Operation::PostPerformance;
    if (rules::asksForProductions(rules::kindOf(document.root())))
        return partners::atomTargetOf(document).venue.isEmpty() ? Operation::ProductionByIds
                                                                : Operation::ProductionIdsByVenue;
    if (rules::kindOf(document.root()) == rules::DocumentKind::Batch)
        return batch[at];
    const bool isPartial = document.root().member("avail").member("Disposition").member("EntryType").string() == "PartialExtract";
    return isPartial ? partial[at] : full[at];
}

bool isPossible(Intent intent, const payload::Document &document)
{
    const rules::DocumentKind kind = rules::kindOf(document.root());
    if (kind == rules::DocumentKind::ProductionReply)
        return false;
    if (rules::asksForProductions(kind))
        return intent == Intent::Get;
    return intent == Intent::Put || !partners::isMessage(document);
}

namespace {

Error invalid(const QString &message)
{
    Error error;
    error.code = Error::Code::Invalid;
    error.message = message;
    return error;
}

Expected<Exchange> prepareMessage(const payload::Document &document, const EnvironmentList &environments)
{
    if (!partners::isMessage(document))
        return tl::unexpected(invalid(QCoreApplication::translate(
            "Prepare", "This isn't a message of performances, and Showtime takes nothing else.")));
    const auto endpoint = environments.showtime();
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    auto request = partners::makeShowtimeRequest(*endpoint, document.text().toByteArray());
    if (!request)
        return tl::unexpected(request.error());
    Exchange exchange;
    exchange.environment = environments.current().name;
    exchange.operation = Operation::PostPerformance;
    exchange.message = partners::messageTargetOf(document);
    exchange.request = std::move(*request);
    return exchange;
}

Expected<Exchange> prepareQuestion(
    Operation operation, const payload::Document &document, const EnvironmentList &environments)
{
    if (!rules::asksForProductions(rules::kindOf(document.root())))
        return tl::unexpected(invalid(QCoreApplication::translate(
            "Prepare", "This isn't a question about productions, and Atom Tickets takes nothing else.")));
    if (const auto endpoint = environments.atom(); !endpoint)
        return tl::unexpected(endpoint.error());
    return prepareQuery(operation, partners::atomTargetOf(document), environments.current(),
        partners::infoOf(operation).hasBody ? document.text().toByteArray() : QByteArray());
}

} // namespace

Expected<Exchange> prepareQuery(Operation operation, const partners::AtomTarget &target,
    const Environment &environment, const QByteArray &body)
{
    const AtomSide side = environment.atom.value_or(AtomSide());
    const bool hasKey = side.apiKey.kind != SecretSource::Kind::None;
    auto request = partners::makeAtomRequest(operation, target, endpointOf(side, hasKey ? "hidden" : ""), body);
    if (!request)
        return tl::unexpected(request.error());
    Exchange exchange;
    exchange.environment = environment.name;
    exchange.operation = operation;
    exchange.document = partners::subjectOf(operation, target);
    exchange.atom = target;
    exchange.request = std::move(*request);
    return exchange;
}

Expected<Exchange> prepare(Operation operation, const payload::Document &document, const EnvironmentList &environments,
                           const partners::PrimeTarget &target)
{
    if (operation == Operation::PostPerformance)
        return prepareMessage(document, environments);
    if (partners::infoOf(operation).partner == partners::Partner::Atom)
        return prepareQuestion(operation, document, environments);
    if (partners::isMessage(document))
        return tl::unexpected(invalid(QCoreApplication::translate(
            "Prepare", "This is a message of performances, and Prime Video takes avails.")));
    const auto endpoint = environments.prime();
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    partners::PrimeTarget about = partners::merged(partners::targetOf(document), target);
    if (about.licensor.isEmpty() && environments.current().prime)
        about.licensor = environments.current().prime->licensor;
    const bool hasBody = partners::infoOf(operation).hasBody;
    auto request = partners::makePrimeRequest(operation, about, *endpoint, hasBody ? document.text().toByteArray() : QByteArray());
    if (!request)
        return tl::unexpected(request.error());
    Exchange exchange;
    exchange.environment = environments.current().name;
    exchange.operation = operation;
    exchange.target = about;
    exchange.request = std::move(*request);
    return exchange;
}

} // namespace marquee::exchange
