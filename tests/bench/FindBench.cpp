// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benchmarks.h"
#include "LargeAvail.h"
#include "Report.h"

#include "payload/Text.h"
#include "preview/TextSearch.h"

#include <QElapsedTimer>

namespace marquee::bench {

namespace {

constexpr double GoalMs = 150;

} // namespace

/// The first hit stands in the last line, so that all of the text is looked through before there is one.
void benchFind(const Size &size)
{
    QByteArray json = largeAvail(size.windows, Windows::Successive);
    const QByteArray needle = "Zanzibar Matinee";
    json.append("{\"last\":\"" + needle + "\"}\n");
    const payload::Text text(json);
    std::vector<double> times;
    for (int round = 0; round < size.rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        const preview::TextSearch search(needle, false);
        const auto hit = search.first(text, 0, text.size());
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        if (!hit)
            qWarning("The text wasn't found.");
    }
    print({"find", size.windows, median(times), "ms", "150 ms", GoalMs, 1});
}

} // namespace marquee::bench
