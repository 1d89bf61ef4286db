// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/LanguageTags.h"

#include "catalog/TabSeparated.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::catalog {

namespace {

using Verdict = LanguageCheck::Verdict;

bool isAlpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

bool all(std::string_view text, bool (*test)(char))
{
    return std::all_of(text.begin(), text.end(), test);
}

bool isAlphaNumeric(char c)
{
    return isAlpha(c) || isDigit(c);
}

std::size_t pairIndex(std::string_view two)
{
    return static_cast<std::size_t>((lower(two[0]) - 'a') * 26 + (lower(two[1]) - 'a'));
}

bool isPair(std::string_view text)
{
    return text.size() == 2 && isAlpha(text[0]) && isAlpha(text[1]);
}

/// Hands out the subtags of a tag from left to right.
class Subtags
{
public:
    explicit Subtags(std::string_view tag)
        : m_rest(tag)
    {
        next();
    }
    std::string_view current() const { return m_current; }
    bool atEnd() const { return m_end; }
    void next()
    {
        if (m_rest.data() == nullptr) {
            m_end = true;
            m_current = {};
            return;
        }
        const auto dash = m_rest.find('-');
        m_current = m_rest.substr(0, dash);
        m_rest = dash == std::string_view::npos ? std::string_view() : m_rest.substr(dash + 1);
    }

private:
    std::string_view m_rest;
    std::string_view m_current;
    bool m_end = false;
};

bool hasVariantForm(std::string_view subtag)
{
    return (subtag.size() >= 5 && subtag.size() <= 8) || (subtag.size() == 4 && isDigit(subtag[0]));
}

bool hasRegionForm(std::string_view subtag)
{
    return isPair(subtag) || (subtag.size() == 3 && all(subtag, isDigit));
}

/// Extensions and private use: a single letter or digit and what follows it. True where all of it is well-formed.
bool extensionsAreWellFormed(Subtags &subtags)
{
    while (!subtags.atEnd()) {
        const std::string_view singleton = subtags.current();
        if (singleton.size() != 1 || !isAlphaNumeric(singleton[0]))
            return false;
        const bool isPrivate = lower(singleton[0]) == 'x';
        const std::size_t shortest = isPrivate ? 1 : 2;
        int count = 0;
        for (subtags.next(); !subtags.atEnd() && subtags.current().size() >= shortest; subtags.next()) {
            if (subtags.current().size() > 8 || !all(subtags.current(), isAlphaNumeric))
                return false;
            ++count;
        }
        if (count == 0)
            return false;
    }
    return true;
}

} // namespace

Expected<LanguageTags> LanguageTags::load(std::string_view tsv)
{
    LanguageTags tags;
    const auto dateAt = tsv.find("File-Date ");
    if (dateAt != std::string_view::npos)
        tags.m_date = tsv.substr(dateAt + 10, 10);
    forEachRow(tsv, [&tags](const std::vector<std::string_view> &row) {
        if (row.size() < 6)
            return;
        const Entry entry{std::string(row[2]), !row[3].empty()};
        if (row[0] == "grandfathered")
            tags.m_grandfathered[lowered(row[1])] = entry;
        else
            tags.add(row[0][0], row[1], entry);
    });
    if (tags.m_date.empty() || tags.m_entries.size() < 8000) {
        Error error;
        error.message = QCoreApplication::translate("LanguageTags", "The registry of language tags is missing or broken.");
        error.nextStep = QCoreApplication::translate("LanguageTags", "Install the program anew.");
        return tl::unexpected(error);
    }
    return tags;
}

void LanguageTags::add(char type, std::string_view subtag, Entry entry)
{
    std::string key(1, type);
    if (const auto dots = subtag.find(".."); dots != std::string_view::npos) {
        // A range, such as qaa..qtz: the last letters run.
        std::string at = lowered(subtag.substr(0, dots));
        const std::string end = lowered(subtag.substr(dots + 2));
        for (;;) {
            add(type, at, entry);
            if (at == end)
                return;
            std::size_t i = at.size() - 1;
            for (; at[i] == 'z'; --i)
                at[i] = 'a';
            ++at[i];
        }
    }
    const std::string small = lowered(subtag);
    if (!entry.deprecated && isPair(small)) {
        if (type == 'l')
            m_languages2.set(pairIndex(small));
        else if (type == 'r')
            m_regions2.set(pairIndex(small));
    }
    m_entries[key + small] = std::move(entry);
}

const LanguageTags::Entry *LanguageTags::find(char type, std::string_view lowerSubtag) const
{
    std::string key(1, type);
    key += lowerSubtag;
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : &found->second;
}

