// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Environment.h"
#include "exchange/KeyStore.h"

#include <QHash>
#include <QObject>

namespace marquee::exchange {

/// Gets secrets from where an environment says that they are. What was given for this session goes before the key
/// store, is kept in memory only, and is wiped with this object. Nothing is ever written but by store(), and that to
/// the key store. One thread, with an event loop.
class Secrets : public QObject
{
    Q_OBJECT

public:
    explicit Secrets(std::unique_ptr<KeyStore> store = platformKeyStore(), QObject *parent = nullptr);
    ~Secrets() override;

    /// Calls `read` once, later: the secret, or why it can't be had and what to do. No source gives an empty secret.
    void get(const SecretSource &source, KeyStore::Read read);
    /// The same, waited for. Runs the event loop meanwhile.
    Expected<QByteArray> wait(const SecretSource &source);

    /// From now on this is the secret, until the program ends. An empty one forgets it.
    void giveForSession(const SecretSource &source, const QByteArray &secret);
    /// Puts it into the key store. Invalid for a source that isn't there.
    void store(const SecretSource &source, const QByteArray &secret, KeyStore::Done done);

    /// Every secret that was handed out: what mustn't be seen anywhere.
    QList<QByteArray> known() const { return m_known; }

private:
    void remember(const QByteArray &secret);

    std::unique_ptr<KeyStore> m_store;
    QHash<QString, QByteArray> m_session; ///< by kind and name
    QList<QByteArray> m_known;
};

} // namespace marquee::exchange
