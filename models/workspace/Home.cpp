// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/Home.h"

#include <QStandardPaths>

namespace marquee::workspace {

QString homeFolder()
{
    const QString home = qEnvironmentVariable("MARQUEE_HOME");
    return home.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : home;
}

} // namespace marquee::workspace
