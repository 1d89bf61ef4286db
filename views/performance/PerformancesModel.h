// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "form/RowsModel.h"
#include "performances/Completeness.h"
#include "rules/Problem.h"

#include <QPointer>

#include <memory>
#include <vector>

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::performance {

/// The performances of a message in its order, a row each. Cells read the payload when they are painted.
class PerformancesModel : public form::RowsModel
{
    Q_OBJECT

public:
    enum Column
    {
        Problems,
        Id,
        Site,
        Event,
        Date,
        Time,
        Hall,
        Formats,
        Cancelled,
        OnSale,
        Complete,
        ColumnCount
    };
    enum Role
    {
        ErrorsRole = Qt::UserRole,
        WarningsRole,
        CountRole ///< of all problems of the performance
    };

    explicit PerformancesModel(std::shared_ptr<const catalog::Catalog> catalog, QObject *parent = nullptr);

    void setDocument(workspace::OpenDocument *document);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    QString text(int row, int column) const override;
    QString line(int row) const override;
    bool isNumeric(int column) const override { return column == Problems || column == Complete; }
    qint64 sortNumber(int row, int column) const override;
    bool isEditable() const override;

    rules::Counts countsAt(int row) const;

private:
    payload::Value performance(int row) const;
    performances::Completeness completeness(int row) const;
    QVariant problemsData(int row, int role) const;
    QString missing(int row) const;
    void follow(const payload::Change &change);
    void problemsMayDiffer();

    std::shared_ptr<const catalog::Catalog> m_catalog; ///< outlives the fields
    std::vector<performances::Field> m_fields;
    QPointer<workspace::OpenDocument> m_document;
    rules::Counts m_counts; ///< of the document, when problems were told last
};

} // namespace marquee::performance
