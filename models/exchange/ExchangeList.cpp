// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ExchangeList.h"

#include "exchange/ExchangeCells.h"
#include "partners/Settling.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::exchange {

using partners::Operation;

QString operationTitle(partners::Operation operation)
{
    const char *title = "";
    switch (operation) {
    case Operation::PutFull:
        title = QT_TRANSLATE_NOOP("exchange", "Put full extract");
        break;
    case Operation::GetFull:
        title = QT_TRANSLATE_NOOP("exchange", "Get full extract");
        break;
    case Operation::DeleteFull:
        title = QT_TRANSLATE_NOOP("exchange", "Delete full extract");
        break;
    case Operation::ValidateFull:
        title = QT_TRANSLATE_NOOP("exchange", "Validate full extract");
        break;
    case Operation::PutPartial:
        title = QT_TRANSLATE_NOOP("exchange", "Put partial extract");
        break;
    case Operation::GetPartial:
        title = QT_TRANSLATE_NOOP("exchange", "Get partial extract");
        break;
    case Operation::DeletePartial:
        title = QT_TRANSLATE_NOOP("exchange", "Delete partial extract");
        break;
    case Operation::ValidatePartial:
        title = QT_TRANSLATE_NOOP("exchange", "Validate partial extract");
        break;
    case Operation::BatchPut:
        title = QT_TRANSLATE_NOOP("exchange", "Put batch");
        break;
    case Operation::BatchGet:
        title = QT_TRANSLATE_NOOP("exchange", "Get batch");
        break;
    case Operation::BatchDelete:
        title = QT_TRANSLATE_NOOP("exchange", "Delete batch");
        break;
    case Operation::BatchValidate:
        title = QT_TRANSLATE_NOOP("exchange", "Validate batch");
        break;
    case Operation::PostPerformance:
        title = QT_TRANSLATE_NOOP("exchange", "Post performances");
        break;
    case Operation::ProductionByIds:
        title = QT_TRANSLATE_NOOP("exchange", "Productions by ids");
        break;
    case Operation::ProductionIdsByVenue:
        title = QT_TRANSLATE_NOOP("exchange", "Production ids of a venue");
        break;
    case Operation::ProductionsByName:
        title = QT_TRANSLATE_NOOP("exchange", "Productions by name");
        break;
    case Operation::ProductionsByVendorId:
        title = QT_TRANSLATE_NOOP("exchange", "Productions by vendor id");
        break;
    case Operation::AtomPing:
        title = QT_TRANSLATE_NOOP("exchange", "Ping Atom Tickets");
        break;
    }
    return QCoreApplication::translate("exchange", title);
}

QString outcomeTitle(partners::Outcome::Kind kind)
{
    switch (kind) {
    case partners::Outcome::Kind::Accepted:
        return QCoreApplication::translate("exchange", "Accepted");
    case partners::Outcome::Kind::Rejected:
        return QCoreApplication::translate("exchange", "Rejected");
    case partners::Outcome::Kind::Failed:
        return QCoreApplication::translate("exchange", "Failed");
    case partners::Outcome::Kind::Unknown:
        break;
    }
    return QCoreApplication::translate("exchange", "Unknown");
}

QString outcomeTitle(const Exchange &exchange)
{
    const bool isQueued = exchange.operation == partners::Operation::PostPerformance && exchange.outcome.kind == partners::Outcome::Kind::Accepted;
    return isQueued ? QCoreApplication::translate("exchange", "Queued") : outcomeTitle(exchange.outcome.kind);
}

bool canAskBack(const Exchange &exchange)
{
    const bool isOpen = exchange.done && !exchange.isAsked && exchange.outcome.kind == partners::Outcome::Kind::Unknown;
    const auto asking = partners::askingBack(exchange.operation);
    if (!isOpen || !asking || (exchange.run != 0 && exchange.attempts == 0))
        return false;
    const bool needsBody = partners::infoOf(exchange.operation).hasBody;
    return !exchange.isCut || !needsBody;
}

int ExchangeList::add(Exchange exchange)
{
    if (m_exchanges.size() == static_cast<std::size_t>(Most)) {
        beginRemoveRows({}, Most - 1, Most - 1);
        m_exchanges.pop_back();
        endRemoveRows();
    }
    exchange.number = ++m_last;
    beginInsertRows({}, 0, 0);
    m_exchanges.insert(m_exchanges.begin(), std::make_unique<Exchange>(std::move(exchange)));
    endInsertRows();
    return m_last;
}

void ExchangeList::finish(
    int number, const partners::Reply &reply, const partners::Outcome &outcome, int attempts, qint64 journal)
{
    const QModelIndex at = indexOf(number);
    if (!at.isValid())
        return;
    Exchange &exchange = *m_exchanges[static_cast<std::size_t>(at.row())];
    if (exchange.done)
        return; // it ends once
    exchange.done = true;
    exchange.reply = reply;
    exchange.outcome = outcome;
    exchange.attempts = attempts;
    exchange.journal = journal;
    Q_EMIT dataChanged(at, at.siblingAtColumn(ColumnCount - 1));
}

bool ExchangeList::beginAsking(int number)
{
    const QModelIndex at = indexOf(number);
    if (!at.isValid())
        return false;
    Exchange &exchange = *m_exchanges[static_cast<std::size_t>(at.row())];
    if (!exchange.done || exchange.isAsked)
        return false;
    exchange.isAsked = true;
    Q_EMIT dataChanged(at, at.siblingAtColumn(ColumnCount - 1));
    return true;
}

void ExchangeList::settle(int number, const partners::Outcome &outcome)
{
    const QModelIndex at = indexOf(number);
    if (!at.isValid())
        return;
    Exchange &exchange = *m_exchanges[static_cast<std::size_t>(at.row())];
    exchange.isAsked = false;
    exchange.outcome = outcome;
    Q_EMIT dataChanged(at, at.siblingAtColumn(ColumnCount - 1));
}

int ExchangeList::numberOf(qint64 journal) const
{
    for (const auto &exchange : m_exchanges) {
        if (journal != 0 && exchange->journal == journal)
            return exchange->number;
    }
    return 0;
}

const Exchange *ExchangeList::find(int number) const
{
    const QModelIndex at = indexOf(number);
    return at.isValid() ? m_exchanges[static_cast<std::size_t>(at.row())].get() : nullptr;
}

QModelIndex ExchangeList::indexOf(int number) const
{
    const auto at
        = std::find_if(m_exchanges.begin(), m_exchanges.end(), [number](const auto &e) { return e->number == number; });
    return at == m_exchanges.end() ? QModelIndex() : index(static_cast<int>(at - m_exchanges.begin()), 0);
}

int ExchangeList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_exchanges.size());
}

int ExchangeList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ExchangeList::data(const QModelIndex &index, int role) const
{
    return index.isValid() ? exchangeCell(*at(index.row()), index.column(), role) : QVariant();
}

QVariant ExchangeList::headerData(int section, Qt::Orientation orientation, int role) const
{
    return exchangeHeader(section, orientation, role);
}

} // namespace marquee::exchange
