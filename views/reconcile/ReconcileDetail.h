// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reconcile/ReconcileModel.h"

#include <QStandardItemModel>
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace marquee::reconcile {

/// What is to be said of one row: each field at the partner and in the document, and what became of it.
class ReconcileDetail : public QWidget
{
    Q_OBJECT

public:
    explicit ReconcileDetail(QWidget *parent = nullptr);

    /// `index`: of the model; invalid: nothing is selected.
    void show(const ReconcileModel &model, const QModelIndex &index);

Q_SIGNALS:
    void openWanted(); ///< its field
    void forceWanted(); ///< it goes although the partner's was changed

private:
    void applyTheme();
    void fill(const std::vector<changes::Difference> &differences);
    void fill(const WindowStanding &window);
    void add(const QString &field, const QString &partner, const QString &document);

    QStandardItemModel m_fields;
    QLabel *m_title;
    QLabel *m_words;
    QLabel *m_outcome;
    QTableView *m_table;
    QPushButton *m_open;
    QPushButton *m_force;
};

} // namespace marquee::reconcile
