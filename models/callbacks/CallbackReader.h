// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callbacks/Callback.h"
#include "payload/Error.h"

#include <QByteArray>

namespace marquee::payload {
class Document;
}

namespace marquee::callbacks {

/// Reads a callback with tolerance, because its partner's pages leave much open: names in any letter case and with any
/// prefix; the status as ok or error in any case, or as a code; the code alone, in an attribute, or at the head of an
/// error's text; lists with or without what wraps them; entity, id and siteId as attributes or elements, or not at all.
/// Errors: Malformed, NotUtf8, TooDeep as payload::Document; Invalid where it is something else than a callback.
Expected<Callback> readCallback(const QByteArray &bytes);
Expected<Callback> readCallback(const payload::Document &document);

} // namespace marquee::callbacks
