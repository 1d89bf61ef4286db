// SPDX-License-Identifier: GPL-3.0-or-later
#include "Verbs.h"

#include "payload/Layout.h"
#include "workspace/Files.h"

#include <CLI/CLI.hpp>

namespace marquee::cli {

namespace {

struct Options
{
    std::string file;
    std::string output;
};

Exit run(const Program &program, const Options &options)
{
    auto bytes = workspace::readFile(QString::fromLocal8Bit(options.file.c_str()));
    if (!bytes) {
        program.complain(bytes.error());
        return Exit::Unreadable;
    }
    if (const auto document = payload::Document::read(*bytes); !document) {
        program.complain(document.error());
        return Exit::Unreadable;
    }
    return program.write(QString::fromLocal8Bit(options.output.c_str()), payload::canonicalLayout(*bytes));
}

} // namespace

void addFormat(CLI::App &app, Program &program, Chosen &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("format", "The payload in canonical layout");
    verb->footer("Example: marquee-cli format pasted.json -o night-ferry.json");
    verb->add_option("FILE", options->file, "A payload; - is standard input")->required();
    verb->add_option("-o,--output", options->output, "Where to write it; standard output otherwise");
    verb->callback([&program, &chosen, options] { chosen = [&program, options] { return run(program, *options); }; });
}

} // namespace marquee::cli
