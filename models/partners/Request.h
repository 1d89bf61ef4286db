// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <vector>

namespace marquee::partners {

/// One header. A secret one has a name instead of its value wherever people or files could see it.
struct Header
{
    QByteArray name;
    QByteArray value;
    QByteArray secretName; ///< "PRIME_KEY" is shown as $PRIME_KEY; empty: nothing secret
    /// Of HTTP Basic: who signs in. Only the password is secret then, and it is the password that the secret's name
    /// stands for.
    QByteArray user = {};
};

/// A request, ready to be sent. A value.
struct Request
{
    QByteArray method;
    QUrl url;
    std::vector<Header> headers;
    QByteArray body; ///< sent as it is, byte for byte
};

/// What stands for a header's value wherever people or files could see it: "$PRIME_KEY", or "Basic USER:$NAME". Empty
/// where nothing of it is secret. A header that is secret by its name has one even where nobody said so.
QByteArray standIn(const Header &header);
/// The secret's name and the user back from what stands in for them; both empty where it isn't that.
Header headerFrom(const QByteArray &name, const QByteArray &shown);

/// The request as it goes over the wire, secrets as $NAMES.
QByteArray toHttp(const Request &request);
/// The same as a command for a shell, secrets as $NAMES that the shell fills in. The body is read from standard input,
/// by a here-document.
QByteArray toCurl(const Request &request);

} // namespace marquee::partners
