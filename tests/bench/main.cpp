// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benchmarks.h"

#ifdef MARQUEE_EDITOR
#include <QApplication>
#else
#include <QCoreApplication>
#endif

#include <CLI/CLI.hpp>

int main(int argc, char **argv)
{
    using namespace marquee::bench;
    std::map<std::string, void (*)(const Size &)> benchmarks{
        {"batch", benchBatch}, {"batch-memory", benchBatchMemory}, {"diff", benchDiff}, {"keystroke", benchKeystroke}, {"message", benchMessage}, {"inventory", benchInventory}, {"open", benchOpen}, {"validate", benchValidate}, {"workspace", benchWorkspace}};
#ifdef MARQUEE_EDITOR
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmarks.emplace("start", benchStart);
    benchmarks.emplace("keystroke-editor", benchEditorKeystroke);
    benchmarks.emplace("timeline", benchTimeline);
    benchmarks.emplace("bulk", benchBulk);
    benchmarks.emplace("find", benchFind);
    benchmarks.emplace("show", benchShow);
    benchmarks.emplace("paste", benchPaste);
#else
    const QCoreApplication application(argc, argv);
#endif
    std::vector<std::string> names;
    std::vector<std::string> known;
    for (const auto &[name, run] : benchmarks)
        known.push_back(name);
    Size size;
    CLI::App app("Figures, one JSON line each.", "marquee-bench");
    app.add_option("NAME", names, "Which; all otherwise")->check(CLI::IsMember(known));
    app.add_option("--windows", size.windows, "Windows of the large avail")->check(CLI::PositiveNumber)->capture_default_str();
    app.add_option("--rounds", size.rounds, "Rounds of which the median is taken")->check(CLI::PositiveNumber)->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    for (const auto &[name, run] : benchmarks) {
        if (names.empty() || std::find(names.begin(), names.end(), name) != names.end())
            run(size);
    }
    return 0;
}
