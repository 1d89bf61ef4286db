// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Kind.h"

#include <cstdint>
#include <functional>

namespace marquee::payload {
class Document;
}
namespace marquee::catalog {
class Catalog;
class Vocabularies;
}

namespace marquee::rules {

/// Seconds since 1970-01-01T00:00:00Z. Tests say what time it is.
using Clock = std::function<std::int64_t()>;
std::int64_t systemClock();

/// What every rule may look up while it checks, words a message or makes a fix.
struct Context
{
    const catalog::Catalog &catalog;
    const catalog::Vocabularies &vocabularies;
    const payload::Document &document;
    DocumentKind kind = DocumentKind::Unknown;
    std::int64_t now = 0; ///< seconds since 1970, UTC
};

} // namespace marquee::rules
