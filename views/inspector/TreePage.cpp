// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/TreePage.h"

#include "inspector/Filter.h"
#include "inspector/Find.h"
#include "inspector/PayloadTree.h"
#include "inspector/PlaceLine.h"
#include "inspector/QueryFor.h"
#include "shell/theme/Icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using payload::Path;
using theme::scaled;

namespace {

constexpr int MostOpenPaths = 2'000; ///< that are opened again when the payload was read on

} // namespace

TreePage::TreePage(QWidget *parent)
    : Page(parent)
    , m_model(new TreeModel(this))
    , m_tree(new PayloadTree(m_model, this))
    , m_place(new PlaceLine(this))
{
    setObjectName(u"inspectorTreePage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_place);
    m_tree->installEventFilter(this);
    connect(m_tree, &PayloadTree::currentRowChanged, this, &TreePage::showCurrent);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &TreePage::openMenu);
    connect(m_place, &PlaceLine::placeWanted, this, [this](const Path &path) {
        goTo(path);
        m_tree->setFocus(Qt::OtherFocusReason);
    });
    connect(m_place, &PlaceLine::copyQueryWanted, this, &TreePage::copyQuery);
    connect(m_place, &PlaceLine::copyPointerWanted, this, &TreePage::copyPointer);
    connect(m_place, &PlaceLine::copyValueWanted, this, &TreePage::copyValue);
    connect(&m_finder, &Worker::runningChanged, this, &Page::hitsChanged);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &TreePage::refreshLook);
    refreshLook();
}

QWidget *TreePage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(scaled(8), scaled(4), scaled(16), scaled(4));
    row->setSpacing(scaled(4));
    m_open = new QToolButton(bar);
    m_open->setObjectName(u"inspectorOpenLevels"_s);
    m_open->setText(tr("Expand") + u" ▾"_s);
    m_open->setAccessibleName(tr("Expand to a depth"));
    m_open->setToolTip(tr("Open as many levels"));
    m_open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_open->setPopupMode(QToolButton::InstantPopup);
    m_open->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(m_open);
    menu->setObjectName(u"inspectorOpenMenu"_s);
    for (int levels = 1; levels <= 3; ++levels)
        menu->addAction(tr("%n level(s)", nullptr, levels), this, [this, levels] { openLevels(levels); });
    menu->addAction(tr("All"), this, [this] { openLevels(-1); });
    m_open->setMenu(menu);
    m_close = new QToolButton(bar);
    m_close->setObjectName(u"inspectorCloseAll"_s);
    m_close->setText(tr("Collapse"));
    m_close->setAccessibleName(tr("Collapse all"));
    m_close->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_close->setFocusPolicy(Qt::StrongFocus);
    connect(m_close, &QToolButton::clicked, this, [this] { openLevels(m_model->isFiltered() ? 0 : 1); });
    m_note = new QLabel(bar);
    m_note->setObjectName(u"inspectorTreeNote"_s);
    m_note->setProperty("role", u"note"_s);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_open);
    row->addWidget(m_close);
    row->addWidget(m_note, 1);
    return bar;
}

void TreePage::refreshLook()
{
    m_open->setIcon(theme::icon(u"expand-all"_s));
    m_close->setIcon(theme::icon(u"collapse-all"_s));
    m_note->setFont(theme::noteFont());
}

void TreePage::openLevels(int levels)
{
    const Path path = currentPath();
    const bool had = hasCurrent();
    m_isCut = !m_tree->openLevels(levels);
    // The row that was chosen may be out of sight now: the nearest around it that isn't becomes current.
    if (had) {
        QModelIndex index = m_model->indexOf(path);
        for (QModelIndex above = index; above.isValid(); above = above.parent()) {
            if (above.parent().isValid() && !m_tree->isExpanded(above.parent()))
                index = above.parent();
        }
        m_tree->goTo(index);
    }
    showNote();
}

