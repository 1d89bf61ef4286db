// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Rows.h"
#include "inspector/Worker.h"

#include <QAbstractTableModel>

namespace marquee::inspector {

/// Rows of a payload as a table. Cells are read when they are painted; columns, order and filter are found on another
/// thread, so that 200,000 rows block nobody. What isn't there says so, and isn't the same as an empty text.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        MissingRole = Qt::UserRole, ///< bool: the row has no such member
        SourceRowRole, ///< int: the row's place in the list
        OffsetRole ///< quint32: where the cell's text begins; of a missing one, the row's
    };
    /// What is copied is bounded, because it is made at once.
    static constexpr int MostCopied = 200'000; ///< cells

    explicit TableModel(QObject *parent = nullptr);

    /// Other rows: empty at first; columnsReady follows.
    void setRows(const Snapshot &snapshot, const Rows &rows);
    void clear();
    const Snapshot &snapshot() const { return m_snapshot; }
    const Rows &rows() const { return m_rows; }
    const std::vector<TableColumn> &columns() const { return m_columns; }

    void setWords(const QString &words); ///< rows that hold them, letter case aside; orderReady follows
    void sort(int column, Qt::SortOrder order) override; ///< -1: as they stand; orderReady follows
    const TableWish &wish() const { return m_wish; }
    const std::vector<std::uint32_t> &order() const { return m_order; } ///< empty while the wish is plain
    bool isBusy() const { return m_worker.isRunning(); }
    std::uint32_t sourceRow(int row) const;
    payload::Path pathOf(int row) const;
    payload::Value valueOf(const QModelIndex &index) const; ///< nothing where it isn't there

    /// Tab-separated, for a spreadsheet: a heading, and these rows of these columns. A text with a tab, line break or
    /// quote is quoted. Values stay exactly as they are, but a text that a spreadsheet would take for a formula gets an
    /// apostrophe in front.
    QByteArray copied(const QList<int> &rows, const QList<int> &columns) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void columnsReady();
    void orderReady();
    void busyChanged();

private:
    void findOrder();
    void takeOrder(std::vector<std::uint32_t> order, const TableWish &wish);

    Snapshot m_snapshot;
    Rows m_rows;
    std::vector<TableColumn> m_columns;
    std::vector<std::uint32_t> m_order;
    bool m_isOrdered = false; ///< m_order counts
    TableWish m_wish;
    Worker m_worker;
};

} // namespace marquee::inspector
