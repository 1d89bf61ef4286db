// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace marquee::workspace {

/// A payload file as the disk tells of it, without a look inside.
struct FolderFile
{
    QString path; ///< absolute
    qint64 size = 0; ///< in bytes
    qint64 changedMs = 0; ///< when it was last written, since 1970
};

/// What stands in a folder and below it.
struct FolderListing
{
    /// More payload files than this are not listed.
    static constexpr int MostFiles = 5000;
    /// A folder with more entries than this, whatever they are, isn't looked through to its end.
    static constexpr int MostEntries = 100'000;

    std::vector<FolderFile> files; ///< by path
    QStringList folders; ///< absolute; the folder itself first
    bool cut = false; ///< one of the limits was met
};

/// Lists the payload files (.json and .xml) of a folder. What is hidden, and where links lead, isn't gone into; the workspace's
/// own marquee.json isn't a payload. Ends early, with what it has, when `isWanted` says no. Any thread.
FolderListing listFolder(const QString &folder, const std::function<bool()> &isWanted);

} // namespace marquee::workspace
