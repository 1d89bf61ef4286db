// SPDX-License-Identifier: GPL-3.0-or-later
#include "Exchange.h"
#include "Interrupts.h"
#include "Program.h"
#include "Verbs.h"

#include "exchange/BatchReport.h"
#include "exchange/BatchRun.h"
#include "exchange/JournalReader.h"
#include "exchange/MessageMaker.h"
#include "exchange/RowSource.h"
#include "workspace/Files.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QTimer>

#include <CLI/CLI.hpp>

#include <unistd.h>

namespace marquee::cli {

using namespace Qt::StringLiterals;
using exchange::BatchItem;
using exchange::BatchOptions;
using exchange::BatchPlan;
using exchange::BatchRun;

namespace {

struct Options
{
    std::string operation;
    std::vector<std::string> inputs;
    SendOptions send;
    int chunk = 100;
    int jobs = 1;
    double rate = -1;
    std::string shard = "1/1";
    std::string templateFile;
    std::string run;
    std::string resume;
    std::string retryFailed;
    std::vector<std::string> reports;
    std::string businessLine, territory;
    bool stopOnError = false;
    bool dryRun = false;
    bool force = false;
    bool nextSequence = false;

    std::string goesOn() const { return resume.empty() ? retryFailed : resume; }
};

QString text(const std::string &option)
{
    return QString::fromLocal8Bit(option.c_str());
}

QString tr(const char *words)
{
    return QCoreApplication::translate("cli", words);
}

/// One run from the command line, from the first look at the inputs to the exit code.
class Command
{
public:
    Command(Program &program, const Options &options)
        : m_program(program)
        , m_options(options)
    {
    }

    Exit run()
    {
        if (!check() || !plan())
            return m_exit;
        Exit exit = Exit::Good;
        if (!m_options.dryRun) {
            m_partner = findPartner(m_program, m_options.send, true, exit, m_batch.operation.partner());
            if (!m_partner)
                return exit;
            m_journal = openJournal(m_program);
            if (!m_journal)
                return Exit::Failed;
            setPace();
        }
        return send();
    }

private:
    bool refuse(const QString &words, Exit exit = Exit::Usage)
    {
        m_program.complain(words);
        m_exit = exit;
        return false;
    }

    bool check()
    {
        const auto operation = exchange::BatchOperation::named(m_options.operation);
        if (!operation)
            return refuse(tr(
                "There is no batch operation “%1”: put, get, delete or validate, alone or with -full or -partial, or "
                "post-performance.")
                              .arg(text(m_options.operation)));
        m_batch.operation = *operation;
        if (m_options.nextSequence && !operation->isMessages())
            return refuse(tr("--next-sequence is for post-performance only."));
        if (operation->isMessages() && !m_options.templateFile.empty())
            return refuse(tr("--template is for avails only."));
        const auto shard = exchange::Shard::parse(m_options.shard);
        if (!shard)
            return refuse(tr("--shard has to be K/N with K from 1 to N."));
        m_shard = *shard;
        for (const std::string &report : m_options.reports) {
            if (!exchange::reportFormatOf(text(report)))
                return refuse(tr("--report %1: the name has to end in .json, .csv or .xml.").arg(text(report)));
        }
        if (m_options.goesOn().empty() && m_options.inputs.empty())
            return refuse(tr("Give the files or folders to send, or a run to go on with."));
        return true;
    }

    QStringList inputs() const
    {
        QStringList paths;
        for (const std::string &input : m_options.inputs) {
            if (input != "-") {
                paths << text(input);
                continue;
            }
            for (const QByteArray &line : workspace::readFile(u"-"_s).value_or(QByteArray()).split('\n')) {
                if (!line.trimmed().isEmpty())
                    paths << QString::fromLocal8Bit(line.trimmed());
            }
        }
        return paths;
    }

