// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Courier.h"
#include "reconcile/Comparing.h"
#include "reconcile/Plan.h"

#include <QObject>

#include <memory>
#include <set>
#include <vector>

namespace marquee::reconcile {

/// What is to be heeded while sending.
struct SendOptions
{
    std::set<int> forced; ///< avails that are sent although the partner's have changed since
    bool askPartner = false; ///< the partner's validate operation judges each put first; what it rejects is held back
};

/// Fetches what the partner has of avails, tells how it stands, and makes it match. One thing at a time, and each ends
/// with finished(). One thread, with an event loop.
class Reconciliation : public QObject
{
    Q_OBJECT

public:
    /// The courier has to outlive it.
    Reconciliation(exchange::Courier &courier, std::shared_ptr<exchange::Channel> channel, rules::Rulebook book,
        std::vector<Subject> subjects, QObject *parent = nullptr);

    void setRetryPolicy(const exchange::RetryPolicy &retry) { m_retry = retry; }

    /// Asks the partner for all subjects; several at a time, as many as the environment has connections.
    void fetch();
    /// Sends what was planned. Before an avail's first request it is fetched again; where the partner has changed
    /// something since, nothing of it is sent. A deletion is held back where a put of its avail wasn't accepted.
    /// Afterwards each avail is fetched once more, and its standing is another.
    void send(std::vector<PlannedRequest> requests, const SendOptions &options = {});
    /// Begins nothing more. A GET on its way is broken off; what changes something is waited for, and told.
    void stop();
    bool isStopping() const { return m_isStopping; }

    const std::vector<Subject> &subjects() const { return m_subjects; }
    const std::vector<AvailStanding> &avails() const { return m_avails; }
    const std::vector<PlannedRequest> &requests() const { return m_requests; }

Q_SIGNALS:
    void availChanged(int avail); ///< its standing is another
    void requestChanged(int request); ///< its result is another
    void progressed(int done, int total); ///< asks, or requests
    void finished();

private:
    struct Slot
    {
        int avail = 0;
        std::size_t ask = 0;
    };
    using AnswerTaken = std::function<void(Answer)>;

    void ask(int avail, std::size_t ask, AnswerTaken taken);
    void askMore();
    void fetched(const Slot &slot, Answer answer);
    void compare(int avail);
    void nextAvail();
    void checkAgain(std::vector<std::size_t> asks);
    void nextRequest();
    void judgeFirst(std::size_t request);
    void transmit(std::size_t request);
    void hold(std::size_t request, const QString &why, int exitCode = 1);
    void took(std::size_t request, const exchange::Delivered &delivered);
    void holdAvail(const QString &why, bool isConflict, int exitCode = 1);
    void fetchAgain(std::vector<std::size_t> asks);
    void believe(int avail); ///< without asking: what was accepted is as it was sent
    void note(std::size_t request);
    std::vector<std::size_t> asksOf(int avail) const; ///< which answers its requests depend on
    void end();

    exchange::Courier &m_courier;
    std::shared_ptr<exchange::Channel> m_channel;
    rules::Rulebook m_book;
    exchange::RetryPolicy m_retry;
    std::vector<Subject> m_subjects;
    std::vector<AvailStanding> m_avails;
    std::vector<std::vector<Answer>> m_answers; ///< by subject; without the body where one answer is all of it

    std::vector<Slot> m_queue; ///< of a fetch
    std::size_t m_next = 0;
    int m_done = 0;
    std::set<int> m_asking; ///< the courier's numbers of GETs on their way

    std::vector<PlannedRequest> m_requests;
    SendOptions m_options;
    std::size_t m_at = 0; ///< the request whose turn it is
    std::size_t m_behind = 0; ///< behind the last request of the avail in hand
    int m_sending = 0; ///< the courier's number of what changes something; 0: nothing does
    bool m_isRefused = false; ///< a put of the avail in hand wasn't accepted
    bool m_isStopping = false;
    bool m_isActive = false;
};

} // namespace marquee::reconcile
