// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/ResponsesTable.h"

#include "callbacks/CallbacksModel.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>

namespace marquee::callbacks {

using namespace Qt::StringLiterals;

namespace {

enum Column
{
    Where,
    Status,
    Says
};

QString nameOf(const Response &response)
{
    QStringList parts;
    for (const QString &part : {response.id, response.siteId}) {
        if (!part.isEmpty())
            parts << part;
    }
    const bool isPerformance
        = response.entity.isEmpty() || response.entity.compare(u"Performance"_s, Qt::CaseInsensitive) == 0;
    if (!isPerformance)
        parts.prepend(response.entity);
    return parts.isEmpty() ? ResponsesTable::tr("not named") : parts.join(u" · "_s);
}

QIcon iconOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ok:
        return theme::dotIcon(theme::color(theme::Token::Good));
    case Verdict::Error:
        return theme::dotIcon(theme::color(theme::Token::Error));
    case Verdict::Unclear:
        break;
    }
    return theme::dotIcon(theme::color(theme::Token::Warning));
}

QString statusOf(const Response &response)
{
    switch (response.verdict) {
    case Verdict::Ok:
        return ResponsesTable::tr("OK");
    case Verdict::Error:
        return response.code > 0 ? ResponsesTable::tr("Error %1").arg(response.code) : ResponsesTable::tr("Error");
    case Verdict::Unclear:
        break;
    }
    return response.status.isEmpty() ? ResponsesTable::tr("says neither") : response.status;
}

} // namespace

ResponsesTable::ResponsesTable(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(u"callbackResponses"_s);
    setAccessibleName(tr("What the partner says of each performance"));
    setAccessibleDescription(tr("Enter goes to the performance."));
    setHeaderLabels({tr("Performance"), tr("State"), tr("What the partner says")});
    setProperty("focusMark", u"row"_s);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideRight);
    header()->setStretchLastSection(true);
    header()->setSectionResizeMode(Where, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(Status, QHeaderView::ResizeToContents);
    connect(this, &QTreeWidget::itemClicked, this, &ResponsesTable::go);
}

void ResponsesTable::setEntry(const CallbackEntry &entry)
{
    clear();
    m_places.clear();
    QList<QTreeWidgetItem *> items;
    const std::size_t count = entry.callback ? entry.callback->responses.size() : 0;
    std::size_t shown = 0;
    while (shown < count && items.size() < Most)
        addResponse(entry, entry.callback->responses[shown++], items);
    if (shown < count)
        items << new QTreeWidgetItem({QString(), QString(),
            tr("…and %1 more, in the text.").arg(QLocale().toString(static_cast<qulonglong>(count - shown)))});
    addTopLevelItems(items);
}

void ResponsesTable::addResponse(const CallbackEntry &entry, const Response &response, QList<QTreeWidgetItem *> &items)
{
    const auto at = entry.entities.find(response);
    const auto place = at ? std::optional(entry.entities.all()[*at].place) : std::nullopt;
    auto *first = new QTreeWidgetItem({nameOf(response), statusOf(response)});
    first->setIcon(Status, iconOf(response.verdict));
    if (entry.message && !place)
        first->setToolTip(Where, tr("The message has no such performance, or several."));
    QTreeWidgetItem *item = first;
    const auto add = [&](const Remark &remark, rules::Severity severity) {
        if (!item)
            item = new QTreeWidgetItem;
        item->setText(Says, wordsOf(remark).simplified());
        item->setToolTip(Says,
            meaningOf(remark.code).isEmpty() ? remark.text : QString(remark.text + u'\n' + meaningOf(remark.code)));
        item->setIcon(Says, theme::severityIcon(severity));
        items << item;
        m_places.push_back(place);
        item = nullptr;
    };
    for (const Remark &error : response.errors)
        add(error, rules::Severity::Error);
    for (const Remark &warning : response.warnings)
        add(warning, rules::Severity::Warning);
    if (item) {
        first->setText(Says, response.code > 0 ? meaningOf(response.code) : QString());
        items << first;
        m_places.push_back(place);
    }
}

void ResponsesTable::go(const QTreeWidgetItem *item)
{
    const int row = indexOfTopLevelItem(const_cast<QTreeWidgetItem *>(item));
    if (row >= 0 && static_cast<std::size_t>(row) < m_places.size() && m_places[static_cast<std::size_t>(row)])
        Q_EMIT goWanted(*m_places[static_cast<std::size_t>(row)]);
}

void ResponsesTable::keyPressEvent(QKeyEvent *event)
{
    if (currentItem() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        go(currentItem());
    else
        QTreeWidget::keyPressEvent(event);
}

} // namespace marquee::callbacks
