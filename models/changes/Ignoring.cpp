// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/Ignoring.h"

#include "payload/Pointer.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::changes {

Expected<Ignoring> Ignoring::parse(const QStringList &members)
{
    Ignoring ignoring;
    if (members.size() > Most) {
        return tl::unexpected(makeError(Error::Code::TooLarge,
            QCoreApplication::translate("changes", "More than %1 members are to be left out.").arg(Most),
            QCoreApplication::translate("changes", "Use * for the items of a list: /avail/Transaction/*/Start.")));
    }
    for (const QString &member : members) {
        const std::string text = member.trimmed().toStdString();
        if (text.empty())
            continue;
        if (text.front() != '/') {
            ignoring.m_names.insert(text);
            continue;
        }
        const auto pointer = payload::Pointer::parse(text);
        if (!pointer)
            return tl::unexpected(pointer.error());
        std::vector<std::string> tokens;
        for (const payload::Pointer::Token &token : pointer->tokens)
            tokens.push_back(token.text);
        ignoring.m_patterns.push_back(std::move(tokens));
    }
    return ignoring;
}

Ignoring::Place Ignoring::root() const
{
    Place place;
    for (std::size_t i = 0; i < m_patterns.size(); ++i)
        place.fitting.append(static_cast<std::uint16_t>(i));
    return place;
}

Ignoring::Place Ignoring::step(const Place &place, std::string_view token) const
{
    Place next;
    next.depth = static_cast<std::uint16_t>(place.depth + 1);
    for (const std::uint16_t pattern : place.fitting) {
        const auto &tokens = m_patterns[pattern];
        if (tokens.size() > place.depth && (tokens[place.depth] == "*" || tokens[place.depth] == token))
            next.fitting.append(pattern);
    }
    return next;
}

Ignoring::Place Ignoring::member(const Place &place, std::string_view name) const
{
    return place.fitting.isEmpty() ? Place() : step(place, name);
}

Ignoring::Place Ignoring::item(const Place &place, std::uint32_t index) const
{
    return place.fitting.isEmpty() ? Place() : step(place, std::to_string(index));
}

bool Ignoring::leavesOut(const Place &place) const
{
    return std::any_of(place.fitting.begin(), place.fitting.end(),
        [&](std::uint16_t pattern) { return m_patterns[pattern].size() == place.depth; });
}

} // namespace marquee::changes
