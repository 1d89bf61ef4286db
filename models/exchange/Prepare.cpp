// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Prepare.h"

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
    if (rules::kindOf(document.root()) == rules::DocumentKind::Batch)
        return batch[at];
    const bool isPartial = document.root().member("avail").member("Disposition").member("EntryType").string() == "PartialExtract";
    return isPartial ? partial[at] : full[at];
}

bool isPossible(Intent intent, const payload::Document &document)
{
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

} // namespace

Expected<Exchange> prepare(Operation operation, const payload::Document &document, const EnvironmentList &environments,
                           const partners::PrimeTarget &target)
{
    if (operation == Operation::PostPerformance)
        return prepareMessage(document, environments);
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
