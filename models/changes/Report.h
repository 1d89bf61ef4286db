// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/Difference.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace marquee::changes {

/// What a report says beside the differences.
struct ReportInfo
{
    QString before; ///< what was compared: "night-ferry.json"
    QString after;
    QDateTime when; ///< when it was compared; not said where it is invalid
    QStringList ignored; ///< members that were left out
    bool anyOrder = false; ///< the order of lists was left out
};

/// A comparison that was described (with Secrecy, where the report is handed on), to be sent around. Everything that
/// stands in the payloads is escaped. One page of HTML, which needs nothing else and follows the reader's light or
/// dark. Any thread.
QByteArray toHtml(const Comparison &comparison, const ReportInfo &info);
/// The same as Markdown, with a table.
QByteArray toMarkdown(const Comparison &comparison, const ReportInfo &info);

} // namespace marquee::changes
