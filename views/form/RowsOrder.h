// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

#include <vector>

namespace marquee::form {

class RowsModel;

/// Rows as somebody wants to look at them: sorted by a column, and only those in which every word stands. The payload's
/// order stays as it is. Rows stay where they are while they are edited, until sorting or the words are said anew.
class RowsOrder : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit RowsOrder(RowsModel *model, QObject *parent = nullptr);

    void setWords(const QString &text);
    bool isFiltered() const { return !m_words.isEmpty(); }
    /// All rows in the payload's order.
    bool isPlain() const { return !isFiltered() && sortColumn() < 0; }

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    bool canDropMimeData(
        const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    RowsModel *m_model;
    QStringList m_words;
    std::vector<int> m_ranks; ///< while it sorts: by row of the model
    mutable std::vector<QString> m_lines; ///< what a row says, lower case; made when it is asked for
};

} // namespace marquee::form
