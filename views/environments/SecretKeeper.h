// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/Draft.h"
#include "exchange/Secrets.h"

#include <QObject>

#include <functional>

namespace marquee::environments {

/// Hands on what was typed: to the key store, or for this session.
class SecretKeeper : public QObject
{
    Q_OBJECT

public:
    /// The secrets outlive it.
    SecretKeeper(exchange::Secrets &secrets, QObject *parent);
    ~SecretKeeper() override;

    exchange::Secrets &secrets() { return m_secrets; }

    /// What was typed for the session is given; what was typed for the key store stands in for it, until returnLent().
    void lend(Draft &draft);
    void returnLent();

    /// Calls `done` once: everything that was typed is where it belongs, and gone from the drafts; or what couldn't be
    /// kept and why. The drafts stay where they are meanwhile.
    using Done = std::function<void(const Expected<void> &)>;
    void keep(std::vector<Draft> &drafts, Done done);

Q_SIGNALS:
    /// Good until the program ends. Empty: what was given before isn't to be used any more.
    void given(const marquee::exchange::SecretSource &source, const QByteArray &secret);

private:
    void give(SecretDraft &secret);
    void keepNext(std::vector<Draft> &drafts, const Done &done);

    exchange::Secrets &m_secrets;
    std::vector<exchange::SecretSource> m_lent;
};

} // namespace marquee::environments