    bool plan()
    {
        if (!m_options.goesOn().empty())
            return planFromJournal(text(m_options.goesOn()));
        if (!m_options.run.empty() && isKnown(text(m_options.run)))
            return planFromJournal(text(m_options.run));
        if (!m_options.templateFile.empty())
            return planFromRows();
        auto made = BatchPlan::fromInputs(inputs(), workspace::readFile, m_shard,
            m_batch.operation.isMessages() ? exchange::BatchOf::Messages : exchange::BatchOf::Avails);
        if (!made) {
            m_program.complain(made.error());
            m_exit = made.error().code == Error::Code::Invalid ? Exit::Usage : Exit::Unreadable;
            return false;
        }
        m_plan = std::move(*made);
        for (const QString &note : std::as_const(m_plan.notes))
            m_program.note(note);
        m_plan.notes.clear();
        return true;
    }

    /// Rows of a table and the template that they are put into.
    std::optional<exchange::RowMaker> rowMaker(const QString &rowsFile, const QString &templateFile)
    {
        const rules::Rulebook *book = m_program.rulebook();
        const auto bytes = workspace::readFile(rowsFile);
        const auto text = workspace::readFile(templateFile);
        auto table = bytes ? exchange::RowTable::read(*bytes) : tl::unexpected(bytes.error());
        auto document = text ? payload::Document::read(*text) : tl::unexpected(text.error());
        if (!book || !table || !document) {
            if (book)
                m_program.complain(!table ? table.error() : document.error());
            m_exit = Exit::Unreadable;
            return std::nullopt;
        }
        // Of a run that the editor began: what was matched there by hand.
        auto mapping
            = exchange::RowMapping::fromText(m_batch.mapping, table->headings(), **document, *book->catalog);
        for (const QString &heading : mapping.unmatched(table->headings()))
            m_program.complain(tr("The column “%1” belongs to no field, so it isn't used.").arg(heading));
        return exchange::RowMaker::make(*text, std::move(*table), std::move(mapping)).value();
    }

    bool planFromRows()
    {
        if (m_options.inputs.size() != 1)
            return refuse(tr("With --template, give one file of rows."));
        m_rows = rowMaker(text(m_options.inputs.front()), text(m_options.templateFile));
        if (m_rows)
            m_plan = exchange::planFromRows(text(m_options.inputs.front()), *m_rows, m_shard);
        return m_rows.has_value();
    }

    static bool isKnown(const QString &name)
    {
        const auto reader = exchange::JournalReader::open();
        return reader && (*reader)->run(name);
    }

    bool planFromJournal(const QString &name)
    {
        const auto reader = exchange::JournalReader::open();
        m_record = reader ? (*reader)->run(name) : std::nullopt;
        if (!m_record)
            return refuse(tr("The journal has no run “%1”.").arg(name));
        if (m_record->operation != text(m_options.operation)
            || m_record->environment != text(m_options.send.environment))
            return refuse(tr("The run “%1” was: batch %2 --env %3. Go on with the same.")
                              .arg(name, m_record->operation, m_record->environment));
        m_batch = BatchOptions::fromJson(m_record->operation, m_record->options);
        m_plan = BatchPlan::fromJournal((*reader)->items(m_record->number));
        if (m_batch.templateFile.isEmpty() || m_plan.files.empty())
            return true;
        m_rows = rowMaker(m_plan.files.front(), m_batch.templateFile);
        return m_rows.has_value();
    }

    void setPace()
    {
        exchange::Pace &pace = m_partner->channel->pace();
        if (m_batch.operation.isMessages()) {
            pace.setLimits(std::max(0.0, m_options.rate), 1);
            if (m_options.jobs > 1)
                m_program.note(tr("Messages go one after the other, so --jobs isn't used."));
            return;
        }
        const auto &side = *m_partner->channel->environment().prime;
        pace.setLimits(m_options.rate >= 0 ? m_options.rate : side.ratePerSecond, side.connections);
        if (m_options.jobs > side.connections)
            m_program.note(tr("The environment allows %1 connections at a time, so no more than that are used.")
                               .arg(side.connections));
    }

