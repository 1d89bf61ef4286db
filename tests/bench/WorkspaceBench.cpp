// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benchmarks.h"
#include "LargeAvail.h"
#include "Report.h"

#include "workspace/Files.h"
#include "workspace/FolderModel.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#ifdef MARQUEE_EDITOR
#include "shell/theme/Theme.h"
#include "workspace/WorkspacePanel.h"

#include <QApplication>
#endif

#include <algorithm>

namespace marquee::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int Files = 5000;
constexpr qsizetype FileSize = 5000;
constexpr double BlockedMs = 50;

/// As many windows as come nearest to the size.
QByteArray smallAvail()
{
    QByteArray text = largeAvail(1, Windows::Successive);
    for (int windows = 2; text.size() < FileSize; ++windows) {
        const QByteArray next = largeAvail(windows, Windows::Successive);
        if (next.size() - FileSize > FileSize - text.size())
            break;
        text = next;
    }
    return text;
}

bool writeFiles(const QString &folder, int count)
{
    const QByteArray text = smallAvail();
    for (int i = 0; i < count; ++i) {
        const QByteArray ids = QByteArray(text).replace("demo", QByteArray("d").append(QByteArray::number(i)));
        if (!workspace::saveFile(folder + u"/title %1.json"_s.arg(i, 5, 10, QLatin1Char('0')), ids))
            return false;
    }
    return true;
}

struct Measured
{
    double ms = 0; ///< from the folder to the last count
    double blockedMs = 0; ///< the longest that one turn of the event loop took
};

/// How long the event loop takes to come back to a timer that is due: what it does in one go, and what the machine
/// takes away.
class LoopProbe : public QObject
{
public:
    LoopProbe()
    {
        m_beat.setTimerType(Qt::PreciseTimer);
        m_beat.setInterval(BeatMs);
        connect(&m_beat, &QTimer::timeout, this, &LoopProbe::note);
        m_beat.start();
        m_turn.start();
    }

    void note()
    {
        const double late = static_cast<double>(m_turn.nsecsElapsed()) / 1e6 - BeatMs;
        m_longest = std::max(m_longest, late);
        m_turn.start();
    }
    double longestMs() const { return m_longest; }

private:
    static constexpr int BeatMs = 2;
    QTimer m_beat;
    QElapsedTimer m_turn;
    double m_longest = 0;
};

Measured measure(workspace::FolderModel &model, const QString &folder)
{
    QElapsedTimer all;
    QEventLoop loop;
    QObject::connect(&model, &workspace::FolderModel::settled, &loop, [&] {
        if (model.isSettled())
            loop.quit();
    });
    LoopProbe probe;
    all.start();
    model.setFolder(folder);
    loop.exec();
    const double ms = static_cast<double>(all.nsecsElapsed()) / 1e6;
    probe.note();
    return {ms, probe.longestMs()};
}

} // namespace

void benchWorkspace(const Size &size)
{
    const auto book = rules::Rulebook::load().value();
    const int files = std::min(Files, size.windows);
    const QTemporaryDir folder;
    if (!writeFiles(folder.path(), files))
        return;
    std::vector<double> two;
    std::vector<double> one;
    std::vector<double> blocked;
    for (int round = 0; round < std::min(3, size.rounds); ++round) {
        for (const int threads : {2, 1}) {
            workspace::FolderModel model(book, nullptr, threads);
#ifdef MARQUEE_EDITOR
            theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
            workspace::WorkspacePanel panel(model); // what it does with the rows counts, too
            panel.resize(300, 800);
            panel.show();
            QCoreApplication::processEvents();
#endif
            const Measured measured = measure(model, folder.path());
            (threads == 2 ? two : one).push_back(measured.ms);
            if (threads == 2)
                blocked.push_back(measured.blockedMs);
        }
    }
    print({"workspace", files, median(two), "ms", "one thread", median(one), 1});
    print({"workspace-blocked", files, *std::max_element(blocked.begin(), blocked.end()), "ms", "50 ms", BlockedMs, 1});
}

} // namespace marquee::bench
