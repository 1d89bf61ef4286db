// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Validator.h"

#include <QStringList>

#include <future>
#include <memory>

namespace marquee {

namespace shell {
class MainWindow;
class WidgetDialogs;
}
namespace workspace {
class Settings;
}

/// Makes the window and the models, and lets them go in order.
class Editor
{
public:
    struct Start
    {
        QString workspace; ///< empty: the last one used
        QStringList files;
        bool endAfterFirstFrame = false; ///< for measuring
    };

    /// Shows the frame at once, and fills it when it is on screen. Where the catalogue, the rules or the templates are missing
    /// the program says so and ends with 1: nothing may pass because nothing looked.
    explicit Editor(Start start);
    ~Editor();

private:
    bool furnish();

    struct Parts;
    const Start m_start;
    std::unique_ptr<workspace::Settings> m_settings;
    std::unique_ptr<shell::WidgetDialogs> m_dialogs;
    std::future<Expected<rules::Rulebook>> m_book;
    std::unique_ptr<Parts> m_parts;
    std::unique_ptr<shell::MainWindow> m_window;
};

} // namespace marquee
