// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "form/Form.h"

namespace marquee::performance {

/// What a typed text means for a field of an XML message: where the element has attributes beside its text, only the
/// text changes. Form and row outlive it.
form::FieldRow::Writer textWriter(const form::Form &form, const form::FieldRow &row);
/// The edit itself.
payload::Edit textEdit(const rules::Context &context, const payload::Pointer &at, const std::string &json);

} // namespace marquee::performance
