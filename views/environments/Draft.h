// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Environment.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <vector>

namespace marquee::environments {

/// The secrets of an environment.
enum class SecretUse : unsigned char
{
    ApiKey,
    KeyPassword,
    ProxyPassword,
    ShowtimePassword,
    AtomKey
};
constexpr std::array SecretUses{SecretUse::ApiKey, SecretUse::KeyPassword, SecretUse::ProxyPassword,
    SecretUse::ShowtimePassword, SecretUse::AtomKey};

/// A secret as it is being edited.
struct SecretDraft
{
    exchange::SecretSource source;
    bool forSession = false; ///< a key store's name, of which the secret is given until the program ends
    QByteArray typed; ///< not handed on yet; empty: nothing was typed
};

/// An environment while it is edited. What can be mistyped is kept as it was typed.
struct Draft
{
    exchange::Environment environment; ///< addresses, numbers and secrets here are those of the beginning
    bool isSandbox = false; ///< shown, and never changed or saved
    bool mayLackPrime = false; ///< another partner is meant, or none was before
    bool isStrict = false; ///< what is missing is complained of too
    QString address;
    QString timeout; ///< seconds
    QString rate; ///< requests a second
    QString connections;
    QString proxyAddress;
    bool keepsShowtime = false; ///< it stands in the file although it says nothing
    QString showtimeAddress;
    QString callbackAddress;
    bool keepsAtom = false; ///< it stands in the file although it says nothing
    QString atomAddress;
    QString atomRate; ///< requests a second
    QString atomBurst;
    std::array<SecretDraft, SecretUses.size()> secrets;

    SecretDraft &secret(SecretUse use) { return secrets[static_cast<std::size_t>(use)]; }
    const SecretDraft &secret(SecretUse use) const { return secrets[static_cast<std::size_t>(use)]; }
};

Draft draftOf(const exchange::Environment &environment);
/// What a draft without complaints means.
exchange::Environment environmentOf(const Draft &draft);

/// Where on the page something is.
enum class Place : unsigned char
{
    Name,
    Colour,
    Timeout,
    Address,
    ApiKey,
    Rate,
    Connections,
    KeyPassword,
    ProxyAddress,
    ProxyPassword,
    ShowtimeAddress,
    ShowtimeUser,
    ShowtimePassword,
    CallbackAddress,
    ContentType,
    AtomAddress,
    AtomKey,
    AtomPartner,
    AtomRate,
    AtomBurst
};

/// Why a draft can't be saved yet.
struct Complaint
{
    Place place = Place::Name;
    QString message;
    bool isMissing = false; ///< nothing is wrong, something is yet to be filled in
};

std::vector<Complaint> complaintsOf(const std::vector<Draft> &drafts, std::size_t index);

/// `wanted`, or with a number behind it where a draft has that name.
QString freeName(const std::vector<Draft> &drafts, const QString &wanted);

} // namespace marquee::environments
