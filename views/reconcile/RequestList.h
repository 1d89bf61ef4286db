// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reconcile/ReconcileDesk.h"

#include <QStandardItemModel>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace marquee::reconcile {

/// The dry run: the requests that would be sent, each with what it is about and why it would be held back; the chosen
/// one as it goes over the wire.
class RequestList : public QWidget
{
    Q_OBJECT

public:
    /// The desk has to outlive what is done with the list.
    explicit RequestList(ReconcileDesk &desk, QWidget *parent = nullptr);

    void focusList();

Q_SIGNALS:
    void backWanted();

private:
    enum Column
    {
        Method,
        About,
        Address,
        Size,
        Note,
        ColumnCount
    };

    void applyTheme();
    void fill();
    void update(int request);
    void showCurrent();

    ReconcileDesk &m_desk;
    QStandardItemModel m_rows;
    QLabel *m_counts;
    QPushButton *m_back;
    QTableView *m_table;
    QPlainTextEdit *m_text;
};

} // namespace marquee::reconcile
