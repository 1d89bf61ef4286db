// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/InventoryPage.h"

#include "inventory/ChangeTogetherDialog.h"
#include "inventory/Inventory.h"
#include "inventory/InventoryBar.h"
#include "inventory/InventoryEdit.h"
#include "inventory/InventoryModel.h"
#include "inventory/InventoryTable.h"
#include "inventory/OutcomeBar.h"
#include "shell/theme/Theme.h"
#include "windows/Plan.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace marquee::inventory {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

enum Page
{
    Table,
    NoMatch,
    NoAvails
};

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAccessibleName(text);
    return made;
}

} // namespace

InventoryPage::InventoryPage(Inventory &inventory, const editor::Lookup &lookup, QWidget *parent)
    : QWidget(parent)
    , m_inventory(inventory)
    , m_lookup(lookup)
    , m_edit(new InventoryEdit(inventory, this))
    , m_model(new InventoryModel(inventory, this))
    , m_bar(new InventoryBar(lookup.vocabularies, this))
    , m_table(new InventoryTable(m_model, this))
    , m_outcome(new OutcomeBar(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"inventoryPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16));
    layout->setSpacing(scaled(8));
    layout->addWidget(m_bar);
    layout->addWidget(makeHead());
    layout->addWidget(m_outcome);
    m_stack->addWidget(m_table);
    m_stack->addWidget(
        makeEmpty(u"inventoryNoMatch"_s, m_noMatch, tr("Clear the filter"), &InventoryPage::clearFilter));
    m_stack->addWidget(makeEmpty(u"inventoryNoAvails"_s, m_noAvails, tr("Open a folder…"), &InventoryPage::wantFolder));
    m_noAvailsButton = findChild<QPushButton *>(u"inventoryNoAvailsButton"_s);
    layout->addWidget(m_stack, 1);

    connect(m_bar, &InventoryBar::criteriaChanged, this, &InventoryPage::takeCriteria);
    connect(&inventory, &Inventory::changed, this, &InventoryPage::follow);
    connect(&inventory, &Inventory::progressed, this, &InventoryPage::showProgress);
    connect(m_table, &InventoryTable::selectionSettled, this, &InventoryPage::refresh);
    connect(m_table, &InventoryTable::windowWanted, this, &InventoryPage::openWindow);
    connect(m_table, &InventoryTable::changeWanted, this, &InventoryPage::changeTogether);
    connect(m_table, &InventoryTable::onlyWanted, m_bar, &InventoryBar::searchFor);
    connect(m_outcome, &OutcomeBar::undoWanted, this, &InventoryPage::undoChange);
    connect(m_edit, &InventoryEdit::progressed, this, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
        showProgress();
    });
    connect(m_edit, &InventoryEdit::applied, this, &InventoryPage::showApplied);
    connect(m_edit, &InventoryEdit::undone, this, [this] {
        m_outcome->showUndone(m_edit->outcome());
        showProgress();
    });
    follow();
}

QWidget *InventoryPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(8));
    m_counts = new QLabel(head);
    m_counts->setObjectName(u"inventoryCounts"_s);
    m_doing = new QLabel(head);
    m_doing->setObjectName(u"inventoryDoing"_s);
    m_doing->setProperty("role", u"note"_s);
    m_progress = new QProgressBar(head);
    m_progress->setObjectName(u"inventoryProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(scaled(160));
    m_cancel = button(u"inventoryCancel"_s, tr("Cancel"), head);
    m_readOn = button(u"inventoryReadOn"_s, tr("Read the rest"), head);
    m_change = button(u"inventoryChangeTogether"_s, tr("Change together…"), head);
    m_change->setProperty("role", u"main"_s);
    m_change->setToolTip(tr("Change the selected windows, whatever document they are in"));
    layout->addWidget(m_counts);
    layout->addStretch(1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_doing, m_progress, m_cancel, m_readOn, m_change})
        layout->addWidget(widget);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_edit->isBusy())
            m_edit->cancel();
        else
            m_inventory.cancel();
    });
    connect(m_readOn, &QPushButton::clicked, &m_inventory, &Inventory::readOn);
    connect(m_change, &QPushButton::clicked, this, &InventoryPage::changeTogether);
    return head;
}

