// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/Filter.h"

#include "query/Query.h"

#include <utility>

namespace marquee::inspector {

Filter::Filter(QObject *parent)
    : QObject(parent)
{
    connect(&m_worker, &Worker::runningChanged, this, &Filter::runningChanged);
}

void Filter::setInspection(const Inspection *inspection)
{
    if (m_inspection)
        disconnect(m_inspection, nullptr, this, nullptr);
    m_inspection = inspection;
    if (m_inspection)
        connect(m_inspection, &Inspection::phaseChanged, this, &Filter::look);
    look();
}

void Filter::setQuery(const QString &query)
{
    const QString trimmed = query.trimmed();
    if (trimmed == m_query)
        return;
    m_query = trimmed;
    look();
}

void Filter::stop()
{
    m_worker.stop();
}

void Filter::clear()
{
    m_isActive = false;
    m_matches = {};
    m_count = 0;
    m_value.reset();
    m_note.clear();
    m_problem.clear();
    m_problemAt = 0;
}

void Filter::look()
{
    m_worker.stop();
    const auto document = m_inspection ? m_inspection->document() : nullptr;
    if (m_query.isEmpty() || !document) {
        const bool was = m_isActive || !m_problem.isEmpty();
        clear();
        if (was)
            Q_EMIT changed();
        return;
    }
    // What was picked before stays in sight until what is picked now is known.
    m_worker.start(
        [this, document, query = m_query, reading = m_inspection->reading()](Worker::Stop stop) -> Worker::Then {
            const std::scoped_lock lock(*reading);
            if (stop)
                return {};
            auto found = query::select(*document, query, {&stop, MostMatches});
            if (!found) {
                return [this, error = found.error()] {
                    clear();
                    m_problem = sentence(error);
                    m_problemAt = error.place ? static_cast<int>(error.place->column) : 0;
                    Q_EMIT changed();
                };
            }
            auto made = std::make_shared<query::Found>(std::move(*found));
            return [this, made] {
                clear();
                m_isActive = true;
                m_matches = std::move(made->places);
                m_count = made->total;
                m_value = std::move(made->value);
                m_note = std::move(made->note);
                Q_EMIT changed();
            };
        });
}

} // namespace marquee::inspector
