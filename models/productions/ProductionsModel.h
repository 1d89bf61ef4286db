// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "productions/Productions.h"

#include <QAbstractTableModel>

namespace marquee::productions {

/// The productions of a reply as a table, a row each. One thread: the window's.
class ProductionsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        IdColumn,
        NameColumn,
        ReleaseColumn,
        RatingColumn,
        RuntimeColumn,
        DistributorColumn,
        ScoreColumn,
        ImagesColumn, ///< how many: the cover and the promo images
        TrailersColumn,
        NotesColumn, ///< what is missing, undocumented or doubled, in words
        ColumnCount
    };

    enum Role
    {
        SortRole
        = Qt::UserRole + 1, ///< numbers for runtime, score and counts; texts else; nothing where nothing is said
        PlaceRole, ///< QString, the production's JSON pointer
        HasNotesRole ///< bool
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Takes the place of what is shown.
    void setProductions(ProductionsFound found);
    const ProductionsFound &found() const { return m_found; }
    /// Of a row of this model; nothing (null) beyond the last.
    const Production *production(int row) const;
    /// The row of the first production with that id; -1 where there is none.
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant sortValue(const Production &production, int column) const;

    ProductionsFound m_found;
};

/// What is to be said of a production beside what it describes: "2 undocumented members · no distributor". Empty:
/// nothing.
QString notesOf(const Production &production);

} // namespace marquee::productions
