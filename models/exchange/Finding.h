// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <vector>

namespace marquee::exchange {

/// One thing that was looked at: what works, what soon won't, what doesn't, and what to do about it.
struct Finding
{
    enum class Severity : std::uint8_t
    {
        Good,
        Warning,
        Error
    };
    Severity severity = Severity::Good;
    QString subject; ///< the file, name, address or certificate that this speaks of
    QString message; ///< one sentence
    QString nextStep; ///< empty where nothing has to be done
};
using Findings = std::vector<Finding>;

inline bool hasErrors(const Findings &findings)
{
    return std::any_of(
        findings.begin(), findings.end(), [](const Finding &f) { return f.severity == Finding::Severity::Error; });
}

} // namespace marquee::exchange
