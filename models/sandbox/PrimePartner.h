// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/RequestReader.h"
#include "partners/Operation.h"
#include "payload/Value.h"
#include "sandbox/Answer.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QUrlQuery>

#include <optional>
#include <tuple>
#include <vector>

namespace marquee::sandbox {

/// An address of the partner, taken apart.
struct Route
{
    std::optional<partners::Operation> operation; ///< nothing: the address is known, the method isn't
    bool known = false;
    QByteArray allow;
    QString licensor;
    QString id; ///< ALID or transaction ID
    QUrlQuery query;
};

/// The partner's side of the twelve operations: keeps what is put, byte for byte, and gives it back. A window that is put, got or
/// deleted on its own is also one of the full extract that has it. No sockets in here. One thread.
class PrimePartner
{
public:
    explicit PrimePartner(QByteArray apiKey = {})
        : m_apiKey(std::move(apiKey))
    {
    }

    static Route route(const http::Request &request);
    /// `rejectEverySecond`: of the items of a batch (the fault "partial").
    HttpAnswer answer(const http::Request &request, const Route &route, bool rejectEverySecond = false);

    void setApiKey(QByteArray apiKey) { m_apiKey = std::move(apiKey); }
    const QByteArray &apiKey() const { return m_apiKey; }
    int avails() const { return static_cast<int>(m_full.size()); } ///< full extracts that it keeps
    int windows() const { return static_cast<int>(m_partial.size()); } ///< partial extracts that it keeps
    void forgetEverything();

private:
    struct FullKey
    {
        QString licensor, alid, territory, businessLine;
        friend bool operator<(const FullKey &a, const FullKey &b)
        {
            return std::tie(a.licensor, a.alid, a.territory, a.businessLine) < std::tie(b.licensor, b.alid, b.territory, b.businessLine);
        }
    };

    HttpAnswer full(const Route &route, const QByteArray &body);
    HttpAnswer partial(partners::Operation operation, const QString &licensor, const QString &id, const QByteArray &body);
    HttpAnswer batch(const Route &route, const QByteArray &body, bool rejectEverySecond);
    QByteArray batchItem(const Route &route, const payload::Value &item);
    std::vector<FullKey> stored(const Route &route) const;
    std::optional<FullKey> holderOf(const QString &licensor, const QString &id) const;
    QByteArray windowOf(const FullKey &key, const QString &id) const;
    void putWindow(const QString &licensor, const QString &id, const payload::Value &avail);
    void takeWindow(const FullKey &key, const QString &id);

    QByteArray m_apiKey;
    QMap<FullKey, QByteArray> m_full; ///< the text of each avail
    QMap<std::pair<QString, QString>, QByteArray> m_partial; ///< by licensor and transaction ID
};

} // namespace marquee::sandbox
