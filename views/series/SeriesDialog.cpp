// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/SeriesDialog.h"

#include "series/EpisodeBatch.h"
#include "series/EpisodesModel.h"
#include "series/PatternForm.h"
#include "shell/theme/Theme.h"

#include <QButtonGroup>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::series {

using namespace Qt::StringLiterals;
using theme::scaled;

SeriesDialog::SeriesDialog(const rules::Rulebook &book, const rules::Context &context, Stage stage, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_context(context)
    , m_stage(std::move(stage))
    , m_source(readSource(context))
    , m_model(new EpisodesModel(this))
    , m_become(new QButtonGroup(this))
{
    setObjectName(u"seriesDialog"_s);
    setWindowTitle(tr("Make episodes"));
    setSizeGripEnabled(true);
    m_title = label(u"seriesHeading"_s, {},
        m_source ? tr("Episodes of “%1”").arg(m_source->title.isEmpty() ? m_source->id : m_source->title)
                 : tr("Episodes"));
    m_problems = label(u"seriesProblems"_s, u"note"_s);
    m_counts = label(u"seriesCounts"_s, u"marked"_s);
    m_remarks = label(u"seriesRemarks"_s, u"warning"_s);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(scaled(24));
    columns->addWidget(makeForm(), 4);
    columns->addLayout(makeTable(), 7);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(24), scaled(24), scaled(24), scaled(16));
    layout->setSpacing(scaled(8));
    layout->addWidget(m_title);
    layout->addWidget(label(u"seriesWhy"_s, u"label"_s,
        tr("An avail for each episode, with the windows and terms of this one. Window IDs are new; everything else "
           "stays.")));
    layout->addSpacing(scaled(8));
    layout->addLayout(columns, 1);
    layout->addSpacing(scaled(8));
    layout->addLayout(makeChoices());
    layout->addWidget(m_counts);
    layout->addWidget(m_remarks);
    layout->addSpacing(scaled(8));
    layout->addLayout(makeButtons());
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &SeriesDialog::applyTheme);
    m_checking.setInterval(0);
    connect(&m_checking, &QTimer::timeout, this, &SeriesDialog::checkNext);
    applyTheme();
    const QRect room = screen()->availableGeometry();
    resize(QSize(scaled(1200), scaled(720)).boundedTo(room.size()));
    begin();
}

SeriesDialog::~SeriesDialog() = default;

QLabel *SeriesDialog::label(const QString &name, const QString &role, const QString &text)
{
    auto *made = new QLabel(text, this);
    made->setObjectName(name);
    made->setProperty("role", role);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

void SeriesDialog::applyTheme()
{
    constexpr int rowHeight = 32;
    m_title->setFont(theme::titleFont());
    m_table->verticalHeader()->setDefaultSectionSize(scaled(rowHeight));
    m_table->setIconSize({scaled(16), scaled(16)});
    m_table->setColumnWidth(EpisodesModel::Number, scaled(48));
    m_table->setColumnWidth(EpisodesModel::Alid, scaled(120));
    m_table->setColumnWidth(EpisodesModel::File, scaled(136));
    m_table->setColumnWidth(EpisodesModel::Problems, scaled(120));
}

QWidget *SeriesDialog::makeForm()
{
    m_form = new PatternForm(m_source.value_or(EpisodeSource()), this);
    connect(m_form, &PatternForm::changed, this, &SeriesDialog::replan);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"seriesFormArea"_s);
    area->setWidget(m_form);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // it follows the cursor in the form
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(m_form->minimumSizeHint().width() + area->verticalScrollBar()->sizeHint().width());
    return area;
}

QBoxLayout *SeriesDialog::makeTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"seriesTable"_s);
    m_table->setAccessibleName(tr("The episodes as they would be made"));
    m_table->setProperty("card", true);
    m_table->setProperty("focusMark", u"row"_s);
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle); // titles differ at their ends
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(EpisodesModel::Title, QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(scaled(40));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SeriesDialog::showProblems);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(scaled(8));
    layout->addWidget(m_table, 1);
    layout->addWidget(m_problems);
    return layout;
}

