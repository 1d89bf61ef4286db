// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/JournalDesk.h"

#include <algorithm>

namespace marquee::exchange {

namespace {

constexpr qint64 Step = 500; ///< rows whose bodies are searched before it is asked whether anybody still waits
constexpr int ExportStep = 50;

qsizetype weightOf(const JournalRecord &record)
{
    return record.request.body.size() + record.reply.body.size();
}

} // namespace

Expected<void> JournalDesk::open()
{
    if (m_reader)
        return {};
    auto reader = JournalReader::open(m_path);
    if (!reader)
        return tl::unexpected(reader.error());
    m_reader = std::move(*reader);
    return {};
}

std::vector<JournalRecord> JournalDesk::list(const JournalFilter &filter, const IsWanted &isWanted) const
{
    if (filter.text.isEmpty())
        return m_reader->list(filter);
    JournalFilter newest;
    newest.limit = 1;
    newest.before = filter.before;
    const std::vector<JournalRecord> first = m_reader->list(newest);
    qint64 before = first.empty() ? 0 : first.front().id + 1;
    std::vector<JournalRecord> found;
    const auto enough = static_cast<std::size_t>(filter.limit);
    while (before > 1 && found.size() < enough && isWanted()) {
        JournalFilter part = filter;
        part.before = before;
        part.after = std::max<qint64>(before - Step - 1, 0);
        part.limit = filter.limit - static_cast<int>(found.size());
        for (JournalRecord &record : m_reader->list(part))
            found.push_back(std::move(record));
        before = part.after + 1;
    }
    return found;
}

JournalDesk::Page JournalDesk::read(const JournalFilter &filter, const IsWanted &isWanted)
{
    Page page;
    if (const auto ready = open(); !ready) {
        page.isWhole = true;
        page.isNew = ready.error().code == Error::Code::NotFound;
        if (!page.isNew)
            page.problem = sentence(ready.error());
        return page;
    }
    const std::vector<JournalRecord> records = list(filter, isWanted);
    page.isWhole = records.size() < static_cast<std::size_t>(filter.limit);
    page.oldest = records.empty() ? 0 : records.back().id;
    for (const JournalRecord &record : records) {
        if (auto exchange = exchangeOf(record))
            page.exchanges.push_back(std::move(*exchange));
    }
    page.dropped = m_reader->dropped();
    if (filter.before == 0 && isWanted())
        page.environments = m_reader->environments();
    return page;
}

std::vector<Exchange> JournalDesk::load(const std::vector<qint64> &rows)
{
    std::vector<Exchange> exchanges;
    if (!open())
        return exchanges;
    for (const qint64 row : rows) {
        const auto record = m_reader->find(row);
        if (!record)
            continue;
        if (auto exchange = exchangeOf(*record))
            exchanges.push_back(std::move(*exchange));
    }
    return exchanges;
}

JournalDesk::Export JournalDesk::collect(JournalFilter filter, const IsWanted &isWanted)
{
    Export result;
    if (!open())
        return result;
    filter.withBodies = true;
    filter.limit = ExportStep;
    qsizetype weight = 0;
    while (isWanted()) {
        std::vector<JournalRecord> page = list(filter, isWanted);
        for (JournalRecord &record : page) {
            if (weight > LargestExport || result.records.size() == MostExported) {
                result.isWhole = false;
                return result;
            }
            weight += weightOf(record);
            filter.before = record.id;
            result.records.push_back(std::move(record));
        }
        if (page.size() < static_cast<std::size_t>(ExportStep))
            break;
    }
    return result;
}

JournalDesk::Export JournalDesk::collect(std::vector<JournalRecord> records)
{
    Export result;
    qsizetype weight = 0;
    const bool isOpen = open().has_value();
    for (JournalRecord &record : records) {
        if (weight > LargestExport || result.records.size() == MostExported) {
            result.isWhole = false;
            break;
        }
        if (record.id != 0) {
            auto kept = isOpen ? m_reader->find(record.id) : std::nullopt;
            if (!kept)
                continue;
            record = std::move(*kept);
        }
        weight += weightOf(record);
        result.records.push_back(std::move(record));
    }
    return result;
}

} // namespace marquee::exchange
