// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/RunOptions.h"
#include "exchange/BatchDesk.h"

#include <QDialog>
#include <QStringList>

class QLabel;
class QPushButton;
class QRadioButton;

namespace marquee::batch {

/// Asks for a new batch run: what to send, what to do with it, how, and where. It says how many items that makes
/// before it begins.
class BatchDialog : public QDialog
{
    Q_OBJECT

public:
    /// What there is to choose from.
    struct Stage
    {
        QString folder; ///< the workspace's; empty: none is open
        QStringList openFiles; ///< of the open documents
        int unsaved = 0; ///< of them, those whose changes aren't in their files
        std::function<QStringList()> chooseFiles; ///< asks the user; nothing where the user gave up
        exchange::Environment environment;
        QString environmentTitle; ///< as it is called on screen
        QColor environmentColour;
    };

    /// The desk has to outlive the dialog.
    BatchDialog(exchange::BatchDesk &desk, Stage stage, QWidget *parent = nullptr);

    // What was chosen, once it is accepted.
    QStringList inputs() const;
    exchange::BatchOptions options() const { return m_run->options(); }
    const exchange::Environment &environment() const { return m_stage.environment; }

private:
    QWidget *makeSources();
    QWidget *makeButtons();
    void chooseFiles();
    void count();
    void counted(const Expected<exchange::BatchDesk::Preview> &preview);
    void refresh();

    exchange::BatchDesk &m_desk;
    const Stage m_stage;
    QStringList m_chosen;
    int m_items = 0;
    bool m_isCounting = false;
    QRadioButton *m_folder = nullptr;
    QRadioButton *m_open = nullptr;
    QRadioButton *m_files = nullptr;
    QLabel *m_unsaved = nullptr;
    RunOptions *m_run = nullptr;
    QLabel *m_sum = nullptr;
    QLabel *m_notes = nullptr;
    QPushButton *m_begin = nullptr;
};

} // namespace marquee::batch
