// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/JournalExchange.h"

#include "exchange/Masking.h"
#include "payload/Document.h"

#include <QUrlQuery>

#include <array>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using partners::Outcome;

namespace {

/// What the address says that it is about, read from its end: the base may be anything.
partners::PrimeTarget targetFrom(partners::Operation operation, const QUrl &url)
{
    QStringList steps = url.path(QUrl::FullyEncoded).split(u'/');
    if (operation == partners::Operation::ValidateFull || operation == partners::Operation::ValidatePartial)
        steps.removeLast();
    const auto fromEnd = [&steps](qsizetype back) {
        const qsizetype at = steps.size() - 1 - back;
        return at < 0 ? QString() : QUrl::fromPercentEncoding(steps.at(at).toUtf8());
    };
    partners::PrimeTarget target;
    const partners::Reach reach = partners::infoOf(operation).reach;
    target.licensor = fromEnd(reach == partners::Reach::Full ? 2 : 3);
    if (reach == partners::Reach::Full)
        target.alid = fromEnd(0);
    else if (reach == partners::Reach::Partial)
        target.transaction = fromEnd(0);
    const QUrlQuery query(url);
    target.territory = query.queryItemValue(u"territory"_s, QUrl::FullyDecoded);
    target.businessLine = query.queryItemValue(u"businessLine"_s, QUrl::FullyDecoded);
    target.contract = query.queryItemValue(u"contractId"_s, QUrl::FullyDecoded);
    return target;
}

partners::PrimeTarget targetOf(partners::Operation operation, const partners::Request &request)
{
    partners::PrimeTarget target;
    if (const auto document = payload::Document::read(request.body); document && !request.body.isEmpty())
        target = partners::targetOf(**document);
    return partners::merged(target, targetFrom(operation, request.url));
}

std::optional<int> numberIn(const QUrlQuery &query, const QString &name)
{
    bool isNumber = false;
    const int number = query.queryItemValue(name).toInt(&isNumber);
    return isNumber ? std::optional<int>(number) : std::nullopt;
}

/// What a question about productions asked for: its body, or its address from the end.
partners::AtomTarget atomTargetFrom(partners::Operation operation, const partners::Request &request)
{
    partners::AtomTarget target;
    if (operation == partners::Operation::ProductionByIds) {
        if (const auto document = payload::Document::read(request.body))
            target = partners::atomTargetOf(**document);
        return target;
    }
    const QString last = QUrl::fromPercentEncoding(request.url.path(QUrl::FullyEncoded).section(u'/', -1).toUtf8());
    const QUrlQuery query(request.url);
    const auto said = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    if (operation == partners::Operation::ProductionIdsByVenue)
        target.venue = last;
    else if (operation == partners::Operation::ProductionsByVendorId)
        target.vendorId = last;
    target.name = said(u"name"_s);
    target.circuit = said(u"circuitId"_s);
    target.isLocal = query.hasQueryItem(u"localStartDate"_s) || query.hasQueryItem(u"localEndDate"_s);
    target.start = said(target.isLocal ? u"localStartDate"_s : u"isoStartDate"_s);
    target.end = said(target.isLocal ? u"localEndDate"_s : u"isoEndDate"_s);
    target.marketplace = said(u"marketplaceId"_s);
    target.page = numberIn(query, u"page"_s);
    target.pageSize = numberIn(query, u"pageSize"_s);
    return target;
}

/// By what was sent; where that is cut, by what the journal calls it.
partners::MessageTarget messageOf(const JournalRecord &record)
{
    if (const auto document = payload::Document::read(record.request.body))
        return partners::messageTargetOf(**document);
    partners::MessageTarget message;
    const qsizetype slash = record.request.subject.lastIndexOf(u'/');
    message.supplier = record.request.subject.left(slash);
    message.sequence = record.request.subject.mid(slash + 1).toLongLong();
    return message;
}

std::vector<partners::Header> requestHeaders(const HeaderList &headers)
{
    std::vector<partners::Header> list;
    for (const auto &[name, value] : headers) {
        list.push_back(partners::headerFrom(name, value));
        if (value == Masking::Mask)
            list.back().secretName = name.toUpper().replace('-', '_');
    }
    return list;
}

Outcome::Kind kindNamed(const QString &name)
{
    for (const Outcome::Kind kind : {Outcome::Kind::Accepted, Outcome::Kind::Rejected, Outcome::Kind::Failed}) {
        if (name == partners::outcomeName(kind))
            return kind;
    }
    return Outcome::Kind::Unknown;
}

int exitCodeOf(Outcome::Kind kind)
{
    constexpr std::array codes{0, 1, 4, 5};
    return codes[static_cast<std::size_t>(kind)];
}

} // namespace

