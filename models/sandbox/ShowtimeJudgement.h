// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/ShowtimeMessage.h"

#include <QStringList>

#include <map>

namespace marquee::sandbox {

/// What the simulated Showtime has of a performance: its fields by name, as they were sent last.
using PerformanceFields = std::map<QString, XmlElement>;

/// What is wrong with one performance of a message: lines like "101 Invalid entity: …", in English, as a partner says
/// them. Plain checks, on purpose not those of rules/. Empty: it can be taken.
QStringList faultsOf(const XmlElement &performance);

/// What Showtime remarks on a performance as it is after merging. `sent`: what the message itself said.
QStringList warningsOf(const PerformanceFields &merged, const XmlElement &sent);

} // namespace marquee::sandbox
