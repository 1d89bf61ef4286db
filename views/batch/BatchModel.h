// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/BatchDesk.h"

#include <QAbstractTableModel>
#include <QIcon>
#include <QPointer>

#include <array>

namespace marquee::batch {

/// The items of the desk's run, one a row, in the run's order; 100,000 of them cost what is in sight.
class BatchModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Number,
        Document,
        Transaction,
        Outcome,
        Status,
        Attempts,
        Time,
        Message,
        ColumnCount
    };
    enum Shown : unsigned
    {
        All = 0,
        Accepted = 1,
        Rejected = 2,
        Failed = 4,
        Unknown = 8
    };
    Q_DECLARE_FLAGS(Filter, Shown)

    /// After the desk has gone the model is empty.
    explicit BatchModel(exchange::BatchDesk &desk, QObject *parent = nullptr);

    /// Only items that ended so; All: those without an outcome, too.
    void setFilter(Filter filter);
    Filter filter() const { return m_filter; }
    int itemAt(int row) const; ///< its index in the run
    int rowOf(int item) const; ///< -1: left out

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool isShown(int item) const;
    void reset();
    void itemsChanged(const QList<int> &items);
    void tellUnfiltered(const QList<int> &items);
    void takeOut(const QList<int> &items);
    void putIn(const QList<int> &items);
    void refreshIcons();
    QString text(int item, int column) const;
    QString outcomeText(const exchange::BatchItem &item) const;
    QIcon icon(const exchange::BatchItem &item) const;

    QPointer<exchange::BatchDesk> m_desk;
    Filter m_filter = All;
    std::vector<int> m_rows; ///< items by row, ascending; only while something is filtered
    std::array<QIcon, 6> m_icons; ///< by outcome, then: on its way, waiting
    QIcon m_missed; ///< not as expected
};

Q_DECLARE_OPERATORS_FOR_FLAGS(BatchModel::Filter)

} // namespace marquee::batch
