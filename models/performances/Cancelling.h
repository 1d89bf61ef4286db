// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"
#include "payload/Edit.h"

#include <QString>
#include <QStringList>

#include <span>

namespace marquee::performances {

/// The performances that these edits cancel, by their IDs (their numbers where they have none), each once: IsCancelled
/// becomes true where it wasn't, or a cancelled one comes in. Every ticket order of them becomes invalid, so whoever
/// applies the edits asks first. Edits of the text as bytes aren't looked at.
QStringList cancelledBy(const payload::Document &document, std::span<const payload::Edit> edits);

} // namespace marquee::performances
