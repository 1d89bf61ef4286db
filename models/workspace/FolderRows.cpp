// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FolderRows.h"

#include "workspace/Files.h"
#include "workspace/OpenDocument.h"

#include <QDir>

#include <algorithm>
#include <map>

namespace marquee::workspace {

using namespace Qt::StringLiterals;

namespace {

/// Rows that follow each other, as first and last.
std::vector<std::pair<int, int>> runsOf(std::vector<int> rows)
{
    std::sort(rows.begin(), rows.end());
    std::vector<std::pair<int, int>> runs;
    for (const int row : rows) {
        if (!runs.empty() && runs.back().second + 1 == row)
            runs.back().second = row;
        else
            runs.emplace_back(row, row);
    }
    return runs;
}

} // namespace

FolderRows::~FolderRows() = default;

void FolderRows::begin(const QString &folder)
{
    m_headings.clear();
    m_files.clear();
    m_root = folder;
}

FolderRows::File *FolderRows::add(std::unique_ptr<File> file)
{
    File *added = file.get();
    m_files[added->path] = std::move(file);
    return added;
}

void FolderRows::place(const Files &files)
{
    m_headings.clear();
    for (File *file : files) {
        const int row = headingRow(file->group);
        if (!headingOf(file->group))
            m_headings.insert(m_headings.begin() + row, std::make_unique<Heading>(Heading{file->group, {}}));
        m_headings[static_cast<std::size_t>(row)]->files.push_back(file);
    }
}

void FolderRows::remove(const Files &files)
{
    takeOut(files);
    for (const File *file : files)
        m_files.erase(QString(file->path)); // a copy: the name goes with the file
}

void FolderRows::rename(File &file, const QString &path)
{
    takeOut({&file});
    auto node = m_files.extract(file.path);
    node.key() = path;
    file.path = path;
    m_files.insert(std::move(node));
    insert(file.group, {&file});
}

QString FolderRows::groupName(Group group)
{
    switch (group) {
    case Group::Avails:
        return tr("Avails");
    case Group::Batches:
        return tr("Batches");
    case Group::Performances:
        return tr("Performances");
    case Group::Productions:
        return tr("Productions");
    case Group::Replies:
        return tr("Replies");
    case Group::Reading:
        return tr("Reading…");
    case Group::Other:
        break;
    }
    return tr("Other files");
}

FolderRows::File *FolderRows::find(const QString &path) const
{
    const auto at = m_files.find(path);
    return at == m_files.end() ? nullptr : at->second.get();
}

int FolderRows::headingRow(Group group) const
{
    const auto at = std::lower_bound(m_headings.begin(), m_headings.end(), group,
        [](const auto &heading, Group wanted) { return heading->group < wanted; });
    return static_cast<int>(at - m_headings.begin());
}

FolderRows::Heading *FolderRows::headingOf(Group group) const
{
    const auto row = static_cast<std::size_t>(headingRow(group));
    return row < m_headings.size() && m_headings[row]->group == group ? m_headings[row].get() : nullptr;
}

int FolderRows::rowOf(const Heading &heading, const File &file) const
{
    const auto at = std::lower_bound(heading.files.begin(), heading.files.end(), &file,
        [](const File *other, const File *wanted) { return other->path < wanted->path; });
    return static_cast<int>(at - heading.files.begin());
}

/// Files that stand nowhere yet.
void FolderRows::insert(Group group, Files files)
{
    if (files.empty())
        return;
    const int row = headingRow(group);
    if (!headingOf(group)) {
        beginInsertRows({}, row, row);
        m_headings.insert(m_headings.begin() + row, std::make_unique<Heading>(Heading{group, {}}));
        endInsertRows();
    }
    Heading &heading = *headingOf(group);
    std::sort(files.begin(), files.end(), [](const File *a, const File *b) { return a->path < b->path; });
    for (std::size_t next = 0; next < files.size();) {
        const int first = rowOf(heading, *files[next]);
        const bool isLast = first == static_cast<int>(heading.files.size());
        std::size_t end = next + 1;
        while (
            end < files.size() && (isLast || files[end]->path < heading.files[static_cast<std::size_t>(first)]->path))
            ++end;
        beginInsertRows(index(row, 0), first, first + static_cast<int>(end - next) - 1);
        for (std::size_t i = next; i < end; ++i)
            files[i]->group = group;
        heading.files.insert(heading.files.begin() + first, files.begin() + static_cast<std::ptrdiff_t>(next),
            files.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        next = end;
    }
}

/// They stand nowhere afterwards, and live on in m_files.
void FolderRows::takeOut(const Files &files)
{
    std::map<Group, std::vector<int>> rows;
    for (const File *file : files)
        rows[file->group].push_back(rowOf(*headingOf(file->group), *file));
    for (auto &[group, gone] : rows) {
        const int row = headingRow(group);
        Heading &heading = *headingOf(group);
        auto runs = runsOf(std::move(gone));
        for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
            beginRemoveRows(index(row, 0), run->first, run->second);
            heading.files.erase(heading.files.begin() + run->first, heading.files.begin() + run->second + 1);
            endRemoveRows();
        }
        if (heading.files.empty()) {
            beginRemoveRows({}, row, row);
            m_headings.erase(m_headings.begin() + row);
            endRemoveRows();
        }
    }
}

void FolderRows::move(const Files &files, Group group)
{
    takeOut(files);
    insert(group, files);
}

void FolderRows::tell(const Files &files)
{
    std::map<Group, std::vector<int>> rows;
    for (const File *file : files)
        rows[file->group].push_back(rowOf(*headingOf(file->group), *file));
    for (auto &[group, changed] : rows) {
        const QModelIndex heading = index(headingRow(group), 0);
        for (const auto &[first, last] : runsOf(std::move(changed)))
            Q_EMIT dataChanged(index(first, 0, heading), index(last, 0, heading));
    }
}

void FolderRows::follow(OpenDocument *document)
{
    const auto tell = [this, document] { locate(document); };
    connect(document, &OpenDocument::stateChanged, this, tell);
    connect(document, &OpenDocument::changed, this, tell);
    connect(document, &OpenDocument::problemsChanged, this, tell);
    connect(document, &QObject::destroyed, this, [this, document] { forget(document); });
    locate(document);
}

/// It may have got another file since it was told of last.
void FolderRows::locate(OpenDocument *document)
{
    if (m_open.value(document->path()) != document) {
        forget(document);
        if (!document->path().isEmpty())
            m_open.insert(document->path(), document);
    }
    told(document->path());
}

void FolderRows::forget(const OpenDocument *document)
{
    const auto at = std::find(m_open.begin(), m_open.end(), document);
    if (at == m_open.end())
        return;
    const QString path = at.key();
    m_open.erase(at);
    told(path);
}

void FolderRows::told(const QString &path)
{
    const QModelIndex at = indexOf(path);
    if (at.isValid())
        Q_EMIT dataChanged(at, at);
}

QModelIndex FolderRows::indexOf(const QString &path) const
{
    const File *file = find(path);
    Heading *heading = file ? headingOf(file->group) : nullptr;
    if (!heading)
        return {};
    const int row = rowOf(*heading, *file);
    // Between two places it stands nowhere.
    const bool isThere
        = row < static_cast<int>(heading->files.size()) && heading->files[static_cast<std::size_t>(row)] == file;
    return isThere ? createIndex(row, 0, heading) : QModelIndex();
}

QModelIndex FolderRows::index(int row, int column, const QModelIndex &parent) const
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

QModelIndex FolderRows::parent(const QModelIndex &child) const
{
    const void *heading = child.internalPointer();
    for (std::size_t i = 0; heading && i < m_headings.size(); ++i) {
        if (m_headings[i].get() == heading)
            return createIndex(static_cast<int>(i), 0, nullptr);
    }
    return {};
}

int FolderRows::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_headings.size());
    return parent.internalPointer()
        ? 0
        : static_cast<int>(m_headings[static_cast<std::size_t>(parent.row())]->files.size());
}

