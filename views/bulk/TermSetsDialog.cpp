// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/TermSetsDialog.h"

#include "editor/Sizes.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "windows/CopyTerms.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QVBoxLayout>

namespace marquee::bulk {

using namespace Qt::StringLiterals;
using theme::scaled;
using workspace::TermSet;

namespace {

constexpr int NameRole = Qt::UserRole + 1; ///< as it is kept, while the item's text is being edited

QString buttonFor(int windows)
{
    return TermSetsDialog::tr("Apply to %n window(s)", nullptr, windows);
}

QString captionFor(int windows)
{
    return TermSetsDialog::tr("Apply a set of terms to %n window(s)", nullptr, windows);
}

} // namespace

TermSetsDialog::TermSetsDialog(
    const rules::Context &context, const windows::Rows &rows, workspace::TermSets sets, QWidget *parent)
    : TermsDialog(context, u"termSetsDialog"_s, tr("Sets of terms"),
        tr("Prices and conditions that are needed again and again, kept under a name."), rows, buttonFor, captionFor,
        parent)
    , m_sets(std::move(sets))
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    m_heading = label(u"setsHeading"_s, {});
    m_heading->setFont(theme::headingFont());
    auto *right = makePreview();
    right->insertWidget(0, m_heading);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(scaled(24));
    columns->addLayout(makeSets(), 2);
    columns->addLayout(right, 4);
    content()->addLayout(columns, 1);
    resize(scaled(960), scaled(560));
    connect(
        &theme::Theme::instance(), &theme::Theme::changed, this, [this] { m_heading->setFont(theme::headingFont()); });
    fill({});
    m_listed.empty() ? m_new->setFocus() : m_list->setFocus();
}

QPushButton *TermSetsDialog::button(const QString &name, const QString &title, const QString &tip)
{
    auto *made = new QPushButton(title, this);
    made->setObjectName(name);
    made->setAccessibleName(title);
    made->setToolTip(tip);
    made->setAutoDefault(false);
    return made;
}

QBoxLayout *TermSetsDialog::makeSets()
{
    m_search->setObjectName(u"setsFilter"_s);
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setAccessibleName(tr("Filter the sets of terms"));
    m_search->setClearButtonEnabled(true);
    editor::keepFieldHeight(m_search);
    m_list->setObjectName(u"setsList"_s);
    m_list->setAccessibleName(tr("Sets of terms"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setSpacing(scaled(2));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(scaled(8), scaled(8), scaled(8), scaled(8));
    inside->setSpacing(scaled(8));
    inside->addWidget(m_search);
    inside->addWidget(m_list, 1);
    m_list->setIconSize({scaled(16), scaled(16)});
    m_none = label(u"setsNone"_s, u"note"_s);
    m_none->setAlignment(Qt::AlignCenter);
    inside->addWidget(m_none, 1);

    const QString from = rows().empty() ? QString() : shortName(context(), rows().front());
    m_new = button(u"setsNew"_s, tr("New from this window"),
        from.isEmpty() ? QString() : tr("Keeps the terms of “%1” as a set").arg(from));
    m_new->setIcon(theme::icon(u"list-add"_s));
    m_new->setEnabled(!rows().empty() && !windows::copyTerms(context(), rows().front()).isEmpty());
    m_rename = button(u"setsRename"_s, tr("Rename"), tr("F2"));
    m_delete = button(u"setsDelete"_s, tr("Delete"), tr("Del"));
    m_told = label(u"setsTold"_s, u"note"_s);
    m_undo = button(u"setsUndo"_s, tr("Undo"), tr("Brings the set back"));
    m_undo->setProperty("role", u"link"_s);
    auto *manage = new QHBoxLayout;
    manage->setSpacing(scaled(8));
    manage->addWidget(m_rename, 1);
    manage->addWidget(m_delete, 1);
    auto *told = new QHBoxLayout;
    told->addWidget(m_told, 1);
    told->addWidget(m_undo);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(scaled(8));
    layout->addWidget(card, 1);
    layout->addWidget(m_new);
    layout->addLayout(manage);
    layout->addLayout(told);
    tell({});

    connect(m_search, &QLineEdit::textChanged, this, &TermSetsDialog::filter);
    connect(m_list, &QListWidget::currentItemChanged, this, &TermSetsDialog::showCurrent);
    connect(m_list, &QListWidget::itemChanged, this, &TermSetsDialog::rename);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] {
        if (!edits().empty())
            accept();
    });
    connect(m_new, &QPushButton::clicked, this, &TermSetsDialog::makeNew);
    connect(m_rename, &QPushButton::clicked, this, [this] {
        if (m_list->currentItem())
            m_list->editItem(m_list->currentItem());
    });
    connect(m_delete, &QPushButton::clicked, this, &TermSetsDialog::removeCurrent);
    connect(m_undo, &QPushButton::clicked, this, &TermSetsDialog::undoRemove);
    auto *key = new QShortcut(QKeySequence(Qt::Key_Delete), m_list);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, &TermSetsDialog::removeCurrent);
    return layout;
}

