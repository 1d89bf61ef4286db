// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace marquee::form {

/// Paints how many problems a row has beside the icon of the worst. Asked when it paints, because problems change in
/// rows that nothing else changes in.
class CountDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `role`: what the model tells the number by.
    CountDelegate(int role, QObject *parent);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int m_role;
};

} // namespace marquee::form
