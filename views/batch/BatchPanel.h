// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/BatchModel.h"

#include <QWidget>

#include <array>

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace marquee::batch {

/// What the dock's page "Batch runs" shows: how the run stands, what can be done with it, and its items.
class BatchPanel : public QWidget
{
    Q_OBJECT

public:
    /// The desk has to outlive what is done with the panel; once the desk is gone the panel may only be deleted.
    explicit BatchPanel(exchange::BatchDesk &desk, QWidget *parent = nullptr);

Q_SIGNALS:
    void newBatchWanted();
    void exportWanted(marquee::exchange::ReportFormat format); ///< BatchDesk::report has the bytes
    /// `errorPath`: where the partner found its first fault, as it says it; empty: it doesn't.
    void openItemWanted(const QString &file, const QString &transaction, const QString &errorPath);
    /// The same for an item of rows: there is no file, only what the row makes.
    void openRowWanted(const QByteArray &document, const QString &name, const QString &errorPath);
    void resumeWanted(const QString &run, const QString &environment); ///< an earlier one

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeProgress();
    QWidget *makeTable();
    QWidget *makeEmpty();
    QPushButton *addButton(QWidget *bar, const char *name, const QString &text, const QString &tip);
    void fillExports(QMenu *menu);
    void filter();
    void refresh();
    void refreshChips();
    void refreshButtons();
    void refreshVerdict();
    void applyFonts();
    void openItem(const QModelIndex &index);

    exchange::BatchDesk &m_desk;
    BatchModel *m_model;
    std::array<QPushButton *, 4> m_chips{}; ///< by partners::Outcome::Kind
    QLabel *m_headline = nullptr;
    QLabel *m_verdict = nullptr; ///< how many are as expected
    QLabel *m_time = nullptr;
    QLabel *m_problem = nullptr;
    QLabel *m_none = nullptr; ///< instead of rows that the filter left out
    QProgressBar *m_progress = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_retry = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_runs = nullptr; ///< another run, or an earlier one
    QTableView *m_table = nullptr;
    QStackedLayout *m_pages = nullptr;
};

} // namespace marquee::batch
