// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/PerformancesModel.h"

#include "performances/Cells.h"
#include "rules/CountWords.h"
#include "shell/theme/Icons.h"
#include "workspace/OpenDocument.h"

#include <QLocale>

#include <utility>

namespace marquee::performance {

using namespace Qt::StringLiterals;
using payload::Value;

namespace {

std::string_view memberOf(int column)
{
    switch (column) {
    case PerformancesModel::Id:
        return "@id";
    case PerformancesModel::Site:
        return "@siteId";
    case PerformancesModel::Event:
        return "EventId";
    case PerformancesModel::Date:
        return "Date";
    case PerformancesModel::Time:
        return "Time";
    case PerformancesModel::Hall:
        return "HallId";
    case PerformancesModel::Formats:
        return "PrintFormats";
    case PerformancesModel::Cancelled:
        return "IsCancelled";
    case PerformancesModel::OnSale:
        return "OnSale";
    default:
        return {};
    }
}

} // namespace

PerformancesModel::PerformancesModel(std::shared_ptr<const catalog::Catalog> catalog, QObject *parent)
    : RowsModel(parent)
    , m_catalog(std::move(catalog))
    , m_fields(performances::fieldsOf(*m_catalog))
{
}

void PerformancesModel::setDocument(workspace::OpenDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    if (document) {
        connect(document, &workspace::OpenDocument::changed, this, &PerformancesModel::follow);
        connect(document, &workspace::OpenDocument::problemsChanged, this, &PerformancesModel::problemsMayDiffer);
    }
    resetRows(document && document->isPayload() ? static_cast<int>(performances::countOf(document->payload())) : 0);
}

bool PerformancesModel::isEditable() const
{
    return m_document && m_document->isPayload() && performances::isMessage(m_document->payload());
}

Value PerformancesModel::performance(int row) const
{
    return m_document && m_document->isPayload()
        ? performances::performanceAt(m_document->payload(), static_cast<std::uint32_t>(row))
        : Value();
}

void PerformancesModel::follow(const payload::Change &change)
{
    const payload::Document &document = m_document->payload();
    followList(change, document.pathOf(performances::listPlace()), static_cast<int>(performances::countOf(document)));
    problemsMayDiffer();
}

/// An ID that stands twice is found at both; only what is in sight is asked again.
void PerformancesModel::problemsMayDiffer()
{
    const rules::Counts counts = m_document->counts();
    if (std::exchange(m_counts, counts) == counts)
        return;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Problems), index(rowCount() - 1, Problems));
}

rules::Counts PerformancesModel::countsAt(int row) const
{
    return m_document && m_document->isPayload()
        ? m_document->validator().performanceCounts(static_cast<std::uint32_t>(row))
        : rules::Counts();
}

performances::Completeness PerformancesModel::completeness(int row) const
{
    return performances::completenessOf(performance(row), m_fields);
}

int PerformancesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PerformancesModel::text(int row, int column) const
{
    if (column == Complete) {
        const performances::Completeness parts = completeness(row);
        return parts.isComplete() ? tr("complete") : tr("%1 of %2").arg(parts.there()).arg(parts.parts.size());
    }
    const performances::Field *field = performances::findField(m_fields, memberOf(column));
    if (!field)
        return {};
    const QString cell = performances::cellOf(performance(row), *field);
    if (column == Id && cell.isEmpty())
        return tr("no ID");
    if (field->kind == performances::FieldKind::YesNo)
        return cell == u"true"_s ? tr("yes") : cell == u"false"_s ? tr("no") : cell;
    if (field->kind == performances::FieldKind::List)
        return QString(cell).replace(u"; "_s, u", "_s);
    return cell;
}

QString PerformancesModel::line(int row) const
{
    QString line;
    const Value value = performance(row);
    for (const performances::Field &field : m_fields)
        line += performances::cellOf(value, field) + u'\n';
    if (performances::isTrue(value.member("IsCancelled")))
        line += headerData(Cancelled, Qt::Horizontal, Qt::DisplayRole).toString();
    return line.toLower();
}

qint64 PerformancesModel::sortNumber(int row, int column) const
{
    if (column == Complete)
        return completeness(row).there();
    const rules::Counts counts = countsAt(row);
    return -(counts.errors * 1'000'000LL + counts.warnings * 1000LL + counts.hints); // the worst first
}

QString PerformancesModel::missing(int row) const
{
    QStringList names;
    for (const auto &part : completeness(row).parts) {
        if (part.presence != performances::Presence::Set)
            names << part.field->label;
    }
    return names.isEmpty() ? tr("Everything of a complete performance is there")
                           : tr("Not there: %1. It may come with another message.").arg(names.join(u", "_s));
}

QVariant PerformancesModel::problemsData(int row, int role) const
{
    const rules::Counts counts = countsAt(row);
    switch (role) {
    case ErrorsRole:
        return counts.errors;
    case WarningsRole:
        return counts.warnings;
    case CountRole:
        return counts.total();
    case Qt::DecorationRole:
        if (counts.total() == 0)
            return {};
        return theme::severityIcon(counts.errors > 0 ? rules::Severity::Error
                : counts.warnings > 0                ? rules::Severity::Warning
                                                     : rules::Severity::Hint);
    default:
        return counts.total() == 0 ? QVariant() : QVariant(rules::countsInWords(counts));
    }
}

QVariant PerformancesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_document || index.row() >= rowCount())
        return {};
    const int row = index.row();
    const int column = index.column();
    if (role == ErrorsRole || role == WarningsRole || role == CountRole)
        return problemsData(row, role);
    if (column == Problems && (role == Qt::DecorationRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole))
        return problemsData(row, role);
    if (role == Qt::DisplayRole)
        return text(row, column);
    if (role == Qt::ToolTipRole)
        return column == Complete ? missing(row) : text(row, column);
    if (role == Qt::DecorationRole && column == Cancelled
        && performances::isTrue(performance(row).member("IsCancelled")))
        return theme::severityIcon(rules::Severity::Warning);
    if (role == Qt::ForegroundRole && column == Complete && !completeness(row).isComplete())
        return theme::color(theme::Token::TextSoft);
    return {};
}

QVariant PerformancesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && section == Problems)
        return tr("Problems");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Id:
        return tr("Performance");
    case Formats:
        return tr("Formats");
    case Complete:
        return tr("Complete");
    default:
        break;
    }
    const performances::Field *field = performances::findField(m_fields, memberOf(section));
    return field ? field->label : QString();
}

} // namespace marquee::performance
