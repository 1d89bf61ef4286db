// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Text.h"
#include "workspace/Draft.h"

#include <QLockFile>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace marquee::workspace {

class OpenDocument;
class OpenDocuments;

/// Keeps a draft of every document that isn't saved as it stands, with its history, so that whatever ends the program loses less
/// than a second of work. Drafts are in a folder of the session's own, apart from the files themselves; those of sessions that ended
/// without saying so can be had back. Everything is called on the documents' thread; writing is done on another.
class Autosave : public QObject
{
    Q_OBJECT

public:
    static constexpr int DelayMs = 500; ///< from an edit to its draft

    /// `folder`: where sessions keep their drafts; empty: in the program's home. The documents have to outlive it.
    explicit Autosave(OpenDocuments &documents, const QString &folder = {}, int delayMs = DelayMs, QObject *parent = nullptr);
    ~Autosave() override; ///< writes what is still waiting

    /// Drafts of sessions that were killed, the newest first; those of one that still runs aren't among them. Read on another
    /// thread; `found` is called once, later.
    void findLeft(std::function<void(const std::vector<Draft> &)> found);
    /// Opens the document as the draft has it. It is over its file again where that still holds what it held then; else it is a
    /// document without one. The draft goes once the document has one of this session.
    void recover(const Draft &draft);
    void discard(const Draft &draft);

    /// Waits until everything that was done so far is on the disk.
    void flush();

Q_SIGNALS:
    /// A draft can't be written; told once until it can again.
    void failed(const marquee::Error &error);
    void recoveryFailed(const QString &name, const marquee::Error &error);

private:
    struct Watched
    {
        payload::Text base; ///< where the history begins
        payload::Text onDisk; ///< what the file holds
        QString file; ///< the draft; empty: there is none
        std::vector<std::uint64_t> written; ///< the states of the steps in it
        QString draftPath; ///< the document's path that the draft names
        bool isPayload = true; ///< of `base`
        bool isStale = false; ///< the draft begins with another text
        std::optional<QByteArray> pending; ///< the pending text in the draft
        std::uint64_t pendingState = 0; ///< its state; 0: there is none
    };

    static std::vector<Draft> left(const QString &folder, const QString &own);
    void watch(OpenDocument *document);
    void forget(OpenDocument *document);
    void saved(OpenDocument *document);
    void touch(OpenDocument *document);
    void writeAll();
    void write(OpenDocument *document, Watched &watched);
    void follow(OpenDocument *document, Watched &watched);
    void drop(Watched &watched);
    void put(const QString &file, std::function<QByteArray()> bytes, bool isNew);

    OpenDocuments &m_documents;
    QString m_folder;
    QString m_session;
    std::unique_ptr<QLockFile> m_lock;
    std::map<OpenDocument *, Watched> m_watched;
    QTimer m_timer;
    int m_drafts = 0;
    bool m_hasFailed = false;
    QThreadPool m_writer; ///< one thread: lines keep their order
};

} // namespace marquee::workspace
