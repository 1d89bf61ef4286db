// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/Difference.h"

#include <QAbstractTableModel>

namespace marquee::changes {

/// The differences between another text (before) and the document (after) as rows.
class ChangesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Kind,
        Place,
        Before,
        After,
        ColumnCount
    };
    enum Role
    {
        KindRole = Qt::UserRole, ///< int of Difference::Kind
        IsAbsentRole, ///< bool: the value isn't there on that side
        NoteRole ///< QString: said behind a value, fainter
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(const Comparison &comparison);
    const Comparison &comparison() const { return m_comparison; }
    const Difference &difference(int row) const { return m_comparison.differences[static_cast<std::size_t>(row)]; }
    /// The row that speaks of the same place; -1 where there is none any more.
    int find(const Difference &difference) const;
    void setBeforeTitle(const QString &title); ///< of the column: "In the saved file"
    void setAfterTitle(const QString &title); ///< the same; "In this document" where nothing was set

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString shown(const Difference &difference, int column) const;

    Comparison m_comparison;
    QString m_beforeTitle;
    QString m_afterTitle;
};

/// "Added", "Removed", "Changed", in the user's language.
QString kindTitle(Difference::Kind kind);

} // namespace marquee::changes
