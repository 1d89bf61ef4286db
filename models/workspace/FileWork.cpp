// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FileWork.h"

#include "workspace/Files.h"
#include "workspace/FreshIds.h"
#include "workspace/OpenDocuments.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace marquee::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostCopies = 10'000; // of one file; ends a search that can't

QString canonical(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? QFileInfo(path).absoluteFilePath() : real;
}

QString fileName(const QString &path)
{
    return QFileInfo(path).fileName();
}

/// ".json" or ".xml" as the file spells it, or nothing.
QString endingOf(const QString &path)
{
    return isPayloadName(path) ? u'.' + QFileInfo(path).suffix() : QString();
}

/// On some file systems "A.json" and "a.json" are one file.
bool isSameFile(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0
        && QFileInfo(a).canonicalFilePath() == QFileInfo(b).canonicalFilePath();
}

/// "-copy", "-copy-2", "-copy-3"…
QString copyEnding(int number)
{
    return number == 1 ? u"-copy"_s : u"-copy-%1"_s.arg(number);
}

/// What it was called before it was a copy: a copy of a copy is the next copy.
QString withoutCopy(const QString &name)
{
    static const QRegularExpression ending(u"-copy(-[0-9]{1,5})?$"_s);
    const auto found = ending.match(name);
    return found.hasMatch() && found.capturedStart() > 0 ? name.left(found.capturedStart()) : name;
}

/// As much of a name as leaves room for an ending, in whole characters.
QString shortened(QString name, qsizetype bytes)
{
    while (name.toUtf8().size() > bytes) {
        name.chop(1);
        if (!name.isEmpty() && name.back().isHighSurrogate())
            name.chop(1);
    }
    return name;
}

} // namespace

FileWork::FileWork(OpenDocuments &documents, std::function<bool(const QString &)> isTaken, QObject *parent)
    : QObject(parent)
    , m_documents(documents)
    , m_isTaken(std::move(isTaken))
{
}

Expected<void> FileWork::checkName(const QString &name)
{
    static const QString bad = u"<>:\"/\\|?*"_s;
    const auto refuse = [](const QString &message, const QString &nextStep) {
        return tl::unexpected(makeError(Error::Code::Invalid, message, nextStep));
    };
    if (name.trimmed().isEmpty())
        return refuse(tr("A file needs a name."), tr("Type one."));
    for (const QChar c : name) {
        if (c.category() == QChar::Other_Control || bad.contains(c))
            return refuse(tr("A file's name can't have “%1” in it: not every computer takes that.")
                              .arg(c.isPrint() ? QString(c) : u"\u2423"_s),
                tr("Leave out %1 and line breaks.").arg(u"< > : \" / \\ | ? *"_s));
    }
    if (name.startsWith(u'.'))
        return refuse(
            tr("A file whose name begins with a full stop is hidden."), tr("Begin it with a letter or a number."));
    if (name.endsWith(u'.') || name.endsWith(u' ') || name.startsWith(u' '))
        return refuse(
            tr("A file's name can't begin or end with a blank, or end with a full stop."), tr("Take it away."));
    if (name.compare("marquee.json"_L1, Qt::CaseInsensitive) == 0)
        return refuse(tr("“marquee.json” is where the folder's settings stand."), tr("Take another name."));
    if (name.toUtf8().size() > LongestName)
        return refuse(tr("The name is too long."), tr("Take a shorter one, of 200 letters or less."));
    return {};
}

Expected<QString> FileWork::rename(const QString &path, const QString &newName)
{
    const QString from = canonical(path);
    const QString ending = endingOf(from);
    QString name = newName.trimmed();
    if (!name.isEmpty() && !name.endsWith(ending, Qt::CaseInsensitive))
        name += ending;
    if (auto good = checkName(name); !good)
        return tl::unexpected(good.error());
    const QString to = QFileInfo(from).path() + u'/' + name;
    if (to == from)
        return from;
    if (!QFileInfo::exists(from))
        return tl::unexpected(makeError(Error::Code::NotFound, tr("“%1” isn't there any more.").arg(fileName(from)),
            tr("It may have been moved or renamed elsewhere.")));
    if ((QFileInfo::exists(to) || QFileInfo(to).isSymLink()) && !isSameFile(from, to))
        return tl::unexpected(
            makeError(Error::Code::Invalid, tr("There is a file “%1” already.").arg(name), tr("Take another name.")));
    OpenDocument *document = m_documents.find(from);
    if (document && m_documents.isSaving(document))
        return tl::unexpected(makeError(
            Error::Code::WriteFailed, tr("“%1” is being saved.").arg(fileName(from)), tr("Try again in a moment.")));
    QFile file(from);
    if (!file.rename(to))
        return tl::unexpected(makeError(Error::Code::NotPermitted,
            tr("“%1” couldn't be renamed: %2.").arg(fileName(from), file.errorString()),
            tr("See whether you may change files in that folder.")));
    if (document)
        document->setPath(to);
    Q_EMIT renamed(from, to);
    return to;
}

