// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benchmarks.h"
#include "LargeAvail.h"
#include "Report.h"

#include "catalog/DateTime.h"
#include "inventory/Inventory.h"
#include "inventory/InventoryFilter.h"
#include "workspace/Files.h"
#include "workspace/OpenDocument.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <algorithm>

namespace marquee::bench {

using namespace Qt::StringLiterals;
using inventory::Column;
using inventory::Criteria;

namespace {

constexpr double FilterMs = 100;
constexpr int WindowsEach = 40; ///< 200,000 windows in 5,000 documents
constexpr int FilesRead = 500;
constexpr double ReadMsPerFile = 10; ///< on two threads

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Records of as many documents, all with IDs and titles of their own.
void fill(inventory::Inventory &inventory, const rules::Rulebook &book, int documents)
{
    const auto avail = workspace::OpenDocument::read(
        book, largeAvail(WindowsEach, Windows::Successive), workspace::OpenDocument::Origin::File);
    for (int i = 0; i < documents; ++i) {
        inventory::Reading reading;
        readDocument(*avail, book, reading);
        reading.title = u"Title number %1"_s.arg(i);
        for (int w = 0; w < WindowsEach; ++w)
            reading.windows[static_cast<std::size_t>(w)].text(Column::Window)
                = reading.texts.take("avail-" + std::to_string(i) + "-window-" + std::to_string(w));
        inventory.put(u"/workspace/avail-%1.json"_s.arg(i), reading);
    }
    QEventLoop loop;
    QObject::connect(&inventory, &inventory::Inventory::changed, &loop, &QEventLoop::quit);
    loop.exec();
}

/// What a keystroke in the search, a day and a choice cost; the slowest of them counts.
double slowestFilter(inventory::InventoryFilter &filter, int rounds)
{
    std::vector<Criteria> wanted(6);
    wanted[0].anywhere = u"a"_s;
    wanted[1].anywhere = u"avail-4999 window"_s;
    wanted[2].anywhere = u"number us hd 2027"_s;
    wanted[3].in(Column::Title) = u"number 49"_s;
    wanted[4].openOn = *catalog::DateTime::parseDate("2027-01-05");
    wanted[5].territory = u"US"_s;
    wanted[5].anywhere = u"nothing of the kind"_s;
    double slowest = 0;
    for (const Criteria &criteria : wanted) {
        std::vector<double> times;
        for (int i = 0; i < rounds; ++i) {
            filter.setCriteria({});
            filter.rows();
            QElapsedTimer timer;
            timer.start();
            filter.setCriteria(criteria);
            filter.rows();
            times.push_back(milliseconds(timer));
        }
        slowest = std::max(slowest, median(times));
    }
    return slowest;
}

/// From nothing to all windows of that many files.
void readFiles(const rules::Rulebook &book, int files)
{
    const QTemporaryDir folder;
    const QByteArray avail = largeAvail(WindowsEach, Windows::Successive);
    QStringList paths;
    for (int i = 0; i < files; ++i) {
        paths << folder.filePath(u"avail-%1.json"_s.arg(i));
        if (!workspace::saveFile(paths.last(), avail))
            return;
    }
    inventory::Inventory inventory(book);
    QEventLoop loop;
    QObject::connect(&inventory, &inventory::Inventory::changed, &loop, [&] {
        if (static_cast<int>(inventory.windowCount()) == files * WindowsEach)
            loop.quit();
    });
    QElapsedTimer timer;
    timer.start();
    inventory.setFiles(paths, folder.path());
    loop.exec();
    print({"inventory-read", files, milliseconds(timer), "ms", "10 ms a file of 40 windows", ReadMsPerFile * files, 1});
}

} // namespace

void benchInventory(const Size &size)
{
    const auto book = rules::Rulebook::load().value();
    // With 40,000 windows, as is usual, five times as many here.
    const int documents = std::max(1, size.windows * 5 / WindowsEach);
    inventory::Inventory inventory(book);
    fill(inventory, book, documents);
    const int windows = static_cast<int>(inventory.windowCount());
    inventory::InventoryFilter filter(inventory);
    print({"inventory", windows, slowestFilter(filter, size.rounds), "ms", "100 ms", FilterMs, 1});
    QElapsedTimer timer;
    timer.start();
    filter.setCriteria({});
    filter.setOrder(Column::Window);
    filter.rows();
    print({"inventory-sort", windows, milliseconds(timer), "ms", "three filters", 3 * FilterMs, 1});
    print({"inventory-sorted", windows, slowestFilter(filter, size.rounds), "ms", "100 ms", FilterMs, 1});
    readFiles(book, std::min(FilesRead, documents));
}

} // namespace marquee::bench