QRadioButton *SeriesDialog::choice(const QString &name, const QString &title, Become what)
{
    auto *made = new QRadioButton(title, this);
    made->setObjectName(name);
    made->setAccessibleName(title);
    m_become->addButton(made, static_cast<int>(what));
    return made;
}

QBoxLayout *SeriesDialog::makeChoices()
{
    const QString folder = QDir(m_stage.folder).dirName();
    auto *files = choice(u"seriesFiles"_s,
        m_stage.folder.isEmpty() ? tr("Save as files") : tr("Save as files in “%1”").arg(folder), Become::Files);
    files->setToolTip(QDir::toNativeSeparators(m_stage.folder));
    files->setChecked(true);
    auto *batch = choice(u"seriesBatch"_s, tr("One batch document"), Become::Batch);
    batch->setToolTip(tr("Every window as a partial extract, to be put in one go"));
    auto *documents = choice(u"seriesDocuments"_s, tr("Open without saving"), Become::Documents);
    documents->setToolTip(tr("%n episode(s) at most", nullptr, MostOpened));
    auto *layout = new QHBoxLayout;
    layout->setSpacing(scaled(24));
    for (QRadioButton *one : {files, batch, documents})
        layout->addWidget(one);
    layout->addStretch(1);
    connect(m_become, &QButtonGroup::idToggled, this, &SeriesDialog::refresh);
    return layout;
}

QBoxLayout *SeriesDialog::makeButtons()
{
    auto *suggestion = new QPushButton(tr("Suggest patterns"), this);
    suggestion->setObjectName(u"seriesSuggest"_s);
    suggestion->setToolTip(tr("Patterns that fit the IDs of this avail"));
    suggestion->setAutoDefault(false);
    suggestion->setEnabled(m_source.has_value());
    connect(suggestion, &QPushButton::clicked, this, &SeriesDialog::suggest);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"seriesCancel"_s);
    cancel->setAutoDefault(false);
    m_make = new QPushButton(this);
    m_make->setObjectName(u"seriesMake"_s);
    m_make->setProperty("role", u"main"_s);
    m_make->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &SeriesDialog::accept);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(scaled(8));
    layout->addWidget(suggestion);
    layout->addStretch(1);
    layout->addWidget(cancel);
    layout->addWidget(m_make);
    return layout;
}

/// With the patterns of the last time, where they name these episodes, too.
void SeriesDialog::begin()
{
    m_form->setEnabled(m_source.has_value());
    if (!m_source) {
        m_error = m_source.error();
        refresh();
        return;
    }
    if (m_stage.last) {
        EpisodePattern pattern = *m_stage.last;
        const EpisodePattern suggested = suggestedPattern(*m_source);
        pattern.count = suggested.count;
        pattern.first = suggested.first;
        const auto plan = EpisodeMaker::plan(m_context, pattern, {}, m_stage.taken);
        const bool fits = plan
            && std::none_of(plan->episodes().begin(), plan->episodes().end(),
                [](const Episode &one) { return !one.clashes.isEmpty(); });
        if (fits) {
            m_form->setPattern(pattern);
            return;
        }
    }
    suggest();
}

void SeriesDialog::suggest()
{
    m_form->setPattern(suggestedPattern(*m_source));
}

void SeriesDialog::replan()
{
    auto plan = EpisodeMaker::plan(m_context, m_form->pattern(), m_form->titles(), m_stage.taken);
    m_maker.reset();
    if (plan)
        m_maker.emplace(std::move(*plan));
    else
        m_error = plan.error();
    m_made.clear();
    m_next = 0;
    m_isAccepting = false;
    m_model->setEpisodes(m_maker ? m_maker->episodes() : std::vector<Episode>());
    if (m_maker)
        m_checking.start();
    else
        m_checking.stop();
    refresh();
    showProblems();
}

void SeriesDialog::checkNext()
{
    if (!m_maker || m_next >= m_maker->episodes().size()) {
        m_checking.stop();
        refresh();
        if (m_isAccepting)
            finish();
        return;
    }
    Episode one = m_maker->episodes()[m_next];
    auto text = m_maker->text(m_next);
    EpisodeCheck check;
    if (text) {
        one.text = std::move(*text);
        check = checkEpisode(m_book, one.text, m_stage.severities, m_stage.clock);
    } else {
        check.counts.errors = 1;
        check.messages << text.error().message;
    }
    m_made.push_back(std::move(one));
    m_model->setCheck(m_next++, std::move(check));
    if (static_cast<int>(m_next) == m_table->currentIndex().row() + 1)
        showProblems();
}

