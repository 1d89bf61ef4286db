// SPDX-License-Identifier: GPL-3.0-or-later
#include "Exchange.h"
#include "Interrupts.h"
#include "Program.h"
#include "Verbs.h"

#include "exchange/BatchItem.h"
#include "exchange/Probe.h"
#include "workspace/Files.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace marquee::cli {

using namespace Qt::StringLiterals;
using exchange::ProbeResult;
using Json = nlohmann::ordered_json;

namespace {

struct Options
{
    std::string file;
    SendOptions send;
};

QString tr(const char *words)
{
    return QCoreApplication::translate("cli", words);
}

/// The good document, or a complaint: one with errors would be judged for those.
std::unique_ptr<payload::Document> goodDocument(
    Program &program, const std::string &file, const rules::Severities &severities, Exit &exit)
{
    const auto bytes = workspace::readFile(QString::fromLocal8Bit(file.c_str()));
    auto document = bytes ? payload::Document::read(*bytes) : tl::unexpected(bytes.error());
    if (!document) {
        program.complain(document.error());
        exit = Exit::Unreadable;
        return nullptr;
    }
    rules::Validator validator(*program.rulebook(), **document, severities);
    validator.validate();
    if (validator.kind() == rules::DocumentKind::Avail && validator.counts().errors == 0)
        return std::move(*document);
    program.complain(
        tr("A probe begins with an avail that has no errors. Correct this one first: marquee-cli validate %1")
            .arg(QString::fromLocal8Bit(file.c_str())));
    exit = Exit::Fault;
    return nullptr;
}

QByteArray lineOf(const ProbeResult &result)
{
    Json line{{"rule", result.variant.rule.toStdString()}, {"ours", result.ours().toStdString()},
        {"partner", partners::outcomeName(result.partner.kind).data()},
        {"message", exchange::itemMessage(result.partner).toStdString()},
        {"severity", rules::severityName(result.variant.severity).data()}, {"agree", !result.disagrees()}};
    if (!result.variant.also.isEmpty())
        line["also"] = result.variant.also.join(u' ').toStdString();
    return bytesOf(line.dump(-1, ' ', false, Json::error_handler_t::replace)) + '\n';
}

Exit run(Program &program, const Options &options)
{
    const rules::Rulebook *book = program.rulebook();
    const auto severities = program.severities();
    if (!book || !severities)
        return Exit::Unreadable;
    Exit exit = Exit::Good;
    const auto good = goodDocument(program, options.file, *severities, exit);
    if (!good)
        return exit;
    const auto partner = findPartner(program, options.send, true, exit);
    if (!partner)
        return exit;
    const auto journal = openJournal(program);
    if (!journal)
        return Exit::Failed;
    exchange::Courier courier(*journal);
    auto variants = exchange::probeVariants(*good, *book, *severities);
    if (!variants.leftOut.isEmpty())
        program.note(tr("This document can't be made to break: %1.").arg(variants.leftOut.join(u", "_s)));
    partners::PrimeTarget usual;
    usual.licensor = partner->licensor;
    exchange::Probe probe(courier, partner->channel, *good, std::move(variants), usual);
    QEventLoop loop;
    QObject::connect(&probe, &exchange::Probe::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    bool isInterrupted = false;
    const auto interrupts = Interrupts::listen([&] {
        isInterrupted = true;
        probe.stop();
    });
    exchange::RetryPolicy retry;
    retry.retries = options.send.retries;
    probe.start(retry);
    loop.exec();
    exit = Exit::Good;
    for (const ProbeResult &result : probe.sorted()) {
        // A rejection is what is asked for here; a partner that can't be asked isn't.
        if (result.partner.kind == partners::Outcome::Kind::Failed
            || result.partner.kind == partners::Outcome::Kind::Unknown)
            exit = worse(exit, static_cast<Exit>(result.partner.exitCode));
        if (!program.print(lineOf(result)))
            return Exit::Unreadable;
    }
    return isInterrupted ? Exit::Interrupted : exit;
}

} // namespace

void addProbe(CLI::App &app, Program &program, Chosen &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand(
        "probe", "Learn what the partner checks: a variant a rule, judged by its validate operation");
    verb->footer("Example: marquee-cli probe night-ferry.json --env sandbox");
    verb->add_option("FILE", options->file, "An avail without errors; - is standard input")->required();
    options->send.addTo(*verb);
    verb->callback([&program, &chosen, options] { chosen = [&program, options] { return run(program, *options); }; });
}

} // namespace marquee::cli
