// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Environment.h"
#include "exchange/Finding.h"
#include "exchange/Secrets.h"
#include "exchange/Sender.h"

#include <QObject>

#include <functional>
#include <memory>

namespace marquee::exchange {

/// Tries an environment out without changing anything at the partners: secrets, certificates, of Prime one GET of an
/// avail that nobody has, of Showtime, which can only be posted to, whether it can be reached safely, and of Atom
/// Tickets whether it takes the key. Says of each what works and, where it doesn't, which file, name or certificate is
/// at fault and what to do. One thread, with an event loop; deletes itself when it is done.
class Trial : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Findings &)>;

private:
    friend void tryEnvironment(const Environment &, Secrets &, Done);

    Trial(const Environment &environment, Secrets &secrets, Done done);
    void getSecret(const SecretSource &source, const QString &subject, void (Trial::*next)(const QByteArray &));
    void haveKeyPassword(const QByteArray &password);
    void haveProxyPassword(const QByteArray &password);
    void haveApiKey(const QByteArray &key);
    void answered(const partners::Reply &reply);
    void begin();
    void tryShowtime();
    void haveShowtimePassword(const QByteArray &password);
    void knocked(const partners::Reply &reply);
    void tryAtom();
    void haveAtomKey(const QByteArray &key);
    void pinged(const partners::Reply &reply);
    void tellProtection(const QUrl &address, const QString &words);
    void tellUnreached(const QUrl &address, const partners::Reply &reply);
    void tell(Finding::Severity severity, const QString &subject, const QString &message, const QString &nextStep = {});
    void end();

    Environment m_environment;
    Secrets &m_secrets;
    Done m_done;
    Findings m_findings;
    LinkSecrets m_linkSecrets;
    std::unique_ptr<Sender> m_sender;
};

/// Calls `done` once, later. The secrets have to outlive that.
void tryEnvironment(const Environment &environment, Secrets &secrets, Trial::Done done);

} // namespace marquee::exchange
