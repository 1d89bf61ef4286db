// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/Autosave.h"

#include "workspace/Files.h"
#include "workspace/Home.h"
#include "workspace/OpenDocuments.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QPointer>
#include <QUuid>

#include <algorithm>

#include <unistd.h>

namespace marquee::workspace {

using namespace Qt::StringLiterals;
using payload::Step;

namespace {

constexpr auto LockName = "session.lock"_L1;

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

/// Adds a line, and waits until it is on the disk.
bool append(const QString &path, const QByteArray &line)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Append) && file.write(line) == line.size() && file.flush() && fdatasync(file.handle()) == 0;
}

std::optional<QByteArray> pendingOf(const OpenDocument &document)
{
    return document.hasPendingText() ? std::optional(document.pendingText()) : std::nullopt;
}

/// What has to be known of steps to do them again.
std::vector<Step> edited(std::span<const Step> steps)
{
    std::vector<Step> bare;
    bare.reserve(steps.size());
    for (const Step &step : steps)
        bare.push_back({step.caption, step.mergeKey, {}, step.edits, 0});
    return bare;
}

} // namespace

Autosave::Autosave(OpenDocuments &documents, const QString &folder, int delayMs, QObject *parent)
    : QObject(parent)
    , m_documents(documents)
    , m_folder(folder.isEmpty() ? homeFolder() + u"/drafts"_s : folder)
    , m_session(m_folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_writer.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMs);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::writeAll);
    connect(&documents, &OpenDocuments::opened, this, &Autosave::watch);
    connect(&documents, &OpenDocuments::saved, this, &Autosave::saved);
    connect(&documents, &OpenDocuments::closing, this, &Autosave::forget);
    for (OpenDocument *document : documents.all())
        watch(document);
}

Autosave::~Autosave()
{
    flush();
    if (!m_lock)
        return;
    m_lock->unlock();
    QDir().rmdir(m_session); // empty, where everything was saved or closed
}

void Autosave::watch(OpenDocument *document)
{
    if (m_watched.contains(document))
        return;
    Watched &watched = m_watched[document];
    watched.base = document->text();
    watched.isPayload = document->isPayload();
    if (!document->path().isEmpty())
        watched.onDisk = document->text();
    follow(document, watched);
}

void Autosave::follow(OpenDocument *document, Watched &watched)
{
    connect(document, &OpenDocument::changed, this, [this, document] { touch(document); });
    connect(document, &OpenDocument::pendingChanged, this, [this, document] { touch(document); });
    connect(document, &OpenDocument::kindChanged, this, [this, document, &watched] {
        if (watched.isPayload || !document->isPayload())
            return;
        watched.isPayload = true; // its history begins here, and the draft with it
        watched.base = document->text();
        watched.isStale = true;
        touch(document);
    });
    connect(document, &OpenDocument::stateChanged, this, [this, document] { touch(document); });
    touch(document);
}

void Autosave::touch(OpenDocument *document)
{
    if (m_watched.contains(document) && !m_timer.isActive())
        m_timer.start();
}

void Autosave::saved(OpenDocument *document)
{
    // What was written may be an older text than stands now; the next drafts compare with what the file holds.
    if (const auto at = m_watched.find(document); at != m_watched.end() && !document->isModified()) {
        at->second.onDisk = document->textToSave();
        if (!at->second.isPayload)
            at->second.base = at->second.onDisk;
    }
    touch(document);
}

void Autosave::forget(OpenDocument *document)
{
    document->disconnect(this);
    if (const auto at = m_watched.find(document); at != m_watched.end()) {
        drop(at->second);
        m_watched.erase(at);
    }
}

void Autosave::flush()
{
    m_timer.stop();
    writeAll();
    m_writer.waitForDone();
}

void Autosave::writeAll()
{
    for (auto &[document, watched] : m_watched)
        write(document, watched);
}

void Autosave::write(OpenDocument *document, Watched &watched)
{
    if (!document->isModified()) {
        drop(watched);
        return;
    }
    const std::span<const Step> steps = document->isPayload() ? document->payload().steps() : std::span<const Step>();
    std::vector<std::uint64_t> states;
    for (const Step &step : steps)
        states.push_back(step.state);
    const bool isNew = watched.file.isEmpty() || watched.draftPath != document->path() || watched.isStale;
    const auto differs = std::mismatch(states.begin(), states.end(), watched.written.begin(), watched.written.end());
    const auto keep = isNew ? 0 : static_cast<std::size_t>(differs.first - states.begin());
    if (!isNew && keep == states.size() && keep == watched.written.size() && watched.pendingState == document->pendingState())
        return;
    const auto line = [keep, bare = edited(steps.subspan(keep)), pending = pendingOf(*document), text = document->isPayload() ? document->text() : watched.base,
                          before = isNew ? std::nullopt : watched.pending]() -> QByteArray {
        if (!pending)
            return Draft::line(keep, bare);
        return Draft::line(keep, bare, Draft::difference(before ? *before : text.toByteArray(), *pending));
    };
    if (isNew) {
        const QString old = watched.file;
        watched.file = m_session + u"/%1.draft"_s.arg(++m_drafts);
        watched.draftPath = document->path();
        watched.isStale = false;
        const DraftHead head{document->path(), document->name(), static_cast<int>(document->origin()), {}, watched.isPayload};
        put(watched.file, [head, base = watched.base, onDisk = watched.onDisk, line]() -> QByteArray {
            DraftHead whole = head;
            if (!head.path.isEmpty())
                whole.onDisk = hashOf(onDisk.toByteArray());
            return Draft::beginning(whole, base.toByteArray()) + line();
        }, true);
        if (!old.isEmpty())
            m_writer.start([old] { QFile::remove(old); });
    } else {
        put(watched.file, line, false);
    }
    watched.written = std::move(states);
    watched.pending = pendingOf(*document);
    watched.pendingState = document->pendingState();
}

