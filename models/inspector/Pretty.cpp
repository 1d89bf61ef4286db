// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/Pretty.h"

#include "inspector/QueryFor.h"
#include "payload/JsonLayout.h"
#include "payload/Layout.h"

#include <algorithm>

namespace marquee::inspector {

Pretty::Pretty(QObject *parent)
    : QObject(parent)
{
}

void Pretty::setInspection(const Inspection *inspection, const Filter *filter)
{
    if (m_inspection)
        disconnect(m_inspection, nullptr, this, nullptr);
    if (m_filter)
        disconnect(m_filter, nullptr, this, nullptr);
    m_inspection = inspection;
    m_filter = filter;
    if (m_inspection)
        connect(m_inspection, &Inspection::phaseChanged, this, &Pretty::forget);
    if (m_filter)
        connect(m_filter, &Filter::changed, this, &Pretty::forget);
    forget();
}

void Pretty::forget()
{
    m_worker.stop();
    const bool was = m_isThere || m_isWanted;
    m_isThere = false;
    m_isWanted = false;
    m_isCut = false;
    m_text = {};
    if (was)
        Q_EMIT changed();
}

void Pretty::want()
{
    if (m_isWanted || !m_inspection || !m_inspection->document())
        return;
    m_isWanted = true;
    if (m_filter && m_filter->isActive()) {
        const std::size_t count = std::min(m_filter->matches().size(), MostMatches);
        const std::vector<payload::Path> paths(
            m_filter->matches().begin(), m_filter->matches().begin() + static_cast<std::ptrdiff_t>(count));
        const bool isMore = m_filter->count() > count;
        m_worker.start([this, snapshot = m_inspection->snapshot(), paths, isMore](Worker::Stop stop) -> Worker::Then {
            bool isCut = false;
            const payload::Text text(layOutMatches(snapshot, paths, isCut, stop));
            return [this, text, all = !isCut && !isMore] { take(text, !all); };
        });
        return;
    }
    m_worker.start([this, bytes = m_inspection->bytes()](Worker::Stop) -> Worker::Then {
        const payload::Text text(payload::canonicalLayout(bytes));
        return [this, text] { take(text, false); };
    });
}

void Pretty::take(payload::Text text, bool isCut)
{
    m_text = std::move(text);
    m_isCut = isCut;
    m_isThere = true;
    Q_EMIT changed();
}

QByteArray layOutMatches(
    const Snapshot &snapshot, const std::vector<payload::Path> &paths, bool &isCut, const std::atomic<bool> &stop)
{
    isCut = false;
    std::string scratch;
    std::string all;
    const payload::Value root = snapshot.root();
    const bool isXml = snapshot.isXml();
    bool isFirst = true;
    for (const payload::Path &path : paths) {
        const payload::Value value = valueAt(root, path);
        if (stop || !value)
            continue;
        const std::string_view part = snapshot.text.view(value.begin(), value.end(), scratch);
        if (static_cast<qsizetype>(all.size() + part.size()) > Pretty::MostBytes) {
            isCut = true;
            break;
        }
        if (!isFirst)
            all.append(isXml ? "\n" : ",");
        all.append(part);
        isFirst = false;
    }
    // Of XML the pieces are shown as they stand: one below the other they are no document that could be laid out.
    if (isXml)
        return QByteArray::fromStdString(all);
    std::string list = "[";
    list.append(all).append("]");
    return QByteArray::fromStdString(payload::layOut(list, payload::JsonStyle::canonical()));
}

} // namespace marquee::inspector
