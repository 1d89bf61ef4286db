// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ExchangeCompare.h"

#include <QDialog>

class QLabel;
class QTreeWidget;

namespace marquee::exchanges {

/// What differs between two exchanges, the earlier one left. Compares on another thread.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    CompareDialog(const exchange::Exchange &one, const exchange::Exchange &other, QWidget *parent = nullptr);

Q_SIGNALS:
    void compared(); ///< the table is filled

protected:
    void showEvent(QShowEvent *event) override;

private:
    void compare();
    void present(const exchange::Comparison &comparison);
    void applyFonts();

    exchange::Exchange m_left;
    exchange::Exchange m_right;
    QLabel *m_title = nullptr;
    QLabel *m_sum = nullptr;
    QTreeWidget *m_table = nullptr;
};

} // namespace marquee::exchanges
