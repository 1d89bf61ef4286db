// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Change.h"

#include <QAbstractTableModel>

#include <optional>

namespace marquee::form {

/// The items of one list of a payload as rows, in its order. An heir says what cells say, by asking the payload when it
/// is painted; which rows came, went or changed is found here. Rows can be dragged to another place among themselves.
class RowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// What a cell says.
    virtual QString text(int row, int column) const = 0;
    /// All that a row is found by, in lower case.
    virtual QString line(int row) const = 0;
    /// Columns that are sorted by a number.
    virtual bool isNumeric(int column) const = 0;
    virtual qint64 sortNumber(int row, int column) const = 0;
    virtual bool isEditable() const = 0; ///< rows may be moved

    int rowCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(
        const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

Q_SIGNALS:
    /// Rows were dropped in front of another, or at the end; nothing has changed yet.
    void moveWanted(const QList<int> &rows, int before);

protected:
    void resetRows(int rows);
    /// The document changed: `list` is where the items stand now (nothing: nowhere), `rows` how many there are.
    void followList(const payload::Change &change, const std::optional<payload::Path> &list, int rows);

private:
    int m_rows = 0;
};

} // namespace marquee::form
