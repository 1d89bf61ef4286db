// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/WindowId.h"

#include <QUuid>

namespace marquee::rules {

std::string newWindowId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

} // namespace marquee::rules
