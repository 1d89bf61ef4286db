// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Prepare.h"

#include "exchange/EnvironmentList.h"
#include "payload/Document.h"
#include "rules/Kind.h"

namespace marquee::exchange {

using partners::Operation;

partners::Operation operationFor(Intent intent, const payload::Document &document)
{
    static constexpr Operation full[] = {Operation::PutFull, Operation::GetFull, Operation::DeleteFull, Operation::ValidateFull};
    static constexpr Operation partial[] = {Operation::PutPartial, Operation::GetPartial, Operation::DeletePartial, Operation::ValidatePartial};
    static constexpr Operation batch[] = {Operation::BatchPut, Operation::BatchGet, Operation::BatchDelete, Operation::BatchValidate};
    const auto at = static_cast<std::size_t>(intent);
    if (rules::kindOf(document.root()) == rules::DocumentKind::Batch)
        return batch[at];
    const bool isPartial = document.root().member("avail").member("Disposition").member("EntryType").string() == "PartialExtract";
    return isPartial ? partial[at] : full[at];
}

Expected<Exchange> prepare(Operation operation, const payload::Document &document, const EnvironmentList &environments,
                           const partners::PrimeTarget &target)
{
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
