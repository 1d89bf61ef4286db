// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ExchangeList.h"
#include "partners/Prime.h"
#include "payload/Error.h"

namespace marquee::payload {
class Document;
}

namespace marquee::exchange {

class EnvironmentList;
struct Environment;

/// What is to be done with a document at the partner, said in one word.
enum class Intent : std::uint8_t { Put, Get, Delete, Validate };

/// The operation that it means for this document: a batch's, a partial extract's where the document says that it is
/// one, else a full extract's. A message of performances can only be posted; that is what Put means for it. A
/// question about productions, or a list of their ids, can only be asked; that is what Get means for it.
partners::Operation operationFor(Intent intent, const payload::Document &document);

/// Whether that can be done with this document at all.
bool isPossible(Intent intent, const payload::Document &document);

/// An exchange that is ready to be sent by the chosen environment. `target` is put over what the document says of
/// itself. The key isn't in it: whoever sends gets it. Errors: what the address misses, what the environment misses,
/// and Invalid where the operation is for another kind of document.
Expected<Exchange> prepare(partners::Operation operation, const payload::Document &document, const EnvironmentList &environments,
                           const partners::PrimeTarget &target = {});

/// A question to Atom Tickets, ready to be sent by that environment. `body`, where there is one, goes out byte for
/// byte; else it is made of the target. The key isn't in it. Errors: what the question misses, what the environment
/// misses, and Invalid for another partner's operation.
Expected<Exchange> prepareQuery(partners::Operation operation, const partners::AtomTarget &target,
    const Environment &environment, const QByteArray &body = {});

} // namespace marquee::exchange
