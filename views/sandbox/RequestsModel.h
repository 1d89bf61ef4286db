// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/RequestLog.h"

#include <QAbstractTableModel>

#include <deque>

namespace marquee::sandbox {

/// What the sandbox was asked, and the callbacks that it sent, the newest first, at most RequestLog::Most of them.
class RequestsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Time,
        Operation,
        Answer,
        Fault,
        Target,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Oldest first, as the log gives them.
    void add(const std::vector<AskedRequest> &requests);
    void clear();
    quint64 last() const { return m_last; } ///< the number of the newest that it was given; 0: none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::deque<AskedRequest> m_requests; ///< newest first
    quint64 m_last = 0;
};

} // namespace marquee::sandbox
