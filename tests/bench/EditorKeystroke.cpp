// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benchmarks.h"
#include "EditorDesk.h"
#include "Report.h"

#include "shell/theme/Theme.h"

#include <QApplication>
#include <QElapsedTimer>

#include <set>

namespace marquee::bench {

namespace {

/// `painted`: until it is on screen too, which is the same few hundred lines whatever the document holds.
std::vector<double> keystrokes(const rules::Rulebook &book, int windows, int count, bool painted)
{
    EditorDesk desk(book, windows);
    desk.view.setUpdatesEnabled(painted);
    desk.preview.setUpdatesEnabled(painted);
    const payload::Pointer list = payload::Pointer().child("avail").child("Transaction");
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const auto window = static_cast<std::uint32_t>(static_cast<long long>(i) * 7919 % windows);
        // The window is selected and its line in sight, as it is for whoever types there; only the typing counts.
        desk.view.windows()->selectWindow(static_cast<int>(window));
        const payload::Value before = desk.document->payload().find(list.child(window).child("End"));
        desk.preview.showOffset(before.begin(), before.end());
        QApplication::processEvents();
        const std::string value = "\"20" + std::to_string(40 + i % 50) + "-01-01T00:00:00Z\"";
        QElapsedTimer timer;
        timer.start();
        const auto changed = desk.document->apply(payload::Edit::set(list.child(window).child("End"), value));
        QApplication::processEvents(); // problems' rows, marks, layout, and what has to be painted
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        if (!changed || desk.problems.rowCount() < 0)
            return {};
    }
    return times;
}

} // namespace

void benchEditorKeystroke(const Size &size)
{
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    const auto book = rules::Rulebook::load().value();
    const int count = 100 * size.rounds;
    const auto measure = [&](const std::string &name, bool painted) {
        const double small = percentile99(keystrokes(book, std::min(100, size.windows), count, painted));
        for (const int windows : std::set<int>{1, std::min(100, size.windows), std::min(10000, size.windows), size.windows}) {
            const double p99 = percentile99(keystrokes(book, windows, count, painted));
            print({name, windows, p99, "ms", "p99 at 100 windows", small, 3});
            if (windows == size.windows)
                print({name + "-p99", windows, p99, "ms", "4 ms", 4, 1});
        }
    };
    measure("keystroke-editor", false);
    measure("keystroke-painted", true);
}

} // namespace marquee::bench
