// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask/Answer.h"

namespace marquee::ask {

using namespace Qt::StringLiterals;

QLatin1StringView reasonName(Reason reason)
{
    switch (reason) {
    case Reason::NotBegun:
        return "not-begun"_L1;
    case Reason::Ended:
        return "ended"_L1;
    case Reason::Unclear:
        return "unclear"_L1;
    case Reason::OtherTerritory:
        return "other-territory"_L1;
    case Reason::NoTerritory:
        return "no-territory"_L1;
    case Reason::ExcludedTerritory:
        return "excluded-territory"_L1;
    case Reason::OtherFormat:
        return "other-format"_L1;
    case Reason::OtherLanguage:
        return "other-language"_L1;
    case Reason::HeldBack:
        return "held-back"_L1;
    case Reason::Suppressed:
        return "suppressed"_L1;
    case Reason::NotApproved:
        return "not-approved"_L1;
    case Reason::Withdrawn:
        break;
    }
    return "withdrawn"_L1;
}

} // namespace marquee::ask
