// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace marquee::workspace {

class FolderFilter;
class FolderModel;
class FolderTree;

/// What the Workspace dock shows: the folder's documents, a filter over them, and what to do where there are none.
class WorkspacePanel : public QWidget
{
    Q_OBJECT

public:
    /// The model has to outlive the panel.
    explicit WorkspacePanel(FolderModel &model, QWidget *parent = nullptr);

    /// The document of the current tab, to be marked and selected; empty: none. May be a file that isn't listed (yet).
    void setCurrentPath(const QString &path);
    void focusFilter();
    /// Makes a file the current row, as soon as it is there.
    void select(const QString &path);
    /// Lets the user type another name over that of a file.
    void editName(const QString &path);

Q_SIGNALS:
    void openRequested(const QString &path);
    // For workspace::FileWork: the panel touches no file.
    void renameWanted(const QString &path, const QString &newName);
    void duplicateWanted(const QString &path);
    void binWanted(const QString &path);
    void showInFolderRequested(const QString &path);
    void chooseFolderRequested();

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeTree();
    QWidget *makeEmpty();
    void connectModel();
    bool filterKey(int key);
    void openFirst();
    void showMenu(const QString &path, const QPoint &global);
    void expandHeadings();
    void rememberCurrent(const QModelIndex &parent, int first, int last);
    void selectWanted();
    void follow(const QString &from, const QString &to);
    void updatePages();
    void applyFonts();

    FolderModel &m_model;
    FolderFilter *m_filter;
    FolderTree *m_tree = nullptr;
    QLineEdit *m_search = nullptr;
    QLabel *m_cut = nullptr;
    QLabel *m_emptyWords = nullptr;
    QPushButton *m_choose = nullptr;
    QPushButton *m_clear = nullptr;
    QStackedLayout *m_pages = nullptr;
    QString m_wanted; ///< the file that is to be the current row as soon as it is there
    QSet<QString> m_closed; ///< headings that the user closed
    bool m_expanding = false;
};

} // namespace marquee::workspace
