// SPDX-License-Identifier: GPL-3.0-or-later
#include "production/IdsPage.h"

#include "production/Pieces.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QListView>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::production {

using namespace Qt::StringLiterals;
using theme::scaled;

IdsPage::IdsPage(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_list(new QListView(this))
    , m_model(new QStringListModel(this))
    , m_details(button(u"idsDetails"_s, tr("Get details"), "main", this))
{
    setObjectName(u"idsPage"_s);
    m_words->setObjectName(u"idsWords"_s);
    keepFont(m_words, theme::headingFont);
    m_list->setObjectName(u"idsList"_s);
    m_list->setAccessibleName(tr("IDs of productions"));
    m_list->setModel(m_model);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    keepFont(m_list, theme::codeFont);
    auto *copy = button(u"idsCopy"_s, tr("Copy the IDs"), nullptr, this);
    auto *inspect = button(u"idsInspect"_s, tr("Open the answer"), nullptr, this);
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(8));
    line->addWidget(m_words, 1);
    for (QWidget *widget : {copy, inspect, m_details})
        line->addWidget(widget);
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *inner = new QVBoxLayout(card);
    inner->setContentsMargins(scaled(8), scaled(8), scaled(8), scaled(8));
    inner->addWidget(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16));
    layout->setSpacing(scaled(12));
    layout->addLayout(line);
    layout->addWidget(card, 1);

    connect(m_details, &QPushButton::clicked, this, [this] { Q_EMIT detailsWanted(wanted()); });
    connect(copy, &QPushButton::clicked, this,
        [this] { QApplication::clipboard()->setText(wanted().join(u'\n') + u'\n'); });
    connect(inspect, &QPushButton::clicked, this, &IdsPage::inspectWanted);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &IdsPage::refresh);
}

void IdsPage::show(const QString &venue, const QStringList &ids)
{
    m_model->setStringList(ids);
    m_words->setText(tr("%n production(s) at the venue %1", nullptr, static_cast<int>(ids.size())).arg(venue));
    refresh();
}

QStringList IdsPage::wanted() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return m_model->stringList();
    std::sort(rows.begin(), rows.end());
    QStringList ids;
    for (const QModelIndex &row : rows)
        ids << row.data().toString();
    return ids;
}

void IdsPage::refresh()
{
    const auto selected = static_cast<int>(m_list->selectionModel()->selectedRows().size());
    m_details->setText(selected > 0 ? tr("Get details of %n", nullptr, selected) : tr("Get details"));
    m_details->setAccessibleName(m_details->text());
    m_details->setEnabled(m_model->rowCount() > 0);
}

} // namespace marquee::production
