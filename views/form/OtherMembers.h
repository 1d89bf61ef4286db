// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalog.h"
#include "payload/Pointer.h"
#include "payload/Value.h"

#include <QString>

#include <vector>

namespace marquee::form {

/// A member that no form has an editor for: the catalogue doesn't know it, or knows no more than its name.
struct OtherMember
{
    payload::Pointer below; ///< from the object that was asked about
    QString label; ///< "Format › HDR"; the payload's spelling where the catalogue doesn't know it
    QString help;
    QString source;
};

/// All of them in an object, at any depth: through the objects that a form shows, and the first item of lists of
/// objects whose items have no form of their own. Lists named in `leftOut` aren't entered.
std::vector<OtherMember> otherMembers(
    const payload::Value &object, const catalog::ObjectType &type, const std::vector<std::string_view> &leftOut);

} // namespace marquee::form
