// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace marquee::catalog {

/// What there is to say about one language tag.
struct LanguageCheck
{
    enum class Verdict : std::uint8_t {
        Good,
        Malformed, ///< not BCP 47 at all: en_US
        Unregistered, ///< a subtag that the registry doesn't hold: en-XQ
        Deprecated ///< registered, and replaced: iw
    };
    Verdict verdict = Verdict::Good;
    std::string subtag; ///< Unregistered, Deprecated: which; Malformed: empty
    std::string preferred; ///< Deprecated: what replaced it; may be empty
};

/// Language tags after BCP 47 (RFC 5646) and the IANA registry. Immutable after loading: any thread.
class LanguageTags
{
public:
    /// Reads the registry as resources/vocabularies/subtags.tsv writes it. Internal where it isn't that.
    static Expected<LanguageTags> load(std::string_view tsv);

    /// Letter case doesn't count, as BCP 47 says.
    LanguageCheck check(std::string_view tag) const;
    bool isGood(std::string_view tag) const { return check(tag).verdict == LanguageCheck::Verdict::Good; }

    /// The spelling that BCP 47 recommends, with dashes for underscores: en_us → en-US, ZH-hant-tw → zh-Hant-TW.
    static std::string canonical(std::string_view tag);
    /// What was likely meant by a tag that isn't good; nothing where that can't be told.
    std::optional<std::string> nearest(std::string_view tag) const;

    /// The language itself: "en" of en-US.
    static std::string_view primary(std::string_view tag);
    /// Whether what is said of `general` holds for `special`: en covers en-US and en; en-US doesn't cover en.
    static bool covers(std::string_view general, std::string_view special);

    const std::string &date() const { return m_date; } ///< of the registry, YYYY-MM-DD

private:
    struct Entry
    {
        std::string preferred;
        bool deprecated = false;
    };
    const Entry *find(char type, std::string_view lowerSubtag) const;
    void add(char type, std::string_view subtag, Entry entry);

    std::string m_date;
    std::bitset<26 * 26> m_languages2; ///< the frequent case without a hash: registered and not deprecated
    std::bitset<26 * 26> m_regions2;
    std::unordered_map<std::string, Entry> m_entries; ///< by type letter and subtag in small letters
    std::unordered_map<std::string, Entry> m_grandfathered; ///< whole tags, small letters
};

} // namespace marquee::catalog
