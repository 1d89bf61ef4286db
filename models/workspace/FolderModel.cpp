// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FolderModel.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <map>
#include <utility>

namespace marquee::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int RescanDelayMs = 250; // many files change at once: a checkout, a copy
constexpr qsizetype MostWatchedInTurn = 200; // each costs a call to the system

} // namespace

FolderModel::FolderModel(rules::Rulebook book, QObject *parent, int threads)
    : FolderRows(parent)
    , m_generation(std::make_shared<std::atomic<int>>(0))
    , m_glances(std::move(book), threads)
{
    m_lister.setMaxThreadCount(1);
    m_rescan.setSingleShot(true);
    m_rescan.setInterval(RescanDelayMs);
    connect(&m_rescan, &QTimer::timeout, this, &FolderModel::rescan);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_rescan, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_rescan, qOverload<>(&QTimer::start));
    m_watchMore.setSingleShot(true);
    connect(&m_watchMore, &QTimer::timeout, this, &FolderModel::watchMore);
    connect(&m_glances, &FileGlances::found, this, &FolderModel::found);
}

FolderModel::~FolderModel()
{
    ++*m_generation;
    m_lister.clear();
    m_lister.waitForDone();
}

void FolderModel::setSeverities(const rules::Severities &severities)
{
    if (m_glances.setSeverities(severities))
        lookAtAll();
}

void FolderModel::lookAtAll()
{
    std::vector<FolderFile> wanted;
    for (const auto &[path, file] : files()) {
        if (file->size <= LargestGlance)
            wanted.push_back(*file);
    }
    std::sort(wanted.begin(), wanted.end(), [](const FolderFile &a, const FolderFile &b) { return a.path < b.path; });
    m_glances.look(wanted);
}

