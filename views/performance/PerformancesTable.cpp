// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/PerformancesTable.h"

#include "form/CountDelegate.h"
#include "performance/PerformancesModel.h"
#include "shell/theme/Theme.h"

#include <QHeaderView>
#include <QResizeEvent>

namespace marquee::performance {

using namespace Qt::StringLiterals;
using Model = PerformancesModel;
using theme::scaled;

PerformancesTable::PerformancesTable(PerformancesModel *model, QWidget *parent)
    : RowsTable(model, Model::Id, parent)
{
    setObjectName(u"performancesTable"_s);
    setAccessibleName(tr("Performances"));
    setItemDelegateForColumn(Model::Problems, new form::CountDelegate(Model::CountRole, this));
    sizeColumns();
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &PerformancesTable::sizeColumns);
}

void PerformancesTable::sizeColumns()
{
    verticalHeader()->setDefaultSectionSize(scaled(32));
    QHeaderView *header = horizontalHeader();
    header->setFont(theme::noteFont());
    header->setSectionResizeMode(Model::Problems, QHeaderView::Fixed);
    header->setSectionResizeMode(Model::Event, QHeaderView::Stretch);
    const QFontMetrics metrics(theme::bodyFont());
    const auto wide = [&](const QString &sample) -> int { return metrics.horizontalAdvance(sample) + scaled(24); };
    for (const auto &[column, width] :
        {std::pair<int, int>{Model::Problems, scaled(32) + metrics.horizontalAdvance(u"88"_s)},
            {Model::Id, wide(u"P-20260314-08"_s)}, {Model::Site, wide(u"SITE-01 "_s)},
            {Model::Date, wide(u"2026-03-14"_s)}, {Model::Time, wide(u"19:30 "_s)}, {Model::Hall, wide(u"HALL-10"_s)},
            {Model::Formats, wide(u"IMAX, 3D, ATM"_s)}, {Model::Cancelled, wide(u"Cancelled"_s)},
            {Model::OnSale, wide(u"On sale"_s)}, {Model::Complete, wide(u"complete "_s)}})
        header->resizeSection(column, width);
}

void PerformancesTable::resizeEvent(QResizeEvent *event)
{
    constexpr std::pair<Model::Column, int> needs[]
        = {{Model::OnSale, 920}, {Model::Complete, 840}, {Model::Formats, 760}, {Model::Site, 640}};
    for (const auto &[column, width] : needs)
        setColumnHidden(column, viewport()->width() < scaled(width));
    RowsTable::resizeEvent(event);
}

} // namespace marquee::performance
