// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/ChangesFilter.h"

#include "changes/ChangesModel.h"

#include <algorithm>

namespace marquee::changes {

void ChangesFilter::setText(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void ChangesFilter::setShown(Difference::Kind kind, bool shown)
{
    m_shown[static_cast<std::size_t>(kind)] = shown;
    invalidateFilter();
}

bool ChangesFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QAbstractItemModel &model = *sourceModel();
    if (!m_shown[model.index(row, 0, parent).data(ChangesModel::KindRole).toUInt()])
        return false;
    QString all;
    for (int column = 0; !m_words.isEmpty() && column < ChangesModel::ColumnCount; ++column)
        all += model.index(row, column, parent).data().toString() + u'\n';
    return std::all_of(
        m_words.begin(), m_words.end(), [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace marquee::changes
