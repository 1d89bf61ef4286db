// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/RowTable.h"
#include "performances/CopyRows.h"
#include "performances/Fields.h"
#include "windows/PasteRows.h"

#include <QStringList>

#include <vector>

namespace marquee::performances {

/// Which column says what of a performance.
struct ColumnMapping
{
    static constexpr int Unmatched = -1; ///< told, and not used

    std::vector<Field> fields;
    std::vector<int> columns; ///< by column: an index into fields, or Unmatched

    QStringList unmatched(const QStringList &headings) const;
};

/// By headings: a field's name in the message, its label, an entry's name, or what spreadsheets call it (ID, Site,
/// Screen, Start). Letter case, blanks and punctuation don't count. A field is filled by one column. The catalogue has
/// to outlive it.
ColumnMapping mappingOf(const QStringList &headings, const catalog::Catalog &catalog);

constexpr int MostPasted = 5000; ///< rows at once

/// Rows into performances, as one step. A row whose ID and site stand changes the cells that it names of that
/// performance and nothing else; with an ID alone, the only performance of that ID. The others become performances at
/// the end that say what the row says. A row that names one a second time, or a new one without an ID, is left out and
/// told. Invalid where no column is matched, nothing would change, or there are too many rows.
Expected<windows::PastePlan> pasteRows(const rules::Context &context, const exchange::RowTable &table,
    const ColumnMapping &mapping, const windows::PasteOptions &options = {});

} // namespace marquee::performances
