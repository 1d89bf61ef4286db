// SPDX-License-Identifier: GPL-3.0-or-later
#include "Exchange.h"
#include "Interrupts.h"
#include "Program.h"
#include "Verbs.h"

#include "reconcile/Reconciliation.h"
#include "reconcile/Report.h"
#include "workspace/Files.h"
#include "workspace/FolderScan.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>

#include <CLI/CLI.hpp>

#include <unistd.h>

namespace marquee::cli {

using namespace Qt::StringLiterals;
using reconcile::AvailStanding;
using reconcile::PlannedRequest;
using reconcile::Reconciliation;
using reconcile::Source;

namespace {

struct Options
{
    std::string folder;
    SendOptions send;
    std::string mode = "partial";
    std::string format = "text";
    std::string businessLine, territory;
    bool apply = false;
    bool dryRun = false;
    bool keepGone = false;
    bool validate = false;
    bool force = false;
};

QString text(const std::string &option)
{
    return QString::fromLocal8Bit(option.c_str());
}

QString tr(const char *words)
{
    return QCoreApplication::translate("cli", words);
}

/// One reconciliation from the command line.
class Command
{
public:
    Command(Program &program, const Options &options)
        : m_program(program)
        , m_options(options)
    {
    }

    Exit run();

private:
    bool readSources();
    void addSource(const QString &path, const QString &name);
    void wait(Reconciliation &reconciliation);
    void follow(Reconciliation &reconciliation);
    Exit send(Reconciliation &reconciliation, const rules::Severities &severities);
    Exit report(const std::vector<AvailStanding> &avails, const std::vector<PlannedRequest> &requests, bool wasSent);

