// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"
#include "rules/Validator.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace marquee::exchange {

/// A document that breaks one rule.
struct ProbeVariant
{
    QString rule;
    QByteArray text;
    rules::Severity severity = rules::Severity::Error; ///< with which our rule says so
    bool isRefusedByUs = false; ///< it has an error, so we wouldn't send it
    QStringList also; ///< other rules that it breaks and the good document doesn't; best none
};

struct ProbeVariants
{
    std::vector<ProbeVariant> variants; ///< by rule
    QStringList leftOut; ///< rules that this document can't be made to break
};

/// Of a good document: for each rule a variant that breaks it and, where that can be had, no other. Rules over batches
/// aren't among them. Each variant is checked by the rules before it is given.
ProbeVariants probeVariants(const payload::Document &good, const rules::Rulebook &rulebook,
    const rules::Severities &severities = {}, rules::Clock clock = rules::systemClock);

} // namespace marquee::exchange
