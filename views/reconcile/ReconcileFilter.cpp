// SPDX-License-Identifier: GPL-3.0-or-later
#include "reconcile/ReconcileFilter.h"

#include "reconcile/ReconcileModel.h"

namespace marquee::reconcile {

ReconcileFilter::ReconcileFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true); // an avail stays with the windows that do
}

void ReconcileFilter::setWanted(const std::set<Status> &wanted)
{
    m_wanted = wanted;
    invalidateFilter();
}

bool ReconcileFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_wanted.empty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto status = static_cast<Status>(index.data(ReconcileModel::StatusRole).toInt());
    if (index.data(ReconcileModel::IsAvailRole).toBool())
        return status == Status::Unknown && m_wanted.contains(status);
    return m_wanted.contains(status == Status::Removed ? Status::Gone : status);
}

} // namespace marquee::reconcile
