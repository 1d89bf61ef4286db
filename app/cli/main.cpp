// SPDX-License-Identifier: GPL-3.0-or-later
#include "Verbs.h"

#include "translations/Translations.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <iostream>

int main(int argc, char **argv)
{
    using namespace marquee::cli;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("marquee-cli"));
    marquee::translations::installTranslations(application, QLocale::system());

    Program program;
    Chosen chosen;
    std::string workspace = ".";
    CLI::App app("Avails, performances and productions from the command line.", "marquee-cli");
    app.set_version_flag("--version", Program::versionText().trimmed().toStdString());
    app.require_subcommand(1);
    app.fallthrough();
    app.add_flag("--quiet", program.quiet, "No progress and no notes");
    app.add_flag("--verbose", program.verbose, "More notes");
    app.add_option("--workspace", workspace, "The folder that holds marquee.json")->capture_default_str();
    for (const auto add : {addValidate, addFix, addFormat, addNew, addRules, addCall, addBatch, addProbe, addHistory, addSandbox, addListen, addDiff, addAsk, addMask, addInspect, addReconcile, addDemo})
        add(app, program, chosen);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        // Help and version come this way too, as a success.
        return app.exit(error) == 0 ? static_cast<int>(Exit::Good) : static_cast<int>(Exit::Usage);
    }
    program.workspace = QString::fromLocal8Bit(workspace.c_str());
    return static_cast<int>(chosen ? chosen() : Exit::Usage);
}
