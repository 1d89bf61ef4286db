// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Validator.h"

namespace marquee::exchange {
class Dispatcher;
class EnvironmentList;
class ExchangeList;
}
namespace marquee::sandbox {
class Sandbox;
}
namespace marquee::workspace {
class FolderModel;
class OpenDocuments;
class Settings;
class Templates;
}

namespace marquee::shell {

/// What the window shows and works on. Made by the program; outlives the window.
struct Models
{
    const rules::Rulebook &rulebook;
    const workspace::Templates &templates;
    workspace::Settings &settings;
    workspace::OpenDocuments &documents;
    workspace::FolderModel &folder;
    exchange::EnvironmentList &environments;
    exchange::ExchangeList &exchanges;
    exchange::Dispatcher &dispatcher;
    sandbox::Sandbox *sandbox = nullptr; ///< null: it couldn't be started
};

} // namespace marquee::shell