    void setOptions()
    {
        m_batch.operationName = text(m_options.operation);
        if (!m_record) {
            m_batch.chunk = m_options.chunk;
            m_batch.templateFile = text(m_options.templateFile);
            m_batch.runName = text(m_options.run);
            m_batch.nextSequence = m_options.nextSequence;
        }
        m_batch.jobs = m_options.jobs;
        m_batch.stopOnError = m_options.stopOnError;
        m_batch.dryRun = m_options.dryRun;
        m_batch.settle = m_options.send.settle;
        m_batch.retry.retries = m_options.send.retries;
        if (m_partner)
            m_batch.licensor = m_partner->licensor;
        if (!m_options.businessLine.empty())
            m_batch.target.businessLine = text(m_options.businessLine);
        if (!m_options.territory.empty())
            m_batch.target.territory = text(m_options.territory);
    }

    Exit send()
    {
        const rules::Rulebook *book = m_program.rulebook();
        const auto severities = m_program.severities();
        if (!book || !severities)
            return Exit::Unreadable;
        setOptions();
        std::optional<exchange::Courier> courier;
        if (m_journal)
            courier.emplace(*m_journal);
        std::unique_ptr<exchange::BatchSource> source;
        if (m_rows)
            source = std::make_unique<exchange::RowSource>(
                m_batch.operation, std::move(*m_rows), *book, *severities, m_options.force);
        else if (m_batch.operation.isMessages())
            source = std::make_unique<exchange::MessageSource>(workspace::readFile,
                exchange::MessageMaker(
                    *book, *severities, exchange::SequenceNumbers(), exchange::numberingOf(m_batch), m_options.force));
        else
            source = std::make_unique<exchange::DocumentSource>(
                m_batch.operation, workspace::readFile, *book, *severities, m_options.force);
        BatchRun run(courier ? &*courier : nullptr, m_partner ? m_partner->channel : nullptr, std::move(source),
            std::move(m_plan), m_batch);
        follow(run);
        const auto interrupts = Interrupts::listen([&run, this] {
            m_isInterrupted = true;
            m_program.note(tr("Stopping: what is on its way is waited for. Once more ends at once."));
            run.stop();
        });
        if (m_record) {
            if (!m_options.retryFailed.empty())
                m_program.note(tr("%1 items are tried again.").arg(run.retryFailed()));
            run.resume(*m_record);
        } else {
            run.start();
        }
        if (run.state() != BatchRun::State::Finished)
            QCoreApplication::exec();
        return conclude(run);
    }

