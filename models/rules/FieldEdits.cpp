// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/FieldEdits.h"

#include "catalog/Catalog.h"
#include "payload/Document.h"
#include "payload/JsonText.h"
#include "rules/Context.h"
#include "rules/Wording.h"

namespace marquee::rules {

using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

bool isIndex(const std::string &token)
{
    return !token.empty() && token.find_first_not_of("0123456789") == std::string::npos;
}

} // namespace

Edit placeValue(const Context &context, const Pointer &field, const std::string &json)
{
    if (context.document.find(field))
        return Edit::set(field, json);
    // What is absent around the value is built from the inside out, up to the first container that stands.
    Pointer at = field;
    std::string text = json;
    while (!at.isRoot()) {
        const Pointer holder = at.parent();
        const std::string name = at.tokens.back().text;
        const Value stands = context.document.find(holder);
        if (stands) {
            if (stands.isArray())
                return Edit::insertItem(holder, text);
            const FieldAt place = fieldAt(context, context.document.pathOf(holder).value_or(payload::Path()));
            const catalog::ObjectType *type = holder.isRoot() ? context.catalog.type(rootTypeName(context.kind))
                : place.field                                 ? place.field->object
                                                              : nullptr;
            return Edit::insertMember(holder, name, text, type ? placeFor(stands, *type, name) : Edit::AtEnd);
        }
        text = isIndex(name) ? '[' + text + ']' : '{' + payload::encodeJsonString(name) + ':' + text + '}';
        at = holder;
    }
    return Edit::set({}, text);
}

std::optional<Edit> removeField(const Context &context, const Pointer &field, bool emptied)
{
    if (field.isRoot() || !context.document.find(field))
        return std::nullopt;
    Pointer at = field;
    while (emptied && at.tokens.size() > 1 && context.document.find(at.parent()).size() == 1)
        at = at.parent();
    return Edit::remove(at);
}

} // namespace marquee::rules
