// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/WorkspacePanel.h"

#include "shell/theme/Theme.h"
#include "workspace/FolderFilter.h"
#include "workspace/FolderModel.h"
#include "workspace/FolderTree.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedLayout>

namespace marquee::workspace {

using namespace Qt::StringLiterals;

WorkspacePanel::WorkspacePanel(FolderModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(new FolderFilter(this))
{
    m_filter->setSourceModel(&m_model);
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"workspaceFilter"_s);
    m_search->setPlaceholderText(tr("Filter…"));
    m_search->setAccessibleName(tr("Filter documents"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 8, 8, 8);
    bar->addWidget(m_search);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    m_pages = new QStackedLayout;
    layout->addLayout(m_pages, 1);
    m_pages->addWidget(makeTree());
    m_pages->addWidget(makeEmpty());

    connectModel();
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &WorkspacePanel::applyFonts);
    applyFonts();
    expandHeadings();
    updatePages();
}

QWidget *WorkspacePanel::makeTree()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_tree = new FolderTree(page);
    m_tree->setObjectName(u"workspaceTree"_s);
    m_tree->setAccessibleName(tr("Documents of the folder"));
    m_tree->setAccessibleDescription(tr("Enter opens a document, F2 renames it, Delete moves it to the bin."));
    // Before the tree hears of it: it makes another row the current one.
    connect(m_filter, &QAbstractItemModel::rowsAboutToBeRemoved, this, &WorkspacePanel::rememberCurrent);
    m_tree->setModel(m_filter);
    m_tree->installEventFilter(this);
    m_cut = new QLabel(page);
    m_cut->setObjectName(u"workspaceCut"_s);
    m_cut->setProperty("role", u"note"_s);
    m_cut->setWordWrap(true);
    m_cut->setContentsMargins(16, 8, 16, 8);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_cut);
    connect(m_tree, &FolderTree::openWanted, this, &WorkspacePanel::openRequested);
    connect(m_tree, &FolderTree::renameWanted, this, &WorkspacePanel::renameWanted);
    connect(m_tree, &FolderTree::binWanted, this, &WorkspacePanel::binWanted);
    connect(m_tree, &FolderTree::menuWanted, this, &WorkspacePanel::showMenu);
    connect(m_tree, &FolderTree::leftUpwards, this, &WorkspacePanel::focusFilter);
    return page;
}

QWidget *WorkspacePanel::makeEmpty()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    m_emptyWords = new QLabel(page);
    m_emptyWords->setObjectName(u"workspaceEmpty"_s);
    m_emptyWords->setProperty("role", u"note"_s);
    m_emptyWords->setWordWrap(true);
    const auto link = [page](const QString &name, const QString &text) {
        auto *button = new QPushButton(text, page);
        button->setObjectName(name);
        button->setAccessibleName(text);
        button->setProperty("role", u"link"_s);
        return button;
    };
    m_choose = link(u"workspaceChoose"_s, tr("Choose another folder…"));
    m_clear = link(u"workspaceClear"_s, tr("Show all documents"));
    connect(m_choose, &QPushButton::clicked, this, &WorkspacePanel::chooseFolderRequested);
    connect(m_clear, &QPushButton::clicked, m_search, &QLineEdit::clear);
    layout->addWidget(m_emptyWords);
    layout->addWidget(m_choose, 0, Qt::AlignLeft);
    layout->addWidget(m_clear, 0, Qt::AlignLeft);
    layout->addStretch(1);
    return page;
}

void WorkspacePanel::connectModel()
{
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        expandHeadings();
        selectWanted();
        updatePages();
    });
    connect(m_filter, &QAbstractItemModel::modelReset, this, [this] {
        expandHeadings();
        selectWanted();
        updatePages();
    });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent) {
        if (!parent.isValid()) // else thousands of files would have the tree laid out as often
            expandHeadings();
        selectWanted();
        updatePages();
    });
    connect(m_tree, &QTreeView::pressed, this, [this] { m_wanted.clear(); });
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &WorkspacePanel::updatePages);
    connect(&m_model, &FolderModel::moved, this, &WorkspacePanel::follow);
    connect(&m_model, &FolderModel::settled, this, &WorkspacePanel::updatePages);
    const auto remember = [this](bool closed) {
        return [this, closed](const QModelIndex &heading) {
            if (m_expanding || !m_filter->isOpen())
                return; // not the user's doing
            const QString name = heading.data().toString();
            if (closed)
                m_closed.insert(name);
            else
                m_closed.remove(name);
        };
    };
    connect(m_tree, &QTreeView::collapsed, this, remember(true));
    connect(m_tree, &QTreeView::expanded, this, remember(false));
}

/// What was set before the style sheet came to a widget, it took back.
void WorkspacePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
}

void WorkspacePanel::applyFonts()
{
    m_cut->setFont(theme::noteFont());
    m_tree->doItemsLayout();
    m_tree->viewport()->update();
}

