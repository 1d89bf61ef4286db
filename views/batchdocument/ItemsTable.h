// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;
class QWidget;

namespace marquee::batchdocument {

class ItemsModel;

/// The table of a batch's items, with columns as wide as what they hold.
QTableView *makeItemsTable(ItemsModel *model, QWidget *parent);

} // namespace marquee::batchdocument
