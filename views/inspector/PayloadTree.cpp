// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/PayloadTree.h"

#include "inspector/TreeModel.h"
#include "payload/Tree.h"
#include "shell/theme/Icons.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <deque>
#include <vector>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using payload::Kind;
using theme::scaled;
using theme::Token;

namespace {

constexpr int RowHeight = 28;
constexpr int FocusBar = 3; ///< beside the row that has the keyboard
constexpr int IconSide = 14;

Token inkOf(const QModelIndex &index)
{
    const auto kind = static_cast<Kind>(index.data(TreeModel::KindRole).toInt());
    switch (index.column()) {
    case TreeModel::Name:
        return Token::Text;
    case TreeModel::Words:
        return kind >= Kind::Array ? Token::TextFaint : kind == Kind::String ? Token::CodeText : Token::CodeNumber;
    default:
        return Token::TextFaint;
    }
}

class Delegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), scaled(RowHeight)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus; // the row is marked, not the cell
        for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
            option->palette.setColor(role, theme::color(inkOf(index)));
        if (index.column() == TreeModel::Name) {
            option->textElideMode = Qt::ElideMiddle;
            if (index.data(TreeModel::DoubledRole).toBool()) {
                option->features |= QStyleOptionViewItem::HasDecoration;
                option->icon = theme::severityIcon(rules::Severity::Warning);
                option->decorationPosition = QStyleOptionViewItem::Right;
                option->decorationSize = QSize(scaled(IconSide), scaled(IconSide));
            }
        }
    }
};

} // namespace

PayloadTree::PayloadTree(TreeModel *model, QWidget *parent)
    : QTreeView(parent)
{
    setObjectName(u"inspectorTree"_s);
    setAccessibleName(tr("The payload as a tree"));
    setAccessibleDescription(tr("Right opens, Left closes, * opens all. Ctrl+C copies the value."));
    setProperty("focusMark", u"row"_s);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setItemDelegate(new Delegate(this));
    setModel(model);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(scaled(56));
    header()->setSectionResizeMode(TreeModel::Name, QHeaderView::Interactive);
    header()->setSectionResizeMode(TreeModel::Words, QHeaderView::Stretch);
    for (const int column : {TreeModel::Type, TreeModel::Size, TreeModel::Count})
        header()->setSectionResizeMode(column, QHeaderView::Interactive);
    connect(header(), &QHeaderView::sectionResized, this, [this](int column) {
        if (column == TreeModel::Name && !m_isFitting)
            m_isFitted = false;
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &PayloadTree::refreshLook);
    refreshLook();
}

void PayloadTree::refreshLook()
{
    setIndentation(scaled(18));
    fitNames();
    header()->resizeSection(TreeModel::Type, scaled(112));
    header()->resizeSection(TreeModel::Size, scaled(88));
    header()->resizeSection(TreeModel::Count, scaled(80));
}

void PayloadTree::fitNames()
{
    if (!m_isFitted)
        return;
    m_isFitting = true;
    header()->resizeSection(TreeModel::Name, std::clamp(width() / 3, scaled(140), scaled(360)));
    m_isFitting = false;
}

void PayloadTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitNames();
}

bool PayloadTree::openLevels(int levels)
{
    // Without a layout that is due anyway, each row that is opened would move all those behind it.
    collapseAll();
    scheduleDelayedItemsLayout();
    struct Entry
    {
        QModelIndex index;
        int level;
    };
    std::deque<Entry> waiting;
    for (int row = 0; row < model()->rowCount(); ++row)
        waiting.push_back({model()->index(row, 0), 0});
    int shown = static_cast<int>(waiting.size());
    bool isAll = true;
    for (; !waiting.empty(); waiting.pop_front()) {
        const auto [index, level] = waiting.front();
        const int rows = model()->rowCount(index);
        if (rows == 0 || (levels >= 0 && level >= levels))
            continue;
        if (shown + rows > MostOpened && level > 0) {
            isAll = false;
            continue;
        }
        expand(index);
        shown += rows;
        for (int row = 0; row < rows; ++row) {
            const QModelIndex child = model()->index(row, 0, index);
            if (model()->hasChildren(child))
                waiting.push_back({child, level + 1});
        }
    }
    executeDelayedItemsLayout();
    return isAll;
}

void PayloadTree::openAScreen()
{
    constexpr int Screen = 40; // rows
    constexpr int Few = 5; // tell nobody anything: one level more, however long
    std::vector<QModelIndex> level;
    for (int row = 0; row < std::min(model()->rowCount(), Screen); ++row)
        level.push_back(model()->index(row, 0));
    int shown = static_cast<int>(level.size());
    int levels = 0;
    int before = 0;
    for (; !level.empty() && shown <= Screen; ++levels) {
        before = shown;
        std::vector<QModelIndex> below;
        for (const QModelIndex &index : level) {
            const int rows = model()->rowCount(index);
            shown += rows;
            for (int row = 0; row < std::min(rows, Screen); ++row)
                below.push_back(model()->index(row, 0, index));
        }
        level = std::move(below);
    }
    openLevels(std::max(1, shown <= Screen || before <= Few ? levels : levels - 1));
}

void PayloadTree::goTo(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        expand(above);
    setCurrentIndex(index.siblingAtColumn(0));
    scrollTo(index.siblingAtColumn(0), EnsureVisible);
}

void PayloadTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentRowChanged();
}

void PayloadTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QTreeView::drawRow(painter, option, index);
    if (hasFocus() && currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0))
        painter->fillRect(
            QRect(0, option.rect.y(), scaled(FocusBar), option.rect.height()), theme::color(Token::Accent));
}

void PayloadTree::keyPressEvent(QKeyEvent *event)
{
    // Enter opens and closes; QTreeView would edit. The star is Qt's own, and has no bound.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        setExpanded(currentIndex().siblingAtColumn(0), !isExpanded(currentIndex().siblingAtColumn(0)));
        return;
    }
    if (event->key() == Qt::Key_Asterisk) {
        openLevels(-1);
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace marquee::inspector