void TreePage::showNote()
{
    QStringList notes;
    if (m_model->isFiltered())
        notes << tr("filtered: %n match(es)", nullptr, static_cast<int>(m_matches));
    if (m_matches > m_roots.size())
        notes << tr("the first %1 are shown").arg(QLocale().toString(static_cast<qulonglong>(m_roots.size())));
    if (m_isBeginning)
        notes << tr("the beginning; the rest is being read");
    if (m_isCut)
        notes << tr("not all opened: that would be more than %1 rows").arg(QLocale().toString(PayloadTree::MostOpened));
    m_note->setText(notes.join(u" · "_s));
}

std::vector<Path> TreePage::openPaths() const
{
    std::vector<Path> open;
    std::vector<QModelIndex> waiting;
    for (int row = 0; row < std::min(m_model->rowCount(), MostOpenPaths); ++row)
        waiting.push_back(m_model->index(row, 0));
    int looked = 0;
    while (!waiting.empty() && static_cast<int>(open.size()) < MostOpenPaths && looked < 20 * MostOpenPaths) {
        const QModelIndex index = waiting.back();
        waiting.pop_back();
        ++looked;
        if (!m_tree->isExpanded(index))
            continue;
        open.push_back(m_model->pathOf(index));
        const int rows = std::min(m_model->rowCount(index), MostOpenPaths);
        for (int row = 0; row < rows; ++row) {
            if (const QModelIndex child = m_model->index(row, 0, index); m_model->hasChildren(child))
                waiting.push_back(child);
        }
    }
    return open;
}

void TreePage::restore(const std::vector<Path> &open, const Path &current)
{
    for (const Path &path : open)
        m_tree->expand(m_model->indexOf(path));
    if (const QModelIndex index = m_model->indexOf(current); index.isValid())
        m_tree->goTo(index);
}

void TreePage::setSnapshot(const Snapshot &snapshot, bool isBeginning)
{
    const bool isOnward = m_isBeginning && snapshot; // the same payload, now whole
    const std::vector<Path> open = isOnward ? openPaths() : std::vector<Path>();
    const Path current = currentPath();
    m_isBeginning = isBeginning;
    m_isCut = false;
    m_roots.clear();
    m_matches = 0;
    m_model->setSnapshot(snapshot);
    if (isOnward) {
        restore(open, current);
    } else if (snapshot) {
        m_tree->openAScreen();
        m_tree->setCurrentIndex(m_model->index(0, 0));
    }
    showCurrent();
    showNote();
    findAgain();
}

void TreePage::setFilter(const Filter &filter)
{
    const Path current = currentPath();
    m_isCut = false;
    m_matches = 0;
    m_roots.clear();
    if (filter.isActive() && !filter.value()) {
        m_roots = filter.matches();
        m_matches = filter.count();
        m_model->setRoots(m_roots);
        if (m_roots.size() == 1)
            m_tree->openAScreen();
    } else if (m_model->isFiltered()) {
        m_model->showAll();
        m_tree->openAScreen();
    }
    if (const QModelIndex index = m_model->indexOf(current); index.isValid())
        m_tree->goTo(index);
    else if (m_model->rowCount() > 0)
        m_tree->setCurrentIndex(m_model->index(0, 0));
    showCurrent();
    showNote();
    findAgain();
}

bool TreePage::goTo(const Path &path)
{
    const QModelIndex index = m_model->indexOf(path);
    m_tree->goTo(index);
    return index.isValid();
}

Path TreePage::currentPath() const
{
    return m_model->pathOf(m_tree->currentIndex());
}

bool TreePage::hasCurrent() const
{
    return m_tree->currentIndex().isValid();
}

void TreePage::showCurrent()
{
    if (!hasCurrent()) {
        m_place->clear();
        return;
    }
    m_place->showPlace(*m_model, currentPath());
    Q_EMIT placeChosen(currentPath());
}

void TreePage::copyQuery()
{
    if (hasCurrent())
        QGuiApplication::clipboard()->setText(m_tree->currentIndex().data(TreeModel::QueryRole).toString());
}

