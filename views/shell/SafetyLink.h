// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Frame.h"
#include "workspace/Draft.h"

#include <QObject>

#include <vector>

namespace marquee::workspace {
class Autosave;
class FileClaims;
class OpenDocument;
class OpenDocuments;
}

namespace marquee::shell {

/// No work lost: keeps drafts, offers those that an earlier session left, and says who else has a file open.
class SafetyLink : public QObject
{
    Q_OBJECT

public:
    SafetyLink(const Frame &frame, workspace::OpenDocuments &documents, QObject *parent);

    /// Looks for what an earlier session left, and asks about it.
    void offerDrafts();
    /// Everything that was done so far is on the disk when this returns.
    void flush();

private:
    void offer(const std::vector<workspace::Draft> &drafts);
    void sayTaken(workspace::OpenDocument *document, qint64 process, const QString &machine);

    const Frame m_frame;
    workspace::Autosave *m_autosave;
    workspace::FileClaims *m_claims;
};

} // namespace marquee::shell
