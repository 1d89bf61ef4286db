// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/Content.h"

#include "catalog/Decimal.h"

#include <bit>
#include <cstdlib>
#include <functional>
#include <string>

namespace marquee::changes {

using payload::Kind;
using payload::Value;

namespace {

std::uint64_t mix(std::uint64_t hash, std::uint64_t more)
{
    hash ^= more + 0x9e3779b97f4a7c15u + (hash << 12) + (hash >> 4);
    hash *= 0xff51afd7ed558ccdu;
    return hash ^ (hash >> 33);
}

std::uint64_t hashOf(std::string_view text)
{
    return std::hash<std::string_view>{}(text);
}

/// Equal decimals give the same double, so they give the same hash; what a double can't tell apart, sameScalar does.
std::uint64_t numberHash(const Value &number)
{
    const double value = std::strtod(number.raw().c_str(), nullptr);
    return value == 0 ? 0 : std::bit_cast<std::uint64_t>(value);
}

} // namespace

ListKind listKind(std::string_view name)
{
    if (name == "Transaction")
        return ListKind::Windows;
    if (name == "Terms")
        return ListKind::Terms;
    if (name == "Asset")
        return ListKind::Assets;
    if (name == "requestItems" || name == "responseItems")
        return ListKind::BatchItems;
    if (name == "Performance")
        return ListKind::Performances;
    if (name == "SeatCapacity")
        return ListKind::Seats;
    if (name == "Response")
        return ListKind::Responses;
    if (name == "productionDetails")
        return ListKind::Productions;
    for (const std::string_view set : {"Territory", "AssetLanguage", "AllowedLanguage", "HoldbackLanguage",
             "SharedEntitlement", "AssociatedALID", "Tag", "PrintFormat", "LangFormat", "Attribute"}) {
        if (name == set)
            return ListKind::Set;
    }
    return ListKind::Ordered;
}

bool sameScalar(const Value &left, const Value &right)
{
    if (left.kind() != right.kind())
        return false;
    std::string one;
    std::string other;
    if (left.isString())
        return left.string(one) == right.string(other);
    const std::string_view a = left.raw(one);
    const std::string_view b = right.raw(other);
    if (!left.isNumber() || a == b)
        return a == b;
    const auto first = catalog::Decimal::parse(a);
    const auto second = catalog::Decimal::parse(b);
    return first && second && *first == *second;
}

std::uint64_t contentHash(const Value &value, const Leniency &lenient, const Ignoring::Place &place,
    std::string_view name, std::string_view skipped)
{
    const Ignoring &ignoring = lenient.ignoring;
    std::string scratch;
    switch (value.kind()) {
    case Kind::Object: {
        std::uint64_t sum = 0;
        for (std::uint32_t i = 0; i < value.size(); ++i) {
            const Value member = value.at(i);
            const std::string_view memberName = member.name(scratch);
            if ((!skipped.empty() && memberName == skipped) || ignoring.leavesOutName(memberName))
                continue;
            const Ignoring::Place below = ignoring.member(place, memberName);
            if (!ignoring.leavesOut(below))
                sum += mix(hashOf(memberName), contentHash(member, lenient, below, memberName));
        }
        return mix(1, sum);
    }
    case Kind::Array: {
        const bool inOrder = lenient.listKind(name) == ListKind::Ordered;
        std::uint64_t hash = 0;
        for (std::uint32_t i = 0; i < value.size(); ++i) {
            const Ignoring::Place below = ignoring.item(place, i);
            if (ignoring.leavesOut(below))
                continue;
            const std::uint64_t item = mix(7, contentHash(value.at(i), lenient, below));
            hash = inOrder ? mix(hash, item) : hash + item;
        }
        return mix(2, hash);
    }
    case Kind::String:
        return mix(3, hashOf(value.string(scratch)));
    case Kind::Number:
        return mix(4, numberHash(value));
    default:
        return mix(5, static_cast<std::uint64_t>(value.kind()));
    }
}

} // namespace marquee::changes
