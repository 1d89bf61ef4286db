// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/EpisodeWriter.h"

#include "workspace/Files.h"

#include <QDir>
#include <QFileInfo>

namespace marquee::series {

namespace {

Expected<void> writeOne(const QString &path, const QByteArray &text)
{
    if (!QFileInfo::exists(path))
        return workspace::saveFile(path, text);
    return tl::unexpected(makeError(Error::Code::Invalid, EpisodeWriter::tr("“%1” stands already and was left as it is.").arg(QDir::toNativeSeparators(path)),
        EpisodeWriter::tr("Choose another pattern for the file names.")));
}

} // namespace

EpisodeWriter::EpisodeWriter(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

EpisodeWriter::~EpisodeWriter()
{
    cancel();
    m_pool.waitForDone();
}

void EpisodeWriter::cancel()
{
    if (m_stop)
        *m_stop = true;
}

void EpisodeWriter::write(const QString &folder, std::vector<Episode> episodes)
{
    if (isWriting())
        return;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_pool.start([this, stop = m_stop, folder, all = std::move(episodes)] {
        QStringList written;
        std::vector<Error> errors;
        for (const Episode &episode : all) {
            if (*stop)
                break;
            const QString path = QDir(folder).filePath(episode.fileName);
            if (const auto done = writeOne(path, episode.text); done)
                written << path;
            else
                errors.push_back(done.error());
        }
        QMetaObject::invokeMethod(this, [this, written, errors] {
            m_stop.reset();
            Q_EMIT finished(written, errors);
        });
    });
}

} // namespace marquee::series
