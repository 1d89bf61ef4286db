// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Request.h"
#include "payload/Edit.h"
#include "payload/Error.h"

#include <QString>
#include <QUrl>

#include <vector>

namespace marquee::payload {
class Document;
}

namespace marquee::partners {

/// Where Showtime's Entity Posting API is, and who posts.
struct ShowtimeEndpoint
{
    QUrl baseUrl; ///< as it is written, its trailing slash among it: https://circuit.example/data/pos/
    QByteArray user; ///< of HTTP Basic
    QByteArray password;
    QByteArray passwordName = "SHOWTIME_PASSWORD"; ///< stands for the password wherever it could be seen
    QByteArray contentType = "text/xml; charset=UTF-8"; ///< no source says which; it is the environment's
};

/// What a message is about, by its own words.
struct MessageTarget
{
    struct Entity
    {
        QString id;
        QString siteId;

        friend bool operator==(const Entity &, const Entity &) = default;
    };

    QString supplier; ///< dataSupplierId
    qint64 sequence = 0; ///< messageSequence; 0: none, or not a number above 0
    std::vector<Entity> performances;

    /// "SUPPLIER/NUMBER": what the journal and the lines of a batch call a message. Empty where it has no supplier or
    /// number.
    QString name() const;
    static QString nameOf(const QString &supplier, qint64 sequence);
};

/// A message of performances, by its outermost element (in whatever letter case: that is a mistake which has a rule).
bool isMessage(const payload::Document &document);

/// What the document says; nothing where it isn't a message.
MessageTarget messageTargetOf(const payload::Document &document);

/// The edit that makes `number` the message's messageSequence. The document is a message.
payload::Edit numberingEdit(const payload::Document &document, qint64 number);

/// The POST of a message, its body byte for byte. Invalid, with what to do, where the endpoint has no address, user or
/// password, a colon in the user (HTTP Basic has no way to write it), or a content type that isn't one line.
Expected<Request> makeShowtimeRequest(const ShowtimeEndpoint &endpoint, const QByteArray &body);

} // namespace marquee::partners