void TreePage::copyPointer()
{
    if (hasCurrent())
        QGuiApplication::clipboard()->setText(m_tree->currentIndex().data(TreeModel::PointerRole).toString());
}

void TreePage::copyValue()
{
    if (hasCurrent())
        QGuiApplication::clipboard()->setText(m_tree->currentIndex().data(TreeModel::WholeRole).toString());
}

void TreePage::openMenu(const QPoint &at)
{
    const QModelIndex index = m_tree->currentIndex();
    if (!index.isValid())
        return;
    QMenu menu;
    menu.setObjectName(u"inspectorTreeMenu"_s);
    menu.addAction(tr("Copy value"), QKeySequence::Copy, this, &TreePage::copyValue);
    menu.addAction(tr("Copy path"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), this, &TreePage::copyQuery);
    menu.addAction(tr("Copy pointer"), this, &TreePage::copyPointer);
    menu.addSeparator();
    menu.addAction(tr("Show in the text"), this, [this, index] {
        Q_EMIT rawWanted(index.data(TreeModel::OffsetRole).toUInt(), index.data(TreeModel::EndRole).toUInt());
    });
    menu.addAction(tr("Show only this"), this,
        [this, index] { Q_EMIT filterWanted(index.data(TreeModel::QueryRole).toString()); });
    if (m_hasDocument)
        menu.addAction(tr("Go to the field"), this, [this, index] { Q_EMIT fieldWanted(m_model->pathOf(index)); });
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

bool TreePage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isPath = key->key() == Qt::Key_C && key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
        if (isPath || key->matches(QKeySequence::Copy)) {
            if (event->type() == QEvent::KeyPress)
                isPath ? copyQuery() : copyValue();
            event->accept();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void TreePage::setFind(const QString &text, bool matchCase)
{
    m_find = text;
    m_matchCase = matchCase;
    findAgain();
}

void TreePage::findAgain()
{
    m_finder.stop();
    m_hits.clear();
    m_hit = 0;
    if (m_find.isEmpty() || !m_model->snapshot()) {
        Q_EMIT hitsChanged();
        return;
    }
    const std::vector<Path> roots = m_model->isFiltered() ? m_roots : std::vector<Path>{Path()};
    m_finder.start([this, snapshot = m_model->snapshot(), roots, needle = Needle(m_find, m_matchCase)](
                       Worker::Stop stop) -> Worker::Then {
        auto hits = std::make_shared<std::vector<std::uint32_t>>(findInTree(snapshot, roots, needle, stop));
        const bool isSorted = std::is_sorted(hits->begin(), hits->end());
        return [this, hits, isSorted] {
            m_hits = std::move(*hits);
            m_isSorted = isSorted;
            Q_EMIT hitsChanged();
        };
    });
}

void TreePage::step(bool forwards)
{
    if (m_hits.empty())
        return;
    if (m_hit > 0 || !m_isSorted) {
        if (forwards)
            m_hit = m_hit % m_hits.size() + 1;
        else
            m_hit = m_hit <= 1 ? m_hits.size() : m_hit - 1;
    } else {
        // The first step goes on from the current row.
        const auto offset = m_tree->currentIndex().data(TreeModel::OffsetRole).toUInt();
        const auto after = std::lower_bound(m_hits.begin(), m_hits.end(), offset);
        const std::size_t at = static_cast<std::size_t>(after - m_hits.begin());
        m_hit = forwards ? at % m_hits.size() + 1 : (at + m_hits.size() - 1) % m_hits.size() + 1;
    }
    goTo(pathAt(m_model->snapshot().root(), m_hits[m_hit - 1]));
    Q_EMIT hitsChanged();
}

Hits TreePage::hits() const
{
    return {m_hits.size(), m_hit, m_finder.isRunning(), static_cast<bool>(m_model->snapshot())};
}

void TreePage::takeFocus()
{
    m_tree->setFocus(Qt::OtherFocusReason);
}

} // namespace marquee::inspector
