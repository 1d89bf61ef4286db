// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benchmarks.h"
#include "EditorDesk.h"
#include "Report.h"

#include "shell/theme/Theme.h"
#include "windows/CopyRows.h"
#include "windows/PasteRows.h"

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>

#include <cstdio>

namespace marquee::bench {

namespace {

constexpr int MostWindows = 10000;
constexpr int PastedRows = 500;
constexpr double BulkMs = 300;
constexpr double PasteMs = 200;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Rows as a spreadsheet gives them: the first windows of the document, with IDs of their own.
QByteArray rowsToPaste(const workspace::OpenDocument &document, int count)
{
    windows::Rows rows;
    for (int i = 0; i < count; ++i)
        rows.push_back(static_cast<std::uint32_t>(i));
    QList<QByteArray> lines = windows::copyRows(document.validator().context(), rows).split('\n');
    const qsizetype id = lines.front().split('\t').indexOf("Window ID");
    for (qsizetype i = 1; i < lines.size() && id >= 0; ++i) {
        QList<QByteArray> cells = lines[i].split('\t');
        if (id < cells.size() && !cells[id].isEmpty())
            cells[id] = "pasted-" + QByteArray::number(i);
        lines[i] = cells.join('\t');
    }
    return lines.join('\n');
}

} // namespace

void benchBulk(const Size &size)
{
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    const auto book = rules::Rulebook::load().value();
    const int windows = std::min(size.windows, MostWindows);
    EditorDesk desk(book, windows);
    desk.view.windows()->selectAll();
    QApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the form of one window
    auto *line = desk.view.findChild<QLineEdit *>(QStringLiteral("ContractID"));
    if (!line) {
        if (auto *holder = desk.view.findChild<QWidget *>(QStringLiteral("ContractID")))
            line = holder->findChild<QLineEdit *>();
    }
    if (!line || desk.view.windows()->selectedWindows().size() != windows) {
        std::fputs("The windows' form isn't as the benchmark knows it.\n", stderr);
        return;
    }
    // One letter in a field of the form: it goes to every window, and problems, table and preview follow.
    std::vector<double> times;
    for (int i = 0; i < 2 * size.rounds + 1; ++i) {
        QKeyEvent key(QEvent::KeyPress, Qt::Key_X, Qt::NoModifier, QStringLiteral("x"));
        QElapsedTimer timer;
        timer.start();
        QCoreApplication::sendEvent(line, &key);
        QApplication::processEvents();
        times.push_back(milliseconds(timer));
        if (desk.document->payload().steps().empty()) {
            std::fputs("The letter didn't reach the windows.\n", stderr);
            return;
        }
    }
    const payload::Value all = desk.document->payload().root().member("avail").member("Transaction");
    const std::string last = all.at(static_cast<std::uint32_t>(windows) - 1).member("ContractID").string();
    if (last.find(std::string(times.size(), 'x')) == std::string::npos) {
        std::fputs("The last window doesn't say what was typed.\n", stderr);
        return;
    }
    print({"bulk", windows, median(times), "ms", "300 ms", BulkMs, 1});
}

void benchPaste(const Size &size)
{
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    const auto book = rules::Rulebook::load().value();
    EditorDesk desk(book, std::min(size.windows, MostWindows));
    const int count = std::min({PastedRows, size.windows, MostWindows});
    const QByteArray text = rowsToPaste(*desk.document, count);
    std::vector<double> times;
    for (int i = 0; i < size.rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto table = exchange::RowTable::read(text);
        const rules::Context context = desk.document->validator().context();
        const auto plan = table ? windows::pasteRows(context, *table, windows::windowMapping(table->headings(), context)) : tl::unexpected(table.error());
        const auto done = plan ? desk.document->apply(plan->edits) : tl::unexpected(plan.error());
        QApplication::processEvents();
        times.push_back(milliseconds(timer));
        if (!done || plan->added != count) {
            std::fputs("The rows weren't pasted.\n", stderr);
            return;
        }
        desk.document->undo();
        QApplication::processEvents();
    }
    print({"paste", count, median(times), "ms", "200 ms", PasteMs, 1});
}

} // namespace marquee::bench
