// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace marquee::payload {

/// A well-formed payload, JSON or XML, in canonical layout: canonicalJson or canonicalXml.
QByteArray canonicalLayout(const QByteArray &payload);

} // namespace marquee::payload
