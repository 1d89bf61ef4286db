// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/BatchReport.h"
#include "exchange/Dispatcher.h"
#include "exchange/Environment.h"

#include <QByteArray>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace marquee::exchange {

class RowMaker;
struct RowInput;
struct RowMapping;

/// Batch runs for the window, one at a time. A run reads and validates its items, up to a hundred for one request, and
/// so it doesn't live on the window's thread: it lives on the dispatcher's, because a Pace is shared by all that send
/// to an environment, and is of one thread. The desk keeps a picture of the run's items that follows ten times a
/// second. Everything is called, and told, on the desk's own thread.
class BatchDesk : public QObject
{
    Q_OBJECT

public:
    enum class State : std::uint8_t
    {
        None, ///< nothing was begun yet
        Preparing, ///< the inputs are read, the journal and the environment opened
        Running,
        Paused, ///< by the user, or because of problem()
        Stopping,
        Finished ///< with problem() where it never began
    };

    /// What a run would be about.
    struct Preview
    {
        int items = 0;
        int files = 0;
        QStringList notes; ///< files that are left out, and why
    };
    using Counted = std::function<void(const Expected<Preview> &)>;
    using Reported = std::function<void(const QByteArray &)>;
    using Listed = std::function<void(const std::vector<RunRecord> &)>;

    /// The dispatcher has to outlive the desk. `read` is called on other threads, on two at a time perhaps. The journal
    /// is opened with the first run: `journalPath`, or where the platform keeps it.
    BatchDesk(Dispatcher &dispatcher, rules::Rulebook rulebook, ReadFile read, const QString &journalPath = {},
        QObject *parent = nullptr);
    ~BatchDesk() override; ///< waits for what is being read; what is on the wire is unknown then, as after a kill

    /// Looks at the inputs (BatchPlan::fromInputs) and calls `counted` once, later; not for one that a newer call took
    /// the place of.
    void count(const QStringList &inputs, Counted counted);

    /// Begins a run, options.operation over the inputs. False while another goes on; then nothing happens.
    bool start(const QStringList &inputs, BatchOptions options, const Environment &environment);
    /// Begins a run over rows that are put into a template. Both are kept beside the journal, with the mapping, so that
    /// one can go on with the run whatever has become of the file; a dry run keeps nothing.
    bool startRows(
        const RowInput &input, const RowMapping &mapping, BatchOptions options, const Environment &environment);
    /// Goes on with one that the journal has, in the environment that it was begun in. `failedToo`: what failed waits
    /// again. False while another goes on.
    bool resume(const QString &run, const Environment &environment, bool failedToo = false);
    /// The newest runs of the journal; none where there is no journal yet.
    void list(Listed listed);

    void pause();
    void goOn(); ///< after a pause, or with what still waits after a stop
    void stop(); ///< sends nothing more
    void retryFailed(); ///< when it is finished: sends again what failed, and what is unknown
    void setRetryPolicy(const RetryPolicy &policy) { m_retry = policy; } ///< for what is begun from now on

    /// A secret that is good until the program ends; kept in memory only.
    void giveSecret(const SecretSource &source, const QByteArray &secret);

    State state() const { return m_state; }
    bool canGoOn() const; ///< it is paused, or was stopped with items that still wait
    bool canRetry() const; ///< it is finished, and something failed or is unknown
    bool isActive() const { return m_state != State::None && m_state != State::Finished; }
    /// Why it is paused, or never began, and what to do; empty: nothing is wrong.
    const QString &problem() const { return m_problem; }
    const QStringList &notes() const { return m_notes; }
    const BatchCounts &counts() const { return m_counts; }
    const BatchOptions &options() const { return m_options; }
    const RunRecord &record() const { return m_record; }
    QString environment() const { return m_environment.name; }
    double itemsPerSecond() const { return m_perSecond; } ///< -1: can't be told yet
    double secondsLeft() const { return m_secondsLeft; } ///< -1: can't be told yet

    int size() const { return static_cast<int>(m_items.size()); }
    const BatchItem &item(int index) const { return m_items[static_cast<std::size_t>(index)]; }
    const QString &file(int index) const { return m_files[item(index).file]; }
    /// Of an item that comes from a row: the document that the row makes. Nothing for items of files.
    std::optional<QByteArray> rowDocument(int index) const;

    /// What the run came to so far; called once, later. Nothing happens where there is no run.
    void report(ReportFormat format, Reported reported);

Q_SIGNALS:
    void itemsReset(); ///< all of them are others
    void itemsChanged(const QList<int> &indices); ///< ascending
    void stateChanged();
    void progressed(); ///< counts, rate and time left

private:
    class Worker;
    struct Job;
    struct Update;

    void prepare(std::function<Expected<Job>()> make);
    void begin(Job job);
    void take(const Update &update);
    void fail(const QString &problem);
    void setState(State state, const QString &problem = {});
    void onWorker(std::function<void(Worker &)> what);

    Dispatcher &m_dispatcher;
    rules::Rulebook m_rulebook;
    ReadFile m_read; ///< for runs: they never take an end for a file that isn't there
    ReadFile m_readUntilEnd; ///< for counting and planning, which nobody waits for at the end
    QString m_journalPath;
    QThreadPool m_readers;
    std::shared_ptr<std::atomic_bool> m_isEnding = std::make_shared<std::atomic_bool>(false);
    Worker *m_worker = nullptr; ///< lives on the dispatcher's thread
    std::atomic_int m_counting = 0; ///< the count that is wanted
    int m_preparing = 0; ///< the preparation, and then the run, that is wanted
    bool m_isHandedOver = false; ///< the worker has it
    State m_state = State::None;
    QString m_problem;
    QStringList m_notes;
    BatchCounts m_counts;
    BatchOptions m_options;
    RunRecord m_record;
    Environment m_environment;
    RetryPolicy m_retry;
    double m_perSecond = -1;
    double m_secondsLeft = -1;
    std::shared_ptr<const RowMaker> m_rows; ///< of a run over rows
    std::vector<QString> m_files;
    std::vector<BatchItem> m_items;
};

} // namespace marquee::exchange
