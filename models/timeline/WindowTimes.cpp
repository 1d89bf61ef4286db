// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/WindowTimes.h"

#include "catalog/DateTime.h"

#include <algorithm>
#include <functional>
#include <string_view>

namespace marquee::timeline {

using payload::Value;

namespace {

std::optional<std::int64_t> momentOf(const Value &value)
{
    std::string scratch;
    const auto moment = catalog::DateTime::parse(value.string(scratch));
    return moment ? std::optional(moment->epochSeconds) : std::nullopt;
}

std::string channelOf(const Value &window)
{
    const Value terms = window.member("Terms");
    std::string scratch;
    for (std::uint32_t i = 0; terms.isArray() && i < terms.size(); ++i) {
        if (terms.at(i).member("_termName").string(scratch) == "ChannelIdentity")
            return terms.at(i).member("Text").string();
    }
    return {};
}

} // namespace

WindowTimes readWindow(const Value &window)
{
    WindowTimes read;
    read.id = window.member("_TransactionID").string();
    read.licence = window.member("LicenseType").string();
    const Value format = window.member("FormatProfile");
    read.format = format.isObject() ? format.member("value").string() : format.string();
    const Value territories = window.member("Territory");
    for (std::uint32_t i = 0; territories.isArray() && i < territories.size(); ++i) {
        std::string code = territories.at(i).member("country").string();
        if (std::find(read.territories.begin(), read.territories.end(), code) == read.territories.end())
            read.territories.push_back(std::move(code));
    }
    const auto mix = [&read](std::string_view text) {
        read.rest = (read.rest ^ std::hash<std::string_view>{}(text)) * 0x9e3779b97f4a7c15u;
        read.rest ^= read.rest >> 29;
    };
    mix(read.licence);
    mix(read.format);
    mix(channelOf(window));
    std::string scratch;
    mix(window.member("ContractID").string(scratch));
    read.times = {momentOf(window.member("Start")), momentOf(window.member("End"))};
    return read;
}

} // namespace marquee::timeline
