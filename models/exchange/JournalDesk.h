// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/JournalExchange.h"
#include "exchange/JournalReader.h"

#include <functional>
#include <memory>
#include <vector>

namespace marquee::exchange {

// What JournalList does on its other thread; not for others.

/// Reads the journal in steps, so that a question that nobody waits for any more ends soon. One thread.
class JournalDesk
{
public:
    /// Of an export, in bytes of bodies and in exchanges.
    static constexpr qsizetype LargestExport = 128 * 1024 * 1024;
    static constexpr std::size_t MostExported = 10'000;

    struct Page
    {
        std::vector<Exchange> exchanges; ///< newest first, without bodies
        qint64 oldest = 0; ///< row that was looked at; 0: none
        bool isWhole = false; ///< nothing is further back
        bool isNew = false; ///< there is no journal yet
        QString problem; ///< it can't be read: why, and what to do
        JournalReader::Dropped dropped;
        QStringList environments;
    };
    struct Export
    {
        std::vector<JournalRecord> records;
        bool isWhole = true; ///< false: there was more than an export holds
    };
    using IsWanted = std::function<bool()>;

    explicit JournalDesk(QString path)
        : m_path(std::move(path))
    {
    }

    Page read(const JournalFilter &filter, const IsWanted &isWanted);
    std::vector<Exchange> load(const std::vector<qint64> &rows); ///< with bodies; without those that are gone
    Export collect(JournalFilter filter, const IsWanted &isWanted); ///< with bodies
    /// Those that have a row as the journal has them, with bodies; the others as they are.
    Export collect(std::vector<JournalRecord> records);

private:
    Expected<void> open();
    std::vector<JournalRecord> list(const JournalFilter &filter, const IsWanted &isWanted) const;

    QString m_path;
    std::unique_ptr<JournalReader> m_reader;
};

} // namespace marquee::exchange
