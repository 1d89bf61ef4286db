// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/RequestReader.h"
#include "partners/Operation.h"
#include "sandbox/Answer.h"

#include <QByteArray>
#include <QString>
#include <QUrlQuery>

#include <optional>

namespace marquee::sandbox {

/// Atom Tickets' side of its partner API, as far as it is about productions: reads AtomCatalogue, and nothing changes
/// it. No sockets in here. One thread.
class AtomPartner
{
public:
    static bool knows(const QByteArray &target); ///< an address of Atom, or nearly one
    static std::optional<partners::Operation> operationOf(const http::Request &request);
    /// Counts towards its pace: pictures don't.
    static bool isPaced(const QByteArray &target);
    /// What its gateway says by itself: {"message":"Forbidden"}.
    static HttpAnswer gatewayAnswer(int status);

    HttpAnswer answer(const http::Request &request) const;

    void setApiKey(const QByteArray &apiKey) { m_apiKey = apiKey; } ///< asked for as x-api-key; empty: none is
    /// Where it is, without a slash at the end: stands in front of the addresses of pictures.
    void setAddress(const QByteArray &address) { m_address = address; }
    /// What it calls the first page: 0 or 1. The documentation doesn't say.
    void setFirstPage(int number) { m_firstPage = number; }

private:
    struct Paging
    {
        int page = 0; ///< from 0
        int size = 0;
    };

    HttpAnswer answerPartner(const http::Request &request, const QByteArray &path, const QUrlQuery &query) const;
    HttpAnswer byIds(const QByteArray &body) const;
    HttpAnswer byVenue(const QString &venue, const QUrlQuery &query) const;
    HttpAnswer byName(const QUrlQuery &query) const;
    HttpAnswer byVendorId(const QString &vendorId, const QUrlQuery &query) const;
    HttpAnswer picture(const QByteArray &path) const;
    HttpAnswer pageOf(const QStringList &ids, const Paging &paging) const;
    QByteArray details(const QStringList &ids) const;
    /// What is asked for, or why that can't be.
    std::optional<Paging> pagingOf(const QString &page, const QString &size, QByteArray &complaint) const;

    QByteArray m_apiKey;
    QByteArray m_address;
    int m_firstPage = 1;
};

} // namespace marquee::sandbox
