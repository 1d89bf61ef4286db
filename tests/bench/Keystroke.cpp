// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benchmarks.h"
#include "LargeAvail.h"
#include "Report.h"

#include "payload/Document.h"
#include "rules/Validator.h"

#include <QElapsedTimer>

#include <set>

namespace marquee::bench {

namespace {

/// Milliseconds for each of many single edits all over the document, from the edit to problems that are up to date.
std::vector<double> keystrokes(const rules::Rulebook &book, int windows, int count)
{
    const auto document = payload::Document::read(largeAvail(windows, Windows::Successive)).value();
    rules::Validator validator(book, *document);
    validator.validate();
    document->addListener([&validator](const payload::Change &change) { validator.update(change); });
    const payload::Pointer list = payload::Pointer().child("avail").child("Transaction");
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const auto window = static_cast<std::uint32_t>(static_cast<long long>(i) * 7919 % windows);
        const payload::Pointer field = list.child(window).child(i % 2 == 0 ? "End" : "ContractID");
        const std::string value = i % 2 == 0 ? "\"20" + std::to_string(40 + i % 50) + "-01-01T00:00:00Z\""
                                             : "\"contract " + std::to_string(i) + '"';
        const payload::Edit edit = document->find(field)
            ? payload::Edit::set(field, value)
            : payload::Edit::insertMember(list.child(window), "ContractID", value);
        QElapsedTimer timer;
        timer.start();
        const auto changed = document->apply(edit);
        const auto counts = validator.counts();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        if (!changed || counts.total() < 0)
            return {};
    }
    return times;
}

} // namespace

void benchKeystroke(const Size &size)
{
    const auto book = rules::Rulebook::load().value();
    const int count = 200 * size.rounds;
    const double small = percentile99(keystrokes(book, std::min(100, size.windows), count));
    for (const int windows : std::set<int>{1, std::min(100, size.windows), std::min(10000, size.windows), size.windows}) {
        const double p99 = percentile99(keystrokes(book, windows, count));
        print({"keystroke", windows, p99, "ms", "p99 at 100 windows", small, 3});
        if (windows == size.windows)
            print({"keystroke-p99", windows, p99, "ms", "4 ms", 4, 1});
    }
}

} // namespace marquee::bench
