// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reconcile/Standing.h"

#include <QSortFilterProxyModel>

#include <set>

namespace marquee::reconcile {

/// The rows of the wanted statuses, with the avails that they belong to. No status wanted: all rows. Deleted ones go
/// with those that are gone.
class ReconcileFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ReconcileFilter(QObject *parent = nullptr);

    void setWanted(const std::set<Status> &wanted);
    const std::set<Status> &wanted() const { return m_wanted; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    std::set<Status> m_wanted;
};

} // namespace marquee::reconcile
