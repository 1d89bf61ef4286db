// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FolderScan.h"

#include "workspace/Files.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace marquee::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr auto WorkspaceFileName = "marquee.json"_L1;

bool isPayloadFile(const QFileInfo &info)
{
    return info.isFile() && info.fileName() != WorkspaceFileName && isPayloadName(info.fileName());
}

} // namespace

FolderListing listFolder(const QString &folder, const std::function<bool()> &isWanted)
{
    FolderListing listing;
    listing.folders << folder;
    int entries = 0;
    for (qsizetype next = 0; next < listing.folders.size() && !listing.cut; ++next) {
        QDirIterator entry(listing.folders[next], QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
        while (entry.hasNext() && isWanted()) {
            entry.next();
            const QFileInfo info = entry.fileInfo();
            const bool isPayload = isPayloadFile(info);
            if (++entries > FolderListing::MostEntries
                || (isPayload && listing.files.size() == static_cast<std::size_t>(FolderListing::MostFiles))) {
                listing.cut = true;
                break;
            }
            if (info.isDir() && !info.isSymLink())
                listing.folders << info.absoluteFilePath();
            else if (isPayload)
                listing.files.push_back(
                    {info.absoluteFilePath(), info.size(), info.lastModified().toMSecsSinceEpoch()});
        }
    }
    std::sort(listing.files.begin(), listing.files.end(),
        [](const FolderFile &a, const FolderFile &b) { return a.path < b.path; });
    return listing;
}

} // namespace marquee::workspace
