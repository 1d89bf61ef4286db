// SPDX-License-Identifier: GPL-3.0-or-later
#include "avail/WindowsModel.h"

#include "catalog/DateTime.h"
#include "rules/CountWords.h"
#include "shell/theme/Icons.h"
#include "workspace/OpenDocument.h"

#include <QLocale>

#include <limits>
#include <utility>

namespace marquee::avail {

using namespace Qt::StringLiterals;
using payload::Value;

namespace {

QString said(const Value &value)
{
    if (value.isString())
        return QString::fromStdString(value.string());
    return value ? QString::fromStdString(value.raw()) : QString();
}

/// The day, in UTC; what doesn't read as a moment stays as it is written.
QString day(const Value &value)
{
    const auto moment = catalog::DateTime::parse(value.string());
    if (!moment)
        return said(value);
    const QString reading = catalog::DateTime::reading(moment->epochSeconds);
    const bool midnight = moment->epochSeconds % 86400 == 0;
    return midnight ? reading.left(reading.lastIndexOf(u' ')) : reading;
}

Value termNamed(const Value &window, std::string_view name)
{
    const Value terms = window.member("Terms");
    std::string scratch;
    for (std::uint32_t i = 0; i < terms.size(); ++i) {
        if (terms.at(i).member("_termName").string(scratch) == name)
            return terms.at(i);
    }
    return {};
}

/// Whom a window is for: its channel, or what it costs.
QString channelOrPrice(const Value &window)
{
    if (const Value channel = termNamed(window, "ChannelIdentity"))
        return said(channel.member("Text"));
    for (const char *price : {"SRP", "WSP"}) {
        if (const Value money = termNamed(window, price).member("Money"))
            return said(money.member("value")) + u' ' + said(money.member("_currency"));
    }
    return {};
}

} // namespace

WindowsModel::WindowsModel(std::shared_ptr<const catalog::Vocabularies> vocabularies, QObject *parent)
    : RowsModel(parent)
    , m_vocabularies(std::move(vocabularies))
{
}

Value WindowsModel::windows() const
{
    return m_document && m_document->isPayload() ? m_document->payload().root().member("avail").member("Transaction") : Value();
}

void WindowsModel::setDocument(workspace::OpenDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    if (document) {
        connect(document, &workspace::OpenDocument::changed, this, &WindowsModel::follow);
        connect(document, &workspace::OpenDocument::problemsChanged, this, &WindowsModel::problemsMayDiffer);
    }
    resetRows(static_cast<int>(windows().size()));
}

void WindowsModel::follow(const payload::Change &change)
{
    followList(change, m_document->payload().pathOf(payload::Pointer().child("avail").child("Transaction")), static_cast<int>(windows().size()));
    problemsMayDiffer();
}

void WindowsModel::problemsMayDiffer()
{
    // Overlaps and the like are found in windows that nobody touched, and change the sum. Only what is in sight is asked again.
    const rules::Counts counts = m_document->counts();
    if (std::exchange(m_counts, counts) == counts)
        return;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Problems), index(rowCount() - 1, Problems));
}

int WindowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString WindowsModel::text(int row, int column) const
{
    const Value window = windows().at(static_cast<std::uint32_t>(row));
    switch (column) {
    case Id: {
        const QString id = said(window.member("_TransactionID"));
        return id.isEmpty() ? tr("no ID") : id;
    }
    case Licence:
        return said(window.member("LicenseType"));
    case Territory: {
        const Value list = window.member("Territory");
        QStringList names;
        for (std::uint32_t i = 0; i < list.size(); ++i) {
            const std::string code = list.at(i).member("country").string();
            const catalog::Code *country = m_vocabularies->find(catalog::Vocabularies::List::Countries, code);
            names << (country && list.size() == 1 ? country->name() : QString::fromStdString(code));
        }
        return names.join(u", "_s);
    }
    case Format:
        return said(window.member("FormatProfile").member("value"));
    case Start:
        return day(window.member("Start"));
    case End:
        return day(window.member("End"));
    case Channel:
        return channelOrPrice(window);
    default:
        return {};
    }
}

QString WindowsModel::line(int row) const
{
    QString line;
    for (int column = Id; column < ColumnCount; ++column)
        line += text(row, column) + u'\n';
    // A territory is looked for by its code as well.
    const Value list = windows().at(static_cast<std::uint32_t>(row)).member("Territory");
    for (std::uint32_t i = 0; i < list.size(); ++i)
        line += said(list.at(i).member("country")) + u'\n';
    return line.toLower();
}

qint64 WindowsModel::sortNumber(int row, int column) const
{
    if (column == Problems) {
        const rules::Counts counts = m_document->validator().windowCounts(static_cast<std::uint32_t>(row));
        return -(counts.errors * 1'000'000LL + counts.warnings * 1000LL + counts.hints); // the worst first
    }
    const Value window = windows().at(static_cast<std::uint32_t>(row));
    const auto moment = catalog::DateTime::parse(window.member(column == Start ? "Start" : "End").string());
    return moment ? moment->epochSeconds : std::numeric_limits<qint64>::min();
}

bool WindowsModel::isEditable() const
{
    return m_document && m_document->isEditable();
}

QVariant WindowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_document || index.row() >= rowCount())
        return {};
    if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && index.column() != Problems))
        return text(index.row(), index.column());
    const bool asksForProblems = role == ErrorsRole || role == WarningsRole || role == CountRole
        || (index.column() == Problems && (role == Qt::DecorationRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole));
    if (!asksForProblems)
        return {};
    const rules::Counts counts = m_document->validator().windowCounts(static_cast<std::uint32_t>(index.row()));
    switch (role) {
    case ErrorsRole:
        return counts.errors;
    case WarningsRole:
        return counts.warnings;
    case CountRole:
        return counts.total();
    case Qt::DecorationRole:
        if (counts.errors > 0)
            return theme::severityIcon(rules::Severity::Error);
        if (counts.warnings > 0)
            return theme::severityIcon(rules::Severity::Warning);
        return counts.hints > 0 ? QVariant(theme::severityIcon(rules::Severity::Hint)) : QVariant();
    default:
        return counts.total() == 0 ? QVariant() : QVariant(rules::countsInWords(counts));
    }
}

QVariant WindowsModel::headerData(int section, Qt::Orientation orientation, int role) const
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
        return tr("Window");
    case Licence:
        return tr("Licence");
    case Territory:
        return tr("Territory");
    case Format:
        return tr("Format");
    case Start:
        return tr("Start (UTC)");
    case End:
        return tr("End (UTC)");
    case Channel:
        return tr("Channel or price");
    default:
        return {};
    }
}

} // namespace marquee::avail
