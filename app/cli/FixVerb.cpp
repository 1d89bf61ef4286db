// SPDX-License-Identifier: GPL-3.0-or-later
#include "Verbs.h"

#include "payload/Repair.h"
#include "workspace/Files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <CLI/CLI.hpp>

#include <algorithm>

namespace marquee::cli {

namespace {

struct Options
{
    std::string file;
    std::string rule;
    std::string pointer;
    std::string fix;
    std::string output;
};

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

bool isStandard(const std::string &output)
{
    return output.empty() || output == "-";
}

QString path(const std::string &text)
{
    return QString::fromLocal8Bit(text.c_str());
}

/// A text that isn't well-formed: the commas and brackets that are missing, said one by one.
Exit repair(const Program &program, const Options &options, const QByteArray &bytes, const Error &error)
{
    const auto proposal = options.rule == "PL001" ? payload::proposeRepair(bytes) : std::nullopt;
    if (!proposal) {
        program.complain(error);
        return Exit::Unreadable;
    }
    for (const payload::Repair::Change &change : proposal->changes) {
        const QString place = tr("PL001 line %1, column %2").arg(change.place.line).arg(change.place.column);
        const QString inserted = QString::fromStdString(change.inserted);
        const QString removed = QString::fromStdString(change.removed);
        program.note(change.removed.empty() ? tr("%1: inserted %2").arg(place, inserted)
                                            : tr("%1: replaced %2 by %3").arg(place, removed, inserted));
    }
    return program.write(path(options.output), proposal->text);
}

/// "season.json", 2 → "season-2.json".
QString pathOfPart(const QString &path, int part)
{
    const QFileInfo info(path);
    const QString ending = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    return info.dir().filePath(info.completeBaseName() + u'-' + QString::number(part) + ending);
}

/// One fix at a time, because it moves what stands behind it. True where one was applied; `parts` gets the further documents that
/// it makes.
bool applyOne(const Program &program, const Options &options, payload::Document &document, rules::Validator &validator, std::vector<QByteArray> &parts)
{
    const rules::Context context = validator.context();
    for (const rules::Problem &problem : validator.problems()) {
        const std::string pointer = document.pointerTo(problem.path).toString();
        if (problem.rule->info().id != options.rule || (!options.pointer.empty() && pointer != options.pointer))
            continue;
        std::vector<rules::Fix> fixes = problem.rule->fixes(problem, context);
        if (options.pointer.empty()) // what does all of them at once is meant, where there is such a fix
            std::stable_partition(fixes.begin(), fixes.end(), [](const rules::Fix &fix) { return fix.id == u"all"; });
        for (const rules::Fix &fix : fixes) {
            if (!options.fix.empty() && fix.id.toStdString() != options.fix)
                continue;
            rules::Split steps = fix.steps(context);
            if (!steps.documents.empty() && isStandard(options.output)) {
                program.note(tr("%1 makes several documents. Say with -o where they go.").arg(QString::fromStdString(options.rule)));
                continue;
            }
            const auto changed = document.apply(steps.edits, {fix.title, {}});
            if (!changed || !*changed)
                continue;
            std::move(steps.documents.begin(), steps.documents.end(), std::back_inserter(parts));
            program.note(QString::fromStdString(options.rule) + u' ' + QString::fromStdString(pointer) + u": " + fix.title);
            return true;
        }
    }
    return false;
}

Exit run(Program &program, const Options &options)
{
    const rules::Rulebook *book = program.rulebook();
    const auto severities = program.severities();
    if (!book || !severities)
        return Exit::Unreadable;
    if (!book->rules->find(options.rule)) {
        program.complain(tr("There is no rule %1.").arg(QString::fromStdString(options.rule)));
        return Exit::Usage;
    }
    auto bytes = workspace::readFile(path(options.file));
    if (!bytes) {
        program.complain(bytes.error());
        return Exit::Unreadable;
    }
    auto document = payload::Document::read(*bytes);
    if (!document)
        return repair(program, options, *bytes, document.error());
    rules::Validator validator(*book, **document, *severities);
    validator.validate();
    (*document)->addListener([&validator](const payload::Change &change) { validator.update(change); });
    // A fix that brings its own problem back would go on for ever.
    const int most = validator.counts().total() + 1;
    int applied = 0;
    std::vector<QByteArray> parts;
    while (applied < most && applyOne(program, options, **document, validator, parts))
        ++applied;
    if (applied == 0)
        program.note(tr("Nothing to fix."));
    const auto left = validator.problems();
    const bool remains = std::any_of(left.begin(), left.end(), [&](const rules::Problem &problem) {
        return problem.rule->info().id == options.rule
            && (options.pointer.empty() || (*document)->pointerTo(problem.path).toString() == options.pointer);
    });
    // The further ones first: what they hold is gone from the first.
    Exit written = Exit::Good;
    for (std::size_t i = 0; i < parts.size() && written == Exit::Good; ++i) {
        const QString name = pathOfPart(path(options.output), static_cast<int>(i) + 2);
        if (QFileInfo::exists(name)) {
            program.complain(tr("%1 is there already. Move it away, or choose another name with -o.").arg(name));
            return Exit::Usage;
        }
        written = program.write(name, parts[i]);
        program.note(tr("%1 is written.").arg(name));
    }
    if (written != Exit::Good)
        return written;
    return worse(program.write(path(options.output), (*document)->text().toByteArray()), remains ? Exit::Fault : Exit::Good);
}

} // namespace

void addFix(CLI::App &app, Program &program, Chosen &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("fix", "Applies the fixes of a rule, and says which");
    verb->footer("Example: marquee-cli fix night-ferry.json --rule AV101 -o night-ferry.json");
    verb->add_option("FILE", options->file, "A payload; - is standard input")->required();
    verb->add_option("--rule", options->rule, "The rule, such as AV101")->required();
    verb->add_option("--pointer", options->pointer, "Only at this place, such as /avail/Transaction/0/End");
    verb->add_option("--fix", options->fix, "Only this fix of the rule, by its id");
    verb->add_option("-o,--output", options->output, "Where to write it; standard output otherwise");
    verb->callback([&program, &chosen, options] { chosen = [&program, options] { return run(program, *options); }; });
}

} // namespace marquee::cli
