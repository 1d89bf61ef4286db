// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace marquee::partners {

/// Who is asked.
enum class Partner : std::uint8_t
{
    Prime, ///< Prime Video: avails
    Showtime, ///< Showtime Analytics: messages of performances
    Atom ///< Atom Tickets: productions, read only
};

/// What can be asked of partners: the twelve documented operations of the Prime Video Avails API, the one of Showtime's
/// Entity Posting API, and those of Atom Tickets' partner API that are about productions.
enum class Operation : std::uint8_t
{
    PutFull,
    GetFull,
    DeleteFull,
    ValidateFull,
    PutPartial,
    GetPartial,
    DeletePartial,
    ValidatePartial,
    BatchPut,
    BatchGet,
    BatchDelete,
    BatchValidate,
    PostPerformance,
    ProductionByIds,
    ProductionIdsByVenue,
    ProductionsByName,
    ProductionsByVendorId,
    AtomPing
};

enum class Reach : std::uint8_t
{
    Full,
    Partial,
    Batch,
    Message, ///< one numbered message of entities
    Query ///< a question about productions
};

struct OperationInfo
{
    Operation operation;
    Partner partner;
    std::string_view name; ///< as the command line writes it: "put-full"
    std::string_view method; ///< of HTTP
    Reach reach;
    bool hasBody; ///< sends a document
    bool changes; ///< may change what the partner holds
    /// Doing it twice comes to the same: a lost reply, 429 and 5xx may be sent again. Else only 429 and 503 may.
    bool repeatable;
};

const OperationInfo &infoOf(Operation operation);
const std::array<OperationInfo, 18> &allOperations(); ///< of all partners
std::span<const OperationInfo> operationsOf(Partner partner);
std::optional<Operation> operationNamed(std::string_view name);

} // namespace marquee::partners
