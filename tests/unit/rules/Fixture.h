// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"
#include "rules/Validator.h"
#include "rules/Wording.h"

#include <QByteArray>
#include <QStringList>

namespace marquee::test {

/// 2026-06-01T00:00:00Z: what time it is in tests.
inline std::int64_t fixedClock()
{
    return 1780272000;
}

inline const rules::Rulebook &rulebook()
{
    static const rules::Rulebook book = rules::Rulebook::load().value();
    return book;
}

/// A window without a problem, of a film to rent, with what is said put over it: each change is a member's name and its new
/// JSON; "" takes the member away.
inline QByteArray window(const QList<std::pair<const char *, QByteArray>> &changes = {})
{
    QList<std::pair<QByteArray, QByteArray>> members{
        {"_TransactionID", "\"w1\""},
        {"LicenseType", "\"VOD\""},
        {"Territory", "[{\"country\":\"US\"}]"},
        {"FormatProfile", "{\"value\":\"HD\"}"},
        {"Start", "\"2027-01-01T00:00:00Z\""},
        {"End", "\"2028-01-01T00:00:00Z\""},
        {"AssetLanguage", "[{\"value\":\"en-US\"}]"},
        {"Terms",
         "[{\"_termName\":\"SRP\",\"Money\":{\"value\":4.99,\"_currency\":\"USD\"}},"
         "{\"_termName\":\"RentalDuration\",\"Duration\":\"PT720H\"},"
         "{\"_termName\":\"WatchDuration\",\"Duration\":\"PT48H\"}]"},
    };
    for (const auto &[name, json] : changes) {
        const QByteArray wanted = name;
        const auto found = std::find_if(members.begin(), members.end(), [&](const auto &m) { return m.first == wanted; });
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

/// Terms of a window: the given ones behind those that a rental needs, or alone.
inline QByteArray rentalTerms(const QByteArray &more)
{
    return "[{\"_termName\":\"SRP\",\"Money\":{\"value\":4.99,\"_currency\":\"USD\"}},"
           "{\"_termName\":\"RentalDuration\",\"Duration\":\"PT720H\"},"
           "{\"_termName\":\"WatchDuration\",\"Duration\":\"PT48H\"}"
        + (more.isEmpty() ? QByteArray() : ',' + more) + ']';
}

inline QByteArray avail(const QByteArray &windows, const QByteArray &asset = {}, const QByteArray &entry = "FullExtract",
                        const QByteArray &id = "NF-1")
{
    const QByteArray usual = "{\"_contentID\":\"" + id
        + "\",\"WorkType\":\"Movie\",\"Metadata\":{\"TitleInternalAlias\":[\"Night Ferry\"]}}";
    return "{\"avail\":{\"ALID\":\"" + id + "\",\"Disposition\":{\"EntryType\":\"" + entry
        + "\"},\"Licensor\":{\"DisplayName\":\"Lantern Pictures\"},\"Asset\":[" + (asset.isEmpty() ? usual : asset)
        + "],\"Transaction\":[" + windows + "]}}";
}

inline std::unique_ptr<payload::Document> read(const QByteArray &text)
{
    return payload::Document::read(text).value();
}

/// What validation says of a text: "AV101 error /avail/Transaction/0/End" a problem.
inline QStringList problemsOf(const rules::Validator &validator)
{
    QStringList lines;
    for (const rules::Problem &problem : validator.problems())
        lines << QLatin1StringView(problem.rule->info().id) + QLatin1Char(' ') + rules::severityName(problem.severity)
                + QLatin1Char(' ')
                + QString::fromStdString(validator.document().pointerTo(problem.path).toString());
    return lines;
}

} // namespace marquee::test
