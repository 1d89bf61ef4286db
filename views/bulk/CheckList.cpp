// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/CheckList.h"

#include "shell/theme/Theme.h"

#include <QCheckBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::bulk {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr int ValueRole = Qt::UserRole + 1;

} // namespace

CheckList::CheckList(const QString &name, const QString &title, std::vector<Entry> entries,
    const std::vector<std::string> &ticked, QWidget *parent)
    : QWidget(parent)
    , m_model(new QStandardItemModel(this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_count(new QLabel(this))
    , m_all(new QCheckBox(tr("Select all"), this))
{
    setObjectName(name);
    fill(std::move(entries), ticked);
    m_shown->setSourceModel(m_model);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto *heading = new QLabel(title, this);
    heading->setFont(theme::headingFont());
    m_count->setObjectName(QString(name + u"Count"_s));
    m_count->setProperty("role", u"note"_s);
    auto *search = new QLineEdit(this);
    search->setObjectName(QString(name + u"Search"_s));
    search->setPlaceholderText(tr("Search"));
    search->setAccessibleName(tr("Search: %1").arg(title));
    search->setClearButtonEnabled(true);
    m_all->setObjectName(QString(name + u"All"_s));
    m_all->setAccessibleName(tr("Select all: %1").arg(title));
    auto *list = new QListView(this);
    list->setSpacing(theme::scaled(2));
    list->setObjectName(QString(name + u"List"_s));
    list->setAccessibleName(title);
    list->setModel(m_shown);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setUniformItemSizes(true);
    list->setFrameShape(QFrame::NoFrame);

    auto *top = new QHBoxLayout;
    top->addWidget(heading);
    top->addStretch(1);
    top->addWidget(m_count);
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(scaled(8), scaled(8), scaled(8), scaled(8));
    inside->setSpacing(scaled(8));
    inside->addWidget(search);
    inside->addWidget(m_all);
    inside->addWidget(list, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(4));
    layout->addLayout(top);
    layout->addWidget(card, 1);
    connect(search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setFilterFixedString(text.trimmed());
        refresh();
    });
    connect(m_all, &QCheckBox::clicked, this, [this] { tickAll(m_all->checkState() != Qt::Unchecked); });
    connect(m_model, &QStandardItemModel::itemChanged, this, [this] {
        if (m_isBusy)
            return;
        refresh();
        Q_EMIT changed();
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, heading,
        [heading] { heading->setFont(theme::headingFont()); });
    refresh();
}

void CheckList::fill(std::vector<Entry> entries, const std::vector<std::string> &ticked)
{
    const auto isTicked
        = [&](const Entry &entry) { return std::find(ticked.begin(), ticked.end(), entry.value) != ticked.end(); };
    for (const std::string &value : ticked) {
        if (std::none_of(entries.begin(), entries.end(), [&](const Entry &entry) { return entry.value == value; }))
            entries.insert(entries.begin(), Entry{value, {}});
    }
    std::stable_partition(entries.begin(), entries.end(), isTicked);
    for (const Entry &entry : entries) {
        const QString value = QString::fromStdString(entry.value);
        auto *item = new QStandardItem(
            entry.label.isEmpty() || entry.label == value ? value : QString(value + u"  ·  "_s + entry.label));
        item->setEditable(false);
        item->setCheckable(true);
        item->setData(value, ValueRole);
        item->setToolTip(item->text());
        item->setCheckState(isTicked(entry) ? Qt::Checked : Qt::Unchecked);
        m_model->appendRow(item);
    }
}

std::vector<std::string> CheckList::ticked() const
{
    std::vector<std::string> values;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->checkState() == Qt::Checked)
            values.push_back(m_model->item(row)->data(ValueRole).toString().toStdString());
    }
    return values;
}

void CheckList::tickAll(bool isOn)
{
    m_isBusy = true;
    for (int row = 0; row < m_shown->rowCount(); ++row)
        m_shown->setData(m_shown->index(row, 0), isOn ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
    m_isBusy = false;
    refresh();
    Q_EMIT changed();
}

void CheckList::refresh()
{
    int on = 0;
    for (int row = 0; row < m_shown->rowCount(); ++row)
        on += m_shown->index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked ? 1 : 0;
    const Qt::CheckState state = on == 0 ? Qt::Unchecked
        : on == m_shown->rowCount()      ? Qt::Checked
                                         : Qt::PartiallyChecked;
    m_all->setCheckState(state);
    m_all->setTristate(state == Qt::PartiallyChecked); // a click ticks all or none
    m_all->setEnabled(m_shown->rowCount() > 0);
    m_count->setText(tr("%n selected", nullptr, static_cast<int>(ticked().size())));
}

} // namespace marquee::bulk
