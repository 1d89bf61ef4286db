// SPDX-License-Identifier: GPL-3.0-or-later
#include "partners/Request.h"

#include "partners/SecretHeaders.h"

namespace marquee::partners {

namespace {

/// What stands for the value wherever it could be seen; nothing where it isn't secret. A header that is secret by its
/// name has one even where nobody said so.
QByteArray standIn(const Header &header)
{
    if (!header.secretName.isEmpty())
        return '$' + header.secretName;
    return isSecretHeader(header.name) ? '$' + header.name.toUpper().replace('-', '_') : QByteArray();
}

QByteArray shown(const Header &header)
{
    const QByteArray secret = standIn(header);
    return secret.isEmpty() ? header.value : secret;
}

QByteArray quoted(const QByteArray &text)
{
    return '\'' + QByteArray(text).replace('\'', "'\\''") + '\'';
}

/// A word that the body doesn't hold as a line of its own.
QByteArray endMark(const QByteArray &body)
{
    QByteArray mark = "END";
    while (body.contains(mark))
        mark += '_';
    return mark;
}

} // namespace

QByteArray toHttp(const Request &request)
{
    QByteArray target = request.url.path(QUrl::FullyEncoded).toUtf8();
    if (request.url.hasQuery())
        target += '?' + request.url.query(QUrl::FullyEncoded).toUtf8();
    QByteArray text = request.method + ' ' + target + " HTTP/1.1\r\nHost: " + request.url.authority().toUtf8() + "\r\n";
    for (const Header &header : request.headers)
        text += header.name + ": " + shown(header) + "\r\n";
    if (!request.body.isEmpty())
        text += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return text + "\r\n" + request.body;
}

QByteArray toCurl(const Request &request)
{
    QByteArray text = "curl --request " + request.method + ' ' + quoted(request.url.toEncoded());
    for (const Header &header : request.headers) {
        // A name in double quotes is filled in by the shell; everything else stays as it is.
        text += " \\\n  --header ";
        const QByteArray secret = standIn(header);
        text += secret.isEmpty() ? quoted(header.name + ": " + header.value) : '"' + header.name + ": " + secret + '"';
    }
    if (request.body.isEmpty())
        return text + '\n';
    const QByteArray mark = endMark(request.body);
    text += " \\\n  --data-binary @- <<'" + mark + "'\n" + request.body;
    return text + (request.body.endsWith('\n') ? "" : "\n") + mark + '\n';
}

} // namespace marquee::partners
