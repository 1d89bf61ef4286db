// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "productions/ProductionsModel.h"

#include <QSortFilterProxyModel>
#include <QTableView>

class QMenu;

namespace marquee::production {

/// Productions as somebody wants to look at them: sorted by a column, and only those in which every word stands.
class ProductionsOrder : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ProductionsOrder(productions::ProductionsModel *model, QObject *parent = nullptr);

    void setWords(const QString &text);
    /// What the partner says is shown as text, whatever it looks like.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    productions::ProductionsModel *m_model;
    QStringList m_words;
};

/// The productions of an answer. A heading sorts, sorts the other way, and puts back the answer's order; which columns
/// are shown is the user's. Rows are told by their places in the model.
class ProductionsTable : public QTableView
{
    Q_OBJECT

public:
    explicit ProductionsTable(productions::ProductionsModel *model, QWidget *parent = nullptr);

    int current() const; ///< -1: none
    int shownCount() const;
    void select(int row); ///< of the model; where it isn't shown, nothing
    void selectFirst();
    void setWords(const QString &text);
    /// The selected rows, or all that are shown where fewer than `least` are selected: with headings, of the columns
    /// that are shown, as text for a spreadsheet.
    QString rowsAsText(std::size_t least = 1) const;
    /// All that are shown, unless several are selected: the current row is always selected, and alone it is rarely
    /// meant.
    void copy() const;
    /// A check for each column, for buttons and the headings' menu.
    void fillColumns(QMenu &menu);

Q_SIGNALS:
    void chosen(); ///< another row is current
    void countsChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void turnOrder(int column);
    void applyTheme();

    productions::ProductionsModel *m_model;
    ProductionsOrder *m_order;
};

} // namespace marquee::production
