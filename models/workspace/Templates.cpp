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
    };
    const auto found = texts.find(id);
    return found == texts.end() ? std::string_view() : found->second;
}

QString translated(const nlohmann::json &entry, const char *key)
{
    return QCoreApplication::translate("templates", entry.at(key).get<std::string>().c_str());
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
    return found == m_all.end() ? nullptr : &*found;
}

Expected<std::unique_ptr<payload::Document>> Templates::make(const Template &from, Extract extract)
{
    std::string text = from.text;
    if (extract == Extract::Partial) {
        auto scratch = payload::Document::read(QByteArray::fromStdString(text));
        if (!scratch)
            return tl::unexpected(scratch.error());
        const Pointer windows = Pointer().child("avail").child("Transaction");
        std::vector<Edit> edits{Edit::set(Pointer().child("avail").child("Disposition").child("EntryType"), "\"PartialExtract\"")};
        for (std::uint32_t i = (*scratch)->find(windows).size(); i-- > 1;)
            edits.push_back(Edit::remove(windows.child(i)));
        if (const auto done = (*scratch)->apply(edits); !done)
            return tl::unexpected(done.error());
        text = (*scratch)->text().toByteArray().toStdString();
    }
    auto document = payload::Document::read(QByteArray::fromStdString(text));
    if (document)
        (*document)->markNeverSaved();
    return document;
}

} // namespace marquee::workspace
