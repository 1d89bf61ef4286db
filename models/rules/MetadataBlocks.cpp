// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/MetadataBlocks.h"

#include "catalog/Catalog.h"
#include "payload/Document.h"
#include "payload/JsonText.h"
#include "rules/Wording.h"

#include <optional>

namespace marquee::rules {

using payload::Edit;
using payload::Value;

namespace {

/// What the details of any work type have in common, as JSON.
struct Common
{
    std::optional<std::string> title; ///< the list of the work's own titles
    std::optional<std::string> contentId;
    std::optional<std::string> season; ///< SeasonMetadata, without the series that may stand in it
    std::optional<std::string> series; ///< SeriesMetadata
};

std::optional<std::string> rawOf(const Value &object, std::string_view name)
{
    const Value value = object.member(name);
    return value ? std::optional(value.raw()) : std::nullopt;
}

class ObjectText
{
public:
    void add(std::string_view name, const std::optional<std::string> &json)
    {
        if (json)
            m_text += (m_text.empty() ? "" : ",") + payload::encodeJsonString(name) + ':' + *json;
    }
    /// The members of another object.
    void addAll(std::string_view object)
    {
        const std::string_view members = object.substr(1, object.size() - 2);
        if (!members.empty())
            m_text += (m_text.empty() ? "" : ",") + std::string(members);
    }
    std::string text() const { return '{' + m_text + '}'; }

private:
    std::string m_text;
};

/// A season's own members, where it is an object at all.
std::optional<std::string> seasonOf(const Value &season)
{
    if (!season.isObject())
        return std::nullopt;
    ObjectText own;
    std::string scratch;
    for (std::uint32_t i = 0; i < season.size(); ++i) {
        const std::string name(season.at(i).name(scratch));
        if (name != "SeriesMetadata")
            own.add(name, season.at(i).raw());
    }
    return own.text();
}

Common commonOf(std::string_view block, const Value &details)
{
    Common common;
    if (block == "SeasonMetadata") {
        common.title = rawOf(details, "SeasonTitleInternalAlias");
        common.contentId = rawOf(details, "SeasonContentID");
        common.season = seasonOf(details);
        common.series = rawOf(details, "SeriesMetadata");
    } else if (block == "SeriesMetadata") {
        common.title = rawOf(details, "SeriesTitleInternalAlias");
        common.contentId = rawOf(details, "SeriesContentID");
        common.series = details.raw();
    } else {
        common.title = rawOf(details, "TitleInternalAlias");
        common.season = seasonOf(details.member("SeasonMetadata"));
        common.series = rawOf(details, "SeriesMetadata");
        if (!common.series)
            common.series = rawOf(details.member("SeasonMetadata"), "SeriesMetadata");
    }
    return common;
}

std::string detailsFrom(const Common &common, std::string_view block, const std::string &contentId)
{
    const std::string emptyTitles = "[\"\"]";
    const std::string id = common.contentId.value_or(contentId);
    ObjectText details;
    if (block == "SeasonMetadata") {
        if (common.season) {
            details.addAll(*common.season);
        } else {
            details.add("SeasonContentID", id);
            details.add("SeasonTitleInternalAlias", common.title.value_or(emptyTitles));
            details.add("SeasonNumber", "{\"Number\":1}");
        }
        details.add("SeriesMetadata", common.series);
    } else if (block == "SeriesMetadata") {
        if (common.series)
            return *common.series;
        details.add("SeriesContentID", id);
        details.add("SeriesTitleInternalAlias", common.title.value_or(emptyTitles));
    } else {
        details.add("TitleInternalAlias", common.title.value_or(emptyTitles));
        if (block == "EpisodeMetadata") {
            details.add("EpisodeNumber", "{\"Number\":1}");
            details.add("SeasonMetadata", common.season);
            details.add("SeriesMetadata", common.series);
        }
    }
    return details.text();
}

} // namespace

std::string_view metadataBlockOf(std::string_view workType)
{
    if (workType == "Movie" || workType == "Short")
        return "Metadata";
    if (workType == "Episode")
        return "EpisodeMetadata";
    if (workType == "Season")
        return "SeasonMetadata";
    return workType == "Series" ? "SeriesMetadata" : std::string_view();
}

std::vector<Edit> switchMetadata(const payload::Document &document, const payload::Pointer &asset, std::string_view block,
                                 const catalog::Catalog &catalog)
{
    const Value object = document.find(asset);
    std::vector<Edit> edits;
    Common common;
    bool stands = false;
    for (const std::string_view name : metadataBlocks) {
        const Value details = object.member(name);
        if (!details)
            continue;
        if (name == block) {
            stands = true;
            continue;
        }
        if (!common.title)
            common = commonOf(name, details);
        edits.push_back(Edit::remove(asset.child(name)));
    }
    if (stands)
        return edits;
    const std::string contentId = rawOf(object, "_contentID").value_or("\"\"");
    // The new block comes first, while the places of the old ones still hold.
    edits.insert(edits.begin(), Edit::insertMember(asset, std::string(block), detailsFrom(common, block, contentId),
                                                   placeFor(object, *catalog.type("Asset"), block)));
    return edits;
}

} // namespace marquee::rules
