// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ask/Ask.h"
#include "rules/Validator.h"
#include "workspace/OpenDocument.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <vector>

namespace marquee::workspace {
class OpenDocuments;
}

namespace marquee::ask {

/// What one document answers.
struct AskedDocument
{
    QString path; ///< empty where it has no file
    QString name; ///< for lists: its way from the folder
    QPointer<workspace::OpenDocument> document; ///< where it was open
    std::vector<Answer> answers; ///< not empty
};

/// How far it is, or how it ended.
struct AskState
{
    int looked = 0; ///< documents that were looked into
    int documents = 0; ///< that there are; 0 while that isn't known
    int avails = 0; ///< that answered
    int allowed = 0; ///< of those, that say yes
    int unread = 0; ///< documents that can't be read or aren't well-formed, or are too large
    bool isCut = false; ///< there are more files, or more avails, than are gone through
    bool isCancelled = false;
};

/// Asks all avails of a workspace: the files of a folder, and what is open, as it stands. Works on another thread and
/// tells what it finds in batches. One question at a time; of the thread that made it.
class WorkspaceAsk : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostAvails = 20'000;
    static constexpr std::size_t MostWindows = 50; ///< of an avail that are listed
    static constexpr qint64 LargestFile = 64 * 1024 * 1024; ///< bytes; larger ones are counted as unread

    /// The documents have to outlive it.
    WorkspaceAsk(rules::Rulebook book, workspace::OpenDocuments &documents, QObject *parent = nullptr);
    ~WorkspaceAsk() override;

    void setFolder(const QString &folder) { m_folder = folder; } ///< empty: only what is open
    /// Begins anew; an earlier question ends without a word. `finished` follows.
    void start(const Question &question);
    void cancel(); ///< `finished` follows, with what there is
    bool isRunning() const { return m_isRunning; }
    const Question &question() const { return m_question; }
    const AskState &state() const { return m_state; }

Q_SIGNALS:
    void started();
    void answered(const std::vector<marquee::ask::AskedDocument> &documents);
    void progressed(); ///< state() is another
    void finished();

private:
    struct Work;
    void take(int generation);

    rules::Rulebook m_book;
    workspace::OpenDocuments &m_documents;
    QString m_folder;
    Question m_question;
    AskState m_state;
    bool m_isRunning = false;
    int m_generation = 0;
    std::shared_ptr<Work> m_work;
    QThreadPool m_pool;
};

} // namespace marquee::ask
