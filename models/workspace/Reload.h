// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QByteArray>

namespace marquee::workspace {

class OpenDocument;

/// The document becomes what stands in its file now: one step, which Undo takes back, and it counts as saved. True
/// where that changed anything. Errors, and nothing has changed: as reading a payload where the bytes aren't
/// well-formed; Invalid where the document holds a text that no undo would bring back.
Expected<bool> reload(OpenDocument &document, const QByteArray &bytes);

} // namespace marquee::workspace
