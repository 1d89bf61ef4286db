// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Kind.h"
#include "rules/Problem.h"
#include "rules/Validator.h"

#include <QAbstractItemModel>
#include <QFileSystemWatcher>
#include <QHash>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace marquee::workspace {

class OpenDocument;

/// The payload files of a folder, under headings by what they are: Avails, Batches, Replies and the rest. What a file
/// is and how many problems it has is found out on another thread, a file at a time; until then a file stands under
/// "Reading…". Follows the folder when files come, go or change, and open documents as they are edited.
class FolderModel : public QAbstractItemModel
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
    /// More files than this are not listed; `isCut` says so.
    static constexpr int MostFiles = 5000;
    /// A folder with more entries than this, whatever they are, isn't looked through to its end.
    static constexpr int MostEntries = 100'000;
    /// Of so many files, a change inside is noticed at once; of more, when one comes or goes.
    static constexpr int MostWatched = 1000;
    /// Larger files are listed, and not looked into.
    static constexpr qint64 LargestGlance = 8 * 1024 * 1024;

    explicit FolderModel(rules::Rulebook book, QObject *parent = nullptr);
    ~FolderModel() override;

    void setFolder(const QString &folder);
    const QString &folder() const { return m_folder; }
    /// What the workspace says of single rules. Files that were looked into are again.
    void setSeverities(const rules::Severities &severities);
    bool isCut() const { return m_cut; }
    /// Every file was looked into.
    bool isSettled() const { return m_pending == 0 && !m_listing; }

    /// Shows this document's problems and state at its file for as long as it is open.
    void follow(OpenDocument *document);

    QModelIndex indexOf(const QString &path) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void settled(); ///< every file has been looked into

private:
    enum class Group : std::uint8_t
    {
        Avails,
        Batches,
        Replies,
        Other,
        Reading
    };
    struct File
    {
        QString path;
        qint64 size = 0;
        qint64 changedMs = 0; ///< when it was last written, since 1970
        int errors = -1;
        int warnings = 0;
    };
    struct Heading
    {
        Group group;
        std::vector<std::unique_ptr<File>> files; ///< by path
    };

    /// What stands in the folder.
    struct Listing
    {
        std::vector<File> files; ///< by path
        QStringList folders;
        bool cut = false;
    };

    static Group groupOf(rules::DocumentKind kind);
    static QString groupName(Group group);
    static Listing list(const QString &folder, const std::function<bool()> &isWanted);
    void rescan();
    void take(const Listing &listing);
    void watch(const Listing &listing);
    void fill(const std::vector<File> &files);
    void update(const File &found);
    void insert(Group group, std::unique_ptr<File> file);
    std::unique_ptr<File> take(const QString &path);
    void glance(const File &file);
    void tellIfSettled();
    void seen(const QString &path, qint64 changedMs, Group group, int errors, int warnings);
    QString nameOf(const File &file) const;
    void locate(OpenDocument *document);
    void forget(const OpenDocument *document);
    void told(const QString &path);

    rules::Rulebook m_book;
    rules::Severities m_severities;
    QString m_folder;
    std::vector<std::unique_ptr<Heading>> m_headings; ///< only those that hold files
    QHash<QString, File *> m_files;
    QHash<QString, OpenDocument *> m_open; ///< by their files
    QFileSystemWatcher m_watcher;
    QTimer m_rescan;
    bool m_cut = false;
    int m_pending = 0; ///< files that are to be looked into
    bool m_listing = false;
    bool m_listAgain = false; ///< something changed while the folder was listed
    std::shared_ptr<std::atomic<int>> m_generation; ///< glances of an earlier folder end early
    QThreadPool m_reader;
};

} // namespace marquee::workspace
