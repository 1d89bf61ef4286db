// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace marquee::http {

/// What stands behind a status in an answer's first line: "Not Found".
QByteArray statusWords(int status);

} // namespace marquee::http
