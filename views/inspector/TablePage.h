// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Find.h"
#include "inspector/Page.h"
#include "inspector/Worker.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace marquee::inspector {

class Filter;
class TableModel;

/// The page Table: one of the payload's lists, or what the filter picks, with columns to choose, to sort and to copy.
class TablePage : public Page
{
    Q_OBJECT

public:
    explicit TablePage(QWidget *parent = nullptr);

    void setSnapshot(const Snapshot &snapshot); ///< the lists are looked for when the page comes into sight
    void setFilter(const Filter &filter);
    TableModel *model() const { return m_model; }
    const std::vector<TableList> &lists() const { return m_lists; }
    /// Remembered for this list while the page lives.
    void setColumnHidden(int column, bool hidden);

    void setFind(const QString &text, bool matchCase) override;
    void step(bool forwards) override;
    Hits hits() const override;
    void comeIntoSight() override;
    void takeFocus() override;

public Q_SLOTS:
    void copy(); ///< the selected rows, or all that are shown, with a heading

Q_SIGNALS:
    void placeWanted(const marquee::payload::Path &path); ///< a row's, in the tree

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeTable();
    void findLists();
    void showLists();
    void showList(int number);
    void columnsReady();
    void orderReady();
    void showState();
    void fillColumnsMenu();
    void fitColumns();
    std::vector<bool> hiddenColumns() const;
    QList<int> shownColumns() const;
    void findAgain();
    CellHit currentCell() const;
    void openMenu(const QPoint &at);
    void refreshLook();

    Snapshot m_snapshot;
    bool m_isLooked = false; ///< the lists are known, or being looked for
    std::vector<TableList> m_lists;
    std::optional<std::vector<payload::Path>> m_picks; ///< the filter's
    std::size_t m_matches = 0;
    QString m_place; ///< of the list that is shown; what columns are remembered by
    QHash<QString, QSet<QString>> m_hidden;
    std::optional<std::uint32_t> m_currentRow; ///< by its place in the list

    TableModel *m_model;
    QComboBox *m_chooser = nullptr;
    QToolButton *m_columns = nullptr;
    QLineEdit *m_words = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_copy = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_none = nullptr;
    QTimer m_typing; ///< until the words have been left alone for a moment
    Worker m_lister;

    QString m_find;
    bool m_matchCase = false;
    std::vector<CellHit> m_hits;
    Worker m_finder;
};

} // namespace marquee::inspector
