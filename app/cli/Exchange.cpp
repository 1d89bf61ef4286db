// SPDX-License-Identifier: GPL-3.0-or-later
#include "Exchange.h"

#include "Program.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace marquee::cli {

using namespace Qt::StringLiterals;
using exchange::Environment;
using exchange::ProxySettings;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

/// False, and a complaint, for what isn't a proxy's address.
bool setProxy(const Program &program, const std::string &text, Environment &environment, exchange::Secrets &secrets)
{
    QUrl url = QUrl::fromUserInput(QString::fromLocal8Bit(text.c_str()));
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "socks5"_L1)) {
        program.complain(tr("--proxy has to be an address such as http://proxy.example:3128."));
        return false;
    }
    environment.proxy.mode = ProxySettings::Mode::Manual;
    environment.proxy.user = url.userName(QUrl::FullyDecoded);
    if (!url.password().isEmpty()) { // for this session, and masked like any other
        environment.proxy.password = {exchange::SecretSource::Kind::Keychain, u"--proxy"_s};
        secrets.giveForSession(environment.proxy.password, url.password(QUrl::FullyDecoded).toUtf8());
    }
    url.setUserInfo({});
    environment.proxy.url = url;
    return true;
}

void takeEndpoints(Partner &partner)
{
    partner.endpoint = partner.channel->endpoint();
    partner.showtime = partner.channel->showtime();
    partner.atom = partner.channel->atom();
}

std::shared_ptr<exchange::Channel> sandboxChannelOf(const sandbox::Sandbox &sandbox, partners::Partner which)
{
    switch (which) {
    case partners::Partner::Showtime:
        return exchange::sandboxShowtimeChannel(sandbox.showtimeUrl());
    case partners::Partner::Atom:
        return exchange::sandboxAtomChannel(sandbox.atomUrl());
    case partners::Partner::Prime:
        break;
    }
    return exchange::sandboxChannel(sandbox.primeUrl());
}

std::optional<Partner> sandboxPartner(
    const Program &program, const SendOptions &options, Exit &exit, partners::Partner which)
{
    Partner partner;
    auto sandbox = sandbox::Sandbox::start();
    if (!sandbox) {
        program.complain(sandbox.error());
        exit = Exit::Failed;
        return std::nullopt;
    }
    partner.sandbox = std::move(*sandbox);
    partner.channel = sandboxChannelOf(*partner.sandbox, which);
    partner.channel->setTimeout(options.timeout);
    takeEndpoints(partner);
    return partner;
}

/// To show a request by: secrets stand there by their names only.
void fillEndpoints(const Environment &environment, Partner &partner)
{
    if (environment.prime) {
        const bool hasKey = environment.prime->apiKey.kind != exchange::SecretSource::Kind::None;
        partner.endpoint
            = {environment.prime->baseUrl, hasKey ? "hidden" : "", environment.prime->apiKey.name.toUtf8()};
    }
    if (environment.showtime)
        partner.showtime = exchange::endpointOf(*environment.showtime, "hidden");
    if (environment.atom) {
        const bool hasKey = environment.atom->apiKey.kind != exchange::SecretSource::Kind::None;
        partner.atom = exchange::endpointOf(*environment.atom, hasKey ? "hidden" : "");
    }
}

/// A complaint where the environment says nothing of the partner.
bool hasSide(const Program &program, const Environment &environment, partners::Partner which)
{
    if (which == partners::Partner::Showtime) {
        if (environment.showtime && !environment.showtime->baseUrl.isEmpty())
            return true;
        program.complain(tr("The environment “%1” has no address for Showtime Analytics.").arg(environment.name));
        return false;
    }
    if (which == partners::Partner::Atom) {
        if (environment.atom && !environment.atom->baseUrl.isEmpty())
            return true;
        program.complain(tr("The environment “%1” has no address for Atom Tickets.").arg(environment.name));
        return false;
    }
    if (environment.prime)
        return true;
    program.complain(tr("The environment “%1” has no address for Prime Video.").arg(environment.name));
    return false;
}

std::optional<Environment> environmentNamed(const Program &program, const QString &name)
{
    const auto environments = exchange::readEnvironments(program.workspace);
    if (!environments) {
        program.complain(environments.error());
        return std::nullopt;
    }
    for (const Environment &environment : *environments) {
        if (environment.name == name)
            return environment;
    }
    program.complain(tr("There is no environment “%1” in this workspace's marquee.json.").arg(name));
    return std::nullopt;
}

} // namespace

