// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Vocabularies.h"
#include "payload/Change.h"
#include "payload/Value.h"
#include "rules/Problem.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <memory>

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::avail {

/// The windows of an avail in the payload's order, a row each. Nothing is copied: a cell reads the payload when it is painted, so
/// that tens of thousands of windows cost what is in sight.
class WindowsModel : public QAbstractTableModel
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

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

    /// What a cell says.
    QString text(int row, int column) const;
    /// All that a row says, in lower case.
    QString line(int row) const;
    /// Columns that are sorted by a number: moments in seconds since 1970 (what isn't one first), problems by how bad they are.
    static bool isNumeric(int column) { return column == Problems || column == Start || column == End; }
    qint64 sortNumber(int row, int column) const;

Q_SIGNALS:
    /// Windows were dropped in front of another, or at the end; nothing has changed yet.
    void moveWanted(const QList<int> &windows, int before);

private:
    payload::Value windows() const;
    void follow(const payload::Change &change);
    void problemsMayDiffer();

    std::shared_ptr<const catalog::Vocabularies> m_vocabularies;
    QPointer<workspace::OpenDocument> m_document;
    int m_rows = 0;
    rules::Counts m_counts; ///< of the document, when problems were told last
};

} // namespace marquee::avail
