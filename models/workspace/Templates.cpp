// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/Templates.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace marquee::embedded {
extern const std::string_view templateIndex;
extern const std::string_view templatePrimeMovie;
extern const std::string_view templatePrimeEpisode;
extern const std::string_view templatePrimeSeason;
extern const std::string_view templateChannelEpisode;
extern const std::string_view templateChannelSeason;
extern const std::string_view templateFvodFilm;
extern const std::string_view templateTvodFilm;
extern const std::string_view templatePerformance;
extern const std::string_view templatePerformanceCancel;
extern const std::string_view templatePerformanceShare;
extern const std::string_view templatePerformanceHall;
extern const std::string_view templateProductionQuery;
extern const std::string_view templateProductionVenue;
}

namespace marquee::workspace {

using payload::Edit;
using payload::Pointer;

namespace {

std::string_view textOf(const std::string &id)
{
    static const std::map<std::string, std::string_view> texts{
        {"prime-movie", embedded::templatePrimeMovie},         {"prime-episode", embedded::templatePrimeEpisode},
        {"prime-season", embedded::templatePrimeSeason},       {"channel-episode", embedded::templateChannelEpisode},
        {"channel-season", embedded::templateChannelSeason},   {"fvod-film", embedded::templateFvodFilm},
        {"tvod-film", embedded::templateTvodFilm},
        {"performance", embedded::templatePerformance},
        {"performance-cancel", embedded::templatePerformanceCancel},
        {"performance-share", embedded::templatePerformanceShare},
        {"performance-hall", embedded::templatePerformanceHall},
        {"production-query", embedded::templateProductionQuery},
        {"production-venue", embedded::templateProductionVenue},
    };
    const auto found = texts.find(id);
    return found == texts.end() ? std::string_view() : found->second;
}

QString translated(const nlohmann::json &entry, const char *key)
{
    return QCoreApplication::translate("templates", entry.at(key).get<std::string>().c_str());
}

/// Makes it the extract that is wanted. One's own may be a partial extract, or say nothing of it.
std::vector<Edit> editsFor(const payload::Document &document, const Template &from, Extract extract)
{
    const bool isPartial = extract == Extract::Partial;
    const Pointer avail = Pointer().child("avail");
    if (!document.find(avail) || (!isPartial && !from.isOwn)) // whether a message says all of a performance is for its fields to say
        return {};
    const Pointer entry = avail.child("Disposition").child("EntryType");
    const std::string wanted = isPartial ? "\"PartialExtract\"" : "\"FullExtract\"";
    std::vector<Edit> edits;
    if (document.find(entry))
        edits.push_back(Edit::set(entry, wanted));
    else if (document.find(entry.parent()))
        edits.push_back(Edit::insertMember(entry.parent(), "EntryType", wanted, 0));
    else
        edits.push_back(Edit::insertMember(avail, "Disposition", "{\"EntryType\":" + wanted + '}', 1));
    const Pointer windows = avail.child("Transaction");
    for (std::uint32_t i = isPartial ? document.find(windows).size() : 0; i-- > 1;)
        edits.push_back(Edit::remove(windows.child(i)));
    return edits;
}

} // namespace

Expected<Templates> Templates::load()
{
    Templates templates;
    try {
        for (const auto &entry : nlohmann::json::parse(embedded::templateIndex)) {
            Template one;
            one.id = entry.at("id").get<std::string>();
            one.name = translated(entry, "name");
            one.help = translated(entry, "help");
            one.fill = entry.at("fill").get<std::vector<std::string>>();
            one.text = textOf(one.id);
            one.isQuestion = one.id.starts_with("production");
            if (!one.text.empty())
                templates.m_all.push_back(std::move(one));
        }
    } catch (const nlohmann::json::exception &) {
        templates.m_all.clear();
    }
    if (templates.m_all.empty()) {
        Error error;
        error.message = QCoreApplication::translate("Templates", "The templates are missing or broken.");
        error.nextStep = QCoreApplication::translate("Templates", "Install the program anew.");
        return tl::unexpected(error);
    }
    return templates;
}

const Template *Templates::find(std::string_view id) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [id](const Template &t) { return t.id == id; });
    return found == m_all.end() ? m_own->find(id) : &*found;
}

Expected<std::unique_ptr<payload::Document>> Templates::make(const Template &from, Extract extract)
{
    if (from.error)
        return tl::unexpected(*from.error);
    auto document = payload::Document::read(QByteArray::fromStdString(from.text));
    if (!document)
        return document;
    const std::vector<Edit> edits = editsFor(**document, from, extract);
    if (!edits.empty()) {
        if (const auto done = (*document)->apply(edits); !done)
            return tl::unexpected(done.error());
        // What was done to make it is none of the user's steps.
        document = payload::Document::read((*document)->text().toByteArray());
    }
    if (document)
        (*document)->markNeverSaved();
    return document;
}

} // namespace marquee::workspace
