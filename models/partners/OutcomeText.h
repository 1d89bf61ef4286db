// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Outcome.h"
#include "payload/Value.h"

namespace marquee::partners {

// Shared by what reads replies; not for others.

/// The entries of a list of validationErrors, whatever their shape.
std::vector<PartnerError> partnerErrors(const payload::Value &list);

/// What one says when the partner took it.
QString acceptedWords(const OperationInfo &info);

} // namespace marquee::partners
