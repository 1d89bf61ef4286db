// SPDX-License-Identifier: GPL-3.0-or-later
#include "Verbs.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace marquee::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Options
{
    std::string id;
    std::string format = "text";
};

const char *scopeName(rules::Scope scope)
{
    static constexpr const char *names[] = {"value", "object", "window", "document", "batch"};
    return names[static_cast<std::size_t>(scope)];
}

Json asJson(const rules::Rule &rule)
{
    return {{"rule", rule.info().id},
            {"severity", rules::severityName(rule.info().severity).data()},
            {"scope", scopeName(rule.info().scope)},
            {"mutable", rule.info().mutable_},
            {"title", rule.title().toStdString()},
            {"why", rule.why().toStdString()},
            {"source", rule.source().toStdString()}};
}

QString asText(const rules::Rule &rule, bool whole)
{
    QString text = QString::fromLatin1(rule.info().id) + u"  " + QString(rules::severityName(rule.info().severity)).leftJustified(9)
        + rule.title() + u'\n';
    if (whole)
        text += u'\n' + rule.why() + u'\n' + QCoreApplication::translate("cli", "Source: %1").arg(rule.source()) + u'\n';
    return text;
}

Exit run(Program &program, const Options &options)
{
    const rules::Rulebook *book = program.rulebook();
    if (!book)
        return Exit::Unreadable;
    const rules::Rule *one = options.id.empty() ? nullptr : book->rules->find(options.id);
    if (!options.id.empty() && !one) {
        program.complain(QCoreApplication::translate("cli", "There is no rule %1.").arg(QString::fromStdString(options.id)));
        return Exit::Usage;
    }
    QByteArray out;
    if (options.format == "json") {
        Json rules = Json::array();
        for (const auto &rule : book->rules->all()) {
            if (!one || rule.get() == one)
                rules.push_back(asJson(*rule));
        }
        out = bytesOf(Json{{"rules", rules}}.dump(2)) + '\n';
    } else {
        for (const auto &rule : book->rules->all()) {
            if (!one || rule.get() == one)
                out += asText(*rule, one != nullptr).toUtf8();
        }
    }
    return program.print(out) ? Exit::Good : Exit::Unreadable;
}

} // namespace

void addRules(CLI::App &app, Program &program, Chosen &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("rules", "The rules, with explanation and source");
    verb->footer("Example: marquee-cli rules AV101");
    verb->add_option("ID", options->id, "One rule; all otherwise");
    verb->add_option("--format", options->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    verb->callback([&program, &chosen, options] { chosen = [&program, options] { return run(program, *options); }; });
}

} // namespace marquee::cli
