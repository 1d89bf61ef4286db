// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/JournalRecords.h"
#include "payload/Error.h"

#include <QObject>

#include <functional>
#include <memory>

namespace marquee::exchange {

struct JournalOptions
{
    QString path; ///< empty: defaultPath()
    qint64 largestSize = 1024LL * 1024 * 1024; ///< bytes of the file; the oldest exchanges go first
    int days = 180; ///< older exchanges go
    qsizetype largestBody = 2 * 1024 * 1024; ///< of a body only that much is kept
    int pageLimit = 0; ///< for tests: a disk that is full after so many pages of 4 KB
};

/// Everything that was sent, written before it is on the wire and completed afterwards. Writing is done on a thread of
/// its own; what comes in while one commit is on its way goes into the next together, so that many requests wait for
/// one write to the disk. A process that is killed leaves rows without an end: those are unknown. Several processes may
/// share one file.
///
/// The callbacks come on the thread that made the journal, which needs an event loop, in the order of the calls. Where
/// the disk is full or the file is gone they get WriteFailed; what wasn't written isn't to be sent.
class Journal : public QObject
{
    Q_OBJECT

public:
    using Begun = std::function<void(const Expected<qint64> &)>; ///< the row's number
    using Done = std::function<void(const Expected<void> &)>;

    /// MARQUEE_HOME/journal.sqlite, or the same in the platform's folder for data.
    static QString defaultPath();
    /// Makes the file where there is none. WriteFailed or Invalid (not a journal, or of a newer version) otherwise.
    static Expected<std::unique_ptr<Journal>> open(const JournalOptions &options = {});
    ~Journal() override; ///< writes what is still waiting

    /// `positions`: the items of request.run that go with it.
    void begin(const JournalRequest &request, std::vector<int> positions, Begun begun);
    /// `items`: those of the run `run` that this says something of. `id` 0: of no exchange, only of the items.
    void end(qint64 id, const JournalReply &reply, qint64 run, std::vector<RunItem> items, Done done);

    /// Begins a run with its items; gives its number.
    void createRun(const RunRecord &run, std::vector<RunItem> items, Begun begun);

    /// Waits until everything asked for so far is on the disk. Callbacks still come later.
    void flush();
    const QString &path() const;

Q_SIGNALS:
    /// Exchanges were dropped because they were too old, or the file too large: all up to that day.
    void dropped(int count, const QDateTime &upTo);

private:
    class Writer;
    explicit Journal(std::unique_ptr<Writer> writer);

    std::unique_ptr<Writer> m_writer;
};

} // namespace marquee::exchange
