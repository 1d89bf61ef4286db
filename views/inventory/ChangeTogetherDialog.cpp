// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/ChangeTogetherDialog.h"

#include "inventory/InventoryEdit.h"
#include "inventory/PlannedModel.h"
#include "inventory/WishForm.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace marquee::inventory {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr int AskMs = 250; // typing goes on meanwhile
constexpr qsizetype MostNotes = 4; // lines; the tooltip has more
constexpr qsizetype MostInTip = 30;

} // namespace

ChangeTogetherDialog::ChangeTogetherDialog(InventoryEdit &edit, const editor::Lookup &lookup, QWidget *parent)
    : QDialog(parent)
    , m_edit(edit)
    , m_form(new WishForm(lookup, this))
    , m_model(new PlannedModel(this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(u"changeTogetherDialog"_s);
    setWindowTitle(tr("Change together"));
    setSizeGripEnabled(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(24), scaled(24), scaled(24), scaled(16));
    layout->setSpacing(scaled(8));
    m_title = label(u"togetherTitle"_s, {},
        tr("Change %1 in %2")
            .arg(tr("%n window(s)", nullptr, edit.selectedWindows()),
                tr("%n document(s)", nullptr, edit.selectedDocuments())));
    layout->addWidget(m_title);
    layout->addWidget(label(u"togetherWhy"_s, u"label"_s,
        tr("Open documents get one step, to be saved by you. Files that aren't open are saved at once, each whole or "
           "not at all. All of it can be undone together.")));
    layout->addSpacing(scaled(8));
    layout->addWidget(m_form);
    layout->addSpacing(scaled(8));
    makeTable();
    layout->addWidget(m_table, 1);
    m_progress->setObjectName(u"togetherProgress"_s);
    m_progress->setAccessibleName(tr("Looking at the documents"));
    m_progress->setTextVisible(false);
    layout->addWidget(m_progress);
    m_counts = label(u"togetherCounts"_s, u"marked"_s);
    m_notes = label(u"togetherNotes"_s, u"warning"_s);
    layout->addWidget(m_counts);
    layout->addWidget(m_notes);
    layout->addSpacing(scaled(8));
    layout->addWidget(makeButtons());

    m_ask.setSingleShot(true);
    m_ask.setInterval(AskMs);
    connect(&m_ask, &QTimer::timeout, this, &ChangeTogetherDialog::ask);
    connect(m_form, &WishForm::changed, this, [this] {
        m_apply->setEnabled(false);
        m_ask.start();
    });
    connect(&edit, &InventoryEdit::planReady, this, &ChangeTogetherDialog::showPlan);
    connect(&edit, &InventoryEdit::progressed, this, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ChangeTogetherDialog::applyTheme);
    applyTheme();
    resize(scaled(880), scaled(600));
    ask();
    m_form->focusFirst();
}

QLabel *ChangeTogetherDialog::label(const QString &name, const QString &role, const QString &text)
{
    auto *made = new QLabel(text, this);
    made->setObjectName(name);
    made->setProperty("role", role);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

void ChangeTogetherDialog::makeTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"togetherTable"_s);
    m_table->setAccessibleName(tr("What would change"));
    m_table->setProperty("card", true);
    m_table->setProperty("focusMark", u"row"_s);
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(PlannedModel::After, QHeaderView::Stretch);
}

QWidget *ChangeTogetherDialog::makeButtons()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(8));
    auto *cancel = new QPushButton(tr("Cancel"), bar);
    cancel->setObjectName(u"togetherCancel"_s);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    m_apply = new QPushButton(bar);
    m_apply->setObjectName(u"togetherApply"_s);
    m_apply->setProperty("role", u"main"_s);
    m_apply->setDefault(true);
    layout->addStretch(1);
    layout->addWidget(cancel);
    layout->addWidget(m_apply);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &QDialog::accept);
    return bar;
}

void ChangeTogetherDialog::applyTheme()
{
    m_title->setFont(theme::titleFont());
    m_table->verticalHeader()->setDefaultSectionSize(scaled(32));
    m_table->horizontalHeader()->setFont(theme::noteFont());
    for (const auto &[column, width] : {std::pair(PlannedModel::Document, 136), {PlannedModel::Window, 112},
             {PlannedModel::Field, 128}, {PlannedModel::Before, 160}})
        m_table->setColumnWidth(column, scaled(width));
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(policy);
    m_progress->setFixedHeight(scaled(4));
}

void ChangeTogetherDialog::done(int result)
{
    m_ask.stop();
    if (result == Rejected)
        m_edit.cancel();
    m_model->show(nullptr);
    QDialog::done(result);
}

void ChangeTogetherDialog::ask()
{
    m_model->show(nullptr);
    const auto wish = m_form->wish();
    if (!wish) {
        m_edit.cancel();
        showNothing(m_form->missing());
        return;
    }
    m_apply->setEnabled(false);
    m_counts->setText(tr("Looking at the documents…"));
    showNotes({});
    m_progress->setVisible(true);
    m_edit.plan(*wish);
}

void ChangeTogetherDialog::showNothing(const QString &why)
{
    m_progress->setVisible(false);
    m_counts->setText(why);
    showNotes({});
    m_apply->setText(tr("Change"));
    m_apply->setAccessibleName(m_apply->text());
    m_apply->setEnabled(false);
}

/// A few lines; all, within reason, where the pointer rests.
void ChangeTogetherDialog::showNotes(const QStringList &notes)
{
    QStringList shown = notes.mid(0, MostNotes);
    if (notes.size() > MostNotes)
        shown.last() = tr("… and %n more", nullptr, static_cast<int>(notes.size() - MostNotes + 1));
    m_notes->setText(shown.join(u'\n'));
    m_notes->setToolTip(notes.size() > MostNotes ? notes.mid(0, MostInTip).join(u'\n') : QString());
    m_notes->setVisible(!notes.isEmpty());
}

void ChangeTogetherDialog::showPlan()
{
    const ChangePlan &plan = m_edit.planned();
    m_model->show(&plan);
    const QString windows = tr("%n window(s)", nullptr, plan.windows);
    const QString documents = tr("%n document(s)", nullptr, plan.documents);
    const bool removes = std::holds_alternative<RemoveWindows>(plan.wish);
    QStringList counts;
    if (plan.windows > 0)
        counts << (removes ? tr("%1 in %2 would go").arg(windows, documents)
                           : tr("%1 in %2 would change").arg(windows, documents));
    else
        counts << tr("Nothing would change");
    if (plan.same > 0)
        counts << tr("%n window(s) say it already", nullptr, plan.same);
    if (plan.fieldCount > plan.fields.size())
        counts
            << tr("the first %1 lines are shown").arg(QLocale().toString(static_cast<qulonglong>(plan.fields.size())));
    QStringList notes;
    for (const LeftOut &one : plan.leftOut)
        notes << tr("Left out: %1. %2").arg(one.document, one.why);
    notes += plan.remarks;
    showNothing(counts.join(u" · "_s));
    showNotes(notes);
    if (plan.windows > 0)
        m_apply->setText(
            removes ? tr("Remove %1 in %2").arg(windows, documents) : tr("Change %1 in %2").arg(windows, documents));
    m_apply->setAccessibleName(m_apply->text());
    m_apply->setEnabled(plan.windows > 0);
}

} // namespace marquee::inventory
