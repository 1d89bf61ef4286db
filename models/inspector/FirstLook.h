// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"

#include <QByteArray>

#include <memory>

namespace marquee::inspector {

/// The beginning of a large JSON text as a payload of its own, to be shown while the rest is read: cut behind the last
/// value that is whole, and closed. Its offsets are those of the text. Null where the beginning doesn't say enough, or
/// isn't clean JSON. Any thread.
std::shared_ptr<const payload::Document> firstLook(const QByteArray &bytes);

} // namespace marquee::inspector