Expected<QByteArray> FileWork::textOf(const QString &path) const
{
    if (OpenDocument *document = m_documents.find(path)) {
        document->finishTyping();
        return document->bytes();
    }
    return readFile(path);
}

bool FileWork::isAlidFree(const QString &alid) const
{
    if (m_isTaken && m_isTaken(alid))
        return false;
    const auto all = m_documents.all();
    return std::none_of(all.begin(), all.end(), [&alid](const OpenDocument *document) {
        return document->isPayload() && alidsOf(document->payload()).contains(alid);
    });
}

Expected<FileWork::Duplicate> FileWork::duplicate(const QString &path)
{
    const QString from = canonical(path);
    auto bytes = textOf(from);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto document = payload::Document::read(*std::move(bytes));
    if (!document) {
        Error error = document.error();
        error.message = tr("“%1” isn't well-formed, so its IDs can't be told: %2").arg(fileName(from), error.message);
        error.nextStep = tr("Open it and put the text right first.");
        return tl::unexpected(error);
    }
    const QStringList alids = alidsOf(**document);
    const QString suffix = endingOf(from);
    const QString folder = QFileInfo(from).path() + u'/';
    const QString base = withoutCopy(fileName(from).chopped(suffix.size()));
    QString ending;
    QString to;
    for (int number = 1; number < MostCopies && to.isEmpty(); ++number) {
        ending = copyEnding(number);
        const QString name = shortened(base, LongestName - ending.size() - suffix.size()) + ending + suffix;
        const bool isFree = !QFileInfo::exists(folder + name)
            && std::all_of(alids.begin(), alids.end(),
                [&](const QString &alid) { return isAlidFree(withoutCopy(alid) + ending); });
        if (isFree)
            to = folder + name;
    }
    if (to.isEmpty())
        return tl::unexpected(makeError(
            Error::Code::Invalid, tr("“%1” has too many copies.").arg(fileName(from)), tr("Rename some of them.")));

    const FreshIds fresh
        = freshIds(**document, [&ending](const QString &alid) -> QString { return withoutCopy(alid) + ending; });
    if (auto done = (*document)->apply(fresh.edits); !done)
        return tl::unexpected(done.error());
    if (auto saved = saveFile(to, (*document)->text().toByteArray()); !saved)
        return tl::unexpected(saved.error());
    Q_EMIT added(to);
    return Duplicate{to, alidsOf(**document).value(0), fresh.windows};
}

Expected<FileWork::Binned> FileWork::moveToBin(const QString &path)
{
    const QString from = canonical(path);
    if (!QFileInfo::exists(from))
        return tl::unexpected(makeError(Error::Code::NotFound, tr("“%1” isn't there any more.").arg(fileName(from)),
            tr("It may have been moved or renamed elsewhere.")));
    OpenDocument *document = m_documents.find(from);
    if (document && (document->isModified() || m_documents.isSaving(document)))
        return tl::unexpected(
            makeError(Error::Code::WriteFailed, tr("“%1” has edits that aren't saved, so it stays.").arg(fileName(from)),
                tr("Save or close it first, then move it to the bin.")));
    QString inBin;
    if (!QFile::moveToTrash(from, &inBin))
        return tl::unexpected(makeError(Error::Code::WriteFailed,
            tr("“%1” couldn't be moved to the bin: there is none for that folder, or you may not change files in it. "
               "Nothing was deleted.")
                .arg(fileName(from)),
            tr("Show it in its folder, and delete it there if you don't need it any more.")));
    if (document)
        m_documents.close(document);
    Q_EMIT removed(from);
    return Binned{from, inBin};
}

Expected<void> FileWork::putBack(const Binned &binned)
{
    if (QFileInfo::exists(binned.path))
        return tl::unexpected(
            makeError(Error::Code::Invalid, tr("Another file is called “%1” by now.").arg(fileName(binned.path)),
                tr("Rename that one, then take this one out of the bin by hand.")));
    if (binned.inBin.isEmpty() || !QFile::rename(binned.inBin, binned.path))
        return tl::unexpected(
            makeError(Error::Code::WriteFailed, tr("“%1” couldn't be taken out of the bin.").arg(fileName(binned.path)),
                tr("Open the bin and put it back there.")));
    // Where bins keep a note beside each file (freedesktop.org), it speaks of nothing now.
    const QFileInfo was(binned.inBin);
    if (was.dir().dirName() == "files"_L1)
        QFile::remove(was.path() + u"/../info/"_s + was.fileName() + u".trashinfo"_s);
    Q_EMIT added(binned.path);
    return {};
}

} // namespace marquee::workspace
