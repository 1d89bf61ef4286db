// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "form/RowsTable.h"

namespace marquee::performance {

class PerformancesModel;

/// The table of a message's performances. Where there isn't room for all columns, those go that the form shows as well.
class PerformancesTable : public form::RowsTable
{
    Q_OBJECT

public:
    explicit PerformancesTable(PerformancesModel *model, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void sizeColumns();
};

} // namespace marquee::performance
