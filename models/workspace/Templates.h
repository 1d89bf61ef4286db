// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"
#include "payload/Error.h"
#include "workspace/OwnTemplates.h"
#include "workspace/Template.h"

#include <memory>
#include <string_view>
#include <vector>

namespace marquee::workspace {

/// What a new document is to be.
enum class Extract { Full, Partial };

/// The built-in templates, and the way to the user's own.
class Templates
{
public:
    /// Internal where the built-in ones are missing or broken. Reads nothing from the disk.
    static Expected<Templates> load();

    const std::vector<Template> &all() const { return m_all; } ///< the built-in ones
    /// Shared by all copies. Empty until it is reloaded.
    OwnTemplates &own() const { return *m_own; }
    /// Built in or, as read last, one's own; null where there is none.
    const Template *find(std::string_view id) const;

    /// A document made from it, never saved. As a partial extract an avail keeps the first window only.
    static Expected<std::unique_ptr<payload::Document>> make(const Template &from, Extract extract = Extract::Full);

private:
    std::vector<Template> m_all;
    std::shared_ptr<OwnTemplates> m_own = std::make_shared<OwnTemplates>();
};

} // namespace marquee::workspace
