// SPDX-License-Identifier: GPL-3.0-or-later
#include "Exchange.h"
#include "Verbs.h"

#include "workspace/Files.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

namespace marquee::cli {

using partners::Operation;

namespace {

struct Options
{
    std::string operation;
    std::string file;
    std::string environment;
    std::string output;
    std::string alid, territory, businessLine, contract, transaction;
    std::string as = "http";
    double timeout = 30;
    bool dryRun = false;
    bool force = false;
};

QString text(const std::string &option)
{
    return QString::fromLocal8Bit(option.c_str());
}

std::optional<rules::BatchVerb> batchVerbOf(Operation operation)
{
    switch (operation) {
    case Operation::BatchPut:
        return rules::BatchVerb::Put;
    case Operation::BatchGet:
        return rules::BatchVerb::Get;
    case Operation::BatchDelete:
        return rules::BatchVerb::Delete;
    case Operation::BatchValidate:
        return rules::BatchVerb::Validate;
    default:
        return std::nullopt;
    }
}

/// The file that goes with the operation, read and, where it is put or posted, validated.
struct Body
{
    QByteArray bytes;
    partners::PrimeTarget target;
    Exit exit = Exit::Good;
};

Body bodyOf(Program &program, const Options &options, Operation operation)
{
    Body body;
    auto bytes = workspace::readFile(text(options.file));
    if (!bytes) {
        program.complain(bytes.error());
        return {{}, {}, Exit::Unreadable};
    }
    body.bytes = *bytes;
    const auto document = payload::Document::read(*bytes);
    if (!document) {
        program.complain(document.error());
        body.exit = options.force ? Exit::Good : Exit::Unreadable;
        return body;
    }
    body.target = partners::targetOf(**document);
    if (!partners::infoOf(operation).hasBody || options.force)
        return body;
    const rules::Rulebook *book = program.rulebook();
    const auto severities = program.severities();
    if (!book || !severities)
        return {{}, {}, Exit::Unreadable};
    rules::Validator validator(*book, **document, *severities);
    validator.setBatchVerb(batchVerbOf(operation));
    validator.validate();
    for (const rules::Problem &problem : validator.problems()) {
        if (problem.severity == rules::Severity::Error)
            program.complain(QString::fromLatin1(problem.rule->info().id) + u' '
                             + problem.rule->message(problem, validator.context()) + u" ["
                             + QString::fromStdString((*document)->pointerTo(problem.path).toString()) + u']');
    }
    if (validator.counts().errors > 0) {
        program.complain(QCoreApplication::translate("cli", "Not sent. Correct the errors, or send it with --force."));
        body.exit = Exit::Fault;
    }
    return body;
}

Exit run(Program &program, const Options &options)
{
    const auto operation = partners::operationNamed(options.operation);
    if (!operation) {
        program.complain(QCoreApplication::translate("cli", "There is no operation “%1”.").arg(text(options.operation)));
        return Exit::Usage;
    }
    const partners::OperationInfo &info = partners::infoOf(*operation);
    if (info.hasBody && options.file.empty()) {
        program.complain(QCoreApplication::translate("cli", "%1 needs a FILE.").arg(text(options.operation)));
        return Exit::Usage;
    }
    Body body;
    if (!options.file.empty())
        body = bodyOf(program, options, *operation);
    if (body.exit != Exit::Good)
        return body.exit;
    const auto partner = findPartner(program, text(options.environment), !options.dryRun);
    if (!partner)
        return Exit::Usage;
    partners::PrimeTarget given{partner->licensor, text(options.alid), text(options.transaction), text(options.territory),
                                text(options.businessLine), text(options.contract)};
    const auto request
        = partners::makePrimeRequest(*operation, partners::merged(body.target, given), partner->endpoint, body.bytes);
    if (!request) {
        program.complain(request.error());
        return Exit::Usage;
    }
    if (options.dryRun)
        return program.write(text(options.output), options.as == "curl" ? partners::toCurl(*request) : partners::toHttp(*request));

    const partners::Reply reply = exchangeOnce(*request, static_cast<int>(options.timeout * 1000));
    const partners::Outcome outcome = partners::primeOutcome(*operation, reply);
    const Exit written = program.write(text(options.output), reply.body);
    program.complain(QString::fromUtf8(outcomeLine(*operation, outcome, reply)));
    return worse(static_cast<Exit>(outcome.exitCode), written);
}

} // namespace

void addCall(CLI::App &app, Program &program, Chosen &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("call", "One request to a partner");
    verb->footer("Example: marquee-cli call put-full night-ferry.json --env sandbox");
    verb->add_option("OPERATION", options->operation, "put-full, get-full, delete-full, validate-full, the same with -partial, "
                                                      "batch-put, batch-get, batch-delete, batch-validate")
        ->required();
    verb->add_option("FILE", options->file, "The document; - is standard input");
    verb->add_option("--env", options->environment, "The environment: a name in marquee.json, or sandbox")->required();
    verb->add_option("-o,--output", options->output, "Where the reply's body goes; standard output otherwise");
    verb->add_option("--alid", options->alid, "Avail ID; taken from FILE otherwise");
    verb->add_option("--territory", options->territory, "Territory; taken from FILE otherwise");
    verb->add_option("--business-line", options->businessLine, "Line of business, such as PRIME_SUBSCRIPTION");
    verb->add_option("--contract-id", options->contract, "Contract; taken from FILE otherwise");
    verb->add_option("--transaction-id", options->transaction, "Window ID; taken from FILE otherwise");
    verb->add_option("--timeout", options->timeout, "Seconds")->check(CLI::PositiveNumber)->capture_default_str();
    verb->add_flag("--dry-run", options->dryRun, "Show the request, secrets as $NAMES, and send nothing");
    verb->add_option("--as", options->as, "With --dry-run: http or curl")->check(CLI::IsMember({"http", "curl"}))->capture_default_str();
    verb->add_flag("--force", options->force, "Send it although it has errors");
    verb->callback([&program, &chosen, options] { chosen = [&program, options] { return run(program, *options); }; });
}

} // namespace marquee::cli
