// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Program.h"

#include <functional>

namespace CLI {
class App;
}

namespace marquee::cli {

/// What a verb does once the command line was read. Each verb adds its sub-command and says, when that was chosen, what to
/// run; one file a verb.
using Chosen = std::function<Exit()>;

void addValidate(CLI::App &app, Program &program, Chosen &chosen);
void addFix(CLI::App &app, Program &program, Chosen &chosen);
void addFormat(CLI::App &app, Program &program, Chosen &chosen);
void addNew(CLI::App &app, Program &program, Chosen &chosen);
void addRules(CLI::App &app, Program &program, Chosen &chosen);
void addCall(CLI::App &app, Program &program, Chosen &chosen);
void addBatch(CLI::App &app, Program &program, Chosen &chosen);
void addProbe(CLI::App &app, Program &program, Chosen &chosen);
void addHistory(CLI::App &app, Program &program, Chosen &chosen);
void addSandbox(CLI::App &app, Program &program, Chosen &chosen);
void addListen(CLI::App &app, Program &program, Chosen &chosen);
void addDiff(CLI::App &app, Program &program, Chosen &chosen);
void addAsk(CLI::App &app, Program &program, Chosen &chosen);
void addMask(CLI::App &app, Program &program, Chosen &chosen);
void addInspect(CLI::App &app, Program &program, Chosen &chosen);
void addReconcile(CLI::App &app, Program &program, Chosen &chosen);
void addDemo(CLI::App &app, Program &program, Chosen &chosen);

} // namespace marquee::cli
