// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "performances/Suggestions.h"

#include <QString>

#include <functional>

class QWidget;

namespace marquee::performance {

/// What the views ask of whoever owns them. Any of it may be empty.
struct PerformanceSources
{
    /// Values in use in the workspace: of open documents and of files. Asked when a field is entered, so it has to be
    /// quick.
    std::function<const performances::Suggestions &()> suggestions;
    /// Asks before something that can't be taken back for others. True: do it. Empty: it is done.
    std::function<bool(QWidget *parent, const QString &question, const QString &explanation, const QString &button)>
        confirm;
    /// How long a performance keeps its hall, in minutes, as somebody said last; 0: nobody did.
    std::function<int()> minutes;
    std::function<void(int minutes)> keepMinutes;
};

} // namespace marquee::performance
