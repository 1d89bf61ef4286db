// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Probe.h"

#include "exchange/BatchSource.h"

#include <QPointer>

#include <algorithm>

namespace marquee::exchange {

using partners::Operation;
using partners::Outcome;

bool ProbeResult::disagrees() const
{
    if (!isDone || (partner.kind != Outcome::Kind::Accepted && partner.kind != Outcome::Kind::Rejected))
        return false;
    return variant.isRefusedByUs != (partner.kind == Outcome::Kind::Rejected);
}

Probe::Probe(Courier &courier, std::shared_ptr<Channel> channel, const payload::Document &good, ProbeVariants variants,
    partners::PrimeTarget usual, QObject *parent)
    : QObject(parent)
    , m_courier(courier)
    , m_channel(std::move(channel))
    , m_target(partners::merged(usual, partners::targetOf(good)))
    , m_operation(reachOf(good.root().member("avail")) == partners::Reach::Full ? Operation::ValidateFull
                                                                                : Operation::ValidatePartial)
{
    for (ProbeVariant &variant : variants.variants)
        m_results.push_back({std::move(variant), {}, false});
}

void Probe::start(const RetryPolicy &retry, int timeoutMs)
{
    m_retry = retry;
    m_timeoutMs = timeoutMs;
    QMetaObject::invokeMethod(this, &Probe::next, Qt::QueuedConnection);
}

void Probe::stop()
{
    m_isStopped = true;
    if (m_delivery != 0)
        m_courier.cancel(m_delivery);
}

void Probe::next()
{
    if (m_isStopped || m_at == m_results.size()) {
        Q_EMIT finished();
        return;
    }
    Delivery delivery;
    delivery.operation = m_operation;
    // The address says what the variant says, or the partner would complain of that alone; else what the good document
    // says.
    const auto variant = payload::Document::read(m_results[m_at].variant.text);
    delivery.target = variant ? partners::merged(m_target, partners::targetOf(**variant)) : m_target;
    delivery.body = m_results[m_at].variant.text;
    delivery.document = QStringLiteral("probe ") + m_results[m_at].variant.rule;
    delivery.retry = m_retry;
    delivery.timeoutMs = m_timeoutMs;
    const auto number = m_courier.send(m_channel, delivery, [self = QPointer(this)](const Delivered &delivered) {
        if (!self)
            return;
        self->m_delivery = 0;
        const bool isJudged
            = delivered.outcome.kind == Outcome::Kind::Accepted || delivered.outcome.kind == Outcome::Kind::Rejected;
        if (self->m_isStopped && !isJudged) { // broken off: it says nothing of the partner
            Q_EMIT self->finished();
            return;
        }
        ProbeResult &result = self->m_results[self->m_at];
        result.partner = delivered.outcome;
        result.isDone = true;
        Q_EMIT self->judged(static_cast<int>(self->m_at));
        ++self->m_at;
        self->next();
    });
    if (number) {
        m_delivery = *number;
    } else {
        m_isStopped = true;
        m_problem = sentence(number.error());
        Q_EMIT finished();
    }
}

std::vector<ProbeResult> Probe::sorted() const
{
    std::vector<ProbeResult> done;
    std::copy_if(m_results.begin(), m_results.end(), std::back_inserter(done),
        [](const ProbeResult &result) { return result.isDone; });
    std::stable_partition(done.begin(), done.end(), [](const ProbeResult &result) { return result.disagrees(); });
    return done;
}

} // namespace marquee::exchange
