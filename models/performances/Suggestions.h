// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"

#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace marquee::performances {

/// What values in use are of.
enum class InUse : std::uint8_t
{
    Supplier,
    CallbackUrl,
    Site,
    Hall,
    Event,
    Distributor,
    Tag,
    PrintFormat,
    LangFormat,
    Attribute,
    SeatType
};
/// By a field's name in the message: "HallId", "PrintFormats"; nothing for the others.
std::optional<InUse> inUseOf(std::string_view field);

/// The values that are in use in messages, to be suggested. A value; one thread at a time.
class Suggestions
{
public:
    static constexpr std::size_t MostValues = 2000; ///< of each kind; what comes later isn't kept

    /// Takes what one message says; nothing of a document that isn't one.
    void collect(const payload::Document &document);
    void add(const Suggestions &other);
    /// One more, however often it is in use.
    void offer(InUse of, const QString &value) { take(of, value.toStdString()); }
    /// Those that are used most first.
    QStringList values(InUse of) const;
    bool isEmpty() const;

private:
    void take(InUse of, const std::string &value, int times = 1);

    static constexpr std::size_t Kinds = 11;
    std::array<std::map<std::string, int>, Kinds> m_counts; ///< how often each stands
};

} // namespace marquee::performances
