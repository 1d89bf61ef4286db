// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benchmarks.h"
#include "Report.h"
#include "support/Films.h"

#include "exchange/BatchRun.h"
#include "sandbox/Sandbox.h"
#include "workspace/Files.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>

#include <malloc.h>

namespace marquee::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int Connections = 8;

double residentBytes()
{
    malloc_trim(0);
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * 4096 : 0;
}

struct Measured
{
    double seconds = 0;
    double mostBytes = 0; ///< more than before the run
    int accepted = 0;
};

/// One run, each item on its own, from the plan to the last outcome in the journal.
Measured batch(const rules::Rulebook &book, const QUrl &url, const QString &folder, const QString &journalPath)
{
    exchange::JournalOptions journalOptions;
    journalOptions.path = journalPath;
    const auto journal = exchange::Journal::open(journalOptions).value();
    exchange::Courier courier(*journal);
    const auto channel = exchange::sandboxChannel(url);
    channel->pace().setLimits(0, Connections);
    exchange::BatchOptions options;
    options.operationName = u"put"_s;
    options.chunk = 0;
    options.jobs = Connections;
    Measured measured;
    const double before = residentBytes();
    QElapsedTimer timer;
    timer.start();
    auto plan = exchange::BatchPlan::fromInputs({folder}, workspace::readFile).value();
    auto source
        = std::make_unique<exchange::DocumentSource>(options.operation, workspace::readFile, book, rules::Severities());
    exchange::BatchRun run(&courier, channel, std::move(source), std::move(plan), options);
    QEventLoop loop;
    QObject::connect(&run, &exchange::BatchRun::finished, &loop, &QEventLoop::quit);
    int told = 0;
    QObject::connect(&run, &exchange::BatchRun::itemDone, &run, [&] {
        if (++told % 5000 == 0)
            measured.mostBytes = std::max(measured.mostBytes, residentBytes() - before);
    });
    run.start();
    loop.exec();
    measured.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    measured.mostBytes = std::max(measured.mostBytes, residentBytes() - before);
    measured.accepted = run.counts().accepted;
    return measured;
}

/// The same with curl; less than nothing where there is none.
double curl(const QUrl &url, const QString &folder, const QString &config, int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += (i == 0 ? "" : "next\n") + QByteArray("url = \"") + url.toEncoded()
            + "/avails/L/partial-extract/transactions/w" + QByteArray::number(i) + "\"\nupload-file = \""
            + folder.toUtf8() + '/' + QStringLiteral("%1.json").arg(i, 5, 10, QLatin1Char('0')).toUtf8()
            + "\"\nheader = \"Content-Type: application/json\"\noutput = /dev/null\nsilent\n";
    if (!test::writeFile(config, text))
        return -1;
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(
        u"curl"_s, {u"--parallel"_s, u"--parallel-max"_s, QString::number(Connections), u"--config"_s, config});
    const bool good = process.waitForFinished(600000) && process.exitCode() == 0;
    return good ? static_cast<double>(timer.nsecsElapsed()) / 1e9 : -1;
}

} // namespace

void benchBatch(const Size &size)
{
    const int items = std::min(10000, size.windows);
    const auto book = rules::Rulebook::load().value();
    const QTemporaryDir folder;
    const QString films = folder.filePath(u"films"_s);
    if (!test::writeFilms(films, items))
        return;
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = 0; round < std::min(3, size.rounds); ++round) {
        const auto sandbox = sandbox::Sandbox::start().value();
        const Measured measured
            = batch(book, sandbox->primeUrl(), films, folder.filePath(u"journal-%1.sqlite"_s.arg(round)));
        const double other = curl(sandbox->primeUrl(), films, folder.filePath(u"curl.config"_s), items);
        if (measured.accepted != items || other < 0)
            return;
        ours.push_back(measured.seconds);
        theirs.push_back(other);
    }
    print({"batch", items, median(ours), "s", "curl --parallel, 8 connections", median(theirs), 2});
}

void benchBatchMemory(const Size &size)
{
    const int items = size.windows >= 10000 ? 100000 : size.windows;
    const auto book = rules::Rulebook::load().value();
    const QTemporaryDir folder;
    const QString films = folder.filePath(u"films"_s);
    if (!test::writeFilms(films, items))
        return;
    const auto sandbox = sandbox::Sandbox::start().value();
    // What the simulated partner keeps, in this same process, counts too.
    const Measured measured = batch(book, sandbox->primeUrl(), films, folder.filePath(u"journal.sqlite"_s));
    if (measured.accepted == items)
        print({"batch-memory", items, measured.mostBytes, "bytes", "300 MB", 300e6, 1});
}

} // namespace marquee::bench
