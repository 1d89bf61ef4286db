// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTableView>

namespace marquee::form {

class RowsModel;
class RowsOrder;

/// A table of a list's items, to be sorted, filtered and put in another order. Rows are told by their places in the
/// payload, whatever order the table shows them in. Columns are the heir's to lay out.
class RowsTable : public QTableView
{
    Q_OBJECT

public:
    /// `key`: the column that the cursor stands in.
    RowsTable(RowsModel *model, int key, QWidget *parent = nullptr);

    int count() const; ///< of the document
    int shownCount() const; ///< in which the words stand

    int current() const; ///< -1: none
    QList<int> selected() const; ///< ascending
    bool hasSelection() const;
    /// These and no others; the first becomes current, where the current one isn't among them.
    void selectRows(const QList<int> &rows);
    void selectAlone(int row);

    void setWords(const QString &text);
    bool shows(int row) const;
    /// All rows in the payload's order: they can be put in another one.
    bool isPlain() const;

Q_SIGNALS:
    void chosen(); ///< another current row, or others are selected
    void countsChanged(); ///< rows came or went, or others are shown
    /// Rows were dropped in front of another (or at the end).
    void moveWanted(const QList<int> &rows, int before);

private:
    int rowAtIndex(const QModelIndex &index) const;

    RowsModel *m_model;
    RowsOrder *m_order;
    int m_key;
};

} // namespace marquee::form
