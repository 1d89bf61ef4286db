// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/ColumnsMenu.h"

#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr int MostRows = 14; ///< in sight at once

} // namespace

ColumnsMenu::ColumnsMenu(const QStringList &titles, const std::vector<bool> &hidden, QObject *parent)
    : QWidgetAction(parent)
    , m_list(new QListWidget)
{
    auto *frame = new QWidget;
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(scaled(4), scaled(4), scaled(4), scaled(4));
    layout->setSpacing(scaled(4));
    m_list->setObjectName(u"inspectorColumnsList"_s);
    m_list->setAccessibleName(tr("Columns"));
    m_list->setAccessibleDescription(tr("Space shows or hides a column."));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    int width = scaled(200);
    for (qsizetype column = 0; column < titles.size(); ++column) {
        auto *item = new QListWidgetItem(titles.at(column), m_list);
        item->setToolTip(titles.at(column));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(hidden[static_cast<std::size_t>(column)] ? Qt::Unchecked : Qt::Checked);
        item->setSizeHint(QSize(0, scaled(28)));
        width = std::max(width, m_list->fontMetrics().horizontalAdvance(titles.at(column)) + scaled(64));
    }
    m_list->setFixedSize(std::min(width, scaled(420)),
        scaled(28) * std::clamp(static_cast<int>(titles.size()), 1, MostRows) + scaled(8));
    m_list->setCurrentRow(0);
    auto *all = new QPushButton(tr("Show all"), frame);
    all->setObjectName(u"inspectorColumnsAll"_s);
    all->setAccessibleName(tr("Show all columns"));
    all->setProperty("role", u"link"_s);
    layout->addWidget(m_list);
    layout->addWidget(all, 0, Qt::AlignLeft);
    frame->setFocusProxy(m_list);
    setDefaultWidget(frame);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        Q_EMIT hiddenChanged(m_list->row(item), item->checkState() == Qt::Unchecked);
    });
    connect(all, &QPushButton::clicked, this, [this] {
        for (int row = 0; row < m_list->count(); ++row)
            m_list->item(row)->setCheckState(Qt::Checked);
    });
}

} // namespace marquee::inspector
