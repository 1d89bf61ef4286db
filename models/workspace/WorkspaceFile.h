// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QString>

#include <map>
#include <string>

namespace marquee::workspace {

/// What a folder's marquee.json says beside its environments: severities of single rules, by their ids.
struct WorkspaceFile
{
    std::map<std::string, std::string> rules;

    /// Reads FOLDER/marquee.json. A folder without one says nothing. Errors: those of readFile, Malformed, Invalid.
    static Expected<WorkspaceFile> read(const QString &folder);
};

} // namespace marquee::workspace
