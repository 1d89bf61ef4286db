// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace marquee::editor {

/// Shows a pop-up under a widget, or over it where the screen ends.
void showUnder(QWidget *popup, const QWidget *under);

} // namespace marquee::editor
