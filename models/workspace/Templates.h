// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"
#include "payload/Error.h"

#include <QString>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace marquee::workspace {

/// An avail to begin with.
struct Template
{
    std::string id; ///< "tvod-film"
    QString name; ///< "TVOD film", in the user's language
    QString help;
    std::string text; ///< the payload, in canonical layout
    std::vector<std::string> fill; ///< pointers to the texts that are still empty
};

/// What a new document is to be.
enum class Extract { Full, Partial };

/// The built-in templates. Internal where they are missing or broken.
class Templates
{
public:
    static Expected<Templates> load();

    const std::vector<Template> &all() const { return m_all; }
    const Template *find(std::string_view id) const; ///< null where there is none

    /// A document made from it, never saved. As a partial extract it keeps the first window only.
    static Expected<std::unique_ptr<payload::Document>> make(const Template &from, Extract extract = Extract::Full);

private:
    std::vector<Template> m_all;
};

} // namespace marquee::workspace
