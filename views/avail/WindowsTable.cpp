// SPDX-License-Identifier: GPL-3.0-or-later
#include "avail/WindowsTable.h"

#include "avail/WindowsModel.h"
#include "catalog/DateTime.h"
#include "form/CountDelegate.h"
#include "shell/theme/Theme.h"

#include <QHeaderView>

#include <algorithm>

namespace marquee::avail {

using namespace Qt::StringLiterals;

WindowsTable::WindowsTable(std::shared_ptr<const catalog::Vocabularies> vocabularies, QWidget *parent)
    : WindowsTable(new WindowsModel(std::move(vocabularies)), parent)
{
}

WindowsTable::WindowsTable(WindowsModel *model, QWidget *parent)
    : RowsTable(model, WindowsModel::Id, parent)
    , m_model(model)
{
    model->setParent(this);
    setObjectName(u"windowsTable"_s);
    setAccessibleName(tr("Windows"));
    setItemDelegateForColumn(WindowsModel::Problems, new form::CountDelegate(WindowsModel::CountRole, this));
    sizeColumns();
}

void WindowsTable::sizeColumns()
{
    QHeaderView *header = horizontalHeader();
    const QFontMetrics metrics(theme::bodyFont());
    const auto wide = [&](const QString &sample) -> int { return metrics.horizontalAdvance(sample) + theme::scaled(24); };
    int moment = 0; // the longest of the year
    for (int month = 0; month < 12; ++month)
        moment = std::max(moment, wide(catalog::DateTime::reading(1800338400 + month * 2629800LL)));
    header->setSectionResizeMode(WindowsModel::Problems, QHeaderView::Fixed);
    header->setSectionResizeMode(WindowsModel::Id, QHeaderView::Stretch);
    for (const auto &[column, width] : {std::pair(WindowsModel::Problems, theme::scaled(32) + metrics.horizontalAdvance(u"88"_s)), {WindowsModel::Licence, wide(u"POEST  "_s)},
                                        {WindowsModel::Territory, wide(u"United States"_s)}, {WindowsModel::Format, wide(u"UHD  "_s)},
                                        {WindowsModel::Start, moment}, {WindowsModel::End, moment},
                                        {WindowsModel::Channel, wide(u"Channel or price"_s)}})
        header->resizeSection(column, width);
}

void WindowsTable::setDocument(workspace::OpenDocument *document)
{
    m_model->setDocument(document);
}

} // namespace marquee::avail
