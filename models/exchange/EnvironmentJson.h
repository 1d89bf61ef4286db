// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Environment.h"

#include <QByteArray>

namespace marquee::exchange {

// Shared by the reading and the writing of marquee.json; not for others.

/// No workspace's settings are near that large; what is, was put there to exhaust whoever reads it.
constexpr qint64 LargestWorkspaceFile = 1024 * 1024;

/// The bytes of FOLDER/marquee.json; nothing where there is none.
Expected<std::optional<QByteArray>> readWorkspaceFile(const QString &folder);

/// The environments that a marquee.json says.
Expected<std::vector<Environment>> environmentsFromJson(
    const QByteArray &bytes, const QString &fileName, const QString &folder);

} // namespace marquee::exchange
