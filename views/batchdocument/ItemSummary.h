// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"

#include <QString>

namespace marquee::batchdocument {

/// What an item's body is about, in short; empty where the body doesn't say it.
struct ItemSummary
{
    QString title;
    QString licence;
    QString territory; ///< codes
    QString dates; ///< days in UTC, first and last
};

/// Of the item's body; several windows show the first one, and how many more there are.
ItemSummary summaryOf(const payload::Value &item);

} // namespace marquee::batchdocument
