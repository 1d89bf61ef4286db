// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/PerformanceFacts.h"

#include "catalog/Catalog.h"

#include <algorithm>
#include <charconv>

namespace marquee::rules {

using payload::Value;

std::string_view elementText(const Value &value, std::string &scratch)
{
    if (value.isArray())
        return elementText(value.at(0), scratch);
    return value.isObject() ? value.member("#text").string(scratch) : value.string(scratch);
}

bool isBlankText(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::optional<std::int64_t> parseInteger(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

namespace {

bool saysSomething(const Value &value, std::string &scratch)
{
    if (value.isString())
        return !isBlankText(value.string(scratch));
    for (std::uint32_t i = 0; i < value.size(); ++i) {
        if (saysSomething(value.at(i), scratch))
            return true;
    }
    return false;
}

} // namespace

bool isFilled(const Value &object, std::string_view name)
{
    std::string scratch;
    return saysSomething(object.member(name), scratch);
}

bool isSameButForCase(std::string_view left, std::string_view right)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(
        left.begin(), left.end(), right.begin(), right.end(), [lower](char a, char b) { return lower(a) == lower(b); });
}

bool standsInOtherCase(const Value &object, std::string_view name)
{
    bool found = false;
    std::string scratch;
    for (std::uint32_t i = 0; i < object.size(); ++i) {
        const std::string_view other = object.at(i).name(scratch);
        if (other == name)
            return false;
        found = found || isSameButForCase(other, name);
    }
    return found;
}

std::vector<const catalog::Field *> missingFields(const catalog::Catalog &catalog, const Value &performance)
{
    std::vector<const catalog::Field *> missing;
    for (const catalog::Field &field : catalog.type("Performance")->fields) {
        if (field.complete && !isFilled(performance, field.name))
            missing.push_back(&field);
    }
    return missing;
}

PerformanceSummary summarise(const Value &performance)
{
    const std::string id = performance.member("@id").string();
    const std::string site = performance.member("@siteId").string();
    if (isBlankText(id) || isBlankText(site))
        return {};
    return {id + '\0' + site};
}

std::optional<int> ScaledNumber::places() const
{
    const auto number = parseInteger(precision);
    return number && *number >= 0 && *number <= 9 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

ScaledNumber ScaledNumber::read(const Value &value, std::string (&scratch)[2])
{
    ScaledNumber number;
    number.digits = elementText(value, scratch[0]);
    const Value attribute = value.isArray() ? value.at(0).member("@precision") : value.member("@precision");
    number.hasPrecision = static_cast<bool>(attribute);
    number.precision = attribute.string(scratch[1]);
    return number;
}

} // namespace marquee::rules
