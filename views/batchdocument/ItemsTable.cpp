// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchdocument/ItemsTable.h"

#include "batchdocument/ItemsModel.h"
#include "shell/theme/Theme.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QTableView>

namespace marquee::batchdocument {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

void sizeTable(QTableView *table)
{
    table->verticalHeader()->setDefaultSectionSize(scaled(32));
    QHeaderView *header = table->horizontalHeader();
    header->setFont(theme::noteFont());
    header->setMinimumSectionSize(scaled(32));
    constexpr std::pair<ItemsModel::Column, int> widths[] = {{ItemsModel::Problems, 32}, {ItemsModel::Number, 56},
        {ItemsModel::Id, 112}, {ItemsModel::Licensor, 144}, {ItemsModel::Window, 168}, {ItemsModel::Validates, 72},
        {ItemsModel::Licence, 72}, {ItemsModel::Territory, 80}, {ItemsModel::Dates, 192}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, scaled(width));
}

/// Where there isn't room for all columns, those go that the item's form shows as well; the title is what one finds an
/// item by.
class ItemsTable : public QTableView
{
public:
    using QTableView::QTableView;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        constexpr std::pair<ItemsModel::Column, int> needs[] = {{ItemsModel::Licensor, 1000},
            {ItemsModel::Validates, 880}, {ItemsModel::Dates, 800}, {ItemsModel::Territory, 600}};
        for (const auto &[column, width] : needs)
            setColumnHidden(column, viewport()->width() < scaled(width));
        QTableView::resizeEvent(event);
    }
};

} // namespace

QTableView *makeItemsTable(ItemsModel *model, QWidget *parent)
{
    auto *table = new ItemsTable(parent);
    table->setObjectName(u"batchItemsTable"_s);
    table->setAccessibleName(QCoreApplication::translate("ItemsTable", "Items of the batch"));
    table->setProperty("card", true);
    table->setModel(model);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setTextElideMode(Qt::ElideMiddle);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(
        QHeaderView::Fixed); // of one height, or 10,000 of them take their time
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(ItemsModel::Problems, QHeaderView::Fixed);
    header->setSectionResizeMode(ItemsModel::Title, QHeaderView::Stretch);
    sizeTable(table);
    QObject::connect(&theme::Theme::instance(), &theme::Theme::changed, table, [table] { sizeTable(table); });
    return table;
}

} // namespace marquee::batchdocument
