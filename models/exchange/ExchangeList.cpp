// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ExchangeList.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
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

void ExchangeList::finish(int number, const partners::Reply &reply, const partners::Outcome &outcome, int attempts)
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
    Q_EMIT dataChanged(at, at.siblingAtColumn(ColumnCount - 1));
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

QString ExchangeList::text(const Exchange &exchange, int column) const
{
    const QLocale locale;
    switch (column) {
    case Time:
        return locale.toString(exchange.began.toLocalTime().time(), u"HH:mm:ss"_s);
    case Operation:
        return operationTitle(exchange.operation);
    case Document:
        return exchange.document;
    case Environment:
        return exchange.environment;
    default:
        break;
    }
    if (!exchange.done)
        return column == Outcome ? tr("Sending…") : QString();
    switch (column) {
    case Outcome:
        return outcomeTitle(exchange.outcome.kind);
    case Status:
        return exchange.reply.status == 0 ? tr("none") : QString::number(exchange.reply.status);
    case Duration:
        return tr("%1 ms").arg(locale.toString(exchange.reply.elapsedMs));
    case Size:
        return locale.formattedDataSize(exchange.reply.bytesReceived);
    case Message:
        return exchange.outcome.message;
    default:
        return {};
    }
}

QVariant ExchangeList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Exchange &exchange = *m_exchanges[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(exchange, index.column());
    case Qt::ToolTipRole:
        return index.column() == Message || index.column() == Document ? QVariant(text(exchange, index.column()))
                                                                       : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() >= Status && index.column() <= Size ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                                  : QVariant();
    case NumberRole:
        return exchange.number;
    case OutcomeRole:
        return exchange.done ? static_cast<int>(exchange.outcome.kind) : -1;
    default:
        return {};
    }
}

QVariant ExchangeList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section >= Status && section <= Size ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                    : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Operation:
        return tr("Operation");
    case Document:
        return tr("Document");
    case Environment:
        return tr("Environment");
    case Outcome:
        return tr("Outcome");
    case Status:
        return tr("Status");
    case Duration:
        return tr("Took");
    case Size:
        return tr("Size");
    case Message:
        return tr("What it says");
    default:
        return {};
    }
}

} // namespace marquee::exchange
