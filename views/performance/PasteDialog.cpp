// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/PasteDialog.h"

#include "form/SearchPopup.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::performance {

using namespace Qt::StringLiterals;
using bulk::cellItem;
using performances::ColumnMapping;
using theme::scaled;

namespace {

QString fateWords(windows::RowFate fate)
{
    switch (fate) {
    case windows::RowFate::Added:
        return PasteDialog::tr("new");
    case windows::RowFate::Changed:
        return PasteDialog::tr("changes");
    case windows::RowFate::Same:
        return PasteDialog::tr("as it is");
    case windows::RowFate::LeftOut:
        return PasteDialog::tr("left out");
    }
    return {};
}

} // namespace

PasteDialog::PasteDialog(const rules::Context &context, const QByteArray &rows, QWidget *parent)
    : BulkDialog(context, u"pastePerformancesDialog"_s, tr("Paste rows"),
        tr("Rows whose performance ID and site stand already change that performance's cells; the others become new "
           "performances at the end, "
           "which say what the row says."),
        parent)
    , m_rows(exchange::RowTable::read(rows))
    , m_columns(new QStandardItemModel(this))
    , m_preview(new QStandardItemModel(this))
    , m_problems(new QStandardItemModel(this))
    , m_unmatched(label(u"pasteUnmatched"_s, u"warning"_s))
    , m_empty(new QCheckBox(tr("An empty cell takes the value away from a performance that stands already"), this))
{
    m_columnTable = table(u"pasteColumns"_s, tr("Columns, and the fields that they fill"), m_columns);
    m_previewTable = table(u"pasteRows"_s, tr("The rows, and what becomes of them"), m_preview);
    m_problemTable = table(u"pasteProblems"_s, tr("Problems of the rows"), m_problems);
    m_empty->setObjectName(u"pasteEmpty"_s);
    m_empty->setAccessibleName(m_empty->text());
    auto *both = new QHBoxLayout;
    both->setSpacing(scaled(16));
    both->addWidget(m_columnTable, 2);
    both->addWidget(m_previewTable, 3);
    content()->addWidget(m_unmatched);
    content()->addLayout(both, 1);
    content()->addWidget(m_problemTable);
    content()->addWidget(m_empty);
    resize(scaled(1000), scaled(640));
    if (m_rows) {
        m_mapping = performances::mappingOf(m_rows->headings(), context.catalog);
        makeColumns();
    }
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &PasteDialog::refresh); // lengths
    connect(m_empty, &QCheckBox::toggled, this, [this](bool isOn) {
        m_options.emptyTakesAway = isOn;
        refresh();
    });
    refresh();
}

void PasteDialog::makeColumns()
{
    m_columns->setHorizontalHeaderLabels({tr("Column"), tr("Fills")});
    for (int column = 0; column < m_rows->headings().size(); ++column) {
        m_columns->appendRow({cellItem(m_rows->headings()[column]), new QStandardItem});
        auto *button = new QPushButton(m_columnTable);
        button->setObjectName(u"pasteField%1"_s.arg(column));
        button->setProperty("role", u"chip"_s);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, column] { choose(column); });
        m_columnTable->setIndexWidget(m_columns->index(column, 1), button);
    }
    m_columnTable->setSelectionMode(QAbstractItemView::NoSelection);
}

QString PasteDialog::targetWords(int column) const
{
    const int target = m_mapping.columns[static_cast<std::size_t>(column)];
    return target < 0 ? tr("Not used") : m_mapping.fields[static_cast<std::size_t>(target)].label;
}

void PasteDialog::choose(int column)
{
    std::vector<form::SearchPopup::Entry> entries;
    entries.push_back(
        {QString::number(ColumnMapping::Unmatched), tr("Not used"), {}, tr("Nothing is filled from this column."), {}});
    for (std::size_t i = 0; i < m_mapping.fields.size(); ++i) {
        const performances::Field &field = m_mapping.fields[i];
        entries.push_back({QString::number(i), field.label, QString::fromStdString(field.name), field.help, {}});
    }
    auto *button = findChild<QPushButton *>(u"pasteField%1"_s.arg(column));
    auto *popup = new form::SearchPopup(std::move(entries), tr("Search a field"), button);
    connect(popup, &form::SearchPopup::picked, this,
        [this, column](const QString &key) { setTarget(column, key.toInt()); });
    popup->openBelow(button);
}

void PasteDialog::setTarget(int column, int target)
{
    auto &columns = m_mapping.columns;
    if (target != ColumnMapping::Unmatched) // a field is filled by one column
        std::replace(columns.begin(), columns.end(), target, int{ColumnMapping::Unmatched});
    columns[static_cast<std::size_t>(column)] = target;
    refresh();
}

