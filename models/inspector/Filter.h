// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Inspection.h"

#include <optional>
#include <vector>

namespace marquee::inspector {

/// What of a payload a query picks: JSONPath, a JSON pointer or XPath, as query::select takes it. Looks on another
/// thread, and again when the inspection has read something else.
class Filter : public QObject
{
    Q_OBJECT

public:
    /// More matches are counted, and not kept.
    static constexpr std::size_t MostMatches = 100'000;

    explicit Filter(QObject *parent = nullptr);

    /// Has to outlive the filter, or be taken away again. Null: none.
    void setInspection(const Inspection *inspection);
    /// Empty: everything is shown.
    void setQuery(const QString &query);
    const QString &query() const { return m_query; }
    void stop();

    bool isRunning() const { return m_worker.isRunning(); }
    /// There is a query, and what it picks is known. matches() may be empty all the same.
    bool isActive() const { return m_isActive; }
    const std::vector<payload::Path> &matches() const { return m_matches; } ///< in the order in which they were picked
    std::size_t count() const { return m_count; } ///< of all
    /// What an XPath comes to, where that is a number, a text or true and false instead of places.
    const std::optional<QString> &value() const { return m_value; }
    const QString &note() const { return m_note; } ///< what to know of a query that is right all the same; mostly empty
    /// What is wrong with the query, in words; empty where nothing is.
    const QString &problem() const { return m_problem; }
    int problemAt() const { return m_problemAt; } ///< at which character, from 1; 0: not known

Q_SIGNALS:
    void changed(); ///< the matches are others, or the problem is
    void runningChanged();

private:
    void look();
    void clear();

    const Inspection *m_inspection = nullptr;
    QString m_query;
    bool m_isActive = false;
    std::vector<payload::Path> m_matches;
    std::size_t m_count = 0;
    std::optional<QString> m_value;
    QString m_note;
    QString m_problem;
    int m_problemAt = 0;
    Worker m_worker;
};

} // namespace marquee::inspector