/// All that the user didn't close; with a filter all, because what it finds has to be seen.
void WorkspacePanel::expandHeadings()
{
    const QScopedValueRollback guard(m_expanding, true);
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex heading = m_filter->index(row, 0);
        const bool open = !m_filter->isOpen() || !m_closed.contains(heading.data().toString());
        if (m_tree->isExpanded(heading) != open)
            m_tree->setExpanded(heading, open);
    }
}

void WorkspacePanel::setCurrentPath(const QString &path)
{
    m_tree->setCurrentPath(path);
    m_tree->setCurrentIndex({});
    m_wanted = path;
    selectWanted();
}

/// A file that moves to another heading goes and comes; so it does with the filter.
void WorkspacePanel::rememberCurrent(const QModelIndex &parent, int first, int last)
{
    const QModelIndex current = m_tree->currentIndex();
    const QModelIndex going = current.parent() == parent ? current : current.parent();
    const QString path = current.data(FolderModel::PathRole).toString(); // none where it is a heading
    if (!path.isEmpty() && going.parent() == parent && going.row() >= first && going.row() <= last)
        m_wanted = path;
}

void WorkspacePanel::selectWanted()
{
    if (m_wanted.isEmpty())
        return;
    const QModelIndex at = m_filter->mapFromSource(m_model.indexOf(m_wanted));
    if (!at.isValid() || !m_tree->isExpanded(at.parent()))
        return;
    m_wanted.clear();
    m_tree->setCurrentIndex(at);
}

void WorkspacePanel::select(const QString &path)
{
    m_wanted = path;
    selectWanted();
}

void WorkspacePanel::editName(const QString &path)
{
    select(path);
    const QModelIndex at = m_tree->currentIndex();
    if (at.data(FolderModel::PathRole).toString() == path)
        m_tree->edit(at);
}

/// A file that got another name stays the one that it was: selected, or in the current tab.
void WorkspacePanel::follow(const QString &from, const QString &to)
{
    if (m_tree->currentPath() == from)
        m_tree->setCurrentPath(to);
    if (m_wanted == from)
        select(to);
}

void WorkspacePanel::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool WorkspacePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && filterKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if (watched == m_tree && event->type() == QEvent::KeyPress)
        m_wanted.clear(); // the user goes elsewhere
    return QWidget::eventFilter(watched, event);
}

bool WorkspacePanel::filterKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        if (!m_tree->currentIndex().isValid())
            m_tree->setCurrentIndex(m_tree->indexAt({1, 1}));
        m_tree->setFocus(Qt::TabFocusReason);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openFirst();
        return true;
    case Qt::Key_Escape:
        if (m_search->text().isEmpty())
            return false;
        m_search->clear();
        return true;
    default:
        return false;
    }
}

void WorkspacePanel::openFirst()
{
    const QModelIndex first = m_filter->index(0, 0, m_filter->index(0, 0));
    if (!m_filter->isOpen() && first.isValid())
        Q_EMIT openRequested(first.data(FolderModel::PathRole).toString());
}

void WorkspacePanel::showMenu(const QString &path, const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"workspaceMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), QKeySequence(Qt::Key_Return), this, [this, path] { Q_EMIT openRequested(path); });
    menu->addSeparator();
    menu->addAction(tr("Rename…"), QKeySequence(Qt::Key_F2), this, [this, path] { editName(path); });
    menu->addAction(tr("Duplicate with new IDs"), this, [this, path] { Q_EMIT duplicateWanted(path); });
    menu->addAction(
        tr("Move to the bin"), QKeySequence(Qt::Key_Delete), this, [this, path] { Q_EMIT binWanted(path); });
    menu->addSeparator();
    menu->addAction(tr("Show in folder"), this, [this, path] { Q_EMIT showInFolderRequested(path); });
    menu->addAction(
        tr("Copy path"), this, [path] { QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(path)); });
    for (QAction *action : menu->actions())
        action->setShortcutContext(Qt::WidgetShortcut); // shown here; the tree hears them
    menu->popup(global);
}

void WorkspacePanel::updatePages()
{
    m_cut->setVisible(m_model.isCut());
    m_cut->setText(tr("The first %1 files are shown.").arg(QLocale().toString(FolderModel::MostFiles)));
    const bool hidden = m_model.rowCount() > 0;
    const bool chosen = !m_model.folder().isEmpty();
    m_emptyWords->setText(hidden  ? tr("No document's name has that in it.")
            : !chosen             ? tr("Choose a folder to see its documents here.")
            : m_model.isSettled() ? tr("No documents in this folder yet. New makes one, or drop files here.")
                                  : tr("Looking through the folder…"));
    m_choose->setText(chosen ? tr("Choose another folder…") : tr("Choose a folder…"));
    m_choose->setAccessibleName(m_choose->text());
    m_choose->setVisible(!hidden);
    m_clear->setVisible(hidden);
    m_pages->setCurrentIndex(m_filter->rowCount() > 0 ? 0 : 1);
}

} // namespace marquee::workspace