int FolderRows::columnCount(const QModelIndex &) const
{
    return 1;
}

Qt::ItemFlags FolderRows::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    // What is typed over a name is asked for, not set: see FolderDelegate.
    return index.internalPointer()
        ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemNeverHasChildren
        : Qt::ItemIsEnabled;
}

/// Its way from the folder, without ".json" or ".xml".
QString FolderRows::nameOf(const File &file) const
{
    const QString name = file.path.mid(m_root.size() + (m_root.endsWith(u'/') ? 0 : 1));
    return withoutPayloadEnding(name);
}

/// What a new name is typed over: without its folder and ending.
QString FolderRows::ownName(const File &file) const
{
    return nameOf(file).section(u'/', -1);
}

QVariant FolderRows::headingData(const Heading &heading, int role) const
{
    if (role == Qt::AccessibleTextRole)
        return tr("%1, %n file(s)", nullptr, static_cast<int>(heading.files.size())).arg(groupName(heading.group));
    return role == Qt::DisplayRole ? QVariant(groupName(heading.group)) : QVariant();
}

QString FolderRows::spoken(const File &file) const
{
    const OpenDocument *open = m_open.value(file.path);
    const rules::Counts counts = open ? open->counts() : rules::Counts{file.errors, file.warnings, 0};
    QStringList words{nameOf(file)};
    if (counts.errors > 0)
        words << tr("%n error(s)", nullptr, counts.errors);
    if (counts.warnings > 0)
        words << tr("%n warning(s)", nullptr, counts.warnings);
    if (open)
        words << (open->isModified() ? tr("open, not saved") : tr("open"));
    return words.join(u", "_s);
}

QVariant FolderRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto *heading = static_cast<const Heading *>(index.internalPointer());
    if (!heading)
        return headingData(*m_headings[static_cast<std::size_t>(index.row())], role);
    const File &file = *heading->files[static_cast<std::size_t>(index.row())];
    const OpenDocument *open = m_open.value(file.path);
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(file);
    case Qt::EditRole:
        return ownName(file);
    case Qt::ToolTipRole:
        return QDir::toNativeSeparators(file.path);
    case Qt::AccessibleTextRole:
        return spoken(file);
    case PathRole:
        return file.path;
    case ErrorsRole:
        return open ? open->counts().errors : file.errors;
    case WarningsRole:
        return open ? open->counts().warnings : file.warnings;
    case OpenRole:
        return open != nullptr;
    case ModifiedRole:
        return open && open->isModified();
    default:
        return {};
    }
}

} // namespace marquee::workspace
