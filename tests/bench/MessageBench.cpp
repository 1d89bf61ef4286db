// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benchmarks.h"
#include "Report.h"

#include "payload/Document.h"
#include "rules/Validator.h"

#include <QElapsedTimer>

#include <algorithm>

namespace marquee::bench {

namespace {

QByteArray message(int performances)
{
    QByteArray text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ShowTimeAnalytics dataSupplierId=\"LANTERN\" messageSequence=\"1\">\n  <Performances>\n";
    for (int i = 0; i < performances; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "    <Performance id=\"P-" + number + "\" siteId=\"S-1\">\n      <EventId><![CDATA[E-" + number + "]]></EventId>\n"
            + "      <Date>2027-03-12</Date>\n      <Time>19:30</Time>\n      <PrintFormats>\n        <PrintFormat><![CDATA[2D]]></PrintFormat>\n"
            + "      </PrintFormats>\n      <RunWeek>1</RunWeek>\n      <HallId><![CDATA[H-" + number + "]]></HallId>\n    </Performance>\n";
    }
    return text + "  </Performances>\n</ShowTimeAnalytics>\n";
}

/// Milliseconds for each of many single edits, from the edit to problems that are up to date.
std::vector<double> keystrokes(const rules::Rulebook &book, int performances, int count)
{
    const auto document = payload::Document::read(message(performances)).value();
    rules::Validator validator(book, *document);
    validator.validate();
    document->addListener([&validator](const payload::Change &change) { validator.update(change); });
    const payload::Pointer list = payload::Pointer().child("ShowTimeAnalytics").child("Performances").child("Performance");
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const auto row = static_cast<std::uint32_t>(static_cast<long long>(i) * 7919 % performances);
        const payload::Edit edit
            = payload::Edit::set(list.child(row).child(i % 2 == 0 ? "HallId" : "EventId"), "\"changed " + std::to_string(i) + '"');
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

/// Reading a message of just under 256 KB and finding its problems.
double openingMs(const rules::Rulebook &book, int rounds)
{
    constexpr int performances = 780;
    const QByteArray text = message(performances);
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto document = payload::Document::read(text).value();
        rules::Validator validator(book, *document);
        validator.validate();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return *std::max_element(times.begin(), times.end());
}

} // namespace

void benchMessage(const Size &size)
{
    const auto book = rules::Rulebook::load().value();
    constexpr int many = 5000;
    print({"message-keystroke", many, percentile99(keystrokes(book, many, 200 * size.rounds)), "ms", "4 ms", 4, 1});
    print({"message-open", 1, openingMs(book, 5 * size.rounds), "ms", "100 ms", 100, 1});
}

} // namespace marquee::bench
