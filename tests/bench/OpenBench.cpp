// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benchmarks.h"
#include "LargeAvail.h"
#include "Oracle.h"
#include "Report.h"

#include "payload/Document.h"
#include "workspace/Files.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <malloc.h>

namespace marquee::bench {

namespace {

/// What the process holds right now, in bytes.
double residentBytes()
{
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * 4096 : 0;
}

} // namespace

void benchOpen(const Size &size)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.json"));
    QByteArray json = largeAvail(size.windows, Windows::Successive);
    if (!workspace::saveFile(path, json))
        return;
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = 0; round < size.rounds; ++round) {
        theirs.push_back(saxSeconds(json));
        QElapsedTimer timer;
        timer.start();
        const auto document = payload::Document::read(*workspace::readFile(path));
        ours.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    print({"open", size.windows, median(ours), "s", "nlohmann SAX, empty handler", median(theirs), 2});

    const double bytes = static_cast<double>(json.size());
    json = QByteArray();
    const double before = residentBytes();
    const auto document = payload::Document::read(*workspace::readFile(path));
    print({"open-memory", size.windows, residentBytes() - before, "bytes", "the file", bytes, 3});
}

} // namespace marquee::bench
