// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchdocument/ItemsModel.h"

#include "batchdocument/ItemSummary.h"
#include "batchdocument/PathEditors.h"
#include "shell/theme/Icons.h"
#include "workspace/OpenDocument.h"

#include <QLocale>

#include <algorithm>
#include <optional>

namespace marquee::batchdocument {

using namespace Qt::StringLiterals;
using payload::ChangedPlace;
using payload::Path;
using payload::Value;

/// What a change did to the list: items that came or went side by side, and those whose inside is another.
struct ItemsModel::Follow
{
    bool isElsewhere = false; ///< the list itself is another
    int came = 0;
    int went = 0;
    std::uint32_t first = 0; ///< of those that came or went
    bool isTogether = true;
    std::vector<std::uint32_t> touched;

    Follow(const payload::Change &change, const std::optional<Path> &list)
        : isElsewhere(!list)
    {
        for (const ChangedPlace &place : change.places)
            take(place, list);
    }

private:
    void take(const ChangedPlace &place, const std::optional<Path> &list)
    {
        const bool isInside = list && place.container.size() >= list->size()
            && std::equal(list->begin(), list->end(), place.container.begin());
        if (!isInside)
            isElsewhere = isElsewhere || place.kind == ChangedPlace::Kind::Whole || place.root;
        else if (place.container.size() > list->size())
            touched.push_back(place.container[list->size()]);
        else if (place.kind == ChangedPlace::Kind::Insert)
            insert(place.index);
        else if (place.kind == ChangedPlace::Kind::Remove)
            remove(place.index);
        else
            touched.push_back(place.index);
    }
    void insert(std::uint32_t at)
    {
        touched.push_back(at);
        isTogether = isTogether && (came == 0 || (at >= first && at <= first + static_cast<std::uint32_t>(came)));
        first = came == 0 ? at : first;
        ++came;
    }
    void remove(std::uint32_t at)
    {
        touched.push_back(at);
        isTogether = isTogether && (went == 0 || at == first || at + 1 == first);
        first = at;
        ++went;
    }
};

Value ItemsModel::items() const
{
    return m_document && m_document->isBatch() ? m_document->payload().root().member("requestItems") : Value();
}

void ItemsModel::setDocument(workspace::OpenDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    if (document) {
        connect(document, &workspace::OpenDocument::changed, this, &ItemsModel::follow);
        connect(document, &workspace::OpenDocument::problemsChanged, this, &ItemsModel::problemsMayDiffer);
    }
    reset();
}

void ItemsModel::reset()
{
    beginResetModel();
    m_rows = static_cast<int>(items().size());
    endResetModel();
}

void ItemsModel::follow(const payload::Change &change)
{
    const int rows = static_cast<int>(items().size());
    const Follow done(change, m_document->payload().pathOf(payload::Pointer().child("requestItems")));
    const int first = static_cast<int>(done.first);
    if (done.isElsewhere || !done.isTogether) {
        reset();
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
        reset();
        return;
    }
    for (const std::uint32_t row : done.touched) {
        if (static_cast<int>(row) < m_rows)
            Q_EMIT dataChanged(index(static_cast<int>(row), 0), index(static_cast<int>(row), ColumnCount - 1));
    }
    problemsMayDiffer();
}

void ItemsModel::problemsMayDiffer()
{
    // An ID that stands twice is found at both; and the verb of the batch, which rules ask for, is told by all items.
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, Problems), index(m_rows - 1, Problems));
}

int ItemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ItemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ItemsModel::text(int row, int column) const
{
    const Value item = items().at(static_cast<std::uint32_t>(row));
    const auto or_ = [](const std::string &text, const QString &otherwise) {
        return text.empty() ? otherwise : QString::fromStdString(text);
    };
    switch (column) {
    case Number:
        return QLocale().toString(row + 1);
    case Id:
        return or_(item.member("requestItemId").string(), tr("no ID"));
    case Licensor:
        return QString::fromStdString(partsOf(item.member("path").string()).licensor);
    case Window: {
        const std::string path = item.member("path").string();
        return or_(partsOf(path).transaction, path.empty() ? tr("no path") : QString::fromStdString(path));
    }
    case Validates:
        return partsOf(item.member("path").string()).validates ? tr("yes") : QString();
    case Title:
        return item.member("body") ? summaryOf(item).title : tr("no body");
    case Licence:
        return summaryOf(item).licence;
    case Territory:
        return summaryOf(item).territory;
    case Dates:
        return summaryOf(item).dates;
    default:
        return {};
    }
}

rules::Counts ItemsModel::countsAt(int row) const
{
    rules::Counts counts;
    auto path = m_document->payload().pathOf(payload::Pointer().child("requestItems"));
    if (!path)
        return counts;
    path->push_back(static_cast<std::uint32_t>(row));
    for (const rules::Problem &problem : m_document->validator().problemsUnder(*path))
        counts.add(problem.severity);
    return counts;
}

QVariant ItemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_document || index.row() >= m_rows)
        return {};
    if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && index.column() != Problems))
        return text(index.row(), index.column());
    if (role == Qt::TextAlignmentRole && index.column() == Number)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (index.column() != Problems
        || (role != Qt::DecorationRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole))
        return {};
    const rules::Counts counts = countsAt(index.row());
    if (role == Qt::DecorationRole) {
        if (counts.errors > 0)
            return theme::severityIcon(rules::Severity::Error);
        return counts.warnings > 0 ? QVariant(theme::severityIcon(rules::Severity::Warning)) : QVariant();
    }
    return counts.total() == 0
        ? QVariant()
        : QVariant(tr("%1 errors, %2 warnings, %3 hints").arg(counts.errors).arg(counts.warnings).arg(counts.hints));
}

QVariant ItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && section == Problems)
        return tr("Problems");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("No.");
    case Id:
        return tr("Item");
    case Licensor:
        return tr("Licensor");
    case Window:
        return tr("Window");
    case Validates:
        return tr("Validate");
    case Title:
        return tr("Title");
    case Licence:
        return tr("Licence");
    case Territory:
        return tr("Territory");
    case Dates:
        return tr("Dates (UTC)");
    default:
        return {};
    }
}

} // namespace marquee::batchdocument
