// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/EpisodeCheck.h"
#include "series/EpisodeMaker.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace marquee::series {

/// Episodes as they would be made, and what the rules say of each that was looked at.
class EpisodesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Number,
        Alid,
        Problems,
        Title,
        File,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setEpisodes(std::vector<Episode> episodes);
    void setCheck(std::size_t episode, EpisodeCheck check);

    const std::vector<Episode> &episodes() const { return m_episodes; }
    bool isChecked(std::size_t episode) const { return m_checks[episode].has_value(); }
    /// Errors and warnings of those that were looked at.
    rules::Counts counts() const;
    /// What is wrong with an episode, in whole sentences.
    QStringList problemsOf(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const QModelIndex &index) const;
    QString problemWords(std::size_t episode) const;

    std::vector<Episode> m_episodes;
    std::vector<std::optional<EpisodeCheck>> m_checks;
};

} // namespace marquee::series
