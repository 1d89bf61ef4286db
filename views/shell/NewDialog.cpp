// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/NewDialog.h"

#include "shell/theme/Theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace marquee::shell {

using namespace Qt::StringLiterals;

namespace {

/// A template's name, and below what it is for.
class TemplateDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {theme::scaled(360), QFontMetrics(theme::bodyFont()).height() + QFontMetrics(theme::noteFont()).height() + theme::scaled(16)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if ((option.state & QStyle::State_Selected) != 0)
            painter->fillRect(option.rect, theme::color(theme::Token::AccentSoft));
        const QRect box = option.rect.adjusted(theme::scaled(16), theme::scaled(8), -theme::scaled(16), -theme::scaled(8));
        painter->setFont(theme::headingFont());
        painter->setPen(theme::color(theme::Token::Text));
        painter->drawText(box, Qt::AlignLeft | Qt::AlignTop, index.data().toString());
        painter->setFont(theme::noteFont());
        painter->setPen(theme::color(theme::Token::TextSoft));
        painter->drawText(box, Qt::AlignLeft | Qt::AlignBottom, index.data(Qt::StatusTipRole).toString());
        painter->restore();
    }
};

} // namespace

NewDialog::NewDialog(const workspace::Templates &templates, QWidget *parent)
    : QDialog(parent)
    , m_templates(templates)
    , m_list(new QListWidget(this))
    , m_extract(new QButtonGroup(this))
{
    setObjectName(u"newDialog"_s);
    setWindowTitle(tr("New avail"));
    const int gap = theme::scaled(24);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, theme::scaled(16));
    layout->setSpacing(theme::scaled(8));
    auto *heading = new QLabel(tr("What do you want to license?"), this);
    heading->setFont(theme::headingFont());
    layout->addWidget(heading);

    m_list->setObjectName(u"templateList"_s);
    m_list->setAccessibleName(tr("Templates"));
    m_list->setItemDelegate(new TemplateDelegate(m_list));
    m_list->setProperty("card", true);
    for (const workspace::Template &one : templates.all()) {
        auto *item = new QListWidgetItem(one.name, m_list);
        item->setStatusTip(one.help);
        item->setData(Qt::AccessibleTextRole, QString(one.name + u". "_s + one.help));
    }
    m_list->setCurrentRow(0);
    const int rows = static_cast<int>(templates.all().size());
    m_list->setMinimumSize(theme::scaled(440), std::min(rows * m_list->sizeHintForRow(0) + theme::scaled(4), theme::scaled(480)));
    layout->addWidget(m_list, 1);

    auto *choice = new QHBoxLayout;
    auto *full = new QRadioButton(tr("Full extract: all windows of the title"), this);
    full->setObjectName(u"fullExtract"_s);
    full->setChecked(true);
    auto *partial = new QRadioButton(tr("Partial extract: one window"), this);
    partial->setObjectName(u"partialExtract"_s);
    m_extract->addButton(full, static_cast<int>(workspace::Extract::Full));
    m_extract->addButton(partial, static_cast<int>(workspace::Extract::Partial));
    choice->addWidget(full);
    choice->addSpacing(theme::scaled(16));
    choice->addWidget(partial);
    choice->addStretch();
    layout->addSpacing(theme::scaled(8));
    layout->addLayout(choice);

    layout->addSpacing(theme::scaled(8));
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancelNew"_s);
    cancel->setAutoDefault(false);
    auto *make = new QPushButton(tr("Make it"), this);
    make->setObjectName(u"makeNew"_s);
    make->setProperty("role", u"main"_s);
    make->setDefault(true);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(make);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(make, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &QDialog::accept);
    m_list->setFocus();
}

const workspace::Template *NewDialog::chosen() const
{
    const int row = m_list->currentRow();
    return row < 0 ? nullptr : &m_templates.all()[static_cast<std::size_t>(row)];
}

workspace::Extract NewDialog::extract() const
{
    return static_cast<workspace::Extract>(m_extract->checkedId());
}

} // namespace marquee::shell
