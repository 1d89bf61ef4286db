// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QObject>
#include <QString>

#include <functional>

namespace marquee::workspace {

class OpenDocument;
class OpenDocuments;

/// What users do to files of the workspace as a whole. Nothing here overwrites or deletes: a name that is taken is
/// refused, and what goes goes to the bin. Errors are for the user, with a next step. The window's thread.
class FileWork : public QObject
{
    Q_OBJECT

public:
    /// The longest name that file systems take, in bytes of UTF-8.
    static constexpr int LongestName = 255;

    /// `isTaken`: whether an avail of the workspace has that ALID; see FolderModel::holdsAlid. The documents have to
    /// outlive this.
    FileWork(OpenDocuments &documents, std::function<bool(const QString &alid)> isTaken, QObject *parent = nullptr);

    /// Why a file can't have that name; Invalid. A name stands alone, without a folder.
    static Expected<void> checkName(const QString &name);

    /// Gives a file another name in its folder, and an open document along with it. Where the name doesn't end as the
    /// old one does (".json"), that is put behind it. The new path. Errors: Invalid (not a name, or taken), NotFound,
    /// NotPermitted; WriteFailed while the document is being saved.
    Expected<QString> rename(const QString &path, const QString &newName);

    struct Duplicate
    {
        QString path;
        QString alid; ///< of the (first) avail; empty where there is none
        int windows = 0; ///< that got another ID
    };
    /// Makes a new file beside another: the same bytes but for the ALID, which gets the same ending as the file
    /// ("-copy",
    /// "-copy-2"…), and the windows' IDs, which are new. Of an open document the text as it stands is taken. Errors: as
    /// reading and saving; Malformed where no IDs can be changed.
    Expected<Duplicate> duplicate(const QString &path);

    struct Binned
    {
        QString path; ///< where it stood
        QString inBin; ///< where it stands now; empty where the platform doesn't say
    };
    /// Moves a file to the platform's bin, and closes it where it is open. Errors: WriteFailed where there is no bin or
    /// the document has edits that aren't saved; NotFound. Then nothing has happened.
    Expected<Binned> moveToBin(const QString &path);
    /// The other way. Invalid where another file has taken the place meanwhile.
    Expected<void> putBack(const Binned &binned);

Q_SIGNALS:
    // See FolderModel.
    void renamed(const QString &from, const QString &to);
    void removed(const QString &path);
    void added(const QString &path);

private:
    Expected<QByteArray> textOf(const QString &path) const;
    bool isAlidFree(const QString &alid) const;

    OpenDocuments &m_documents;
    std::function<bool(const QString &)> m_isTaken;
};

} // namespace marquee::workspace
