// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace marquee::workspace {

/// The ALIDs of a payload's avails, each once: of an avail, or of the bodies of a batch.
QStringList alidsOf(const payload::Document &document);

/// The edits that make a payload another avail, or another batch: ALIDs as `rename` says, and a new ID for every window
/// that has one. In a batch the address of an item follows the window in its body; what has no body (a batch that gets
/// or deletes) speaks of windows that are there, and stays. `windows` counts. A message of performances becomes one without a
/// number, its performances called as `rename` says.
struct FreshIds
{
    std::vector<payload::Edit> edits;
    int windows = 0;
};
FreshIds freshIds(const payload::Document &document, const std::function<QString(const QString &alid)> &rename);

} // namespace marquee::workspace
