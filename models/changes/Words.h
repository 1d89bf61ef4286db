// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/Difference.h"
#include "payload/Value.h"

#include <functional>
#include <string_view>

namespace marquee::payload {
class Document;
}
namespace marquee::rules {
struct Rulebook;
}

namespace marquee::changes {

/// What must not be read by others, where a report is handed on.
struct Secrecy
{
    /// Whether a member of that name holds a secret; nothing: none does.
    std::function<bool(std::string_view name)> isSecret;
    /// Takes known secrets out of a text (exchange::Masking::text); nothing: it stays.
    std::function<QString(const QString &text)> mask;
};
inline constexpr const char *SecretWords = "***"; ///< what is said for one

/// Whether a member is called like a secret: a password, a token, an API key, a credential. Words are told apart as
/// people do: "apiKey", "x-api-key" and "ATOM_KEY" are keys; "keywords" isn't, and "keyArt" neither.
bool isSecretName(std::string_view name);

/// Fills in places and words. Both documents as they were compared. Any thread, as `compare`.
void describe(Comparison &comparison, const rules::Rulebook &book, const payload::Document &before,
    const payload::Document &after, const Secrecy &secrecy = {});

/// A value as people read it, on one line: what a text says; of an object or list, what stands in it, without the names
/// and the ID by which its place goes: "VOD · US · HD". Cut to `longest` characters, with a sign for that.
QString words(const payload::Value &value, qsizetype longest = 200, const Secrecy &secrecy = {});

} // namespace marquee::changes
