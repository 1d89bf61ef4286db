// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/EpisodesModel.h"

#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

namespace marquee::series {

using namespace Qt::StringLiterals;

void EpisodesModel::setEpisodes(std::vector<Episode> episodes)
{
    beginResetModel();
    m_episodes = std::move(episodes);
    m_checks.assign(m_episodes.size(), std::nullopt);
    endResetModel();
}

void EpisodesModel::setCheck(std::size_t episode, EpisodeCheck check)
{
    m_checks[episode] = std::move(check);
    const int row = static_cast<int>(episode);
    Q_EMIT dataChanged(index(row, Problems), index(row, Problems));
}

rules::Counts EpisodesModel::counts() const
{
    rules::Counts all;
    for (const auto &check : m_checks) {
        if (check)
            all += check->counts;
    }
    return all;
}

QStringList EpisodesModel::problemsOf(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const auto at = static_cast<std::size_t>(row);
    return m_episodes[at].clashes + (m_checks[at] ? m_checks[at]->messages : QStringList());
}

int EpisodesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_episodes.size());
}

int EpisodesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EpisodesModel::problemWords(std::size_t episode) const
{
    if (!m_checks[episode])
        return u"…"_s;
    const rules::Counts &counts = m_checks[episode]->counts;
    QStringList parts;
    if (!m_episodes[episode].clashes.isEmpty())
        parts << tr("taken");
    if (counts.errors > 0)
        parts << tr("%n error(s)", nullptr, static_cast<int>(counts.errors));
    if (counts.warnings > 0)
        parts << tr("%n warning(s)", nullptr, static_cast<int>(counts.warnings));
    return parts.isEmpty() ? tr("none") : parts.join(u" · "_s);
}

QString EpisodesModel::text(const QModelIndex &index) const
{
    const auto at = static_cast<std::size_t>(index.row());
    const Episode &one = m_episodes[at];
    switch (index.column()) {
    case Number:
        return QString::number(one.number);
    case Alid:
        return one.alid;
    case Title:
        return one.title;
    case File:
        return one.fileName;
    default:
        return problemWords(at);
    }
}

QVariant EpisodesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto at = static_cast<std::size_t>(index.row());
    const bool isTaken = !m_episodes[at].clashes.isEmpty();
    if (role == Qt::DisplayRole)
        return text(index);
    if (role == Qt::ToolTipRole)
        return index.column() == Problems ? problemsOf(index.row()).join(u'\n') : text(index);
    if (index.column() != Problems)
        return {};
    const rules::Counts counts = m_checks[at] ? m_checks[at]->counts : rules::Counts();
    const bool hasErrors = isTaken || counts.errors > 0;
    if (role == Qt::ForegroundRole)
        return theme::color(hasErrors ? theme::Token::Error
                : counts.warnings > 0 ? theme::Token::Warning
                                      : theme::Token::TextFaint);
    if (role == Qt::DecorationRole && (hasErrors || counts.warnings > 0))
        return theme::severityIcon(hasErrors ? rules::Severity::Error : rules::Severity::Warning);
    return {};
}

QVariant EpisodesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("No."), tr("Avail ID"), tr("Problems"), tr("Title"), tr("File")};
    return titles.value(section);
}

} // namespace marquee::series
