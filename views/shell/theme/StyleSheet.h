// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace marquee::theme {

class Theme;

/// The one style sheet, made of the theme's tokens. Widgets choose a look by object properties: "card", "role".
QString styleSheet(const Theme &theme);

} // namespace marquee::theme
