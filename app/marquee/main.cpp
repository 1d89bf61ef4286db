// SPDX-License-Identifier: GPL-3.0-or-later
#include "Editor.h"

#include <QApplication>
#include <QCommandLineParser>

namespace {

void describe(QApplication &application)
{
    QApplication::setApplicationName(QStringLiteral("Marquee"));
    QApplication::setApplicationVersion(QStringLiteral(MARQUEE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("marquee"));
    application.setQuitOnLastWindowClosed(true);
}

} // namespace

int main(int argc, char **argv)
{
    using namespace marquee;
    QApplication application(argc, argv);
    describe(application);

    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Editor for avails and their terms."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption workspace(QStringLiteral("workspace"), QApplication::translate("main", "The folder to show."), QStringLiteral("DIR"));
    const QCommandLineOption firstFrame(QStringLiteral("exit-after-first-frame"), QApplication::translate("main", "For measuring: end when the window was painted."));
    parser.addOption(workspace);
    parser.addOption(firstFrame);
    parser.addPositionalArgument(QStringLiteral("FILE"), QApplication::translate("main", "Files to open."), QStringLiteral("[FILE…]"));
    parser.process(application);

    const Editor editor({parser.value(workspace), parser.positionalArguments(), parser.isSet(firstFrame)});
    return QApplication::exec();
}
