// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Courier.h"
#include "exchange/ProbeVariants.h"

#include <QObject>

#include <memory>
#include <vector>

namespace marquee::exchange {

/// What became of a variant.
struct ProbeResult
{
    ProbeVariant variant;
    partners::Outcome partner; ///< of the validate operation
    bool isDone = false;

    QString ours() const { return variant.isRefusedByUs ? QStringLiteral("rejected") : QStringLiteral("accepted"); }
    /// One of the two finds fault and the other doesn't. What failed or is unknown says nothing.
    bool disagrees() const;
};

/// Lets the partner judge variants of a good document, each of which breaks one rule, so that one learns what it really
/// checks. Nothing is changed there: only the validate operation is used. One thread, with an event loop.
class Probe : public QObject
{
    Q_OBJECT

public:
    /// The courier has to outlive the probe. `usual`: put under what the document says of itself.
    Probe(Courier &courier, std::shared_ptr<Channel> channel, const payload::Document &good, ProbeVariants variants,
        partners::PrimeTarget usual = {}, QObject *parent = nullptr);

    void start(const RetryPolicy &retry = {}, int timeoutMs = 0);
    /// Asks no more. What is on its way is broken off, because a validation changes nothing; finished() comes soon.
    void stop();
    const QString &problem() const { return m_problem; } ///< why it broke off: an address that can't be made
    const std::vector<ProbeResult> &results() const { return m_results; } ///< by rule
    /// Disagreements first, then by rule; only what was judged.
    std::vector<ProbeResult> sorted() const;

Q_SIGNALS:
    void judged(int index);
    void finished();

private:
    void next();

    Courier &m_courier;
    std::shared_ptr<Channel> m_channel;
    partners::PrimeTarget m_target;
    partners::Operation m_operation;
    std::vector<ProbeResult> m_results;
    RetryPolicy m_retry;
    int m_timeoutMs = 0;
    std::size_t m_at = 0;
    int m_delivery = 0; ///< the courier's number of the one that is on its way; 0: none
    bool m_isStopped = false;
    QString m_problem;
};

} // namespace marquee::exchange
