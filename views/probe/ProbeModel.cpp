// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/ProbeModel.h"

#include "exchange/BatchItem.h"
#include "exchanges/Outcomes.h"
#include "shell/theme/Icons.h"

#include <algorithm>

namespace marquee::probe {

using namespace Qt::StringLiterals;
using exchange::ProbeDesk;
using exchange::ProbeResult;
using partners::Outcome;

namespace {

QString outcomeWord(Outcome::Kind kind)
{
    switch (kind) {
    case Outcome::Kind::Accepted:
        return ProbeModel::tr("Accepted");
    case Outcome::Kind::Rejected:
        return ProbeModel::tr("Rejected");
    case Outcome::Kind::Failed:
        return ProbeModel::tr("Failed");
    case Outcome::Kind::Unknown:
        break;
    }
    return ProbeModel::tr("Unknown");
}

} // namespace

ProbeModel::ProbeModel(ProbeDesk &desk, std::shared_ptr<const rules::RuleSet> rules, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(&desk)
    , m_rules(std::move(rules))
{
    connect(&desk, &ProbeDesk::resultsReset, this, &ProbeModel::reset);
    connect(&desk, &ProbeDesk::resultJudged, this, &ProbeModel::judged);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ProbeModel::refreshIcons);
    refreshIcons();
    reset();
}

void ProbeModel::refreshIcons()
{
    for (const auto kind :
        {Outcome::Kind::Accepted, Outcome::Kind::Rejected, Outcome::Kind::Failed, Outcome::Kind::Unknown})
        m_icons[static_cast<std::size_t>(kind)]
            = theme::dotIcon(theme::color(exchanges::lookOf(static_cast<int>(kind)).token));
    m_mark = theme::severityIcon(rules::Severity::Warning);
}

void ProbeModel::setOnlyDisagreements(bool only)
{
    if (m_only == only)
        return;
    m_only = only;
    reset();
}

bool ProbeModel::isBefore(int one, int other) const
{
    const auto &results = m_desk->results();
    const bool first = results[static_cast<std::size_t>(one)].disagrees();
    return first != results[static_cast<std::size_t>(other)].disagrees() ? first : one < other;
}

void ProbeModel::reset()
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; m_desk && i < m_desk->results().size(); ++i) {
        const ProbeResult &result = m_desk->results()[i];
        if (result.isDone && (!m_only || result.disagrees()))
            m_rows.push_back(static_cast<int>(i));
    }
    std::sort(m_rows.begin(), m_rows.end(), [this](int one, int other) { return isBefore(one, other); });
    endResetModel();
}

void ProbeModel::judged(int result)
{
    if (m_only && !m_desk->results()[static_cast<std::size_t>(result)].disagrees())
        return;
    const auto at = std::lower_bound(
        m_rows.begin(), m_rows.end(), result, [this](int one, int other) { return isBefore(one, other); });
    const auto row = static_cast<int>(at - m_rows.begin());
    beginInsertRows({}, row, row);
    m_rows.insert(at, result);
    endInsertRows();
}

const ProbeResult &ProbeModel::result(int row) const
{
    return m_desk->results()[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)])];
}

int ProbeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_desk ? 0 : static_cast<int>(m_rows.size());
}

int ProbeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProbeModel::titleOf(const QString &rule) const
{
    const rules::Rule *known = m_rules->find(rule.toStdString());
    return known ? known->title() : QString();
}

QString ProbeModel::text(const ProbeResult &result, int column) const
{
    switch (column) {
    case Rule:
        return u"%1  %2"_s.arg(result.variant.rule, titleOf(result.variant.rule));
    case Ours:
        return result.variant.isRefusedByUs                       ? tr("Error")
            : result.variant.severity == rules::Severity::Warning ? tr("Warning only")
                                                                  : tr("Hint only");
    case Partner:
        return outcomeWord(result.partner.kind);
    default:
        return exchange::itemMessage(result.partner).simplified();
    }
}

QVariant ProbeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ProbeResult &at = result(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(at, index.column());
    case Qt::ToolTipRole: {
        const QString disagreement = !at.disagrees() ? QString()
            : at.variant.isRefusedByUs               ? tr("We find fault with it, the partner doesn't.")
                                                     : tr("The partner finds fault with it, we don't.");
        const QString also = at.variant.also.isEmpty()
            ? QString()
            : tr("It breaks these as well: %1.").arg(at.variant.also.join(u", "_s));
        QStringList lines{index.column() == Message ? exchange::itemMessage(at.partner) : titleOf(at.variant.rule),
            disagreement, also};
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case Qt::DecorationRole:
        if (index.column() == Rule && at.disagrees())
            return m_mark;
        if (index.column() == Ours)
            return theme::severityIcon(at.variant.isRefusedByUs ? rules::Severity::Error : at.variant.severity);
        return index.column() == Partner ? QVariant(m_icons[static_cast<std::size_t>(at.partner.kind)]) : QVariant();
    case Qt::AccessibleDescriptionRole:
    case DisagreesRole:
        return role == DisagreesRole ? QVariant(at.disagrees())
                                     : QVariant(at.disagrees() ? tr("We and the partner disagree.") : QString());
    default:
        return {};
    }
}

QVariant ProbeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    return section == Rule   ? tr("Rule that the variant breaks")
        : section == Ours    ? tr("We say")
        : section == Partner ? tr("The partner says")
                             : tr("In its words");
}

} // namespace marquee::probe
