// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callbacks/CallbacksModel.h"
#include "shell/theme/Theme.h"

#include <QString>

namespace marquee::callbacks {

/// How a level looks: always beside its word.
theme::Token tokenOf(CallbacksModel::Level level);
/// The style sheet's name of its ground.
QString groundOf(CallbacksModel::Level level);

} // namespace marquee::callbacks
