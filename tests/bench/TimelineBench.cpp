// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benchmarks.h"
#include "LargeAvail.h"
#include "Report.h"

#include "shell/theme/Theme.h"
#include "timeline/Timeline.h"
#include "timeline/TimelineView.h"
#include "workspace/OpenDocument.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QWheelEvent>

#include <algorithm>

namespace marquee::bench {

namespace {

constexpr double FrameMs = 16; ///< 60 frames a second
constexpr double BuildMs = 30;
constexpr int MostWindows = 10000;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// From the wheel's event to where the view is painted.
void panFrames(timeline::TimelineView &view, int count, std::vector<double> &times)
{
    const QPointF at = view.viewport()->rect().center();
    for (int i = 0; i < count; ++i) {
        const int turned = (i / 16) % 2 == 0 ? -15 : 15; // there and back
        QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, {0, turned}, Qt::NoButton, Qt::ShiftModifier,
            Qt::NoScrollPhase, false);
        QElapsedTimer timer;
        timer.start();
        QCoreApplication::sendEvent(view.viewport(), &event);
        QCoreApplication::processEvents();
        times.push_back(milliseconds(timer));
    }
}

} // namespace

void benchTimeline(const Size &size)
{
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    const auto book = rules::Rulebook::load().value();
    const int windows = std::min(size.windows, MostWindows);
    double slowest = 0;
    std::vector<double> builds;
    for (const Windows kind : {Windows::Successive, Windows::Equal}) {
        const auto document
            = workspace::OpenDocument::read(book, largeAvail(windows, kind), workspace::OpenDocument::Origin::File);
        for (int i = 0; i < size.rounds; ++i) {
            QElapsedTimer timer;
            timer.start();
            timeline::Timeline bars;
            bars.setValidator(&document->validator());
            bars.layout();
            builds.push_back(milliseconds(timer));
        }
        timeline::TimelineView view;
        view.setDocument(document.get());
        view.resize(1400, 900);
        view.show();
        QApplication::processEvents();
        // All of it, a year or so, and days with all their words.
        for (int zoom = 0; zoom < 3; ++zoom) {
            std::vector<double> times;
            panFrames(view, 20 * size.rounds, times);
            slowest = std::max(slowest, percentile99(times));
            for (int i = 0; i < 6; ++i)
                view.zoomIn();
            QApplication::processEvents();
        }
    }
    print({"timeline", windows, slowest, "ms", "a frame of 60 in a second", FrameMs, 1});
    print({"timeline-build", windows, percentile99(builds), "ms", "30 ms", BuildMs, 1});
}

} // namespace marquee::bench
