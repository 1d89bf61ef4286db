// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/PairsPage.h"

#include "inspector/Find.h"
#include "inspector/Steps.h"
#include "shell/theme/Theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using theme::scaled;

PairsPage::PairsPage(const QString &name, const QString &title, const QString &none, QWidget *parent)
    : Page(parent)
    , m_list(new QTreeWidget(this))
    , m_none(new QLabel(none, this))
{
    setObjectName(name + u"Page"_s);
    m_list->setObjectName(name);
    m_list->setAccessibleName(title);
    m_list->setAccessibleDescription(tr("Ctrl+C copies the selected rows."));
    m_list->setHeaderLabels({tr("Name"), tr("Value")});
    m_list->setProperty("focusMark", u"row"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->installEventFilter(this);
    m_none->setObjectName(name + u"None"_s);
    m_none->setProperty("role", u"note"_s);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    layout->addWidget(m_none, 1);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu menu;
        menu.addAction(tr("Copy"), this, &PairsPage::copy);
        menu.exec(m_list->viewport()->mapToGlobal(at));
    });
    connect(m_list, &QTreeWidget::currentItemChanged, this, &Page::hitsChanged);
    setPairs({});
}

void PairsPage::setPairs(const Pairs &pairs)
{
    m_pairs = pairs;
    m_list->clear();
    QList<QTreeWidgetItem *> items;
    for (const auto &[name, value] : pairs) {
        auto *item = new QTreeWidgetItem({name, value.simplified().left(1000)});
        item->setToolTip(1, value.left(4000));
        item->setForeground(0, theme::color(theme::Token::TextSoft));
        item->setSizeHint(1, QSize(0, scaled(32))); // the last column is as wide as there is room
        items << item;
    }
    m_list->addTopLevelItems(items);
    m_list->setVisible(!pairs.empty());
    m_none->setVisible(pairs.empty());
    findAgain();
}

void PairsPage::setFind(const QString &text, bool matchCase)
{
    m_find = text;
    m_matchCase = matchCase;
    findAgain();
}

void PairsPage::findAgain()
{
    m_rows.clear();
    const Needle needle(m_find, m_matchCase);
    for (std::size_t row = 0; row < m_pairs.size(); ++row) {
        if (needle.isIn(m_pairs[row].first) || needle.isIn(m_pairs[row].second))
            m_rows.push_back(static_cast<int>(row));
    }
    Q_EMIT hitsChanged();
}

void PairsPage::step(bool forwards)
{
    const int current = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (const auto next = stepFrom(m_rows, current, forwards))
        m_list->setCurrentItem(m_list->topLevelItem(m_rows[*next]));
}

Hits PairsPage::hits() const
{
    const int current = m_list->indexOfTopLevelItem(m_list->currentItem());
    return {m_rows.size(), numberIn(m_rows, current), false, !m_pairs.empty()};
}

void PairsPage::takeFocus()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void PairsPage::copy()
{
    const bool isAll = m_list->selectedItems().isEmpty();
    QString text;
    for (std::size_t row = 0; row < m_pairs.size(); ++row) {
        if (isAll || m_list->topLevelItem(static_cast<int>(row))->isSelected())
            text += m_pairs[row].first + u": "_s + m_pairs[row].second + u'\n';
    }
    QGuiApplication::clipboard()->setText(text);
}

bool PairsPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (isKey && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        if (event->type() == QEvent::KeyPress)
            copy();
        event->accept();
        return true;
    }
    return Page::eventFilter(watched, event);
}

} // namespace marquee::inspector
