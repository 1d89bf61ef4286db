// SPDX-License-Identifier: GPL-3.0-or-later
// How the dialog is put together; what it does is in RowsDialog.cpp.
#include "batch/RowsDialog.h"

#include "batch/Pieces.h"
#include "batch/RowsDelegate.h"
#include "batch/RowsHeader.h"
#include "batch/RowsModel.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QTableView>

namespace marquee::batch {

using namespace Qt::StringLiterals;
using exchange::RowsDesk;
using theme::scaled;

RowsDialog::RowsDialog(rules::Rulebook rulebook, Stage stage, QWidget *parent)
    : QDialog(parent)
    , m_stage(std::move(stage))
    , m_desk(new RowsDesk(std::move(rulebook), this))
    , m_rows(new RowsModel(*m_desk, this))
    , m_problems(new RowProblemsModel(*m_desk, this))
    , m_run(new RunOptions(m_stage.place, this))
{
    setObjectName(u"rowsDialog"_s);
    setWindowTitle(tr("Rows into requests"));
    setSizeGripEnabled(true);
    auto *layout = new QVBoxLayout(this);
    const int gap = scaled(24);
    layout->setContentsMargins(gap, gap, gap, scaled(16));
    layout->setSpacing(scaled(8));
    m_title = new QLabel(tr("Make requests of rows"), this);
    layout->addWidget(m_title);
    layout->addSpacing(scaled(8));
    layout->addLayout(makeSources());
    m_problem = noteLabel("rowsProblem", u"error"_s, this);
    m_unmatched = noteLabel("rowsUnmatched", u"warning"_s, this);
    layout->addWidget(m_problem);
    layout->addWidget(m_unmatched);
    layout->addWidget(makeSheet(), 1);
    m_empty = noteLabel("rowsEmpty", u"note"_s, this);
    m_empty->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_empty, 1);
    layout->addLayout(makeProgress());
    layout->addSpacing(scaled(8));
    layout->addLayout(m_run->makeLines());
    layout->addWidget(m_run->makeTypeIt());
    layout->addSpacing(scaled(8));
    layout->addLayout(makeButtons());
    connect(m_run, &RunOptions::changed, this, &RowsDialog::refresh);
    connect(m_desk, &RowsDesk::sheetReset, this, &RowsDialog::resetSheet);
    connect(m_desk, &RowsDesk::progressed, this, &RowsDialog::refresh);
    connect(m_desk, &RowsDesk::mappingChanged, this, [this] {
        m_saveProblem.clear();
        showCell();
        refresh();
    });
    connect(m_desk, &RowsDesk::problemsFound, this, &RowsDialog::showCell);
    auto *pasting = new QShortcut(QKeySequence::Paste, this);
    connect(pasting, &QShortcut::activated, this, &RowsDialog::paste);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &RowsDialog::applyTheme);
    applyTheme();
    const QRect room = screen()->availableGeometry();
    resize(QSize(scaled(1000), scaled(680)).boundedTo(room.size()));
    if (m_stage.document)
        setTemplate(*m_stage.document);
    refresh();
}

void RowsDialog::applyTheme()
{
    constexpr int rowHeight = 32, leastRows = 4;
    m_title->setFont(theme::titleFont());
    m_progress->setFixedHeight(scaled(6));
    m_table->verticalHeader()->setDefaultSectionSize(scaled(rowHeight));
    m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height() + leastRows * scaled(rowHeight));
    m_problemList->verticalHeader()->setDefaultSectionSize(scaled(ProblemHeight));
    m_problemList->setColumnWidth(RowProblemsModel::Line, scaled(112));
    m_problemList->setColumnWidth(RowProblemsModel::Heading, scaled(160));
    fitColumns();
    refresh();
}

/// In the order in which one works: the header puts its buttons behind the table by itself.
void RowsDialog::arrangeTabs()
{
    QWidget *before = findChild<QPushButton *>(u"rowsChooseTemplate"_s);
    const auto next = [&](QWidget *widget) {
        setTabOrder(before, widget);
        before = widget;
    };
    for (const char *name : {"rowsPaste", "rowsChoose"})
        next(findChild<QPushButton *>(QLatin1StringView(name)));
    next(m_table);
    next(m_problemList);
    next(m_stop);
    for (const char *name : {"batchOperation", "batchWay", "batchChunk", "batchStopOnError", "batchJobs",
             "batchEnvironmentName", "rowsSave", "rowsCancel", "rowsCheck", "rowsBegin"})
        next(findChild<QWidget *>(QLatin1StringView(name)));
    findChild<QPushButton *>(u"rowsPaste"_s)->setFocus();
}

QPushButton *RowsDialog::button(const char *name, const QString &text, const QString &tip)
{
    auto *made = named(new QPushButton(text, this), name, text);
    made->setToolTip(tip);
    made->setAutoDefault(false);
    return made;
}

