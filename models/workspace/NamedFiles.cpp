// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/NamedFiles.h"

#include "payload/XmlReader.h"
#include "workspace/Files.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace marquee::workspace {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("NamedFiles", text);
}

Error notThere(const QString &name)
{
    return makeError(Error::Code::NotFound, tr("There is no “%1” any more.").arg(name), tr("Choose another one."));
}

/// Names that mean a device on Windows, whatever stands behind the dot.
bool isDevice(const QString &name)
{
    const QString base = name.section(u'.', 0, 0).trimmed().toUpper();
    if (base == u"CON"_s || base == u"PRN"_s || base == u"AUX"_s || base == u"NUL"_s)
        return true;
    return base.size() == 4 && (base.startsWith(u"COM"_s) || base.startsWith(u"LPT"_s)) && base.at(3).isDigit();
}

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

QString endingFor(const QByteArray &bytes)
{
    return payload::isXmlText({bytes.constData(), static_cast<std::size_t>(bytes.size())}) ? u".xml"_s : u".json"_s;
}

} // namespace

NamedFiles::NamedFiles(QString folder)
    : m_folder(std::move(folder))
{
}

QString NamedFiles::fileNameOf(const QString &name, const QString &ending)
{
    static const QString forbidden = u"%/\\:*?\"<>|"_s;
    const auto encoded = [](QChar c) {
        return QString::fromLatin1(QString(c).toUtf8().toPercentEncoding({}, QByteArray(1, c.toLatin1())));
    };
    const bool device = isDevice(name);
    QString file;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name.at(i);
        const bool atEdge = (i == 0 && (c == u'.' || device)) || (i + 1 == name.size() && (c == u'.' || c == u' '));
        const bool isPlain = !forbidden.contains(c) && c.category() != QChar::Other_Control && !atEdge;
        file += isPlain || c.unicode() > 0x7e ? QString(c) : encoded(c);
    }
    return file + ending;
}

QString NamedFiles::nameOf(const QString &fileName)
{
    const QString base = withoutPayloadEnding(fileName);
    const QString name = QString::fromUtf8(QByteArray::fromPercentEncoding(base.toUtf8()));
    return fileNameOf(name, fileName.mid(base.size())) == fileName ? name : base;
}

std::vector<NamedFile> NamedFiles::list() const
{
    QFileInfoList infos = QDir(m_folder).entryInfoList({u"*.json"_s, u"*.xml"_s}, QDir::Files, QDir::Name);
    infos = infos.mid(0, MostFiles);
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(infos.begin(), infos.end(), [&](const QFileInfo &one, const QFileInfo &other) {
        return collator.compare(nameOf(one.fileName()), nameOf(other.fileName())) < 0;
    });
    std::vector<NamedFile> files;
    for (const QFileInfo &info : infos) {
        NamedFile &file = files.emplace_back();
        file.name = nameOf(info.fileName());
        file.path = info.filePath();
        if (info.size() > LargestFile) {
            file.error = makeError(Error::Code::TooLarge,
                tr("“%1” is larger than %2 MB.").arg(file.path).arg(LargestFile / (1024 * 1024)),
                tr("Look at the file in its folder."));
            continue;
        }
        auto bytes = readFile(file.path);
        if (bytes)
            file.bytes = std::move(*bytes);
        else
            file.error = bytes.error();
    }
    return files;
}

QString NamedFiles::pathOf(const QString &name) const
{
    QString like;
    const QStringList files = QDir(m_folder).entryList({u"*.json"_s, u"*.xml"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString standing = nameOf(file);
        if (standing == name)
            return QDir(m_folder).filePath(file);
        if (isSame(standing, name))
            like = QDir(m_folder).filePath(file);
    }
    return like;
}

bool NamedFiles::contains(const QString &name) const
{
    return !pathOf(name.trimmed()).isEmpty();
}

Expected<QByteArray> NamedFiles::read(const QString &name) const
{
    const QString path = pathOf(name);
    if (path.isEmpty())
        return tl::unexpected(notThere(name));
    return readFile(path);
}

Expected<QString> NamedFiles::freePath(const QString &name, const QString &ending, const QString &but) const
{
    if (name.isEmpty())
        return tl::unexpected(makeError(Error::Code::Invalid, tr("It needs a name."), tr("Give it one.")));
    const QString file = fileNameOf(name, ending);
    constexpr qsizetype mostBytes = 240; // what every disk takes
    if (name.size() > LongestName || file.toUtf8().size() > mostBytes)
        return tl::unexpected(makeError(Error::Code::Invalid, tr("That name is too long."), tr("Give it a shorter one.")));
    const QString standing = pathOf(name);
    if (!standing.isEmpty() && standing != but)
        return tl::unexpected(
            makeError(Error::Code::Invalid, tr("There is a “%1” already.").arg(name), tr("Give it another name.")));
    return QDir(m_folder).filePath(file);
}

Expected<void> NamedFiles::save(const QString &name, const QByteArray &bytes, Existing existing)
{
    const QString wanted = name.trimmed();
    if (bytes.size() > LargestFile)
        return tl::unexpected(makeError(Error::Code::TooLarge,
            tr("That is larger than the %1 MB that can be kept under a name.").arg(LargestFile / (1024 * 1024)),
            tr("Save it as a file of its own.")));
    const QString standing = existing == Existing::Replace ? pathOf(wanted) : QString();
    const QString ending = endingFor(bytes);
    const auto path = freePath(wanted, ending, standing);
    if (!path)
        return tl::unexpected(path.error());
    if (!QDir().mkpath(m_folder))
        return tl::unexpected(makeError(Error::Code::WriteFailed, tr("The folder “%1” can't be made.").arg(m_folder),
            tr("Look whether the disk is full, and whether you may write there.")));
    if (standing.isEmpty() || standing.endsWith(ending, Qt::CaseInsensitive))
        return saveFile(standing.isEmpty() ? *path : standing, bytes);
    const auto done = saveFile(*path, bytes);
    if (done)
        QFile::remove(standing); // what was JSON is XML now
    return done;
}

Expected<void> NamedFiles::rename(const QString &name, const QString &to)
{
    const QString standing = pathOf(name);
    if (standing.isEmpty())
        return tl::unexpected(notThere(name));
    const auto path = freePath(to.trimmed(), u'.' + QFileInfo(standing).suffix(), standing);
    if (!path)
        return tl::unexpected(path.error());
    if (*path == standing)
        return {};
    QFile file(standing);
    if (!file.rename(*path))
        return tl::unexpected(makeError(Error::Code::WriteFailed,
            tr("“%1” couldn't be renamed: %2.").arg(name, file.errorString()), tr("It stays under its old name.")));
    return {};
}

Expected<QByteArray> NamedFiles::remove(const QString &name)
{
    const QString path = pathOf(name);
    auto bytes = read(name);
    if (!bytes)
        return bytes;
    QFile file(path);
    if (!file.remove())
        return tl::unexpected(makeError(Error::Code::WriteFailed,
            tr("“%1” couldn't be deleted: %2.").arg(name, file.errorString()), tr("It is still there.")));
    return bytes;
}

} // namespace marquee::workspace
