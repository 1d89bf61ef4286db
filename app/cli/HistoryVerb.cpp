// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"
#include "Verbs.h"

#include "exchange/JournalReader.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace marquee::cli {

using namespace Qt::StringLiterals;
using exchange::JournalRecord;
using Json = nlohmann::ordered_json;

namespace {

struct Options
{
    int limit = 20;
    std::string environment;
    std::string find;
    qint64 show = 0;
    std::string har;
};

std::string isoTime(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODateWithMs).toStdString();
}

Json headersOf(const exchange::HeaderList &headers)
{
    Json json = Json::array();
    for (const auto &[name, value] : headers)
        json.push_back({{"name", name.toStdString()}, {"value", value.toStdString()}});
    return json;
}

Json lineOf(const JournalRecord &record)
{
    return {{"id", record.id}, {"started", isoTime(record.request.started)},
        {"ended", record.reply.ended.isValid() ? Json(isoTime(record.reply.ended)) : Json()},
        {"environment", record.request.environment.toStdString()},
        {"operation", record.request.operation.toStdString()}, {"document", record.request.document.toStdString()},
        {"subject", record.request.subject.toStdString()}, {"method", record.request.method.toStdString()},
        {"url", record.request.url.toStdString()}, {"outcome", record.reply.outcome.toStdString()},
        {"status", record.reply.status}, {"elapsed_ms", record.reply.elapsedMs},
        {"request_id", record.reply.requestId.toStdString()}, {"bytes_sent", record.reply.bytesSent},
        {"bytes_received", record.reply.bytesReceived}, {"attempts", record.reply.attempts},
        {"message", record.reply.message.toStdString()}};
}

Exit print(const Program &program, const Json &json)
{
    const bool printed = program.print(bytesOf(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + '\n');
    return printed ? Exit::Good : Exit::Unreadable;
}

Exit showOne(const Program &program, const exchange::JournalReader &reader, qint64 id)
{
    const auto record = reader.find(id);
    if (!record) {
        program.complain(QCoreApplication::translate("cli", "There is no exchange %1 in the journal.").arg(id));
        return Exit::Usage;
    }
    Json json = lineOf(*record);
    json["request"] = {{"headers", headersOf(record->request.headers)}, {"body", record->request.body.toStdString()}};
    json["reply"] = {{"headers", headersOf(record->reply.headers)}, {"body", record->reply.body.toStdString()}};
    json["cut"] = record->bodiesCut;
    return print(program, json);
}

Exit run(Program &program, const Options &options)
{
    const auto reader = exchange::JournalReader::open();
    if (!reader) {
        program.note(reader.error().message);
        if (reader.error().code != Error::Code::NotFound)
            return Exit::Unreadable;
        return options.show == 0 ? Exit::Good : Exit::Usage;
    }
    if (options.show != 0)
        return showOne(program, **reader, options.show);
    exchange::JournalFilter filter;
    filter.limit = options.limit;
    filter.environment = QString::fromLocal8Bit(options.environment.c_str());
    filter.text = QString::fromLocal8Bit(options.find.c_str());
    filter.withBodies = !options.har.empty();
    const std::vector<JournalRecord> records = (*reader)->list(filter);
    if (const auto dropped = (*reader)->dropped(); dropped.count > 0)
        program.note(QCoreApplication::translate(
            "cli", "%1 exchanges up to %2 were dropped to keep the journal within its limits.")
                         .arg(dropped.count)
                         .arg(dropped.upTo.toString(Qt::ISODate)));
    if (!options.har.empty())
        return program.write(QString::fromLocal8Bit(options.har.c_str()), exchange::toHar(records));
    Exit exit = Exit::Good;
    for (const JournalRecord &record : records)
        exit = worse(exit, print(program, lineOf(record)));
    return exit;
}

} // namespace

void addHistory(CLI::App &app, Program &program, Chosen &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb
        = app.add_subcommand("history", "What was sent, and what became of it: lines of JSON, the newest first");
    verb->footer("Example: marquee-cli history --env production --find NF-2027 --limit 5");
    verb->add_option("--limit", options->limit, "How many")->check(CLI::PositiveNumber)->capture_default_str();
    verb->add_option("--env", options->environment, "Of this environment only");
    verb->add_option("--find", options->find, "With this text in address, document, message or body");
    verb->add_option("--show", options->show, "This one, with headers and bodies")->check(CLI::PositiveNumber);
    verb->add_option("--har", options->har, "Write them to a file as an HTTP archive, for other tools");
    verb->callback([&program, &chosen, options] { chosen = [&program, options] { return run(program, *options); }; });
}

} // namespace marquee::cli
