// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fixture.h"

namespace marquee::test {

/// A production without a problem, with what is said put over it: each change is a member's name and its new JSON; ""
/// takes the member away.
inline QByteArray production(const QList<std::pair<const char *, QByteArray>> &changes = {})
{
    QList<std::pair<QByteArray, QByteArray>> members{
        {"id", "\"B0000000001\""},
        {"name", "\"Night Ferry\""},
        {"productionMedia",
            "{\"imageData\":{\"coverImageUrl\":\"https://pictures.example/nf.jpg\",\"promoImageUrls\":[]},"
            "\"trailerData\":{\"trailerUrls\":[\"https://pictures.example/nf.mp4\"]}}"},
        {"contributors",
            "{\"cast\":[{\"name\":\"Ada Holm\",\"characterName\":\"The pilot\"},{\"name\":\"Ben Orr\"}],"
            "\"crew\":[{\"name\":\"Ida Vale\",\"role\":\"Director\"}]}"},
        {"synopsis", "\"A ferry that never lands.\""},
        {"advisoryRating", "\"PG-13\""},
        {"genres", "[\"Drama\"]"},
        {"runtimeMinutes", "104"},
        {"releaseDate", "\"2026-03-13\""},
        {"atomUserScore", "7.5"},
        {"productionUrl", "\"https://tickets.example/night-ferry\""},
        {"distributor", "\"Lantern Pictures\""},
        {"imdbId", "\"tt0000001\""},
        {"atomProductionId", "\"1001\""},
    };
    for (const auto &[name, json] : changes) {
        const QByteArray wanted = name;
        const auto found
            = std::find_if(members.begin(), members.end(), [&](const auto &m) { return m.first == wanted; });
        if (found == members.end())
            members.append({wanted, json});
        else
            found->second = json;
    }
    QByteArray text;
    for (const auto &[name, json] : members) {
        if (!json.isEmpty())
            text += (text.isEmpty() ? "\"" : ",\"") + name + "\":" + json;
    }
    return '{' + text + '}';
}

inline QByteArray productions(
    const QByteArray &list, const QByteArray &pageInfo = "{\"page\":1,\"pageSize\":25,\"totalPages\":1}")
{
    return "{\"productionDetails\":[" + list + "],\"pageInfo\":" + pageInfo + '}';
}

/// {"ids":["B1","B2",…]}, with more members behind the list where they are given.
inline QByteArray question(int ids, const QByteArray &more = {})
{
    QByteArray list;
    for (int i = 1; i <= ids; ++i)
        list += (i == 1 ? "\"B" : ",\"B") + QByteArray::number(i) + '"';
    return "{\"ids\":[" + list + ']' + (more.isEmpty() ? QByteArray() : ',' + more) + '}';
}

} // namespace marquee::test
