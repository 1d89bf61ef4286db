// SPDX-License-Identifier: GPL-3.0-or-later
#include "Verbs.h"

#include "changes/Compare.h"
#include "changes/Report.h"
#include "changes/Words.h"
#include "payload/JsonText.h"
#include "workspace/Files.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace marquee::cli {

using namespace Qt::StringLiterals;
using changes::Comparison;
using changes::Difference;

namespace {

struct Options
{
    std::string before;
    std::string after;
    std::string format = "text";
    std::vector<std::string> ignored;
    bool anyOrder = false;
    std::vector<std::string> reports;
};

bool isReportName(const QString &file)
{
    return file.endsWith(".html"_L1, Qt::CaseInsensitive) || file.endsWith(".htm"_L1, Qt::CaseInsensitive)
        || file.endsWith(".md"_L1, Qt::CaseInsensitive);
}

std::string pointerText(const std::optional<payload::Pointer> &pointer)
{
    return pointer ? pointer->toString() : std::string();
}

/// "~ Window w1 › End: 2028-01-01T00:00:00Z → 2029-01-01T00:00:00Z  [/avail/Transaction/0/End]"
QString line(const Difference &one)
{
    QString text;
    switch (one.kind) {
    case Difference::Kind::Added:
        text = u"+ "_s + one.place + u": "_s + one.afterWords;
        break;
    case Difference::Kind::Removed:
        text = u"- "_s + one.place + u": "_s + one.beforeWords;
        break;
    case Difference::Kind::Changed:
        text = u"~ "_s + one.place + u": "_s + one.beforeWords + u" → "_s + one.afterWords;
        break;
    }
    if (one.sameInstant)
        text += u' ' + QCoreApplication::translate("cli", "(the same moment)");
    return text + u"  ["_s + QString::fromStdString(pointerText(one.before ? one.before : one.after)) + u"]\n"_s;
}

QByteArray asText(const Comparison &found)
{
    QString text;
    for (const Difference &one : found.differences)
        text += line(one);
    text += QCoreApplication::translate("cli", "%1 differences: %2 added, %3 removed, %4 changed")
                .arg(found.total())
                .arg(found.added)
                .arg(found.removed)
                .arg(found.changed)
        + u'\n';
    return text.toUtf8();
}

std::string pointerJson(const std::optional<payload::Pointer> &pointer)
{
    return pointer ? payload::encodeJsonString(pointer->toString()) : "null";
}

/// The value's own bytes, so that no digit is lost; what isn't JSON to the letter (comments of pasted documentation) as
/// a text.
std::string valueJson(const std::string &json, bool stands)
{
    if (!stands)
        return "null";
    return nlohmann::json::accept(json) ? json : payload::encodeJsonString(json);
}

std::string differenceJson(const Difference &one)
{
    const char *kind = one.kind == Difference::Kind::Added ? "added"
        : one.kind == Difference::Kind::Removed            ? "removed"
                                                           : "changed";
    std::string text = "    {\n      \"kind\": \"" + std::string(kind) + "\",\n      \"pointer_a\": "
        + pointerJson(one.before) + ",\n      \"pointer_b\": " + pointerJson(one.after) + ",\n      \"place\": "
        + payload::encodeJsonString(one.place) + ",\n      \"a\": " + valueJson(one.beforeValue, one.before.has_value())
        + ",\n      \"b\": " + valueJson(one.afterValue, one.after.has_value());
    if (one.sameInstant)
        text += ",\n      \"same_instant\": true";
    return text + "\n    }";
}

QByteArray asJson(const Comparison &found)
{
    std::string text = "{\n  \"differences\": [";
    for (std::size_t i = 0; i < found.differences.size(); ++i)
        text += (i == 0 ? "\n" : ",\n") + differenceJson(found.differences[i]);
    text += found.differences.empty() ? "]" : "\n  ]";
    text += ",\n  \"summary\": {\n    \"added\": " + std::to_string(found.added) + ",\n    \"removed\": "
        + std::to_string(found.removed) + ",\n    \"changed\": " + std::to_string(found.changed) + "\n  }\n}\n";
    return bytesOf(text);
}

std::unique_ptr<payload::Document> read(const Program &program, const std::string &file)
{
    const QString name = QString::fromLocal8Bit(file.c_str());
    const auto bytes = workspace::readFile(name);
    if (!bytes) {
        program.complain(bytes.error());
        return nullptr;
    }
    auto document = payload::Document::read(*bytes);
    if (document)
        return std::move(*document);
    Error error = document.error();
    error.message = name + u": "_s + error.message;
    program.complain(error);
    return nullptr;
}

QString nameOf(const std::string &file)
{
    const QString path = QString::fromLocal8Bit(file.c_str());
    return path == u"-"_s ? QCoreApplication::translate("cli", "standard input") : path;
}

/// Reports are handed on, so what is called like a secret isn't in them.
Exit writeReports(const Program &program, const Options &options, Comparison found, const rules::Rulebook &book,
    const payload::Document &before, const payload::Document &after)
{
    changes::describe(found, book, before, after, {changes::isSecretName, {}});
    changes::ReportInfo info{
        nameOf(options.before), nameOf(options.after), QDateTime::currentDateTimeUtc(), {}, options.anyOrder};
    for (const std::string &member : options.ignored)
        info.ignored << QString::fromLocal8Bit(member.c_str());
    Exit exit = Exit::Good;
    for (const std::string &report : options.reports) {
        const QString file = QString::fromLocal8Bit(report.c_str());
        const bool isMarkdown = file.endsWith(".md"_L1, Qt::CaseInsensitive);
        const QByteArray bytes = isMarkdown ? changes::toMarkdown(found, info) : changes::toHtml(found, info);
        exit = worse(exit, program.write(file, bytes));
    }
    return exit;
}

Exit run(Program &program, const Options &options)
{
    QStringList ignored;
    for (const std::string &member : options.ignored)
        ignored << QString::fromLocal8Bit(member.c_str());
    const auto ignoring = changes::Ignoring::parse(ignored);
    if (!ignoring) {
        program.complain(ignoring.error());
        return Exit::Usage;
    }
    for (const std::string &report : options.reports) {
        if (!isReportName(QString::fromLocal8Bit(report.c_str()))) {
            program.complain(QCoreApplication::translate("cli", "A report's name ends in .html or .md."));
            return Exit::Usage;
        }
    }
    if (options.before == "-" && options.after == "-") {
        program.complain(QCoreApplication::translate("cli", "Only one of the two can be standard input."));
        return Exit::Usage;
    }
    const rules::Rulebook *book = program.rulebook();
    const auto before = read(program, options.before);
    const auto after = read(program, options.after);
    if (!book || !before || !after)
        return Exit::Unreadable;
    changes::Options whole;
    whole.ignoring = *ignoring;
    whole.anyOrder = options.anyOrder;
    if (options.format == "json")
        whole.longestValue = payload::Text::MaximumSize;
    Comparison found = changes::compare(*before, *after, whole);
    changes::describe(found, *book, *before, *after);
    const Exit written = writeReports(program, options, found, *book, *before, *after);
    if (!program.print(options.format == "json" ? asJson(found) : asText(found)))
        return Exit::Unreadable;
    return worse(written, found.total() == 0 ? Exit::Good : Exit::Fault);
}

} // namespace

void addDiff(CLI::App &app, Program &program, Chosen &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("diff", "What differs in meaning between two payloads");
    verb->footer(
        "Example: marquee-cli call get-full night-ferry.json --env test | marquee-cli diff night-ferry.json -\n"
        "         marquee-cli diff old.json new.json --ignore /avail/Transaction/*/Start --report changes.html");
    verb->add_option("A", options->before, "A payload; - is standard input")->required();
    verb->add_option("B", options->after, "Another; - is standard input")->required();
    verb->add_option("--format", options->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    verb->add_option("--ignore", options->ignored,
            "A member that doesn't count: its name, or a pointer in which * is any item; repeatable, or with commas between")
        ->allow_extra_args(false)
        ->delimiter(',');
    verb->add_flag("--ignore-order", options->anyOrder, "The order of lists doesn't count");
    verb->add_option("--report", options->reports, "A report for others, secrets masked: .html or .md; repeatable")
        ->allow_extra_args(false);
    verb->callback([&program, &chosen, options] { chosen = [&program, options] { return run(program, *options); }; });
}

} // namespace marquee::cli
