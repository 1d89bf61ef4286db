// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"
#include "rules/Context.h"

namespace marquee::rules {

/// A performance message as rules over all of it see it. Report's place is the root element.
struct MessageFacts
{
    const Context &context;
    payload::Value message;
};

} // namespace marquee::rules
