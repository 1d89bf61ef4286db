// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reconcile/Standing.h"

#include <QIcon>
#include <QStyledItemDelegate>

namespace marquee::reconcile {

/// A row's cells: a sign beside its status and its outcome, avails in bold.
class ReconcileDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

/// Told apart by shape as well as by colour.
QIcon statusIcon(Status status);
/// `outcome`: of partners::Outcome::Kind, -1 for what was held back.
QIcon outcomeIcon(int outcome);

} // namespace marquee::reconcile
