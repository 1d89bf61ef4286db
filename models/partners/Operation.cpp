// SPDX-License-Identifier: GPL-3.0-or-later
#include "partners/Operation.h"

namespace marquee::partners {

namespace {

constexpr std::array<OperationInfo, 18> operations{{
    {Operation::PutFull, Partner::Prime, "put-full", "PUT", Reach::Full, true, true, true},
    {Operation::GetFull, Partner::Prime, "get-full", "GET", Reach::Full, false, false, true},
    {Operation::DeleteFull, Partner::Prime, "delete-full", "DELETE", Reach::Full, false, true, true},
    {Operation::ValidateFull, Partner::Prime, "validate-full", "POST", Reach::Full, true, false, true},
    {Operation::PutPartial, Partner::Prime, "put-partial", "PUT", Reach::Partial, true, true, true},
    {Operation::GetPartial, Partner::Prime, "get-partial", "GET", Reach::Partial, false, false, true},
    {Operation::DeletePartial, Partner::Prime, "delete-partial", "DELETE", Reach::Partial, false, true, true},
    {Operation::ValidatePartial, Partner::Prime, "validate-partial", "POST", Reach::Partial, true, false, true},
    {Operation::BatchPut, Partner::Prime, "batch-put", "POST", Reach::Batch, true, true, false},
    {Operation::BatchGet, Partner::Prime, "batch-get", "POST", Reach::Batch, true, false, true},
    {Operation::BatchDelete, Partner::Prime, "batch-delete", "POST", Reach::Batch, true, true, false},
    {Operation::BatchValidate, Partner::Prime, "batch-validate", "POST", Reach::Batch, true, false, true},
    {Operation::PostPerformance, Partner::Showtime, "post-performance", "POST", Reach::Message, true, true, false},
    {Operation::ProductionByIds, Partner::Atom, "production-by-ids", "POST", Reach::Query, true, false, true},
    {Operation::ProductionIdsByVenue, Partner::Atom, "production-ids-by-venue", "GET", Reach::Query, false, false,
        true},
    {Operation::ProductionsByName, Partner::Atom, "productions-by-name", "GET", Reach::Query, false, false, true},
    {Operation::ProductionsByVendorId, Partner::Atom, "productions-by-vendor-id", "GET", Reach::Query, false, false,
        true},
    {Operation::AtomPing, Partner::Atom, "atom-ping", "GET", Reach::Query, false, false, true},
}};

constexpr std::size_t primeCount = 12;
constexpr std::size_t showtimeCount = 1;

} // namespace

const OperationInfo &infoOf(Operation operation)
{
    return operations[static_cast<std::size_t>(operation)];
}

const std::array<OperationInfo, 18> &allOperations()
{
    return operations;
}

std::span<const OperationInfo> operationsOf(Partner partner)
{
    const std::span<const OperationInfo> all(operations);
    switch (partner) {
    case Partner::Prime:
        return all.first(primeCount);
    case Partner::Showtime:
        return all.subspan(primeCount, showtimeCount);
    case Partner::Atom:
        return all.subspan(primeCount + showtimeCount);
    }
    return {};
}

std::optional<Operation> operationNamed(std::string_view name)
{
    for (const OperationInfo &info : operations) {
        if (info.name == name)
            return info.operation;
    }
    return std::nullopt;
}

} // namespace marquee::partners
