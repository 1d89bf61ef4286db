// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <utility>
#include <vector>

class QHBoxLayout;
class QVBoxLayout;

namespace marquee::form {

/// Cards in two columns, or in one where there isn't room for two. Each goes where there is more room left.
class CardColumns : public QWidget
{
    Q_OBJECT

public:
    explicit CardColumns(QWidget *parent = nullptr);

    /// Below this width there is one column, in pixels at 100 %.
    void setNarrow(int pixels) { m_narrow = pixels; }
    /// `column`: 0 or 1 where it has its place; else where there is more room.
    void add(QWidget *card, int column = -1);
    /// Finds each its place again: cards have grown since they were added.
    void balance() { arrange(m_columns); }
    int columns() const { return m_columns; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(int columns);

    std::vector<std::pair<QWidget *, int>> m_cards;
    QVBoxLayout *m_left;
    QVBoxLayout *m_right;
    QHBoxLayout *m_row;
    int m_columns = 2;
    int m_narrow = 760;
};

} // namespace marquee::form
