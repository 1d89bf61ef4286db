// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Edit.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace marquee::catalog {
class Catalog;
}
namespace marquee::payload {
class Document;
}

namespace marquee::rules {

/// The members of an Asset that carry a title's details; exactly one stands (MDDF Avails v2.6, a choice).
inline constexpr std::array<std::string_view, 5> metadataBlocks{"Metadata", "EpisodeMetadata", "SeasonMetadata",
                                                                "SeriesMetadata", "VolumeMetadata"};

/// The block that a work type has: Movie and Short have Metadata, Episode has EpisodeMetadata and so on. Empty where no
/// source says (MovieLabs avails structure v2.6.1).
std::string_view metadataBlockOf(std::string_view workType);

/// The edits that give an asset that block and no other: titles, season and series move over, what has no place in the new
/// block stays behind with the old one only where the two are the same block.
std::vector<payload::Edit> switchMetadata(const payload::Document &document, const payload::Pointer &asset,
                                          std::string_view block, const catalog::Catalog &catalog);

} // namespace marquee::rules
