// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Operation.h"
#include "partners/Request.h"
#include "payload/Error.h"

#include <QString>
#include <QUrl>

namespace marquee::payload {
class Document;
}

namespace marquee::partners {

/// Where the Prime Video Avails API is, and who asks.
struct PrimeEndpoint
{
    QUrl baseUrl; ///< with the version: https://partnerapi.primevideo.com/v1
    QByteArray apiKey; ///< sent as x-api-key; empty: none is sent
    QByteArray apiKeyName = "PRIME_KEY"; ///< stands for the key wherever it could be seen
};

/// What a request is about; each operation needs some of it.
struct PrimeTarget
{
    QString licensor;
    QString alid; ///< full extracts
    QString transaction; ///< partial extracts: the window's ID
    QString territory; ///< GET and DELETE of full extracts
    QString businessLine;
    QString contract; ///< DELETE of full extracts
};

/// What a document says of itself: licensor, ALID, the first window's ID, territory and
/// contract where all windows share one.
/// Nothing where the document says nothing. For a batch: the licensor of the first path.
PrimeTarget targetOf(const payload::Document &document);

/// `more` put over `target`, where it says something.
PrimeTarget merged(PrimeTarget target, const PrimeTarget &more);

/// The request of an operation. Invalid, with what to give, where the target misses something that the address needs.
Expected<Request> makePrimeRequest(Operation operation, const PrimeTarget &target, const PrimeEndpoint &endpoint,
                                   const QByteArray &body = {});

} // namespace marquee::partners