    Program &m_program;
    const Options &m_options;
    std::vector<Source> m_sources;
    std::optional<Partner> m_partner;
    bool m_isInterrupted = false;
};

void Command::addSource(const QString &path, const QString &name)
{
    Source source{path, name, {}, {}};
    auto bytes = workspace::readFile(path);
    if (bytes)
        source.text = std::move(*bytes);
    else
        source.problem = sentence(bytes.error());
    m_sources.push_back(std::move(source));
}

bool Command::readSources()
{
    const QString place = text(m_options.folder);
    const QFileInfo info(place);
    if (!info.exists()) {
        m_program.complain(tr("“%1” isn't there.").arg(place));
        return false;
    }
    if (!info.isDir()) {
        addSource(place, place);
        return true;
    }
    const auto listing = workspace::listFolder(info.absoluteFilePath(), [] { return true; });
    const QDir folder(info.absoluteFilePath());
    for (const workspace::FolderFile &file : listing.files) {
        if (file.path.endsWith(u".json"_s, Qt::CaseInsensitive))
            addSource(file.path, folder.relativeFilePath(file.path));
    }
    if (listing.cut)
        m_program.note(tr("The folder holds more files than are looked at. Reconcile its folders one by one."));
    return true;
}

/// Until it has finished, however that comes.
void Command::wait(Reconciliation &reconciliation)
{
    QEventLoop loop;
    QObject::connect(&reconciliation, &Reconciliation::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    const auto interrupts = Interrupts::listen([&] {
        m_isInterrupted = true;
        reconciliation.stop();
    });
    loop.exec();
}

void Command::follow(Reconciliation &reconciliation)
{
    if (::isatty(STDERR_FILENO) == 0)
        return;
    const auto counts = std::make_shared<std::pair<int, int>>();
    QObject::connect(&reconciliation, &Reconciliation::progressed, &reconciliation, [counts](int done, int total) {
        *counts = {done, total};
    });
    auto *progress = new QTimer(&reconciliation);
    QObject::connect(progress, &QTimer::timeout, &reconciliation,
        [this, counts] { m_program.note(tr("%1 of %2 done.").arg(counts->first).arg(counts->second)); });
    progress->start(5000);
}

Exit Command::report(
    const std::vector<AvailStanding> &avails, const std::vector<PlannedRequest> &requests, bool wasSent)
{
    const QByteArray bytes = m_options.format == "json"
        ? reconcile::reportJson(text(m_options.send.environment), avails, requests)
        : reconcile::reportText(avails, requests);
    Exit exit = m_program.print(bytes) ? Exit::Good : Exit::Unreadable;
    for (const int code : reconcile::exitCodes(avails, requests, wasSent))
        exit = worse(exit, static_cast<Exit>(code));
    return m_isInterrupted ? Exit::Interrupted : exit;
}

Exit Command::send(Reconciliation &reconciliation, const rules::Severities &severities)
{
    reconcile::PlanOptions plan;
    plan.mode = m_options.mode == "full" ? reconcile::Mode::Full : reconcile::Mode::Partial;
    plan.keepGone = m_options.keepGone;
    plan.severities = severities;
    const std::vector<AvailStanding> before = reconciliation.avails(); // what it is about
    auto requests = reconcile::planRequests(reconciliation.subjects(), before,
        reconcile::allDifferences(before, !m_options.keepGone), *m_program.rulebook(), m_partner->endpoint, plan);
    if (m_options.dryRun)
        return report(before, requests, false);
    reconcile::SendOptions how;
    how.askPartner = m_options.validate;
    for (int i = 0; m_options.force && i < static_cast<int>(before.size()); ++i)
        how.forced.insert(i);
    reconciliation.send(std::move(requests), how);
    wait(reconciliation);
    std::vector<AvailStanding> told = before;
    for (std::size_t i = 0; i < told.size(); ++i)
        told[i].conflict = reconciliation.avails()[i].conflict;
    return report(told, reconciliation.requests(), true);
}

Exit Command::run()
{
    const auto severities = m_program.severities();
    if (!m_program.rulebook() || !severities || !readSources())
        return Exit::Unreadable;
    Exit exit = Exit::Good;
    m_partner = findPartner(m_program, m_options.send, true, exit);
    if (!m_partner)
        return exit;
    const auto journal = openJournal(m_program);
    if (!journal)
        return Exit::Failed;
    exchange::Courier courier(*journal);
    partners::PrimeTarget usual;
    usual.licensor = m_partner->licensor;
    Reconciliation reconciliation(courier, m_partner->channel, *m_program.rulebook(),
        reconcile::subjectsOf(m_sources, usual, {text(m_options.territory), text(m_options.businessLine)}));
    m_sources.clear();
    if (reconciliation.subjects().empty())
        m_program.note(tr("There is no avail in “%1”.").arg(text(m_options.folder)));
    exchange::RetryPolicy retry;
    retry.retries = m_options.send.retries;
    reconciliation.setRetryPolicy(retry);
    follow(reconciliation);
    reconciliation.fetch();
    wait(reconciliation);
    if (m_isInterrupted || !(m_options.apply || m_options.dryRun))
        return report(reconciliation.avails(), {}, false);
    return send(reconciliation, *severities);
}

} // namespace

void addReconcile(CLI::App &app, Program &program, Chosen &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand(
        "reconcile", "What the partner has against the documents of a folder: new, changed, gone, the same");
    verb->footer("Example: marquee-cli reconcile avails/ --env sandbox --apply --format json");
    verb->add_option("FOLDER", options->folder, "A folder of documents, or one document")->required();
    options->send.addTo(*verb);
    CLI::Option *apply = verb->add_flag("--apply", options->apply, "Send the difference, deletions too");
    verb->add_flag("--dry-run", options->dryRun, "List what --apply would send, and send nothing")->excludes(apply);
    verb->add_option("--mode", options->mode, "partial: window by window; full: each avail as a whole")
        ->check(CLI::IsMember({"partial", "full"}))
        ->capture_default_str();
    verb->add_flag("--keep-gone", options->keepGone, "Leave what only the partner has");
    verb->add_flag("--validate", options->validate, "Let the partner's validate operation judge each put first");
    verb->add_flag("--force", options->force, "Send although the partner's was changed meanwhile");
    verb->add_option("--territory", options->territory, "To fetch full extracts by; the document's otherwise");
    verb->add_option("--business-line", options->businessLine, "To fetch full extracts by, such as PRIME_SUBSCRIPTION");
    verb->add_option("--format", options->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    verb->callback(
        [&program, &chosen, options] { chosen = [&program, options] { return Command(program, *options).run(); }; });
}

} // namespace marquee::cli
