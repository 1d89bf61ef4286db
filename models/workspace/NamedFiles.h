// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace marquee::workspace {

/// One of the user's own things that is kept as a file.
struct NamedFile
{
    QString name; ///< any text
    QString path;
    QByteArray bytes; ///< empty where it can't be read
    std::optional<Error> error; ///< why it can't
};

/// Small JSON or XML files of a folder under names that are any text: NAME.json or NAME.xml, with percent signs for what a file's name
/// can't hold. Names that differ in case alone are the same, because some disks can't tell them apart. The folder is
/// made when something is saved. Whoever asks reads the disk; nothing is kept. One thread.
class NamedFiles
{
public:
    explicit NamedFiles(QString folder);

    static constexpr qint64 LargestFile = 8 * 1024 * 1024; ///< bytes
    static constexpr int MostFiles = 2000; ///< those that come first by name
    static constexpr int LongestName = 80; ///< characters

    const QString &folder() const { return m_folder; }
    /// In the order of people's alphabet. A file that can't be read is among them.
    std::vector<NamedFile> list() const;
    /// NotFound, or as readFile.
    Expected<QByteArray> read(const QString &name) const;
    bool contains(const QString &name) const;

    enum class Existing : std::uint8_t
    {
        Keep,
        Replace
    };
    /// Errors: Invalid (no name, too long a name, or it stands and is to be kept), TooLarge, as saveFile.
    Expected<void> save(const QString &name, const QByteArray &bytes, Existing existing = Existing::Keep);
    /// NotFound, Invalid as save, WriteFailed.
    Expected<void> rename(const QString &name, const QString &to);
    /// What stood in it, for saving it again. Nothing goes that couldn't be read.
    Expected<QByteArray> remove(const QString &name);

    /// "50% off" → "50%25 off.json".
    static QString fileNameOf(const QString &name, const QString &ending = QStringLiteral(".json"));
    /// The other way round; a file that was named otherwise keeps its own name.
    static QString nameOf(const QString &fileName);

private:
    QString pathOf(const QString &name) const; ///< of the file that stands; empty: none
    Expected<QString> freePath(const QString &name, const QString &ending, const QString &but) const;

    QString m_folder;
};

} // namespace marquee::workspace
