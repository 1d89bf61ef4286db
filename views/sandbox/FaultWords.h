// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/Fault.h"

#include <QString>

namespace marquee::sandbox {

/// A fault in plain words.
struct FaultWords
{
    QString title; ///< what goes wrong
    QString outcome; ///< how a request ends that meets it every time: "Failed"
    QString expect; ///< what is to be seen, in a sentence or two
};

FaultWords wordsFor(Fault::Kind kind);

} // namespace marquee::sandbox
