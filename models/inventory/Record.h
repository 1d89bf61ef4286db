// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/Texts.h"

#include <QString>

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

namespace marquee::inventory {

/// What is known of a window, column by column.
enum class Column : std::uint8_t
{
    Problems,
    Document, ///< the file's name, with its way from the folder
    Title,
    Window, ///< its ID
    Licence,
    Territory,
    Format,
    Start,
    End,
    Channel,
    Prices
};
constexpr std::size_t ColumnCount = 11;
inline constexpr std::array allColumns{Column::Problems, Column::Document, Column::Title, Column::Window,
    Column::Licence, Column::Territory, Column::Format, Column::Start, Column::End, Column::Channel, Column::Prices};

constexpr std::int64_t Always = std::numeric_limits<std::int64_t>::min(); ///< no start, or none that can be read
constexpr std::int64_t Ever = std::numeric_limits<std::int64_t>::max(); ///< no end, or none that can be read

/// One window, without its payload.
struct Record
{
    static constexpr std::size_t TextCount = 8; ///< columns from Window to Prices

    std::int64_t start = Always; ///< seconds since 1970, UTC
    std::int64_t end = Ever;
    std::array<TextId, TextCount> texts{};
    std::uint32_t key = 0; ///< names this window for as long as it is known, wherever it moves
    std::uint16_t errors = 0; ///< 65535 stands for more, too
    std::uint16_t warnings = 0;
    std::uint16_t hints = 0;

    static constexpr bool hasText(Column column) { return column >= Column::Window; }
    TextId &text(Column column)
    {
        return texts[static_cast<std::size_t>(column) - static_cast<std::size_t>(Column::Window)];
    }
    TextId text(Column column) const
    {
        return texts[static_cast<std::size_t>(column) - static_cast<std::size_t>(Column::Window)];
    }
};

/// One document whose windows are listed.
struct Listed
{
    QString path;
    TextId name = NoText;
    TextId title = NoText;
    std::vector<Record> windows; ///< in the payload's order
    bool isAvail = false; ///< false for other payloads, and for what isn't one
    qint64 size = -1; ///< of the file when it was read; -1: to be read
    qint64 changedMs = 0; ///< when the file was written, since 1970
};

/// One window among the listed ones; holds until Inventory::changed.
struct Row
{
    std::uint32_t document = 0; ///< its place in Inventory::documents
    std::uint32_t window = 0; ///< its place in /avail/Transaction

    friend bool operator==(const Row &, const Row &) = default;
};

} // namespace marquee::inventory
