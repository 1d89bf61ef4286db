// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchanges/ExchangeFilter.h"

namespace marquee::exchanges {

using namespace Qt::StringLiterals;
using exchange::Exchange;
using exchange::ExchangeList;

ExchangeFilter::ExchangeFilter(ExchangeList &list, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_list(list)
{
    setSourceModel(&m_list);
}

void ExchangeFilter::showSession()
{
    if (!isSession())
        setSourceModel(&m_list);
}

void ExchangeFilter::showJournal(exchange::JournalList &journal)
{
    m_journal = &journal;
    if (sourceModel() != m_journal)
        setSourceModel(m_journal);
}

void ExchangeFilter::setFilter(const exchange::JournalFilter &filter)
{
    m_wanted = filter;
    if (isSession())
        invalidateFilter();
}

const Exchange *ExchangeFilter::at(int row) const
{
    const int there = mapToSource(index(row, 0)).row();
    if (there < 0)
        return nullptr;
    return isSession() ? m_list.at(there) : m_journal->at(there);
}

bool ExchangeFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!isSession() || parent.isValid())
        return true;
    const Exchange &exchange = *m_list.at(row);
    if (!m_wanted.environment.isEmpty() && exchange.environment != m_wanted.environment)
        return false;
    if (!m_wanted.operation.isEmpty()
        && m_wanted.operation != QLatin1StringView(partners::infoOf(exchange.operation).name))
        return false;
    if (!m_wanted.outcome.isEmpty()
        && (!exchange.done || m_wanted.outcome != partners::outcomeName(exchange.outcome.kind)))
        return false;
    if (m_wanted.text.isEmpty())
        return true;
    for (int column = 0; column < ExchangeList::ColumnCount; ++column) {
        if (m_list.index(row, column).data().toString().contains(m_wanted.text, Qt::CaseInsensitive))
            return true;
    }
    return exchange.request.url.toDisplayString().contains(m_wanted.text, Qt::CaseInsensitive);
}

} // namespace marquee::exchanges
