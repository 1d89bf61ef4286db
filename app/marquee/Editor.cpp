// SPDX-License-Identifier: GPL-3.0-or-later
#include "Editor.h"

#include "exchange/Dispatcher.h"
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

#include <cstdio>
#include <cstdlib>

namespace marquee {

using namespace Qt::StringLiterals;

namespace {

theme::Mode modeOf(const QString &name)
{
    return name == "dark"_L1 ? theme::Mode::Dark : name == "light"_L1 ? theme::Mode::Light : theme::Mode::System;
}

void refuse(const Error &error)
{
    const QString text = sentence(error);
    std::fprintf(stderr, "%s\n", qPrintable(text));
    QMessageBox::critical(nullptr, u"Marquee"_s, text);
}

} // namespace

/// What needs the rules and lists, and so comes when they are there.
struct Editor::Parts
{
    Parts(rules::Rulebook book, workspace::Templates made)
        : rulebook(std::move(book))
        , templates(std::move(made))
        , documents(rulebook)
        , folder(rulebook)
        , dispatcher(exchanges)
    {
    }

    rules::Rulebook rulebook;
    workspace::Templates templates;
    workspace::OpenDocuments documents;
    workspace::FolderModel folder;
    exchange::EnvironmentList environments;
    exchange::ExchangeList exchanges;
    exchange::Dispatcher dispatcher;
    std::unique_ptr<sandbox::Sandbox> sandbox;
};

Editor::Editor(Start start)
    : m_start(std::move(start))
    , m_settings(std::make_unique<workspace::Settings>())
    , m_dialogs(std::make_unique<shell::WidgetDialogs>())
{
    // Both take their time, and the frame doesn't need them.
    m_book = std::async(std::launch::async, [] { return rules::Rulebook::load(); });
    theme::Theme::instance().apply(*qApp, modeOf(m_settings->theme()), m_settings->textPercent());
    m_window = std::make_unique<shell::MainWindow>(*m_settings, *m_dialogs);
    QObject::connect(m_window.get(), &shell::MainWindow::firstFramePainted, m_window.get(), [this] {
        if (m_start.endAfterFirstFrame)
            std::_Exit(0); // what is measured is the way up, not the way down
        else if (!furnish())
            QApplication::exit(1);
    });
    m_window->show();
}

Editor::~Editor()
{
    m_window.reset(); // before what it shows
}

bool Editor::furnish()
{
    auto book = m_book.get();
    auto templates = workspace::Templates::load();
    if (!book || !templates) {
        refuse(book ? templates.error() : book.error());
        return false;
    }
    m_parts = std::make_unique<Parts>(std::move(*book), std::move(*templates));
    Parts &parts = *m_parts;
    if (auto sandbox = sandbox::Sandbox::start()) {
        parts.sandbox = std::move(*sandbox);
        parts.environments.setSandbox(parts.sandbox->primeUrl(), parts.sandbox->showtimeUrl(), parts.sandbox->atomUrl());
    }
    m_window->furnish({parts.rulebook, parts.templates, *m_settings, parts.documents, parts.folder, parts.environments,
                       parts.exchanges, parts.dispatcher, parts.sandbox.get()});
    const QString chosen = m_settings->environment(); // reading a folder may choose another
    const QString last = m_settings->lastFolder();
    const QString folder = !m_start.workspace.isEmpty() ? m_start.workspace : !last.isEmpty() && QDir(last).exists() ? last : QString();
    if (!folder.isEmpty())
        m_window->files().openFolder(folder);
    parts.environments.choose(chosen);
    m_window->files().open(m_start.files);
    m_window->offerDrafts();
    return true;
}

} // namespace marquee
