// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/RowSource.h"

namespace marquee::exchange {

/// Rows and the template that they are put into, as they came.
struct RowInput
{
    QString name; ///< what the rows are called: "autumn.csv", "Pasted rows"
    QByteArray rows; ///< RowTable reads them
    QByteArray templateText; ///< the document
};

/// Files of a run's rows.
struct KeptRows
{
    QString rows;
    QString templateFile;
};

/// Where the rows of runs are kept: beside the journal. `journalPath` empty: Journal::defaultPath().
QString rowsFolder(const QString &journalPath);

/// Writes what a run began with into a folder of its own, for its owner alone, and clears away what is older than
/// the journal keeps runs. WriteFailed where the disk doesn't want to.
Expected<KeptRows> keepRows(const QString &folder, const QString &run, const RowInput &input);

/// From files. `mapping`: RowMapping::toText(); empty: by name. Errors: those of reading, and of what was read.
Expected<RowMaker> rowMakerFrom(const ReadFile &read, const QString &rowsFile, const QString &templateFile,
    const QString &mapping, const catalog::Catalog &catalog);

} // namespace marquee::exchange
