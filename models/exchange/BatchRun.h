// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/BatchOptions.h"
#include "exchange/BatchPlan.h"
#include "exchange/BatchSource.h"
#include "exchange/Courier.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

namespace marquee::exchange {

struct BatchCounts
{
    int items = 0;
    int waiting = 0;
    int sending = 0;
    int accepted = 0;
    int rejected = 0;
    int failed = 0;
    int unknown = 0;
    int met = 0; ///< expectations
    int missed = 0;

    int done() const { return accepted + rejected + failed + unknown; }
};

/// Sends the items of a plan, and tells how each ended. Messages go one after the other, in the order of the plan. What
/// happens to an item is in the journal before anybody is told; a run that was killed goes on from there. Items keep
/// their places, so a table can show them by index. One thread, with an event loop.
class BatchRun : public QObject
{
    Q_OBJECT

public:
    enum class State : std::uint8_t
    {
        Ready, ///< not begun
        Running,
        Paused, ///< by the user, or because the journal can't be written (pauseReason)
        Stopping, ///< what is on its way comes home
        Finished ///< nothing waits any more, or it was stopped
    };

    /// The courier has to outlive the run. A dry run needs neither it nor a channel.
    BatchRun(Courier *courier, std::shared_ptr<Channel> channel, std::unique_ptr<BatchSource> source, BatchPlan plan,
        BatchOptions options, QObject *parent = nullptr);
    ~BatchRun() override;

    /// Notes a new run and its items in the journal, then begins. finished() comes in any case.
    void start();
    /// Goes on with one that the journal has: the plan is BatchPlan::fromJournal.
    void resume(const RunRecord &run);
    /// Before resume(), or when it is finished: what failed waits again, and what is unknown where sending it twice
    /// comes to the same or the partner can be asked (not of messages).
    int retryFailed();

    void pause();
    void goOn();
    void stop(); ///< sends nothing more; what is on its way is waited for

    State state() const { return m_state; }
    const QString &pauseReason() const { return m_pauseReason; }
    const BatchPlan &plan() const { return m_plan; }
    const BatchItem &item(int index) const { return m_plan.items[static_cast<std::size_t>(index)]; }
    const QString &file(int index) const { return m_plan.files[item(index).file]; }
    const BatchCounts &counts() const { return m_counts; }
    const BatchOptions &options() const { return m_options; }
    const RunRecord &record() const { return m_run; }
    double seconds() const { return static_cast<double>(m_clock.isValid() ? m_clock.elapsed() : 0) / 1000; }
    /// Items a second lately, and how long the rest will take at that; -1 where that can't be told yet.
    double itemsPerSecond() const;
    double secondsLeft() const;

Q_SIGNALS:
    /// An item has its outcome, for good or until it is tried again.
    void itemDone(int index);
    /// Items look different than before; told together, ten times a second at most.
    void itemsChanged(const QList<int> &indices);
    void stateChanged();
    void finished();

private:
    struct Parcel;

    void begin();
    int mostAtOnce() const;
    void callBack();
    void pump();
    bool fill(Parcel &parcel);
    bool take(int index, Parcel &parcel);
    bool askBack(int index, const LoadedItem &loaded);
    void dispatch(const std::shared_ptr<Parcel> &parcel);
    void delivered(const std::shared_ptr<Parcel> &parcel, const Delivered &delivered);
    void settleItem(int index, const partners::Outcome &outcome, const Delivered &delivered);
    void replied(const std::shared_ptr<Parcel> &parcel, const Delivered &result);
    bool isWrong(int index) const;
    void settleUnsent(int index, const QString &problem, bool isUnreadable);
    void settleLost(int index);
    void settleWithout(int index, const partners::Outcome &outcome);
    void conclude(int index);
    void giveBack(int index);
    void writeUnsent();
    void holdUp(const Error &error);
    void setState(State state);
    void changed(int index);
    void tellChanged();
    void checkFinished();

    Courier *m_courier;
    std::shared_ptr<Channel> m_channel;
    std::unique_ptr<BatchSource> m_source;
    BatchPlan m_plan;
    BatchOptions m_options;
    RunRecord m_run;
    State m_state = State::Ready;
    QString m_pauseReason;
    BatchCounts m_counts;
    std::size_t m_next = 0; ///< where the next waiting item is looked for
    std::deque<int> m_returned; ///< items that wait again
    std::vector<int> m_unwritten; ///< done without a request, or while the disk was full: to be noted in the journal
    int m_onTheWire = 0; ///< parcels, those that wait for their turn among them
    std::shared_ptr<Pace> m_lane; ///< as many at a time as there are jobs
    std::vector<int> m_deliveries; ///< the courier's numbers of those that may not be sent yet
    int m_writing = 0; ///< parcels and notes whose end isn't in the journal yet
    bool m_isPumping = false;
    QElapsedTimer m_clock;
    std::vector<int> m_changed;
    std::vector<bool> m_isChanged;
    QTimer m_telling;
    std::deque<std::pair<qint64, int>> m_samples; ///< when, how many were done
};

} // namespace marquee::exchange
