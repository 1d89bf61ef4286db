// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace marquee::bench {

/// Seconds that nlohmann's SAX parser takes over the bytes with a handler that does nothing: what others are measured against.
double saxSeconds(const QByteArray &json);

} // namespace marquee::bench
