// SPDX-License-Identifier: GPL-3.0-or-later
#include "form/RowsModel.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

#include <algorithm>
#include <vector>

namespace marquee::form {

using namespace Qt::StringLiterals;
using payload::ChangedPlace;
using payload::Path;

namespace {

const QString MimeType = u"application/x-marquee-rows"_s;

/// What a change did to a list: items that came or went side by side, and those whose inside is another.
class Followed
{
public:
    Followed(const payload::Change &change, const std::optional<Path> &list)
        : isElsewhere(!list)
    {
        for (const ChangedPlace &place : change.places)
            take(place, list);
    }

    bool isElsewhere = false; ///< the list itself is another
    bool isTogether = true;
    int came = 0;
    int went = 0;
    std::uint32_t first = 0; ///< of those that came or went
    std::vector<std::uint32_t> touched;

private:
    void take(const ChangedPlace &place, const std::optional<Path> &list)
    {
        const bool isInside = list && place.container.size() >= list->size()
            && std::equal(list->begin(), list->end(), place.container.begin());
        if (!isInside) {
            isElsewhere = isElsewhere || place.kind == ChangedPlace::Kind::Whole || place.root;
        } else if (place.container.size() > list->size()) {
            touched.push_back(place.container[list->size()]);
        } else if (place.kind == ChangedPlace::Kind::Insert) {
            isTogether = isTogether
                && (came == 0 || (place.index >= first && place.index <= first + static_cast<std::uint32_t>(came)));
            first = came == 0 ? place.index : first;
            ++came;
            touched.push_back(place.index);
        } else if (place.kind == ChangedPlace::Kind::Remove) {
            isTogether = isTogether && (went == 0 || place.index == first || place.index + 1 == first);
            first = place.index;
            ++went;
        } else {
            touched.push_back(place.index);
        }
    }
};

} // namespace

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

void RowsModel::resetRows(int rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void RowsModel::followList(const payload::Change &change, const std::optional<Path> &list, int rows)
{
    Followed done(change, list);
    const int first = static_cast<int>(done.first);
    const bool isMoved = done.came > 0 && done.went > 0;
    if (done.isElsewhere || (!isMoved && !done.isTogether)) {
        resetRows(rows);
        return;
    }
    if (done.went == 0 && done.came > 0 && rows == m_rows + done.came) {
        beginInsertRows({}, first, first + done.came - 1);
        m_rows = rows;
        endInsertRows();
    } else if (done.came == 0 && done.went > 0 && rows == m_rows - done.went) {
        beginRemoveRows({}, first, first + done.went - 1);
        m_rows = rows;
        endRemoveRows();
    } else if (rows != m_rows) {
        resetRows(rows);
        return;
    }
    if (isMoved && m_rows > 0) { // those in between stand elsewhere as well
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
        return;
    }
    for (const std::uint32_t row : done.touched) {
        // Cell by cell: of a range, a view paints everything anew.
        for (int column = 0; static_cast<int>(row) < m_rows && column < columnCount(); ++column)
            Q_EMIT dataChanged(index(static_cast<int>(row), column), index(static_cast<int>(row), column));
    }
}

Qt::ItemFlags RowsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!isEditable())
        return flags;
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags | Qt::ItemIsDropEnabled;
}

QStringList RowsModel::mimeTypes() const
{
    return {MimeType};
}

QMimeData *RowsModel::mimeData(const QModelIndexList &indexes) const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    QList<int> rows;
    for (const QModelIndex &index : indexes)
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    stream << quint64(reinterpret_cast<quintptr>(this)) << rows; // another document's rows aren't ours
    auto *data = new QMimeData;
    data->setData(MimeType, bytes);
    return data;
}

bool RowsModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    if (!data->hasFormat(MimeType) || action != Qt::MoveAction)
        return false;
    quint64 from = 0;
    QList<int> rows;
    QDataStream stream(data->data(MimeType));
    stream >> from >> rows;
    if (from == reinterpret_cast<quintptr>(this) && !rows.isEmpty())
        Q_EMIT moveWanted(rows, row >= 0 ? row : parent.isValid() ? parent.row() : m_rows);
    return false; // the document moves them; the view has nothing to take away
}

} // namespace marquee::form