void SendOptions::addTo(CLI::App &verb)
{
    verb.add_option("--env", environment, "The environment: a name in marquee.json, or sandbox")->required();
    verb.add_option_function<double>(
            "--timeout",
            [this](const double &seconds) {
                timeout = seconds;
                hasTimeout = true;
            },
            "Seconds for one exchange; the environment's otherwise, or 30")
        ->check(CLI::PositiveNumber);
    verb.add_option("--proxy", proxy, "http://host:port or socks5://host:port, instead of the environment's");
    verb.add_option("--retries", retries, "How often what may be sent again is")
        ->check(CLI::Range(0, 100))
        ->capture_default_str();
    verb.add_flag("--settle", settle, "Ask an unknown outcome back, and say accepted or failed");
}

std::optional<Partner> findPartner(
    const Program &program, const SendOptions &options, bool toSend, Exit &exit, partners::Partner which)
{
    exit = Exit::Usage;
    const QString name = QString::fromLocal8Bit(options.environment.c_str());
    if (name == QLatin1StringView(Environment::SandboxName))
        return sandboxPartner(program, options, exit, which);
    auto environment = environmentNamed(program, name);
    if (!environment || !hasSide(program, *environment, which))
        return std::nullopt;
    Partner partner;
    if (environment->prime)
        partner.licensor = environment->prime->licensor;
    partner.secrets = std::make_unique<exchange::Secrets>();
    if (options.hasTimeout)
        environment->timeoutSeconds = options.timeout;
    if (!options.proxy.empty() && !setProxy(program, options.proxy, *environment, *partner.secrets))
        return std::nullopt;
    if (!toSend) {
        fillEndpoints(*environment, partner);
        return partner;
    }
    auto channel = exchange::Channel::openNow(*environment, *partner.secrets, which);
    if (!channel) {
        program.complain(channel.error());
        // A secret that isn't there is the command line's matter; a certificate is who one is.
        exit = channel.error().code == Error::Code::Invalid ? Exit::Refused : Exit::Usage;
        return std::nullopt;
    }
    for (const exchange::Finding &finding : (*channel)->findings()) {
        if (finding.severity == exchange::Finding::Severity::Warning)
            program.note(QString(finding.subject + u": "_s + finding.message + u' ' + finding.nextStep));
    }
    partner.channel = std::move(*channel);
    takeEndpoints(partner);
    return partner;
}

std::unique_ptr<exchange::Journal> openJournal(const Program &program)
{
    auto journal = exchange::Journal::open();
    if (journal)
        return std::move(*journal);
    program.complain(journal.error());
    return nullptr;
}

Expected<exchange::Delivered> deliver(exchange::Journal &journal, const Partner &partner, exchange::Delivery delivery)
{
    exchange::Courier courier(journal);
    exchange::Delivered result;
    QEventLoop loop;
    const auto number = courier.send(partner.channel, std::move(delivery), [&](const exchange::Delivered &delivered) {
        result = delivered;
        loop.quit();
    });
    if (!number)
        return tl::unexpected(number.error());
    loop.exec();
    return result;
}

std::optional<int> complainOfErrors(
    Program &program, const payload::Document &document, std::optional<rules::BatchVerb> verb)
{
    const rules::Rulebook *book = program.rulebook();
    const auto severities = program.severities();
    if (!book || !severities)
        return std::nullopt;
    rules::Validator validator(*book, document, *severities);
    validator.setBatchVerb(verb);
    validator.validate();
    for (const rules::Problem &problem : validator.problems()) {
        if (problem.severity == rules::Severity::Error)
            program.complain(QString::fromLatin1(problem.rule->info().id) + u' '
                + problem.rule->message(problem, validator.context()) + u" ["
                + QString::fromStdString(document.pointerTo(problem.path).toString()) + u']');
    }
    return validator.counts().errors;
}

QByteArray outcomeLine(
    partners::Operation operation, const exchange::Delivered &delivered, const QString &message, int pages)
{
    const partners::Reply &reply = delivered.reply;
    nlohmann::ordered_json line{{"operation", partners::infoOf(operation).name},
        {"outcome", partners::outcomeName(delivered.outcome.kind).data()}, {"status", reply.status},
        {"elapsed_ms", reply.elapsedMs}, {"request_id", partners::requestIdOf(reply).toStdString()},
        {"bytes_sent", reply.bytesSent}, {"bytes_received", reply.bytesReceived}, {"attempts", delivered.attempts},
        {"message", delivered.outcome.message.toStdString()}};
    if (!message.isEmpty())
        line["transaction"] = message.toStdString();
    if (pages > 0)
        line["pages"] = pages;
    return bytesOf(line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

} // namespace marquee::cli
