// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "payload/Text.h"
#include "workspace/OpenDocument.h"

#include <QByteArray>
#include <QPointer>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace marquee::workspace {

class OpenDocuments;

/// One document of a workspace, to be read: a file, or what is open under its name, as it stands.
struct FolderSource
{
    QString path; ///< empty where it has no file
    QString name; ///< for lists: its way from the folder, without the ending
    std::optional<payload::Text> text; ///< where it is open
    QPointer<OpenDocument> document; ///< likewise; for the window's thread only
    qint64 size = 0; ///< of a file, in bytes
};

/// What is open, as it stands; what is being typed is handed on first. The window's thread.
std::vector<FolderSource> openSources(OpenDocuments &documents);

struct FolderSources
{
    std::vector<FolderSource> all;
    bool isCut = false; ///< the folder holds more files than are listed
};

/// The payload files of a folder (empty: none), with what is open at its place among them; what has no file, or one elsewhere,
/// behind. `goesOn` is asked now and then; false ends it. Any thread.
FolderSources sourcesOf(const QString &folder, std::vector<FolderSource> open, const std::function<bool()> &goesOn);

/// Its text. Errors as readFile; TooLarge for a file above `largest` bytes. Any thread.
Expected<QByteArray> bytesOf(const FolderSource &source, qint64 largest);

} // namespace marquee::workspace
