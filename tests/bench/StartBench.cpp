// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benchmarks.h"
#include "Report.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

namespace marquee::bench {

namespace {

/// Milliseconds from the process's start to its end, which comes right behind its first frame; negative where it failed.
double startMs(const QString &program, const QStringList &arguments)
{
    const QTemporaryDir home; // an empty profile each time
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("MARQUEE_HOME"), home.path());
    if (!environment.contains(QStringLiteral("DISPLAY")))
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    const bool ended = process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return ended ? static_cast<double>(timer.nsecsElapsed()) / 1e6 : -1;
}

} // namespace

void benchStart(const Size &size)
{
    std::vector<double> ours;
    std::vector<double> bare;
    for (int round = 0; round < size.rounds + 1; ++round) {
        const double window = startMs(QStringLiteral(MARQUEE_BARE), {});
        const double editor = startMs(QStringLiteral(MARQUEE_EDITOR), {QStringLiteral("--exit-after-first-frame")});
        if (window < 0 || editor < 0)
            return;
        if (round > 0) { // the first fills the caches
            bare.push_back(window);
            ours.push_back(editor);
        }
    }
    print({"start", size.rounds, median(ours), "ms", "a bare QMainWindow", median(bare), 2});
}

} // namespace marquee::bench
