// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Change.h"
#include "payload/Value.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace marquee::rules {
struct Counts;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::batchdocument {

/// The items of a batch in the payload's order, a row each. Nothing is copied: a cell reads the payload when it is
/// painted, so that tens of thousands of items cost what is in sight.
class ItemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Problems,
        Number,
        Id,
        Licensor,
        Window,
        Validates,
        Title,
        Licence,
        Territory,
        Dates,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setDocument(workspace::OpenDocument *document);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Follow;
    payload::Value items() const;
    QString text(int row, int column) const;
    rules::Counts countsAt(int row) const;
    void follow(const payload::Change &change);
    void reset();
    void problemsMayDiffer();

    QPointer<workspace::OpenDocument> m_document;
    int m_rows = 0;
};

} // namespace marquee::batchdocument
