// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/FindInFiles.h"

#include <QAbstractItemModel>

#include <vector>

namespace marquee::search {

/// What was found: documents, and under each its hits.
class FindModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role
    {
        PlaceRole = Qt::UserRole, ///< QString: of a hit, in words
        LineRole, ///< int: of a hit, from 1
        MarkRole, ///< int: where in the text of a hit that begins which was found
        MarkedRole, ///< int: and how long it is
        CountRole ///< int: hits of a document
    };

    using QAbstractItemModel::QAbstractItemModel;

    void clear();
    void add(const std::vector<workspace::FoundDocument> &documents);

    static bool isHit(const QModelIndex &index) { return index.internalId() != 0; }
    /// Of a document's row or of a hit's. Valid until the model changes.
    const workspace::FoundDocument &document(const QModelIndex &index) const;
    const workspace::FindHit &hit(const QModelIndex &index) const; ///< isHit only

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QVariant documentData(const workspace::FoundDocument &document, int role) const;

    std::vector<workspace::FoundDocument> m_documents;
};

} // namespace marquee::search
