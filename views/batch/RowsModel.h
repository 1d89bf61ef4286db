// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/RowsDesk.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QIcon>
#include <QPointer>

#include <array>

namespace marquee::batch {

/// The rows of a desk as a table: a column for each heading, each cell as it is written, with what it becomes and what
/// is wrong with it. 100,000 of them cost what is in sight.
class RowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        SeverityRole = Qt::UserRole, ///< the gravest of the cell's problems, an int; none: nothing
        UnusedRole ///< bool: no field is filled from it
    };

    /// After the desk has gone the model is empty.
    explicit RowsModel(exchange::RowsDesk &desk, QObject *parent = nullptr);

    /// What a cell becomes in the document: "Price: 0.10", or what is wrong with it.
    QString explanation(const QModelIndex &index) const;
    /// What fills a column, in words.
    QString target(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString cell(int row, int column) const;
    QString becomes(int row, int column) const;
    QStringList messages(int row, int column) const;
    std::optional<rules::Severity> worst(int row, int column) const;
    void refreshIcons();
    void tellRows(int first, int last);

    QPointer<exchange::RowsDesk> m_desk;
    bool m_isFull = false; ///< there is something to show
    mutable QCache<int, QStringList> m_cells; ///< of the rows in sight
    std::array<QIcon, 3> m_icons; ///< by severity
};

/// What is wrong with the rows: line, column, message.
class RowProblemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Line,
        Heading,
        Message,
        ColumnCount
    };

    /// After the desk has gone the model is empty.
    explicit RowProblemsModel(exchange::RowsDesk &desk, QObject *parent = nullptr);

    const exchange::CellProblem &problem(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QPointer<exchange::RowsDesk> m_desk;
    int m_count = 0;
};

} // namespace marquee::batch
