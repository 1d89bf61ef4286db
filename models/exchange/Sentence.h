// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

namespace marquee::exchange {

/// What went wrong, and what to do about it.
inline QString sentence(const Error &error)
{
    return error.nextStep.isEmpty() ? error.message : QString(error.message + u' ' + error.nextStep);
}

} // namespace marquee::exchange
