// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/BatchRun.h"

#include <QIODevice>

namespace marquee::exchange {

enum class ReportFormat : std::uint8_t
{
    Json,
    Csv,
    Junit
};

/// By the file's ending: .json, .csv, .xml; nothing for others.
std::optional<ReportFormat> reportFormatOf(const QString &fileName);

/// Writes what a run came to, item by item. In JUnit an item fails that isn't accepted or, where it has an expectation,
/// doesn't meet that; failed and unknown are errors, without an outcome it was skipped. False where the device doesn't
/// take it.
bool writeReport(const BatchRun &run, ReportFormat format, QIODevice &device);

/// One item as a line of JSON, and the run's sum as another: the contract of the command line.
QByteArray itemLine(const BatchRun &run, int index);
QByteArray summaryLine(const BatchRun &run);

} // namespace marquee::exchange
