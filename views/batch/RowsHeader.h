// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/RowsDesk.h"

#include <QHeaderView>

#include <vector>

class QPushButton;

namespace marquee::batch {

class RowsModel;

/// The headings of rows, and below each the field that its column fills: a button to choose another.
class RowsHeader : public QHeaderView
{
    Q_OBJECT

public:
    /// The desk and the model have to outlive the header.
    RowsHeader(exchange::RowsDesk &desk, const RowsModel &rows, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rebuild();
    void refresh();
    void arrange();
    void choose(int column);

    exchange::RowsDesk &m_desk;
    const RowsModel &m_rows;
    QWidget *m_corner = nullptr; ///< the table's, beside the header
    std::vector<QPushButton *> m_buttons; ///< by column
};

} // namespace marquee::batch
