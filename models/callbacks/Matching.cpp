// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/Matching.h"

#include "payload/Document.h"

namespace marquee::callbacks {

using namespace Qt::StringLiterals;
using payload::Pointer;
using payload::Value;

namespace {

QString attribute(const Value &value, std::string_view name)
{
    return QString::fromStdString(value.member(name).string()).trimmed();
}

bool fits(const SentEntity &sent, const Response &response)
{
    return (response.entity.isEmpty() || sent.entity.compare(response.entity, Qt::CaseInsensitive) == 0)
        && (response.siteId.isEmpty() || sent.siteId == response.siteId)
        && (response.id.isEmpty() || sent.id == response.id);
}

} // namespace

SentEntities::SentEntities(const payload::Document &message)
{
    if (!message.isXml() || message.root().size() != 1)
        return;
    const Value root = message.root().at(0);
    std::string scratch;
    const Pointer place = Pointer().child(std::string(root.name(scratch)));
    std::map<std::string, std::uint32_t> seen;
    for (std::uint32_t i = 0; i < root.size(); ++i) {
        const Value container = root.at(i);
        const std::string name(container.name(scratch));
        const std::uint32_t occurrence = seen[name]++;
        if (!container.isObject())
            continue;
        for (std::uint32_t k = 0; k < container.size(); ++k) {
            const Value list = container.at(k);
            if (!list.isArray())
                continue;
            const std::string item(list.name(scratch));
            const Pointer items = place.child(name, occurrence).child(item);
            for (std::uint32_t n = 0; n < list.size(); ++n)
                add({QString::fromStdString(item), attribute(list.at(n), "@id"), attribute(list.at(n), "@siteId"),
                    items.child(n)});
        }
    }
}

SentEntities SentEntities::read(const QByteArray &message)
{
    if (message.isEmpty())
        return {};
    const auto document = payload::Document::read(message);
    return document ? SentEntities(**document) : SentEntities();
}

void SentEntities::add(const SentEntity &entity)
{
    m_byId.emplace(entity.id, m_all.size());
    m_all.push_back(entity);
}

std::optional<std::size_t> SentEntities::find(const Response &response) const
{
    std::optional<std::size_t> found;
    if (response.id.isEmpty()) {
        // It says of nothing in particular what became of it: clear only where there is one entity.
        return m_all.size() == 1 && fits(m_all.front(), response) ? std::optional<std::size_t>(0) : std::nullopt;
    }
    const auto [first, last] = m_byId.equal_range(response.id);
    for (auto it = first; it != last; ++it) {
        if (!fits(m_all[it->second], response))
            continue;
        if (found)
            return std::nullopt;
        found = it->second;
    }
    return found;
}

} // namespace marquee::callbacks
