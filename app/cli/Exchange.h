// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Channel.h"
#include "exchange/Courier.h"
#include "exchange/Secrets.h"
#include "partners/Atom.h"
#include "partners/Outcome.h"
#include "partners/Prime.h"
#include "rules/BatchFacts.h"
#include "sandbox/Sandbox.h"

#include <memory>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace marquee::cli {

class Program;
enum class Exit : int;

/// What every verb that sends can be told.
struct SendOptions
{
    std::string environment;
    double timeout = 30; ///< seconds
    bool hasTimeout = false;
    std::string proxy;
    int retries = 3;
    bool settle = false;

    void addTo(CLI::App &verb);
};

/// The partner's side of a command: an environment, and the sandbox behind it where that is the one chosen.
struct Partner
{
    partners::PrimeEndpoint endpoint; ///< of Prime
    partners::ShowtimeEndpoint showtime; ///< of Showtime
    partners::AtomEndpoint atom; ///< of Atom Tickets
    QString licensor;
    std::unique_ptr<sandbox::Sandbox> sandbox;
    std::unique_ptr<exchange::Secrets> secrets;
    std::shared_ptr<exchange::Channel> channel; ///< none where a request is only shown
};

/// Finds an environment by its name, starts the sandbox where it is that, gets its secrets and reads its certificates.
/// Complains where that fails, and says with what to end. `toSend` false: for showing a request only, without a secret.
std::optional<Partner> findPartner(const Program &program, const SendOptions &options, bool toSend, Exit &exit,
    partners::Partner which = partners::Partner::Prime);

/// The journal, or a complaint.
std::unique_ptr<exchange::Journal> openJournal(const Program &program);

/// Sends one request and waits for how it ended; Invalid where the target misses something.
Expected<exchange::Delivered> deliver(exchange::Journal &journal, const Partner &partner, exchange::Delivery delivery);

/// Complains of everything in a document that a rule calls an error. How many; nothing where the rules can't be read,
/// with a complaint.
std::optional<int> complainOfErrors(
    Program &program, const payload::Document &document, std::optional<rules::BatchVerb> verb = {});

/// The line of JSON that says how a request ended. `pages`: that it took, where every page was wanted; else 0.
/// `message`: what a message is called, "SUPPLIER/NUMBER"; empty for anything else.
QByteArray outcomeLine(
    partners::Operation operation, const exchange::Delivered &delivered, const QString &message = {}, int pages = 0);

} // namespace marquee::cli
