// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benchmarks.h"
#include "LargeAvail.h"
#include "Oracle.h"
#include "Report.h"

#include "payload/Document.h"
#include "rules/Validator.h"

#include <QElapsedTimer>

namespace marquee::bench {

namespace {

double validateSeconds(const rules::Rulebook &book, const payload::Document &document)
{
    QElapsedTimer timer;
    timer.start();
    rules::Validator validator(book, document);
    validator.validate();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

} // namespace

void benchValidate(const Size &size)
{
    const auto book = rules::Rulebook::load().value();
    const QByteArray json = largeAvail(size.windows, Windows::Successive);
    const auto document = payload::Document::read(json).value();
    const auto equal = payload::Document::read(largeAvail(size.windows, Windows::Equal)).value();
    std::vector<double> ours;
    std::vector<double> overlapping;
    std::vector<double> theirs;
    for (int round = 0; round < size.rounds; ++round) {
        theirs.push_back(saxSeconds(json));
        ours.push_back(validateSeconds(book, *document));
        overlapping.push_back(validateSeconds(book, *equal));
    }
    print({"validate", size.windows, median(ours), "s", "nlohmann SAX, empty handler", median(theirs), 1});
    print({"validate-equal", size.windows, median(overlapping), "s", "validate", median(ours), 3});
}

} // namespace marquee::bench
