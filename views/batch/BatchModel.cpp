// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/BatchModel.h"

#include "exchanges/Outcomes.h"
#include "shell/theme/Icons.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace marquee::batch {

using namespace Qt::StringLiterals;
using exchange::BatchDesk;
using exchange::BatchItem;
using partners::Outcome;

namespace {

constexpr std::size_t OnItsWay = 4;
constexpr std::size_t Waiting = 5;
constexpr int MostSteps = 64; ///< more ranges than that are told as a new list

/// Runs of neighbours, in an ascending list: first and last of each.
template <class List>
std::vector<std::pair<int, int>> ranges(const List &ascending)
{
    std::vector<std::pair<int, int>> found;
    for (const int value : ascending) {
        if (!found.empty() && found.back().second == value - 1)
            found.back().second = value;
        else
            found.emplace_back(value, value);
    }
    return found;
}

} // namespace

BatchModel::BatchModel(BatchDesk &desk, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(&desk)
{
    connect(&desk, &BatchDesk::itemsReset, this, &BatchModel::reset);
    connect(&desk, &BatchDesk::itemsChanged, this, &BatchModel::itemsChanged);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &BatchModel::refreshIcons);
    refreshIcons();
}

void BatchModel::refreshIcons()
{
    for (const auto kind :
        {Outcome::Kind::Accepted, Outcome::Kind::Rejected, Outcome::Kind::Failed, Outcome::Kind::Unknown})
        m_icons[static_cast<std::size_t>(kind)]
            = theme::dotIcon(theme::color(exchanges::lookOf(static_cast<int>(kind)).token));
    m_missed = theme::severityIcon(rules::Severity::Error);
    m_icons[OnItsWay] = theme::dotIcon(theme::color(theme::Token::Hint));
    m_icons[Waiting] = theme::dotIcon(theme::color(theme::Token::Line));
}

bool BatchModel::isShown(int item) const
{
    if (m_filter == All)
        return true;
    const BatchItem &one = m_desk->item(item);
    if (one.state != BatchItem::State::Done)
        return false;
    switch (one.outcome) {
    case Outcome::Kind::Accepted:
        return m_filter.testFlag(Accepted);
    case Outcome::Kind::Rejected:
        return m_filter.testFlag(Rejected);
    case Outcome::Kind::Failed:
        return m_filter.testFlag(Failed);
    case Outcome::Kind::Unknown:
        break;
    }
    return m_filter.testFlag(Unknown);
}

void BatchModel::reset()
{
    beginResetModel();
    m_rows.clear();
    for (int item = 0; m_filter != All && item < m_desk->size(); ++item) {
        if (isShown(item))
            m_rows.push_back(item);
    }
    endResetModel();
}

void BatchModel::setFilter(Filter filter)
{
    if (m_filter == filter || !m_desk)
        return;
    m_filter = filter;
    reset();
}

int BatchModel::itemAt(int row) const
{
    return m_filter == All ? row : m_rows[static_cast<std::size_t>(row)];
}

int BatchModel::rowOf(int item) const
{
    if (m_filter == All)
        return item;
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), item);
    return at != m_rows.end() && *at == item ? static_cast<int>(at - m_rows.begin()) : -1;
}

void BatchModel::itemsChanged(const QList<int> &items)
{
    if (m_filter == All) {
        tellUnfiltered(items);
        return;
    }
    QList<int> gone, came, stayed;
    for (const int item : items) {
        const int row = rowOf(item);
        const bool shown = isShown(item);
        if (row >= 0)
            (shown ? stayed : gone) << item;
        else if (shown)
            came << item;
    }
    if (gone.size() + came.size() > MostSteps * 4) {
        reset();
        return;
    }
    takeOut(gone);
    putIn(came);
    for (const int item : stayed)
        Q_EMIT dataChanged(index(rowOf(item), 0), index(rowOf(item), ColumnCount - 1));
}

