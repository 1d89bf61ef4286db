// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/Fault.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>

namespace marquee::sandbox {

namespace {

using Kind = Fault::Kind;

constexpr std::pair<std::string_view, Kind> kinds[] = {
    {"500", Kind::Status500}, {"503", Kind::Status503}, {"429", Kind::Status429}, {"401", Kind::Status401},
    {"reset", Kind::Reset},   {"refuse", Kind::Refuse}, {"stall", Kind::Stall},   {"slow", Kind::Slow},
    {"truncate", Kind::Truncate}, {"garbage", Kind::Garbage}, {"html", Kind::Html}, {"partial", Kind::Partial},
    {"redirect", Kind::Redirect},
};

/// Takes a mark and the number behind it off the end of the text. False where no number stands there.
bool takeNumber(std::string_view &text, char mark, int &number)
{
    const auto at = text.rfind(mark);
    if (at == std::string_view::npos)
        return true;
    const std::string_view digits = text.substr(at + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || number < 1)
        return false;
    text = text.substr(0, at);
    return true;
}

} // namespace

bool Fault::hits(std::optional<partners::Operation> asked, int number) const
{
    return (!operation || operation == asked) && number >= from && (count == 0 || number - from < count);
}

const std::array<Kind, 13> &allFaultKinds()
{
    static const std::array<Kind, 13> all = [] {
        std::array<Kind, 13> list{};
        std::transform(std::begin(kinds), std::end(kinds), list.begin(), [](const auto &one) { return one.second; });
        return list;
    }();
    return all;
}

std::string_view nameOf(Kind kind)
{
    const auto is = [kind](const auto &one) { return one.second == kind; };
    return std::find_if(std::begin(kinds), std::end(kinds), is)->first;
}

std::string specOf(const Fault &fault)
{
    constexpr int endless = 1'000'000;
    std::string spec(nameOf(fault.kind));
    if (fault.operation)
        spec += ':' + std::string(partners::infoOf(*fault.operation).name);
    if (fault.from > 1 || fault.count == 1)
        spec += '@' + std::to_string(fault.from);
    const int count = fault.from > 1 && fault.count == 0 ? endless : fault.count;
    if (count > 1)
        spec += 'x' + std::to_string(count);
    return spec;
}

Expected<Fault> parseFault(std::string_view spec)
{
    Fault fault;
    std::string_view rest = spec;
    bool good = true;
    // "xCOUNT" stands last; no kind or operation ends in x and a digit.
    if (const auto x = rest.rfind('x'); x != std::string_view::npos && x + 1 < rest.size() && rest[x + 1] >= '0' && rest[x + 1] <= '9')
        good = takeNumber(rest, 'x', fault.count);
    good = good && takeNumber(rest, '@', fault.from);
    if (const auto colon = rest.find(':'); colon != std::string_view::npos) {
        fault.operation = partners::operationNamed(rest.substr(colon + 1));
        good = good && fault.operation.has_value();
        rest = rest.substr(0, colon);
    }
    if (good && fault.from > 0 && fault.count == 0 && spec.find('@') != std::string_view::npos)
        fault.count = 1; // "the Nth request" is one, unless a count says otherwise
    for (const auto &[name, kind] : kinds) {
        if (good && name == rest) {
            fault.kind = kind;
            return fault;
        }
    }
    Error error;
    error.code = Error::Code::Invalid;
    error.message = QCoreApplication::translate("Fault", "“%1” isn't a fault.")
                        .arg(QString::fromUtf8(spec.data(), static_cast<qsizetype>(spec.size())));
    QStringList names;
    for (const auto &[name, kind] : kinds)
        names << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    error.nextStep = QCoreApplication::translate("Fault", "Write it like reset:put-full@2x1. Kinds: %1.")
                         .arg(names.join(QStringLiteral(", ")));
    return tl::unexpected(error);
}

} // namespace marquee::sandbox
