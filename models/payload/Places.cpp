// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Places.h"

#include <charconv>

namespace marquee::payload {

namespace {

std::optional<std::uint32_t> indexFrom(const std::string &token)
{
    std::uint32_t index = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
    if (error != std::errc() || end != token.data() + token.size() || (token.size() > 1 && token[0] == '0'))
        return std::nullopt;
    return index;
}

} // namespace

Value valueAt(const Value &root, const Path &path)
{
    Value value = root;
    for (const std::uint32_t index : path)
        value = value.at(index);
    return value;
}

std::optional<Path> pathOf(const Value &root, const Pointer &pointer)
{
    Path path;
    Value value = root;
    for (const Pointer::Token &token : pointer.tokens) {
        std::int64_t index = -1;
        if (value.isArray())
            index = indexFrom(token.text).value_or(value.size());
        else
            index = value.indexOf(token.text, token.occurrence);
        if (index < 0 || index >= value.size())
            return std::nullopt;
        path.push_back(static_cast<std::uint32_t>(index));
        value = value.at(static_cast<std::uint32_t>(index));
    }
    return path;
}

Pointer pointerTo(const Value &root, const Path &path)
{
    Pointer pointer;
    Value value = root;
    std::string scratch;
    std::string other;
    for (const std::uint32_t index : path) {
        const Value child = value.at(index);
        if (!child)
            return pointer;
        if (value.isArray()) {
            pointer.tokens.push_back({std::to_string(index), 0});
        } else {
            const std::string name(child.name(scratch));
            std::uint32_t occurrence = 0;
            for (std::uint32_t i = 0; i < index; ++i)
                occurrence += value.at(i).name(other) == name ? 1 : 0;
            pointer.tokens.push_back({name, occurrence});
        }
        value = child;
    }
    return pointer;
}

Path pathAt(const Value &root, std::uint32_t offset)
{
    Path path;
    Value value = root;
    for (;;) {
        std::uint32_t low = 0;
        std::uint32_t high = value.size();
        while (low < high) { // the first child that ends behind the offset
            const std::uint32_t middle = low + (high - low) / 2;
            if (value.at(middle).end() <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        const Value child = value.at(low);
        if (!child || offset < child.itemBegin())
            return path;
        path.push_back(low);
        value = child;
    }
}

} // namespace marquee::payload
