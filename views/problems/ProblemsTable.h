// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace marquee::problems {

class FixDelegate;

/// The table of problems: what pointer and keys do to a row. Indexes are the table's own model's. Click and Enter go to
/// the field, Ctrl+. does the first fix, F1 explains, the context menu has it all.
class ProblemsTable : public QTableView
{
    Q_OBJECT

public:
    explicit ProblemsTable(QWidget *parent = nullptr);

    /// Gives the columns their widths: the message has what the others leave.
    void fitColumns();

Q_SIGNALS:
    void goWanted(const QModelIndex &index);
    void fixWanted(const QModelIndex &index);
    void explainWanted(const QModelIndex &index);
    void menuWanted(const QModelIndex &index, const QPoint &global);
    /// The arrow beside the fix: only the fixes, please.
    void moreFixesWanted(const QModelIndex &index, const QPoint &global);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void hover(const QPoint &point);

    FixDelegate *m_delegate;
    QPersistentModelIndex m_pressed; ///< the cell whose button is held down
};

} // namespace marquee::problems
