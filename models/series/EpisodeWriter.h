// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "series/EpisodeMaker.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace marquee::series {

/// Writes episodes as files on another thread. A file that stands already is left as it is, and told. Called, and tells, on one
/// thread.
class EpisodeWriter : public QObject
{
    Q_OBJECT

public:
    explicit EpisodeWriter(QObject *parent = nullptr);
    ~EpisodeWriter() override;

    /// `finished` follows. One at a time.
    void write(const QString &folder, std::vector<Episode> episodes);
    void cancel(); ///< writes no more; what is written stays
    bool isWriting() const { return m_stop != nullptr; }

Q_SIGNALS:
    void finished(const QStringList &written, const std::vector<marquee::Error> &errors);

private:
    std::shared_ptr<std::atomic<bool>> m_stop;
    QThreadPool m_pool;
};

} // namespace marquee::series
