// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/BatchFacts.h"

#include <QByteArray>

#include <algorithm>

namespace marquee::rules {

using payload::Value;

std::optional<BatchPath> BatchPath::parse(std::string_view path)
{
    constexpr std::string_view begin = "/avails/";
    constexpr std::string_view middle = "/partial-extract/transactions/";
    constexpr std::string_view end = "/validate";
    BatchPath parts;
    if (!path.starts_with(begin))
        return std::nullopt;
    path.remove_prefix(begin.size());
    const auto at = path.find(middle);
    if (at == std::string_view::npos)
        return std::nullopt;
    parts.licensor = path.substr(0, at);
    path.remove_prefix(at + middle.size());
    if (path.ends_with(end)) {
        parts.validates = true;
        path.remove_suffix(end.size());
    }
    parts.transaction = path;
    const auto isSegment = [](const std::string &text) {
        return !text.empty() && text.find_first_of("/?# ") == std::string::npos;
    };
    if (!isSegment(parts.licensor) || !isSegment(parts.transaction))
        return std::nullopt;
    for (std::string *segment : {&parts.licensor, &parts.transaction})
        *segment = QByteArray::fromPercentEncoding(QByteArray::fromStdString(*segment)).toStdString();
    return parts;
}

std::string BatchPath::text() const
{
    const auto encoded = [](const std::string &segment) {
        return QByteArray::fromStdString(segment).toPercentEncoding().toStdString();
    };
    return "/avails/" + encoded(licensor) + "/partial-extract/transactions/" + encoded(transaction) + (validates ? "/validate" : "");
}

BatchFacts BatchFacts::read(const Context &context, const Value &items, std::optional<BatchVerb> verb)
{
    BatchFacts facts{context, {}, BatchVerb::Get};
    for (std::uint32_t i = 0; items.isArray() && i < items.size(); ++i) {
        BatchItemFact &fact = facts.items.emplace_back();
        fact.item = i;
        fact.value = items.at(i);
        fact.idMember = static_cast<int>(fact.value.indexOf("requestItemId"));
        fact.pathMember = static_cast<int>(fact.value.indexOf("path"));
        fact.bodyMember = static_cast<int>(fact.value.indexOf("body"));
        fact.id = fact.value.member("requestItemId").string();
        fact.path = fact.value.member("path").string();
        fact.parts = BatchPath::parse(fact.path);
    }
    const auto any = [&facts](auto test) { return std::any_of(facts.items.begin(), facts.items.end(), test); };
    if (verb)
        facts.verb = *verb;
    else if (any([](const BatchItemFact &item) { return item.parts && item.parts->validates; }))
        facts.verb = BatchVerb::Validate;
    else if (any([](const BatchItemFact &item) { return item.bodyMember >= 0; }))
        facts.verb = BatchVerb::Put;
    return facts;
}

} // namespace marquee::rules
