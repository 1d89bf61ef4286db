// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/PlaceName.h"

#include "catalog/Catalog.h"
#include "payload/Document.h"
#include "rules/Context.h"
#include "rules/Wording.h"

#include <QStringList>

#include <algorithm>

namespace marquee::rules {

using namespace Qt::StringLiterals;
using payload::Pointer;
using payload::Value;

namespace {

/// An entity of a message or a callback.
bool isEntity(const catalog::Field &list)
{
    return list.name == "Performance" || list.name == "Response";
}

QString itemName(const catalog::Field &list, const Context &context, const Value &item, std::uint32_t index)
{
    if (list.name == "Transaction")
        return windowName(item, index);
    if (isEntity(list))
        return performanceName(item, index);
    if (list.name == "Terms") {
        const std::string name = item.member("_termName").string();
        const catalog::TermDefinition *term = context.catalog.term(name);
        return term ? term->label : name.empty() ? tr("Term %1").arg(index + 1) : words(name);
    }
    if (list.name == "productionDetails")
        return productionName(item, index);
    if (list.object && list.object->family == catalog::Family::Production) {
        const std::string name = item.member("name").string();
        return name.empty() ? QString::number(index + 1) : words(name);
    }
    const std::string tag = item.member(list.name == "SeatCapacity" ? "SeatType" : "value").string();
    if (!tag.empty())
        return words(tag);
    return QString::number(index + 1);
}

/// Steps that say nothing to a reader: the outermost object, and the value inside what carries attributes.
bool isSilent(const catalog::Field &field, const catalog::ObjectType &owner)
{
    // Of XML: the root element, what wraps a list, or the list in its wrapper, and the text of what has attributes.
    if (owner.family == catalog::Family::Production)
        return field.name == "productionDetails" || (field.object && !field.list && field.name != "pageInfo");
    if (owner.family != catalog::Family::Avail) {
        return field.list || field.name == "#text" || field.name == "Performances" || field.name == "Responses"
            || owner.name.ends_with("Document");
    }
    return (field.name == "avail" && field.object) || (field.name == "value" && owner.fields.size() > 1 && owner.name != "Money")
        || field.name == "Disposition" || (field.name == "Licensor" && field.object);
}

} // namespace

QString windowName(const Value &window, std::uint32_t index)
{
    const std::string id = window.member("_TransactionID").string();
    return id.empty() ? tr("Window %1").arg(index + 1) : tr("Window %1").arg(words(id));
}

QString performanceName(const Value &performance, std::uint32_t index)
{
    const std::string id = performance.member("@id").string();
    const std::string site = performance.member("@siteId").string();
    if (id.empty())
        return tr("Performance %1").arg(index + 1);
    return site.empty() ? tr("Performance %1").arg(words(id)) : tr("Performance %1 at %2").arg(words(id), words(site));
}

QString productionName(const Value &production, std::uint32_t index)
{
    const std::string name = production.member("name").string();
    const std::string known = name.empty() ? production.member("id").string() : name;
    return known.empty() ? tr("Production %1").arg(index + 1) : tr("Production %1").arg(words(known));
}

QString placeName(const Context &context, const Pointer &pointer)
{
    QStringList names;
    const catalog::ObjectType *type = context.catalog.type(rootTypeName(context.kind));
    const catalog::Field *list = nullptr;
    Value value = context.document.root();
    for (const Pointer::Token &token : pointer.tokens) {
        if (value.isArray()) {
            const auto index = static_cast<std::uint32_t>(std::atoi(token.text.c_str()));
            value = value.at(index);
            // A list of one needs no number.
            if (list && (isEntity(*list) || list->name == "Transaction" || list->name == "Terms" || list->name == "SeatCapacity" || !list->object || list->object->find("value")
                         || list->object->family == catalog::Family::Production || index > 0)) {
                if (list->name == "Transaction" && !names.isEmpty())
                    names.removeLast();
                names << itemName(*list, context, value, index);
            }
            continue;
        }
        const catalog::Field *field = type ? type->find(token.text) : nullptr;
        if (!field)
            names << words(token.text);
        else if (!isSilent(*field, *type))
            names << field->label;
        value = value.member(token.text, token.occurrence);
        type = field ? field->object : nullptr;
        list = field && field->list ? field : nullptr;
    }
    return names.join(u" › "_s);
}

} // namespace marquee::rules
