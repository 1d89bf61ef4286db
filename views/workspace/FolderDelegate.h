// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace marquee::workspace {

/// Paints a whole row of the tree, from edge to edge: headings with their arrow; files with their name (cut in the
/// middle), the dot of what isn't saved, and how many errors or else warnings there are. State_Open says that a heading
/// is open, State_Sibling that the file is the one in the current tab. A name that is typed over another is asked for,
/// not set: files are renamed elsewhere.
class FolderDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(
        QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    void renameWanted(const QString &path, const QString &newName) const;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintFile(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    int paintBadge(QPainter &painter, const QRect &row, const QModelIndex &index) const; ///< the width that it took
};

} // namespace marquee::workspace