void Autosave::put(const QString &file, std::function<QByteArray()> bytes, bool isNew)
{
    if (!m_lock) {
        QDir().mkpath(m_session);
        m_lock = std::make_unique<QLockFile>(m_session + u'/' + LockName);
        m_lock->setStaleLockTime(0); // only a process that is gone makes it stale
        m_lock->tryLock(0);
    }
    m_writer.start([this, stands = QPointer(this), file, bytes = std::move(bytes), isNew] {
        const QByteArray made = bytes();
        const auto done = isNew ? saveFile(file, made) : append(file, made) ? Expected<void>() : tl::unexpected(Error{});
        QMetaObject::invokeMethod(
            qApp,
            [this, stands, done] {
                if (!stands || done.has_value() == !m_hasFailed)
                    return;
                m_hasFailed = !done.has_value();
                if (done)
                    return;
                Error error = done.error();
                error.message = QCoreApplication::translate("Autosave", "What you change can't be kept as a draft right now.");
                error.nextStep = QCoreApplication::translate("Autosave", "Save often, and make room on the disk of “%1”.").arg(QDir::toNativeSeparators(m_folder));
                Q_EMIT failed(error);
            },
            Qt::QueuedConnection);
    });
}

void Autosave::drop(Watched &watched)
{
    if (watched.file.isEmpty())
        return;
    m_writer.start([file = watched.file] { QFile::remove(file); });
    watched.file.clear();
    watched.written.clear();
    watched.pending.reset();
    watched.pendingState = 0;
}

void Autosave::findLeft(std::function<void(const std::vector<Draft> &)> found)
{
    m_writer.start([stands = QPointer(this), folder = m_folder, own = m_session, found = std::move(found)] {
        QMetaObject::invokeMethod(
            qApp,
            [stands, drafts = left(folder, own), found] {
                if (stands)
                    found(drafts);
            },
            Qt::QueuedConnection);
    });
}

std::vector<Draft> Autosave::left(const QString &path, const QString &own)
{
    std::vector<Draft> drafts;
    const QDir folder(path);
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QDir session(folder.filePath(name));
        QLockFile lock(session.filePath(LockName));
        lock.setStaleLockTime(0);
        if (session.path() == own || !lock.tryLock(0))
            continue; // it still runs
        bool isEmpty = true;
        for (const QString &file : session.entryList({u"*.draft"_s}, QDir::Files, QDir::Time)) {
            if (auto draft = Draft::read(session.filePath(file))) {
                drafts.push_back(*std::move(draft));
                isEmpty = false;
            }
        }
        lock.unlock();
        if (isEmpty)
            QDir(session.path()).removeRecursively();
    }
    std::stable_sort(drafts.begin(), drafts.end(), [](const Draft &a, const Draft &b) { return a.written > b.written; });
    return drafts;
}

void Autosave::discard(const Draft &draft)
{
    QFile::remove(draft.file);
    QDir().rmdir(QFileInfo(draft.file).path());
}

void Autosave::recover(const Draft &draft)
{
    const auto shared = std::make_shared<Draft>(draft);
    m_documents.restore(
        [shared]() -> Expected<OpenDocuments::Restored> {
            OpenDocuments::Restored restored;
            auto payload = shared->replay(&restored.pending);
            if (!payload)
                return tl::unexpected(payload.error());
            restored.payload = *std::move(payload);
            restored.bytes = shared->base;
            restored.origin = static_cast<OpenDocument::Origin>(shared->head.origin);
            const auto there = shared->head.path.isEmpty() ? tl::unexpected(Error{}) : readFile(shared->head.path);
            if (there && hashOf(*there) == shared->head.onDisk) {
                restored.path = shared->head.path;
                restored.onDisk = payload::Text(*there);
            } else if (shared->head.path.isEmpty()) {
                restored.name = shared->head.name;
            } else {
                restored.name = QCoreApplication::translate("Autosave", "%1 (recovered)").arg(shared->head.name);
            }
            return restored;
        },
        [this, stands = QPointer(this), shared](OpenDocument *document, const payload::Text &onDisk, const Error &error) {
            if (!stands)
                return;
            if (!document) {
                Q_EMIT recoveryFailed(shared->head.name, error);
                return;
            }
            Watched &watched = m_watched[document];
            watched.base = payload::Text(shared->base);
            watched.isPayload = shared->head.isPayload;
            watched.onDisk = onDisk;
            write(document, watched);
            m_writer.start([file = shared->file] { // behind the draft that this session has of it now
                QFile::remove(file);
                QDir().rmdir(QFileInfo(file).path());
            });
        });
}

} // namespace marquee::workspace
