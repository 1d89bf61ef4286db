// SPDX-License-Identifier: GPL-3.0-or-later
#include "performances/Fields.h"

#include <algorithm>

namespace marquee::performances {

namespace {

FieldKind kindOf(catalog::FieldType type)
{
    switch (type) {
    case catalog::FieldType::Date:
        return FieldKind::Date;
    case catalog::FieldType::Time:
        return FieldKind::Time;
    case catalog::FieldType::Boolean:
        return FieldKind::YesNo;
    case catalog::FieldType::Integer:
    case catalog::FieldType::Count:
        return FieldKind::Integer;
    default:
        return FieldKind::Text;
    }
}

/// Of a field that has elements in it.
void describe(Field &field, const catalog::ObjectType &type)
{
    if (type.find("@precision")) {
        field.kind = FieldKind::Scaled;
        return;
    }
    if (type.fields.size() != 1 || !type.fields.front().list)
        return;
    const catalog::Field &item = type.fields.front();
    field.item = item.name;
    field.kind = item.object ? FieldKind::Capacities : FieldKind::List;
    const catalog::Field *named = item.object ? item.object->find("SeatType") : &item;
    field.vocabulary = named ? named->vocabulary : nullptr;
}

} // namespace

std::vector<Field> fieldsOf(const catalog::Catalog &catalog)
{
    std::vector<Field> fields;
    const catalog::ObjectType *type = catalog.type("Performance");
    if (!type)
        return fields;
    for (const catalog::Field &from : type->fields) {
        if (!from.inForm)
            continue;
        Field field{from.name, {}, kindOf(from.type), from.required != catalog::Requirement::Never, from.complete,
            from.label, from.help, from.source, from.vocabulary};
        if (from.object)
            describe(field, *from.object);
        fields.push_back(std::move(field));
    }
    return fields;
}

const Field *findField(const std::vector<Field> &fields, std::string_view name)
{
    const auto found
        = std::find_if(fields.begin(), fields.end(), [name](const Field &field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

} // namespace marquee::performances
