// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>
#include <QSet>

namespace marquee::workspace {
class FileWatch;
class OpenDocument;
}

namespace marquee::shell {

class DocumentTabs;
class FileDesk;

/// Files of open documents that somebody else wrote or took away: asks whether to keep, reload or compare, and before such a file is
/// written over.
class WatchLink : public QObject
{
    Q_OBJECT

public:
    WatchLink(const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, QObject *parent);

    /// The document in front is another: what there is to be asked about it is asked.
    void setDocument(workspace::OpenDocument *document);

private:
    void ask(workspace::OpenDocument *document);
    void reload(workspace::OpenDocument *document);
    bool mayWrite(workspace::OpenDocument *document);

    const Frame m_frame;
    DocumentTabs &m_tabs;
    workspace::FileWatch *m_watch;
    QSet<const workspace::OpenDocument *> m_gone; ///< documents whose files aren't there any more
};

} // namespace marquee::shell
