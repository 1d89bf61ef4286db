// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/TextWriter.h"

#include "rules/FieldEdits.h"

namespace marquee::performance {

using payload::Edit;

Edit textEdit(const rules::Context &context, const payload::Pointer &at, const std::string &json)
{
    const payload::Value stands = context.document.find(at);
    if (stands.isObject() && stands.member("#text"))
        return Edit::set(at.child("#text"), json);
    return rules::placeValue(context, at, json);
}

form::FieldRow::Writer textWriter(const form::Form &form, const form::FieldRow &row)
{
    return [&form, &row](const std::string &json) {
        return std::vector{textEdit(form.document()->validator().context(), row.pointer(), json)};
    };
}

} // namespace marquee::performance
