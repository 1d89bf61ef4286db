// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalog.h"
#include "payload/Document.h"
#include "rules/Context.h"
#include "rules/Rule.h"

#include <QString>

#include <string_view>

namespace marquee::rules {

// What rules share when they word a message or make a fix.

QString tr(const char *text); ///< in the context "rules"
QString words(std::string_view utf8); ///< for a message: cut where it is very long

payload::Pointer pointerOf(const Problem &problem, const Context &context);
payload::Value valueOf(const Problem &problem, const Context &context);
/// The container that holds what the problem stands at.
payload::Value holderOf(const Problem &problem, const Context &context);

Fix fix(const char *id, const QString &title, std::vector<payload::Edit> edits);
/// "Change to “US”": sets the problem's value to a text.
Fix changeTo(const Problem &problem, const Context &context, const std::string &text);

/// What the catalogue says of a place: the field, and the type of the object that has it as a member. Both null where the
/// catalogue doesn't know the place.
struct FieldAt
{
    const catalog::Field *field = nullptr;
    const catalog::ObjectType *owner = nullptr;
    bool isItem = false; ///< an item of the field's list, not the list
};
/// The catalogue's type of the outermost object.
std::string_view rootTypeName(DocumentKind kind);
FieldAt fieldAt(const Context &context, const payload::Path &path);

/// Where a new member belongs among those that stand: behind the last that comes before it in the catalogue.
std::int64_t placeFor(const payload::Value &object, const catalog::ObjectType &type, std::string_view name);

/// The least JSON that a field needs: texts are empty, to be filled in.
std::string skeleton(const catalog::Field &field);
std::string skeleton(const catalog::ObjectType &type);

/// A new term's JSON: its name, and a value under the property of its kind.
std::string termJson(const catalog::TermDefinition &term, std::string_view value);

} // namespace marquee::rules
