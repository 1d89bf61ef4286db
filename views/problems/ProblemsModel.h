// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Validator.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QTimer>

#include <vector>

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::problems {

/// One row: a problem in words.
struct Row
{
    const rules::Rule *rule = nullptr;
    rules::Severity severity = rules::Severity::Error;
    QString message;
    QString place; ///< "Window HL-0102 › End"
    payload::Pointer field; ///< where it is put right
    payload::Path path; ///< where the problem stands
    std::vector<rules::Fix> fixes;
    bool repairable = false; ///< a malformed text that commas and brackets could mend

    friend bool operator==(const Row &a, const Row &b);
};

/// The first problems of a document, made into words. Follows the document, at most once in a turn of the event loop:
/// many edits cost one look. A text that isn't a payload is one row.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Rule,
        Message,
        Place,
        Fix,
        ColumnCount
    };
    enum Role
    {
        SeverityRole = Qt::UserRole, ///< int of rules::Severity
        FixCountRole ///< int; the Fix column shows the first one's title
    };
    /// Of more problems, so many are shown; moreCount() says how many aren't.
    static constexpr int Most = 300;

    explicit ProblemsModel(rules::Rulebook book, QObject *parent = nullptr);

    /// The rows are there when this returns. Null: no document. One that goes away is forgotten.
    void setDocument(workspace::OpenDocument *document);
    workspace::OpenDocument *document() const;

    rules::Counts counts() const { return m_counts; } ///< of all problems, shown or not
    int moreCount() const { return m_more; }
    const Row &row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// The row of the same rule at the same field; -1 where there is none any more.
    int find(const rules::Rule *rule, const payload::Pointer &field) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Rows or counts are new. Where the rows themselves are, the model was reset just before.
    void refreshed();

private:
    void refresh();
    std::vector<Row> readRows() const;
    Row malformed(const workspace::OpenDocument &document) const;

    rules::Rulebook m_book;
    QPointer<workspace::OpenDocument> m_document;
    std::vector<Row> m_rows;
    rules::Counts m_counts;
    int m_more = 0;
    QTimer m_later;
};

/// "Error", "Warning", "Hint", in the user's language.
QString severityTitle(rules::Severity severity);

} // namespace marquee::problems
