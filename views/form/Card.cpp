// SPDX-License-Identifier: GPL-3.0-or-later
#include "form/Card.h"

#include "form/FieldRow.h"
#include "shell/theme/Theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

namespace marquee::form {

Card::Card(const QString &heading, QWidget *parent)
    : QFrame(parent)
    , m_heading(new QLabel(heading, this))
    , m_top(new QHBoxLayout)
    , m_grid(new QGridLayout)
{
    setProperty("card", true);
    m_heading->setFont(theme::headingFont());
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setMinimumHeight(theme::scaled(24));
    const int gap = theme::scaled(16);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, theme::scaled(12), gap, gap);
    column->setSpacing(theme::scaled(8));
    m_top->addWidget(m_heading);
    m_top->addStretch();
    column->addLayout(m_top);
    column->addLayout(m_grid);
    column->addStretch();
    m_grid->setHorizontalSpacing(theme::scaled(12));
    m_grid->setVerticalSpacing(theme::scaled(4));
    m_grid->setColumnStretch(1, 1);
    connect(
        &theme::Theme::instance(), &theme::Theme::changed, this, [this] { m_heading->setFont(theme::headingFont()); });
}

void Card::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
}

void Card::addRow(FieldRow *row)
{
    // The label stands beside the first line of the editor, however many lines follow.
    row->label()->setMinimumHeight(theme::scaled(32));
    row->label()->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_grid->addWidget(row->label(), m_row, 0, Qt::AlignTop);
    m_grid->addWidget(row->content(), m_row, 1, Qt::AlignTop);
    ++m_row;
}

void Card::addWide(QWidget *widget)
{
    m_grid->addWidget(widget, m_row++, 0, 1, 2);
}

void Card::addToHeading(QWidget *widget)
{
    m_top->addWidget(widget);
}

void Card::setLabelWidth(int pixels)
{
    m_grid->setColumnMinimumWidth(0, pixels);
}

} // namespace marquee::form