std::optional<Exchange> exchangeOf(const JournalRecord &record)
{
    const auto operation = partners::operationNamed(record.request.operation.toStdString());
    if (!operation)
        return std::nullopt;
    Exchange exchange;
    exchange.began = record.request.started;
    exchange.environment = record.request.environment;
    exchange.operation = *operation;
    exchange.document = record.request.document;
    exchange.request.method = record.request.method;
    exchange.request.url = QUrl::fromEncoded(record.request.url);
    exchange.request.headers = requestHeaders(record.request.headers);
    exchange.request.body = record.request.body;
    switch (partners::infoOf(*operation).partner) {
    case partners::Partner::Showtime:
        exchange.message = messageOf(record);
        break;
    case partners::Partner::Atom:
        exchange.atom = atomTargetFrom(*operation, exchange.request);
        break;
    case partners::Partner::Prime:
        exchange.target = targetOf(*operation, exchange.request);
        break;
    }
    exchange.journal = record.id;
    exchange.run = record.request.run;
    exchange.isCut = record.bodiesCut || record.request.body.contains(Masking::Mask);
    exchange.done = !record.isRunning;
    exchange.attempts = record.reply.attempts;
    partners::Reply &reply = exchange.reply;
    reply.transport
        = record.reply.status != 0 ? partners::Reply::Transport::Answered : partners::Reply::Transport::Lost;
    reply.problem = record.reply.problem;
    reply.status = record.reply.status;
    reply.headers = record.reply.headers;
    reply.body = record.reply.body;
    reply.elapsedMs = record.reply.elapsedMs;
    reply.bytesSent = record.reply.bytesSent;
    reply.bytesReceived = record.reply.bytesReceived;
    exchange.outcome.kind = kindNamed(record.reply.outcome);
    exchange.outcome.exitCode = exitCodeOf(exchange.outcome.kind);
    exchange.outcome.message = record.reply.message;
    if (exchange.outcome.kind == Outcome::Kind::Rejected && !reply.body.isEmpty())
        exchange.outcome.errors = partners::outcomeOf(*operation, reply).errors;
    return exchange;
}

JournalRecord recordOf(const Exchange &exchange)
{
    const Masking masking;
    JournalRecord record;
    record.id = exchange.journal;
    record.request.started = exchange.began;
    record.request.environment = exchange.environment;
    record.request.operation = QString::fromUtf8(partners::infoOf(exchange.operation).name.data());
    record.request.document = exchange.document;
    record.request.subject = partners::infoOf(exchange.operation).partner == partners::Partner::Atom
        ? partners::subjectOf(exchange.operation, exchange.atom)
        : exchange.message.name();
    record.request.method = exchange.request.method;
    record.request.url = masking.url(exchange.request.url);
    record.request.headers = masking.headers(exchange.request.headers);
    record.request.body = exchange.request.body;
    record.isRunning = !exchange.done;
    record.reply.outcome = QString(partners::outcomeName(exchange.outcome.kind));
    record.reply.message = exchange.outcome.message;
    record.reply.status = exchange.reply.status;
    record.reply.attempts = exchange.attempts;
    record.reply.elapsedMs = exchange.reply.elapsedMs;
    record.reply.bytesSent = exchange.reply.bytesSent;
    record.reply.bytesReceived = exchange.reply.bytesReceived;
    record.reply.requestId = QString::fromLatin1(partners::requestIdOf(exchange.reply));
    record.reply.headers = masking.headers(exchange.reply.headers);
    record.reply.body = exchange.reply.body;
    return record;
}

} // namespace marquee::exchange
