// SPDX-License-Identifier: GPL-3.0-or-later
#include "Verbs.h"

#include "rules/ShowFix.h"

#include "workspace/Files.h"

#include <QCoreApplication>
#include <QXmlStreamWriter>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace marquee::cli {

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;
using rules::Counts;
using rules::Problem;
using rules::Severity;

namespace {

struct Options
{
    std::vector<std::string> files;
    std::string format = "text";
    std::string profile = "authored";
};

/// One problem, as it is told.
struct Line
{
    std::string rule;
    Severity severity = Severity::Error;
    std::string pointer;
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    QString message;
    std::vector<std::pair<std::string, std::string>> fixes; ///< id, title
};

struct FileResult
{
    QString file;
    QLatin1StringView kind = "unknown"_L1;
    std::vector<Line> lines;
    Counts counts;
    bool malformed = false;
};

/// How --profile says what a document is for.
const std::map<std::string, std::optional<rules::BatchVerb>> &profiles()
{
    static const std::map<std::string, std::optional<rules::BatchVerb>> known{
        {"authored", std::nullopt},
        {"reply", std::nullopt},
        {"sending", std::nullopt},
        {"batch-put", rules::BatchVerb::Put},
        {"batch-get", rules::BatchVerb::Get},
        {"batch-delete", rules::BatchVerb::Delete},
        {"batch-validate", rules::BatchVerb::Validate},
    };
    return known;
}

FileResult malformed(const QString &name, const Error &error, const rules::RuleSet &rules)
{
    FileResult result{name, "unknown"_L1, {}, {1, 0, 0}, true};
    Line line;
    line.rule = rules.ruleFor(error.code).info().id;
    line.message = error.message;
    if (error.place) {
        line.line = error.place->line;
        line.column = error.place->column;
    }
    if (!error.excerpt.isEmpty())
        line.message += u' ' + QCoreApplication::translate("cli", "The line: %1").arg(error.excerpt.trimmed());
    if (error.code == Error::Code::Malformed)
        line.fixes.emplace_back("repair", QCoreApplication::translate("cli", "Propose a repair").toStdString());
    result.lines.push_back(std::move(line));
    return result;
}

FileResult examine(const QString &name, const payload::Document &document, const rules::Validator &validator)
{
    FileResult result{name, rules::kindName(validator.kind()), {}, validator.counts(), false};
    const rules::Context context = validator.context();
    for (const Problem &problem : validator.problems()) {
        Line line;
        line.rule = problem.rule->info().id;
        line.severity = problem.severity;
        line.pointer = document.pointerTo(problem.path).toString();
        const TextPlace place = document.text().place(document.at(problem.path).begin());
        line.line = place.line;
        line.column = place.column;
        line.message = problem.rule->message(problem, context);
        for (const rules::Fix &fix : problem.rule->fixes(problem, context)) {
            if (!rules::isShowing(fix)) // there is nothing to show it on
                line.fixes.emplace_back(fix.id.toStdString(), fix.title.toStdString());
        }
        result.lines.push_back(std::move(line));
    }
    return result;
}

QByteArray asText(const std::vector<FileResult> &results, const Counts &sum)
{
    QString text;
    for (const FileResult &result : results) {
        for (const Line &line : result.lines) {
            text += result.file + u':' + QString::number(line.line) + u':' + QString::number(line.column) + u": "
                + rules::severityName(line.severity) + u' ' + QString::fromStdString(line.rule) + u' ' + line.message;
            if (!line.pointer.empty())
                text += u" ["_s + QString::fromStdString(line.pointer) + u']';
            text += u'\n';
        }
    }
    text += QCoreApplication::translate("cli", "%1 files: %2 errors, %3 warnings, %4 hints")
                .arg(results.size())
                .arg(sum.errors)
                .arg(sum.warnings)
                .arg(sum.hints)
        + u'\n';
    return text.toUtf8();
}

QByteArray asJson(const std::vector<FileResult> &results, const Counts &sum)
{
    Json files = Json::array();
    for (const FileResult &result : results) {
        Json problems = Json::array();
        for (const Line &line : result.lines) {
            Json fixes = Json::array();
            for (const auto &[id, title] : line.fixes)
                fixes.push_back({{"id", id}, {"title", title}});
            problems.push_back({{"rule", line.rule},
                                {"severity", rules::severityName(line.severity).data()},
                                {"pointer", line.pointer},
                                {"line", line.line},
                                {"column", line.column},
                                {"message", line.message.toStdString()},
                                {"fixes", fixes}});
        }
        files.push_back({{"file", result.file.toStdString()}, {"kind", result.kind.data()}, {"problems", problems}});
    }
    const Json all{{"files", files},
                   {"summary",
                    {{"files", results.size()}, {"errors", sum.errors}, {"warnings", sum.warnings}, {"hints", sum.hints}}}};
    // A message may quote what a file holds; what isn't UTF-8 there is shown as such, and doesn't end the program.
    return bytesOf(all.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

QByteArray asJunit(const std::vector<FileResult> &results, const Counts &sum)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, u"marquee-cli validate"_s);
    xml.writeAttribute(u"tests"_s, QString::number(results.size()));
    xml.writeAttribute(u"failures"_s, QString::number(std::count_if(results.begin(), results.end(), [](const FileResult &r) {
                           return r.counts.errors > 0;
                       })));
    for (const FileResult &result : results) {
        xml.writeStartElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, result.kind);
        xml.writeAttribute(u"name"_s, result.file);
        QString others;
        for (const Line &line : result.lines) {
            const QString words = QString::fromStdString(line.rule) + u' ' + line.message + u" ("_s
                + QString::fromStdString(line.pointer) + u", line "_s + QString::number(line.line) + u')';
            if (line.severity != Severity::Error) {
                others += words + u'\n';
                continue;
            }
            xml.writeStartElement(u"failure"_s);
            xml.writeAttribute(u"type"_s, QString::fromStdString(line.rule));
            xml.writeAttribute(u"message"_s, words);
            xml.writeEndElement();
        }
        if (!others.isEmpty())
            xml.writeTextElement(u"system-out"_s, others);
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    Q_UNUSED(sum)
    return bytes;
}

Exit run(Program &program, const Options &options)
{
    const rules::Rulebook *book = program.rulebook();
    const auto severities = program.severities();
    if (!book || !severities)
        return Exit::Unreadable;
    Exit exit = Exit::Good;
    std::vector<FileResult> results;
    Counts sum;
    for (const std::string &file : options.files) {
        const QString name = QString::fromLocal8Bit(file.c_str());
        auto bytes = workspace::readFile(name);
        if (!bytes) {
            program.complain(bytes.error());
            exit = worse(exit, Exit::Unreadable);
            continue;
        }
        auto document = payload::Document::read(*bytes);
        if (!document) {
            results.push_back(malformed(name, document.error(), *book->rules));
            exit = worse(exit, Exit::Unreadable);
        } else {
            rules::Validator validator(*book, **document, *severities);
            validator.setReply(options.profile == "reply");
            validator.setSending(options.profile == "sending");
            validator.setBatchVerb(profiles().at(options.profile));
            validator.validate();
            results.push_back(examine(name, **document, validator));
            if (results.back().counts.errors > 0)
                exit = worse(exit, Exit::Fault);
        }
        sum += results.back().counts;
    }
    const QByteArray out = options.format == "json" ? asJson(results, sum)
        : options.format == "junit"                 ? asJunit(results, sum)
                                                    : asText(results, sum);
    return program.print(out) ? exit : worse(exit, Exit::Unreadable);
}

} // namespace

void addValidate(CLI::App &app, Program &program, Chosen &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("validate", "Problems of each file");
    verb->footer("Example: marquee-cli validate --format json avails/*.json");
    verb->add_option("FILE", options->files, "Payloads; - is standard input")->required();
    verb->add_option("--format", options->format, "text, json or junit")
        ->check(CLI::IsMember({"text", "json", "junit"}))
        ->capture_default_str();
    std::vector<std::string> names;
    for (const auto &[name, verbOfBatch] : profiles())
        names.push_back(name);
    verb->add_option("--profile", options->profile, "What the documents are for")
        ->check(CLI::IsMember(names))
        ->capture_default_str();
    verb->callback([&program, &chosen, options] { chosen = [&program, options] { return run(program, *options); }; });
}

} // namespace marquee::cli
