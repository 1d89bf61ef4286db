// SPDX-License-Identifier: GPL-3.0-or-later
#include "Verbs.h"

#include "payload/JsonReader.h"
#include "payload/JsonText.h"
#include "rules/FieldEdits.h"
#include "rules/Wording.h"
#include "workspace/Templates.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

namespace marquee::cli {

namespace {

using payload::Edit;
using payload::Pointer;

struct Options
{
    std::string name;
    std::vector<std::string> values;
    std::string output;
    bool list = false;
    bool partial = false;
};

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

bool isJson(const std::string &text)
{
    return payload::readJson(text).has_value();
}

/// POINTER=VALUE as an edit. A place that holds text takes the value as text; any other takes JSON where the value is JSON. XML has
/// nothing but text, objects and lists.
Expected<Edit> editFor(const std::string &assignment, const payload::Document &document, const rules::Rulebook &book)
{
    const auto equals = assignment.find('=');
    auto pointer = Pointer::parse(assignment.substr(0, equals));
    if (!pointer || pointer->isRoot() || equals == std::string::npos) {
        Error error;
        error.code = Error::Code::Invalid;
        error.message = tr("“%1” isn't POINTER=VALUE.").arg(QString::fromStdString(assignment));
        error.nextStep = tr("Write it like /avail/ALID=NF-001.");
        return tl::unexpected(error);
    }
    const std::string value = assignment.substr(equals + 1);
    const payload::Value stands = document.find(*pointer);
    const bool isContainer = value.starts_with('{') || value.starts_with('[');
    const bool asText = document.isXml() ? !isContainer : stands && stands.isString();
    const std::string json = asText || !isJson(value) ? payload::encodeJsonString(value) : value;
    if (stands)
        return Edit::set(*pointer, json);
    const rules::Context context{*book.catalog, *book.vocabularies, document, rules::kindOf(document.root()), 0};
    const payload::Value holder = document.find(pointer->parent());
    // An element with nothing in it reads as a text, and takes members all the same.
    if (!document.isXml() && !holder.isObject())
        return Edit::insertItem(pointer->parent(), json);
    return rules::placeValue(context, *pointer, json);
}

Exit list(const Program &program, const workspace::Templates &templates)
{
    QString text;
    for (const workspace::Template &one : templates.all())
        text += QString::fromStdString(one.id).leftJustified(20) + one.name + u" – " + one.help + u'\n';
    return program.print(text.toUtf8()) ? Exit::Good : Exit::Unreadable;
}

Exit run(Program &program, const Options &options)
{
    const auto templates = workspace::Templates::load();
    const rules::Rulebook *book = program.rulebook();
    if (!templates || !book) {
        if (!templates)
            program.complain(templates.error());
        return Exit::Unreadable;
    }
    if (options.list)
        return list(program, *templates);
    const workspace::Template *chosen = templates->find(options.name);
    if (!chosen) {
        program.complain(tr("There is no template “%1”. --list shows them.").arg(QString::fromStdString(options.name)));
        return Exit::Usage;
    }
    auto document = workspace::Templates::make(*chosen, options.partial ? workspace::Extract::Partial : workspace::Extract::Full);
    if (!document) {
        program.complain(document.error());
        return Exit::Unreadable;
    }
    for (const std::string &assignment : options.values) {
        const auto edit = editFor(assignment, **document, *book);
        const auto done = edit ? (*document)->apply(*edit) : tl::unexpected(edit.error());
        if (!done) {
            program.complain(done.error());
            return Exit::Usage;
        }
    }
    return program.write(QString::fromLocal8Bit(options.output.c_str()), (*document)->text().toByteArray());
}

} // namespace

void addNew(CLI::App &app, Program &program, Chosen &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("new", "A document from a template");
    verb->footer("Example: marquee-cli new tvod-film --set /avail/ALID=NF-001 -o night-ferry.json");
    auto *name = verb->add_option("TEMPLATE", options->name, "Which template; --list shows them");
    auto *listing = verb->add_flag("--list", options->list, "The templates there are");
    verb->add_option("--set", options->values, "POINTER=VALUE, repeatable")->take_all()->expected(1)->allow_extra_args(false);
    verb->add_flag("--partial", options->partial, "A partial extract: the first window only");
    verb->add_option("-o,--output", options->output, "Where to write it; standard output otherwise");
    verb->callback([&program, &chosen, options, name, listing] {
        if (name->count() == 0 && listing->count() == 0)
            throw CLI::RequiredError("TEMPLATE");
        chosen = [&program, options] { return run(program, *options); };
    });
}

} // namespace marquee::cli
