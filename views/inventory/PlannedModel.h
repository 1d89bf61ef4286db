// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace marquee::inventory {

struct ChangePlan;

/// What would change, a line a field.
class PlannedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Document,
        Window,
        Field,
        Before,
        After,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: nothing. The plan outlives it, or another is given first.
    void show(const ChangePlan *plan);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const ChangePlan *m_plan = nullptr;
};

} // namespace marquee::inventory
