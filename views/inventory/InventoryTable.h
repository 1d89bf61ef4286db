// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/Record.h"

#include <QTableView>

#include <vector>

class QMenu;

namespace marquee::inventory {

class InventoryModel;

/// The table of all windows. A heading sorts, sorts the other way, and puts back the order of the documents; what is
/// selected stays selected while rows come, go and move.
class InventoryTable : public QTableView
{
    Q_OBJECT

public:
    explicit InventoryTable(InventoryModel *model, QWidget *parent = nullptr);

    std::vector<Row> selectedWindows() const; ///< from the top
    int selectedCount() const;
    void copy() const; ///< the selected rows, with headings, as text for a spreadsheet
    /// The next way to sort by that column.
    void turnOrder(Column column);

Q_SIGNALS:
    void windowWanted(int row);
    void changeWanted();
    /// Only windows that say that in that column are to be shown.
    void onlyWanted(marquee::inventory::Column column, const QString &text);
    void selectionSettled(); ///< another selection, or the same on other rows

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    std::vector<int> selectedRows() const;
    void applyTheme();
    void fillWidth();
    void keepSelection();
    void restoreSelection();
    void fill(QMenu &menu, const QModelIndex &at);

    InventoryModel *m_model;
    std::vector<std::uint32_t> m_selected; ///< keys, while rows become others
    std::uint32_t m_current = 0; ///< the same; 0: none
    int m_currentColumn = 0;
    bool m_isRestoring = false;
};

} // namespace marquee::inventory
