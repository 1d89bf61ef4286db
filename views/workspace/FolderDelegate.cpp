// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FolderDelegate.h"

#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "workspace/FileWork.h"
#include "workspace/FolderModel.h"

#include <QFontMetrics>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace marquee::workspace {

using namespace Qt::StringLiterals;
using theme::scaled;
using theme::Token;

namespace {

constexpr int RowHeight = 28;
constexpr int Margin = 8;
constexpr int HeadingText = 28;
constexpr int FileText = 32;
constexpr int BadgeIcon = 14;
constexpr int BarWidth = 3;

/// A name that no file can have is marked while it is typed.
void markName(QLineEdit &edit)
{
    const auto good = FileWork::checkName(edit.text());
    edit.setProperty("severity", good ? QVariant() : QVariant(u"error"_s));
    edit.setToolTip(good ? QString() : sentence(good.error()));
    edit.style()->unpolish(&edit);
    edit.style()->polish(&edit);
}

} // namespace

QSize FolderDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {scaled(120), scaled(RowHeight)};
}

void FolderDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option);
    if (index.parent().isValid())
        paintFile(*painter, option, index);
    else
        paintHeading(*painter, option, index);
    painter->restore();
}

void FolderDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const QRectF ground = QRectF(option.rect).adjusted(scaled(Margin) - 0.5, 1.5, -scaled(Margin) + 0.5, -1.5);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const bool focused = option.state & QStyle::State_HasFocus;
    painter.setPen(focused ? QPen(theme::color(Token::Accent)) : QPen(Qt::NoPen));
    painter.setBrush(selected ? theme::color(Token::AccentSoft)
            : hovered         ? theme::color(Token::Line)
                              : QColor(Qt::transparent));
    painter.drawRoundedRect(ground, scaled(5), scaled(5));
    if (option.state & QStyle::State_Sibling) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(Token::Accent));
        painter.drawRoundedRect(
            QRectF(ground.left() + 1, ground.top() + scaled(5), scaled(BarWidth), ground.height() - scaled(10)),
            scaled(BarWidth) / 2.0, scaled(BarWidth) / 2.0);
    }
}

void FolderDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect row = option.rect;
    const QPointF middle(row.left() + scaled(18), row.center().y() + 0.5);
    const double arm = scaled(4);
    painter.setPen(QPen(theme::color(Token::TextSoft), scaled(3) / 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (option.state & QStyle::State_Open)
        painter.drawPolyline(QPolygonF(
            {middle + QPointF(-arm, -arm / 2), middle + QPointF(0, arm / 2), middle + QPointF(arm, -arm / 2)}));
    else
        painter.drawPolyline(QPolygonF(
            {middle + QPointF(-arm / 2, -arm), middle + QPointF(arm / 2, 0), middle + QPointF(-arm / 2, arm)}));
    painter.setFont(theme::headingFont());
    painter.setPen(theme::color(Token::TextSoft));
    const QRect text = row.adjusted(scaled(HeadingText), 0, -scaled(2 * Margin), 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
}

int FolderDelegate::paintBadge(QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    const int errors = index.data(FolderModel::ErrorsRole).toInt();
    const int count = errors > 0 ? errors : index.data(FolderModel::WarningsRole).toInt();
    if (count <= 0)
        return 0;
    const rules::Severity severity = errors > 0 ? rules::Severity::Error : rules::Severity::Warning;
    const QString number = QLocale().toString(count);
    painter.setFont(theme::noteFont());
    const int width = painter.fontMetrics().horizontalAdvance(number);
    QRect text = row.adjusted(0, 0, -scaled(2 * Margin), 0);
    text.setLeft(text.right() + 1 - width);
    painter.setPen(theme::color(severity == rules::Severity::Error ? Token::Error : Token::Warning));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, number);
    const int side = scaled(BadgeIcon);
    theme::paintSeverity(
        painter, QRect(text.left() - scaled(4) - side, row.center().y() + 1 - side / 2, side, side), severity);
    return width + scaled(4) + side + scaled(Margin);
}

void FolderDelegate::paintFile(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect row = option.rect;
    const int badge = paintBadge(painter, row, index);
    if (index.data(FolderModel::ModifiedRole).toBool()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(Token::Accent));
        painter.drawEllipse(QPointF(row.left() + scaled(23), row.center().y() + 0.5), scaled(3), scaled(3));
    }
    const bool isOpen = index.data(FolderModel::OpenRole).toBool();
    painter.setFont(isOpen ? theme::headingFont() : theme::bodyFont());
    painter.setPen(theme::color(Token::Text));
    const QRect text = row.adjusted(scaled(FileText), 0, -scaled(2 * Margin) - badge, 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
}

QWidget *FolderDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(u"workspaceRename"_s);
    edit->setAccessibleName(tr("New name"));
    edit->setFont(theme::bodyFont());
    connect(edit, &QLineEdit::textEdited, edit, [edit] { markName(*edit); });
    return edit;
}

void FolderDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = static_cast<QLineEdit *>(editor);
    if (edit->isModified())
        return; // the file was looked into meanwhile
    edit->setText(index.data(Qt::EditRole).toString());
    edit->selectAll();
}

void FolderDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    const QString name = static_cast<QLineEdit *>(editor)->text();
    if (name != index.data(Qt::EditRole).toString())
        Q_EMIT renameWanted(index.data(FolderModel::PathRole).toString(), name);
}

void FolderDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int inset = scaled(FileText) - scaled(Margin); // the text stays where it stood
    editor->setGeometry(option.rect.adjusted(inset, 0, -scaled(Margin), 0));
}

} // namespace marquee::workspace
