// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Masking.h"

#include "partners/SecretHeaders.h"
#include "payload/JsonText.h"

#include <QUrlQuery>

#include <algorithm>

namespace marquee::exchange {

namespace {

/// Anything shorter would mask half of every text, and is no secret.
constexpr qsizetype ShortestSecret = 4;

} // namespace

Masking::Masking(const QStringList &headers, const QList<QByteArray> &secrets)
{
    for (const QString &header : headers)
        m_headers << header.trimmed().toUtf8().toLower();
    for (const QByteArray &secret : secrets) {
        if (secret.size() < ShortestSecret)
            continue;
        const QByteArray json = QByteArray::fromStdString(payload::encodeJsonString(secret.toStdString()));
        for (const QByteArray &spelling : {secret, secret.toPercentEncoding(), secret.toBase64(),
                 json.mid(1, json.size() - 2), QString::fromUtf8(secret).toHtmlEscaped().toUtf8()}) {
            if (!m_spellings.contains(spelling))
                m_spellings << spelling;
        }
    }
    // The longest first, or a secret inside another would leave the rest of that one.
    std::sort(m_spellings.begin(), m_spellings.end(),
        [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
}

bool Masking::isSecret(const QByteArray &header) const
{
    return partners::isSecretHeader(header) || m_headers.contains(header.toLower());
}

QByteArray Masking::header(const QByteArray &name, const QByteArray &value) const
{
    return isSecret(name) ? QByteArray(Mask) : bytes(value);
}

Masking::Headers Masking::headers(const std::vector<partners::Header> &headers) const
{
    Headers masked;
    for (const partners::Header &one : headers)
        masked.emplace_back(one.name, one.secretName.isEmpty() ? header(one.name, one.value) : standIn(one));
    return masked;
}

Masking::Headers Masking::headers(const Headers &headers) const
{
    Headers masked;
    for (const auto &[name, value] : headers)
        masked.emplace_back(name, header(name, value));
    return masked;
}

QByteArray Masking::url(const QUrl &url) const
{
    QUrl shown = url;
    shown.setUserInfo({});
    QByteArray text = shown.toEncoded(QUrl::RemoveQuery);
    if (url.hasQuery()) {
        const QUrlQuery query(url);
        char mark = '?';
        for (const auto &[name, value] : query.queryItems(QUrl::FullyEncoded)) {
            text += mark + name.toUtf8() + '='
                + (partners::isSecretParameter(name.toUtf8()) ? QByteArray(Mask) : value.toUtf8());
            mark = '&';
        }
    }
    return bytes(text);
}

QByteArray Masking::bytes(QByteArray text) const
{
    for (const QByteArray &spelling : m_spellings) {
        if (text.contains(spelling))
            text.replace(spelling, Mask);
    }
    return text;
}

} // namespace marquee::exchange
