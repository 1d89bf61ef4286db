// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace marquee::shell {
class ActionRegistry;
}

namespace marquee::shortcuts {

/// All keys of the program on one sheet, by section: those of actions as they are now, and those of fields and tables.
QString shortcutSheet(const shell::ActionRegistry &actions); ///< HTML
QByteArray shortcutSheetPdf(const shell::ActionRegistry &actions); ///< the same on A4

} // namespace marquee::shortcuts
