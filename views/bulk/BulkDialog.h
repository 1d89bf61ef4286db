// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/Plan.h"

#include <QDialog>
#include <QStandardItemModel>

#include <vector>

class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace marquee::bulk {

/// What the dialogs of this folder share: a title, why, the question, what comes of it in words, and the buttons. The
/// context's document has to stay, and stay as it is, while one is open.
class BulkDialog : public QDialog
{
    Q_OBJECT

public:
    /// What was asked for, in the order in which it is to be applied, as one step; once the dialog is accepted.
    const std::vector<payload::Edit> &edits() const { return m_edits; }
    /// What the Undo menu calls it.
    const QString &caption() const { return m_caption; }

protected:
    BulkDialog(
        const rules::Context &context, const QString &name, const QString &title, const QString &why, QWidget *parent);

    const rules::Context &context() const { return m_context; }
    QVBoxLayout *content() const { return m_content; }

    /// Shows what would be done. `button` says it: "Shift 12 windows".
    void offer(const windows::Plan &plan, const QString &counts, const QString &button);
    /// Nothing can be done yet, and why.
    void refuse(const Error &error, const QString &button);
    void setCaption(const QString &caption) { m_caption = caption; }

    QLabel *label(const QString &name, const QString &role, const QString &text = {});
    /// A table to look at, without a cell to edit.
    QTableView *table(const QString &name, const QString &title, QStandardItemModel *model);

private:
    void applyTheme();

    rules::Context m_context;
    std::vector<payload::Edit> m_edits;
    QString m_caption;
    QVBoxLayout *m_content;
    QLabel *m_title;
    QLabel *m_counts;
    QLabel *m_remarks;
    QPushButton *m_apply;
    std::vector<QTableView *> m_tables;
};

/// A window by its ID, or by its number where it has none.
QString shortName(const rules::Context &context, std::uint32_t row);
/// A cell to look at.
QStandardItem *cellItem(const QString &text);
/// A date of a payload for people, in UTC; what isn't one stays as it is.
QString readable(const std::string &date);

} // namespace marquee::bulk
