// SPDX-License-Identifier: GPL-3.0-or-later
#include "Editor.h"

#include "exchange/Courier.h"
#include "exchange/EnvironmentList.h"
#include "sandbox/Sandbox.h"
#include "shell/FileDesk.h"
#include "shell/MainWindow.h"
#include "shell/WidgetDialogs.h"
#include "shell/theme/Theme.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"
#include "workspace/Settings.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QTimer>

#include <cstdio>

namespace marquee {

using namespace Qt::StringLiterals;

namespace {

theme::Mode modeOf(const QString &name)
{
    return name == "dark"_L1 ? theme::Mode::Dark : name == "light"_L1 ? theme::Mode::Light : theme::Mode::System;
}

void refuse(const Error &error)
{
    const QString text = error.message + u' ' + error.nextStep;
    std::fprintf(stderr, "%s\n", qPrintable(text));
    QMessageBox::critical(nullptr, u"Marquee"_s, text);
}

/// Ends the program when the window was painted once.
class FirstFrame : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, qApp, &QApplication::quit);
        return false;
    }
};

} // namespace

struct Editor::Parts
{
    Parts(rules::Rulebook book, workspace::Templates made)
        : rulebook(std::move(book))
        , templates(std::move(made))
        , documents(rulebook)
        , folder(rulebook)
        , courier(exchanges)
    {
    }

    rules::Rulebook rulebook;
    workspace::Templates templates;
    workspace::Settings settings;
    workspace::OpenDocuments documents;
    workspace::FolderModel folder;
    exchange::EnvironmentList environments;
    exchange::ExchangeList exchanges;
    exchange::Courier courier;
    std::unique_ptr<sandbox::Sandbox> sandbox;
    shell::WidgetDialogs dialogs;
    std::unique_ptr<shell::MainWindow> window;
};

Editor::Editor() = default;
Editor::~Editor() = default;

bool Editor::start(const QString &workspace, const QStringList &files, bool endAfterFirstFrame)
{
    auto book = rules::Rulebook::load();
    auto templates = workspace::Templates::load();
    if (!book || !templates) {
        refuse(book ? templates.error() : book.error());
        return false;
    }
    m_parts = std::make_unique<Parts>(std::move(*book), std::move(*templates));
    Parts &parts = *m_parts;
    theme::Theme::instance().apply(*qApp, modeOf(parts.settings.theme()), parts.settings.textPercent());
    const shell::Models models{parts.rulebook,     parts.templates, parts.settings, parts.documents, parts.folder,
                               parts.environments, parts.exchanges, parts.courier};
    parts.window = std::make_unique<shell::MainWindow>(models, parts.dialogs);
    if (endAfterFirstFrame)
        parts.window->installEventFilter(new FirstFrame(parts.window.get()));
    parts.window->show();

    // What the first frame doesn't need comes behind it.
    QTimer::singleShot(0, parts.window.get(), [&parts, workspace, files] {
        if (auto sandbox = sandbox::Sandbox::start()) {
            parts.sandbox = std::move(*sandbox);
            parts.environments.setSandbox(parts.sandbox->primeUrl());
        }
        const QString chosen = parts.settings.environment();
        const QString last = parts.settings.lastFolder();
        const QString folder = !workspace.isEmpty() ? workspace : QDir(last).exists() && !last.isEmpty() ? last : QString();
        if (!folder.isEmpty())
            parts.window->files().openFolder(folder);
        parts.environments.choose(chosen);
        parts.window->files().open(files);
    });
    return true;
}

} // namespace marquee
