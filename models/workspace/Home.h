// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace marquee::workspace {

/// Where the program keeps what isn't a payload: MARQUEE_HOME, or the platform's folder for data. Any thread.
QString homeFolder();

} // namespace marquee::workspace
