// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Outcome.h"
#include "partners/Request.h"
#include "payload/Error.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace marquee::payload {
class Document;
}

namespace marquee::partners {

/// Where Atom Tickets' partner API is, and who asks.
struct AtomEndpoint
{
    QUrl baseUrl; ///< without the version: https://api-beta.atomtickets.com
    QByteArray apiKey; ///< sent as x-api-key; empty: none is sent
    QByteArray apiKeyName = "ATOM_KEY"; ///< stands for the key wherever it could be seen
    QString partner; ///< sent as X-Atom-Partner; empty: none is sent
};

/// What a question is about; each operation needs some of it.
struct AtomTarget
{
    QStringList ids; ///< of productions, in the order in which they are asked for
    QString venue;
    QString start; ///< as it is written: ISO 8601 with a zone, or local without one
    QString end;
    bool isLocal = false; ///< start and end are the venue's own time
    QString marketplace; ///< empty: the partner's own default
    std::optional<int> page; ///< absent: whichever the partner counts as its first
    std::optional<int> pageSize; ///< absent: 25
    QString name; ///< or a part of it
    QString vendorId; ///< what a vendor calls the production
    QString circuit; ///< of that vendor; may be empty

    friend bool operator==(const AtomTarget &, const AtomTarget &) = default;
};

/// `more` put over `target`, where it says something. Dates go together: a start or an end brings its kind along.
AtomTarget merged(AtomTarget target, const AtomTarget &more);

/// What it is about in a word or two, for lists and the journal: the first id and how many more, a venue, a name, a
/// vendor's id. Empty where it is about nothing (a ping).
QString subjectOf(Operation operation, const AtomTarget &target);

/// The request of an operation. Of ProductionByIds the body is `body` byte for byte, or made of the target where that
/// is empty. Invalid, with what to give, where the target misses something, or the address isn't there.
Expected<Request> makeAtomRequest(
    Operation operation, const AtomTarget &target, const AtomEndpoint &endpoint, const QByteArray &body = {});

/// A query document of what the target says: {"ids", "marketplaceId", "page", "pageSize"}, or the venue's with its
/// dates. Two blanks, newline at the end. This is the body of ProductionByIds too.
QByteArray productionQueryBody(const AtomTarget &target);

/// What a query document, or a document of ids, says. Nothing where it says nothing.
AtomTarget atomTargetOf(const payload::Document &document);

/// What a reply of Atom Tickets' partner API says of the operation. Nothing that is asked changes anything, so a reply
/// that can't be read is a failure, and asking again is safe.
Outcome atomOutcome(Operation operation, const Reply &reply);

} // namespace marquee::partners
