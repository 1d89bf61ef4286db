// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/SharedFields.h"

#include "changes/Content.h"
#include "payload/Document.h"
#include "payload/JsonText.h"
#include "rules/Context.h"
#include "rules/FieldEdits.h"

#include <algorithm>

namespace marquee::windows {

using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

constexpr const char *TermName = "_termName";

Pointer joined(const Pointer &base, const Pointer &below)
{
    Pointer pointer = base;
    pointer.tokens.insert(pointer.tokens.end(), below.tokens.begin(), below.tokens.end());
    return pointer;
}

Value descended(Value value, const Pointer &below)
{
    for (const Pointer::Token &token : below.tokens) {
        if (!value)
            return {};
        value = value.isArray() ? value.at(static_cast<std::uint32_t>(std::atoi(token.text.c_str()))) : value.member(token.text, token.occurrence);
    }
    return value;
}

/// -1 where the window has no such term.
std::int64_t termIndex(const Value &window, const std::string &name)
{
    const Value terms = window.member("Terms");
    std::string scratch;
    for (std::uint32_t i = 0; i < terms.size(); ++i) {
        if (terms.at(i).member(TermName).string(scratch) == name)
            return i;
    }
    return -1;
}

bool isSame(const Value &left, const Value &right)
{
    std::string one;
    std::string other;
    if (left.raw(one) == right.raw(other))
        return true;
    const bool holds = (left.isObject() && right.isObject()) || (left.isArray() && right.isArray());
    return holds && changes::contentHash(left) == changes::contentHash(right);
}

/// The members that stand in all of them with the same value.
std::string sharedMembers(std::span<const Value> values)
{
    std::string json;
    const Value &first = values.front();
    std::string scratch;
    for (std::uint32_t i = 0; i < first.size(); ++i) {
        const std::string name(first.at(i).name(scratch));
        const bool inAll = std::all_of(values.begin() + 1, values.end(), [&](const Value &other) {
            const Value member = other.member(name);
            return member && isSame(first.at(i), member);
        });
        if (inAll)
            json += (json.empty() ? "" : ",") + payload::encodeJsonString(std::string_view(name)) + ':' + first.at(i).raw();
    }
    return '{' + json + '}';
}

/// Text to look at as a value.
std::unique_ptr<payload::Document> readValue(const std::string &json)
{
    auto document = payload::Document::read(QByteArray::fromStdString(json));
    return document ? std::move(*document) : nullptr;
}

/// Of one object or list that stands: what of the new value is to be given to it.
void setParts(std::vector<Edit> &edits, const rules::Context &context, const Pointer &at, const Value &stands, const Value &wanted, const Value &shown)
{
    std::string scratch;
    for (std::uint32_t i = 0; i < wanted.size(); ++i) {
        const Value part = wanted.at(i);
        if (wanted.isObject()) {
            const std::string name(part.name(scratch));
            const Value before = shown.member(name);
            if (!before || !isSame(before, part))
                edits.push_back(rules::placeValue(context, at.child(name), part.raw()));
            continue;
        }
        bool has = false;
        for (std::uint32_t k = 0; k < stands.size() && !has; ++k)
            has = isSame(stands.at(k), part);
        if (!has)
            edits.push_back(Edit::insertItem(at, part.raw()));
    }
    // What all had and the new value hasn't was taken away.
    for (std::uint32_t i = 0; wanted.isObject() && i < shown.size(); ++i) {
        const std::string name(shown.at(i).name(scratch));
        if (!wanted.member(name) && stands.member(name))
            edits.push_back(Edit::remove(at.child(name)));
    }
}

} // namespace

Pointer placeIn(const Value &object, const SharedPlace &place)
{
    if (place.term.empty())
        return place.below;
    const std::int64_t index = termIndex(object, place.term);
    return index < 0 ? Pointer() : joined(Pointer().child("Terms").child(static_cast<std::uint32_t>(index)), place.below);
}

Value valueAt(const Value &object, const SharedPlace &place)
{
    if (place.term.empty())
        return descended(object, place.below);
    const std::int64_t index = termIndex(object, place.term);
    return index < 0 ? Value() : descended(object.member("Terms").at(static_cast<std::uint32_t>(index)), place.below);
}

SharedValue sharedValue(std::span<const Value> objects, const SharedPlace &place)
{
    SharedValue shared;
    std::vector<Value> values;
    values.reserve(objects.size());
    bool differs = false;
    bool allObjects = true;
    for (const Value &object : objects) {
        const Value value = valueAt(object, place);
        if (!value)
            continue;
        differs = differs || (!values.empty() && !isSame(values.front(), value));
        allObjects = allObjects && value.isObject();
        values.push_back(value);
    }
    shared.present = static_cast<std::uint32_t>(values.size());
    if (values.empty())
        return shared;
    shared.kind = differs || values.size() < objects.size() ? SharedValue::Kind::Several : SharedValue::Kind::Same;
    if (shared.kind == SharedValue::Kind::Same)
        shared.json = values.front().raw();
    else if (allObjects)
        shared.json = sharedMembers(values);
    return shared;
}

std::vector<Edit> setShared(const rules::Context &context, std::span<const Pointer> objects, const SharedPlace &place, const std::string &json,
    const SharedValue &shown)
{
    std::vector<Edit> edits;
    edits.reserve(objects.size());
    const auto wanted = readValue(json);
    const auto before = shown.json.empty() ? nullptr : readValue(shown.json);
    const Value nothing;
    const Value value = wanted ? wanted->root() : nothing;
    const bool byParts = shown.kind == SharedValue::Kind::Several && (value.isObject() || value.isArray());
    const std::string term = place.term.empty() ? std::string() : payload::encodeJsonString(std::string_view(place.term));
    for (const Pointer &base : objects) {
        const Value object = context.document.find(base);
        const Pointer in = placeIn(object, place);
        if (in.isRoot()) {
            const std::string member = place.below.isRoot() ? json : payload::encodeJsonString(std::string_view(place.below.tokens.front().text)) + ':' + json;
            const std::string added = place.below.isRoot() ? json : "{\"_termName\":" + term + ',' + member + '}';
            edits.push_back(rules::placeValue(context, base.child("Terms").child(object.member("Terms").size()), added));
            continue;
        }
        const Pointer at = joined(base, in);
        const Value stands = byParts ? context.document.find(at) : nothing;
        if (byParts && stands.kind() == value.kind() && stands)
            setParts(edits, context, at, stands, value, before ? before->root() : nothing);
        else
            edits.push_back(rules::placeValue(context, at, json));
    }
    return edits;
}

std::vector<Edit> removeShared(const rules::Context &context, std::span<const Pointer> objects, const SharedPlace &place, bool emptied)
{
    std::vector<Edit> edits;
    for (const Pointer &base : objects) {
        const Value object = context.document.find(base);
        if (!place.term.empty()) {
            if (const std::int64_t index = termIndex(object, place.term); index >= 0)
                edits.push_back(Edit::remove(base.child("Terms").child(static_cast<std::uint32_t>(index))));
        } else if (auto edit = rules::removeField(context, joined(base, place.below), emptied)) {
            edits.push_back(std::move(*edit));
        }
    }
    return edits;
}

} // namespace marquee::windows
