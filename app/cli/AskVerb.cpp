// SPDX-License-Identifier: GPL-3.0-or-later
#include "Verbs.h"

#include "ask/Ask.h"
#include "workspace/Files.h"
#include "workspace/FolderScan.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace marquee::cli {

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;
using ask::Answer;

namespace {

struct Options
{
    std::vector<std::string> files;
    std::string on;
    std::string territory;
    std::string formatProfile;
    std::string language;
    std::string format = "text";
};

struct Asked
{
    QString file;
    Answer answer;
};

/// Folders give their payload files. One that isn't there is left as it is: reading it says so.
QStringList filesOf(const Program &program, const std::vector<std::string> &named)
{
    QStringList files;
    for (const std::string &one : named) {
        const QString path = QString::fromLocal8Bit(one.c_str());
        if (path == u"-"_s || !QFileInfo(path).isDir()) {
            files << path;
            continue;
        }
        const workspace::FolderListing listing = workspace::listFolder(path, [] { return true; });
        for (const workspace::FolderFile &file : listing.files)
            files << file.path;
        if (listing.cut)
            program.note(QCoreApplication::translate("cli", "%1 holds more files than are gone through.").arg(path));
    }
    return files;
}

QString asText(const std::vector<Asked> &all, bool verbose)
{
    QString text;
    for (const auto &[file, answer] : all) {
        text += file + u": "_s + answer.words + u'\n';
        for (const ask::Grant &grant : answer.grants) {
            text += u"  + "_s + grant.name + u": "_s + grant.licence + u", "_s + grant.dates;
            if (!grant.price.isEmpty())
                text += u", "_s + grant.price;
            text += u"  ["_s + QString::fromStdString(grant.window.toString()) + u"]\n"_s;
            for (const ask::Condition &condition : grant.conditions)
                text += u"      "_s + condition.words + u"  ["_s + QString::fromStdString(condition.place.toString())
                    + u"]\n"_s;
        }
        if (answer.isAllowed() && !verbose)
            continue;
        for (const ask::Obstacle &obstacle : answer.obstacles)
            text += u"  - "_s + obstacle.name + u": "_s + obstacle.words + u"  ["_s
                + QString::fromStdString(obstacle.place.toString()) + u"]\n"_s;
    }
    const auto allowed = std::count_if(all.begin(), all.end(), [](const Asked &one) { return one.answer.isAllowed(); });
    return text
        + QCoreApplication::translate("cli", "%1 avails: %2 say yes, %3 say no")
              .arg(all.size())
              .arg(allowed)
              .arg(all.size() - static_cast<std::size_t>(allowed))
        + u'\n';
}

Json orNull(const std::string &text)
{
    return text.empty() ? Json() : Json(text);
}

Json answerJson(const Asked &asked)
{
    const Answer &answer = asked.answer;
    Json windows = Json::array();
    for (const ask::Grant &grant : answer.grants) {
        Json conditions = Json::array();
        for (const ask::Condition &condition : grant.conditions)
            conditions.push_back({{"pointer", condition.place.toString()}, {"message", condition.words.toStdString()}});
        windows.push_back({{"transactionId", orNull(grant.id)}, {"pointer", grant.window.toString()},
            {"licenseType", orNull(grant.licenceType)}, {"formatProfile", orNull(grant.format)},
            {"channel", orNull(grant.channel)}, {"start", orNull(grant.start)}, {"end", orNull(grant.end)},
            {"price", orNull(grant.price.toStdString())}, {"ordersOnly", grant.isOrderAlone},
            {"conditions", conditions}});
    }
    Json against = Json::array();
    for (const ask::Obstacle &obstacle : answer.obstacles) {
        against.push_back({{"transactionId", orNull(obstacle.id)}, {"window", obstacle.window.toString()},
            {"pointer", obstacle.place.toString()}, {"reason", ask::reasonName(obstacle.reason).data()},
            {"message", obstacle.words.toStdString()}});
    }
    return {{"file", asked.file.toStdString()}, {"pointer", answer.avail.toString()}, {"alid", orNull(answer.alid)},
        {"title", orNull(answer.title.toStdString())}, {"licensor", orNull(answer.licensor)},
        {"allowed", answer.isAllowed()}, {"message", answer.words.toStdString()}, {"windows", windows},
        {"against", against}};
}

QByteArray asJson(const std::vector<Asked> &all, const Options &options, const ask::Question &question)
{
    Json avails = Json::array();
    bool isAllowed = false;
    for (const Asked &one : all) {
        avails.push_back(answerJson(one));
        isAllowed = isAllowed || one.answer.isAllowed();
    }
    const Json json{{"on", options.on}, {"territory", question.territory}, {"formatProfile", orNull(question.format)},
        {"language", orNull(question.language)}, {"allowed", isAllowed}, {"avails", avails}};
    return bytesOf(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

Exit run(Program &program, const Options &options)
{
    const rules::Rulebook *book = program.rulebook();
    if (!book)
        return Exit::Unreadable;
    const auto local = [](const std::string &text) { return QString::fromLocal8Bit(text.c_str()); };
    const auto question = ask::readQuestion(
        local(options.on), local(options.territory), local(options.formatProfile), local(options.language), *book);
    if (!question) {
        program.complain(question.error());
        return Exit::Usage;
    }
    Exit exit = Exit::Good;
    std::vector<Asked> all;
    for (const QString &file : filesOf(program, options.files)) {
        const auto bytes = workspace::readFile(file);
        if (!bytes) {
            program.complain(bytes.error());
            exit = worse(exit, Exit::Unreadable);
            continue;
        }
        const auto document = payload::Document::read(*bytes);
        if (!document) {
            Error error = document.error();
            error.message.prepend(file + u": "_s);
            program.complain(error);
            exit = worse(exit, Exit::Unreadable);
            continue;
        }
        const auto answers = ask::ask(**document, *book, *question);
        if (answers.empty())
            program.note(QCoreApplication::translate("cli", "%1 holds no avail.").arg(file));
        for (const Answer &answer : answers)
            all.push_back({file, answer});
    }
    const QByteArray out
        = options.format == "json" ? asJson(all, options, *question) : asText(all, program.verbose).toUtf8();
    if (!program.print(out))
        return worse(exit, Exit::Unreadable);
    const bool isAllowed = std::any_of(all.begin(), all.end(), [](const Asked &one) { return one.answer.isAllowed(); });
    return isAllowed ? exit : worse(exit, Exit::Fault);
}

} // namespace

void addAsk(CLI::App &app, Program &program, Chosen &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("ask", "What may be shown on a day, in a territory, in a format and language");
    verb->footer(
        "Example: marquee-cli ask avails --on 2027-03-14 --territory US --format-profile UHD --language fr-CA\n"
        "A day is meant in UTC, and granted where a window holds all of it. Exit 1 where nothing is allowed.");
    verb->add_option("FILE", options->files, "Avails, batches, replies, and folders with them; - is standard input")
        ->required();
    verb->add_option("--on", options->on, "A day (2027-03-14) or a moment (2027-03-14T09:00:00Z)")->required();
    verb->add_option("--territory", options->territory, "A country's code (US), or that of a region (US-CA)")
        ->required();
    verb->add_option("--format-profile", options->formatProfile, "SD, HD, UHD; any where it isn't said");
    verb->add_option("--language", options->language, "A language tag (fr-CA); any where it isn't said");
    verb->add_option("--format", options->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    verb->callback([&program, &chosen, options] { chosen = [&program, options] { return run(program, *options); }; });
}

} // namespace marquee::cli
