// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/ChangesModel.h"

#include <algorithm>

namespace marquee::changes {

namespace {

constexpr qsizetype LongestTip = 1000; ///< characters

/// A value as it is written, for those who want to see that too.
QString tip(const std::string &json)
{
    const QString text = QString::fromStdString(json);
    return text.size() > LongestTip ? QString(text.left(LongestTip) + u'…') : text;
}

} // namespace

QString kindTitle(Difference::Kind kind)
{
    switch (kind) {
    case Difference::Kind::Added:
        return ChangesModel::tr("Added");
    case Difference::Kind::Removed:
        return ChangesModel::tr("Removed");
    case Difference::Kind::Changed:
        return ChangesModel::tr("Changed");
    }
    return {};
}

void ChangesModel::setComparison(const Comparison &comparison)
{
    beginResetModel();
    m_comparison = comparison;
    endResetModel();
}

int ChangesModel::find(const Difference &difference) const
{
    const auto &all = m_comparison.differences;
    const auto at = std::find_if(all.begin(), all.end(), [&](const Difference &one) {
        return one.kind == difference.kind && one.before == difference.before && one.after == difference.after;
    });
    return at == all.end() ? -1 : static_cast<int>(at - all.begin());
}

void ChangesModel::setBeforeTitle(const QString &title)
{
    m_beforeTitle = title;
    Q_EMIT headerDataChanged(Qt::Horizontal, Before, Before);
}

void ChangesModel::setAfterTitle(const QString &title)
{
    m_afterTitle = title;
    Q_EMIT headerDataChanged(Qt::Horizontal, After, After);
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_comparison.differences.size());
}

int ChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ChangesModel::shown(const Difference &difference, int column) const
{
    switch (column) {
    case Kind:
        return kindTitle(difference.kind);
    case Place:
        return difference.place;
    case Before:
        return difference.before ? difference.beforeWords : tr("not there");
    default:
        return difference.after ? difference.afterWords : tr("not there");
    }
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Difference &one = difference(index.row());
    const int column = index.column();
    switch (role) {
    case KindRole:
        return static_cast<int>(one.kind);
    case IsAbsentRole:
        return (column == Before && !one.before) || (column == After && !one.after);
    case NoteRole:
        return column == After && one.sameInstant ? tr("the same moment") : QString();
    case Qt::DisplayRole:
        return shown(one, column);
    case Qt::ToolTipRole:
        if (column == Before && one.before)
            return tip(one.beforeValue);
        if (column == After && one.after)
            return one.sameInstant ? tr("%1, the same moment").arg(tip(one.afterValue)) : tip(one.afterValue);
        return shown(one, column);
    case Qt::AccessibleTextRole:
        if (column == After && one.sameInstant)
            return tr("%1, the same moment").arg(shown(one, column));
        return shown(one, column);
    default:
        return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::TextAlignmentRole))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    switch (section) {
    case Place:
        return tr("Where");
    case Before:
        return m_beforeTitle;
    case After:
        return m_afterTitle.isEmpty() ? tr("In this document") : m_afterTitle;
    default:
        return QString();
    }
}

} // namespace marquee::changes