QWidget *InventoryPage::makeEmpty(
    const QString &name, QLabel *&words, const QString &text, void (InventoryPage::*pressed)())
{
    auto *page = new QWidget(m_stack);
    page->setObjectName(name);
    words = new QLabel(page);
    words->setObjectName(QString(name + u"Words"_s));
    words->setProperty("role", u"note"_s);
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(1);
    layout->addWidget(words);
    layout->addSpacing(scaled(16));
    QPushButton *made = button(QString(name + u"Button"_s), text, page);
    layout->addWidget(made, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    connect(made, &QPushButton::clicked, this, pressed);
    return page;
}

void InventoryPage::focusSearch()
{
    m_bar->focusSearch();
}

void InventoryPage::clearFilter()
{
    m_bar->clear();
    m_bar->focusSearch();
}

void InventoryPage::takeCriteria()
{
    m_model->setCriteria(m_bar->criteria());
    refresh();
}

/// The inventory is another: so is what there is to choose from.
void InventoryPage::follow()
{
    for (const Column column : {Column::Licence, Column::Territory, Column::Format})
        m_bar->offer(column, m_model->choices(column));
    showProgress();
}

QString InventoryPage::countWords() const
{
    const int shown = m_model->rowCount();
    const int all = static_cast<int>(m_inventory.windowCount());
    const QString documents = tr("%n document(s)", nullptr, static_cast<int>(m_model->documents()));
    QString words = shown == all
        ? tr("%1 in %2").arg(tr("%Ln window(s)", nullptr, all), documents)
        : tr("%1 of %2 in %3").arg(QLocale().toString(shown), tr("%Ln window(s)", nullptr, all), documents);
    if (const int selected = m_table->selectedCount(); selected > 0)
        words += u" · "_s + tr("%Ln selected", nullptr, selected);
    return words;
}

void InventoryPage::refresh()
{
    const bool hasWindows = m_inventory.windowCount() > 0;
    const bool isReading = m_inventory.isReading();
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? Table : hasWindows ? NoMatch : NoAvails);
    m_noMatch->setText(tr("No window matches the filter."));
    m_noAvails->setText(isReading ? tr("Reading the avails of the workspace…")
                                  : tr("No windows here yet.\nOpen a folder with avails: all their windows are listed "
                                       "here, to be filtered and changed together."));
    m_noAvailsButton->setVisible(!isReading);
    m_bar->setVisible(hasWindows);
    m_counts->setVisible(hasWindows);
    m_counts->setText(countWords());
    m_change->setVisible(hasWindows);
    m_change->setEnabled(canChange());
    Q_EMIT stateChanged();
}

void InventoryPage::showProgress()
{
    // While it is planned, the dialog shows that.
    const bool isDoing = m_edit->isBusy() && !m_dialog;
    const bool isReading = m_inventory.isReading() && m_inventory.total() > 1;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_progress, m_cancel, m_doing})
        widget->setVisible(isDoing || isReading);
    m_readOn->setVisible(m_inventory.isCancelled());
    if (isDoing) {
        m_doing->setText(tr("Changing…"));
    } else if (isReading) {
        m_doing->setText(tr("Reading %1 of %2…")
                             .arg(QLocale().toString(m_inventory.done()), QLocale().toString(m_inventory.total())));
        m_progress->setRange(0, m_inventory.total());
        m_progress->setValue(m_inventory.done());
    }
    refresh();
}

bool InventoryPage::canChange() const
{
    return !m_edit->isBusy() && m_table->selectionModel()->hasSelection();
}

bool InventoryPage::canUndoChange() const
{
    return m_edit->canUndo();
}

void InventoryPage::changeTogether()
{
    if (!canChange())
        return;
    m_edit->select(m_table->selectedWindows());
    m_dialog = new ChangeTogetherDialog(*m_edit, m_lookup, this);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::finished, this, [this](int result) {
        m_dialog = nullptr; // it is over: what is done is this page's to show
        if (result == QDialog::Accepted) {
            m_outcome->hide();
            m_edit->apply();
        }
        showProgress();
    });
    m_dialog->open();
}

void InventoryPage::undoChange()
{
    if (!canUndoChange())
        return;
    m_outcome->hide();
    m_edit->undo();
}

void InventoryPage::showApplied()
{
    m_outcome->showApplied(m_edit->outcome(), m_edit->canUndo());
    showProgress();
    m_table->setFocus();
}

void InventoryPage::copy()
{
    m_table->copy();
}

void InventoryPage::openWindow(int row)
{
    const Row at = m_model->row(row);
    Q_EMIT placeWanted(m_inventory.documents()[at.document]->path, windows::placeOf(at.window));
}

} // namespace marquee::inventory
