// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/TextSearch.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace marquee::preview {

/// Finds and counts in a text on the window's own thread, in slices of a few milliseconds, so that no size blocks it.
class Finder : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t MostHits = 1'000'000; ///< counted; more are found all the same

    explicit Finder(QObject *parent = nullptr);

    /// Another text: counts anew, a little later, and looks for nothing until it is asked.
    void setText(const payload::Text &text);
    /// Looks for the first hit at or behind an offset, around the end if need be, and then counts. An empty needle
    /// stops.
    void search(const QByteArray &needle, bool matchCase, std::uint32_t from);
    /// The next hit behind an offset, or the last in front of it; around the ends.
    void next(std::uint32_t behind);
    void previous(std::uint32_t before);
    void stop();

    /// How many were counted so far; all where isCounting() is false.
    std::size_t count() const { return m_hits.size(); }
    bool isCounting() const { return m_counting; }
    bool isSeeking() const { return m_left > 0; }
    bool isSearching() const { return !m_search.isEmpty(); }
    /// Which of them begins at that offset, from 1; 0 where that isn't known.
    std::size_t numberOf(std::uint32_t offset) const;

Q_SIGNALS:
    void found(quint32 begin, quint32 end);
    void progressed(); ///< the count is another, or the search came to its end

private:
    void seek(std::uint32_t from, bool forwards);
    void seekOn();
    void countOn();
    void work();

    payload::Text m_text;
    TextSearch m_search;
    QTimer m_timer; ///< no interval: whenever the window has nothing else to do
    QTimer m_again; ///< until the text has been quiet for a moment

    std::vector<std::uint32_t> m_hits; ///< in order
    std::uint32_t m_counted = 0; ///< hits in front of it are known
    bool m_counting = false;

    std::uint32_t m_at = 0; ///< where the search for one hit goes on
    std::uint32_t m_left = 0; ///< bytes it has yet to look at; 0: it is over
    bool m_forwards = true;
};

} // namespace marquee::preview
