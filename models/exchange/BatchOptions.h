// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/BatchPlan.h"
#include "exchange/BatchSource.h"
#include "exchange/Courier.h"
#include "exchange/MessageMaker.h"

#include <QString>

namespace marquee::exchange {

/// How a run goes about its items.
struct BatchOptions
{
    BatchOperation operation;
    QString operationName; ///< as it was said: "put-full"
    int chunk = 100; ///< items in one request of the batch endpoint, at most 100; 0: each on its own
    int jobs = 1; ///< requests at a time; the environment's connections limit them too
    bool stopOnError = false; ///< after the first item that isn't as it should be
    bool dryRun = false; ///< reads and validates, and sends nothing
    bool settle = false;
    bool nextSequence = false; ///< of messages: each gets its supplier's next number when it is sent
    int timeoutMs = 0; ///< 0: the environment's
    RetryPolicy retry;
    QString runName; ///< of a new run; empty: newRunName()
    QString templateFile; ///< of rows; empty: documents
    QString mapping; ///< of rows: RowMapping::toText(); empty: by name
    QString licensor; ///< where an item names none
    partners::PrimeTarget target; ///< put over what the items say: licensor, line of business, …

    /// What a run that goes on has to know of how it began; kept in RunRecord::options.
    QString toJson() const;
    static BatchOptions fromJson(const QString &operation, const QString &json);
};

/// Where the numbers of a run's messages come from.
Numbering numberingOf(const BatchOptions &options);

/// A name for a new run that nobody else has: its moment, and some chance.
QString newRunName();

} // namespace marquee::exchange
