// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FolderModel.h"

#include "workspace/Files.h"
#include "workspace/OpenDocument.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <utility>

namespace marquee::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int RescanDelayMs = 250; // many files change at once: a checkout, a copy
constexpr auto WorkspaceFileName = "marquee.json"_L1;

} // namespace

FolderModel::FolderModel(rules::Rulebook book, QObject *parent)
    : QAbstractItemModel(parent)
    , m_book(std::move(book))
    , m_generation(std::make_shared<std::atomic<int>>(0))
{
    m_reader.setMaxThreadCount(1);
    m_rescan.setSingleShot(true);
    m_rescan.setInterval(RescanDelayMs);
    connect(&m_rescan, &QTimer::timeout, this, &FolderModel::rescan);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_rescan, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_rescan, qOverload<>(&QTimer::start));
}

FolderModel::~FolderModel()
{
    ++*m_generation;
    m_reader.clear();
    m_reader.waitForDone();
}

void FolderModel::setSeverities(const rules::Severities &severities)
{
    m_severities = severities;
    for (const File *file : std::as_const(m_files)) {
        if (file->size <= LargestGlance)
            glance(*file);
    }
}

void FolderModel::setFolder(const QString &folder)
{
    beginResetModel();
    ++*m_generation;
    m_headings.clear();
    m_files.clear();
    m_pending = 0;
    m_listing = false;
    m_listAgain = false;
    m_cut = false;
    // As documents name their files: links are followed.
    m_folder = folder.isEmpty() ? QString() : QFileInfo(folder).canonicalFilePath();
    if (m_folder.isEmpty() && !folder.isEmpty())
        m_folder = QDir(folder).absolutePath();
    if (const QStringList watched = m_watcher.directories() + m_watcher.files(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    endResetModel();
    rescan();
}

FolderModel::Group FolderModel::groupOf(rules::DocumentKind kind)
{
    switch (kind) {
    case rules::DocumentKind::Avail:
        return Group::Avails;
    case rules::DocumentKind::Batch:
        return Group::Batches;
    case rules::DocumentKind::AvailReply:
    case rules::DocumentKind::BatchReply:
    case rules::DocumentKind::Reply:
        return Group::Replies;
    case rules::DocumentKind::Unknown:
        break;
    }
    return Group::Other;
}

QString FolderModel::groupName(Group group)
{
    switch (group) {
    case Group::Avails:
        return tr("Avails");
    case Group::Batches:
        return tr("Batches");
    case Group::Replies:
        return tr("Replies");
    case Group::Reading:
        return tr("Reading…");
    case Group::Other:
        break;
    }
    return tr("Other files");
}

FolderModel::Listing FolderModel::list(const QString &folder, const std::function<bool()> &isWanted)
{
    Listing listing;
    listing.folders << folder;
    int entries = 0;
    // Folder by folder: what is hidden, and where links lead, isn't gone into.
    for (qsizetype next = 0; next < listing.folders.size() && !listing.cut; ++next) {
        QDirIterator entry(listing.folders[next], QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
        while (entry.hasNext() && isWanted()) {
            entry.next();
            const QFileInfo info = entry.fileInfo();
            const bool isPayload = info.isFile() && info.fileName() != WorkspaceFileName
                && info.fileName().endsWith(".json"_L1, Qt::CaseInsensitive);
            if (++entries > MostEntries || (isPayload && listing.files.size() == static_cast<std::size_t>(MostFiles))) {
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
    std::sort(listing.files.begin(), listing.files.end(), [](const File &a, const File &b) { return a.path < b.path; });
    return listing;
}

void FolderModel::rescan()
{
    if (m_folder.isEmpty())
        return;
    if (m_listing) {
        m_listAgain = true;
        return;
    }
    m_listing = true;
    const auto listAndTell = [this, folder = m_folder, generation = m_generation, mine = m_generation->load()] {
        const Listing listing = list(folder, [&] { return *generation == mine; });
        QMetaObject::invokeMethod(
            this,
            [this, listing, generation, mine] {
                if (*generation == mine)
                    take(listing);
            },
            Qt::QueuedConnection);
    };
    m_reader.start(listAndTell, 1); // before files that wait to be looked into
}

void FolderModel::take(const Listing &listing)
{
    m_listing = false;
    m_cut = listing.cut;
    watch(listing);
    if (m_files.isEmpty()) {
        fill(listing.files);
    } else {
        const QStringList known = m_files.keys();
        for (const QString &path : known) {
            const auto at = std::lower_bound(listing.files.begin(), listing.files.end(), path,
                [](const File &file, const QString &wanted) { return file.path < wanted; });
            if (at == listing.files.end() || at->path != path)
                take(path);
        }
        for (const File &file : listing.files)
            update(file);
    }
    if (std::exchange(m_listAgain, false))
        rescan();
    tellIfSettled();
}

void FolderModel::watch(const Listing &listing)
{
    QStringList wanted = listing.folders.mid(0, MostWatched);
    for (std::size_t i = 0; i < listing.files.size() && i < static_cast<std::size_t>(MostWatched); ++i)
        wanted << listing.files[i].path;
    const QStringList watched = m_watcher.directories() + m_watcher.files();
    const QSet<QString> known(watched.begin(), watched.end());
    wanted.removeIf([&known](const QString &path) { return known.contains(path); });
    if (!wanted.isEmpty())
        m_watcher.addPaths(wanted);
}

/// Many at once are one reset, not thousands of insertions.
void FolderModel::fill(const std::vector<File> &files)
{
    beginResetModel();
    m_headings.clear();
    for (const Group group : {Group::Other, Group::Reading}) {
        auto heading = std::make_unique<Heading>(Heading{group, {}});
        for (const File &file : files) {
            if ((file.size > LargestGlance) != (group == Group::Other))
                continue;
            heading->files.push_back(std::make_unique<File>(file));
            m_files.insert(file.path, heading->files.back().get());
        }
        if (!heading->files.empty())
            m_headings.push_back(std::move(heading));
    }
    endResetModel();
    for (const File &file : files) {
        if (file.size <= LargestGlance)
            glance(file);
    }
}

void FolderModel::update(const File &found)
{
    File *known = m_files.value(found.path);
    if (known && known->changedMs == found.changedMs && known->size == found.size)
        return;
    const bool isLarge = found.size > LargestGlance;
    if (!known) {
        insert(isLarge ? Group::Other : Group::Reading, std::make_unique<File>(found));
    } else { // what it is stays until it was looked into again
        known->changedMs = found.changedMs;
        known->size = found.size;
        if (isLarge) {
            known->errors = -1;
            known->warnings = 0;
            insert(Group::Other, take(found.path));
        }
    }
    if (!isLarge)
        glance(found);
}

void FolderModel::tellIfSettled()
{
    if (isSettled())
        Q_EMIT settled();
}

void FolderModel::insert(Group group, std::unique_ptr<File> file)
{
    const auto at = std::lower_bound(m_headings.begin(), m_headings.end(), group,
        [](const auto &heading, Group wanted) { return heading->group < wanted; });
    const int headingRow = static_cast<int>(at - m_headings.begin());
    if (at == m_headings.end() || (*at)->group != group) {
        beginInsertRows({}, headingRow, headingRow);
        m_headings.insert(at, std::make_unique<Heading>(Heading{group, {}}));
        endInsertRows();
    }
    auto &files = m_headings[static_cast<std::size_t>(headingRow)]->files;
    const auto place = std::lower_bound(files.begin(), files.end(), file->path,
        [](const auto &other, const QString &path) { return other->path < path; });
    const int row = static_cast<int>(place - files.begin());
    beginInsertRows(index(headingRow, 0), row, row);
    m_files.insert(file->path, file.get());
    files.insert(place, std::move(file));
    endInsertRows();
}

std::unique_ptr<FolderModel::File> FolderModel::take(const QString &path)
{
    const QModelIndex at = indexOf(path);
    if (!at.isValid())
        return {};
    const int headingRow = at.parent().row();
    auto &files = m_headings[static_cast<std::size_t>(headingRow)]->files;
    beginRemoveRows(at.parent(), at.row(), at.row());
    auto file = std::move(files[static_cast<std::size_t>(at.row())]);
    files.erase(files.begin() + at.row());
    m_files.remove(path);
    endRemoveRows();
    if (files.empty()) {
        beginRemoveRows({}, headingRow, headingRow);
        m_headings.erase(m_headings.begin() + headingRow);
        endRemoveRows();
    }
    return file;
}

void FolderModel::glance(const File &file)
{
    ++m_pending;
    m_reader.start([this, path = file.path, changed = file.changedMs, book = m_book, severities = m_severities,
                       generation = m_generation, mine = m_generation->load()] {
        if (*generation != mine)
            return;
        Group group = Group::Other;
        rules::Counts counts;
        if (const auto bytes = readFile(path)) {
            const auto document = OpenDocument::read(book, *bytes, OpenDocument::Origin::File, severities);
            group = groupOf(document->kind());
            counts = document->counts();
        }
        QMetaObject::invokeMethod(
            this,
            [this, path, changed, group, counts, generation, mine] {
                if (*generation == mine)
                    seen(path, changed, group, counts.errors, counts.warnings);
            },
            Qt::QueuedConnection);
    });
}

void FolderModel::seen(const QString &path, qint64 changedMs, Group group, int errors, int warnings)
{
    --m_pending;
    File *file = m_files.value(path);
    if (file && file->changedMs == changedMs) {
        file->errors = errors;
        file->warnings = warnings;
        const QModelIndex at = indexOf(path);
        if (m_headings[static_cast<std::size_t>(at.parent().row())]->group == group)
            Q_EMIT dataChanged(at, at);
        else
            insert(group, take(path));
    }
    tellIfSettled();
}

void FolderModel::follow(OpenDocument *document)
{
    const auto tell = [this, document] { locate(document); };
    connect(document, &OpenDocument::stateChanged, this, tell);
    connect(document, &OpenDocument::changed, this, tell);
    connect(document, &OpenDocument::problemsChanged, this, tell);
    connect(document, &QObject::destroyed, this, [this, document] { forget(document); });
    locate(document);
}

/// It may have got another file since it was told of last.
void FolderModel::locate(OpenDocument *document)
{
    if (m_open.value(document->path()) != document) {
        forget(document);
        if (!document->path().isEmpty())
            m_open.insert(document->path(), document);
    }
    told(document->path());
}

void FolderModel::forget(const OpenDocument *document)
{
    const auto at = std::find(m_open.begin(), m_open.end(), document);
    if (at == m_open.end())
        return;
    const QString path = at.key();
    m_open.erase(at);
    told(path);
}

void FolderModel::told(const QString &path)
{
    const QModelIndex at = indexOf(path);
    if (at.isValid())
        Q_EMIT dataChanged(at, at);
}

QModelIndex FolderModel::indexOf(const QString &path) const
{
    for (std::size_t h = 0; h < m_headings.size(); ++h) {
        const auto &files = m_headings[h]->files;
        const auto at = std::lower_bound(files.begin(), files.end(), path,
            [](const auto &file, const QString &wanted) { return file->path < wanted; });
        if (at != files.end() && (*at)->path == path)
            return createIndex(static_cast<int>(at - files.begin()), 0, m_headings[h].get());
    }
    return {};
}

QModelIndex FolderModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0)
        return {};
    if (!parent.isValid())
        return row < static_cast<int>(m_headings.size()) ? createIndex(row, 0, nullptr) : QModelIndex();
    if (parent.internalPointer())
        return {};
    Heading *heading = m_headings[static_cast<std::size_t>(parent.row())].get();
    return row < static_cast<int>(heading->files.size()) ? createIndex(row, 0, heading) : QModelIndex();
}

QModelIndex FolderModel::parent(const QModelIndex &child) const
{
    const void *heading = child.internalPointer();
    for (std::size_t i = 0; heading && i < m_headings.size(); ++i) {
        if (m_headings[i].get() == heading)
            return createIndex(static_cast<int>(i), 0, nullptr);
    }
    return {};
}

int FolderModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_headings.size());
    return parent.internalPointer()
        ? 0
        : static_cast<int>(m_headings[static_cast<std::size_t>(parent.row())]->files.size());
}

int FolderModel::columnCount(const QModelIndex &) const
{
    return 1;
}

Qt::ItemFlags FolderModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return index.internalPointer() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                                   : Qt::ItemIsEnabled;
}

/// Its way from the folder, without ".json".
QString FolderModel::nameOf(const File &file) const
{
    QString name = file.path.mid(m_folder.size() + (m_folder.endsWith(u'/') ? 0 : 1));
    if (name.endsWith(".json"_L1, Qt::CaseInsensitive))
        name.chop(5);
    return name;
}

QVariant FolderModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto *heading = static_cast<const Heading *>(index.internalPointer());
    if (!heading) {
        const Heading &own = *m_headings[static_cast<std::size_t>(index.row())];
        if (role == Qt::AccessibleTextRole)
            return tr("%1, %n file(s)", nullptr, static_cast<int>(own.files.size())).arg(groupName(own.group));
        return role == Qt::DisplayRole ? QVariant(groupName(own.group)) : QVariant();
    }
    const File &file = *heading->files[static_cast<std::size_t>(index.row())];
    const OpenDocument *open = m_open.value(file.path);
    const rules::Counts counts = open ? open->counts() : rules::Counts{file.errors, file.warnings, 0};
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(file);
    case Qt::ToolTipRole:
        return QDir::toNativeSeparators(file.path);
    case Qt::AccessibleTextRole: {
        QStringList words{nameOf(file)};
        if (counts.errors > 0)
            words << tr("%n error(s)", nullptr, counts.errors);
        if (counts.warnings > 0)
            words << tr("%n warning(s)", nullptr, counts.warnings);
        if (open)
            words << (open->isModified() ? tr("open, not saved") : tr("open"));
        return words.join(u", "_s);
    }
    case PathRole:
        return file.path;
    case ErrorsRole:
        return counts.errors;
    case WarningsRole:
        return counts.warnings;
    case OpenRole:
        return open != nullptr;
    case ModifiedRole:
        return open && open->isModified();
    default:
        return {};
    }
}

} // namespace marquee::workspace
