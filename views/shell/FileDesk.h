// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Dialogs.h"
#include "shell/Models.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class MessageBar;

/// Carries out what is asked of files: new, open, paste, save, close, with the questions in between.
class FileDesk : public QObject
{
    Q_OBJECT

public:
    /// `window` is what questions belong to.
    FileDesk(const Models &models, Dialogs &dialogs, MessageBar &messages, QWidget *window);

    void makeNew();
    void openWithDialog();
    void open(const QStringList &paths); ///< folders among them become the workspace
    void paste();
    void chooseFolder();
    void openFolder(const QString &folder);

    /// What somebody knows of files who watches them.
    struct Guard
    {
        std::function<bool(workspace::OpenDocument *)> mayWrite; ///< asked before a document's own file is written
        std::function<bool(const workspace::OpenDocument *)> isLost; ///< its file is gone: closing the document loses it
    };
    void setGuard(Guard guard) { m_guard = std::move(guard); }
    void save(workspace::OpenDocument *document);
    void saveAs(workspace::OpenDocument *document);
    void saveAll();

    /// Asks once about everything that would be lost, saves where wanted, then closes these and calls `then`. Nothing happens
    /// where the user says Cancel or a save fails.
    void close(std::vector<workspace::OpenDocument *> documents, std::function<void()> then = {});
    /// The same for everything that is open.
    void closeAll(std::function<void()> then);
    /// The proposal for a malformed text, and, where it is taken, a document of it beside.
    void showRepair(workspace::OpenDocument *document);
    /// Something that isn't a document of ours: an answer, a report. Asks where to, and says where it is.
    void saveBytes(const QByteArray &bytes, const QString &suggested);

Q_SIGNALS:
    void folderChanged(const QString &folder);

private:
    QString suggestionFor(const workspace::OpenDocument &document) const;
    bool mayWrite(workspace::OpenDocument *document) const { return !m_guard.mayWrite || m_guard.mayWrite(document); }
    bool wouldBeLost(const workspace::OpenDocument *document) const;
    bool saveTo(workspace::OpenDocument *document);
    void saved(workspace::OpenDocument *document);
    void saveFailed(workspace::OpenDocument *document, const Error &error);

    const Models m_models;
    Dialogs &m_dialogs;
    MessageBar &m_messages;
    QWidget *m_window;
    Guard m_guard;
    // A close that waits for its saves.
    std::vector<workspace::OpenDocument *> m_closing;
    QSet<workspace::OpenDocument *> m_awaited;
    std::function<void()> m_then;
};

} // namespace marquee::shell
