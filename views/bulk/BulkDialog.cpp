// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/BulkDialog.h"

#include "catalog/DateTime.h"
#include "payload/Document.h"
#include "rules/PlaceName.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace marquee::bulk {

using namespace Qt::StringLiterals;
using theme::scaled;

BulkDialog::BulkDialog(
    const rules::Context &context, const QString &name, const QString &title, const QString &why, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_content(new QVBoxLayout)
{
    setObjectName(name);
    setWindowTitle(title);
    setAccessibleDescription(why);
    setSizeGripEnabled(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(24), scaled(24), scaled(24), scaled(16));
    layout->setSpacing(scaled(8));
    m_title = label(u"bulkTitle"_s, {}, title);
    layout->addWidget(m_title);
    layout->addWidget(label(u"bulkWhy"_s, u"label"_s, why));
    layout->addSpacing(scaled(8));
    m_content->setSpacing(scaled(8));
    layout->addLayout(m_content, 1);
    m_counts = label(u"bulkCounts"_s, u"marked"_s);
    m_remarks = label(u"bulkRemarks"_s, u"warning"_s);
    layout->addWidget(m_counts);
    layout->addWidget(m_remarks);
    layout->addSpacing(scaled(8));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(8));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"bulkCancel"_s);
    cancel->setAutoDefault(false);
    m_apply = new QPushButton(this);
    m_apply->setObjectName(u"bulkApply"_s);
    m_apply->setProperty("role", u"main"_s);
    m_apply->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &QDialog::accept);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &BulkDialog::applyTheme);
    applyTheme();
}

void BulkDialog::applyTheme()
{
    constexpr int rowHeight = 32;
    m_title->setFont(theme::titleFont());
    for (QTableView *table : m_tables)
        table->verticalHeader()->setDefaultSectionSize(scaled(rowHeight));
}

void BulkDialog::offer(const windows::Plan &plan, const QString &counts, const QString &button)
{
    m_edits = plan.edits;
    m_counts->setText(counts);
    m_counts->setVisible(!counts.isEmpty());
    m_remarks->setText(plan.remarks.join(u'\n'));
    m_remarks->setVisible(!plan.remarks.isEmpty());
    m_apply->setText(button);
    m_apply->setEnabled(!plan.edits.empty());
}

void BulkDialog::refuse(const Error &error, const QString &button)
{
    windows::Plan none;
    none.remarks << (sentence(error));
    offer(none, {}, button);
}

QLabel *BulkDialog::label(const QString &name, const QString &role, const QString &text)
{
    auto *made = new QLabel(text, this);
    made->setObjectName(name);
    made->setProperty("role", role);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

QTableView *BulkDialog::table(const QString &name, const QString &title, QStandardItemModel *model)
{
    auto *made = new QTableView(this);
    made->setObjectName(name);
    made->setAccessibleName(title);
    made->setProperty("card", true);
    made->setProperty("focusMark", u"row"_s);
    made->setModel(model);
    made->setShowGrid(false);
    made->setSelectionBehavior(QAbstractItemView::SelectRows);
    made->setSelectionMode(QAbstractItemView::SingleSelection);
    made->setEditTriggers(QAbstractItemView::NoEditTriggers);
    made->setTabKeyNavigation(false);
    made->setWordWrap(false);
    made->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    made->verticalHeader()->hide();
    made->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    made->horizontalHeader()->setHighlightSections(false);
    made->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    made->horizontalHeader()->setStretchLastSection(true);
    m_tables.push_back(made);
    applyTheme();
    return made;
}

QString shortName(const rules::Context &context, std::uint32_t row)
{
    const payload::Value window = windows::windowAt(context, row);
    const std::string id = window.member("_TransactionID").string();
    return id.empty() ? rules::windowName(window, row) : QString::fromStdString(id);
}

QStandardItem *cellItem(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setToolTip(text);
    return item;
}

QString readable(const std::string &date)
{
    const auto moment = catalog::DateTime::parse(date);
    return moment ? catalog::DateTime::reading(moment->epochSeconds) : QString::fromStdString(date);
}

} // namespace marquee::bulk
