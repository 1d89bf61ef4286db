// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Probe.h"

namespace marquee::exchange {

/// How a probe's findings can be written.
enum class ProbeFormat : std::uint8_t
{
    Csv,
    Json
};

/// What has been judged, disagreements first. JSON: an object with "document", "environment", "results" (each with
/// rule, severity, ours, partner, message, agree, and the other rules that the variant breaks) and "leftOut".
QByteArray probeReport(const std::vector<ProbeResult> &sorted, const QStringList &leftOut, const QString &document,
    const QString &environment, ProbeFormat format);

} // namespace marquee::exchange