QLayout *RowsDialog::makeSources()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(scaled(16));
    grid->setVerticalSpacing(scaled(8));
    grid->setColumnStretch(1, 1);
    const auto line = [&](int row, const QString &title, const char *name, const QString &words) {
        auto *label = new QLabel(title, this);
        label->setProperty("role", u"label"_s);
        auto *what = noteLabel(name, QString(), this);
        what->setText(words);
        grid->addWidget(label, row, 0);
        grid->addWidget(what, row, 1);
        return what;
    };
    m_templateLabel = line(0, tr("Template"), "rowsTemplate", tr("None yet"));
    m_rowsLabel = line(1, tr("Rows"), "rowsName", tr("None yet"));
    auto *chooseTemplate = button("rowsChooseTemplate", tr("Choose a template…"), tr("A file that holds one avail"));
    auto *paste = button("rowsPaste", tr("Paste"), tr("Take rows from the clipboard (Ctrl+V)"));
    auto *chooseRows = button("rowsChoose", tr("Choose a file…"), tr("CSV, TSV, or text with tabs"));
    auto *both = new QHBoxLayout;
    both->setSpacing(scaled(8));
    both->addWidget(paste);
    both->addWidget(chooseRows, 1);
    grid->addWidget(chooseTemplate, 0, 2);
    grid->addLayout(both, 1, 2);
    connect(chooseTemplate, &QPushButton::clicked, this,
        [this] { choose(m_stage.chooseTemplate, &RowsDialog::setTemplate); });
    connect(chooseRows, &QPushButton::clicked, this, [this] { choose(m_stage.chooseRows, &RowsDialog::setRows); });
    connect(paste, &QPushButton::clicked, this, &RowsDialog::paste);
    return grid;
}

QWidget *RowsDialog::makeSheet()
{
    m_sheet = new QWidget(this);
    auto *layout = new QVBoxLayout(m_sheet);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    m_table = named(new QTableView(m_sheet), "rowsTable", tr("The rows, and what their cells become"));
    m_table->setProperty("card", true);
    m_table->setProperty("focusMark", u"row"_s);
    m_table->setHorizontalHeader(new RowsHeader(*m_desk, *m_rows, m_table));
    m_table->setModel(m_rows);
    m_table->setItemDelegate(new RowsDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setCornerButtonEnabled(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setHighlightSections(false);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RowsDialog::showCell);
    m_cell = noteLabel("rowsCell", u"label"_s, m_sheet);
    m_cell->setWordWrap(false);
    m_cell->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_cell);
    layout->addWidget(makeProblems());
    return m_sheet;
}

QWidget *RowsDialog::makeProblems()
{
    m_problemList = named(new QTableView(m_sheet), "rowsProblems", tr("Problems of the rows"));
    m_problemList->setAccessibleDescription(tr("Enter goes to the cell."));
    m_problemList->setProperty("card", true);
    m_problemList->setModel(m_problems);
    m_problemList->setShowGrid(false);
    m_problemList->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_problemList->setSelectionMode(QAbstractItemView::SingleSelection);
    m_problemList->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_problemList->setTabKeyNavigation(false);
    m_problemList->setWordWrap(false);
    m_problemList->horizontalHeader()->hide();
    m_problemList->horizontalHeader()->setStretchLastSection(true);
    m_problemList->verticalHeader()->hide();
    m_problemList->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(m_problemList, &QTableView::activated, this, &RowsDialog::goTo);
    connect(m_problemList, &QTableView::clicked, this, &RowsDialog::goTo);
    return m_problemList;
}

QLayout *RowsDialog::makeProgress()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(16));
    m_counts = noteLabel("rowsCounts", u"marked"_s, this);
    m_counts->setWordWrap(false);
    m_progress = named(new QProgressBar(this), "rowsProgress", tr("Progress of looking at the rows"));
    m_progress->setTextVisible(false);
    m_stop = button("rowsStop", tr("Stop looking"), tr("The rows are looked at once more before they are sent"));
    m_stop->setProperty("role", u"link"_s);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_desk->isChecking())
            m_desk->stop();
        else
            m_desk->check();
    });
    line->addWidget(m_counts);
    line->addWidget(m_progress, 1);
    line->addWidget(m_stop);
    line->addStretch(0);
    return line;
}

QLayout *RowsDialog::makeButtons()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(8));
    m_save
        = button("rowsSave", tr("Save as batch document…"), tr("One document that holds a request item for each row"));
    auto *cancel = button("rowsCancel", tr("Cancel"), {});
    m_check = button("rowsCheck", tr("Check only"), tr("Go through all rows as a run would, and send nothing"));
    m_begin = button("rowsBegin", tr("Begin"), tr("Begin the run"));
    m_begin->setProperty("role", u"main"_s);
    connect(m_save, &QPushButton::clicked, this, &RowsDialog::saveBatch);
    connect(cancel, &QPushButton::clicked, this, &RowsDialog::reject);
    connect(m_check, &QPushButton::clicked, this, [this] { begin(true); });
    connect(m_begin, &QPushButton::clicked, this, [this] { begin(false); });
    line->addWidget(m_save);
    line->addStretch(1);
    line->addWidget(cancel);
    line->addWidget(m_check);
    line->addWidget(m_begin);
    arrangeTabs();
    return line;
}

} // namespace marquee::batch