    void follow(BatchRun &run)
    {
        QObject::connect(&run, &BatchRun::itemDone, &run, [&run, this](int index) {
            if (!m_program.print(exchange::itemLine(run, index)) && !m_cantPrint) {
                m_cantPrint = true; // nobody listens any more
                run.stop();
            }
        });
        QObject::connect(&run, &BatchRun::stateChanged, &run, [&run, this] {
            if (run.state() != BatchRun::State::Paused)
                return;
            m_program.complain(run.pauseReason());
            m_program.complain(tr("The run stops here. Go on with --resume %1.").arg(run.record().name));
            m_isHeldUp = true;
            run.stop();
        });
        QObject::connect(
            &run, &BatchRun::finished, QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
        if (::isatty(STDERR_FILENO) == 0)
            return;
        auto *progress = new QTimer(&run);
        QObject::connect(progress, &QTimer::timeout, &run, [&run, this] {
            m_program.note(tr("%1 of %2 done, %3 not accepted.")
                               .arg(run.counts().done())
                               .arg(run.counts().items)
                               .arg(run.counts().done() - run.counts().accepted));
        });
        progress->start(5000);
    }

    Exit conclude(const BatchRun &run)
    {
        if (run.record().number == 0 && !m_options.dryRun) {
            m_program.complain(run.pauseReason());
            return Exit::Failed;
        }
        Exit exit = m_program.print(exchange::summaryLine(run)) ? Exit::Good : Exit::Unreadable;
        for (int i = 0; i < run.counts().items; ++i) {
            const BatchItem &item = run.item(i);
            if (item.state != BatchItem::State::Done || item.verdict == BatchItem::Verdict::Met)
                continue;
            exit = worse(exit,
                item.verdict == BatchItem::Verdict::Missed && item.exitCode == 0 ? Exit::Fault
                                                                                 : static_cast<Exit>(item.exitCode));
        }
        for (const std::string &report : m_options.reports) {
            QSaveFile file(text(report));
            if (!file.open(QIODevice::WriteOnly)
                || !exchange::writeReport(run, *exchange::reportFormatOf(text(report)), file) || !file.commit()) {
                m_program.complain(tr("“%1” can't be written: %2.").arg(text(report), file.errorString()));
                exit = worse(exit, Exit::Unreadable);
            }
        }
        if (m_isHeldUp)
            exit = worse(exit, Exit::Failed);
        if (m_isInterrupted) {
            m_program.note(tr("Go on with --resume %1.").arg(run.record().name));
            exit = Exit::Interrupted;
        }
        return exit;
    }

    Program &m_program;
    const Options &m_options;
    Exit m_exit = Exit::Good;
    exchange::Shard m_shard;
    BatchOptions m_batch;
    BatchPlan m_plan;
    std::optional<exchange::RowMaker> m_rows;
    std::optional<exchange::RunRecord> m_record;
    std::optional<Partner> m_partner;
    std::unique_ptr<exchange::Journal> m_journal;
    bool m_isInterrupted = false;
    bool m_isHeldUp = false;
    bool m_cantPrint = false;
};

} // namespace

void addBatch(CLI::App &app, Program &program, Chosen &chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("batch", "Many requests: lines of JSON, one an item, and a sum");
    verb->footer("Example: marquee-cli batch put avails/ --env sandbox --report run.csv");
    verb->add_option("OPERATION", options->operation,
            "put, get, delete or validate; with -full or -partial only those; or post-performance")
        ->required();
    verb->add_option("INPUT", options->inputs, "Files, folders, batch documents; - reads one path a line");
    options->send.addTo(*verb);
    verb->add_option("--chunk", options->chunk, "Items in one request of the batch endpoint; 0 sends each on its own")
        ->check(CLI::Range(0, 100))
        ->capture_default_str();
    verb->add_option("--jobs", options->jobs, "Requests at a time")->check(CLI::Range(1, 64))->capture_default_str();
    verb->add_option("--rate", options->rate, "Requests a second instead of the environment's; 0: no limit")
        ->check(CLI::NonNegativeNumber);
    verb->add_flag("--stop-on-error", options->stopOnError, "Stop after the first item that isn't as it should be");
    CLI::Option *named = verb->add_option(
        "--run", options->run, "A name for the run; where there is one of that name, go on with it");
    CLI::Option *resume = verb->add_option("--resume", options->resume, "Go on with this run: send what has no outcome")
                              ->excludes(named);
    verb->add_option("--retry-failed", options->retryFailed, "The same, and what failed once more")
        ->excludes(resume)
        ->excludes(named);
    verb->add_option("--shard", options->shard, "K/N: only this part of the items, the same on every machine");
    verb->add_flag("--dry-run", options->dryRun, "Read and validate, and send nothing");
    verb->add_option("--report", options->reports, "Write a report: .json, .csv, or .xml for JUnit; repeatable")
        ->take_all()
        ->expected(1)
        ->allow_extra_args(false);
    verb->add_option(
        "--template", options->templateFile, "INPUT is rows (CSV, TSV) that are put into this document, one item each");
    verb->add_option(
        "--territory", options->territory, "For get and delete of full extracts; the document's otherwise");
    verb->add_option(
        "--business-line", options->businessLine, "For get and delete of full extracts, such as PRIME_SUBSCRIPTION");
    verb->add_flag("--next-sequence", options->nextSequence,
        "post-performance: give each message its data supplier's next number; the files stay as they are");
    verb->add_flag("--force", options->force, "Send items although they have errors");
    verb->callback(
        [&program, &chosen, options] { chosen = [&program, options] { return Command(program, *options).run(); }; });
}

} // namespace marquee::cli
