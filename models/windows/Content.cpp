// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/Content.h"

#include "payload/JsonText.h"

#include <algorithm>
#include <vector>

namespace marquee::windows {

using payload::Value;

std::string contentOf(const Value &value, std::initializer_list<std::string_view> without)
{
    if (value.isString())
        return payload::encodeJsonString(std::string_view(value.string()));
    if (!value.isObject() && !value.isArray())
        return value.raw();
    std::vector<std::string> parts;
    std::string scratch;
    for (std::uint32_t i = 0; i < value.size(); ++i) {
        const std::string name(value.isObject() ? value.at(i).name(scratch) : std::string_view());
        if (std::find(without.begin(), without.end(), name) != without.end())
            continue;
        parts.push_back(value.isObject()
                ? payload::encodeJsonString(std::string_view(name)) + ':' + contentOf(value.at(i))
                : contentOf(value.at(i)));
    }
    if (value.isObject())
        std::sort(parts.begin(), parts.end());
    std::string all(1, value.isObject() ? '{' : '[');
    for (const std::string &part : parts)
        all += part + ',';
    return all;
}

} // namespace marquee::windows
