// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Kind.h"
#include "rules/Validator.h"
#include "workspace/FileGlances.h"
#include "workspace/FolderRows.h"

#include <QFileSystemWatcher>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>
#include <vector>

namespace marquee::workspace {

/// The payload files of a folder, under headings by what they are. What a file is and how many problems it has is found
/// out on other threads; until then it stands under "Reading…". A file that has the size and time that it had when it
/// was looked into isn't looked into again. Follows the folder when files come, go or change, and open documents as
/// they are edited.
class FolderModel : public FolderRows
{
    Q_OBJECT

public:
    /// More files than this are not listed; `isCut` says so.
    static constexpr int MostFiles = FolderListing::MostFiles;
    /// Of so many files, a change inside is noticed at once; of more, when one comes or goes.
    static constexpr int MostWatched = 1000;
    /// Larger files are listed, and not looked into.
    static constexpr qint64 LargestGlance = 8 * 1024 * 1024;

    /// `threads`: as many look into files at once.
    explicit FolderModel(rules::Rulebook book, QObject *parent = nullptr, int threads = 2);
    ~FolderModel() override;

    /// The folder that is shown already is looked through again.
    void setFolder(const QString &folder);
    /// What the workspace says of single rules. Files that were looked into are again.
    void setSeverities(const rules::Severities &severities);
    bool isCut() const { return m_cut; }
    /// Every file was looked into.
    bool isSettled() const { return m_glances.waiting() == 0 && !m_listing; }

    /// What was done to a file by this program: the model needn't find out.
    void renamed(const QString &from, const QString &to);
    void removed(const QString &path);
    void checkNow(); ///< files may have come or changed

    /// Whether an avail of the folder, as its file was looked into last, has that ALID.
    bool holdsAlid(const QString &alid) const;
    QSet<QString> alids() const; ///< of all of them
    QStringList messages() const; ///< the paths of those with performances
    QStringList paths() const; ///< of all files that are listed

Q_SIGNALS:
    void settled(); ///< every file has been looked into
    void moved(const QString &from, const QString &to); ///< a file stands under another name

private:
    static Group groupOf(rules::DocumentKind kind);
    static void note(File &file, const FileGlance &glance);
    void rescan();
    void take(const FolderListing &listing);
    void watch(const FolderListing &listing);
    void watchMore();
    File *add(const FolderFile &file);
    void fill(const FolderListing &listing);
    void compare(const FolderListing &listing);
    void dropMissing(const FolderListing &listing);
    void found(const std::vector<FileGlance> &glances);
    void lookAtAll();
    void tellIfSettled();

    QFileSystemWatcher m_watcher;
    QStringList m_toWatch;
    QTimer m_watchMore;
    QTimer m_rescan;
    bool m_cut = false;
    bool m_listing = false;
    bool m_listAgain = false; ///< something changed while the folder was listed
    std::shared_ptr<std::atomic<int>> m_generation; ///< listings of an earlier folder end early
    FileGlances m_glances;
    QThreadPool m_lister;
};

} // namespace marquee::workspace
