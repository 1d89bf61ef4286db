// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/TermEdits.h"

#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

std::uint32_t terms(const WindowFacts &window)
{
    return static_cast<std::uint32_t>(window.terms.member);
}

payload::Edit insertTerm(const Context &context, const payload::Value &window, const payload::Pointer &pointer,
                         std::string_view name, std::string_view value)
{
    const std::string json = termJson(*context.catalog.term(name), value);
    if (window.member("Terms"))
        return payload::Edit::insertItem(pointer.child("Terms"), json);
    return payload::Edit::insertMember(pointer, "Terms", '[' + json + ']',
                                       placeFor(window, *context.catalog.type("Transaction"), "Terms"));
}

} // namespace marquee::rules
