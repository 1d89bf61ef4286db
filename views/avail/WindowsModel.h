// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Vocabularies.h"
#include "form/RowsModel.h"
#include "payload/Value.h"
#include "rules/Problem.h"

#include <QPointer>

#include <memory>

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::avail {

/// The windows of an avail in the payload's order, a row each. Nothing is copied: a cell reads the payload when it is painted, so
/// that tens of thousands of windows cost what is in sight.
class WindowsModel : public form::RowsModel
{
    Q_OBJECT

public:
    enum Column { Problems, Id, Licence, Territory, Format, Start, End, Channel, ColumnCount };
    enum Role {
        ErrorsRole = Qt::UserRole,
        WarningsRole,
        CountRole ///< of all problems of the window
    };

    explicit WindowsModel(std::shared_ptr<const catalog::Vocabularies> vocabularies, QObject *parent = nullptr);

    void setDocument(workspace::OpenDocument *document);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    QString text(int row, int column) const override;
    QString line(int row) const override;
    /// Moments are numbers (seconds since 1970; what isn't one comes first), and problems by how bad they are.
    bool isNumeric(int column) const override { return column == Problems || column == Start || column == End; }
    qint64 sortNumber(int row, int column) const override;
    bool isEditable() const override;

private:
    payload::Value windows() const;
    void follow(const payload::Change &change);
    void problemsMayDiffer();

    std::shared_ptr<const catalog::Vocabularies> m_vocabularies;
    QPointer<workspace::OpenDocument> m_document;
    rules::Counts m_counts; ///< of the document, when problems were told last
};

} // namespace marquee::avail
