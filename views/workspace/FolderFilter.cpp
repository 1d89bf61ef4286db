// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FolderFilter.h"

#include <algorithm>

namespace marquee::workspace {

FolderFilter::FolderFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void FolderFilter::setText(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool FolderFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_words.isEmpty(); // a heading stays for what is below it
    const QString name = sourceModel()->index(row, 0, parent).data().toString();
    return std::all_of(m_words.begin(), m_words.end(),
        [&name](const QString &word) { return name.contains(word, Qt::CaseInsensitive); });
}

} // namespace marquee::workspace
