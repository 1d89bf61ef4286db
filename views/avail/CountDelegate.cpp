// SPDX-License-Identifier: GPL-3.0-or-later
#include "avail/CountDelegate.h"

#include "avail/WindowsModel.h"

namespace marquee::avail {

void CountDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int count = index.data(WindowsModel::CountRole).toInt();
    if (count == 0)
        return;
    option->text = count > 99 ? QStringLiteral("99+") : QString::number(count);
    option->features |= QStyleOptionViewItem::HasDisplay;
}

} // namespace marquee::avail
