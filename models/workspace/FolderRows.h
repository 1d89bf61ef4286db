// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/FolderScan.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>
#include <unordered_map>
#include <vector>

namespace marquee::workspace {

class OpenDocument;

/// Payload files as rows under headings by what they are: Avails, Batches, Performances, Productions, Replies and the rest; an open document
/// stands in for its file. What files there are, and what is in them, is for the derived class to find out. Of
/// thousands of files none is an event of its own: rows come, go and change in ranges.
class FolderRows : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role
    {
        PathRole = Qt::UserRole, ///< QString; empty for headings
        ErrorsRole, ///< int; -1 while nobody has looked
        WarningsRole, ///< int
        OpenRole, ///< bool: the file is open
        ModifiedRole ///< bool: open, and not as it was saved
    };

    using QAbstractItemModel::QAbstractItemModel;
    ~FolderRows() override;

    const QString &folder() const { return m_root; }
    /// Shows this document's problems and state at its file for as long as it is open.
    void follow(OpenDocument *document);

    QModelIndex indexOf(const QString &path) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

protected:
    enum class Group : std::uint8_t
    {
        Avails,
        Batches,
        Performances,
        Productions,
        Replies,
        Other,
        Reading
    };
    struct File : FolderFile
    {
        Group group = Group::Reading;
        int errors = -1;
        int warnings = 0;
        QString alid;
    };
    using Files = std::vector<File *>;

    const auto &files() const { return m_files; }
    File *find(const QString &path) const; ///< null where there is none
    /// Another folder, without files. Within a reset.
    void begin(const QString &folder);
    File *add(std::unique_ptr<File> file); ///< it stands nowhere yet
    /// Puts files, which are sorted by path, under their headings. Within a reset.
    void place(const Files &files);
    void insert(Group group, Files files); ///< files that stand nowhere
    void move(const Files &files, Group group);
    void remove(const Files &files); ///< and deletes them
    void rename(File &file, const QString &path);
    void tell(const Files &files); ///< that they changed

private:
    struct Heading
    {
        Group group;
        Files files; ///< by path
    };

    static QString groupName(Group group);
    void takeOut(const Files &files);
    int headingRow(Group group) const; ///< where it stands, or would
    Heading *headingOf(Group group) const;
    int rowOf(const Heading &heading, const File &file) const;
    QString nameOf(const File &file) const;
    QString ownName(const File &file) const;
    QVariant headingData(const Heading &heading, int role) const;
    QString spoken(const File &file) const;
    void locate(OpenDocument *document);
    void forget(const OpenDocument *document);
    void told(const QString &path);

    QString m_root;
    std::vector<std::unique_ptr<Heading>> m_headings; ///< only those that hold files
    std::unordered_map<QString, std::unique_ptr<File>> m_files; ///< by path
    QHash<QString, OpenDocument *> m_open; ///< by their files
};

} // namespace marquee::workspace
