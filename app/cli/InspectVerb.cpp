// SPDX-License-Identifier: GPL-3.0-or-later
#include "Verbs.h"

#include "payload/JsonText.h"
#include "query/Query.h"
#include "rules/CountWords.h"
#include "summary/Summary.h"
#include "workspace/Files.h"
#include "workspace/FindMatcher.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <limits>

namespace marquee::cli {

using namespace Qt::StringLiterals;

namespace {

struct Options
{
    std::string file;
    std::string find;
    std::string path;
    std::string format = "text";
    int limit = 1000;
    bool isFinding = false;
    bool isSelecting = false;
};

/// One value or stretch of text that was asked for.
struct Hit
{
    QString path; ///< normalized; empty where the text isn't a payload
    std::string pointer;
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    std::string value; ///< JSON
    QString words; ///< for people
};

/// What is told of a file.
struct Report
{
    QString file;
    qsizetype bytes = 0;
    std::optional<summary::Summary> summary; ///< nothing where the text isn't a payload
    std::optional<Error> error; ///< why not
    std::vector<Hit> hits;
    std::size_t total = 0;
    std::optional<QString> value; ///< what an XPath comes to, where that isn't places
    QString note;
};

QString cut(const QString &text)
{
    constexpr qsizetype Longest = 200;
    return text.size() <= Longest ? text : QString(text.left(Longest - 1) + u'…');
}

/// The value's own bytes, so that no digit is lost; what isn't JSON to the letter (comments of pasted documentation) as
/// a text.
std::string valueJson(const payload::Value &value)
{
    std::string json = value.raw();
    return nlohmann::json::accept(json) ? json : payload::encodeJsonString(json);
}

void setPlace(Hit &hit, const payload::Text &text, std::uint32_t offset)
{
    const TextPlace place = text.place(offset);
    hit.line = place.line;
    hit.column = place.column;
}

/// Places that the query selects. Usage where the query is at fault, Unreadable where it can't be run over this file.
Exit select(Program &program, const Options &options, const payload::Document &document, Report &report)
{
    query::SelectOptions limits;
    limits.most = static_cast<std::size_t>(options.limit);
    const auto found = query::select(document, QString::fromStdString(options.path), limits);
    if (!found) {
        program.complain(found.error());
        return found.error().code == Error::Code::Invalid ? Exit::Usage : Exit::Unreadable;
    }
    report.total = found->total;
    report.value = found->value;
    report.note = found->note;
    for (const payload::Path &path : found->places) {
        const payload::Value value = document.at(path);
        Hit hit;
        hit.path = query::normalizedPath(document, path);
        hit.pointer = document.pointerTo(path).toString();
        hit.value = valueJson(value);
        hit.words = cut(QString::fromStdString(hit.value.substr(0, 2000)).simplified());
        setPlace(hit, document.text(), value.begin());
        report.hits.push_back(std::move(hit));
    }
    return Exit::Good;
}

/// Stretches of text; also of a text that isn't a payload, because that is when one looks for where it breaks off.
void find(const Options &options, const rules::Rulebook &book, const QByteArray &bytes,
    const payload::Document *document, Report &report)
{
    workspace::FindQuery query;
    query.text = QString::fromStdString(options.find);
    workspace::FindMatcher matcher(book, query);
    std::vector<workspace::FindHit> hits;
    report.total = matcher.findAll(bytes, options.limit, hits);
    const payload::Text text(bytes);
    for (const workspace::FindHit &one : hits) {
        Hit hit;
        if (document) {
            const payload::Path path = document->pathAt(one.offset);
            hit.path = query::normalizedPath(*document, path);
            hit.pointer = one.pointer.toString();
        }
        hit.words = cut(one.text.trimmed());
        hit.value = payload::encodeJsonString(one.text.trimmed());
        setPlace(hit, text, one.offset);
        report.hits.push_back(std::move(hit));
    }
}

QString summaryText(const summary::Summary &summary)
{
    QString text;
    for (const summary::SummarySection &section : summary.sections) {
        text += u'\n' + section.heading + u'\n';
        for (const summary::SummaryRow &row : section.rows)
            text += u"  "_s + (row.label.isEmpty() ? u"  "_s : QString(row.label + u": "_s)) + row.value + u'\n';
    }
    return text;
}

QByteArray asText(const Report &report, const Options &options)
{
    QString text;
    if (report.summary) {
        text += u"%1: %2\n"_s.arg(report.file, QLatin1StringView(rules::kindName(report.summary->kind)));
        text += report.summary->title
            + (report.summary->subtitle.isEmpty() ? QString() : QString(u" · "_s + report.summary->subtitle)) + u'\n';
    }
    if (!options.isFinding && !options.isSelecting) {
        text += report.summary ? summaryText(*report.summary) : QString();
        return text.toUtf8();
    }
    for (const Hit &hit : report.hits) {
        text += u"%1:%2"_s.arg(hit.line).arg(hit.column);
        if (!hit.path.isEmpty())
            text += u"  "_s + (options.isFinding ? QString::fromStdString(hit.pointer) : hit.path);
        text += u"  "_s + hit.words + u'\n';
    }
    if (report.value)
        text += *report.value + u'\n';
    else if (report.hits.size() < report.total)
        text += QCoreApplication::translate("cli", "%1 found, the first %2 are shown")
                    .arg(report.total)
                    .arg(report.hits.size())
            + u'\n';
    else
        text += QCoreApplication::translate("cli", "%1 found").arg(report.total) + u'\n';
    return text.toUtf8();
}

std::string quoted(const QString &text)
{
    return payload::encodeJsonString(text);
}

std::string hitJson(const Hit &hit)
{
    std::string json = "    {\"path\": ";
    json.append(quoted(hit.path));
    json.append(", \"pointer\": ").append(payload::encodeJsonString(hit.pointer));
    json.append(", \"line\": ").append(std::to_string(hit.line));
    json.append(", \"column\": ").append(std::to_string(hit.column));
    json.append(", \"value\": ").append(hit.value).append("}");
    return json;
}

/// Written by hand, because values go out as their own bytes.
QByteArray asJson(const Report &report)
{
    const rules::Counts problems = report.summary ? report.summary->problems : rules::Counts{1, 0, 0};
    const auto kind = report.summary ? rules::kindName(report.summary->kind) : "unknown"_L1;
    std::string json = "{\n  \"file\": ";
    json.append(quoted(report.file))
        .append(",\n  \"kind\": \"")
        .append(kind.data(), static_cast<std::size_t>(kind.size()));
    json.append("\",\n  \"bytes\": ").append(std::to_string(report.bytes));
    json.append(",\n  \"title\": ").append(quoted(report.summary ? report.summary->title : QString()));
    json.append(",\n  \"counts\": {");
    const char *separator = "";
    if (report.summary) {
        for (const summary::SummaryCount &count : report.summary->counts) {
            json.append(separator).append("\"").append(count.name).append("\": ").append(std::to_string(count.count));
            separator = ", ";
        }
    }
    json.append("},\n  \"problems\": {\"errors\": ").append(std::to_string(problems.errors));
    json.append(", \"warnings\": ").append(std::to_string(problems.warnings));
    json.append(", \"hints\": ").append(std::to_string(problems.hints)).append("}");
    if (report.error)
        json.append(",\n  \"error\": ").append(quoted(report.error->message));
    if (report.value)
        json.append(",\n  \"value\": ").append(quoted(*report.value));
    json.append(",\n  \"found\": [");
    separator = "\n";
    for (const Hit &hit : report.hits) {
        json.append(separator).append(hitJson(hit));
        separator = ",\n";
    }
    json.append(report.hits.empty() ? "]" : "\n  ]");
    json.append(",\n  \"total\": ").append(std::to_string(report.total)).append("\n}\n");
    return bytesOf(json);
}

/// Why a text isn't a payload; a web page in the words that help.
Error whyNot(const Error &error, const QByteArray &bytes)
{
    if (!summary::isWebPage({bytes.constData(), static_cast<std::size_t>(bytes.size())}))
        return error;
    return makeError(Error::Code::Malformed,
        QCoreApplication::translate("cli", "This is an HTML page (a proxy's or a login page?), not a reply."));
}

/// False, and complained, where the query can't be read. Told before any file is.
bool isQuery(const Program &program, const Options &options, bool isXml)
{
    if (!options.isSelecting)
        return true;
    const auto right = query::check(QString::fromStdString(options.path), isXml);
    if (!right)
        program.complain(right.error());
    return right.has_value();
}

Exit run(Program &program, const Options &options)
{
    if (options.isFinding && options.find.empty()) {
        program.complain(QCoreApplication::translate("cli", "Say what to look for: --find TEXT."));
        return Exit::Usage;
    }
    const rules::Rulebook *book = program.rulebook();
    const auto severities = program.severities();
    if (!book || !severities)
        return Exit::Unreadable;
    const QString name = QString::fromLocal8Bit(options.file.c_str());
    const auto bytes = workspace::readFile(name);
    if (!bytes) {
        program.complain(bytes.error());
        return Exit::Unreadable;
    }
    Report report;
    report.file = name;
    report.bytes = bytes->size();
    Exit exit = Exit::Good;
    auto document = payload::Document::read(*bytes);
    const bool isPage = summary::isWebPage({bytes->constData(), static_cast<std::size_t>(bytes->size())});
    if (!isQuery(program, options, document && (*document)->isXml()))
        return Exit::Usage;
    if (document && !isPage) {
        report.summary
            = summary::summarise(**document, *book, *severities, rules::systemClock, payload::Text::MaximumSize);
        exit = report.summary->problems.errors > 0 ? Exit::Fault : Exit::Good;
        if (options.isSelecting)
            exit = worse(exit, select(program, options, **document, report));
    } else {
        report.error = whyNot(document ? Error() : document.error(), *bytes);
        program.complain(name + u": "_s + sentence(*report.error));
        exit = Exit::Unreadable;
    }
    if (exit == Exit::Usage)
        return exit;
    if (options.isFinding)
        find(options, *book, *bytes, report.summary ? document->get() : nullptr, report);
    if (!report.note.isEmpty())
        program.note(report.note);
    const QByteArray out = options.format == "json" ? asJson(report) : asText(report, options);
    return program.print(out) ? exit : worse(exit, Exit::Unreadable);
}

} // namespace

void addInspect(CLI::App &app, Program &program, Chosen &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb
        = app.add_subcommand("inspect", "A reply, or any payload: what it is, what it says, and values in it");
    verb->footer("Example: marquee-cli call get-full night-ferry.json --env test | marquee-cli inspect - --path "
                 "\"$..Transaction[?@.LicenseType=='EST'].End\"\n"
                 "Without --find and --path it tells in plain words what the file is about. Nothing found is no error: "
                 "look at the total.");
    verb->add_option("FILE", options->file, "A payload; - is standard input")->required();
    CLI::Option *find = verb->add_option(
        "--find", options->find, "Text in names and values, as they read; also in a file that is broken");
    CLI::Option *path = verb->add_option("--path", options->path,
        "JSONPath (RFC 9535), $..Start; a pointer, /avail/ALID; of XML also XPath 1.0, //Performance[@siteId='S-1']");
    find->excludes(path);
    verb->add_option("--limit", options->limit, "How many are listed; all are counted")
        ->check(CLI::Range(0, std::numeric_limits<int>::max()))
        ->capture_default_str();
    verb->add_option("--format", options->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    verb->callback([&program, &chosen, options, find, path] {
        options->isFinding = find->count() > 0;
        options->isSelecting = path->count() > 0;
        chosen = [&program, options] { return run(program, *options); };
    });
}

} // namespace marquee::cli
