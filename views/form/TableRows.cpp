// SPDX-License-Identifier: GPL-3.0-or-later
#include "form/TableRows.h"

#include <QItemSelectionModel>
#include <QTableView>

namespace marquee::form {

void selectRowAlone(QTableView &table, int row, int column)
{
    const QModelIndex index = table.model()->index(row, column);
    table.selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    table.scrollTo(index);
}

} // namespace marquee::form
