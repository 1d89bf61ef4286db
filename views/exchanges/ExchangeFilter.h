// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ExchangeList.h"
#include "exchange/JournalList.h"

#include <QSortFilterProxyModel>

namespace marquee::exchanges {

/// The rows that the table shows: those of this session that the filter leaves, or what the journal found, which
/// filters by itself.
class ExchangeFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// The list has to outlive it. Shows this session.
    explicit ExchangeFilter(exchange::ExchangeList &list, QObject *parent = nullptr);

    void showSession();
    void showJournal(exchange::JournalList &journal); ///< which has to outlive it
    bool isSession() const { return sourceModel() == &m_list; }

    /// For this session. Empty members don't filter.
    void setFilter(const exchange::JournalFilter &filter);
    const exchange::Exchange *at(int row) const; ///< of the journal: without bodies

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    exchange::ExchangeList &m_list;
    exchange::JournalList *m_journal = nullptr;
    exchange::JournalFilter m_wanted;
};

} // namespace marquee::exchanges
