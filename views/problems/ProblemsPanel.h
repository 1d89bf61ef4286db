// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"
#include "payload/Tree.h"
#include "rules/Rule.h"
#include "rules/Validator.h"

#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedLayout;

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::problems {

class ProblemsFilter;
class ProblemsModel;
class ProblemsTable;
struct Row;

/// What the Problems dock shows: the problems of one document, what to show of them, and what can be done.
class ProblemsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPanel(rules::Rulebook book, QWidget *parent = nullptr);

    void setDocument(workspace::OpenDocument *document); ///< null: none is shown
    const ProblemsModel &model() const { return *m_model; }
    /// Goes to the first problem that is shown, for F8 and the like.
    void focusFirst();

Q_SIGNALS:
    /// The user wants to see the field of a problem: where it is put right, and where the problem stands. A pointer
    /// whose value isn't there yet is where it would stand. For a malformed text both are empty.
    void activated(const marquee::payload::Pointer &field, const marquee::payload::Path &path);
    /// To be done as one step, against the document as it is now.
    void fixWanted(const marquee::rules::Fix &fix);
    void explainWanted(const QString &ruleId);
    /// The document is malformed, and payload::proposeRepair has something to look at.
    void repairWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeEmpty();
    const Row &rowAt(const QModelIndex &index) const;
    void fix(const QModelIndex &index);
    void addFixes(QMenu &menu, const Row &row);
    void showMenu(const QModelIndex &index, const QPoint &global);
    void showFixes(const QModelIndex &index, const QPoint &global);
    void remember();
    void restore();
    void updateWords();
    void clearFilters();
    void applyFonts();

    ProblemsModel *m_model;
    ProblemsFilter *m_filter;
    ProblemsTable *m_table = nullptr;
    std::array<QPushButton *, 3> m_chips{}; ///< by severity
    QLineEdit *m_search = nullptr;
    QLabel *m_more = nullptr;
    QLabel *m_emptyWords = nullptr;
    QPushButton *m_clear = nullptr;
    QStackedLayout *m_pages = nullptr;

    const rules::Rule *m_rule = nullptr; ///< of the row that was selected before the rows changed
    payload::Pointer m_field;
    int m_column = 0;
};

} // namespace marquee::problems
