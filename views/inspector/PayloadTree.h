// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace marquee::inspector {

class TreeModel;

/// The tree of a payload: colours for what values are, and opening many levels at once without laying out after each.
class PayloadTree : public QTreeView
{
    Q_OBJECT

public:
    /// So many rows are opened at once, at the most.
    static constexpr int MostOpened = 20'000;

    explicit PayloadTree(TreeModel *model, QWidget *parent = nullptr);

    /// Opens that many levels below the top rows; -1: all. False where there are more than MostOpened rows: the upper
    /// levels are open.
    bool openLevels(int levels);
    /// Opens as many levels as fit on about a screen, and one at the least.
    void openAScreen();
    void goTo(const QModelIndex &index); ///< opens what is around it, makes it current, brings it into sight

Q_SIGNALS:
    void currentRowChanged();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refreshLook();
    void fitNames(); ///< a third of the width, until the user makes it another

    bool m_isFitted = true;
    bool m_isFitting = false;
};

} // namespace marquee::inspector
