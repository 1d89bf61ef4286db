// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace marquee::masks {

/// Bytes that stand around and between values, with the comments in them changed: <!-- --> of XML; // and /* */, which
/// pasted documentation has, of JSON.
QByteArray inComments(const QByteArray &between, bool isXml, const std::function<QString(const QString &text)> &change);

} // namespace marquee::masks
