// SPDX-License-Identifier: GPL-3.0-or-later
#include "Verbs.h"

#include "masks/Mask.h"
#include "workspace/Files.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

namespace marquee::cli {

using namespace Qt::StringLiterals;

namespace {

struct Options
{
    std::string file;
    std::string output;
    bool titles = false;
    bool prices = false;
    bool contracts = false;
    bool ids = false;
    bool people = false;
    bool all = false;
    std::vector<std::string> members; ///< names, and pointers, which begin with a slash
};

/// Nothing where a pointer isn't one.
std::optional<masks::MaskOptions> chosenBy(const Program &program, const Options &options)
{
    masks::MaskOptions chosen{options.titles, options.prices, options.contracts, options.ids, options.people, {}, {}};
    for (const std::string &member : options.members) {
        if (member.empty() || member.front() != '/') {
            chosen.members << QString::fromLocal8Bit(member.c_str());
            continue;
        }
        const auto pointer = payload::Pointer::parse(member);
        if (!pointer) {
            program.complain(pointer.error());
            return std::nullopt;
        }
        chosen.pointers.push_back(*pointer);
    }
    if (options.all)
        chosen.titles = chosen.prices = chosen.contracts = chosen.ids = chosen.people = true;
    else if (chosen.isEmpty())
        chosen.titles = chosen.prices = chosen.contracts = true;
    return chosen;
}

Exit run(Program &program, const Options &options)
{
    const auto chosen = chosenBy(program, options);
    if (!chosen)
        return Exit::Usage;
    const rules::Rulebook *book = program.rulebook();
    if (!book)
        return Exit::Unreadable;
    const auto bytes = workspace::readFile(QString::fromLocal8Bit(options.file.c_str()));
    if (!bytes) {
        program.complain(bytes.error());
        return Exit::Unreadable;
    }
    const auto document = payload::Document::read(*bytes);
    if (!document) {
        program.complain(document.error());
        return Exit::Unreadable;
    }
    const auto masked = masks::maskDocument(**document, *chosen, *book);
    if (!masked) {
        program.complain(masked.error());
        return Exit::Unreadable;
    }
    int places = 0;
    for (const masks::Replacement &one : masked->table)
        places += one.count;
    program.note(
        QCoreApplication::translate("cli", "%1 values masked, in %2 places").arg(masked->table.size()).arg(places));
    return program.write(QString::fromLocal8Bit(options.output.c_str()), masked->bytes);
}

} // namespace

void addMask(CLI::App &app, Program &program, Chosen &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb
        = app.add_subcommand("mask", "A payload with titles, prices and contracts replaced, to show to others");
    verb->footer(
        "Example: marquee-cli mask night-ferry.json --titles --prices --member ShortDescription -o masked.json\n"
        "Without a choice: titles, prices and contracts. The same value gets the same stand-in, and everything else\n"
        "stays byte for byte.");
    verb->add_option("FILE", options->file, "A payload; - is standard input")->required();
    verb->add_flag("--titles", options->titles, "Titles become Title 1, Title 2 …");
    verb->add_flag("--prices", options->prices, "Amounts become others, with as many decimals");
    verb->add_flag("--contracts", options->contracts, "Contracts become CONTRACT-001 …");
    verb->add_flag("--ids", options->ids, "IDs become others of the same form, addresses https://example.com/1 …");
    verb->add_flag("--people", options->people, "Persons and companies become Person 1 …");
    verb->add_option(
            "--member", options->members, "All that stands in members of this name, or at this pointer; repeatable")
        ->allow_extra_args(false)
        ->delimiter(',');
    verb->add_flag("--all", options->all, "All of these");
    verb->add_option("-o,--output", options->output, "Where to write it; standard output otherwise");
    verb->callback([&program, &chosen, options] { chosen = [&program, options] { return run(program, *options); }; });
}

} // namespace marquee::cli
