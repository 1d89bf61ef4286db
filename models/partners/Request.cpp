// SPDX-License-Identifier: GPL-3.0-or-later
#include "partners/Request.h"

#include "partners/SecretHeaders.h"

namespace marquee::partners {

namespace {

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

/// As an option of curl. What stands in double quotes is filled in by the shell; everything else stays as it is.
QByteArray option(const Header &header)
{
    if (!header.user.isEmpty() && !header.secretName.isEmpty())
        return "--user " + quoted(header.user + ':') + "\"$" + header.secretName + '"';
    const QByteArray secret = standIn(header);
    return "--header "
        + (secret.isEmpty() ? quoted(header.name + ": " + header.value) : '"' + header.name + ": " + secret + '"');
}

const QByteArray basic = "Basic ";

} // namespace

QByteArray standIn(const Header &header)
{
    if (!header.secretName.isEmpty())
        return (header.user.isEmpty() ? QByteArray() : QByteArray(basic + header.user + ':')) + '$' + header.secretName;
    return isSecretHeader(header.name) ? '$' + header.name.toUpper().replace('-', '_') : QByteArray();
}

Header headerFrom(const QByteArray &name, const QByteArray &shown)
{
    Header header{name, shown, {}};
    if (!isSecretHeader(name))
        return header;
    const qsizetype dollar = shown.lastIndexOf(":$");
    if (shown.startsWith('$')) {
        header.secretName = shown.mid(1);
    } else if (shown.startsWith(basic) && dollar > basic.size()) {
        header.user = shown.mid(basic.size(), dollar - basic.size());
        header.secretName = shown.mid(dollar + 2);
    }
    return header;
}

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
    for (const Header &header : request.headers)
        text += " \\\n  " + option(header);
    if (request.body.isEmpty())
        return text + '\n';
    const QByteArray mark = endMark(request.body);
    text += " \\\n  --data-binary @- <<'" + mark + "'\n" + request.body;
    return text + (request.body.endsWith('\n') ? "" : "\n") + mark + '\n';
}

} // namespace marquee::partners
