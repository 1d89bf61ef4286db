// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/TextSplice.h"

#include "payload/JsonReader.h"
#include "payload/Text.h"

#include <algorithm>

namespace marquee::payload {

namespace {

constexpr std::uint32_t MostBetween = 64 * 1024; // that a step of text edits keeps without need

/// Whether a character of UTF-8 begins there.
bool isBoundary(std::string_view text, std::size_t at)
{
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

} // namespace

Expected<Splice> difference(const Text &text, std::string_view after)
{
    if (after.size() > Text::MaximumSize)
        return tl::unexpected(readJson(after).error());
    std::string scratch;
    const std::string_view before = text.view(0, text.size(), scratch);
    std::size_t front = static_cast<std::size_t>(std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first - before.begin());
    while (front > 0 && !(isBoundary(before, front) && isBoundary(after, front)))
        --front;
    const std::size_t most = std::min(before.size(), after.size()) - front;
    std::size_t back = 0;
    while (back < most && before[before.size() - 1 - back] == after[after.size() - 1 - back])
        ++back;
    while (back > 0 && !(isBoundary(before, before.size() - back) && isBoundary(after, after.size() - back)))
        --back;
    return Splice{static_cast<std::uint32_t>(front), std::string(before.substr(front, before.size() - back - front)),
                  std::string(after.substr(front, after.size() - back - front))};
}

bool joinInto(Splice &last, const Splice &next, const Text &text)
{
    const auto size = [](const std::string &bytes) { return static_cast<std::uint32_t>(bytes.size()); };
    const auto around = [&last](std::string_view before, std::string_view behind) {
        last.removed.insert(0, before).append(behind);
        last.inserted.insert(0, before).append(behind);
        last.offset -= static_cast<std::uint32_t>(before.size());
    };
    const std::uint32_t lastEnd = last.offset + size(last.inserted);
    const std::uint32_t nextEnd = next.offset + size(next.removed);
    std::string scratch;
    if (next.offset > lastEnd) {
        if (next.offset - lastEnd > MostBetween)
            return false;
        around({}, text.view(lastEnd, next.offset, scratch));
    } else if (nextEnd < last.offset) {
        if (last.offset - nextEnd > MostBetween)
            return false;
        const std::uint32_t begin = next.offset + size(next.inserted);
        around(text.view(begin, begin + last.offset - nextEnd, scratch), {});
    }
    if (next.offset < last.offset)
        around(std::string_view(next.removed).substr(0, last.offset - next.offset), {});
    if (const std::uint32_t end = last.offset + size(last.inserted); nextEnd > end)
        around({}, std::string_view(next.removed).substr(next.removed.size() - (nextEnd - end)));
    last.inserted.replace(next.offset - last.offset, next.removed.size(), next.inserted);
    return true;
}

} // namespace marquee::payload
