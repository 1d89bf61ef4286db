// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Repair.h"
#include "payload/Text.h"
#include "payload/XmlReader.h"
#include "payload/XmlText.h"
#include "payload/XmlValue.h"

#include <algorithm>

namespace marquee::payload {

namespace {

constexpr int MostRepairs = 8;

/// Bytes that would stand where others do.
struct Trial
{
    std::size_t at = 0;
    std::size_t removed = 0;
    std::string inserted;
};

struct OpenTag
{
    std::string name;
    std::size_t begin = 0;
    std::size_t end = 0; ///< behind its >
    bool isBare = false; ///< no attributes
};

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

std::string_view nameAt(std::string_view text, std::size_t at)
{
    const std::string_view rest = text.substr(std::min(at, text.size()));
    const auto end = std::find_if_not(rest.begin(), rest.end(), isXmlNameByte);
    return rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
}

/// Behind what begins at a `<` and holds no tags; nothing where it is a tag.
std::optional<std::size_t> behindMarkup(std::string_view text, std::size_t at)
{
    const std::string_view rest = text.substr(at);
    const std::string_view close = rest.starts_with("<!--") ? "-->"
        : rest.starts_with("<![CDATA[")                     ? "]]>"
        : rest.starts_with("<?")                            ? "?>"
                                                            : "";
    if (close.empty())
        return std::nullopt;
    const std::size_t end = text.find(close, at + 2);
    return end == std::string_view::npos ? text.size() : end + close.size();
}

/// The elements that are open at an offset, up to which the text is well-formed.
std::vector<OpenTag> openAt(std::string_view text, std::size_t offset)
{
    std::vector<OpenTag> open;
    for (std::size_t at = 0; (at = text.find('<', at)) < offset;) {
        if (const auto behind = behindMarkup(text, at)) {
            at = *behind;
            continue;
        }
        std::size_t end = at + 1;
        for (char quote = 0; end < text.size() && (quote != 0 || text[end] != '>'); ++end) {
            if (quote != 0)
                quote = text[end] == quote ? char(0) : quote;
            else if (text[end] == '"' || text[end] == '\'')
                quote = text[end];
        }
        if (end >= offset)
            break;
        if (text[at + 1] == '/') {
            if (!open.empty())
                open.pop_back();
        } else if (text[end - 1] != '/') {
            const std::string name(nameAt(text, at + 1));
            open.push_back({name, at, end + 1, at + 1 + name.size() == end});
        }
        at = end + 1;
    }
    return open;
}

/// Behind the last thing before an offset that isn't blank.
std::size_t behindLast(std::string_view text, std::size_t offset)
{
    while (offset > 0 && isXmlBlank(text[offset - 1]))
        --offset;
    return offset;
}

/// A closing tag that closes something else.
void wrongClosing(std::string_view text, std::size_t at, std::vector<Trial> &trials)
{
    const std::vector<OpenTag> open = openAt(text, at);
    const std::string closed(nameAt(text, at + 2));
    if (open.empty()) {
        trials.push_back({at, text.find('>', at) - at + 1, {}});
        return;
    }
    const OpenTag &inner = open.back();
    const OpenTag *outer = open.size() > 1 ? &open[open.size() - 2] : nullptr;
    const std::string_view between = text.substr(inner.end, at - inner.end);
    const bool isAlone = outer && outer->name == closed && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(outer->end), text.begin() + static_cast<std::ptrdiff_t>(inner.begin), isXmlBlank)
        && std::all_of(between.begin(), between.end(), isXmlBlank);
    // <Website><XXX></Website>: documentation's way to say that something stands there.
    if (isAlone && inner.isBare && !isXmlListEntry(outer->name, inner.name))
        trials.push_back({inner.begin, inner.end - inner.begin,
            "<![CDATA[" + std::string(text.substr(inner.begin, inner.end - inner.begin)) + "]]>"});
    if (outer && outer->name == closed)
        trials.push_back({behindLast(text, at), 0, "</" + inner.name + '>'});
    trials.push_back({at + 2, closed.size(), inner.name});
}

/// What could be meant where the text ends to be well-formed.
std::vector<Trial> trialsAt(std::string_view text, std::size_t at)
{
    std::vector<Trial> trials;
    const std::string_view rest = text.substr(std::min(at, text.size()));
    if (rest.starts_with("</")) {
        wrongClosing(text, at, trials);
    } else if (behindLast(text, text.size()) <= at) {
        std::string closers;
        const std::size_t end = behindLast(text, text.size());
        for (const OpenTag &tag : openAt(text, text.size()))
            closers.insert(0, "</" + tag.name + '>');
        trials.push_back({end, 0, closers});
    }
    if (rest.starts_with('&'))
        trials.push_back({at, 1, "&amp;"});
    if (rest.starts_with("]]>"))
        trials.push_back({at + 2, 1, "&gt;"});
    if (at > 0 && text[at - 1] == '<')
        trials.push_back({at - 1, 1, "&lt;"});
    if (rest.starts_with('<') && !rest.starts_with("</")) {
        trials.push_back({behindLast(text, at), 0, ">"});
        trials.push_back({at, 1, "&lt;"});
    }
    const std::size_t end = text.find_first_of(" \t\r\n>\"'", at);
    if (end != std::string_view::npos && end > at && !rest.starts_with('<'))
        trials.push_back({at, end - at, '"' + std::string(text.substr(at, end - at)) + '"'});
    return trials;
}

/// The trial after which most of the text can be read; nothing where none helps.
std::optional<Trial> bestTrial(const QByteArray &text, std::size_t failedAt)
{
    std::optional<Trial> best;
    auto furthest = static_cast<std::int64_t>(failedAt);
    for (const Trial &trial : trialsAt(viewOf(text), failedAt)) {
        QByteArray tried = text;
        tried.replace(static_cast<qsizetype>(trial.at), static_cast<qsizetype>(trial.removed),
            QByteArray(trial.inserted.data(), static_cast<qsizetype>(trial.inserted.size())));
        const auto read = readXml(viewOf(tried));
        const auto added = static_cast<std::int64_t>(trial.inserted.size()) - static_cast<std::int64_t>(trial.removed);
        const std::int64_t reached = read ? text.size() + 1
            : read.error().place          ? static_cast<std::int64_t>(read.error().place->offset) - added
                                          : 0;
        if (reached > furthest) {
            furthest = reached;
            best = trial;
        }
    }
    return best;
}

} // namespace

std::optional<Repair> proposeXmlRepair(const QByteArray &malformed)
{
    const Text original(malformed);
    Repair repair{malformed, {}};
    std::int64_t added = 0;
    for (int round = 0; round < MostRepairs; ++round) {
        const auto read = readXml(viewOf(repair.text));
        if (read)
            return repair.changes.empty() ? std::nullopt : std::optional(repair);
        if (read.error().code != Error::Code::Malformed || !read.error().place)
            return std::nullopt;
        const auto trial = bestTrial(repair.text, read.error().place->offset);
        if (!trial)
            return std::nullopt;
        const auto at = static_cast<qsizetype>(trial->at);
        const auto removed = static_cast<qsizetype>(trial->removed);
        const auto originalOffset = static_cast<std::uint32_t>(std::max<std::int64_t>(0, at - added));
        repair.changes.push_back({original.place(originalOffset), repair.text.mid(at, removed).toStdString(), trial->inserted});
        repair.text.replace(at, removed, QByteArray(trial->inserted.data(), static_cast<qsizetype>(trial->inserted.size())));
        added += static_cast<std::int64_t>(trial->inserted.size()) - removed;
    }
    return std::nullopt;
}

} // namespace marquee::payload
