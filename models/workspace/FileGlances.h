// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Kind.h"
#include "rules/Problem.h"
#include "rules/Validator.h"
#include "workspace/FolderScan.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <vector>

namespace marquee::workspace {

/// What a look into a file found.
struct FileGlance
{
    FolderFile file; ///< as it was when the look was asked for
    rules::DocumentKind kind = rules::DocumentKind::Unknown;
    rules::Counts counts;
    QString alid; ///< of its avail; empty where it has none
};

/// Looks into files on threads of its own: what they are, and how many problems they have. What was found comes to the
/// thread of this object in batches, a few dozen milliseconds apart, so that thousands of files aren't as many events.
class FileGlances : public QObject
{
    Q_OBJECT

public:
    /// As many at once come in one batch at most; the rest comes in the next turn.
    static constexpr int MostInBatch = 500;

    explicit FileGlances(rules::Rulebook book, int threads = 2, QObject *parent = nullptr);
    ~FileGlances() override;

    /// True where they differ from those before: then what was found doesn't hold any more, and what waits is
    /// cancelled.
    bool setSeverities(const rules::Severities &severities);

    /// `found` follows for each of them, in about this order, unless `cancel` was called.
    void look(const std::vector<FolderFile> &files);
    void cancel();
    int waiting() const { return m_waiting; } ///< looks that were asked for and not told of

    /// What was found in a file of that path, size and time before; null where nobody has looked. Valid until the next
    /// call of anything else.
    const FileGlance *known(const FolderFile &file) const;

Q_SIGNALS:
    void found(const std::vector<marquee::workspace::FileGlance> &glances);

private:
    struct Work;
    void wake();
    void deliver();

    std::shared_ptr<Work> m_work;
    QHash<QString, FileGlance> m_known;
    int m_waiting = 0;
    int m_threads;
    QTimer m_next;
    QThreadPool m_pool;
};

} // namespace marquee::workspace
