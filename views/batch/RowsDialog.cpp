// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/RowsDialog.h"

#include "batch/Pieces.h"
#include "batch/RowsModel.h"
#include "shell/theme/Theme.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>

namespace marquee::batch {

using namespace Qt::StringLiterals;
using exchange::CellProblem;
using exchange::RowsDesk;
using theme::scaled;

void RowsDialog::setTemplate(const Source &source)
{
    m_templateText = source.bytes;
    m_templateLabel->setText(source.name);
    m_desk->setTemplate(source.bytes);
}

void RowsDialog::setRows(const Source &source)
{
    m_rowsText = source.bytes;
    m_rowsName = source.name;
    m_rowsLabel->setText(source.name);
    m_desk->setRows(source.bytes);
}

void RowsDialog::choose(const std::function<std::optional<Source>()> &ask, void (RowsDialog::*take)(const Source &))
{
    if (const auto chosen = ask ? ask() : std::nullopt)
        (this->*take)(*chosen);
}

void RowsDialog::paste()
{
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
    const QString text = clipboard ? clipboard->text() : QString();
    if (!text.trimmed().isEmpty())
        setRows({tr("Pasted rows"), text.toUtf8()});
    else
        m_rowsLabel->setText(tr("There is no text in the clipboard. Copy the rows with their headings first."));
}

void RowsDialog::saveBatch()
{
    m_isSaving = true;
    m_saveProblem.clear();
    const auto &prime = m_stage.place.environment.prime;
    m_desk->makeBatch(prime ? prime->licensor : QString(), [this](const Expected<QByteArray> &batch) {
        m_isSaving = false;
        if (batch)
            Q_EMIT saveBatchWanted(*batch, QFileInfo(m_rowsName).completeBaseName() + u".json"_s);
        else
            m_saveProblem = sentence(batch.error());
        refresh();
    });
    refresh();
}

void RowsDialog::begin(bool dryRun)
{
    m_isDryRun = dryRun;
    accept();
}

exchange::BatchOptions RowsDialog::options() const
{
    exchange::BatchOptions options = m_run->options();
    options.dryRun = m_isDryRun;
    return options;
}

void RowsDialog::goTo(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const CellProblem &problem = m_problems->problem(index.row());
    const int column = std::clamp(problem.column, 0, std::max(0, m_rows->columnCount() - 1));
    const QModelIndex cell = m_rows->index(problem.row, column);
    m_table->setCurrentIndex(cell);
    m_table->scrollTo(cell);
    m_table->setFocus();
}

void RowsDialog::showCell()
{
    const QString words = m_rows->explanation(m_table->currentIndex());
    m_cell->setText(words.section(u'\n', 0, 1).replace(u'\n', u"  ·  "_s));
    m_cell->setToolTip(words);
}

void RowsDialog::fitColumns()
{
    constexpr int narrowest = 120, widest = 240;
    const QFontMetrics body(theme::bodyFont()), note(theme::noteFont());
    for (int column = 0; column < m_rows->columnCount(); ++column) {
        // Wide enough for the end of the field's name and for the first cells.
        int width = body.horizontalAdvance(m_rows->headerData(column, Qt::Horizontal).toString()) + scaled(32);
        width = std::max(width, note.horizontalAdvance(m_rows->target(column)) + scaled(48));
        for (int row = 0; row < std::min(20, m_rows->rowCount()); ++row)
            width = std::max(width,
                body.horizontalAdvance(m_rows->index(row, column).data().toString())
                    + scaled(56)); // with room for an icon
        m_table->setColumnWidth(column, std::clamp(width, scaled(narrowest), scaled(widest)));
    }
}

void RowsDialog::resetSheet()
{
    fitColumns();
    if (m_rows->rowCount() > 0)
        m_table->setCurrentIndex(m_rows->index(0, 0));
    showCell();
    refresh();
}

QString RowsDialog::countWords() const
{
    if (m_desk->isReading())
        return tr("Reading the rows…");
    if (!m_desk->isReady())
        return {};
    const QLocale locale;
    const QString rows = tr("%n row(s)", nullptr, m_desk->table().count());
    if (m_isSaving)
        return tr("%1. Making the batch document…").arg(rows);
    if (m_desk->isChecking())
        return tr("Looking at row %1 of %2…")
            .arg(locale.toString(m_desk->checked()), locale.toString(m_desk->table().count()));
    QStringList words;
    if (m_desk->problemCount() == 0 && m_desk->checked() == m_desk->table().count())
        return tr("%1, no problems").arg(rows);
    words << tr("%1, %2 in %3")
                 .arg(rows, tr("%n problem(s)", nullptr, m_desk->problemCount()),
                     tr("%n row(s)", "problems in", m_desk->badRows()));
    if (m_desk->checked() < m_desk->table().count())
        words << tr("stopped at row %1").arg(locale.toString(m_desk->checked()));
    if (m_desk->refusedRows() > 0)
        words << tr("%n row(s) with errors won't be sent", nullptr, m_desk->refusedRows());
    if (m_desk->problemCount() > RowsDesk::MostProblems)
        words << tr("the first %1 are listed").arg(locale.toString(RowsDesk::MostProblems));
    return words.join(u" · "_s);
}

QString RowsDialog::unmatchedWords() const
{
    QStringList names;
    for (const QString &heading : m_desk->unmatched())
        names << (heading.isEmpty() ? tr("(no heading)") : tr("“%1”").arg(heading));
    if (names.isEmpty())
        return {};
    constexpr qsizetype most = 5;
    const auto more = static_cast<int>(names.size() - most);
    const QString list
        = more > 0 ? tr("%1 and %n more", nullptr, more).arg(names.mid(0, most).join(u", "_s)) : names.join(u", "_s);
    return tr("%n column(s) aren't used: %1. Choose a field under the heading, or leave it so.", nullptr,
        static_cast<int>(names.size()))
        .arg(list);
}

void RowsDialog::refresh()
{
    if (!m_begin)
        return; // still being built
    const bool isReady = m_desk->isReady();
    const int rows = isReady ? m_desk->table().count() : 0;
    QStringList wrong{m_desk->templateProblem(), m_desk->rowsProblem(), m_saveProblem};
    wrong.removeAll(QString());
    m_problem->setText(wrong.join(u'\n'));
    m_problem->setVisible(!wrong.isEmpty());
    m_unmatched->setText(unmatchedWords());
    m_unmatched->setVisible(!m_unmatched->text().isEmpty());
    m_empty->setText(!m_desk->hasTemplate()
            ? tr("Choose a template: an avail whose fields the rows fill.")
            : tr("Paste rows from a spreadsheet (Ctrl+V) or choose a CSV or TSV file.\n"
                 "The first row holds the headings; what stands below them goes into the template."));
    m_empty->setVisible(!isReady);
    m_sheet->setVisible(isReady);
    m_counts->setText(countWords());
    m_progress->setVisible(m_desk->isReading() || m_desk->isChecking() || m_isSaving);
    m_progress->setRange(0, m_desk->isChecking() ? std::max(1, rows) : 0);
    m_progress->setValue(m_desk->checked());
    m_stop->setText(m_desk->isChecking() ? tr("Stop looking") : tr("Look again"));
    m_stop->setAccessibleName(m_stop->text());
    m_stop->setVisible(rows > 0 && !m_isSaving && (m_desk->isChecking() || m_desk->checked() < rows));
    constexpr int most = 4;
    const int listed = std::min(most, m_problems->rowCount());
    m_problemList->setVisible(isReady && listed > 0);
    m_problemList->setMaximumHeight(scaled(ProblemHeight) * std::max(1, listed) + 2);
    m_problemList->setMinimumHeight(scaled(ProblemHeight) * std::min(2, std::max(1, listed)) + 2);
    m_save->setEnabled(rows > 0 && !m_isSaving);
    m_check->setEnabled(rows > 0);
    m_begin->setText(m_run->beginWords(std::max(0, rows - m_desk->refusedRows())));
    m_begin->setEnabled(rows > 0 && m_run->isConfirmed());
}

} // namespace marquee::batch
