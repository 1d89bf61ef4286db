// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Exchange.h"

#include <optional>
#include <string>

namespace marquee::cli {

/// What can be told of a question about productions.
struct ProductionOptions
{
    std::string ids; ///< with commas; @FILE and - too
    std::string venue, start, end, marketplace, name, vendorId, circuit;
    std::optional<int> page, pageSize;
    bool local = false;
    bool allPages = false;

    void addTo(CLI::App &verb);
};

/// A question, as `call` was told it.
struct ProductionCall
{
    partners::Operation operation = partners::Operation::AtomPing;
    ProductionOptions options;
    SendOptions send;
    QString file; ///< a query document; empty: none
    QString output;
    bool dryRun = false;
    bool asCurl = false;
    bool force = false;
};

/// Asks Atom Tickets, every page where that is wanted, and writes one reply.
Exit callProductions(Program &program, const ProductionCall &call);

} // namespace marquee::cli
