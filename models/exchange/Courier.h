// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Channel.h"
#include "exchange/Journal.h"
#include "exchange/Retry.h"
#include "partners/Atom.h"
#include "partners/BatchOutcome.h"
#include "partners/Outcome.h"
#include "partners/Prime.h"
#include "partners/Showtime.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace marquee::exchange {

/// What became of a delivery.
struct Delivered
{
    partners::Outcome outcome;
    partners::Reply reply; ///< of the last attempt
    int attempts = 0; ///< 0: nothing was sent
    qint64 journal = 0; ///< its row
    std::vector<partners::Outcome> items; ///< of a batch: by Delivery::itemIds
    int strangers = 0; ///< of a batch: answers to items that were never asked for
    /// The journal can't be written. With attempts 0 nothing was sent because of that; else how it ended isn't in the
    /// journal yet.
    std::optional<Error> journalError;
};

/// What to send, and how.
struct Delivery
{
    partners::Operation operation = partners::Operation::GetFull;
    partners::PrimeTarget target;
    partners::MessageTarget message; ///< of a message: whose number counts as used from now on
    partners::AtomTarget atom; ///< of a question about productions
    QByteArray body;
    std::vector<std::string> itemIds; ///< of a batch, in the order of the body

    QString document; ///< for the journal: the file, or what the document is called
    int timeoutMs = 0; ///< 0: the environment's
    RetryPolicy retry;
    bool settle = false; ///< asks an unknown back

    /// Written to the journal before its turn comes rather than when it has come: then the wire never waits for the
    /// disk, but who is killed leaves some without an end that weren't sent.
    bool isAhead = false;
    std::shared_ptr<Pace> lane; ///< of a run: its own limit beside the environment's

    qint64 run = 0; ///< of a batch run
    std::vector<int> positions; ///< its items that go with this
    std::function<std::vector<RunItem>(const Delivered &)> itemsOf; ///< what the journal is to note of them
};

/// Sends with everything that belongs to it: waits for its turn (Pace), writes the journal before the wire and after
/// it, sends again what may be sent again (Retry), and asks an unknown back. Each delivery ends exactly once, in
/// exactly one outcome. A message's number is kept (SequenceNumbers, beside the journal) before the message is on the
/// wire; one whose number can't be kept isn't sent. One thread, with an event loop.
class Courier : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Delivered &)>;

    /// The journal has to outlive the courier.
    explicit Courier(Journal &journal, QObject *parent = nullptr);
    ~Courier() override;

    /// Begins a delivery. Invalid where the target misses what the address needs; then `done` isn't called. `done` is
    /// called later, when the journal has it; `replied`, earlier, as soon as nothing of it is on the wire any more and
    /// its outcome is known.
    Expected<int> send(std::shared_ptr<Channel> channel, Delivery delivery, Done done, Done replied = {});
    /// Asks back what became of a delivery that ended as unknown, perhaps in another session. `known` is what is known
    /// of it; its row of the journal gets the new end, and the one that asks says which it settles. Invalid where
    /// nothing asks that back, or the target misses what the address needs; then `done` isn't called.
    Expected<int> askBack(std::shared_ptr<Channel> channel, Delivery delivery, Delivered known, Done done);
    /// Ends one: before it was sent, while it waits to be sent again, or on the wire. Nothing for those that are done.
    void cancel(int number);
    /// Ends it only where nothing of it was sent yet, and it isn't about to be.
    void cancelUnsent(int number);
    int running() const { return static_cast<int>(m_running.size()); }
    Journal &journal() { return m_journal; }

Q_SIGNALS:
    /// A row of the journal was begun or completed: whoever shows it looks again.
    void journalChanged(qint64 row);
    /// Sent again in so many milliseconds, after that many attempts.
    void waiting(int number, int attempts, qint64 forMs);

private:
    struct Running;
    using Pointer = std::shared_ptr<Running>;

    void queue(const Pointer &running);
    void waitForTurn(const Pointer &running);
    void itsTurn(const Pointer &running);
    static void leave(const Pointer &running);
    void write(const Pointer &running);
    void notBegun(const Pointer &running, const Error &error);
    void transmit(const Pointer &running);
    void replied(const Pointer &running, const partners::Reply &reply);
    void judge(const Pointer &running);
    void settle(const Pointer &running);
    void settledBy(const Pointer &running, const Delivered &asked);
    void end(const Pointer &running);
    void finish(const Pointer &running);

    Journal &m_journal;
    QHash<int, Pointer> m_running;
    int m_last = 0;
};

} // namespace marquee::exchange
