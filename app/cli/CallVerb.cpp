// SPDX-License-Identifier: GPL-3.0-or-later
#include "Exchange.h"
#include "ProductionCall.h"
#include "Verbs.h"

#include "exchange/MessageMaker.h"
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
    bool nextSequence = false;
    ProductionOptions productions;
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
    partners::MessageTarget message;
};

bool isOfMessages(Operation operation)
{
    return partners::infoOf(operation).reach == partners::Reach::Message;
}

Exit notSent(const Program &program, Exit exit)
{
    program.complain(QCoreApplication::translate("cli", "Not sent. Correct the errors, or send it with --force."));
    return exit;
}

Body bodyOf(Program &program, const Options &options, Operation operation)
{
    Body body;
    auto bytes = workspace::readFile(text(options.file));
    if (!bytes) {
        program.complain(bytes.error());
        return {{}, {}, Exit::Unreadable, {}, {}};
    }
    body.bytes = *bytes;
    const auto document = payload::Document::read(*bytes);
    if (!document) {
        program.complain(document.error());
        body.exit = options.force ? Exit::Good : Exit::Unreadable;
        return body;
    }
    if (partners::isMessage(**document) && !options.force) {
        program.complain(QCoreApplication::translate(
            "cli", "This is a message of performances, and Prime Video takes avails. Send it with post-performance."));
        body.exit = Exit::Fault;
        return body;
    }
    body.target = partners::targetOf(**document);
    if (batchVerbOf(operation))
        body.itemIds = itemIds(**document);
    if (!partners::infoOf(operation).hasBody || options.force)
        return body;
    const auto errors = complainOfErrors(program, **document, batchVerbOf(operation));
    if (!errors)
        return {{}, {}, Exit::Unreadable, {}, {}};
    if (*errors > 0)
        body.exit = notSent(program, Exit::Fault);
    return body;
}

/// A message: checked, and numbered where that was asked for.
Body messageOf(Program &program, const Options &options)
{
    Body body;
    const auto bytes = workspace::readFile(text(options.file));
    const rules::Rulebook *book = program.rulebook();
    const auto severities = program.severities();
    if (!bytes)
        program.complain(bytes.error());
    body.exit = Exit::Unreadable;
    if (!bytes || !book || !severities)
        return body;
    const exchange::Numbering numbering = !options.nextSequence ? exchange::Numbering::AsWritten
        : options.dryRun                                        ? exchange::Numbering::Shown
                                                                : exchange::Numbering::Next;
    exchange::MessageMaker maker(*book, *severities, exchange::SequenceNumbers(), numbering, options.force);
    auto made = maker.make(*bytes);
    if (!made) {
        program.complain(made.error());
        const bool isMessage = made.error().code != Error::Code::Invalid;
        if (isMessage && options.force && !options.nextSequence && !payload::Document::read(*bytes)) {
            body.bytes = *bytes; // as it is, whatever it is
            body.exit = Exit::Good;
        } else if (!isMessage) {
            body.exit = Exit::Fault;
        }
        return body;
    }
    for (const QString &error : std::as_const(made->errors))
        program.complain(error);
    if (!made->errors.isEmpty()) {
        body.exit = notSent(program, Exit::Fault);
        return body;
    }
    body.bytes = made->body;
    body.message = made->target;
    body.exit = Exit::Good;
    return body;
}

Exit show(Program &program, const Options &options, Operation operation, const partners::PrimeTarget &target,
    const Partner &partner, const QByteArray &body)
{
    const auto request = isOfMessages(operation)
        ? partners::makeShowtimeRequest(partner.showtime, body)
        : partners::makePrimeRequest(operation, target, partner.endpoint, body);
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
    if (info.partner == partners::Partner::Atom)
        return callProductions(program,
            {*operation, options.productions, options.send, text(options.file), text(options.output), options.dryRun,
                options.as == "curl", options.force});
    if (info.hasBody && options.file.empty()) {
        program.complain(QCoreApplication::translate("cli", "%1 needs a FILE.").arg(text(options.operation)));
        return Exit::Usage;
    }
    const bool isMessage = isOfMessages(*operation);
    if (options.nextSequence && !isMessage) {
        program.complain(QCoreApplication::translate("cli", "--next-sequence is for post-performance only."));
        return Exit::Usage;
    }
    Body body;
    if (!options.file.empty() && !isMessage)
        body = bodyOf(program, options, *operation);
    if (body.exit != Exit::Good)
        return body.exit;
    Exit exit = Exit::Good;
    const auto partner = findPartner(program, options.send, !options.dryRun, exit, info.partner);
    if (!partner)
        return exit;
    if (isMessage) // now that there is somebody to send it to: a number may be used up for it
        body = messageOf(program, options);
    if (body.exit != Exit::Good)
        return body.exit;
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
    delivery.message = body.message;
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
    program.complain(QString::fromUtf8(outcomeLine(*operation, *delivered, body.message.name())));
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
            "batch-put, batch-get, batch-delete, batch-validate, post-performance, production-by-ids, "
            "production-ids-by-venue, productions-by-name, productions-by-vendor-id, atom-ping")
        ->required();
    verb->add_option("FILE", options->file, "The document; - is standard input");
    options->send.addTo(*verb);
    verb->add_option("-o,--output", options->output, "Where the reply's body goes; standard output otherwise");
    verb->add_option("--alid", options->alid, "Avail ID; taken from FILE otherwise");
    verb->add_option("--territory", options->territory, "Territory; taken from FILE otherwise");
    verb->add_option("--business-line", options->businessLine, "Line of business, such as PRIME_SUBSCRIPTION");
    verb->add_option("--contract-id", options->contract, "Contract; taken from FILE otherwise");
    verb->add_option("--transaction-id", options->transaction, "Window ID; taken from FILE otherwise");
    options->productions.addTo(*verb);
    verb->add_flag("--dry-run", options->dryRun, "Show the request, secrets as $NAMES, and send nothing");
    verb->add_option("--as", options->as, "With --dry-run: http or curl")
        ->check(CLI::IsMember({"http", "curl"}))
        ->capture_default_str();
    verb->add_flag("--next-sequence", options->nextSequence,
        "post-performance: give the message its data supplier's next number; the file stays as it is");
    verb->add_flag("--force", options->force, "Send it although it has errors");
    verb->callback([&program, &chosen, options] { chosen = [&program, options] { return run(program, *options); }; });
}

} // namespace marquee::cli
