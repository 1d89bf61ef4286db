// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Places.h"

#include <QString>

namespace marquee::inspector {

/// In the way to write that the filter takes: of JSON the normalized path (RFC 9535, 2.7), of XML an XPath:
/// "/Report/Performance[2]/@id".
QString queryFor(const payload::Value &root, const payload::Path &path);

} // namespace marquee::inspector
