// SPDX-License-Identifier: GPL-3.0-or-later
#include "partners/Operation.h"

namespace marquee::partners {

namespace {

constexpr std::array<OperationInfo, 12> operations{{
    {Operation::PutFull, "put-full", "PUT", Reach::Full, true, true, true},
    {Operation::GetFull, "get-full", "GET", Reach::Full, false, false, true},
    {Operation::DeleteFull, "delete-full", "DELETE", Reach::Full, false, true, true},
    {Operation::ValidateFull, "validate-full", "POST", Reach::Full, true, false, true},
    {Operation::PutPartial, "put-partial", "PUT", Reach::Partial, true, true, true},
    {Operation::GetPartial, "get-partial", "GET", Reach::Partial, false, false, true},
    {Operation::DeletePartial, "delete-partial", "DELETE", Reach::Partial, false, true, true},
    {Operation::ValidatePartial, "validate-partial", "POST", Reach::Partial, true, false, true},
    {Operation::BatchPut, "batch-put", "POST", Reach::Batch, true, true, false},
    {Operation::BatchGet, "batch-get", "POST", Reach::Batch, true, false, true},
    {Operation::BatchDelete, "batch-delete", "POST", Reach::Batch, true, true, false},
    {Operation::BatchValidate, "batch-validate", "POST", Reach::Batch, true, false, true},
}};

} // namespace

const OperationInfo &infoOf(Operation operation)
{
    return operations[static_cast<std::size_t>(operation)];
}

const std::array<OperationInfo, 12> &allOperations()
{
    return operations;
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
