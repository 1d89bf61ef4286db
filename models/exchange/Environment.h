// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <vector>

namespace marquee::exchange {

/// Where a secret is to be had. Never the secret itself.
struct SecretSource
{
    enum class Kind : std::uint8_t
    {
        None,
        Keychain,
        Variable
    };
    Kind kind = Kind::None;
    QString name;

    friend bool operator==(const SecretSource &, const SecretSource &) = default;
};

/// How one gets out of the house.
struct ProxySettings
{
    enum class Mode : std::uint8_t
    {
        System,
        None,
        Manual
    };
    Mode mode = Mode::System;
    QUrl url; ///< Manual: http://host:port or socks5://host:port
    QString user; ///< empty: no sign-in
    SecretSource password;

    friend bool operator==(const ProxySettings &, const ProxySettings &) = default;
};

/// Paths of files are as they are written: absolute, or relative to the workspace (Environment::pathOf).
struct PrimeSide
{
    QUrl baseUrl; ///< with the version
    QString licensor; ///< for addresses, where the document doesn't say
    SecretSource apiKey;
    QString clientCertificate; ///< PEM, or PKCS#12 that holds the key too
    QString clientKey; ///< PEM
    SecretSource clientKeyPassword; ///< of the key, or of the PKCS#12
    QString caCertificate; ///< PEM or DER; trusted beside the system's
    double ratePerSecond = 10; ///< requests; 0: no limit
    int connections = 5; ///< at a time

    friend bool operator==(const PrimeSide &, const PrimeSide &) = default;
};

struct ShowtimeSide
{
    QUrl baseUrl; ///< as Showtime wrote it, with the slash at its end
    QString user; ///< of HTTP Basic
    SecretSource password;
    QString caCertificate; ///< PEM or DER; trusted beside the system's
    QString dataSupplierId; ///< for new messages
    QUrl callbackUrl; ///< for new messages
    QString contentType = QStringLiteral("text/xml; charset=UTF-8");

    friend bool operator==(const ShowtimeSide &, const ShowtimeSide &) = default;
};

struct AtomSide
{
    static constexpr int Connections = 5; ///< at a time

    QUrl baseUrl; ///< without the version
    SecretSource apiKey;
    QString partner; ///< what X-Atom-Partner says; empty: it isn't sent
    double ratePerSecond = 25; ///< requests; 0: no limit
    int burst = 50; ///< requests that may go at once after a rest

    friend bool operator==(const AtomSide &, const AtomSide &) = default;
};

/// The partners' sides that one sends to: an entry of marquee.json.
struct Environment
{
    static constexpr const char *SandboxName = "sandbox"; ///< always exists, and in no file

    QString name;
    QString savedName; ///< as it stands in the file; empty for one that doesn't stand there yet
    QString folder; ///< the workspace's
    bool isProtected = false; ///< sending asks for the name
    QString colour; ///< "#b3261e"; empty: none
    double timeoutSeconds = 30; ///< of one whole exchange
    ProxySettings proxy;
    QStringList secretHeaders; ///< masked beside those that always are
    std::optional<PrimeSide> prime;
    std::optional<ShowtimeSide> showtime;
    std::optional<AtomSide> atom;

    /// A file that the environment names, from the workspace's folder. Empty stays empty.
    QString pathOf(const QString &written) const;
};

/// The environments of FOLDER/marquee.json; none where the folder has no such file. Errors: those of reading,
/// Malformed, and Invalid for a secret that is written out, a name that stands twice or is the sandbox's, an address
/// that isn't http, a number out of its range.
Expected<std::vector<Environment>> readEnvironments(const QString &folder);

/// Makes FOLDER/marquee.json say what these environments say: those found by `savedName` are changed where they differ,
/// the others are added at the end, those that are in the file only are taken out. Everything else in the file, unknown
/// members and its layout among it, stays as it is; nothing is written where nothing differs. Errors: as
/// readEnvironments would give for these, and NotPermitted or WriteFailed, after which the file is as it was.
Expected<void> saveEnvironments(const QString &folder, const std::vector<Environment> &environments);

} // namespace marquee::exchange
