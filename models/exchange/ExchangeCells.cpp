// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ExchangeCells.h"

#include <QLocale>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

namespace {

/// With its day where that isn't today.
QString moment(const QDateTime &utc)
{
    const QLocale locale;
    const QDateTime local = utc.toLocalTime();
    if (local.date() == QDate::currentDate())
        return locale.toString(local.time(), u"HH:mm:ss"_s);
    return locale.toString(local.date(), QLocale::ShortFormat) + u' ' + locale.toString(local.time(), u"HH:mm"_s);
}

QString text(const Exchange &exchange, int column)
{
    const QLocale locale;
    switch (column) {
    case ExchangeList::Time:
        return moment(exchange.began);
    case ExchangeList::Operation:
        return operationTitle(exchange.operation);
    case ExchangeList::Document:
        return exchange.document;
    case ExchangeList::Environment:
        return exchange.environment;
    default:
        break;
    }
    if (!exchange.done)
        return column == ExchangeList::Outcome ? ExchangeList::tr("Sending…") : QString();
    switch (column) {
    case ExchangeList::Outcome:
        return exchange.isAsked ? ExchangeList::tr("Asking…") : outcomeTitle(exchange);
    case ExchangeList::Status:
        return exchange.reply.status == 0 ? ExchangeList::tr("none") : QString::number(exchange.reply.status);
    case ExchangeList::Duration:
        return ExchangeList::tr("%1 ms").arg(locale.toString(exchange.reply.elapsedMs));
    case ExchangeList::Size:
        return locale.formattedDataSize(exchange.reply.bytesReceived);
    case ExchangeList::Message:
        return exchange.outcome.message;
    default:
        return {};
    }
}

} // namespace

QVariant exchangeCell(const Exchange &exchange, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return text(exchange, column);
    case Qt::ToolTipRole:
        return column == ExchangeList::Message || column == ExchangeList::Document ? QVariant(text(exchange, column))
                                                                                   : QVariant();
    case Qt::TextAlignmentRole:
        return column >= ExchangeList::Status && column <= ExchangeList::Size
            ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
            : QVariant();
    case ExchangeList::NumberRole:
        return exchange.number;
    case ExchangeList::OutcomeRole:
        return exchange.done && !exchange.isAsked ? static_cast<int>(exchange.outcome.kind) : -1;
    case ExchangeList::JournalRole:
        return exchange.journal;
    default:
        return {};
    }
}

QVariant exchangeHeader(int section, Qt::Orientation orientation, int role)
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section >= ExchangeList::Status && section <= ExchangeList::Size
            ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
            : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ExchangeList::Time:
        return ExchangeList::tr("Time");
    case ExchangeList::Operation:
        return ExchangeList::tr("Operation");
    case ExchangeList::Document:
        return ExchangeList::tr("Document");
    case ExchangeList::Environment:
        return ExchangeList::tr("Environment");
    case ExchangeList::Outcome:
        return ExchangeList::tr("Outcome");
    case ExchangeList::Status:
        return ExchangeList::tr("Status");
    case ExchangeList::Duration:
        return ExchangeList::tr("Took");
    case ExchangeList::Size:
        return ExchangeList::tr("Size");
    case ExchangeList::Message:
        return ExchangeList::tr("What it says");
    default:
        return {};
    }
}

} // namespace marquee::exchange
