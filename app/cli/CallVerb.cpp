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
    SendOptions send;
    std::string output;
    std::string alid, territory, businessLine, contract, transaction;
    std::string as = "http";
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

/// The IDs of a batch's items, in their order.
std::vector<std::string> itemIds(const payload::Document &document)
{
    std::vector<std::string> ids;
    const payload::Value items = document.root().member("requestItems");
    for (std::uint32_t i = 0; i < items.size(); ++i)
        ids.push_back(items.at(i).member("requestItemId").string());
    return ids;
}

/// The file that goes with the operation, read and, where it is put or posted, validated.
struct Body
{
    QByteArray bytes;
    partners::PrimeTarget target;
    Exit exit = Exit::Good;
    std::vector<std::string> itemIds;
};

Body bodyOf(Program &program, const Options &options, Operation operation)
{
    Body body;
    auto bytes = workspace::readFile(text(options.file));
    if (!bytes) {
        program.complain(bytes.error());
        return {{}, {}, Exit::Unreadable, {}};
    }
    body.bytes = *bytes;
    const auto document = payload::Document::read(*bytes);
    if (!document) {
        program.complain(document.error());
        body.exit = options.force ? Exit::Good : Exit::Unreadable;
        return body;
    }
    body.target = partners::targetOf(**document);
    if (batchVerbOf(operation))
        body.itemIds = itemIds(**document);
    if (!partners::infoOf(operation).hasBody || options.force)
        return body;
    const rules::Rulebook *book = program.rulebook();
    const auto severities = program.severities();
    if (!book || !severities)
        return {{}, {}, Exit::Unreadable, {}};
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

Exit show(Program &program, const Options &options, Operation operation, const partners::PrimeTarget &target,
    const Partner &partner, const QByteArray &body)
{
    const auto request = partners::makePrimeRequest(operation, target, partner.endpoint, body);
    if (!request) {
        program.complain(request.error());
        return Exit::Usage;
    }
    return program.write(
        text(options.output), options.as == "curl" ? partners::toCurl(*request) : partners::toHttp(*request));
}

Exit run(Program &program, const Options &options)
{
    const auto operation = partners::operationNamed(options.operation);
    if (!operation) {
        program.complain(
            QCoreApplication::translate("cli", "There is no operation “%1”.").arg(text(options.operation)));
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
    Exit exit = Exit::Good;
    const auto partner = findPartner(program, options.send, !options.dryRun, exit);
    if (!partner)
        return exit;
    partners::PrimeTarget usual;
    usual.licensor = partner->licensor; // where neither the document nor the command line says
    const partners::PrimeTarget given{{}, text(options.alid), text(options.transaction), text(options.territory),
        text(options.businessLine), text(options.contract)};
    const partners::PrimeTarget target = partners::merged(partners::merged(usual, body.target), given);
    if (options.dryRun)
        return show(program, options, *operation, target, *partner, body.bytes);
    const auto journal = openJournal(program);
    if (!journal)
        return Exit::Failed;
    exchange::Delivery delivery;
    delivery.operation = *operation;
    delivery.target = target;
    if (info.hasBody)
        delivery.body = body.bytes;
    delivery.itemIds = body.itemIds;
    delivery.document = text(options.file);
    delivery.retry.retries = options.send.retries;
    delivery.settle = options.send.settle;
    const auto delivered = deliver(*journal, *partner, delivery);
    if (!delivered) {
        program.complain(delivered.error());
        return Exit::Usage;
    }
    const Exit written = program.write(text(options.output), delivered->reply.body);
    program.complain(QString::fromUtf8(outcomeLine(*operation, *delivered)));
    return worse(static_cast<Exit>(delivered->outcome.exitCode), written);
}

} // namespace

void addCall(CLI::App &app, Program &program, Chosen &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("call", "One request to a partner");
    verb->footer("Example: marquee-cli call put-full night-ferry.json --env sandbox");
    verb->add_option("OPERATION", options->operation,
            "put-full, get-full, delete-full, validate-full, the same with -partial, "
            "batch-put, batch-get, batch-delete, batch-validate")
        ->required();
    verb->add_option("FILE", options->file, "The document; - is standard input");
    options->send.addTo(*verb);
    verb->add_option("-o,--output", options->output, "Where the reply's body goes; standard output otherwise");
    verb->add_option("--alid", options->alid, "Avail ID; taken from FILE otherwise");
    verb->add_option("--territory", options->territory, "Territory; taken from FILE otherwise");
    verb->add_option("--business-line", options->businessLine, "Line of business, such as PRIME_SUBSCRIPTION");
    verb->add_option("--contract-id", options->contract, "Contract; taken from FILE otherwise");
    verb->add_option("--transaction-id", options->transaction, "Window ID; taken from FILE otherwise");
    verb->add_flag("--dry-run", options->dryRun, "Show the request, secrets as $NAMES, and send nothing");
    verb->add_option("--as", options->as, "With --dry-run: http or curl")
        ->check(CLI::IsMember({"http", "curl"}))
        ->capture_default_str();
    verb->add_flag("--force", options->force, "Send it although it has errors");
    verb->callback([&program, &chosen, options] { chosen = [&program, options] { return run(program, *options); }; });
}

} // namespace marquee::cli
