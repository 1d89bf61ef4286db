// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/WindowFacts.h"
#include "rules/WindowIndex.h"

namespace marquee::rules {

using payload::Kind;
using payload::Value;

namespace {

constexpr std::uint64_t Seed = 0xcbf29ce484222325u;

std::uint64_t mix(std::uint64_t hash, std::uint64_t more)
{
    hash ^= more + 0x9e3779b97f4a7c15u + (hash << 12) + (hash >> 4);
    hash *= 0xff51afd7ed558ccdu;
    return hash ^ (hash >> 33);
}

std::uint64_t hashOf(std::string_view text)
{
    return std::hash<std::string_view>{}(text);
}

/// What a value says, whatever its blanks and the order of its members.
std::uint64_t contentOf(const Value &value, std::string_view skipped = {})
{
    std::string scratch;
    switch (value.kind()) {
    case Kind::Object: {
        std::uint64_t sum = Seed;
        for (std::uint32_t i = 0; i < value.size(); ++i) {
            const Value member = value.at(i);
            const std::string_view name = member.name(scratch);
            if (name == skipped)
                continue;
            const std::uint64_t nameHash = hashOf(name);
            sum += mix(nameHash, contentOf(member));
        }
        return mix(1, sum);
    }
    case Kind::Array: {
        std::uint64_t hash = Seed;
        for (std::uint32_t i = 0; i < value.size(); ++i)
            hash = mix(hash, contentOf(value.at(i)));
        return mix(2, hash);
    }
    case Kind::String:
        return mix(3, hashOf(value.string(scratch)));
    default:
        return mix(4, hashOf(value.raw(scratch)));
    }
}

/// The partner publishes no list; a licence type together with the channel tells lines of business apart.
std::string lineOf(std::string_view licence, std::string_view channel)
{
    if (licence == "SVOD" || licence == "FVOD")
        return std::string(licence) + ' ' + std::string(channel);
    return licence == "VOD" || licence == "EST" || licence == "POEST" ? "TVOD" : std::string(licence);
}

} // namespace

std::string businessLine(const Value &window)
{
    const Value terms = window.member("Terms");
    for (std::uint32_t i = 0; terms.isArray() && i < terms.size(); ++i) {
        if (terms.at(i).member("_termName").string() == "ChannelIdentity")
            return lineOf(window.member("LicenseType").string(), terms.at(i).member("Text").string());
    }
    return lineOf(window.member("LicenseType").string(), {});
}

WindowSummary summarise(const WindowFacts &window)
{
    WindowSummary summary;
    summary.id = window.id.text;
    summary.start = window.startTime;
    summary.end = window.endTime;
    summary.preOrder = window.licenceIs({"POEST"});
    summary.content = contentOf(window.window, "_TransactionID");
    const TermFact *channel = window.term("ChannelIdentity");
    const std::string_view channelText = channel ? channel->text : std::string_view();
    summary.businessLine = lineOf(window.licence.text, channelText);
    std::uint64_t rest = mix(Seed, hashOf(window.licence.text));
    rest = mix(rest, hashOf(window.format.text));
    rest = mix(rest, hashOf(channelText));
    rest = mix(rest, hashOf(window.contract.text));
    for (const std::string_view territory : window.territories) {
        summary.groups.push_back(mix(rest, hashOf(territory)));
        summary.territories.emplace_back(territory);
    }
    return summary;
}

} // namespace marquee::rules
