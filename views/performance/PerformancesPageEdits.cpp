// SPDX-License-Identifier: GPL-3.0-or-later
// What PerformancesPage does to the document: each a step of its own.
#include "form/RowsTable.h"
#include "performance/DuplicateDialog.h"
#include "performance/PasteDialog.h"
#include "performance/PerformanceForm.h"
#include "performance/PerformancesModel.h"
#include "performance/PerformancesPage.h"
#include "performance/PerformancesTable.h"
#include "performances/Cancelling.h"
#include "performances/Copies.h"
#include "performances/Day.h"
#include "performances/TypedTimes.h"
#include "windows/MoveRows.h"
#include "workspace/OpenDocument.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

#include <algorithm>
#include <numeric>

namespace marquee::performance {

using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;

bool PerformancesPage::isReady() const
{
    return m_model->isEditable();
}

bool PerformancesPage::apply(const std::vector<Edit> &edits, const QString &caption)
{
    if (edits.empty())
        return false;
    const auto done = m_document->apply(edits, {caption, {}});
    if (!done)
        Q_EMIT refused(done.error().message);
    return done.has_value();
}

/// The same, where it may cancel performances.
bool PerformancesPage::applyAsked(const std::vector<Edit> &edits, const QString &caption)
{
    const QStringList names = performances::cancelledBy(m_document->payload(), edits);
    constexpr int most = 5;
    if (!names.isEmpty() && m_sources.confirm) {
        const QString some = names.mid(0, most).join(u", "_s) + (names.size() > most ? u", …"_s : QString());
        if (!m_sources.confirm(window(), tr("Call %n performance(s) off?", nullptr, static_cast<int>(names.size())),
                tr("%1: when the message is processed, every ticket order of them becomes invalid.").arg(some),
                tr("Call off")))
            return false;
    }
    return apply(edits, caption);
}

void PerformancesPage::addPerformance()
{
    if (!isReady())
        return;
    editor::finishTyping();
    const payload::Document &payload = m_document->payload();
    const std::uint32_t count = performances::countOf(payload);
    const auto like = static_cast<std::uint32_t>(current() >= 0 ? current() : static_cast<int>(count) - 1);
    const std::uint32_t at = current() >= 0 ? like + 1 : count;
    if (!apply({performances::insertPerformance(
                   m_document->validator().context(), performances::newPerformance(payload, like), at)},
            tr("Add a performance")))
        return;
    selectPerformance(static_cast<int>(at));
    m_form->focusField(performances::placeOf(at).child("EventId"));
}

void PerformancesPage::duplicatePerformance()
{
    const int row = current();
    if (row < 0 || !isReady())
        return;
    editor::finishTyping();
    const auto plan = performances::duplicate(m_document->validator().context(), static_cast<std::uint32_t>(row));
    if (!plan)
        Q_EMIT refused(plan.error().message);
    else if (apply(plan->edits, tr("Duplicate a performance")))
        selectPerformance(row + 1);
}

void PerformancesPage::removePerformances()
{
    if (!isReady())
        return;
    const QList<int> rows = selected();
    std::vector<Edit> edits;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) // from the end, so that places hold
        edits.push_back(Edit::remove(performances::placeOf(static_cast<std::uint32_t>(*row))));
    if (rows.isEmpty())
        return;
    m_wanted = rows.front();
    apply(edits, tr("Remove %n performance(s)", nullptr, static_cast<int>(rows.size())));
    m_table->setFocus();
}

void PerformancesPage::movePerformances(int by)
{
    const QList<int> rows = selected();
    if (rows.isEmpty())
        return;
    const int before = by < 0 ? rows.front() - 1 : rows.back() + 2;
    if (before >= 0 && before <= m_table->count())
        moveTo(rows, before);
}

void PerformancesPage::moveTo(const QList<int> &rows, int before)
{
    if (!isReady())
        return;
    if (!m_table->isPlain()) {
        Q_EMIT refused(tr("The table is sorted or filtered, which doesn't change the message's order. Show all "
                          "performances in the message's order "
                          "first: clear the filter, and click the sorted heading until its arrow is gone."));
        return;
    }
    const windows::Rows those(rows.begin(), rows.end());
    const std::vector<Edit> edits
        = windows::moveItems(performances::listPlace(), those, static_cast<std::uint32_t>(before));
    if (!apply(edits, tr("Move %n performance(s)", nullptr, static_cast<int>(rows.size()))))
        return;
    QList<int> moved(rows.size());
    std::iota(moved.begin(), moved.end(),
        static_cast<int>(windows::firstAfterMove(those, static_cast<std::uint32_t>(before))));
    m_table->selectRows(moved);
    m_shown = -1;
    showChosen();
}

QByteArray PerformancesPage::copiedRows() const
{
    const QList<int> rows = selected();
    return isReady() ? performances::copyRows(m_document->validator().context(), {rows.begin(), rows.end()})
                     : QByteArray();
}

void PerformancesPage::pasteClipboard()
{
    const QString text = QApplication::clipboard()->text();
    if (text.trimmed().isEmpty())
        Q_EMIT refused(tr("There is nothing to paste. Copy rows with their headings in a spreadsheet first."));
    else
        pasteRows(text.toUtf8());
}

void PerformancesPage::pasteRows(const QByteArray &rows)
{
    if (!isReady())
        return;
    editor::finishTyping();
    auto *dialog = new PasteDialog(m_document->validator().context(), rows, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const auto count = static_cast<int>(performances::countOf(m_document->payload()));
        if (applyAsked(dialog->edits(), dialog->caption())
            && static_cast<int>(performances::countOf(m_document->payload())) > count)
            selectPerformance(count);
    });
    dialog->open();
}

void PerformancesPage::duplicateDay()
{
    if (!isReady() || current() < 0)
        return;
    editor::finishTyping();
    QList<int> rows = selected();
    if (const QList<int> seen = m_dayInSight ? m_dayInSight() : QList<int>(); rows.size() < 2 && !seen.isEmpty()) {
        rows = seen;
    } else if (rows.size() < 2) { // the day of the current one
        const auto at = static_cast<std::uint32_t>(current());
        const payload::Document &payload = m_document->payload();
        const QDate date
            = performances::dateOf(performances::textOf(performances::performanceAt(payload, at).member("Date")));
        const performances::Day day = performances::dayOf(payload, date);
        rows.clear();
        for (const performances::DayPerformance &performance : day.performances)
            rows << static_cast<int>(performance.row);
        if (rows.isEmpty())
            rows << current();
    }
    auto *dialog = new DuplicateDialog(m_document->validator().context(), {rows.begin(), rows.end()}, m_minutes, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const auto count = static_cast<int>(performances::countOf(m_document->payload()));
        if (apply(dialog->edits(), dialog->caption()))
            selectPerformance(count);
    });
    dialog->open();
}

} // namespace marquee::performance
