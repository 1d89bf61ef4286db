// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/Files.h"

#include "payload/Text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace marquee::workspace {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Files", text);
}

Error tooLarge(const QString &path)
{
    return makeError(Error::Code::TooLarge,
                   tr("“%1” is larger than %2 MB.").arg(path).arg(payload::Text::MaximumSize / (1024 * 1024)),
                   tr("Split it into several files."));
}

} // namespace

Expected<QByteArray> readFile(const QString &path)
{
    QFile file;
    bool isOpen = false;
    if (path == "-"_L1) {
        isOpen = file.open(stdin, QIODevice::ReadOnly);
    } else {
        const QFileInfo info(path);
        if (!info.exists())
            return tl::unexpected(makeError(Error::Code::NotFound, tr("There is no file “%1”.").arg(path)));
        if (info.isDir())
            return tl::unexpected(makeError(Error::Code::NotAFile, tr("“%1” is a folder.").arg(path),
                                          tr("Name the files in it.")));
        if (info.size() > payload::Text::MaximumSize)
            return tl::unexpected(tooLarge(path));
        file.setFileName(path);
        isOpen = file.open(QIODevice::ReadOnly);
    }
    if (!isOpen) {
        const bool refused = file.error() == QFile::PermissionsError || !QFileInfo(path).isReadable();
        return tl::unexpected(makeError(refused ? Error::Code::NotPermitted : Error::Code::ReadFailed,
                                      tr("“%1” can't be opened: %2.").arg(path, file.errorString()),
                                      refused ? tr("Ask whoever owns the file for the right to read it.") : QString()));
    }
    // One byte more than allowed tells an endless source from a large one.
    QByteArray bytes = path == "-"_L1 ? file.read(payload::Text::MaximumSize + qint64(1)) : file.readAll();
    if (bytes.size() > payload::Text::MaximumSize)
        return tl::unexpected(tooLarge(path));
    if (file.error() != QFile::NoError)
        return tl::unexpected(makeError(Error::Code::ReadFailed, tr("“%1” can't be read: %2.").arg(path, file.errorString())));
    return bytes;
}

Expected<void> saveFile(const QString &path, const QByteArray &bytes)
{
    const QFileInfo info(path);
    if (info.isDir())
        return tl::unexpected(makeError(Error::Code::NotAFile, tr("“%1” is a folder.").arg(path), tr("Name a file in it.")));
    // A device would be replaced by a file of its name.
    if (info.exists() && !info.isFile())
        return tl::unexpected(makeError(Error::Code::NotAFile, tr("“%1” isn't a file.").arg(path), tr("Name a file.")));
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (written)
        return {};
    const bool refused = file.error() == QFile::PermissionsError || file.error() == QFile::OpenError;
    return tl::unexpected(makeError(refused ? Error::Code::NotPermitted : Error::Code::WriteFailed,
                                  tr("“%1” couldn't be saved: %2. What stood there still stands.").arg(path, file.errorString()),
                                  tr("Save under another name or in another folder.")));
}

bool isPayloadName(const QString &name)
{
    return name.endsWith(".json"_L1, Qt::CaseInsensitive) || name.endsWith(".xml"_L1, Qt::CaseInsensitive);
}

QString withoutPayloadEnding(const QString &name)
{
    return isPayloadName(name) ? name.left(name.lastIndexOf(u'.')) : name;
}

} // namespace marquee::workspace
