// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Repeat.h"

#include "exchange/Environment.h"
#include "exchange/Prepare.h"

#include <QCoreApplication>

namespace marquee::exchange {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Repeat", text);
}

Error invalid(const QString &message, const QString &nextStep)
{
    Error error;
    error.code = Error::Code::Invalid;
    error.message = message;
    error.nextStep = nextStep;
    return error;
}

Error missing(const Environment &environment, const QString &partner)
{
    return invalid(tr("The environment “%1” says nothing of %2.").arg(environment.name, partner),
        tr("Choose another environment, or add %1 to it.").arg(partner));
}

Expected<Exchange> repeatedAtPrime(const Exchange &earlier, const Environment &environment)
{
    if (!environment.prime || environment.prime->baseUrl.isEmpty())
        return tl::unexpected(missing(environment, tr("Prime Video")));
    partners::PrimeTarget target = earlier.target;
    if (target.licensor.isEmpty())
        target.licensor = environment.prime->licensor;
    partners::PrimeEndpoint endpoint;
    endpoint.baseUrl = environment.prime->baseUrl;
    if (environment.prime->apiKey.kind != SecretSource::Kind::None) {
        endpoint.apiKeyName = environment.prime->apiKey.name.toUtf8();
        endpoint.apiKey = "hidden"; // shown by its name only; whoever sends gets it
    }
    auto request = partners::makePrimeRequest(earlier.operation, target, endpoint, earlier.request.body);
    if (!request)
        return tl::unexpected(request.error());
    Exchange exchange;
    exchange.environment = environment.name;
    exchange.operation = earlier.operation;
    exchange.target = target;
    exchange.request = std::move(*request);
    return exchange;
}

} // namespace

bool canRepeat(partners::Operation operation)
{
    const partners::OperationInfo &info = partners::infoOf(operation);
    return !info.changes && info.partner != partners::Partner::Showtime;
}

Expected<Exchange> repeated(const Exchange &earlier, const Environment &environment)
{
    if (partners::infoOf(earlier.operation).partner == partners::Partner::Showtime)
        return tl::unexpected(invalid(tr("A message isn't posted again as it is: it needs another number."), tr("Open what was sent as a document, and send that.")));
    const bool isAtom = partners::infoOf(earlier.operation).partner == partners::Partner::Atom;
    if (isAtom && (!environment.atom || environment.atom->baseUrl.isEmpty()))
        return tl::unexpected(missing(environment, tr("Atom Tickets")));
    auto exchange = isAtom ? prepareQuery(earlier.operation, earlier.atom, environment, earlier.request.body)
                           : repeatedAtPrime(earlier, environment);
    if (exchange && !earlier.document.isEmpty())
        exchange->document = earlier.document;
    return exchange;
}

bool isSameCall(const Exchange &one, const Exchange &other)
{
    if (one.operation != other.operation)
        return false;
    // The address says it all but for its beginning, which is the environment's, and what is asked in the body.
    const auto asks = [](const Exchange &exchange) {
        const QString path = exchange.request.url.path();
        const qsizetype known = partners::infoOf(exchange.operation).partner == partners::Partner::Atom ? path.indexOf(QLatin1StringView("/partner/"))
                                                                                                          : path.indexOf(QLatin1StringView("/avails/"));
        return known < 0 ? path : path.mid(known);
    };
    // A row of the journal may be here without its bodies; then what it is called says what was asked.
    const bool haveBodies = one.request.body.isEmpty() == other.request.body.isEmpty();
    return asks(one) == asks(other) && one.request.url.query() == other.request.url.query()
        && (haveBodies ? one.request.body == other.request.body : one.document == other.document);
}

} // namespace marquee::exchange
