// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/Utf8.h"

#include <QChar>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <span>

namespace marquee::preview {

namespace {

constexpr char32_t Replacement = 0xFFFD;
constexpr char32_t Steering = 0x25AF; // a white box: something stands here that can't be seen
constexpr Character Invalid{Replacement, 1, false};

struct Range
{
    char32_t first;
    char32_t last;
};

bool contains(std::span<const Range> ranges, char32_t code)
{
    return std::any_of(ranges.begin(), ranges.end(), [code](Range r) { return code >= r.first && code <= r.last; });
}

// U+200C and U+200D stay: Persian and Indic scripts need them.
constexpr std::array<Range, 6> steering{
    {{0x80, 0x9F}, {0x200B, 0x200B}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}}};

// Unicode's East Asian Width W and F, in broad strokes.
constexpr std::array<Range, 12> wide{{{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x4DBF}, {0x4E00, 0xA4CF},
    {0xA960, 0xA97F}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6},
    {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}}};

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace

Character characterAt(std::string_view bytes, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(bytes[at]);
    if (lead < 0x80)
        return {lead, 1, true};
    const std::uint8_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || bytes.size() - at < length)
        return Invalid;
    char32_t code = lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(bytes[at + i]))
            return Invalid;
        code = (code << 6) | (static_cast<unsigned char>(bytes[at + i]) & 0x3Fu);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    if (overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return Invalid;
    return {code, length, true};
}

char32_t shownCode(char32_t code)
{
    if (code == '\t')
        return code;
    if (code < 0x20)
        return 0x2400 + code;
    if (code == 0x7F)
        return 0x2421;
    return code >= 0x80 && contains(steering, code) ? Steering : code;
}

int columnsOf(char32_t shown)
{
    if (shown < 0x300)
        return 1;
    if (shown >= 0x1100 && contains(wide, shown))
        return 2;
    const QChar::Category category = QChar::category(shown);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format
        ? 0
        : 1;
}

std::uint32_t characterBegin(const payload::Text &text, std::uint32_t offset)
{
    if (offset >= text.size())
        return text.size();
    if (!isContinuation(text.at(offset)))
        return offset;
    for (std::uint32_t back = 1; back <= std::min(offset, 3u); ++back) {
        if (isContinuation(text.at(offset - back)))
            continue;
        std::string scratch;
        const std::uint32_t begin = offset - back;
        const std::string_view bytes = text.view(begin, std::min(text.size(), begin + 4), scratch);
        return characterAt(bytes, 0).length > back ? begin : offset;
    }
    return offset;
}

std::uint32_t nextCharacter(const payload::Text &text, std::uint32_t offset)
{
    if (offset >= text.size())
        return text.size();
    std::string scratch;
    const std::string_view bytes = text.view(offset, std::min(text.size(), offset + 4), scratch);
    return offset + (bytes.starts_with("\r\n") ? 2 : characterAt(bytes, 0).length);
}

std::uint32_t previousCharacter(const payload::Text &text, std::uint32_t offset)
{
    if (offset == 0)
        return 0;
    const std::uint32_t before = characterBegin(text, std::min(offset, text.size()) - 1);
    const bool pair = before > 0 && text.at(before) == '\n' && text.at(before - 1) == '\r';
    return pair ? before - 1 : before;
}

QString textOf(std::string_view bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

} // namespace marquee::preview
