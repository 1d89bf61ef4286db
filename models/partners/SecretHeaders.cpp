// SPDX-License-Identifier: GPL-3.0-or-later
#include "partners/SecretHeaders.h"

#include <algorithm>

namespace marquee::partners {

namespace {

/// Small letters, and nothing between words: "X-Api_Key" is "xapikey".
QByteArray plain(const QByteArray &name)
{
    QByteArray text = name.toLower();
    text.removeIf([](char c) { return c == '-' || c == '_' || c == '.' || c == ' '; });
    return text;
}

} // namespace

bool isSecretHeader(const QByteArray &name)
{
    // By parts: partners invent names, and a header masked in vain costs nothing.
    static const QByteArray parts[] = {"authorization", "cookie", "apikey", "accesskey", "functionskey",
        "subscriptionkey", "licensekey", "authkey", "token", "secret", "password", "passwd", "credential", "signature"};
    const QByteArray text = plain(name);
    return std::any_of(
        std::begin(parts), std::end(parts), [&text](const QByteArray &part) { return text.contains(part); });
}

bool isSecretParameter(const QByteArray &name)
{
    const QByteArray text = plain(name);
    return text == "key" || text == "sig" || text == "auth" || text == "pwd" || isSecretHeader(name);
}

} // namespace marquee::partners