void TermSetsDialog::fill(const QString &current)
{
    {
        const QScopedValueRollback filling(m_isFilling, true);
        m_list->clear();
        m_listed = m_sets.list();
        for (const TermSet &set : m_listed) {
            auto *item = new QListWidgetItem(set.name, m_list);
            item->setFlags(item->flags() | Qt::ItemIsEditable);
            item->setData(NameRole, set.name);
            item->setToolTip(set.error ? sentence(*set.error) : set.name);
            if (set.error)
                item->setIcon(theme::severityIcon(rules::Severity::Error));
            if (set.name == current)
                m_list->setCurrentItem(item);
        }
        if (!m_list->currentItem() && m_list->count() > 0)
            m_list->setCurrentRow(0);
    }
    filter();
}

void TermSetsDialog::filter()
{
    const QString wanted = m_search->text().trimmed();
    QListWidgetItem *first = nullptr;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(!item->text().contains(wanted, Qt::CaseInsensitive));
        if (!item->isHidden() && !first)
            first = item;
    }
    if (!m_list->currentItem() || m_list->currentItem()->isHidden())
        m_list->setCurrentItem(first);
    m_none->setText(m_listed.empty() ? tr("There are no sets yet. Make one of the terms of a window.")
                                     : tr("No set has a name like that."));
    m_none->setVisible(!first);
    m_list->setVisible(first);
    showCurrent();
}

void TermSetsDialog::showCurrent()
{
    if (m_isFilling)
        return;
    const QListWidgetItem *item = m_list->currentItem();
    m_rename->setEnabled(item);
    m_delete->setEnabled(item);
    m_heading->setText(item ? item->data(NameRole).toString() : tr("No set is chosen"));
    if (!item) {
        Error none; // the list says it
        setTerms(tl::unexpected(none));
        return;
    }
    const TermSet &set = m_listed[static_cast<std::size_t>(m_list->row(item))];
    if (set.error)
        setTerms(tl::unexpected(*set.error));
    else
        setTerms(windows::readTerms(set.terms));
}

QString TermSetsDialog::freeName() const
{
    const QString base = tr("Terms of %1").arg(shortName(context(), rows().front())).left(60);
    QString name = base;
    for (int number = 2; m_sets.contains(name); ++number)
        name = base + u' ' + QString::number(number);
    return name;
}

void TermSetsDialog::makeNew()
{
    const QString name = freeName();
    if (const auto done = m_sets.save(name, windows::copyTerms(context(), rows().front())); !done) {
        tell(sentence(done.error()));
        return;
    }
    m_search->clear();
    tell({});
    fill(name);
    m_list->setFocus();
    if (m_list->currentItem())
        m_list->editItem(m_list->currentItem());
}

void TermSetsDialog::rename(QListWidgetItem *item)
{
    const QString before = item->data(NameRole).toString();
    const QString wanted = item->text().trimmed();
    if (m_isFilling || wanted == before)
        return;
    const auto done = m_sets.rename(before, wanted);
    tell(done ? QString() : sentence(done.error()));
    // Not from within the signal of an item that goes.
    QMetaObject::invokeMethod(
        this, [this, name = done ? wanted : before] { fill(name); }, Qt::QueuedConnection);
}

void TermSetsDialog::removeCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const QString name = item->data(NameRole).toString();
    const int row = m_list->row(item);
    const auto bytes = m_sets.remove(name);
    if (!bytes) {
        tell(sentence(bytes.error()));
        return;
    }
    m_removed = {name, *bytes};
    const QListWidgetItem *next = m_list->item(row + 1 < m_list->count() ? row + 1 : row - 1);
    fill(next ? next->data(NameRole).toString() : QString());
    tell(tr("“%1” is deleted.").arg(name), true);
}

void TermSetsDialog::undoRemove()
{
    const auto done = m_sets.restore(m_removed.first, m_removed.second);
    if (!done) {
        tell(sentence(done.error()), true);
        return;
    }
    tell({});
    fill(m_removed.first);
    m_list->setFocus();
}

void TermSetsDialog::tell(const QString &words, bool canUndo)
{
    m_told->setText(words);
    m_told->setVisible(!words.isEmpty());
    m_undo->setVisible(canUndo);
}

} // namespace marquee::bulk
