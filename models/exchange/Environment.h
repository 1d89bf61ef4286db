// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Prime.h"
#include "payload/Error.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <vector>

namespace marquee::exchange {

/// Where a secret is to be had. Never the secret itself.
struct SecretSource
{
    enum class Kind : std::uint8_t { None, Keychain, Variable };
    Kind kind = Kind::None;
    QString name;
};

/// A partner's side that one sends to: an entry of marquee.json.
struct Environment
{
    QString name;
    bool isProtected = false; ///< sending asks for the name
    QString colour; ///< "#b3261e"; empty: none
    QUrl primeUrl; ///< with the version
    QString licensor; ///< for addresses, where the document doesn't say
    SecretSource primeKey;

    static constexpr const char *SandboxName = "sandbox"; ///< always exists, and in no file
};

/// The environments of FOLDER/marquee.json; none where the folder has no such file. Errors: those of reading, Malformed, and
/// Invalid for a secret that is written out, a name that stands twice or is the sandbox's, an address that isn't http.
Expected<std::vector<Environment>> readEnvironments(const QString &folder);

/// The secret, or why it can't be had. Nothing is kept.
Expected<QByteArray> resolve(const SecretSource &source);

} // namespace marquee::exchange
