// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callbacks/Callback.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <vector>

namespace marquee::payload {
class Document;
}

namespace marquee::callbacks {

/// One entity of a message.
struct SentEntity
{
    QString entity; ///< "Performance"
    QString id;
    QString siteId;
    payload::Pointer place; ///< in the message's text
};

/// The entities of one message, to find the one that a response speaks of.
class SentEntities
{
public:
    SentEntities() = default;
    /// None where it isn't a message.
    explicit SentEntities(const payload::Document &message);
    static SentEntities read(const QByteArray &message); ///< none where the text can't be read

    const std::vector<SentEntity> &all() const { return m_all; } ///< in the order of the message
    /// By id, siteId and entity. What the response leaves out (entity, siteId) doesn't count, as long as only one
    /// entity fits; nothing where none or several do. What it does say has to be right: the same id of another site is
    /// another performance. The index into all().
    std::optional<std::size_t> find(const Response &response) const;

private:
    void add(const SentEntity &entity);

    std::vector<SentEntity> m_all;
    std::multimap<QString, std::size_t> m_byId;
};

} // namespace marquee::callbacks
