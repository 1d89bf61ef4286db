// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benchmarks.h"
#include "LargeAvail.h"
#include "Report.h"

#include "inspector/Inspection.h"
#include "inspector/InspectorView.h"
#include "rules/RuleSet.h"
#include "shell/theme/Theme.h"
#include "workspace/Files.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTimer>

#include <malloc.h>

#include <algorithm>

namespace marquee::bench {

namespace {

using inspector::Inspection;
using inspector::InspectorView;

constexpr double FirstPaintMs = 300;
constexpr double BlockedMs = 50;
constexpr double MemoryTimes = 4;
constexpr qsizetype OneLineBytes = 50 * 1024 * 1024;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double residentBytes()
{
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * 4096 : 0;
}

/// The same JSON without a line break: blanks outside of texts taken out, and repeated until it is as long as is asked.
QByteArray inOneLine(const QByteArray &json, qsizetype atLeast)
{
    QByteArray compact;
    compact.reserve(json.size());
    bool isInside = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"' && (i == 0 || json[i - 1] != '\\'))
            isInside = !isInside;
        if (isInside || (c != ' ' && c != '\n' && c != '\r' && c != '\t'))
            compact.append(c);
    }
    QByteArray line = "[" + compact;
    while (line.size() < atLeast)
        line.append(',').append(compact);
    return line.append(']');
}

struct Shown
{
    double paintMs = 0; ///< until tree and text have been on screen
    double blockedMs = 0; ///< the longest that no event was taken
    double bytes = 0; ///< that the process holds more than before
    double workedBytes = 0; ///< the same, when every page was looked at, something was found, and a filter is on
};

/// Counts how long no event is taken.
class Pulse : public QObject
{
public:
    Pulse()
    {
        m_clock.start();
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, milliseconds(m_clock));
            m_clock.restart();
        });
        m_timer.start(1);
    }
    double longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_longest = 0;
};

void waitUntilRead(const Inspection &inspection)
{
    QEventLoop loop;
    QObject::connect(&inspection, &Inspection::phaseChanged, &loop, [&] {
        if (!inspection.isBusy())
            loop.quit();
    });
    if (inspection.isBusy())
        loop.exec();
}

void settle(int turns)
{
    for (int i = 0; i < turns; ++i)
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
}

/// What support does with a large reply: every page looked at, something found, a filter that has as many matches as windows.
void workWith(InspectorView &view)
{
    using Id = InspectorView::PageId;
    for (const Id page : {Id::Pretty, Id::Table, Id::Headers, Id::Timing, Id::Tree, Id::Raw}) {
        view.showPage(page);
        settle(30);
    }
    view.openFind();
    if (auto *text = view.findChild<QWidget *>(QStringLiteral("inspectorFind"))->findChild<QLineEdit *>())
        text->setText(QStringLiteral("2031-"));
    settle(60);
    view.setFilterQuery(QStringLiteral("$..Transaction[*].End"));
    settle(60);
    view.showPage(Id::Tree);
    settle(30);
}

Shown show(const rules::Rulebook &book, const QString &path)
{
    Shown shown;
    InspectorView view(book);
    Inspection inspection;
    view.inspect(&inspection);
    view.showPage(InspectorView::PageId::Tree);
    view.resize(1100, 800);
    view.show();
    settle(5);
    const double before = residentBytes();
    const Pulse pulse;
    QElapsedTimer timer;
    timer.start();
    inspection.beginFile(path);
    waitUntilRead(inspection);
    view.repaint();
    view.showPage(InspectorView::PageId::Raw);
    view.repaint();
    shown.paintMs = milliseconds(timer);
    settle(100); // the summary, the lists and what else is made in the background
    shown.bytes = residentBytes() - before;
    workWith(view);
    shown.blockedMs = pulse.longest();
    shown.workedBytes = residentBytes() - before;
    return shown;
}

void measure(const char *name, int windows, const rules::Rulebook &book, const QString &path, qint64 bytes, int rounds)
{
    std::vector<double> paints;
    std::vector<double> blocked;
    std::vector<double> memory;
    std::vector<double> worked;
    for (int round = 0; round < rounds; ++round) {
        const Shown shown = show(book, path);
        paints.push_back(shown.paintMs);
        blocked.push_back(shown.blockedMs);
        memory.push_back(shown.bytes);
        worked.push_back(shown.workedBytes);
    }
    const std::string bench(name);
    print({bench, windows, median(paints), "ms", "300 ms", FirstPaintMs, 1});
    print({bench + "-blocked", windows, median(blocked), "ms", "50 ms", BlockedMs, 1});
    print({bench + "-memory", windows, *std::max_element(memory.begin(), memory.end()), "bytes", "the file", static_cast<double>(bytes), MemoryTimes});
    print({bench + "-memory-worked", windows, *std::max_element(worked.begin(), worked.end()), "bytes", "the file", static_cast<double>(bytes), MemoryTimes});
}

} // namespace

void benchShow(const Size &size)
{
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    const auto book = rules::Rulebook::load().value();
    const QTemporaryDir folder;
    const QString lines = folder.filePath(QStringLiteral("reply.json"));
    const QString line = folder.filePath(QStringLiteral("line.json"));
    QByteArray json = largeAvail(size.windows, Windows::Successive);
    QByteArray one = inOneLine(json, size.windows < 1000 ? 0 : OneLineBytes);
    const qint64 bytes = json.size();
    const qint64 oneBytes = one.size();
    if (!workspace::saveFile(lines, json) || !workspace::saveFile(line, one))
        return;
    json = QByteArray();
    one = QByteArray();
    measure("show", size.windows, book, lines, bytes, size.rounds);
    measure("show-line", size.windows, book, line, oneBytes, size.rounds);
}

} // namespace marquee::bench
