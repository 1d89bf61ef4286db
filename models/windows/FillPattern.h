// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QString>

#include <functional>
#include <optional>

namespace marquee::windows {

/// What a name in braces stands for; nothing for a name that isn't known. Names come trimmed and in small letters.
using Meaning = std::function<std::optional<QString>(const QString &name)>;

/// A pattern such as "{id}-{n:3}", filled in; what isn't in braces stays. Invalid where it names something that isn't
/// known or a brace isn't closed; `nextStep` says what it may name.
Expected<QString> fillPattern(const QString &pattern, const Meaning &meaning, const QString &nextStep);

/// A number by the name `name`, or `name`:3 with at least that many digits, 9 at most. Nothing for other names.
std::optional<QString> countedAs(const QString &name, const QString &asked, int number);

} // namespace marquee::windows