void FolderModel::setFolder(const QString &folder)
{
    // As documents name their files: links are followed.
    QString real = folder.isEmpty() ? QString() : QFileInfo(folder).canonicalFilePath();
    if (real.isEmpty() && !folder.isEmpty())
        real = QDir(folder).absolutePath();
    if (real == this->folder() && !real.isEmpty()) {
        rescan();
        return;
    }
    beginResetModel();
    ++*m_generation;
    m_glances.cancel();
    begin(real);
    m_listing = false;
    m_listAgain = false;
    m_cut = false;
    m_toWatch.clear();
    if (const QStringList watched = m_watcher.directories() + m_watcher.files(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    endResetModel();
    rescan();
}

void FolderModel::checkNow()
{
    rescan();
}

FolderModel::Group FolderModel::groupOf(rules::DocumentKind kind)
{
    switch (kind) {
    case rules::DocumentKind::Avail:
        return Group::Avails;
    case rules::DocumentKind::Batch:
        return Group::Batches;
    case rules::DocumentKind::Performance:
        return Group::Performances;
    case rules::DocumentKind::AvailReply:
    case rules::DocumentKind::BatchReply:
    case rules::DocumentKind::Reply:
    case rules::DocumentKind::Callback:
        return Group::Replies;
    case rules::DocumentKind::ProductionQuery:
    case rules::DocumentKind::ProductionIds:
    case rules::DocumentKind::ProductionReply:
        return Group::Productions;
    case rules::DocumentKind::Unknown:
        break;
    }
    return Group::Other;
}

void FolderModel::rescan()
{
    if (folder().isEmpty())
        return;
    if (m_listing) {
        m_listAgain = true;
        return;
    }
    m_listing = true;
    m_lister.start([this, folder = folder(), generation = m_generation, mine = m_generation->load()] {
        const auto listing
            = std::make_shared<const FolderListing>(listFolder(folder, [&] { return *generation == mine; }));
        QMetaObject::invokeMethod(
            this,
            [this, listing, generation, mine] {
                if (*generation == mine)
                    take(*listing);
            },
            Qt::QueuedConnection);
    });
}

void FolderModel::take(const FolderListing &listing)
{
    m_listing = false;
    m_cut = listing.cut;
    watch(listing);
    if (files().empty())
        fill(listing);
    else
        compare(listing);
    if (std::exchange(m_listAgain, false))
        rescan();
    tellIfSettled();
}

void FolderModel::watch(const FolderListing &listing)
{
    QStringList wanted = listing.folders.mid(0, MostWatched);
    for (std::size_t i = 0; i < listing.files.size() && i < static_cast<std::size_t>(MostWatched); ++i)
        wanted << listing.files[i].path;
    const QStringList watched = m_watcher.directories() + m_watcher.files();
    const QSet<QString> known(watched.begin(), watched.end());
    wanted.removeIf([&known](const QString &path) { return known.contains(path); });
    m_toWatch = wanted;
    watchMore();
}

void FolderModel::watchMore()
{
    if (m_toWatch.isEmpty())
        return;
    m_watcher.addPaths(m_toWatch.mid(0, MostWatchedInTurn));
    m_toWatch.remove(0, std::min(MostWatchedInTurn, m_toWatch.size()));
    if (!m_toWatch.isEmpty())
        m_watchMore.start(0);
}

/// Under "Reading…", unless it was looked into before and is as it was.
FolderModel::File *FolderModel::add(const FolderFile &file)
{
    auto added = std::make_unique<File>();
    static_cast<FolderFile &>(*added) = file;
    if (file.size > LargestGlance)
        added->group = Group::Other;
    else if (const FileGlance *known = m_glances.known(file)) {
        note(*added, *known);
        added->group = groupOf(known->kind);
    }
    return FolderRows::add(std::move(added));
}

/// Many at once are one reset, not thousands of insertions.
void FolderModel::fill(const FolderListing &listing)
{
    beginResetModel();
    Files added;
    std::vector<FolderFile> toLookInto;
    for (const FolderFile &file : listing.files) {
        added.push_back(add(file));
        if (added.back()->group == Group::Reading)
            toLookInto.push_back(file);
    }
    place(added);
    endResetModel();
    m_glances.look(toLookInto);
}

void FolderModel::compare(const FolderListing &listing)
{
    dropMissing(listing);
    std::vector<FolderFile> toLookInto;
    std::map<Group, Files> added;
    Files grown;
    for (const FolderFile &now : listing.files) {
        File *file = find(now.path);
        if (!file) {
            file = add(now);
            added[file->group].push_back(file);
            if (file->group == Group::Reading)
                toLookInto.push_back(now);
        } else if (file->changedMs != now.changedMs || file->size != now.size) {
            static_cast<FolderFile &>(*file) = now; // what it is stays until it was looked into again
            if (now.size <= LargestGlance) {
                toLookInto.push_back(now);
            } else {
                file->errors = -1;
                file->warnings = 0;
                grown.push_back(file);
            }
        }
    }
    move(grown, Group::Other);
    for (auto &[group, files] : added)
        insert(group, std::move(files));
    m_glances.look(toLookInto);
}

void FolderModel::dropMissing(const FolderListing &listing)
{
    Files gone;
    for (const auto &[path, file] : files()) {
        const auto at = std::lower_bound(listing.files.begin(), listing.files.end(), path,
            [](const FolderFile &listed, const QString &wanted) { return listed.path < wanted; });
        if (at == listing.files.end() || at->path != path)
            gone.push_back(file.get());
    }
    remove(gone);
}

void FolderModel::note(File &file, const FileGlance &glance)
{
    file.errors = glance.counts.errors;
    file.warnings = glance.counts.warnings;
    file.alid = glance.alid;
}

void FolderModel::found(const std::vector<FileGlance> &glances)
{
    Files stay;
    std::map<Group, Files> others;
    for (const FileGlance &glance : glances) {
        File *file = find(glance.file.path);
        if (!file || file->changedMs != glance.file.changedMs || file->size != glance.file.size)
            continue; // it is another by now, and will be told of again
        note(*file, glance);
        const Group group = groupOf(glance.kind);
        (file->group == group ? stay : others[group]).push_back(file);
    }
    tell(stay);
    for (const auto &[group, files] : others)
        move(files, group);
    tellIfSettled();
}

void FolderModel::tellIfSettled()
{
    if (isSettled())
        Q_EMIT settled();
}

void FolderModel::renamed(const QString &from, const QString &to)
{
    File *file = find(from);
    if (file && !find(to)) {
        rename(*file, to);
        Q_EMIT moved(from, to);
    }
    rescan();
}

void FolderModel::removed(const QString &path)
{
    if (File *file = find(path))
        remove({file});
    rescan();
}

QSet<QString> FolderModel::alids() const
{
    QSet<QString> alids;
    for (const auto &file : files()) {
        if (!file.second->alid.isEmpty())
            alids.insert(file.second->alid);
    }
    return alids;
}

QStringList FolderModel::messages() const
{
    QStringList paths;
    for (const auto &file : files()) {
        if (file.second->group == Group::Performances)
            paths << file.first;
    }
    return paths;
}

QStringList FolderModel::paths() const
{
    QStringList paths;
    for (const auto &file : files())
        paths << file.second->path;
    return paths;
}

bool FolderModel::holdsAlid(const QString &alid) const
{
    return std::any_of(files().begin(), files().end(), [&](const auto &file) { return file.second->alid == alid; });
}

} // namespace marquee::workspace
