// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/ProblemsModel.h"

#include "payload/Repair.h"
#include "rules/PlaceName.h"
#include "workspace/OpenDocument.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::problems {

using namespace Qt::StringLiterals;
using workspace::OpenDocument;

namespace {

/// Larger texts aren't repaired: it would take noticeably long each time.
constexpr qsizetype LargestRepair = 4 * 1024 * 1024;

} // namespace

QString severityTitle(rules::Severity severity)
{
    switch (severity) {
    case rules::Severity::Error:
        return QCoreApplication::translate("problems", "Error");
    case rules::Severity::Warning:
        return QCoreApplication::translate("problems", "Warning");
    case rules::Severity::Hint:
        break;
    }
    return QCoreApplication::translate("problems", "Hint");
}

bool operator==(const Row &a, const Row &b)
{
    const auto sameEdit = [](const payload::Edit &x, const payload::Edit &y) {
        return x.kind == y.kind && x.pointer == y.pointer && x.name == y.name && x.index == y.index && x.to == y.to
            && x.after == y.after;
    };
    const auto sameFix = [&sameEdit](const rules::Fix &x, const rules::Fix &y) {
        return x.id == y.id && x.title == y.title
            && std::equal(x.edits.begin(), x.edits.end(), y.edits.begin(), y.edits.end(), sameEdit);
    };
    return a.rule == b.rule && a.severity == b.severity && a.message == b.message && a.place == b.place
        && a.field == b.field && a.path == b.path && a.repairable == b.repairable
        && std::equal(a.fixes.begin(), a.fixes.end(), b.fixes.begin(), b.fixes.end(), sameFix);
}

ProblemsModel::ProblemsModel(rules::Rulebook book, QObject *parent)
    : QAbstractTableModel(parent)
    , m_book(std::move(book))
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &ProblemsModel::refresh);
}

OpenDocument *ProblemsModel::document() const
{
    return m_document;
}

void ProblemsModel::setDocument(OpenDocument *document)
{
    if (m_document)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    if (document) {
        const auto later = [this] {
            if (!m_later.isActive())
                m_later.start(0);
        };
        connect(document, &OpenDocument::changed, this, later);
        connect(document, &OpenDocument::problemsChanged, this, later);
        connect(document, &OpenDocument::pendingChanged, this, later);
        connect(document, &QObject::destroyed, this, [this] {
            m_document = nullptr;
            refresh();
        });
    }
    refresh();
}

void ProblemsModel::refresh()
{
    m_later.stop();
    m_counts = m_document ? m_document->counts() : rules::Counts();
    std::vector<Row> rows = readRows();
    m_more = std::max(0, m_counts.total() - static_cast<int>(rows.size()));
    if (rows != m_rows) { // typing in a field that is in order leaves the table alone
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    Q_EMIT refreshed();
}

std::vector<Row> ProblemsModel::readRows() const
{
    std::vector<Row> rows;
    if (!m_document)
        return rows;
    if (!m_document->isPayload() || m_document->hasPendingText()) {
        rows.push_back(malformed(*m_document));
        return rows;
    }
    const rules::Validator &validator = m_document->validator();
    const rules::Context context = validator.context();
    for (rules::Problem &problem : validator.problems(Most)) {
        Row row;
        row.rule = problem.rule;
        row.severity = problem.severity;
        row.message = problem.rule->message(problem, context);
        row.field = problem.rule->field(problem, context);
        row.place = rules::placeName(context, row.field);
        row.fixes = problem.rule->fixes(problem, context);
        row.path = std::move(problem.path);
        rows.push_back(std::move(row));
    }
    return rows;
}

Row ProblemsModel::malformed(const OpenDocument &document) const
{
    const Error &error = document.textError();
    Row row;
    row.rule = &m_book.rules->ruleFor(error.code);
    row.message = error.message;
    if (error.place)
        row.place = tr("line %1, column %2").arg(error.place->line).arg(error.place->column);
    if (error.code == Error::Code::Malformed) {
        const QByteArray bytes = document.bytes();
        row.repairable = bytes.size() <= LargestRepair && payload::proposeRepair(bytes).has_value();
    }
    return row;
}

int ProblemsModel::find(const rules::Rule *rule, const payload::Pointer &field) const
{
    const auto at = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.rule == rule && row.field == field; });
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const QString rule = QString::fromLatin1(row.rule->info().id);
    const QString fix = row.repairable ? tr("Show a repair…") : row.fixes.empty() ? QString() : row.fixes.front().title;
    switch (role) {
    case SeverityRole:
        return static_cast<int>(row.severity);
    case FixCountRole:
        return row.repairable ? 1 : static_cast<int>(row.fixes.size());
    case Qt::DisplayRole:
        return index.column() == Rule   ? rule
            : index.column() == Message ? row.message
            : index.column() == Place   ? row.place
                                        : fix;
    case Qt::ToolTipRole:
        return index.column() == Rule ? row.rule->title() : data(index, Qt::DisplayRole);
    case Qt::AccessibleTextRole: // a screen reader gets the whole from the column that it stands in
        if (index.column() == Rule)
            return tr("%1 %2").arg(severityTitle(row.severity), rule);
        if (index.column() == Fix)
            return fix.isEmpty() ? tr("No fix") : tr("Fix: %1").arg(fix);
        return data(index, Qt::DisplayRole);
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Rule:
        return tr("Rule");
    case Message:
        return tr("What it is");
    case Place:
        return tr("Where");
    case Fix:
        return tr("Fix");
    default:
        return {};
    }
}

} // namespace marquee::problems
