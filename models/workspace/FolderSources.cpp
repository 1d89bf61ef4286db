// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FolderSources.h"

#include "workspace/Files.h"
#include "workspace/FolderScan.h"
#include "workspace/OpenDocuments.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>

namespace marquee::workspace {

namespace {

QString nameIn(const QString &folder, const QString &path)
{
    const QString front = folder.endsWith(u'/') ? folder : QString(folder + u'/');
    const bool isInside = !folder.isEmpty() && path.startsWith(front);
    return withoutPayloadEnding(isInside ? path.mid(front.size()) : QFileInfo(path).fileName());
}

} // namespace

std::vector<FolderSource> openSources(OpenDocuments &documents)
{
    std::vector<FolderSource> open;
    for (OpenDocument *document : documents.all()) {
        document->finishTyping();
        open.push_back({document->path(), document->name(), document->textToSave(), document, 0});
    }
    return open;
}

FolderSources sourcesOf(const QString &folder, std::vector<FolderSource> open, const std::function<bool()> &goesOn)
{
    FolderSources found;
    QHash<QString, std::size_t> places;
    const QString real = folder.isEmpty() ? QString() : QFileInfo(folder).canonicalFilePath();
    if (!real.isEmpty()) {
        const FolderListing listing = listFolder(real, goesOn);
        for (const FolderFile &file : listing.files) {
            places.insert(file.path, found.all.size());
            found.all.push_back({file.path, nameIn(real, file.path), std::nullopt, nullptr, file.size});
        }
        found.isCut = listing.cut;
    }
    for (FolderSource &source : open) {
        if (!source.path.isEmpty())
            source.name = nameIn(real, source.path);
        const auto at = source.path.isEmpty() ? places.constEnd() : places.constFind(source.path);
        if (at != places.constEnd())
            found.all[*at] = std::move(source);
        else
            found.all.push_back(std::move(source));
    }
    return found;
}

Expected<QByteArray> bytesOf(const FolderSource &source, qint64 largest)
{
    if (source.text)
        return source.text->toByteArray();
    if (source.size <= largest)
        return readFile(source.path);
    Error error;
    error.code = Error::Code::TooLarge;
    error.message = QCoreApplication::translate("Files", "“%1” is too large to be looked into here.").arg(source.name);
    return tl::unexpected(error);
}

} // namespace marquee::workspace
