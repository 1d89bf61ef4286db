// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Reply.h"
#include "partners/Request.h"

#include <QStringList>
#include <QUrl>

namespace marquee::exchange {

/// Takes secrets out of whatever is going to be kept or shown: headers by their names, and known secrets wherever they
/// stand. A value; any thread. What was masked reads "***".
class Masking
{
public:
    using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

    static constexpr const char *Mask = "***";

    Masking() = default;
    /// `headers`: names beside those that always are (Environment::secretHeaders). `secrets`: Secrets::known().
    Masking(const QStringList &headers, const QList<QByteArray> &secrets);

    bool isSecret(const QByteArray &header) const;
    QByteArray header(const QByteArray &name, const QByteArray &value) const;
    Headers headers(const std::vector<partners::Header> &headers) const;
    Headers headers(const Headers &headers) const;
    /// An address without its user, password and secret parameters.
    QByteArray url(const QUrl &url) const;
    /// A text or body, the known secrets in it masked, however they are written: plain, percent-encoded, base64, as
    /// JSON or as XML.
    QByteArray bytes(QByteArray text) const;
    QString text(const QString &text) const { return QString::fromUtf8(bytes(text.toUtf8())); }

private:
    QList<QByteArray> m_headers; ///< in small letters
    QList<QByteArray> m_spellings; ///< of each secret
};

} // namespace marquee::exchange
