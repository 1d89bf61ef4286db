// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/ProblemsFilter.h"

#include "problems/ProblemsModel.h"

#include <algorithm>

namespace marquee::problems {

void ProblemsFilter::setText(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void ProblemsFilter::setShown(rules::Severity severity, bool shown)
{
    m_shown[static_cast<std::size_t>(severity)] = shown;
    invalidateFilter();
}

bool ProblemsFilter::isOpen() const
{
    return m_words.isEmpty() && std::all_of(m_shown.begin(), m_shown.end(), [](bool shown) { return shown; });
}

bool ProblemsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QAbstractItemModel &model = *sourceModel();
    const auto severity = model.index(row, 0, parent).data(ProblemsModel::SeverityRole).toUInt();
    if (!m_shown[severity])
        return false;
    const auto stands = [&](const QString &word) {
        for (const int column : {ProblemsModel::Rule, ProblemsModel::Message, ProblemsModel::Place}) {
            if (model.index(row, column, parent).data().toString().contains(word, Qt::CaseInsensitive))
                return true;
        }
        return false;
    };
    return std::all_of(m_words.begin(), m_words.end(), stands);
}

} // namespace marquee::problems
