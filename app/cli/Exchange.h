// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Environment.h"
#include "partners/Outcome.h"
#include "partners/Prime.h"
#include "sandbox/Sandbox.h"

#include <memory>
#include <optional>

namespace marquee::cli {

class Program;

/// The partner's side of a command: an environment, and the sandbox behind it where that is the one chosen.
struct Partner
{
    partners::PrimeEndpoint endpoint;
    QString licensor;
    std::unique_ptr<sandbox::Sandbox> sandbox;
};

/// Finds an environment by its name, starts the sandbox where it is that, and gets the key where one is needed. Complains
/// and gives nothing where that fails. `withKey` false: for showing a request only.
std::optional<Partner> findPartner(const Program &program, const QString &environment, bool withKey);

/// Sends one request and waits for how it ended.
partners::Reply exchangeOnce(const partners::Request &request, int timeoutMs);

/// The line of JSON that says how a request ended.
QByteArray outcomeLine(partners::Operation operation, const partners::Outcome &outcome, const partners::Reply &reply);

} // namespace marquee::cli
