// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QTime>

#include <optional>
#include <string_view>

namespace marquee::performances {

/// A date as messages write it, 2026-03-14; invalid for anything else.
QDate dateOf(std::string_view text);
/// A time as messages write it, 19:30; invalid for anything else.
QTime timeOf(std::string_view text);

/// What people type or paste for a date, as catalog::DateTime::parseTyped reads it; nothing where it has a time of day.
std::optional<QDate> readDate(const QString &typed);
/// The same for a time of day: 19:30, 7:30, 1930, 19.30, 7:30 pm, 19:30:00, 19h30. Nothing for 24:00 and for seconds.
std::optional<QTime> readTime(const QString &typed);

QString written(QDate date); ///< as messages write it
QString written(QTime time);

} // namespace marquee::performances
