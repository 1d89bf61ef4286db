// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Outcome.h"
#include "payload/Value.h"

namespace marquee::partners {

// Shared by what reads replies; not for others.

/// The entries of a list of validationErrors, whatever their shape.
std::vector<PartnerError> partnerErrors(const payload::Value &list);

Outcome accepted(const QString &message);
Outcome rejected(const QString &message, std::vector<PartnerError> errors);
Outcome failed(const QString &message, int exitCode, bool mayRepeat);
Outcome unknown(const QString &message, bool mayRepeat);

/// What one says when the partner took it.
QString acceptedWords(const OperationInfo &info);

} // namespace marquee::partners
