// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QByteArray>
#include <QString>

namespace marquee::workspace {

/// The bytes of a file. "-" is standard input. Errors: NotFound, NotAFile (a folder, a device), NotPermitted, TooLarge
/// (payload::Text::MaximumSize), ReadFailed. Any thread.
Expected<QByteArray> readFile(const QString &path);

/// Puts bytes where they belong in one go: a file that stood there stays whole until the new one is whole (disk full, power
/// gone). Errors: NotAFile, NotPermitted, WriteFailed. Any thread.
Expected<void> saveFile(const QString &path, const QByteArray &bytes);

/// Whether a file is called like a payload: .json or .xml, in any letter case.
bool isPayloadName(const QString &name);
/// The name without that ending; other names as they are.
QString withoutPayloadEnding(const QString &name);

} // namespace marquee::workspace
