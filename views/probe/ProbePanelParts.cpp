// SPDX-License-Identifier: GPL-3.0-or-later
// How the panel is put together; what it does is in ProbePanel.cpp.
#include "probe/ProbePanel.h"

#include "probe/ProbeModel.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>

namespace marquee::probe {

using namespace Qt::StringLiterals;
using exchange::ProbeDesk;
using exchange::ProbeFormat;

namespace {

QLabel *label(const char *name, const QString &role, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setObjectName(QLatin1StringView(name));
    made->setProperty("role", role);
    made->setTextFormat(Qt::PlainText);
    return made;
}

/// The row is marked, not the cell; a disagreement stands out.
class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus;
        if (index.data(ProbeModel::DisagreesRole).toBool() && index.column() != ProbeModel::Message)
            option->font = theme::headingFont();
    }
};

} // namespace

QPushButton *ProbePanel::button(QWidget *bar, const char *name, const QString &text, const QString &tip)
{
    auto *made = new QPushButton(text, bar);
    made->setObjectName(QLatin1StringView(name));
    made->setAccessibleName(text);
    made->setToolTip(tip);
    return made;
}

QWidget *ProbePanel::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(16, 4, 16, 8);
    layout->setSpacing(4);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    m_headline = label("probeHeadline", QString(), bar);
    m_progress = new QProgressBar(bar);
    m_progress->setObjectName(u"probeProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the probe"));
    m_progress->setTextVisible(false);
    m_only = button(bar, "probeOnly", {}, tr("Show only where one finds fault and the other doesn't"));
    m_only->setProperty("role", u"filter"_s);
    m_only->setCheckable(true);
    connect(m_only, &QPushButton::toggled, this, [this](bool on) {
        m_model->setOnlyDisagreements(on);
        refresh();
    });
    m_begin = button(bar, "probeBegin", tr("Probe again"), tr("Probe with the document in front"));
    connect(m_begin, &QPushButton::clicked, this, &ProbePanel::probeWanted);
    m_stop = button(bar, "probeStop", tr("Stop"), tr("Ask no more; what was judged stays"));
    connect(m_stop, &QPushButton::clicked, &m_desk, &ProbeDesk::stop);
    m_variant = button(bar, "probeVariant", tr("Open variant"), tr("Open what was sent as a new document"));
    connect(m_variant, &QPushButton::clicked, this, [this] { openVariant(m_table->currentIndex()); });
    m_export = button(bar, "probeExport", tr("Export…"), tr("Write what was learnt into a file"));
    auto *menu = new QMenu(m_export);
    menu->setObjectName(u"probeExports"_s);
    menu->addAction(tr("&CSV, for a spreadsheet…"), this, [this] { exportAs(ProbeFormat::Csv); })
        ->setObjectName(u"probeCsv"_s);
    menu->addAction(tr("&JSON…"), this, [this] { exportAs(ProbeFormat::Json); })->setObjectName(u"probeJson"_s);
    m_export->setMenu(menu);
    m_export->setText(m_export->text() + u" ▾"_s);
    line->addWidget(m_headline);
    line->addWidget(m_progress, 1);
    line->addWidget(m_only);
    line->addStretch(0);
    for (QPushButton *one : {m_begin, m_stop, m_variant, m_export})
        line->addWidget(one);
    layout->addLayout(line);
    m_about = label("probeAbout", u"note"_s, bar);
    m_leftOut = label("probeLeftOut", u"note"_s, bar);
    m_problem = label("probeProblem", u"error"_s, bar);
    m_problem->setWordWrap(true);
    auto *notes = new QHBoxLayout;
    notes->setSpacing(16);
    notes->addWidget(m_about);
    notes->addStretch(1);
    notes->addWidget(m_leftOut);
    layout->addLayout(notes);
    layout->addWidget(m_problem);
    return bar;
}

QWidget *ProbePanel::makeTable()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    m_table = new QTableView(page);
    m_table->setObjectName(u"probeTable"_s);
    m_table->setAccessibleName(tr("What we and the partner say of each rule"));
    m_table->setAccessibleDescription(tr("Enter explains the rule."));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setProperty("focusMark", u"row"_s);
    m_table->setMinimumHeight(theme::scaled(128)); // the headings and three rows
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(m_table, &QTableView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT explainWanted(m_model->result(index.row()).variant.rule); });
    connect(m_table, &QTableView::customContextMenuRequested, this, &ProbePanel::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProbePanel::refresh);
    m_none = label("probeNone", u"note"_s, page);
    m_none->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_none, 1);
    return page;
}

QWidget *ProbePanel::makeEmpty()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    m_emptyWords = label("probeEmpty", u"note"_s, page);
    m_emptyWords->setAlignment(Qt::AlignCenter);
    m_emptyWords->setWordWrap(true);
    m_firstBegin = button(page, "probeFirst", tr("Begin a probe"), tr("Probe with the document in front"));
    connect(m_firstBegin, &QPushButton::clicked, this, &ProbePanel::probeWanted);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_firstBegin);
    buttons->addStretch(1);
    layout->addStretch(1);
    layout->addWidget(m_emptyWords);
    layout->addLayout(buttons);
    layout->addStretch(1);
    return page;
}

} // namespace marquee::probe
