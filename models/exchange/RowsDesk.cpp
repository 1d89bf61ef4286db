// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/RowsDesk.h"

#include "payload/Document.h"
#include "rules/Kind.h"

#include <algorithm>

namespace marquee::exchange {

/// Of some rows that were looked at.
struct RowsDesk::Found
{
    int upTo = 0; ///< rows looked at so far
    std::vector<CellProblem> problems;
    bool isLast = false;
};

RowsDesk::RowsDesk(rules::Rulebook rulebook, QObject *parent)
    : QObject(parent)
    , m_rulebook(std::move(rulebook))
{
    m_pool.setMaxThreadCount(1);
}

RowsDesk::~RowsDesk()
{
    ++*m_wanted;
    m_pool.clear();
    m_pool.waitForDone();
}

void RowsDesk::setTemplate(const QByteArray &text)
{
    m_template = text;
    m_document.reset();
    m_templateProblem.clear();
    auto document = payload::Document::read(text);
    if (!document)
        m_templateProblem = sentence(document.error());
    else if (rules::kindOf((*document)->root()) != rules::DocumentKind::Avail)
        m_templateProblem = tr("A template is one avail. Choose a document that holds one.");
    else
        m_document = std::move(*document);
    m_matched.clear();
    rematch();
}

void RowsDesk::setRows(const QByteArray &text)
{
    m_isReading = true;
    m_rowsProblem.clear();
    Q_EMIT progressed();
    m_pool.start([this, number = ++m_readings, text] {
        const auto table = std::make_shared<Expected<RowTable>>(RowTable::read(text));
        QMetaObject::invokeMethod(this, [this, number, table] {
            if (number != m_readings)
                return;
            m_isReading = false;
            m_table.reset();
            if (*table)
                m_table = std::move(**table);
            else
                m_rowsProblem = sentence(table->error());
            rematch();
        });
    });
}

void RowsDesk::rematch()
{
    ++m_sheet;
    ++*m_wanted; // nobody is told before all of it fits together again
    m_isChecking = false;
    if (isReady() && m_table->headings() != m_matched) {
        m_mapping = RowMapping::byName(m_table->headings(), *m_document, *m_rulebook.catalog);
        m_matched = m_table->headings();
    }
    m_problems.clear();
    m_checked = m_problemCount = m_badRows = m_refusedRows = 0;
    Q_EMIT sheetReset();
    check();
}

void RowsDesk::setTarget(int column, int target)
{
    if (!isReady() || m_mapping.columns[static_cast<std::size_t>(column)] == target)
        return;
    if (target != RowMapping::Unmatched)
        std::replace(m_mapping.columns.begin(), m_mapping.columns.end(), target, int{RowMapping::Unmatched});
    m_mapping.columns[static_cast<std::size_t>(column)] = target;
    ++m_sheet;
    Q_EMIT mappingChanged();
    check();
}

QStringList RowsDesk::unmatched() const
{
    return isReady() ? m_mapping.unmatched(m_table->headings()) : QStringList();
}

void RowsDesk::stop()
{
    ++*m_wanted;
    m_isChecking = false;
    Q_EMIT progressed();
}

void RowsDesk::check()
{
    const int number = ++*m_wanted;
    m_problems.clear();
    m_checked = m_problemCount = m_badRows = m_refusedRows = 0;
    m_isChecking = false;
    if (isReady()) {
        auto maker = RowMaker::make(m_template, *m_table, m_mapping);
        m_isChecking = maker.has_value();
        if (maker)
            m_pool.start([this, number, maker = std::move(*maker), rulebook = m_rulebook, wanted = m_wanted] {
                constexpr int together = 64;
                const int rows = maker.table().count();
                Found found;
                for (int row = 0; row < rows && *wanted == number; ++row) {
                    MadeRow made = maker.validated(row, rulebook, {});
                    std::move(made.problems.begin(), made.problems.end(), std::back_inserter(found.problems));
                    if ((row + 1) % together != 0 && row + 1 != rows)
                        continue;
                    found.upTo = row + 1;
                    QMetaObject::invokeMethod(
                        this, [this, number, told = std::exchange(found, {})] { take(number, told); });
                }
                found.isLast = true;
                found.upTo = rows;
                QMetaObject::invokeMethod(this, [this, number, told = std::move(found)] { take(number, told); });
            });
    }
    Q_EMIT problemsReset();
    Q_EMIT progressed();
}

void RowsDesk::take(int number, const Found &found)
{
    if (number != *m_wanted)
        return;
    m_checked = found.upTo;
    m_isChecking = !found.isLast;
    int row = -1;
    int refused = -1;
    for (const CellProblem &problem : found.problems) {
        ++m_problemCount;
        m_badRows += problem.row != row ? 1 : 0;
        row = problem.row;
        if (problem.severity == rules::Severity::Error && problem.row != refused) {
            ++m_refusedRows;
            refused = problem.row;
        }
    }
    const auto first = static_cast<int>(m_problems.size());
    const auto room = static_cast<std::size_t>(MostProblems - first);
    const auto count = static_cast<std::ptrdiff_t>(std::min(room, found.problems.size()));
    m_problems.insert(m_problems.end(), found.problems.begin(), found.problems.begin() + count);
    if (count > 0)
        Q_EMIT problemsFound(first, static_cast<int>(count));
    Q_EMIT progressed();
}

std::span<const CellProblem> RowsDesk::problemsOf(int row) const
{
    const auto [first, last]
        = std::equal_range(m_problems.begin(), m_problems.end(), CellProblem{row, 0, 0, {}, {}, {}},
            [](const CellProblem &one, const CellProblem &other) { return one.row < other.row; });
    return {first, last};
}

void RowsDesk::makeBatch(const QString &licensor, Made made)
{
    auto maker = isReady() ? RowMaker::make(m_template, *m_table, m_mapping) : tl::unexpected(Error());
    if (!maker)
        return;
    stop(); // the check would be in the way; it goes on from the beginning afterwards
    m_pool.start([this, sheet = m_sheet, number = m_wanted->load(), wanted = m_wanted, maker = std::move(*maker),
                     licensor, made = std::move(made)] {
        const auto batch = std::make_shared<Expected<QByteArray>>(
            batchFromRows(maker, licensor, [wanted, number] { return *wanted == number; }));
        QMetaObject::invokeMethod(this, [this, sheet, number, batch, made] {
            if (sheet != m_sheet || number != *m_wanted)
                return;
            made(*batch);
            check();
        });
    });
}

} // namespace marquee::exchange