LanguageCheck LanguageTags::check(std::string_view tag) const
{
    // en and en-US, which nearly all are.
    if (tag.size() == 2 && isPair(tag) && m_languages2.test(pairIndex(tag)))
        return {};
    if (tag.size() == 5 && tag[2] == '-' && isPair(tag.substr(0, 2)) && isPair(tag.substr(3))
        && m_languages2.test(pairIndex(tag)) && m_regions2.test(pairIndex(tag.substr(3))))
        return {};

    const std::string whole = lowered(tag);
    if (const auto old = m_grandfathered.find(whole); old != m_grandfathered.end())
        return old->second.deprecated ? LanguageCheck{Verdict::Deprecated, std::string(tag), old->second.preferred}
                                      : LanguageCheck{};
    LanguageCheck result;
    const auto look = [&](char type, std::string_view subtag) {
        const Entry *entry = find(type, subtag);
        if (result.verdict != Verdict::Good)
            return;
        if (!entry)
            result = {Verdict::Unregistered, std::string(subtag), {}};
        else if (entry->deprecated)
            result = {Verdict::Deprecated, std::string(subtag), entry->preferred};
    };

    const LanguageCheck malformed{Verdict::Malformed, {}, {}};
    Subtags subtags(whole);
    if (subtags.current() == "x")
        return extensionsAreWellFormed(subtags) ? LanguageCheck{} : malformed;
    const std::string_view language = subtags.current();
    if (language.size() < 2 || language.size() > 8 || !all(language, isAlpha))
        return malformed;
    look('l', language);
    subtags.next();
    for (int i = 0; i < 3 && language.size() <= 3 && subtags.current().size() == 3 && all(subtags.current(), isAlpha); ++i) {
        look('e', subtags.current());
        subtags.next();
    }
    if (subtags.current().size() == 4 && all(subtags.current(), isAlpha)) {
        look('s', subtags.current());
        subtags.next();
    }
    if (hasRegionForm(subtags.current())) {
        look('r', subtags.current());
        subtags.next();
    }
    std::vector<std::string_view> variants;
    for (; hasVariantForm(subtags.current()) && all(subtags.current(), isAlphaNumeric); subtags.next()) {
        if (std::find(variants.begin(), variants.end(), subtags.current()) != variants.end())
            return malformed;
        variants.push_back(subtags.current());
        look('v', subtags.current());
    }
    return extensionsAreWellFormed(subtags) ? result : malformed;
}

std::string LanguageTags::canonical(std::string_view tag)
{
    std::string result;
    std::size_t begin = 0;
    bool afterSingleton = false;
    for (std::size_t i = 0; i <= tag.size(); ++i) {
        if (i < tag.size() && tag[i] != '-' && tag[i] != '_')
            continue;
        std::string subtag = lowered(tag.substr(begin, i - begin));
        if (begin > 0) {
            result.push_back('-');
            if (!afterSingleton && subtag.size() == 2)
                std::transform(subtag.begin(), subtag.end(), subtag.begin(), upper);
            else if (!afterSingleton && subtag.size() == 4 && isAlpha(subtag[0]))
                subtag[0] = upper(subtag[0]);
        }
        afterSingleton = afterSingleton || subtag.size() == 1;
        result += subtag;
        begin = i + 1;
    }
    return result;
}

std::optional<std::string> LanguageTags::nearest(std::string_view tag) const
{
    std::string trimmed(tag);
    std::erase_if(trimmed, [](char c) { return c == ' ' || c == '\t'; });
    std::string candidate = canonical(trimmed);
    LanguageCheck verdict = check(candidate);
    if (verdict.verdict == Verdict::Deprecated && !verdict.preferred.empty()) {
        const auto at = lowered(candidate).find(lowered(verdict.subtag));
        candidate = canonical(candidate.substr(0, at) + verdict.preferred + candidate.substr(at + verdict.subtag.size()));
        verdict = check(candidate);
    } else if (verdict.verdict == Verdict::Unregistered && isPair(verdict.subtag) && verdict.subtag == "uk"
               && candidate.size() > 2) {
        // UK is no region of the registry (GB is), but what many people write.
        const auto at = candidate.rfind("UK");
        candidate.replace(at, 2, "GB");
        verdict = check(candidate);
    }
    return verdict.verdict == Verdict::Good && candidate != tag ? std::optional(candidate) : std::nullopt;
}

std::string_view LanguageTags::primary(std::string_view tag)
{
    return tag.substr(0, tag.find('-'));
}

bool LanguageTags::covers(std::string_view general, std::string_view special)
{
    if (general.empty() || special.size() < general.size())
        return false;
    const bool prefix = std::equal(general.begin(), general.end(), special.begin(),
                                   [](char a, char b) { return lower(a) == lower(b); });
    return prefix && (special.size() == general.size() || special[general.size()] == '-');
}

} // namespace marquee::catalog
