// SPDX-License-Identifier: GPL-3.0-or-later
#include "Exchange.h"

#include "Program.h"

#include "exchange/Secrets.h"
#include "exchange/Sender.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <nlohmann/json.hpp>

namespace marquee::cli {

using exchange::Environment;

std::optional<Partner> findPartner(const Program &program, const QString &name, bool withKey)
{
    Partner partner;
    if (name == QLatin1StringView(Environment::SandboxName)) {
        auto sandbox = sandbox::Sandbox::start();
        if (!sandbox) {
            program.complain(sandbox.error());
            return std::nullopt;
        }
        partner.sandbox = std::move(*sandbox);
        partner.endpoint.baseUrl = partner.sandbox->primeUrl();
        return partner;
    }
    const auto environments = exchange::readEnvironments(program.workspace);
    if (!environments) {
        program.complain(environments.error());
        return std::nullopt;
    }
    for (const Environment &environment : *environments) {
        if (environment.name != name || !environment.prime)
            continue;
        partner.endpoint.baseUrl = environment.prime->baseUrl;
        partner.licensor = environment.prime->licensor;
        if (environment.prime->apiKey.kind == exchange::SecretSource::Kind::None)
            return partner;
        partner.endpoint.apiKeyName = environment.prime->apiKey.name.toUtf8();
        partner.endpoint.apiKey = "hidden"; // shown by its name only
        if (!withKey)
            return partner;
        exchange::Secrets secrets;
        const auto key = secrets.wait(environment.prime->apiKey);
        if (!key) {
            program.complain(key.error());
            return std::nullopt;
        }
        partner.endpoint.apiKey = *key;
        return partner;
    }
    program.complain(QCoreApplication::translate("cli", "There is no environment “%1” in this workspace's marquee.json.").arg(name));
    return std::nullopt;
}

partners::Reply exchangeOnce(const partners::Request &request, int timeoutMs)
{
    exchange::Sender sender;
    QEventLoop loop;
    partners::Reply result;
    sender.send(request, timeoutMs, [&](const partners::Reply &reply) {
        result = reply;
        loop.quit();
    });
    loop.exec();
    return result;
}

QByteArray outcomeLine(partners::Operation operation, const partners::Outcome &outcome, const partners::Reply &reply)
{
    QByteArray id = reply.header("x-request-id");
    if (id.isEmpty())
        id = reply.header("x-amzn-requestid");
    const nlohmann::ordered_json line{{"operation", partners::infoOf(operation).name},
                                      {"outcome", partners::outcomeName(outcome.kind).data()},
                                      {"status", reply.status},
                                      {"elapsed_ms", reply.elapsedMs},
                                      {"request_id", id.toStdString()},
                                      {"bytes_sent", reply.bytesSent},
                                      {"bytes_received", reply.bytesReceived},
                                      {"attempts", 1},
                                      {"message", outcome.message.toStdString()}};
    return bytesOf(line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

} // namespace marquee::cli
