// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benchmarks.h"
#include "LargeAvail.h"
#include "Report.h"

#include "changes/Compare.h"
#include "payload/Document.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace marquee::bench {

namespace {

constexpr double GoalMs = 500;
constexpr int MostWindows = 10000;

/// The same avail with its windows in the opposite order and every hundredth one changed: what a partner's answer may look like.
void turnAround(payload::Document &document)
{
    const auto windows = payload::Pointer::parse("/avail/Transaction");
    if (!windows)
        return;
    const payload::Value list = document.find(*windows);
    QByteArray text = "[";
    std::string scratch;
    for (std::uint32_t i = list.size(); i-- > 0;) {
        const std::string_view raw = list.at(i).raw(scratch);
        QByteArray window(raw.data(), static_cast<qsizetype>(raw.size()));
        if (i % 100 == 0)
            window.replace("\"HD\"", "\"SD\"").replace("2027-", "2028-");
        text.append(text.size() > 1 ? "," : "").append(window);
    }
    text.append(']');
    if (!document.apply(payload::Edit::set(*windows, text.toStdString())))
        qWarning("The windows couldn't be turned around.");
}

} // namespace

void benchDiff(const Size &size)
{
    const int windows = std::min(size.windows, MostWindows);
    const QByteArray json = largeAvail(windows, Windows::Successive);
    const auto before = payload::Document::read(json);
    const auto after = payload::Document::read(json);
    if (!before || !after)
        return;
    turnAround(**after);
    std::vector<double> times;
    for (int round = 0; round < size.rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        const changes::Comparison found = changes::compare(**before, **after);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        if (found.total() == 0)
            qWarning("The comparison found nothing.");
    }
    print({"diff", windows, median(times), "ms", "500 ms", GoalMs, 1});
}

} // namespace marquee::bench
