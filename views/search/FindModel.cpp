// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/FindModel.h"

#include <QDir>

namespace marquee::search {

using namespace Qt::StringLiterals;
using workspace::FindHit;
using workspace::FoundDocument;

// A hit's internal id is the number of its document, from 1; a document's is 0.

void FindModel::clear()
{
    beginResetModel();
    m_documents.clear();
    endResetModel();
}

void FindModel::add(const std::vector<FoundDocument> &documents)
{
    if (documents.empty())
        return;
    const int first = static_cast<int>(m_documents.size());
    beginInsertRows({}, first, first + static_cast<int>(documents.size()) - 1);
    m_documents.insert(m_documents.end(), documents.begin(), documents.end());
    endInsertRows();
}

const FoundDocument &FindModel::document(const QModelIndex &index) const
{
    return m_documents[isHit(index) ? index.internalId() - 1 : static_cast<std::size_t>(index.row())];
}

const FindHit &FindModel::hit(const QModelIndex &index) const
{
    return document(index).hits[static_cast<std::size_t>(index.row())];
}

QModelIndex FindModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, 0, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0);
}

QModelIndex FindModel::parent(const QModelIndex &child) const
{
    return child.isValid() && isHit(child) ? createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0))
                                           : QModelIndex();
}

int FindModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_documents.size());
    return isHit(parent) ? 0 : static_cast<int>(document(parent).hits.size());
}

int FindModel::columnCount(const QModelIndex &) const
{
    return 1;
}

Qt::ItemFlags FindModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags all = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return isHit(index) ? all | Qt::ItemNeverHasChildren : all;
}

QVariant FindModel::documentData(const FoundDocument &document, int role) const
{
    const int count = static_cast<int>(document.hits.size());
    switch (role) {
    case Qt::DisplayRole:
        return document.name;
    case Qt::ToolTipRole:
        return document.path.isEmpty() ? tr("Not saved yet") : QDir::toNativeSeparators(document.path);
    case Qt::AccessibleTextRole:
        return tr("%1, %n hit(s)", nullptr, count).arg(document.name);
    case CountRole:
        return count;
    default:
        return {};
    }
}

QVariant FindModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (!isHit(index))
        return documentData(document(index), role);
    const FindHit &found = hit(index);
    switch (role) {
    case Qt::DisplayRole:
        return found.text;
    case Qt::ToolTipRole:
        return found.place.isEmpty() ? found.text : found.place + u'\n' + found.text;
    case Qt::AccessibleTextRole:
        return found.place.isEmpty() ? tr("Line %1: %2").arg(found.line).arg(found.text)
                                     : tr("Line %1, %2: %3").arg(found.line).arg(found.place, found.text);
    case PlaceRole:
        return found.place;
    case LineRole:
        return static_cast<int>(found.line);
    case MarkRole:
        return found.mark;
    case MarkedRole:
        return found.marked;
    default:
        return {};
    }
}

} // namespace marquee::search
