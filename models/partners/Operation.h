// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace marquee::partners {

/// What can be asked of the Prime Video Avails API (reference: its twelve documented operations).
enum class Operation : std::uint8_t {
    PutFull, GetFull, DeleteFull, ValidateFull,
    PutPartial, GetPartial, DeletePartial, ValidatePartial,
    BatchPut, BatchGet, BatchDelete, BatchValidate
};

enum class Reach : std::uint8_t { Full, Partial, Batch };

struct OperationInfo
{
    Operation operation;
    std::string_view name; ///< as the command line writes it: "put-full"
    std::string_view method; ///< of HTTP
    Reach reach;
    bool hasBody; ///< sends a document
    bool changes; ///< may change what the partner holds
    /// Doing it twice comes to the same: a lost reply, 429 and 5xx may be sent again. Else only 429 and 503 may.
    bool repeatable;
};

const OperationInfo &infoOf(Operation operation);
const std::array<OperationInfo, 12> &allOperations();
std::optional<Operation> operationNamed(std::string_view name);

} // namespace marquee::partners
