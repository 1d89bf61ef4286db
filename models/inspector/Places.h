// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"
#include "payload/Value.h"

#include <QString>

#include <optional>

namespace marquee::inspector {

/// Places under a root, by names. They read the root's own text, so that a snapshot's thread may ask while others read
/// the document; that is why payload::Document isn't asked.

payload::Value valueAt(const payload::Value &root, const payload::Path &path);
payload::Pointer pointerTo(const payload::Value &root, const payload::Path &path);
/// Nothing where no such place is.
std::optional<payload::Path> pathOf(const payload::Value &root, const payload::Pointer &pointer);
/// The innermost value, or member, whose text holds that offset. The root for what stands outside of it.
payload::Path pathAt(const payload::Value &root, std::uint32_t offset);
/// In the way to write that the filter takes: of JSON the normalized path (RFC 9535, 2.7), of XML an XPath:
/// "/Report/Performance[2]/@id".
QString queryFor(const payload::Value &root, const payload::Path &path);

} // namespace marquee::inspector
