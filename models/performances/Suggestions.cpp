// SPDX-License-Identifier: GPL-3.0-or-later
#include "performances/Suggestions.h"

#include "performances/Message.h"

#include <algorithm>
#include <vector>

namespace marquee::performances {

using payload::Value;

namespace {

struct Place
{
    const char *name;
    const char *item; ///< null: not a list
    InUse of;
};

constexpr std::array places{Place{"@siteId", nullptr, InUse::Site}, Place{"HallId", nullptr, InUse::Hall},
    Place{"EventId", nullptr, InUse::Event}, Place{"DistributorId", nullptr, InUse::Distributor},
    Place{"Tags", "Tag", InUse::Tag}, Place{"PrintFormats", "PrintFormat", InUse::PrintFormat},
    Place{"LangFormats", "LangFormat", InUse::LangFormat}, Place{"Attributes", "Attribute", InUse::Attribute}};

} // namespace

std::optional<InUse> inUseOf(std::string_view field)
{
    for (const Place &place : places) {
        if (field == place.name)
            return place.of;
    }
    if (field == "@dataSupplierId")
        return InUse::Supplier;
    if (field == "CallbackUrl")
        return InUse::CallbackUrl;
    if (field == "SeatCapacities" || field == "SeatType")
        return InUse::SeatType;
    return std::nullopt;
}

void Suggestions::take(InUse of, const std::string &value, int times)
{
    auto &counts = m_counts[static_cast<std::size_t>(of)];
    if (value.empty() || (counts.size() >= MostValues && !counts.contains(value)))
        return;
    counts[value] += times;
}

void Suggestions::collect(const payload::Document &document)
{
    if (!isMessage(document))
        return;
    const Value message = document.root().member("ShowTimeAnalytics");
    take(InUse::Supplier, textOf(message.member("@dataSupplierId")));
    take(InUse::CallbackUrl, textOf(message.member("CallbackUrl")));
    const Value list = listOf(document);
    for (std::uint32_t row = 0; row < list.size(); ++row) {
        const Value performance = list.at(row);
        for (const Place &place : places) {
            const Value value = performance.member(place.name);
            if (!place.item) {
                take(place.of, textOf(value));
                continue;
            }
            const Value items = value.member(place.item);
            for (std::uint32_t i = 0; items.isArray() && i < items.size(); ++i)
                take(place.of, textOf(items.at(i)));
        }
        const Value seats = performance.member("SeatCapacities").member("SeatCapacity");
        for (std::uint32_t i = 0; seats.isArray() && i < seats.size(); ++i)
            take(InUse::SeatType, textOf(seats.at(i).member("SeatType")));
    }
}

void Suggestions::add(const Suggestions &other)
{
    for (std::size_t kind = 0; kind < Kinds; ++kind) {
        for (const auto &[value, times] : other.m_counts[kind])
            take(static_cast<InUse>(kind), value, times);
    }
}

QStringList Suggestions::values(InUse of) const
{
    const auto &counts = m_counts[static_cast<std::size_t>(of)];
    std::vector<std::pair<int, const std::string *>> order;
    for (const auto &[value, times] : counts)
        order.emplace_back(-times, &value);
    std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList values;
    for (const auto &[times, value] : order)
        values << QString::fromStdString(*value);
    return values;
}

bool Suggestions::isEmpty() const
{
    return std::all_of(m_counts.begin(), m_counts.end(), [](const auto &counts) { return counts.empty(); });
}

} // namespace marquee::performances