void BatchModel::tellUnfiltered(const QList<int> &items)
{
    const auto changed = ranges(items);
    if (changed.size() > MostSteps) { // one look at what is in sight is cheaper
        Q_EMIT dataChanged(index(items.front(), 0), index(items.back(), ColumnCount - 1));
        return;
    }
    for (const auto &[first, last] : changed)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

void BatchModel::takeOut(const QList<int> &items)
{
    std::vector<int> rows;
    for (const int item : items)
        rows.push_back(rowOf(item));
    const auto gone = ranges(rows);
    for (auto range = gone.rbegin(); range != gone.rend(); ++range) {
        beginRemoveRows({}, range->first, range->second);
        m_rows.erase(m_rows.begin() + range->first, m_rows.begin() + range->second + 1);
        endRemoveRows();
    }
}

void BatchModel::putIn(const QList<int> &items)
{
    for (qsizetype i = 0; i < items.size();) {
        const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), items[i]);
        qsizetype end = i + 1; // those that go to the same place
        while (end < items.size() && (at == m_rows.end() || items[end] < *at))
            ++end;
        const int row = static_cast<int>(at - m_rows.begin());
        beginInsertRows({}, row, row + static_cast<int>(end - i) - 1);
        m_rows.insert(at, items.begin() + i, items.begin() + end);
        endInsertRows();
        i = end;
    }
}

int BatchModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_desk)
        return 0;
    return m_filter == All ? m_desk->size() : static_cast<int>(m_rows.size());
}

int BatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BatchModel::outcomeText(const BatchItem &item) const
{
    if (item.state == BatchItem::State::Waiting)
        return tr("Waiting");
    if (item.state == BatchItem::State::Sending)
        return m_desk->options().dryRun ? tr("Ready to send") : tr("On its way");
    switch (item.outcome) {
    case Outcome::Kind::Accepted:
        return tr("Accepted");
    case Outcome::Kind::Rejected:
        return tr("Rejected");
    case Outcome::Kind::Failed:
        return tr("Failed");
    case Outcome::Kind::Unknown:
        break;
    }
    return tr("Unknown");
}

QIcon BatchModel::icon(const BatchItem &item) const
{
    if (item.verdict == BatchItem::Verdict::Met)
        return m_icons[static_cast<std::size_t>(Outcome::Kind::Accepted)]; // a rejection that was wanted is green
    if (item.verdict == BatchItem::Verdict::Missed)
        return m_missed;
    if (item.state == BatchItem::State::Done)
        return m_icons[static_cast<std::size_t>(item.outcome)];
    if (item.state == BatchItem::State::Waiting)
        return m_icons[Waiting];
    return m_icons[m_desk->options().dryRun ? static_cast<std::size_t>(Outcome::Kind::Accepted) : OnItsWay];
}

QString BatchModel::text(int item, int column) const
{
    const BatchItem &one = m_desk->item(item);
    const QLocale locale;
    switch (column) {
    case Number:
        return locale.toString(item + 1);
    case Document:
        return QFileInfo(m_desk->file(item)).fileName()
            + (one.place >= 0 ? u" · "_s + locale.toString(one.place + 1) : QString());
    case Transaction:
        return one.transaction;
    case Outcome:
        return one.verdict == BatchItem::Verdict::Met   ? tr("%1, as expected").arg(outcomeText(one))
            : one.verdict == BatchItem::Verdict::Missed ? tr("%1, not as expected").arg(outcomeText(one))
                                                        : outcomeText(one);
    case Status:
        return one.status > 0 ? QString::number(one.status) : QString();
    case Attempts:
        return one.attempts > 0 ? locale.toString(one.attempts) : QString();
    case Time:
        return one.state == BatchItem::State::Done && one.attempts > 0 ? tr("%1 ms").arg(locale.toString(one.elapsedMs))
                                                                       : QString();
    default:
        return one.message;
    }
}

QVariant BatchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_desk || index.row() >= rowCount())
        return {};
    const int item = itemAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(item, index.column());
    case Qt::ToolTipRole:
        return index.column() == Document ? m_desk->file(item)
            : index.column() == Message   ? m_desk->item(item).message
            : index.column() == Outcome && !m_desk->item(item).expectation.isEmpty()
            ? tr("Expected: %1").arg(m_desk->item(item).expectation)
            : QString();
    case Qt::DecorationRole:
        return index.column() == Outcome ? QVariant(icon(m_desk->item(item))) : QVariant();
    case Qt::TextAlignmentRole: {
        const bool isNumber = index.column() == Number || index.column() == Status || index.column() == Attempts
            || index.column() == Time;
        return QVariant::fromValue(Qt::Alignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    default:
        return {};
    }
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(
            (section == Number || section == Status || section == Attempts || section == Time ? Qt::AlignRight
                                                                                              : Qt::AlignLeft)
            | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Item");
    case Document:
        return tr("Document");
    case Transaction:
        return tr("Transaction");
    case Outcome:
        return tr("Outcome");
    case Status:
        return tr("Status");
    case Attempts:
        return tr("Attempts");
    case Time:
        return tr("Time");
    default:
        return tr("Message");
    }
}

} // namespace marquee::batch
