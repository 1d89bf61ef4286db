// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "payload/Text.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <map>
#include <optional>

namespace marquee::workspace {

class OpenDocument;
class OpenDocuments;

/// Notices when somebody else writes, replaces or deletes the file of an open document. It is the bytes that count:
/// what was read or saved last, our own saves with it, is no change, whatever its time. Files are read on another
/// thread; everything else, signals included, on the window's.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    /// The documents have to outlive it.
    explicit FileWatch(OpenDocuments &documents, QObject *parent = nullptr);
    ~FileWatch() override;

    /// Looks at all files: when the window becomes active, because folders of a network tell of nothing.
    void checkNow();

    /// What stands in the file isn't what was read or saved last, and nobody has said that it may be replaced: to be
    /// asked before a save to the document's own file. Looks at the file, and reads it where its size or time is
    /// another.
    bool isStale(OpenDocument *document);
    /// What stands in the file, where that was told by changedOutside and neither kept nor reloaded.
    std::optional<QByteArray> outside(const OpenDocument *document) const;

    /// The document stays as it is; what stands in the file isn't told again and may be replaced.
    void keep(OpenDocument *document);
    /// See workspace::reload. Errors also as reading a file.
    Expected<bool> reload(OpenDocument *document);

Q_SIGNALS:
    /// Told once for the same bytes.
    void changedOutside(marquee::workspace::OpenDocument *document, const QByteArray &bytes);
    void goneOutside(marquee::workspace::OpenDocument *document); ///< deleted, moved, or its drive is gone
    /// After one of the others: the file is as it was read or saved.
    void sameAgain(marquee::workspace::OpenDocument *document);

private:
    /// By which it can be told, mostly, that a file is as it was.
    struct Stamp
    {
        qint64 size = -1;
        qint64 changedMs = 0;
        friend bool operator==(const Stamp &, const Stamp &) = default;
    };
    struct Watched
    {
        QString path;
        int serial = 0; ///< another where `known` is another: looks of before don't count
        std::optional<payload::Text> known; ///< nothing: whatever stands there at the next look
        std::optional<QByteArray> told;
        Stamp stamp; ///< when it was looked at last
        bool isMissed = false; ///< wasn't there at the last look; it may be just being replaced
        bool isGone = false; ///< and that was told
        bool isLooking = false;
        bool looksAgain = false;
    };
    enum class Found
    {
        Nothing, ///< it can't be read, or has the stamp that it had
        Known,
        Told,
        Other,
        Gone
    };
    struct Look
    {
        Found found = Found::Nothing;
        QByteArray bytes; ///< where Other
        bool isFresh = false; ///< written a moment before, or meanwhile
        Stamp stamp;
    };

    void take(OpenDocument *document);
    void setKnown(Watched &watched, std::optional<payload::Text> text);
    void follow(OpenDocument *document);
    void release(OpenDocument *document);
    void look(OpenDocument *document, bool evenIfSameStamp);
    void looked(OpenDocument *document, int serial, const Look &look);
    void settle(OpenDocument *document, Watched &watched, const Look &look);
    void missed(OpenDocument *document, Watched &watched);
    void lookSoon(const QString &path);
    void watchFiles();
    static Stamp stampOf(const QString &path);
    static Look lookAt(const Watched &watched, bool evenIfSameStamp);

    OpenDocuments &m_documents;
    std::map<OpenDocument *, Watched> m_watched;
    QFileSystemWatcher m_watcher;
    QSet<QString> m_told; ///< files and folders of which the platform told since
    QTimer m_soon;
    QTimer m_again;
    int m_serial = 0;
    QThreadPool m_reader; ///< last: waited for before anything else goes
};

} // namespace marquee::workspace
