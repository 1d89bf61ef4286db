// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/Digest.h"

#include <utility>

namespace marquee::inspector {

Digest::Digest(rules::Rulebook book, QObject *parent)
    : QObject(parent)
    , m_book(std::move(book))
{
}

void Digest::setInspection(const Inspection *inspection)
{
    if (m_inspection)
        disconnect(m_inspection, nullptr, this, nullptr);
    m_inspection = inspection;
    if (m_inspection)
        connect(m_inspection, &Inspection::phaseChanged, this, &Digest::forget);
    forget();
}

void Digest::forget()
{
    const auto document = m_inspection ? m_inspection->document() : nullptr;
    if (document && document == m_document)
        return;
    m_worker.stop();
    m_document.reset();
    if (std::exchange(m_summary, std::nullopt))
        Q_EMIT changed();
}

void Digest::want()
{
    const auto document = m_inspection ? m_inspection->document() : nullptr;
    if (!document || document == m_document)
        return;
    m_document = document;
    m_worker.start(
        [this, document, book = m_book, severities = m_severities, reading = m_inspection->reading()](
            Worker::Stop stop) -> Worker::Then {
            const std::scoped_lock lock(*reading);
            if (stop)
                return {};
            auto made = std::make_shared<summary::Summary>(summary::summarise(*document, book, severities));
            return [this, made] {
                m_summary = std::move(*made);
                Q_EMIT changed();
            };
        });
}

} // namespace marquee::inspector
