// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Context.h"
#include "series/EpisodePattern.h"
#include "series/EpisodeSource.h"

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace marquee::series {

/// What is taken already, so that an episode may not be called the same.
struct Taken
{
    QSet<QString> alids; ///< of the workspace's avails
    QSet<QString> files; ///< names of the files of the folder that is written to: "a.json"; case doesn't count
};

struct Episode
{
    int number = 1;
    QString alid;
    QString contentId;
    QString title;
    QString fileName; ///< with ".json"; nothing in it that a file's name can't hold
    QStringList clashes; ///< whole sentences
    bool isIdTwice = false; ///< two of the episodes have this ALID, or it is that of what they are made of
    bool isFileTaken = false; ///< a file of that name stands, or two of them would be called so
    QByteArray text; ///< the payload; empty until it is made
};

/// Episodes of one avail by a pattern: first what they are called, at once, then the text of each. The document has to
/// stay as it is meanwhile. One thread.
class EpisodeMaker
{
public:
    /// Errors: as readSource; Invalid for a pattern that can't be filled in, leaves an ID empty or counts beyond
    /// MostEpisodes.
    static Expected<EpisodeMaker> plan(const rules::Context &context, const EpisodePattern &pattern,
        const QStringList &titles, const Taken &taken = {});

    const EpisodeSource &source() const { return m_source; }
    const std::vector<Episode> &episodes() const { return m_episodes; } ///< without their text
    /// What is to be looked at, whole sentences.
    const QStringList &remarks() const { return m_remarks; }

    /// The payload of one; window IDs that are random are others each time.
    Expected<QByteArray> text(std::size_t episode) const;

private:
    EpisodeMaker(const rules::Context &context, EpisodePattern pattern, EpisodeSource source)
        : m_context(context)
        , m_pattern(std::move(pattern))
        , m_source(std::move(source))
    {
    }
    Expected<Episode> called(int number, const QString &title) const;
    Expected<void> checkWindowIds() const;
    void findClashes(const Taken &taken);

    rules::Context m_context;
    EpisodePattern m_pattern;
    EpisodeSource m_source;
    QStringList m_titles;
    std::vector<Episode> m_episodes;
    QStringList m_remarks;
};

/// All of them with their text.
struct Episodes
{
    std::vector<Episode> episodes;
    QStringList remarks;
};
Expected<Episodes> makeEpisodes(
    const rules::Context &context, const EpisodePattern &pattern, const QStringList &titles, const Taken &taken = {});

} // namespace marquee::series
