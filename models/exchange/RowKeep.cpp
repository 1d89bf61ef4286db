// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/RowKeep.h"

#include "exchange/Journal.h"
#include "payload/Document.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Rows", text);
}

/// A name that every file system takes.
QString fileName(const QString &name)
{
    constexpr qsizetype longest = 80;
    QString safe;
    for (const QChar c : QFileInfo(name).fileName().right(longest))
        safe += c.isLetterOrNumber() || u" .-_()"_s.contains(c) ? c : u'_';
    while (safe.startsWith(u'.') || safe.startsWith(u' '))
        safe.remove(0, 1);
    return safe.isEmpty() || safe == u"template.json"_s ? u"rows"_s : safe;
}

Expected<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // Rows hold prices: their owner alone reads them, as the journal.
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit())
        return {};
    Error error;
    error.code = Error::Code::WriteFailed;
    error.message = tr("The rows can't be kept in “%1”: %2.").arg(QDir::toNativeSeparators(path), file.errorString());
    error.nextStep = tr("A run could not go on without them. Free some space there, or look at its permissions.");
    return tl::unexpected(error);
}

void clearOld(const QString &folder)
{
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-JournalOptions().days);
    for (const QFileInfo &kept : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (kept.lastModified().toUTC() < oldest)
            QDir(kept.filePath()).removeRecursively();
    }
}

} // namespace

QString rowsFolder(const QString &journalPath)
{
    return QFileInfo(journalPath.isEmpty() ? Journal::defaultPath() : journalPath).path() + u"/rows"_s;
}

Expected<KeptRows> keepRows(const QString &folder, const QString &run, const RowInput &input)
{
    clearOld(folder);
    const QString own = QDir(folder).filePath(fileName(run));
    QDir().mkpath(own);
    const KeptRows kept{own + u'/' + fileName(input.name), own + u"/template.json"_s};
    for (const auto &[path, bytes] : {std::pair{kept.rows, input.rows}, {kept.templateFile, input.templateText}}) {
        if (const auto done = write(path, bytes); !done)
            return tl::unexpected(done.error());
    }
    return kept;
}

Expected<RowMaker> rowMakerFrom(const ReadFile &read, const QString &rowsFile, const QString &templateFile,
    const QString &mapping, const catalog::Catalog &catalog)
{
    const auto bytes = read(rowsFile);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto text = read(templateFile);
    if (!text)
        return tl::unexpected(text.error());
    auto table = RowTable::read(*bytes);
    if (!table)
        return tl::unexpected(table.error());
    const auto document = payload::Document::read(*text);
    if (!document)
        return tl::unexpected(document.error());
    RowMapping columns = RowMapping::fromText(mapping, table->headings(), **document, catalog);
    return RowMaker::make(*text, std::move(*table), std::move(columns));
}

} // namespace marquee::exchange
