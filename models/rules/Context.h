// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Kind.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <optional>

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

/// The last message sequence that was sent for a data supplier; nothing where none is known. Asked with every edit of a message,
/// so it has to be quick.
using LastSequence = std::function<std::optional<qint64>(const QString &supplier)>;

/// What every rule may look up while it checks, words a message or makes a fix.
struct Context
{
    const catalog::Catalog &catalog;
    const catalog::Vocabularies &vocabularies;
    const payload::Document &document;
    DocumentKind kind = DocumentKind::Unknown;
    std::int64_t now = 0; ///< seconds since 1970, UTC
    bool sending = false; ///< the document is about to be sent as it stands
    const LastSequence *lastSequence = nullptr; ///< null where nobody keeps numbers
    const QStringList *askedIds = nullptr; ///< of a production reply: what was asked for; null where that isn't known
};

} // namespace marquee::rules
