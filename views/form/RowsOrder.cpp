// SPDX-License-Identifier: GPL-3.0-or-later
#include "form/RowsOrder.h"

#include "form/RowsModel.h"

#include <QCollator>

#include <algorithm>
#include <numeric>

namespace marquee::form {

namespace {

/// The rank of each row; those of which neither is less have the same.
template <typename Less>
std::vector<int> ranked(std::size_t rows, Less less)
{
    std::vector<std::size_t> order(rows);
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), less);
    std::vector<int> ranks(rows);
    for (std::size_t i = 0; i < rows; ++i)
        ranks[order[i]] = i > 0 && !less(order[i - 1], order[i]) ? ranks[order[i - 1]] : static_cast<int>(i);
    return ranks;
}

} // namespace

RowsOrder::RowsOrder(RowsModel *model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setDynamicSortFilter(false); // a row that is being edited doesn't run away
    const auto forget = [this] { m_lines.clear(); };
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, forget);
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, forget);
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, forget);
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        for (auto row = static_cast<std::size_t>(first.row());
             row <= static_cast<std::size_t>(last.row()) && row < m_lines.size(); ++row)
            m_lines[row].clear();
    });
    setSourceModel(model);
}

void RowsOrder::setWords(const QString &text)
{
    const QStringList words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateFilter();
}

void RowsOrder::sort(int column, Qt::SortOrder order)
{
    // Each row is read once, not once a comparison.
    const auto rows = static_cast<std::size_t>(m_model->rowCount());
    if (column >= 0 && m_model->isNumeric(column)) {
        std::vector<qint64> keys(rows);
        for (std::size_t row = 0; row < rows; ++row)
            keys[row] = m_model->sortNumber(static_cast<int>(row), column);
        m_ranks = ranked(rows, [&](std::size_t left, std::size_t right) { return keys[left] < keys[right]; });
    } else if (column >= 0) {
        const QLocale own;
        QCollator collator(
            own.language() == QLocale::C ? QLocale(QLocale::English) : own); // the C locale knows no numbers
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        std::vector<QCollatorSortKey> keys;
        keys.reserve(rows);
        for (std::size_t row = 0; row < rows; ++row)
            keys.push_back(collator.sortKey(m_model->text(static_cast<int>(row), column)));
        m_ranks
            = ranked(rows, [&](std::size_t left, std::size_t right) { return keys[left].compare(keys[right]) < 0; });
    }
    QSortFilterProxyModel::sort(column, order);
    m_ranks.clear();
}

bool RowsOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto one = static_cast<std::size_t>(left.row());
    const auto other = static_cast<std::size_t>(right.row());
    if (one >= m_ranks.size() || other >= m_ranks.size())
        return one < other;
    return m_ranks[one] < m_ranks[other];
}

bool RowsOrder::filterAcceptsRow(int row, const QModelIndex &) const
{
    if (m_words.isEmpty())
        return true;
    const auto at = static_cast<std::size_t>(row);
    if (m_lines.size() <= at)
        m_lines.resize(std::max(at + 1, static_cast<std::size_t>(m_model->rowCount())));
    if (m_lines[at].isEmpty())
        m_lines[at] = m_model->line(row);
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return m_lines[at].contains(word); });
}

bool RowsOrder::canDropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) const
{
    return isPlain() && QSortFilterProxyModel::canDropMimeData(data, action, row, column, parent);
}

Qt::ItemFlags RowsOrder::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QSortFilterProxyModel::flags(index);
    return isPlain() ? flags : flags & ~(Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled);
}

} // namespace marquee::form
