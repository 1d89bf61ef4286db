// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace marquee::form {

/// Selects a row alone and makes it current, whatever keys are held: QTableView::selectRow adds to the selection while Ctrl is,
/// as it is when a shortcut brought us here.
void selectRowAlone(QTableView &table, int row, int column);

} // namespace marquee::form
