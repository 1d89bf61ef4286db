// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Edit.h"
#include "payload/Error.h"
#include "payload/Pointer.h"
#include "payload/Value.h"
#include "rules/Context.h"

#include <QStringList>

#include <cstdint>
#include <vector>

namespace marquee::windows {

/// Windows by their places in /avail/Transaction, from 0. Functions put them in order by themselves and pass over
/// places where no window stands.
using Rows = std::vector<std::uint32_t>;

/// What a change of windows comes to. The edits are in the order in which they are to be applied, as one step.
struct Plan
{
    std::vector<payload::Edit> edits;
    int changed = 0; ///< windows that become others
    int added = 0;
    int removed = 0;
    QStringList remarks; ///< what is left out, or is to be looked at afterwards: whole sentences
};

/// Places of windows that stand, ascending, each once.
Rows standing(const rules::Context &context, Rows rows);
payload::Pointer placeOf(std::uint32_t row);
payload::Value windowAt(const rules::Context &context, std::uint32_t row);

QString tr(const char *text); ///< in the context "Windows"
Error refusal(const QString &message, const QString &nextStep);
/// Nothing was selected.
Error noWindows();

} // namespace marquee::windows
