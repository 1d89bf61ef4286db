// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace marquee::form {

class FieldRow;

/// A white card with a heading and rows: labels right-aligned in a column of one width.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString &heading, QWidget *parent = nullptr);

    void setHeading(const QString &heading);
    void addRow(FieldRow *row);
    /// Anything over the whole width, below what is there.
    void addWide(QWidget *widget);
    /// A button and the like, at the right of the heading.
    void addToHeading(QWidget *widget);
    /// Takes no more of the labels' column than this many pixels, or as much as they need where 0.
    void setLabelWidth(int pixels);

private:
    QLabel *m_heading;
    QHBoxLayout *m_top;
    QGridLayout *m_grid;
    int m_row = 0;
};

} // namespace marquee::form
