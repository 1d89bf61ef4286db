// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of reconciling share: avails of a made-up film, and a courier to a sandbox.
#pragma once

#include "exchange/Courier.h"
#include "reconcile/Reconciliation.h"
#include "sandbox/Sandbox.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace marquee::test {

using namespace Qt::StringLiterals;

/// A window to buy the film in; an empty ID: none stands.
inline QByteArray ferryWindow(
    const QByteArray &id, const QByteArray &end = "2028-01-01T00:00:00Z", const QByteArray &price = "9.90")
{
    return '{' + (id.isEmpty() ? QByteArray() : QByteArray("\"_TransactionID\":\"" + id + "\","))
        + "\"LicenseType\":\"EST\",\"Territory\":[{\"country\":\"US\"}],\"FormatProfile\":{\"value\":\"HD\"},"
          "\"Start\":\"2027-01-01T00:00:00Z\",\"End\":\""
        + end + "\",\"Terms\":[{\"_termName\":\"SRP\",\"Money\":{\"value\":" + price + ",\"_currency\":\"USD\"}}]}";
}

inline QByteArray ferry(const QByteArray &windows, const QByteArray &title = "Night Ferry",
    const QByteArray &entry = "FullExtract", const QByteArray &alid = "NF-1")
{
    return "{\"avail\":{\"ALID\":\"" + alid + "\",\"Disposition\":{\"EntryType\":\"" + entry
        + "\"},\"Licensor\":{\"DisplayName\":\"L\"},\"Asset\":[{\"_contentID\":\"" + alid
        + "\",\"WorkType\":\"Movie\",\"Metadata\":{\"TitleInternalAlias\":[\"" + title + "\"]}}],\"Transaction\":["
        + windows + "]}}";
}

inline reconcile::Source source(const QString &name, const QByteArray &text)
{
    return {name, name, text, {}};
}

/// A sandbox and one who sends there.
struct Partner
{
    QTemporaryDir folder;
    std::unique_ptr<sandbox::Sandbox> sandbox = sandbox::Sandbox::start().value();
    std::shared_ptr<exchange::Channel> channel = exchange::sandboxChannel(sandbox->primeUrl());
    std::unique_ptr<exchange::Journal> journal = open();
    exchange::Courier courier{*journal};

    std::unique_ptr<exchange::Journal> open() const
    {
        exchange::JournalOptions options;
        options.path = folder.filePath(u"journal.sqlite"_s);
        return exchange::Journal::open(options).value();
    }

    /// Does something at the partner behind everybody's back.
    partners::Outcome call(partners::Operation operation, const QByteArray &body, const QString &transaction = {},
        const QString &alid = u"NF-1"_s)
    {
        exchange::Delivery delivery;
        delivery.operation = operation;
        delivery.target.licensor = u"L"_s;
        delivery.target.alid = alid;
        delivery.target.transaction = transaction;
        delivery.body = body;
        partners::Outcome outcome;
        QEventLoop loop;
        const auto number = courier.send(channel, delivery, [&](const exchange::Delivered &delivered) {
            outcome = delivered.outcome;
            last = delivered.reply.body;
            loop.quit();
        });
        if (number)
            loop.exec();
        return outcome;
    }
    bool put(const QByteArray &avail) { return call(partners::Operation::PutFull, avail).kind == Accepted; }
    bool putWindow(const QByteArray &avail, const QString &id)
    {
        return call(partners::Operation::PutPartial, avail, id).kind == Accepted;
    }

    static constexpr auto Accepted = partners::Outcome::Kind::Accepted;
    QByteArray last; ///< the body of the last reply
};

inline const rules::Rulebook &book()
{
    static const rules::Rulebook built = rules::Rulebook::load().value();
    return built;
}

} // namespace marquee::test
