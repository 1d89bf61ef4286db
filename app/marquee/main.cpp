// SPDX-License-Identifier: GPL-3.0-or-later
#include "Editor.h"

#include "translations/Translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>

namespace {

void describe(QApplication &application)
{
    QApplication::setApplicationName(QStringLiteral("Marquee"));
    QApplication::setApplicationVersion(QStringLiteral(MARQUEE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("marquee"));
    application.setQuitOnLastWindowClosed(true);
}

/// Asked before all else: the other options are described in this language.
void chooseLanguage(QApplication &application, const QString &option)
{
    QCommandLineParser parser;
    parser.addOption({option, {}, QStringLiteral("LANGUAGE")});
    parser.parse(QApplication::arguments()); // what it doesn't know is main()'s to judge
    QLocale locale = QLocale::system();
    if (parser.isSet(option)) {
        locale = QLocale(parser.value(option));
        if (locale.language() != QLocale().language()) // else the system's country decides about dates and digits
            QLocale::setDefault(locale);
    }
    marquee::translations::installTranslations(application, locale);
}

} // namespace

int main(int argc, char **argv)
{
    using namespace marquee;
    QApplication application(argc, argv);
    describe(application);
    const QString languageOption = QStringLiteral("language");
    chooseLanguage(application, languageOption);

    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Editor for avails and their terms."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption workspace(
        QStringLiteral("workspace"), QApplication::translate("main", "The folder to show."), QStringLiteral("DIR"));
    const QCommandLineOption language(languageOption,
        QApplication::translate("main", "The language to speak: %1.")
            .arg(marquee::translations::languages().join(QStringLiteral(", "))),
        QStringLiteral("LANGUAGE"));
    const QCommandLineOption firstFrame(QStringLiteral("exit-after-first-frame"),
        QApplication::translate("main", "For measuring: end when the window was painted."));
    parser.addOption(workspace);
    parser.addOption(language);
    parser.addOption(firstFrame);
    parser.addPositionalArgument(
        QStringLiteral("FILE"), QApplication::translate("main", "Files to open."), QStringLiteral("[FILE…]"));
    parser.process(application);

    const Editor editor({parser.value(workspace), parser.positionalArguments(), parser.isSet(firstFrame)});
    return QApplication::exec();
}
