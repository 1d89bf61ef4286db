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
};

/// A request, ready to be sent. A value.
struct Request
{
    QByteArray method;
    QUrl url;
    std::vector<Header> headers;
    QByteArray body; ///< sent as it is, byte for byte
};

/// The request as it goes over the wire, secrets as $NAMES.
QByteArray toHttp(const Request &request);
/// The same as a command for a shell, secrets as $NAMES that the shell fills in. The body is read from standard input,
/// by a here-document.
QByteArray toCurl(const Request &request);

} // namespace marquee::partners
