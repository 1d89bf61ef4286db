// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/RunOptions.h"
#include "exchange/RowKeep.h"
#include "exchange/RowsDesk.h"

#include <QDialog>

#include <functional>
#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace marquee::batch {

class RowProblemsModel;
class RowsModel;

/// Makes requests of rows: a template, rows, which column fills which field, what comes of it, and what to do with it.
class RowsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Something that was read, and what it is called.
    struct Source
    {
        QString name;
        QByteArray bytes;
    };

    /// What there is to begin with, and who asks for files.
    struct Stage
    {
        std::optional<Source> document; ///< the document in front, as a template
        std::function<std::optional<Source>()> chooseTemplate; ///< asks the user; nothing where the user gave up
        std::function<std::optional<Source>()> chooseRows; ///< the same
        RunPlace place;
    };

    RowsDialog(rules::Rulebook rulebook, Stage stage, QWidget *parent = nullptr);

    /// As if it was chosen or pasted.
    void setTemplate(const Source &source);
    void setRows(const Source &source);

    // What was chosen, once it is accepted: BatchDesk::startRows takes it.
    exchange::RowInput input() const { return {m_rowsName, m_rowsText, m_templateText}; }
    const exchange::RowMapping &mapping() const { return m_desk->mapping(); }
    exchange::BatchOptions options() const;
    const exchange::Environment &environment() const { return m_stage.place.environment; }
    const exchange::RowsDesk &desk() const { return *m_desk; }

Q_SIGNALS:
    /// All rows as one batch document, to be saved; `name` is a name for the file.
    void saveBatchWanted(const QByteArray &batch, const QString &name);

private:
    static constexpr int ProblemHeight = 28; ///< of a row in the list of problems

    QLayout *makeSources();
    QWidget *makeSheet();
    QWidget *makeProblems();
    QLayout *makeProgress();
    QLayout *makeButtons();
    QPushButton *button(const char *name, const QString &text, const QString &tip);
    void choose(const std::function<std::optional<Source>()> &ask, void (RowsDialog::*take)(const Source &));
    void paste();
    void saveBatch();
    void begin(bool dryRun);
    void goTo(const QModelIndex &problem);
    void showCell();
    void resetSheet();
    void fitColumns();
    void applyTheme();
    void arrangeTabs();
    void refresh();
    QString countWords() const;
    QString unmatchedWords() const;

    Stage m_stage;
    exchange::RowsDesk *m_desk;
    RowsModel *m_rows;
    RowProblemsModel *m_problems;
    RunOptions *m_run;
    QByteArray m_templateText;
    QByteArray m_rowsText;
    QString m_rowsName;
    bool m_isDryRun = false;
    bool m_isSaving = false;
    QString m_saveProblem;
    QLabel *m_title = nullptr;
    QLabel *m_templateLabel = nullptr;
    QLabel *m_rowsLabel = nullptr;
    QLabel *m_problem = nullptr; ///< with template or rows
    QLabel *m_unmatched = nullptr;
    QLabel *m_empty = nullptr; ///< instead of the sheet
    QWidget *m_sheet = nullptr;
    QTableView *m_table = nullptr;
    QTableView *m_problemList = nullptr;
    QLabel *m_cell = nullptr; ///< what the current cell becomes
    QLabel *m_counts = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_begin = nullptr;
};

} // namespace marquee::batch
