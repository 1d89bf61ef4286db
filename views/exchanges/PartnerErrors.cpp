// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchanges/PartnerErrors.h"

#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>

#include <algorithm>

namespace marquee::exchanges {

using namespace Qt::StringLiterals;

PartnerErrors::PartnerErrors(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(u"partnerErrors"_s);
    setAccessibleName(tr("What the partner found wrong"));
    setAccessibleDescription(tr("Enter goes to the place in the document."));
    setHeaderLabels({tr("Code"), tr("What the partner says"), tr("Place")});
    setProperty("focusMark", u"row"_s);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideRight);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(1, QHeaderView::Stretch);
    header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    connect(this, &QTreeWidget::itemClicked, this, &PartnerErrors::go);
}

void PartnerErrors::setErrors(const std::vector<partners::PartnerError> &errors)
{
    clear();
    const std::size_t shown = std::min(errors.size(), static_cast<std::size_t>(Most));
    m_errors.assign(errors.begin(), errors.begin() + static_cast<std::ptrdiff_t>(shown));
    QList<QTreeWidgetItem *> items;
    for (const partners::PartnerError &error : m_errors) {
        auto *item = new QTreeWidgetItem({error.code, error.message.simplified(), error.path});
        item->setIcon(0, theme::severityIcon(rules::Severity::Error));
        item->setToolTip(1, error.message);
        item->setToolTip(2, error.path);
        items << item;
    }
    if (shown < errors.size())
        items << new QTreeWidgetItem(
            {QString(), tr("…and %1 more, in the answer.").arg(QLocale().toString(errors.size() - shown))});
    addTopLevelItems(items);
}

void PartnerErrors::go(const QTreeWidgetItem *item)
{
    const int row = indexOfTopLevelItem(const_cast<QTreeWidgetItem *>(item));
    if (row >= 0 && static_cast<std::size_t>(row) < m_errors.size())
        Q_EMIT goWanted(m_errors[static_cast<std::size_t>(row)]);
}

void PartnerErrors::keyPressEvent(QKeyEvent *event)
{
    if (currentItem() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        go(currentItem());
    else
        QTreeWidget::keyPressEvent(event);
}

} // namespace marquee::exchanges
