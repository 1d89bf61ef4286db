// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/SplitMessage.h"

#include "payload/Document.h"
#include "rules/PerformanceFacts.h"

#include <algorithm>
#include <limits>
#include <string_view>

namespace marquee::rules {

using payload::Value;

namespace {

constexpr std::uint32_t LongestNumber = std::numeric_limits<qint64>::digits10 + 1;

/// Whether nothing but those elements, once each, stands in an element; attributes may.
bool holdsOnly(const Value &element, std::initializer_list<std::string_view> names)
{
    std::string scratch;
    for (std::uint32_t i = 0; i < element.size(); ++i) {
        const Value child = element.at(i);
        const std::string_view name = child.name(scratch);
        if (!child.isAttribute()
            && (std::find(names.begin(), names.end(), name) == names.end() || element.indexOf(name) != i))
            return false;
    }
    return element.isObject();
}

/// Behind the line on which `from` stands, where nothing but blanks and comments follow on it before `limit`; else
/// `from`.
std::uint32_t behindLine(std::string_view text, std::uint32_t from, std::uint32_t limit)
{
    std::size_t at = from;
    while (at < limit) {
        if (text[at] == '\n')
            return static_cast<std::uint32_t>(at + 1);
        if (text.compare(at, 4, "<!--") == 0)
            at = text.find("-->", at + 4) + 3;
        else if (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')
            ++at;
        else
            break;
    }
    return from;
}

/// Behind the last comment between two places, and its line.
std::uint32_t behindComments(std::string_view text, std::uint32_t from, std::uint32_t limit)
{
    const std::uint32_t line = behindLine(text, from, limit);
    const std::size_t comment = text.substr(line, limit - line).rfind("-->");
    return comment == std::string_view::npos ? line
                                             : behindLine(text, line + static_cast<std::uint32_t>(comment) + 3, limit);
}

/// Behind the tag that begins at `from`.
std::uint32_t behindTagBefore(std::string_view text, std::uint32_t from, std::uint32_t limit)
{
    char quote = 0;
    for (std::uint32_t at = from; at < limit; ++at) {
        const char c = text[at];
        if (quote != 0)
            quote = c == quote ? char(0) : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return limit;
}

} // namespace

std::optional<SplitMessage> SplitMessage::plan(const payload::Document &document, std::uint32_t most)
{
    const Value message = document.root().member("ShowTimeAnalytics");
    const Value wrapper = message.member("Performances");
    const Value list = wrapper.member("Performance");
    if (!document.isXml() || !holdsOnly(message, {"CallbackUrl", "Performances"})
        || !holdsOnly(wrapper, {"Performance"}) || !list.isArray() || list.size() == 0)
        return std::nullopt;
    SplitMessage plan;
    plan.m_text = document.text().toByteArray();
    const std::string_view text(plan.m_text.constData(), static_cast<std::size_t>(plan.m_text.size()));

    plan.m_cuts.push_back(behindLine(text, behindTagBefore(text, wrapper.begin(), list.begin()), list.begin()));
    for (std::uint32_t i = 1; i < list.size(); ++i)
        plan.m_cuts.push_back(behindLine(text, list.at(i - 1).end(), list.at(i).begin()));
    const auto closing = static_cast<std::uint32_t>(text.rfind("</", wrapper.end()));
    plan.m_cuts.push_back(behindComments(text, list.end(), closing));

    if (const Value number = message.member("@messageSequence")) {
        const std::string_view written = text.substr(number.begin(), number.end() - number.begin());
        plan.m_number
            = {number.begin() + static_cast<std::uint32_t>(written.find_first_of("\"'")) + 1, number.end() - 1};
        plan.m_sequence = parseInteger(number.string());
        if (plan.m_sequence && *plan.m_sequence <= 0)
            plan.m_sequence.reset();
    }
    const std::uint32_t around = document.text().size() - (plan.m_cuts.back() - plan.m_cuts.front()) + LongestNumber
        - std::min(LongestNumber, plan.m_number.second - plan.m_number.first);
    std::uint32_t begin = plan.m_cuts.front();
    plan.m_first.push_back(0);
    for (std::uint32_t i = 1; i < list.size(); ++i) {
        if (around + plan.m_cuts[i + 1] - begin <= most)
            continue;
        begin = plan.m_cuts[i];
        plan.m_first.push_back(i);
    }
    return plan;
}

std::pair<std::uint32_t, std::uint32_t> SplitMessage::performances(std::size_t part) const
{
    const auto all = static_cast<std::uint32_t>(m_cuts.size() - 1);
    return {m_first[part], part + 1 < m_first.size() ? m_first[part + 1] : all};
}

QByteArray SplitMessage::text(std::size_t part, std::optional<qint64> sequence) const
{
    const auto [first, last] = performances(part);
    const auto bytes = [this](std::uint32_t from, std::uint32_t to) -> QByteArray {
        return m_text.mid(static_cast<qsizetype>(from), static_cast<qsizetype>(to) - static_cast<qsizetype>(from));
    };
    QByteArray text;
    if (sequence && m_number.second > 0)
        text = bytes(0, m_number.first) + QByteArray::number(*sequence) + bytes(m_number.second, m_cuts.front());
    else
        text = bytes(0, m_cuts.front());
    text += bytes(m_cuts[first], m_cuts[last]);
    text += bytes(m_cuts.back(), static_cast<std::uint32_t>(m_text.size()));
    return text;
}

Split SplitMessage::split() const
{
    Split split;
    if (count() < 2)
        return split;
    const std::uint32_t from = m_cuts[m_first[1]];
    payload::Edit rest;
    rest.kind = payload::Edit::Kind::Text;
    rest.index = from;
    rest.to = static_cast<std::int64_t>(m_cuts.back()) - from;
    split.edits.push_back(std::move(rest));
    for (std::size_t part = 1; part < count(); ++part) {
        const auto on = static_cast<qint64>(part);
        const bool isNumbered = m_sequence && *m_sequence <= std::numeric_limits<qint64>::max() - on;
        split.documents.push_back(text(part, isNumbered ? std::optional(*m_sequence + on) : std::nullopt));
    }
    return split;
}

} // namespace marquee::rules
