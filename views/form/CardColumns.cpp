// SPDX-License-Identifier: GPL-3.0-or-later
#include "form/CardColumns.h"

#include "shell/theme/Theme.h"

#include <QResizeEvent>
#include <QVBoxLayout>

namespace marquee::form {

CardColumns::CardColumns(QWidget *parent)
    : QWidget(parent)
    , m_left(new QVBoxLayout)
    , m_right(new QVBoxLayout)
    , m_row(new QHBoxLayout(this))
{
    const int gap = theme::scaled(16);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(gap);
    m_row->addLayout(m_left, 1);
    m_row->addLayout(m_right, 1);
    for (QVBoxLayout *column : {m_left, m_right})
        column->setSpacing(gap);
}

void CardColumns::add(QWidget *card, int column)
{
    m_cards.emplace_back(card, column);
    arrange(m_columns);
}

void CardColumns::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int columns = event->size().width() < theme::scaled(m_narrow) ? 1 : 2;
    if (columns != m_columns)
        arrange(columns);
}

void CardColumns::arrange(int columns)
{
    m_columns = columns;
    for (QVBoxLayout *column : {m_left, m_right}) {
        while (QLayoutItem *item = column->takeAt(0))
            delete item; // the cards stay
    }
    int heights[2] = {0, 0};
    QWidget *before = nullptr;
    for (const auto &[card, column] : m_cards) {
        const int to = columns == 1 ? 0 : column >= 0 ? column : heights[1] < heights[0] ? 1 : 0;
        (to == 0 ? m_left : m_right)->addWidget(card);
        heights[to] += card->sizeHint().height();
        if (before)
            QWidget::setTabOrder(before, card);
        before = card;
    }
    m_left->addStretch();
    m_right->addStretch();
    m_row->setStretch(1, columns == 2 ? 1 : 0);
    m_row->setSpacing(columns == 2 ? theme::scaled(16) : 0);
}

} // namespace marquee::form
