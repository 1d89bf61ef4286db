// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace marquee::workspace {

/// An avail, a performance message, or a question for productions, to begin with.
struct Template
{
    std::string id; ///< "tvod-film"; of the user's own: "own:" and the name
    QString name; ///< "TVOD film", in the user's language
    QString help;
    std::string text; ///< the payload, in canonical layout
    std::vector<std::string> fill; ///< pointers to the texts that are still empty
    bool isOwn = false; ///< made by the user
    bool isQuestion = false; ///< for productions
    std::optional<Error> error; ///< of one's own: why nothing can be made of it
};

} // namespace marquee::workspace
