// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FileWatch.h"

#include "workspace/Files.h"
#include "workspace/OpenDocuments.h"
#include "workspace/Reload.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace marquee::workspace {

namespace {

constexpr int SoonMs = 150; // a file is written in several goes
constexpr int AgainMs = 500; // some programs delete a file before they write it anew

bool isSame(const payload::Text &text, const QByteArray &bytes)
{
    constexpr std::uint32_t Part = 64 * 1024;
    if (text.size() != static_cast<std::uint32_t>(bytes.size()))
        return false;
    std::string scratch;
    for (std::uint32_t at = 0; at < text.size(); at += Part) {
        const std::uint32_t end = std::min(at + Part, text.size());
        if (text.view(at, end, scratch) != std::string_view(bytes.constData() + at, end - at))
            return false;
    }
    return true;
}

} // namespace

FileWatch::FileWatch(OpenDocuments &documents, QObject *parent)
    : QObject(parent)
    , m_documents(documents)
{
    m_reader.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    m_again.setSingleShot(true);
    m_again.setInterval(AgainMs);
    connect(&m_documents, &OpenDocuments::opened, this, &FileWatch::take);
    connect(&m_documents, &OpenDocuments::saved, this, [this](OpenDocument *document) {
        m_watched[document].path.clear(); // what is known of it is another
        take(document);
    });
    connect(&m_documents, &OpenDocuments::saveFailed, this, [this](OpenDocument *document) { look(document, true); });
    connect(&m_documents, &OpenDocuments::closing, this, &FileWatch::release);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileWatch::lookSoon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FileWatch::lookSoon);
    connect(&m_again, &QTimer::timeout, this, &FileWatch::checkNow);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        const QSet<QString> told = std::exchange(m_told, {});
        for (const auto &[document, watched] : m_watched) {
            const bool isFile = told.contains(watched.path);
            if (isFile || told.contains(QFileInfo(watched.path).path()))
                look(document, isFile);
        }
    });
    for (OpenDocument *document : m_documents.all())
        take(document);
}

FileWatch::~FileWatch()
{
    m_reader.clear();
    m_reader.waitForDone();
}

void FileWatch::take(OpenDocument *document)
{
    const bool isNew = !m_watched.contains(document);
    Watched &watched = m_watched[document];
    if (isNew)
        connect(document, &OpenDocument::stateChanged, this, [this, document] { follow(document); });
    if (watched.path != document->path()) {
        watched.path = document->path();
        // With edits upon it, its own text isn't what stands there.
        setKnown(watched, document->isModified() ? std::nullopt : std::optional(document->textToSave()));
        watchFiles();
    }
    look(document, false);
}

void FileWatch::setKnown(Watched &watched, std::optional<payload::Text> text)
{
    watched.serial = ++m_serial;
    watched.known = std::move(text);
    watched.told.reset();
    watched.stamp = {};
    watched.isMissed = watched.isGone = false;
}

/// A file that was renamed takes what is known of it along.
void FileWatch::follow(OpenDocument *document)
{
    const auto at = m_watched.find(document);
    if (at == m_watched.end() || at->second.path.isEmpty() || at->second.path == document->path())
        return;
    at->second.path = document->path();
    at->second.serial = ++m_serial;
    watchFiles();
}

void FileWatch::release(OpenDocument *document)
{
    m_watched.erase(document);
    document->disconnect(this);
    watchFiles();
}

void FileWatch::checkNow()
{
    for (const auto &[document, watched] : m_watched)
        look(document, false);
}

void FileWatch::lookSoon(const QString &path)
{
    m_told.insert(path);
    if (!m_soon.isActive())
        m_soon.start();
}

FileWatch::Stamp FileWatch::stampOf(const QString &path)
{
    const QFileInfo info(path);
    return info.isFile() ? Stamp{info.size(), info.lastModified().toMSecsSinceEpoch()} : Stamp();
}

FileWatch::Look FileWatch::lookAt(const Watched &watched, bool evenIfSameStamp)
{
    Look look;
    look.stamp = stampOf(watched.path); // before reading: what is written meanwhile is seen the next time
    if (look.stamp == Stamp()) {
        look.found = Found::Gone;
        return look;
    }
    if (look.stamp == watched.stamp && !evenIfSameStamp && !watched.isMissed && !watched.isGone)
        return look;
    const qint64 age = QDateTime::currentMSecsSinceEpoch() - look.stamp.changedMs; // now, however late somebody hears of it
    auto bytes = readFile(watched.path);
    look.isFresh = (age >= 0 && age < SoonMs) || stampOf(watched.path) != look.stamp;
    if (!bytes) {
        look.found = bytes.error().code == Error::Code::NotFound ? Found::Gone : Found::Nothing;
        return look;
    }
    look.found = watched.known && isSame(*watched.known, *bytes) ? Found::Known
        : watched.told && *watched.told == *bytes                ? Found::Told
                                                                 : Found::Other;
    if (look.found == Found::Other)
        look.bytes = *std::move(bytes);
    return look;
}

