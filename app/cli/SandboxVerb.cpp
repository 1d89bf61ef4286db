// SPDX-License-Identifier: GPL-3.0-or-later
#include "Interrupts.h"
#include "Verbs.h"

#include "sandbox/Sandbox.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace marquee::cli {

namespace {

struct Options
{
    quint16 port = 0;
    std::string partner = "all";
    std::vector<std::string> faults;
    std::string apiKey;
    std::vector<std::string> tls; ///< certificate, key
    std::string clientAuthority;
};

/// What runs, and where.
nlohmann::ordered_json readyLine(const sandbox::Sandbox &running)
{
    nlohmann::ordered_json line;
    if (running.playsPrime())
        line["prime"] = running.primeUrl().toString().toStdString();
    if (running.playsShowtime())
        line["showtime"] = running.showtimeUrl().toString().toStdString();
    if (running.playsAtom())
        line["atom"] = running.atomUrl().toString().toStdString();
    return line;
}

Exit run(Program &program, const Options &options)
{
    const auto plays = [&options](const char *partner) { return options.partner == "all" || options.partner == partner; };
    sandbox::SandboxOptions sandboxOptions;
    sandboxOptions.port = options.port;
    sandboxOptions.apiKey = bytesOf(options.apiKey);
    sandboxOptions.playsPrime = plays("prime");
    sandboxOptions.playsShowtime = plays("showtime");
    sandboxOptions.playsAtom = plays("atom");
    for (const std::string &spec : options.faults) {
        const auto fault = sandbox::parseFault(spec);
        if (!fault) {
            program.complain(fault.error());
            return Exit::Usage;
        }
        sandboxOptions.faults.push_back(*fault);
    }
    if (options.tls.size() == 2) {
        sandboxOptions.certificate = QString::fromLocal8Bit(options.tls[0].c_str());
        sandboxOptions.key = QString::fromLocal8Bit(options.tls[1].c_str());
    }
    sandboxOptions.clientAuthority = QString::fromLocal8Bit(options.clientAuthority.c_str());
    const auto running = sandbox::Sandbox::start(sandboxOptions);
    if (!running) {
        program.complain(running.error());
        return running.error().code == Error::Code::Invalid ? Exit::Refused : Exit::Unreadable;
    }
    const auto interrupts = Interrupts::listen([] { QCoreApplication::quit(); });
    if (!program.print(bytesOf(readyLine(**running).dump()) + '\n'))
        return Exit::Unreadable;
    QCoreApplication::exec();
    return Exit::Good;
}

} // namespace

void addSandbox(CLI::App &app, Program &program, Chosen &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("sandbox", "The simulated partners on 127.0.0.1, until they are ended");
    verb->footer("Example: marquee-cli sandbox --port 8080 --fault 503:put-full@2");
    verb->add_option("--port", options->port, "0: any that is free")->capture_default_str();
    verb->add_option("--partner", options->partner, "prime, showtime, atom, or all that there are")
        ->check(CLI::IsMember({"prime", "showtime", "atom", "all"}))
        ->capture_default_str();
    verb->add_option("--fault", options->faults, "KIND[:OPERATION][@N][xCOUNT], repeatable")
        ->take_all()
        ->expected(1)
        ->allow_extra_args(false);
    verb->add_option("--api-key", options->apiKey, "Prime and Atom ask for this x-api-key");
    CLI::Option *tls = verb->add_option("--tls", options->tls, "Speak TLS with this certificate and key (PEM)")
                           ->expected(2)
                           ->type_name("CERT KEY");
    verb->add_option(
            "--client-ca", options->clientAuthority, "Ask clients for a certificate that this authority signed (PEM)")
        ->needs(tls);
    verb->callback([&program, &chosen, options] { chosen = [&program, options] { return run(program, *options); }; });
}

} // namespace marquee::cli