QString PasteDialog::unmatchedWords() const
{
    QStringList names;
    for (const QString &heading : m_mapping.unmatched(m_rows->headings()))
        names << (heading.isEmpty() ? tr("(no heading)") : tr("“%1”").arg(heading));
    return names.isEmpty() ? QString()
                           : tr("%n column(s) aren't used: %1. Choose a field for them, or leave it so.", nullptr,
                               static_cast<int>(names.size()))
                                 .arg(names.join(u", "_s));
}

void PasteDialog::showColumns()
{
    for (int column = 0; column < m_columns->rowCount(); ++column) {
        auto *button = findChild<QPushButton *>(u"pasteField%1"_s.arg(column));
        const bool isUnused = m_mapping.columns[static_cast<std::size_t>(column)] < 0;
        button->setText(targetWords(column) + u" ▾"_s);
        button->setAccessibleName(
            tr("Field of the column “%1”: %2").arg(m_rows->headings()[column], targetWords(column)));
        button->setToolTip(tr("Choose another field"));
        button->setProperty("severity", isUnused ? u"warning"_s : QString());
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
    m_columnTable->setColumnWidth(0, scaled(144));
    m_unmatched->setText(unmatchedWords());
    m_unmatched->setVisible(!m_unmatched->text().isEmpty());
}

void PasteDialog::showRows(const windows::PastePlan &plan)
{
    m_preview->clear();
    m_preview->setHorizontalHeaderLabels(QStringList{tr("Row")} + m_rows->headings());
    const int count = std::min(MostShown, static_cast<int>(plan.rows.size()));
    for (int row = 0; row < count; ++row) {
        const QStringList cells = m_rows->row(row);
        QList<QStandardItem *> items{cellItem(fateWords(plan.rows[static_cast<std::size_t>(row)]))};
        for (qsizetype i = 0; i < m_rows->headings().size(); ++i) {
            items << cellItem(cells.value(i));
            if (m_mapping.columns[static_cast<std::size_t>(i)] < 0)
                items.last()->setForeground(theme::color(theme::Token::TextFaint));
        }
        m_preview->appendRow(items);
    }
    for (const exchange::CellProblem &problem : plan.problems) {
        if (auto *item = m_preview->item(problem.row, problem.column + 1)) {
            item->setIcon(theme::severityIcon(problem.severity));
            item->setToolTip(problem.message);
        }
    }
    m_previewTable->horizontalHeader()->setDefaultSectionSize(scaled(112));
    m_previewTable->setColumnWidth(0, scaled(96));
}

void PasteDialog::showProblems(const windows::PastePlan &plan)
{
    m_problems->clear();
    m_problems->setHorizontalHeaderLabels({tr("Line"), tr("Column"), tr("Problem")});
    for (const exchange::CellProblem &problem : plan.problems) {
        auto *line = cellItem(QString::number(problem.line));
        line->setIcon(theme::severityIcon(problem.severity));
        m_problems->appendRow({line, cellItem(m_rows->headings().value(problem.column)), cellItem(problem.message)});
    }
    m_problemTable->setColumnWidth(0, scaled(80));
    m_problemTable->setColumnWidth(1, scaled(144));
    constexpr int most = 3, rowHeight = 32;
    const int shown = std::min(most, m_problems->rowCount());
    m_problemTable->setFixedHeight(
        m_problemTable->horizontalHeader()->sizeHint().height() + shown * scaled(rowHeight) + 2);
    m_problemTable->setVisible(shown > 0);
}

void PasteDialog::refresh()
{
    if (!m_rows) {
        for (QWidget *each : {static_cast<QWidget *>(m_unmatched), static_cast<QWidget *>(m_columnTable),
                 static_cast<QWidget *>(m_previewTable), static_cast<QWidget *>(m_problemTable),
                 static_cast<QWidget *>(m_empty)})
            each->hide();
        refuse(m_rows.error(), tr("Paste"));
        return;
    }
    showColumns();
    auto plan = performances::pasteRows(context(), *m_rows, m_mapping, m_options);
    const windows::PastePlan shown = plan ? *plan : windows::PastePlan();
    showRows(shown);
    showProblems(shown);
    if (!plan) {
        refuse(plan.error(), tr("Paste"));
        return;
    }
    QStringList counts;
    if (plan->added > 0)
        counts << tr("%n new performance(s)", nullptr, plan->added);
    if (plan->changed > 0)
        counts << tr("%n performance(s) change", nullptr, plan->changed);
    if (!plan->problems.empty())
        counts << tr("%n problem(s)", nullptr, static_cast<int>(plan->problems.size()));
    if (static_cast<int>(plan->rows.size()) > MostShown)
        counts << tr("the first %1 rows are shown").arg(MostShown);
    setCaption(tr("Paste %n row(s)", nullptr, plan->added + plan->changed));
    offer(*plan, counts.join(u" · "_s), tr("Paste %n row(s)", nullptr, plan->added + plan->changed));
}

} // namespace marquee::performance