/// Why they can't be made like this; empty where they can.
QString SeriesDialog::obstacle() const
{
    if (!m_maker)
        return sentence(m_error);
    const auto &all = m_maker->episodes();
    if (std::any_of(all.begin(), all.end(), [](const Episode &one) { return one.isIdTwice; }))
        return tr("Some episodes would have the same ID. Name what tells them apart in the pattern of the avail ID, "
                  "such as {n:2}.");
    if (become() == Become::Files
        && std::any_of(all.begin(), all.end(), [](const Episode &one) { return one.isFileTaken; }))
        return tr("Some files stand already, or would have the same name. Choose other names or another number to "
                  "begin with.");
    return {};
}

void SeriesDialog::refresh()
{
    if (!m_make)
        return;
    const int count = m_maker ? static_cast<int>(m_maker->episodes().size()) : 0;
    QAbstractButton *documents = m_become->button(static_cast<int>(Become::Documents));
    documents->setEnabled(count <= MostOpened);
    if (count > MostOpened && documents->isChecked())
        m_become->button(static_cast<int>(Become::Files))->setChecked(true); // asks for a refresh of its own
    const QString why = obstacle();
    QStringList remarks = why.isEmpty() ? QStringList() : QStringList{why};
    if (m_maker)
        remarks << m_maker->remarks();
    m_remarks->setText(remarks.join(u'\n'));
    m_remarks->setVisible(!remarks.isEmpty());
    QStringList counts;
    const rules::Counts found = m_model->counts();
    if (count > 0)
        counts << tr("%n episode(s)", nullptr, count);
    const auto taken = m_maker ? std::count_if(m_maker->episodes().begin(), m_maker->episodes().end(), [](const Episode &one) { return !one.clashes.isEmpty(); }) : 0;
    if (taken > 0)
        counts << tr("%n whose ID or file is taken", nullptr, static_cast<int>(taken));
    if (count > 0 && m_checking.isActive())
        counts << tr("looking for problems…");
    else if (count > 0)
        counts << (found.errors + found.warnings == 0
                ? (taken > 0 ? tr("no other problems") : tr("no problems"))
                : tr("%n problem(s)", nullptr, static_cast<int>(found.errors + found.warnings)));
    m_counts->setText(counts.join(u" · "_s));
    m_counts->setVisible(!counts.isEmpty());
    m_make->setText(count > 0 ? tr("Make %n episode(s)", nullptr, count) : tr("Make episodes"));
    m_make->setEnabled(why.isEmpty() && !m_isAccepting);
}

void SeriesDialog::showProblems()
{
    const QStringList problems = m_model->problemsOf(m_table->currentIndex().row());
    m_problems->setText(problems.mid(0, 3).join(u'\n'));
    m_problems->setVisible(!problems.isEmpty());
}

SeriesDialog::Become SeriesDialog::become() const
{
    return static_cast<Become>(m_become->checkedId());
}

EpisodePattern SeriesDialog::pattern() const
{
    return m_form->pattern();
}

void SeriesDialog::accept()
{
    if (!obstacle().isEmpty())
        return;
    if (m_next < m_maker->episodes().size()) {
        m_isAccepting = true;
        m_make->setEnabled(false);
        return;
    }
    finish();
}

void SeriesDialog::finish()
{
    m_isAccepting = false;
    m_make->setEnabled(true);
    const auto failed
        = std::find_if(m_made.begin(), m_made.end(), [](const Episode &one) { return one.text.isEmpty(); });
    if (failed != m_made.end()) {
        m_remarks->setText(m_model->problemsOf(static_cast<int>(failed - m_made.begin())).join(u' '));
        m_remarks->setVisible(true);
        return;
    }
    if (become() == Become::Batch) {
        auto text = batchOf(m_context, m_made);
        if (!text) {
            m_remarks->setText(sentence(text.error()));
            m_remarks->setVisible(true);
            return;
        }
        m_batch = std::move(*text);
    }
    QDialog::accept();
}

} // namespace marquee::series
