// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchanges/Outcomes.h"

#include "partners/Outcome.h"

namespace marquee::exchanges {

using namespace Qt::StringLiterals;
using partners::Outcome;
using theme::Token;

Look lookOf(int outcome)
{
    if (outcome == Running)
        return {Token::Hint, u"hint"_s};
    switch (static_cast<Outcome::Kind>(outcome)) {
    case Outcome::Kind::Accepted:
        return {Token::Good, u"good"_s};
    case Outcome::Kind::Rejected:
    case Outcome::Kind::Failed:
        return {Token::Error, u"error"_s};
    case Outcome::Kind::Unknown:
        break;
    }
    return {Token::Warning, u"warning"_s};
}

} // namespace marquee::exchanges