void FileWatch::look(OpenDocument *document, bool evenIfSameStamp)
{
    const auto at = m_watched.find(document);
    if (at == m_watched.end() || at->second.path.isEmpty())
        return;
    Watched &watched = at->second;
    if (watched.isLooking) {
        watched.looksAgain = true;
        return;
    }
    watched.isLooking = true;
    m_reader.start([this, document, watched, evenIfSameStamp] {
        const Look found = lookAt(watched, evenIfSameStamp);
        QMetaObject::invokeMethod(
            this, [this, document, serial = watched.serial, found] { looked(document, serial, found); },
            Qt::QueuedConnection);
    });
}

void FileWatch::looked(OpenDocument *document, int serial, const Look &found)
{
    const auto at = m_watched.find(document);
    if (at == m_watched.end())
        return;
    Watched &watched = at->second;
    watched.isLooking = false;
    const bool counts = watched.serial == serial && !m_documents.isSaving(document);
    if (std::exchange(watched.looksAgain, false) || (!counts && !m_documents.isSaving(document)))
        look(document, true);
    if (counts)
        settle(document, watched, found);
}

void FileWatch::settle(OpenDocument *document, Watched &watched, const Look &found)
{
    if (found.found == Found::Nothing)
        return;
    if (found.found == Found::Gone) {
        missed(document, watched);
        return;
    }
    if (found.found == Found::Other && watched.known && found.isFresh) {
        lookSoon(watched.path); // whoever writes may be in the middle of it
        return;
    }
    watched.stamp = found.stamp;
    watched.isMissed = false;
    const bool wasGone = std::exchange(watched.isGone, false);
    if (!m_watcher.files().contains(watched.path))
        watchFiles(); // a file that was replaced isn't watched any more
    if (found.found == Found::Other && !watched.known) {
        watched.known = payload::Text(found.bytes);
    } else if (found.found == Found::Other) {
        watched.told = found.bytes;
        Q_EMIT changedOutside(document, found.bytes);
    } else if (found.found == Found::Known && (watched.told || wasGone)) {
        watched.told.reset();
        Q_EMIT sameAgain(document);
    }
}

void FileWatch::missed(OpenDocument *document, Watched &watched)
{
    if (watched.isGone)
        return;
    if (!std::exchange(watched.isMissed, true)) {
        m_again.start();
        return;
    }
    if (m_again.isActive())
        return; // too soon to say
    watched.isGone = true;
    watched.told.reset();
    Q_EMIT goneOutside(document);
}

void FileWatch::watchFiles()
{
    QSet<QString> wanted;
    for (const auto &[document, watched] : m_watched) {
        if (!watched.path.isEmpty())
            wanted << watched.path << QFileInfo(watched.path).path();
    }
    const QStringList now = m_watcher.files() + m_watcher.directories();
    QStringList gone;
    for (const QString &path : now) {
        if (!wanted.remove(path))
            gone << path;
    }
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    wanted.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    if (!wanted.isEmpty())
        m_watcher.addPaths(QStringList(wanted.begin(), wanted.end()));
}

bool FileWatch::isStale(OpenDocument *document)
{
    const auto at = m_watched.find(document);
    if (at == m_watched.end() || at->second.path.isEmpty())
        return false;
    if (at->second.told)
        return true;
    const Stamp now = stampOf(at->second.path);
    if (!at->second.known || now == Stamp() || now == at->second.stamp)
        return false;
    const auto bytes = readFile(at->second.path);
    const bool isOther = bytes && !isSame(*at->second.known, *bytes);
    if (isOther)
        look(document, true); // it is told, too
    return isOther;
}

std::optional<QByteArray> FileWatch::outside(const OpenDocument *document) const
{
    const auto at = m_watched.find(const_cast<OpenDocument *>(document));
    return at == m_watched.end() ? std::nullopt : at->second.told;
}

void FileWatch::keep(OpenDocument *document)
{
    const auto at = m_watched.find(document);
    if (at == m_watched.end() || !at->second.told)
        return;
    const Stamp stamp = at->second.stamp;
    setKnown(at->second, payload::Text(*at->second.told));
    at->second.stamp = stamp;
}

Expected<bool> FileWatch::reload(OpenDocument *document)
{
    auto bytes = outside(document).has_value() ? Expected<QByteArray>(*outside(document)) : readFile(document->path());
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto done = workspace::reload(*document, *bytes);
    const auto at = m_watched.find(document);
    if (done && at != m_watched.end()) {
        setKnown(at->second, payload::Text(*bytes));
        look(document, false); // it may be another again
    }
    return done;
}

} // namespace marquee::workspace
