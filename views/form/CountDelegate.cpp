// SPDX-License-Identifier: GPL-3.0-or-later
#include "form/CountDelegate.h"

namespace marquee::form {

CountDelegate::CountDelegate(int role, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_role(role)
{
}

void CountDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int count = index.data(m_role).toInt();
    if (count == 0)
        return;
    option->text = count > 99 ? QStringLiteral("99+") : QString::number(count);
    option->features |= QStyleOptionViewItem::HasDisplay;
}

} // namespace marquee::form
